"""The terminal goes away in the middle of an article, and the next start is where one was."""

import shutil
from pathlib import Path

from tests.conftest import Command
from tests.terminal import reader


def test_a_lost_terminal_loses_neither_place_nor_marks(
        environment: dict[str, str], newsreader: Command, examples: Path, tmp_path: Path) -> None:
    """A broken connection: the same article, the same line, star and read kept, and the library is sound."""
    shutil.copytree(examples, tmp_path / "library")
    where = ("--library", str(tmp_path / "library"))
    small = (120, 16)
    with reader(environment, *where, size=small) as terminal:
        terminal.wait_for(r"1/3")
        terminal.press("j")
        terminal.wait_for(r"2/3")
        terminal.press("sm")
        terminal.wait_for(r"Starred +1\b")
        terminal.wait_for(r"All +2\b")
        terminal.wait_until(lambda shown: "Blinken cancels" in body(shown), "the second article")
        terminal.press("l4j")
        before = body(terminal.wait_until(lambda shown: "Blinken cancels" not in body(shown), "four lines down"))
        terminal.hang_up()

    with reader(environment, *where, size=small) as terminal:
        terminal.wait_for(r"2/3")
        terminal.wait_for(r"Starred +1\b")
        terminal.wait_for(r"All +2\b")
        terminal.wait_until(lambda shown: body(shown) == before, f"the same lines:\n{before}")
        terminal.press("Q")
        assert terminal.exit_code() == 0
    told = newsreader(*where, "doctor").stdout.decode()
    assert "sound" in told


def body(shown: str) -> str:
    """The pane of the text, without the lines around it."""
    return "\n".join(line.rsplit("│", 1)[-1] for line in shown.split("\n")[1:-2])


def test_a_kill_leaves_the_terminal_as_it_was(environment: dict[str, str], examples: Path, tmp_path: Path) -> None:
    """SIGTERM is a quit: the place is kept, and the shell has its own screen again."""
    shutil.copytree(examples, tmp_path / "library")
    where = ("--library", str(tmp_path / "library"))
    with reader(environment, *where) as terminal:
        terminal.wait_for(r"1/3")
        terminal.press("j")
        terminal.wait_for(r"2/3")
        terminal.terminate()
        assert terminal.exit_code() == 0
        assert terminal.written.rfind(b"\x1b[?1049l") > terminal.written.rfind(b"\x1b[?1049h")
    with reader(environment, *where) as terminal:
        terminal.wait_for(r"2/3")
