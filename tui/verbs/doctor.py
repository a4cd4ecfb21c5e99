"""`newsreader doctor`: what a bug report needs, and whether the library is sound.

Exit code 0 when it is, 1 when something is wrong, 3 when the library cannot be opened.
"""

import os
import platform
import shutil
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from library import Library
from library.config_file import read
from library.paths import config_file
from parsers.clean import clean_line
from tui.glyphs import extent
from tui.pictures.ability import WAYS, ability
from tui.preferences import Preferences, preferences
from tui.verbs.home import Home, export_folder, home, opened
from tui.verbs.sample import sample
from tui.verbs.streams import ExitCode, Streams, counted, say, write

_PACKAGES = ("newsreader", "textual", "rich", "selectolax", "msgspec", "chardet", "platformdirs",
             "python-slugify", "pillow")
_VARIABLES = ("TERM", "COLORTERM", "NO_COLOR", "LANG", "LC_ALL", "TERM_PROGRAM", "TMUX", "SSH_TTY")


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--write-config", action="store_true",
                        help="write a configuration file in which every setting is a comment, if there is none")


def run(arguments: Namespace, streams: Streams) -> ExitCode:
    """The report on stdout. Raises StoreError after all that can be told without the library."""
    if arguments.write_config:
        named = None if arguments.config is None else Path(arguments.config)
        return _write_config(config_file(named, streams.environment), streams)
    folders = home(arguments, streams)
    wanted = preferences(read(folders.config_file))  # a mistake in the screen's tables is told here as well
    _section(streams, "Versions", _versions())
    _section(streams, "Terminal", _terminal(streams, wanted))
    _section(streams, "Paths", _paths(folders))
    is_folder = os.path.isdir(folders.library) or not os.path.lexists(folders.library)
    if is_folder and not os.path.lexists(folders.library / "library.db"):
        _section(streams, "Library", iter([("integrity", "there is none yet; the first start makes it")]))
        return ExitCode.DONE
    with opened(folders.library) as library:
        return _library(library, streams)


def _write_config(file: Path, streams: Streams) -> ExitCode:
    """The sample, never over anything that is there."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8") as sample_file:
            sample_file.write(sample())
    except FileExistsError:
        say(streams, f"{file} is there already and was left as it is.")
        return ExitCode.PARTLY
    except OSError as error:
        say(streams, f"{file} cannot be written ({error.strerror}). Check the folder's permissions, or use --config.")
        return ExitCode.PARTLY
    write(streams, str(file))
    return ExitCode.DONE


def _library(library: Library, streams: Streams) -> ExitCode:
    """Integrity and sources; PARTLY when either has something wrong."""
    problems = library.check()
    sources = library.sources()
    failing = [("cannot be read", failure) for failure in library.failures()]
    total = sum(source.total for source in sources)
    rows = [("integrity", problem) for problem in problems] or [("integrity", "sound")]
    rows.append(("holds", f"{counted(len(sources), 'source')}, {counted(total, 'article')}"))
    _section(streams, "Library", iter([*rows, *failing]))
    return ExitCode.PARTLY if problems or failing else ExitCode.DONE


def _section(streams: Streams, title: str, rows: Iterator[tuple[str, str]]) -> None:
    write(streams, title)
    for name, value in rows:
        write(streams, f"  {name:16}  {clean_line(value)}")


def _paths(folders: Home) -> Iterator[tuple[str, str]]:
    yield "program", sys.executable
    for name, path in (("library", folders.library), ("configuration", folders.config_file)):
        yield name, f"{path}" if os.path.exists(path) else f"{path} (not there)"
    yield "exports", str(export_folder(folders))


def _versions() -> Iterator[tuple[str, str]]:
    import sqlite3

    yield "python", f"{platform.python_version()} on {platform.system()} {platform.machine()}"
    yield "sqlite", sqlite3.sqlite_version
    for name in _PACKAGES:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            yield name, "not installed"


def _terminal(streams: Streams, wanted: Preferences) -> Iterator[tuple[str, str]]:
    """What the environment says; nothing is asked of the terminal, so it works in a pipe."""
    size = shutil.get_terminal_size((0, 0))
    yield "stdout", "a terminal" if streams.out.isatty() else "not a terminal"
    yield "size", f"{size.columns}x{size.lines}" if size.columns else "unknown"
    yield "encoding", str(getattr(streams.err, "encoding", None) or "unknown")
    for name in _VARIABLES:
        yield name, streams.environment.get(name, "not set")
    yield "pictures", _pictures(streams, wanted)


def _pictures(streams: Streams, wanted: Preferences) -> str:
    """How the screen would draw them here, or why not; colours as Textual will ask rich for them."""
    from rich.console import Console

    console = Console(force_terminal=True, _environ=streams.environment)
    signs = extent(wanted.word("glyphs"), streams.environment)
    found = ability(wanted.word("pictures"), streams.environment, colours=console.color_system,
                    ascii_only=signs != "nothing")
    return found.why or WAYS[found.way]
