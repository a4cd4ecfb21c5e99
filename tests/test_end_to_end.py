"""One evening with the reader on a real pseudo-terminal: what Pilot cannot see (start, screen, files, exit).

The screen is read as a person would, by a terminal emulator (pyte); nothing inside the program is touched.
"""

import os
import re
import select
import struct
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pyte
import pytest

from tests.test_teaching import PAGE

fcntl = pytest.importorskip("fcntl", reason="pseudo-terminals are a Unix thing")
pty = pytest.importorskip("pty")
termios = pytest.importorskip("termios")

COLUMNS, ROWS = 120, 36
# What a terminal answers to what Textual asks it: synchronised output is known but off, and it is a VT220.
ANSWERS = ((b"\x1b[?2026$p", b"\x1b[?2026;2$y"), (b"\x1b[c", b"\x1b[?62;c"), (b"\x1b[6n", b"\x1b[1;1R"))
# Sequences with a private prefix (keyboard protocols), which pyte would take for colours.
PRIVATE = re.compile(rb"\x1b\[[<>=][0-9;:]*[A-Za-z]")
UNFINISHED = re.compile(rb"\x1b(?:\[[<>=]?[0-9;:]*)?$")
PATIENCE = 60.0
"""Seconds until something that should appear counts as missing; two busy cores need a fraction of it."""


class Terminal:
    """A program on a pseudo-terminal of COLUMNS by ROWS."""

    def __init__(self, command: Sequence[str], environment: dict[str, str]) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self._program = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env=environment,
                                         start_new_session=True)
        os.close(slave)
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._held = b""

    @property
    def screen(self) -> str:
        """What is to be seen now."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def wait_for(self, pattern: str) -> str:
        """The screen as soon as the pattern is on it. Fails, showing the screen, when it never comes."""
        deadline = time.monotonic() + PATIENCE
        shown = self.screen
        while not re.search(pattern, shown):
            if time.monotonic() > deadline or not self._read(deadline - time.monotonic()):
                pytest.fail(f"{pattern!r} never came; the screen shows:\n{shown}")
            shown = self.screen
        return shown

    def press(self, keys: str) -> None:
        """Type these keys."""
        os.write(self._master, keys.encode())

    def exit_code(self) -> int:
        """The program's exit code, after it has ended of itself."""
        while self._read(PATIENCE):
            pass
        return self._program.wait(PATIENCE)

    def close(self) -> None:
        """End the program if it still runs."""
        self._program.kill()
        self._program.wait()
        os.close(self._master)

    def _read(self, timeout: float) -> bool:
        """Take in what the program writes, and answer what it asks; False when there is no more."""
        if not select.select([self._master], [], [], timeout)[0]:
            return False
        try:
            data = os.read(self._master, 1 << 16)
        except OSError:  # the other end is closed
            return False
        # Each byte is drawn once: a screen drawn anew from the beginning falls behind what is shown for a moment.
        written = PRIVATE.sub(b"", self._held + data)
        cut = UNFINISHED.search(written)
        self._held = written[cut.start():] if cut else b""
        self._stream.feed(written[: len(written) - len(self._held)])
        for question, answer in ANSWERS:
            for _ in range(data.count(question)):
                os.write(self._master, answer)
        return bool(data)


@contextmanager
def reader(environment: dict[str, str], *arguments: str) -> Iterator[Terminal]:
    """`newsreader` on a terminal, ended afterwards whatever happens."""
    terminal = Terminal([sys.executable, "-m", "tui", *arguments], environment)
    try:
        yield terminal
    finally:
        terminal.close()


def test_an_evening_with_the_reader(environment: dict[str, str], home: Path) -> None:
    """An empty home: the examples are there; move, look at what was set aside, export, quit, come back."""
    with reader(environment) as terminal:
        terminal.wait_for(r"1/3")
        shown = terminal.wait_for(r"Blinken Heads to NATO as Alliance")
        terminal.press("j")
        terminal.wait_for(r"2/3")
        terminal.press("X")
        aside = terminal.wait_for(r"(?i)promo|navigation|related|breadcrumb")
        assert aside != shown
        terminal.press("e")
        terminal.wait_for(r"Markdown files into this folder")
        terminal.press("\r")
        terminal.wait_for(r"(?i)exported")
        terminal.press("Q")
        assert terminal.exit_code() == 0
    (exported,) = (home / "Documents" / "newsreader").glob("*.md")
    assert exported.read_text("utf-8").startswith("---\n")
    with reader(environment) as terminal:
        terminal.wait_for(r"2/3")
        terminal.press("Q")
        assert terminal.exit_code() == 0


def test_just_these_pages(environment: dict[str, str], home: Path, tmp_path: Path) -> None:
    """`newsreader PATH` shows only that, and leaves nothing behind."""
    page = tmp_path / "page.txt"
    page.write_text("Snow closes the pass\n\nThe road over the pass was closed on Friday after a night of snow, "
                    "the canton said.\n\nIt is expected to open again before Easter, as it does every year.\n")
    with reader(environment, str(page)) as terminal:
        shown = terminal.wait_for(r"Snow closes the pass")
        assert "Blinken" not in shown
        terminal.press("Q")
        assert terminal.exit_code() == 0
    assert not list(home.rglob("*.db"))


def test_a_library_that_cannot_be_opened(environment: dict[str, str], tmp_path: Path) -> None:
    """The screen never starts; the terminal shows a sentence, and the exit code is 3."""
    (tmp_path / "library.db").write_bytes(b"not a database, but a love letter\n" * 50)
    with reader(environment, "--library", str(tmp_path)) as terminal:
        assert terminal.exit_code() == 3
        assert "library.db" in terminal.screen
        assert "Traceback" not in terminal.screen


def test_a_site_is_taught_and_the_terminal_is_lost(environment: dict[str, str], tmp_path: Path) -> None:
    """X, down to a piece, d: told in words. After the terminal has gone, the rule and its effect are still there."""
    pages = tmp_path / "pages"
    pages.mkdir()
    for name in ("Ann", "Bob"):
        (pages / f"{name}.html").write_text(PAGE.format(name=name, day="Monday"))
    library = ("--library", str(tmp_path / "library"))
    subprocess.run([sys.executable, "-m", "tui", *library, "add", str(pages)], env=environment, check=True,
                   capture_output=True)
    with reader(environment, *library) as terminal:
        terminal.wait_for(r"says (Ann|Bob)")
        terminal.press("/says ann\r")
        terminal.wait_for(r"“says ann”")
        terminal.press("l")
        terminal.wait_for(r"harbour authority said on Monday")
        terminal.press("X")
        terminal.wait_for(r"k keep +d drop")
        for _ in range(3):
            terminal.press("j")
        terminal.wait_for(r"▌ The cafe of Ann")
        terminal.press("d")
        terminal.wait_for(r"quay\.example: drops what stands at")
    with reader(environment, *library) as terminal:  # the first one was killed
        terminal.wait_for(r"says (Ann|Bob)")
        terminal.press("h/says bob\r")  # the keyboard is where it was left: in the body
        terminal.wait_for(r"“says bob”")
        terminal.press("l")
        shown = terminal.wait_for(r"A replacement has been ordered")
        assert "The cafe of Bob" not in shown
        terminal.press("gX")
        terminal.wait_for(r"− quay\.example +drops what stands at")
