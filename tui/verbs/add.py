"""`newsreader add PATH …`: files and folders become sources of the library, and are read at once."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from library.errors import SourceError
from tui.verbs.home import library_of
from tui.verbs.inputs import refuse_addresses
from tui.verbs.refresh import refresh
from tui.verbs.sources import line
from tui.verbs.streams import ExitCode, Streams, UsageError, say, write


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("paths", metavar="PATH", nargs="+", help="a file or folder")
    parser.add_argument("--folder", metavar="NAME", help="the library's folder to keep them in: World/Europe")


def run(arguments: Namespace, streams: Streams) -> ExitCode:
    """The added sources on stdout, as `newsreader sources` shows them."""
    refuse_addresses(arguments.paths)
    if "-" in arguments.paths:
        raise UsageError("Standard input cannot be a source. Save it as a file and add that.")
    code = ExitCode.DONE
    added = []
    with library_of(arguments, streams) as library:
        for path in arguments.paths:
            try:
                added.append(library.add(Path(path).expanduser()).id)
            except SourceError as error:
                say(streams, str(error))
                code = ExitCode.PARTLY
        if arguments.folder is not None:
            library.move(dict.fromkeys(added, arguments.folder))
        if added and refresh(library, added, streams) is not ExitCode.DONE:
            code = ExitCode.PARTLY
        for source in library.sources():
            if source.id in added:
                write(streams, line(source))
    return code
