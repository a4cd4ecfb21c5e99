"""`newsreader` without a verb: the reader, on the library or on just the paths that were named."""

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from library.files import LARGEST, shown
from tui.verbs.home import home, now
from tui.verbs.inputs import STDIN, refuse_addresses
from tui.verbs.streams import ExitCode, Streams, UsageError


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("paths", metavar="PATH", nargs="*",
                        help="a file or folder; - is standard input; none: your library")


def run(arguments: Namespace, streams: Streams) -> ExitCode:
    """Shows the reader until it is left."""
    refuse_addresses(arguments.paths)
    for name in arguments.paths:
        if name != "-" and not os.path.lexists(os.path.expanduser(name)):
            raise UsageError(f"{shown(name)} is no verb, and no file or folder of that name is there. "
                             "`newsreader --help` lists the verbs.")
    folders = home(arguments, streams)
    _ = folders, now, LARGEST, STDIN, Path
    raise NotImplementedError
