"""What the first picture shows: read before the screen exists, so that it is painted once.

And the place that is remembered from one start to the next. A large library is not read for it: counts of a
hundred thousand articles take a fifth of a second, which is as long as the whole start. So the last session leaves
behind what it showed, and the whole list comes when the screen stands.
"""

from typing import TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from library import Library, folders
from library.records import Opened, Order, Selection
from tui.actions import Pane
from tui.paging import PAGE, Pages
from tui.panes import Widths
from tui.source_tree import Branch, Counted

T = TypeVar("T")

LAST_PLACE, LAST_SOURCES, TURNED, WIDTHS = ("last_place", "last_sources", "turned_sources", "pane_widths")
FIRST_ROWS = 3 * PAGE
"""Rows that the first picture reads when nothing is remembered: more than any screen shows."""

LONG = 5_000
"""Words of an article that the first picture waits for: setting them takes some 25 ms of a start of 300."""


class Place(Struct, frozen=True):
    """Where the reader was."""

    selection: Selection = Selection()
    """What the list showed, its filter included."""
    view: Selection = Selection()
    """What the row of the sources stood for."""
    row: int | None = None
    """Key of the row under the cursor."""
    pane: Pane | None = None
    order: Order = Order.NEWEST
    total: int = 0
    """How many rows the list had."""
    start: int = 0
    """The place of the first key."""
    keys: tuple[int, ...] = ()
    """Row keys of the pages around the cursor."""


class FirstLook(Struct, frozen=True):
    """Everything the first picture needs."""

    counted: Counted
    """The sources with their counts, as they were last shown."""
    place: Place
    pages: Pages
    """The list, or the part of it that is known without reading all of it."""
    cursor: int
    opened: Opened | None
    """The article under the cursor; None: there is none, or it is so long that it comes after the first picture."""
    turned: frozenset[Branch]
    """Sources and folders that were folded or unfolded by hand."""
    widths: Widths | None
    """What the reader has pulled the panes to; None: nothing."""
    is_first: bool
    """The reader was never here before."""


def first_look(library: Library, order: Order = Order.NEWEST) -> FirstLook:
    """The list the reader left, or all articles; the article that was open, or the first unread one."""
    known = _read(library, LAST_PLACE, Place)
    counted = _read(library, LAST_SOURCES, Counted)
    if counted is None:
        counted = count(library)
    place = known or Place(order=order)
    if _is_gone(place.view, counted) or place.order != order:
        place = Place(order=order)
    pages = _pages(library, place)
    if not len(pages) and place.selection != Selection():
        place = Place(order=order)
        pages = _pages(library, place)
    cursor = pages.index_of(place.row) if place.row is not None else None
    for page in pages.missing(*((0, 1) if cursor is None else (cursor, cursor + 1))):
        pages.put(page, library.headlines(pages.keys(page)))
    if cursor is None:
        cursor = next((index for index in range(min(len(pages), PAGE)) if not _is_read(pages, index)), 0)
    headline = pages.headline(cursor) if len(pages) else None
    return FirstLook(
        counted=counted, place=place, pages=pages, cursor=cursor,
        opened=library.opened(headline.article_id) if headline and headline.words <= LONG else None,
        turned=_read(library, TURNED, frozenset[Branch]) or frozenset(), widths=_read(library, WIDTHS, Widths),
        is_first=known is None,
    )


def count(library: Library) -> Counted:
    """What the sources pane shows, counted now."""
    return Counted(library.sources(), library.count(Selection(starred=True)), library.tags(),
                   library.count(Selection(muted=True)), library.saved(), len(library.mutes()))


def _is_gone(view: Selection, counted: Counted) -> bool:
    """The row of the sources that the reader left is not there any more."""
    if view.folder:
        return view.folder not in folders.known(counted.sources)
    return view.source is not None and view.source not in {source.id for source in counted.sources}


def _pages(library: Library, place: Place) -> Pages:
    """The part of the list that is remembered, or its beginning."""
    if place.keys:
        return Pages.part(place.total, place.start, place.keys)
    return Pages(library.rows(place.selection, place.order, limit=FIRST_ROWS))


def _is_read(pages: Pages, index: int) -> bool:
    headline = pages.headline(index)
    return headline is None or headline.read


def place_of(pages: Pages, cursor: int, place: Place) -> Place:
    """The place, with the row under the cursor and those around it."""
    if not len(pages):
        return place
    start = max(0, cursor // PAGE - 1) * PAGE
    return replace(place, row=pages.rows[cursor], total=len(pages), start=start,
                   keys=tuple(pages.rows[start:start + 3 * PAGE]))


def first_unread(library: Library, selection: Selection, order: Order, pages: Pages) -> int:
    """The place of the first unread article of the list; 0 when all are read."""
    unread = library.rows(replace(selection, unread=True), order, limit=1)
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
