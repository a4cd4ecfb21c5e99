"""What every test stands on: a home of its own, an environment that says nothing, the command as a process.

Without it a test would read the developer's library, or pass only on a terminal with colours.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from library import Library

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"

# Busy cores make single examples slow without making anything wrong; the whole suite has five minutes.
settings.register_profile("newsreader", deadline=None, max_examples=60,
                          suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("newsreader")


def now() -> datetime:
    """The moment at which the stories about the screen happen: a week after the examples were written."""
    return datetime(2024, 4, 10, 12, tzinfo=UTC)


Command = Callable[..., "subprocess.CompletedProcess[bytes]"]
"""Runs `newsreader` with these arguments; by keyword: stdin (bytes), environment, cwd, timeout (seconds)."""


@pytest.fixture(autouse=True)
def quiet_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the colours, the library or the terminal of whoever runs it."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "COLUMNS", "LINES", "TEXTUAL_THEME",
                 "NEWSREADER_LIBRARY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty home folder."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def environment(home: Path) -> dict[str, str]:
    """The process environment with every folder of the user inside `home`, and the project importable."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "LC_"))}
    return {
        **kept, "HOME": str(home), "USERPROFILE": str(home), "LANG": "C.UTF-8", "TERM": "xterm-256color",
        "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1",
    }


@pytest.fixture
def newsreader(environment: dict[str, str], tmp_path: Path) -> Command:
    """The command line as a process of its own, in `tmp_path`, with stdin, stdout and stderr as pipes."""

    def run(*arguments: str | Path, stdin: bytes = b"", environment: Mapping[str, str] = environment,
            cwd: Path = tmp_path, timeout: float = 120) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(
            [sys.executable, "-m", "tui", *map(str, arguments)],
            input=stdin, capture_output=True, env=environment, cwd=cwd, timeout=timeout, check=False,
        )

    return run


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library in which the seeds have been read."""
    folder = tmp_path_factory.mktemp("examples")
    library = Library.open(folder, now=now)
    library.add_examples()
    list(library.refresh())
    library.close()
    return folder


@pytest.fixture
def library(examples: Path, tmp_path: Path) -> Any:
    """The seeds, all unread, in a library that this test may change; nothing on the screen waits for a rest."""
    shutil.copytree(examples, tmp_path / "library")
    opened = Library.open(tmp_path / "library", now=now)
    yield opened
    opened.close()
