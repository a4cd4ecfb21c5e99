"""A program on a pseudo-terminal, read as a person would: by a terminal emulator (pyte), from the bytes it writes.

Nothing inside the program is touched, so these stories see what Pilot cannot: start, exit code, colours on the wire,
a terminal that goes away. Conditions are waited for, never times.
"""

import os
import re
import select
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pyte
import pytest

from library import Library
from tests.conftest import now

fcntl = pytest.importorskip("fcntl", reason="pseudo-terminals are a Unix thing")
pty = pytest.importorskip("pty")
termios = pytest.importorskip("termios")

USUAL = (120, 36)
"""Columns and rows."""
# What a terminal answers to what Textual asks it: synchronised output is known but off, and it is a VT220.
ANSWERS = ((b"\x1b[?2026$p", b"\x1b[?2026;2$y"), (b"\x1b[c", b"\x1b[?62;c"), (b"\x1b[6n", b"\x1b[1;1R"))
# Sequences with a private prefix (keyboard protocols), which pyte would take for colours.
PRIVATE = re.compile(rb"\x1b\[[<>=][0-9;:]*[A-Za-z]")
# Styles with parts ("4:2" is a double underline, which pyte takes for 42, a background): only their first number.
PARTS = re.compile(rb"(?<=[\[;])(\d+)(?::\d+)+(?=[;m])")
# Pictures on their way to a terminal that draws them (APC), which pyte would type out.
PICTURES = re.compile(rb"\x1b_[^\x1b]*\x1b\\")
UNFINISHED = re.compile(rb"\x1b(?:\[[<>=]?[0-9;:]*|_[^\x1b]*\x1b?)?$")
PATIENCE = 60.0
"""Seconds until something that should appear counts as missing; two busy cores need a fraction of it."""
# The terminal becomes the program's own, as a login shell's is: when it goes away, the program is told (SIGHUP).
OWN_TERMINAL = ("import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
                "os.execv(sys.argv[1], sys.argv[1:])")


class Terminal:
    """A program on a pseudo-terminal of `size` columns and rows."""

    def __init__(self, command: Sequence[str], environment: dict[str, str], size: tuple[int, int] = USUAL) -> None:
        columns, rows = size
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._program = subprocess.Popen([sys.executable, "-ISc", OWN_TERMINAL, *command], stdin=slave, stdout=slave,
                                         stderr=slave, env=environment, start_new_session=True)
        os.close(slave)
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._held = b""
        self._is_open = True
        self.written = b""
        """Every byte the program has written."""

    @property
    def screen(self) -> str:
        """What is to be seen now."""
        return "\n".join(self.lines)

    @property
    def lines(self) -> list[str]:
        """What is to be seen now, line by line."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def cursor_bar(self) -> tuple[int, int] | None:
        """Row and column of the bar beside what has the keyboard; None: there is none."""
        return next(((row, line.index("▌")) for row, line in enumerate(self.lines) if "▌" in line), None)

    @property
    def reversed_words(self) -> tuple[tuple[int, str], ...]:
        """What is shown with text and ground exchanged, as the name is that was gone to: each row with its words."""
        rows = []
        for row in range(self._screen.lines):
            cells = [self._screen.buffer[row][x] for x in range(self._screen.columns)]
            rows.append((row, "".join(cell.data for cell in cells if cell.reverse).strip()))
        return tuple((row, words) for row, words in rows if words)

    def is_underlined(self, words: str) -> bool:
        """Whether the first place where these words stand on the screen is underlined as a whole."""
        for row, line in enumerate(self._screen.display):
            at = line.find(words)
            if at >= 0:
                return all(self._screen.buffer[row][x].underscore for x in range(at, at + len(words)))
        return False

    def wait_for(self, pattern: str) -> str:
        """The screen as soon as the pattern is on it. Fails, showing the screen, when it never comes."""
        return self.wait_until(lambda shown: re.search(pattern, shown) is not None, repr(pattern))

    def wait_until(self, holds: Callable[[str], bool], wanted: str = "it") -> str:
        """The screen as soon as this holds of it. Fails, showing the screen, when it never does."""
        deadline = time.monotonic() + PATIENCE
        shown = self.screen
        while self._is_half_drawn or not holds(shown):
            if time.monotonic() > deadline or not self._read(deadline - time.monotonic()):
                pytest.fail(f"{wanted} never came; the screen shows:\n{shown}")
            shown = self.screen
        return shown

    def press(self, keys: str) -> None:
        """Type these keys."""
        os.write(self._master, keys.encode())

    def hang_up(self) -> None:
        """The terminal goes away without a word, as when a connection breaks; returns when the program has ended."""
        self._is_open = False
        os.close(self._master)
        self._program.wait(PATIENCE)

    def terminate(self) -> None:
        """Ask the program to end, as `kill` does."""
        self._program.terminate()

    def exit_code(self) -> int:
        """The program's exit code, after it has ended of itself."""
        while self._read(PATIENCE):
            pass
        return self._program.wait(PATIENCE)

    def close(self) -> None:
        """End the program if it still runs."""
        self._program.kill()
        self._program.wait()
        if self._is_open:
            os.close(self._master)

    @property
    def _is_half_drawn(self) -> bool:
        """A picture has begun and not ended (synchronised output): a terminal would not show it yet."""
        return self.written.rfind(b"\x1b[?2026h") > self.written.rfind(b"\x1b[?2026l")

    def _read(self, timeout: float) -> bool:
        """Take in what the program writes, and answer what it asks; False when there is no more."""
        if not select.select([self._master], [], [], timeout)[0]:
            return False
        try:
            data = os.read(self._master, 1 << 16)
        except OSError:  # the other end is closed
            return False
        self.written += data
        # Each byte is drawn once: a screen drawn anew from the beginning falls behind what is shown for a moment.
        came = self._held + data
        cut = UNFINISHED.search(came)
        self._held = came[cut.start():] if cut else b""
        came = PICTURES.sub(b"", came[: len(came) - len(self._held)])
        self._stream.feed(PARTS.sub(rb"\1", PRIVATE.sub(b"", came)))
        for question, answer in ANSWERS:
            for _ in range(data.count(question)):
                os.write(self._master, answer)
        return bool(data)


@contextmanager
def reader(environment: dict[str, str], *arguments: str, size: tuple[int, int] = USUAL) -> Iterator[Terminal]:
    """`newsreader` on a terminal, ended afterwards whatever happens."""
    terminal = Terminal([sys.executable, "-m", "tui", *arguments], environment, size)
    try:
        yield terminal
    finally:
        terminal.close()


def library_of(pages: Path, folder: Path) -> Path:
    """The folder, with a library in it that has read these pages and nothing else."""
    library = Library.open(folder, now=now)
    library.add_examples()
    for source in library.sources():
        library.remove(source.id)
    library.add(pages)
    list(library.refresh())
    library.close()
    return folder
