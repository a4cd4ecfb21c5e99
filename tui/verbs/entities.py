"""`newsreader entities [NAME]`: who and what is in the library; with a name all about one, as Markdown or JSON."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from library import Library
from library.entities.keys import folded
from library.entities.records import EntityRow, Listed
from tui.verbs.home import library_of
from tui.verbs.streams import ExitCode, Streams, UsageError, counted, progress, say, write

if TYPE_CHECKING:
    from collections.abc import Sequence

# Entities that a message about an ambiguous name shows: the most named come first.
_SHOWN = 12


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", nargs="?",
                        help="a name, words of one, or #ID as the list shows it; none: list them all")
    parser.add_argument("--json", action="store_true", help="JSON: one object per line, or the dossier as one")


def run(arguments: Namespace, streams: Streams) -> ExitCode:
    """A line per entity on stdout, most named first, or one dossier. PARTLY when the name is nobody or ambiguous.

    Raises UsageError for a name without a letter.
    """
    if arguments.name is not None and not arguments.name.strip():
        raise UsageError("The name is empty. Write one, or leave it out to list all names.")
    with library_of(arguments, streams) as library:
        _bring_up_to_date(library, streams)
        if arguments.name is None:
            return _list(library, arguments.json, streams)
        found = _named(library, arguments.name)
        if len(found) == 1:
            text = library.entities.dossier(found[0].id, as_json=arguments.json)
            write(streams, (text or "").rstrip("\n"))
            return ExitCode.DONE
        _tell(arguments.name, found, streams)
    return ExitCode.PARTLY


def _list(library: Library, as_json: bool, streams: Streams) -> ExitCode:
    any_at_all = False
    for one in library.entities.listed():
        any_at_all = True
        write(streams, _as_json(one) if as_json else _line(one))
    if not any_at_all:
        say(streams, "No names in the library yet. `newsreader add PATH` adds a file or folder.")
    return ExitCode.DONE


def _line(one: Listed) -> str:
    """ID, mentions, articles, outlets, first and last day, type, name."""
    row = one.entity
    days = f"{one.first_seen:%Y-%m-%d} – {one.last_seen:%Y-%m-%d}"
    counts = f"{row.mentions:>6} in {row.articles:>5}, {counted(one.outlets, 'outlet'):10}"
    return f"#{row.id:<7} {counts} {days}  {row.type:6}  {row.name}"


def _as_json(one: Listed) -> str:
    """One line; keys change only by addition."""
    import msgspec

    row = one.entity
    return msgspec.json.encode({
        "id": row.id, "name": row.name, "type": row.type, "mentions": row.mentions, "articles": row.articles,
        "sources": one.outlets, "first_seen": one.first_seen, "last_seen": one.last_seen,
    }).decode()


def _named(library: Library, name: str) -> "Sequence[EntityRow]":
    """Whom the name means: an id, else the only one called exactly so, else all that it may mean."""
    if name.startswith("#") and name[1:].isdecimal():
        card = library.entities.card(int(name[1:]), together=0)
        return [card.entity] if card else []
    found = library.entities.search(name, limit=_SHOWN + 1)
    exact = [row for row in found if folded(row.name) == folded(name)]
    return exact if len(exact) == 1 else found


def _tell(name: str, found: "Sequence[EntityRow]", streams: Streams) -> None:
    if not found:
        say(streams, f"Nobody and nothing in the library is called {name}. `newsreader entities` lists all names.")
        return
    number = f"more than {_SHOWN}" if len(found) > _SHOWN else str(len(found))
    say(streams, f"{name} may mean {number}. Give the whole name, or one of these with its sign:")
    for row in found[:_SHOWN]:
        say(streams, f"  '#{row.id}'  {row.name} ({row.type}, {counted(row.articles, 'article')})")


def _bring_up_to_date(library: Library, streams: Streams) -> None:
    """After an update the names of all articles are read again, once."""
    if not library.entities.pending():
        return
    say(streams, f"Reading the names of {counted(library.entities.pending(), 'article')} again, once after an update.")
    for step in library.entities.reannotate():
        progress(streams, f"{step.done}/{step.total}")
    progress(streams, "")
