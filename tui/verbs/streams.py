"""Where a verb reads and writes, and the numbers it ends with.

stdout is data and stderr is narration: a pipe that mixes them feeds messages to the next program. Narration
goes through `say`, which cleans it: a message may quote the name of a file that somebody else chose.
"""

import os
import sys
from collections.abc import Mapping
from enum import IntEnum
from io import TextIOWrapper
from typing import BinaryIO, NamedTuple, TextIO

from parsers.clean import clean_line

_LONGEST = 64
"""Characters of a line of progress: longer than the terminal is wide, it could not be written over."""


class ExitCode(IntEnum):
    """How a command ended; scripts rely on it."""

    DONE = 0
    PARTLY = 1
    """Some of it could not be done: each failure is named on stderr, the rest is delivered."""
    USAGE = 2
    LIBRARY = 3
    """The library could not be opened or written."""
    INTERRUPTED = 130
    """Control-C: 128 + SIGINT, as shells count."""


class UsageError(Exception):
    """The command line asks for something that does not exist; `str()` of it says what to write instead."""


class OutputError(Exception):
    """Standard output cannot be written (a full disk, a closed stream); `str()` of it says why."""


class Streams(NamedTuple):
    """The process's surroundings as values, so that a test can hand in others."""

    out: TextIO
    err: TextIO
    stdin: BinaryIO
    environment: Mapping[str, str]


def standard_streams() -> Streams:
    """The real ones. stdout speaks UTF-8 whatever the locale says: the data is the same under LANG=C.

    Raises OutputError when standard output is closed.
    """
    if sys.stdout is None or sys.stdin is None:
        raise OutputError("Standard input or output is closed. Connect it, or give /dev/null.")
    if isinstance(sys.stdout, TextIOWrapper):
        # surrogateescape: the path of a file may hold bytes that are no UTF-8, and comes out as it is.
        sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape")
    return Streams(sys.stdout, sys.stderr, sys.stdin.buffer, os.environ)


def write(streams: Streams, text: str) -> None:
    """Data and a newline to standard output. BrokenPipeError passes, other failures become OutputError."""
    try:
        streams.out.write(text + "\n")
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"Standard output cannot be written: {error.strerror}.") from error


def say(streams: Streams, sentence: str) -> None:
    """A line of narration to standard error."""
    if streams.err is not None:  # closed by whoever started us: then nobody wants to hear it
        streams.err.write(f"newsreader: {clean_line(sentence)}\n")


def progress(streams: Streams, text: str) -> None:
    """One line over and over for a person who waits, "" to take it away; nothing where it would fill a log."""
    if streams.err is not None and streams.err.isatty():
        streams.err.write(f"\r\x1b[K{clean_line(text)}"[:_LONGEST])
        streams.err.flush()


def counted(number: int, noun: str) -> str:
    """"1 source", "2 sources"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
