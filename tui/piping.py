"""An article given to a command of the reader's own: an argument list, no shell, its output as clean text.

A shell would take a title for a command; a program without a limit would fill the memory; and what a program
writes may hold sequences that a terminal obeys.
"""

import shlex
import subprocess
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import BinaryIO

from msgspec import Struct

from parsers.clean import clean_text

LARGEST = 1 << 20
"""Bytes of output that are read: more is no answer, and nobody scrolls through it."""


class Piped(Struct, frozen=True):
    """What became of a command."""

    text: str
    """What it wrote to standard output and standard error, clean."""
    code: int
    """Its exit code; negative: the signal that ended it."""
    is_cut: bool
    """It wrote more than LARGEST and was ended."""


def arguments(command: str) -> list[str] | str:
    """The command as an argument list, or what is wrong with it, as a sentence."""
    try:
        found = shlex.split(command)
    except ValueError as error:
        return f"The command cannot be read ({str(error).lower()}): quotes come in pairs."
    return found or "The command is empty."


def pipe(argv: list[str], text: str, started: Callable[[Callable[[], None]], None]) -> Piped | str:
    """Run the command with the text on its standard input; a sentence when it cannot be started.

    `started` is given a function that ends it. The command has a session of its own, so that it cannot talk to
    the terminal behind the screen's back.
    """
    try:
        process = subprocess.Popen(  # noqa: S603 - what the reader typed, as arguments, is what it is for
            argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
        )
    except FileNotFoundError:
        return f"There is no program {argv[0]}."
    except OSError as error:
        return f"{argv[0]} cannot be started ({error.strerror})."
    started(process.kill)
    assert process.stdin is not None  # noqa: S101 - both are pipes
    assert process.stdout is not None  # noqa: S101
    feeder = threading.Thread(target=_feed, args=(process.stdin, text.encode()), daemon=True)
    feeder.start()
    output = process.stdout.read(LARGEST + 1)
    if len(output) > LARGEST:
        process.kill()
    process.stdout.close()
    code = process.wait()
    feeder.join()
    return Piped(clean_text(output[:LARGEST].decode("utf-8", "replace").expandtabs()), code, len(output) > LARGEST)


def _feed(stdin: BinaryIO, text: bytes) -> None:
    """A command may end without having read all of it: `head` does."""
    with suppress(OSError):
        stdin.write(text)
    with suppress(OSError):
        stdin.close()
