"""`newsreader list [QUERY]`: articles of the library, newest first. `read` and `export` take the ID it prints."""

from argparse import ArgumentParser, Namespace

from library import Library, query
from library.records import Headline, Selection
from tui.verbs.home import library_of
from tui.verbs.streams import ExitCode, Streams, UsageError, say, write

# Rows per query. Large enough that SQL costs nothing per row, small enough that the first line comes at once.
_CHUNK = 500
# Digits of an ID that are printed: at 100 000 articles two share 12 with a chance of 2 in 100 000; `read` and
# `export` take any beginning that only one article has.
ID_DIGITS = 12


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("query", metavar="QUERY", nargs="*",
                        help="which: 'person:blinken org:nato near:8 -place:paris \"cease fire\" since:30d'")
    parser.add_argument("--tag", action="append", default=[], metavar="TAG", help="only articles with this tag")
    parser.add_argument("--muted", action="store_true", help="only what is muted, which is left out otherwise")
    parser.add_argument("--json", action="store_true", help="one JSON object per line, without bodies")


def run(arguments: Namespace, streams: Streams) -> ExitCode:
    """A line per article on stdout. Raises UsageError for a query that is none."""
    wanted = " ".join([*arguments.query, *(f'tag:"{tag}"' for tag in arguments.tag)])
    asked = query.parse(wanted)
    if isinstance(asked, query.Mistake):
        raise UsageError(f"Query, character {asked.at + 1}: {asked.message}")
    with library_of(arguments, streams) as library:
        rows = library.rows(Selection(query=wanted, muted=arguments.muted))
        hidden = 0 if arguments.muted else library.count(Selection(muted=True))
        for start in range(0, len(rows), _CHUNK):
            for headline in library.headlines(rows[start : start + _CHUNK]):
                text = _as_json(library, headline) if arguments.json else _line(headline)
                if text is not None:
                    write(streams, text)
    if hidden:
        say(streams, f"What is muted ({hidden}) is left out; --muted lists it.")
    if not rows and asked.terms:
        say(streams, "The query finds no article.")
    elif not rows:
        say(streams, "The library has no articles yet. `newsreader add PATH` adds a file or folder.")
    return ExitCode.DONE


def _line(headline: Headline) -> str:
    """● unread, ★ starred; ID, date as the page states it, title, publisher and tags."""
    marks = ("★" if headline.starred else " ") + (" " if headline.read else "●")
    date = (headline.published or "")[: len("2024-04-02")]
    publisher = f" · {headline.publisher}" if headline.publisher else ""
    tags = "".join(f" #{tag}" for tag in headline.tags)
    return f"{marks} {headline.article_id[:ID_DIGITS]}  {date:10}  {headline.title}{publisher}{tags}"


def _as_json(library: Library, headline: Headline) -> str | None:
    """None when another newsreader removed the article since the list was made."""
    from library.export.json import article_json

    opened = library.opened(headline.article_id)
    return None if opened is None else article_json(opened.annotated, bodies=False, tags=opened.tags).decode()
