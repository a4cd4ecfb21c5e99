"""What the first picture shows: read before the screen exists, so that it is painted once and complete.

And the place that is remembered from one start to the next.
"""

from typing import TypeVar

import msgspec
from msgspec import Struct

from library import Library
from library.records import Opened, Selection, Source
from tui.paging import Pages

T = TypeVar("T")

LAST_PLACE, FOLDED = ("last_place", "folded_sources")


class Place(Struct, frozen=True):
    """Where the reader was."""

    selection: Selection
    row: int | None = None
    """Key of the row under the cursor."""


class FirstLook(Struct, frozen=True):
    """Everything the first picture needs."""

    sources: tuple[Source, ...]
    starred: int
    selection: Selection
    pages: Pages
    cursor: int
    failures: tuple[str, ...]
    """The pages of the list that could not be read, a sentence each."""
    opened: Opened | None
    folded: frozenset[int]


def first_look(library: Library) -> FirstLook:
    """The list the reader left, or all articles; the article that was open, or the first unread one."""
    place = _read(library, LAST_PLACE, Place) or Place(Selection())
    sources = library.sources()
    selection = place.selection
    if selection.source is not None and selection.source not in {source.id for source in sources}:
        selection = Selection()
    pages = Pages(library.rows(selection))
    if not pages.rows and selection != Selection():
        selection = Selection()
        pages = Pages(library.rows(selection))
    cursor = pages.index_of(place.row) if place.row is not None else None
    if cursor is None:
        cursor = first_unread(library, selection, pages)
    for page in pages.missing(cursor, cursor + 1):
        pages.put(page, library.headlines(pages.keys(page)))
    headline = pages.headline(cursor) if len(pages) else None
    return FirstLook(
        sources=sources,
        starred=library.count(Selection(starred=True)),
        selection=selection,
        pages=pages,
        cursor=cursor,
        failures=library.failures() if selection == Selection() else (),
        opened=library.opened(headline.article_id) if headline else None,
        folded=_read(library, FOLDED, frozenset[int]) or frozenset(),
    )


def first_unread(library: Library, selection: Selection, pages: Pages) -> int:
    """The place of the first unread article of the list; 0 when all are read."""
    unread = library.rows(msgspec.structs.replace(selection, unread=True))
    return (pages.index_of(unread[0]) or 0) if unread else 0


def remembered(value: object) -> str:
    """A value as the text of a setting."""
    return msgspec.json.encode(value).decode()


def _read(library: Library, key: str, kind: type[T]) -> T | None:
    """A setting; None when there is none, or one that an older or newer version wrote."""
    text = library.setting(key)
    if text is None:
        return None
    try:
        return msgspec.json.decode(text, type=kind)
    except msgspec.MsgspecError:
        return None
