"""The rows of the sources pane: sources in their folders, the publishers found in them, then the views and people.

Pure: values of the library in, rows of text out.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, tzinfo

from msgspec import Struct

from library import tags
from library.entities.records import EntityRow
from library.folders import is_inside
from library.records import Selection, Source
from library.saved import Saved
from tui.actions.action import Row
from tui.dates import ago
from tui.render import Bit
from tui.rows import LATER, MUTED, STARRED, UNREAD, bar
from tui.wrap import cells, cut

MANY_PUBLISHERS = 12
"""A source with more of them is folded until its reader unfolds it: the others would be out of sight."""

Branch = int | str
"""What can be folded: a source by its id, a folder by its path."""


class Counted(Struct, frozen=True):
    """What the pane shows, with its counts."""

    sources: tuple[Source, ...] = ()
    starred: int = 0
    tags: tuple[tuple[str, int], ...] = ()
    """By name, with how many articles have each."""
    muted: int = 0
    """How many articles are muted."""
    saved: tuple[Saved, ...] = ()
    """Lists that were saved, by name."""
    mutes: int = 0
    """How many words and queries mute them."""


class SourceRow(Struct, frozen=True):
    """One row of the sources pane."""

    label: str
    selection: Selection | None
    """What the list shows when the row is selected; None: a heading or an empty row, which never is."""
    depth: int = 0
    count: int | None = None
    """Unread articles (all of the starred, of a tag, of a name); None: the row counts nothing."""
    source: int | None = None
    """The source it is, or belongs to."""
    folder: str | None = None
    """The path of the folder it is; None: it is none."""
    branch: Branch | None = None
    """What is hidden and shown with it; None: nothing."""
    folded: bool = False
    """Whether that is hidden."""
    kind: Row = "view"
    """What it is: a publisher counts as its source."""
    failing: str = ""
    """Whether something below it could not be read: "all" of it, "some" pages, "" nothing."""


def source_rows(counted: Counted, turned: frozenset[Branch], people: Sequence[EntityRow] = ()) -> list[SourceRow]:
    """The tree of sources with the publishers found in them, then the views, then people.

    `turned` are the sources and folders that were folded or unfolded by hand.
    """
    unread = sum(source.unread for source in counted.sources)
    rows = [SourceRow("All", Selection(), count=unread), *_level(counted.sources, "", 1, turned)]
    rows += [SourceRow("", None), SourceRow("Views", None),
             SourceRow(f"{UNREAD} Unread", Selection(unread=True), 1, unread),
             SourceRow(f"{STARRED} Starred", Selection(starred=True), 1, counted.starred),
             SourceRow(f"{LATER} Read later", Selection(tag=tags.LATER), 1, dict(counted.tags).get(tags.LATER, 0))]
    if counted.mutes:
        rows.append(SourceRow(f"{MUTED} Muted", Selection(muted=True), 1, counted.muted))
    if counted.saved:
        rows += [SourceRow("", None), SourceRow("Saved", None)]
        rows += [SourceRow(saved.name, saved.selection, 1, kind="saved") for saved in counted.saved]
    own = [SourceRow(f"#{tag}", Selection(tag=tag), 1, count, kind="tag")
           for tag, count in counted.tags if tag != tags.LATER]
    if own:
        rows += [SourceRow("", None), SourceRow("Tags", None), *own]
    if people:
        rows += [SourceRow("", None), SourceRow("People", None)]
        rows += [SourceRow(person.name, Selection(entities=(person.id,)), 1, person.articles) for person in people]
    return rows


def _level(sources: Sequence[Source], folder: str, depth: int, turned: frozenset[Branch]) -> list[SourceRow]:
    """What stands directly in a folder ("": in none): its folders by name, then its sources."""
    rows: list[SourceRow] = []
    start = len(folder) + 1 if folder else 0
    inner = {source.folder[start:].partition("/")[0] for source in sources} - {""}
    for name in sorted(inner, key=str.casefold):
        path = f"{folder}/{name}" if folder else name
        held = [source for source in sources if is_inside(source.folder, path)]
        rows.append(SourceRow(
            name, Selection(folder=path), depth, sum(source.unread for source in held), folder=path, branch=path,
            folded=path in turned, kind="folder", failing=_failing(held),
        ))
        if path not in turned:
            rows += _level(held, path, depth + 1, turned)
    for source in sources:
        if source.folder == folder:
            rows += _source(source, depth, turned)
    return rows


def _source(source: Source, depth: int, turned: frozenset[Branch]) -> list[SourceRow]:
    """A source, and below it the publishers of its articles."""
    parts = source.publishers if [part.name for part in source.publishers] != [None] else ()  # one row says it all
    hidden = (source.id in turned) != (len(parts) > MANY_PUBLISHERS)
    rows = [SourceRow(
        source.title, Selection(source=source.id), depth, source.unread, source.id,
        branch=source.id if parts else None, folded=bool(parts) and hidden, kind="source", failing=_failing([source]),
    )]
    for publisher in () if hidden else parts:
        selection = Selection(source=source.id, publisher=publisher.name, by_publisher=True)
        label = publisher.name or "(unnamed)"
        rows.append(SourceRow(label, selection, depth + 1, publisher.unread, source.id, kind="source"))
    return rows


def _failing(sources: Sequence[Source]) -> str:
    if any(source.failure for source in sources):
        return "all"
    return "some" if any(source.failing for source in sources) else ""


def above(rows: Sequence[SourceRow], index: int) -> int:
    """The place of the row that this one is folded away with; its own when there is none."""
    for place in range(index - 1, -1, -1):
        if rows[place].selection is None:
            break
        if rows[place].depth < rows[index].depth and rows[place].branch is not None:
            return place
    return index


def source_row_bits(row: SourceRow, width: int, selected: str = " ") -> list[Bit]:
    """The row in `width` cells: fold, label, and the count at the right, faint when it is zero."""
    if row.selection is None:
        return [(f" {row.label}", "row")]
    fold = "  " if row.branch is None else ("▸ " if row.folded else "▾ ")
    lead = " " * max(0, row.depth - 1) * 2 + fold if row.depth else ""
    count = "" if row.count is None else f"{row.count:,}"
    mark = "! " if row.failing else ""
    room = width - 1 - cells(lead) - cells(mark) - cells(count) - 2
    if room < 1:  # a pane of a few cells: the indent goes before the label or the count does
        room, lead = room + cells(lead), ""
    label = cut(row.label, max(1, room))
    style = "row_unread" if row.count and not row.selection.by_publisher else "row_read"
    gap = " " * max(1, room - cells(label) + 1)
    return [bar(selected), (lead, "row"), (mark, "row_alert" if row.failing == "all" else "row"), (label, style),
            (gap, "row"), (count, "row_read" if row.count else "frame"), (" ", "row")]


def health(row: SourceRow, sources: Iterable[Source], now: datetime, zone: tzinfo | None = None) -> str:
    """How the source of a row fares, or those of its folder, in a few words; "" when there is nothing to tell."""
    if row.source is None:
        held = [source for source in sources if row.folder is not None and is_inside(source.folder, row.folder)]
        failing = sum(bool(source.failure or source.failing) for source in held)
        return "" if not failing else "1 source fails" if failing == 1 else f"{failing} sources fail"
    source = next((source for source in sources if source.id == row.source), None)
    if source is None:
        return ""
    if source.failure:
        return "not readable"
    if source.failing:
        return "1 page fails" if source.failing == 1 else f"{source.failing:,} pages fail"
    return f"read {ago(source.refreshed_at.isoformat(), now, zone)}" if source.refreshed_at else "not read yet"


def title_of(selection: Selection, sources: Sequence[Source], named: Mapping[int, str],
             saved: Sequence[Saved] = ()) -> str:
    """What a list is called: its source, folder or publisher, the view, or the names (by entity) its articles share.

    `saved` are lists that have a name of their own.
    """
    for one in saved:
        if one.selection == selection:
            return one.name
    if selection.story is not None:
        return "The same story"
    if selection.entities:
        return " + ".join(named.get(entity, "a name") for entity in selection.entities)
    if selection.by_publisher:
        return selection.publisher or "(unnamed)"
    if selection.folder:
        return selection.folder.rpartition("/")[2]
    for source in sources:
        if source.id == selection.source:
            return source.title
    if selection.tag:
        return "Read later" if selection.tag == tags.LATER else f"#{selection.tag}"
    if selection.muted:
        return "Muted"
    return "Starred" if selection.starred else "Unread" if selection.unread else "All"
