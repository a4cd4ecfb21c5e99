"""`newsreader refresh [ID …]`: read sources again, and tell what is new and what could not be read."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence

from library import Library
from tui.verbs.home import library_of
from tui.verbs.streams import ExitCode, Streams, counted, progress, say


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("ids", metavar="ID", type=int, nargs="*",
                        help="a number that 'newsreader sources' shows; none: every source")


def run(arguments: Namespace, streams: Streams) -> ExitCode:
    """A line per failure and a summary, all on stderr."""
    with library_of(arguments, streams) as library:
        known = {source.id for source in library.sources()}
        unknown = [source_id for source_id in arguments.ids if source_id not in known]
        for source_id in unknown:
            say(streams, f"There is no source {source_id}. `newsreader sources` lists them.")
        wanted = known & set(arguments.ids) if arguments.ids else known
        code = refresh(library, sorted(wanted), streams)
    return ExitCode.PARTLY if unknown else code


def refresh(library: Library, source_ids: Sequence[int], streams: Streams) -> ExitCode:
    """Refresh these sources with progress, failures and a summary on stderr. PARTLY when anything failed."""
    new = changed = failed = 0
    for done in library.refresh(source_ids, progress=_progress(streams)):
        failures = done.failures or ((done.source.failure,) if done.source.failure else ())
        for failure in failures:
            say(streams, failure)
        new, changed, failed = new + done.new, changed + done.changed, failed + len(failures)
    summary = f"{counted(len(source_ids), 'source')} read: {new} new, {changed} changed"
    say(streams, f"{summary}, {counted(failed, 'failure')}." if failed else f"{summary}.")
    return ExitCode.PARTLY if failed else ExitCode.DONE


def _progress(streams: Streams) -> Callable[[int, int, str], None]:
    """Tells how many files are read, and which is next."""
    def show(done: int, total: int, name: str) -> None:
        progress(streams, f"{done}/{total} {name}" if done < total else "")

    return show
