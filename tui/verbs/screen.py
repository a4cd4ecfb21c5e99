"""`newsreader` without a verb: the reader, on the library or on just the paths that were named."""

import os
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from library import Library
from library.errors import SourceError
from library.files import LARGEST, shown
from tui.verbs.home import home, now
from tui.verbs.inputs import STDIN, refuse_addresses
from tui.verbs.streams import ExitCode, Streams, UsageError

if TYPE_CHECKING:  # a start without arguments does without argparse
    from argparse import ArgumentParser, Namespace


def add_arguments(parser: "ArgumentParser") -> None:
    parser.add_argument("paths", metavar="PATH", nargs="*",
                        help="a file or folder; - is standard input; none: your library")


def run(arguments: "Namespace", streams: Streams) -> ExitCode:
    """Shows the reader until it is left. PARTLY when the screen failed."""
    refuse_addresses(arguments.paths)
    _refuse_unknown(arguments.paths)
    folders = home(arguments, streams)
    with ExitStack() as stack:

        @cache
        def users_library() -> Library:
            library = Library.open(folders.library, now=now)
            stack.callback(library.close)
            return library

        if arguments.paths:
            library = _opened(arguments.paths, streams)
            stack.callback(library.close)
        else:
            _require_terminal()
            library = users_library()
            library.add_examples()
        from tui.app import run_app

        code = run_app(library, now=now, environment=streams.environment, config=folders.config,
                       config_file=folders.config_file, home=users_library if library.is_temporary else None)
    return ExitCode.DONE if code == 0 else ExitCode.PARTLY


def _refuse_unknown(names: list[str]) -> None:
    """Raises UsageError for a word that is neither a verb nor the path of anything."""
    for name in names:
        if name != "-" and not os.path.lexists(os.path.expanduser(name)):
            raise UsageError(f"{shown(name)} is no verb, and no file or folder of that name is there. "
                             "`newsreader --help` lists the verbs.")


def _opened(names: list[str], streams: Streams) -> Library:
    """A library on just these. Raises SourceError, UsageError."""
    body = None
    if "-" in names:
        body = streams.stdin.read(LARGEST + 1)
        if len(body) > LARGEST:
            raise SourceError(f"{STDIN} holds more than {LARGEST >> 20} MB. Split it, or send only the article.")
        _keys_from_terminal()
    _require_terminal()
    return Library.temporary([Path(name) for name in names if name != "-"], body, now=now)


def _keys_from_terminal() -> None:
    """Standard input was the page; the keys come from the terminal itself."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return  # the next check says so
    os.dup2(terminal, 0)
    os.close(terminal)


def _require_terminal() -> None:
    """Raises UsageError when there is none. Textual reads keys from stdin and draws on stderr."""
    if not all(os.isatty(stream) for stream in (0, 1, 2)):
        raise UsageError("The reader needs a terminal. In a pipe or script use `newsreader parse`, `read` or "
                         "`list`.")
