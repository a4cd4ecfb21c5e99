"""`newsreader sources`: what the library reads from, one line each. `refresh` and `remove` take the IDs."""

from argparse import ArgumentParser, Namespace

from library.records import Source
from parsers.clean import clean_line
from tui.verbs.home import library_of
from tui.verbs.streams import ExitCode, Streams, say, write


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON object per line")


def run(arguments: Namespace, streams: Streams) -> ExitCode:
    """A line per source on stdout; what could not be read the last time, on stderr."""
    with library_of(arguments, streams) as library:
        sources, failures = library.sources(), library.failures()
    for source in sources:
        write(streams, as_json(source) if arguments.json else line(source))
    for failure in failures:
        say(streams, failure)
    if not sources:
        say(streams, "The library has no sources yet. `newsreader add PATH` adds one.")
    return ExitCode.DONE


def line(source: Source) -> str:
    """ID, unread of total, kind, title and location of a source."""
    counts = f"{source.unread}/{source.total}"
    location = clean_line(source.location)
    return f"{source.id:>4}  {counts:>9}  {source.kind:8}  {source.title}  {location}".rstrip()


def as_json(source: Source) -> str:
    """All that the library knows about a source, as one line of JSON; keys are the fields of `Source`."""
    import msgspec

    return msgspec.json.encode(source).decode()
