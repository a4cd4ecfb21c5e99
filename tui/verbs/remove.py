"""`newsreader remove ID …`: forget sources. What was read or starred stays known, should they come back."""

from argparse import ArgumentParser, Namespace

from library.errors import SourceError
from tui.verbs.home import library_of
from tui.verbs.streams import ExitCode, Streams, say


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("ids", metavar="ID", type=int, nargs="+", help="as 'newsreader sources' shows it")


def run(arguments: Namespace, streams: Streams) -> ExitCode:
    """Says what went; an unknown ID is named, the others are removed."""
    code = ExitCode.DONE
    with library_of(arguments, streams) as library:
        for source_id in arguments.ids:
            try:
                source = library.remove(source_id)
            except SourceError as error:
                say(streams, str(error))
                code = ExitCode.PARTLY
            else:
                say(streams, f"Removed source {source.id}, {source.title}. Its files are untouched.")
    return code
