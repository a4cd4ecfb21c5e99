"""The sources pane: folders in folders, counts, what is folded away, and how a source fares."""

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from library.records import Publisher, Selection, Source, SourceKind
from tests.strategies import clean_lines
from tui.source_tree import Counted, above, health, source_row_bits, source_rows, title_of
from tui.wrap import cells

NOW = datetime(2024, 4, 2, 12, tzinfo=UTC)


def source(identity: int, title: str, unread: int, *publishers: Publisher, **fields: Any) -> Source:
    values: dict[str, Any] = {
        "id": identity, "kind": SourceKind.FOLDER, "title": title, "location": "/x", "added_at": NOW,
        "refreshed_at": NOW, "failure": None, "unread": unread, "total": 9, "publishers": publishers,
    }
    return Source(**{**values, **fields})


def test_sources_are_a_tree_with_publishers_and_views() -> None:
    """All, the sources with what was found in them, and the starred; counts are of unread articles."""
    held = (source(1, "Examples", 2, Publisher("Herald", 2, 3), Publisher(None, 0, 1)), source(2, "Empty", 0))
    tree = source_rows(Counted(held, 4), frozenset())

    assert [(row.label, row.depth, row.count) for row in tree] == [
        ("All", 0, 2), ("Examples", 1, 2), ("Herald", 2, 2), ("(unnamed)", 2, 0), ("Empty", 1, 0),
        ("", 0, None), ("Views", 0, None), ("● Unread", 1, 2), ("★ Starred", 1, 4),
        ("◷ Read later", 1, 0),
    ]
    assert tree[2].selection == Selection(source=1, publisher="Herald", by_publisher=True)
    folded = source_rows(Counted((source(1, "A", 1, Publisher("B", 1, 1)),)), frozenset({1}))
    assert [row.label for row in folded][:3] == ["All", "A", ""]


@example("Prime", 8, 10**6)
@given(clean_lines(), st.integers(8, 60), st.integers(0, 10**6))
def test_a_source_row_fits_with_its_count_at_the_right(label: str, width: int, count: int) -> None:
    """Counts line up, whatever the source is called."""
    rows = source_rows(Counted((source(1, label, count, failure="It is gone."),)), frozenset())
    bits = source_row_bits(rows[1], width)

    assert cells("".join(text for text, _ in bits)) <= max(width, 16)
    assert (f"{count:,}", "row_read" if count else "frame") in bits


def test_lists_are_called_after_what_they_show() -> None:
    """The publisher, the source, or the view."""
    known = [source(1, "Examples", 0)]

    assert title_of(Selection(), known, {}) == "All"
    assert title_of(Selection(source=1), known, {}) == "Examples"
    assert title_of(Selection(folder="World/Europe"), known, {}) == "Europe"
    assert title_of(Selection(source=1, publisher=None, by_publisher=True), known, {}) == "(unnamed)"
    assert title_of(Selection(starred=True), known, {}) == "Starred"
    assert title_of(Selection(entities=(4, 7)), known, {4: "Ada", 7: "Halden"}) == "Ada + Halden"


def in_folders() -> Counted:
    """Three sources in two folders, one inside the other, and one in none."""
    return Counted((
        source(1, "Herald", 2, Publisher("Herald", 2, 2), folder="World/Europe"), source(2, "Echo", 1, folder="World"),
        source(3, "Chess", 4, folder="hobbies"), source(4, "Loose", 1),
    ))


def test_sources_stand_in_their_folders_with_their_counts_summed_up() -> None:
    """Folders before sources, by name whatever its capitals; a folder shows what is in it, however deep."""
    tree = source_rows(in_folders(), frozenset())

    assert [(row.label, row.depth, row.count) for row in tree][:8] == [
        ("All", 0, 8), ("hobbies", 1, 4), ("Chess", 2, 4), ("World", 1, 3), ("Europe", 2, 2), ("Herald", 3, 2),
        ("Herald", 4, 2), ("Echo", 2, 1),
    ]
    assert tree[4].selection == Selection(folder="World/Europe")


def test_a_folded_folder_hides_what_is_in_it() -> None:
    """All of it, and its count stays."""
    tree = source_rows(in_folders(), frozenset({"World"}))

    assert [row.label for row in tree][:5] == ["All", "hobbies", "Chess", "World", "Loose"]
    assert tree[3].folded


def test_a_row_is_folded_away_with_what_it_stands_in() -> None:
    """A publisher with its source, a source with its folder, a folder with the one around it."""
    tree = source_rows(in_folders(), frozenset())

    assert [above(tree, index) for index in range(9)] == [0, 1, 1, 3, 3, 4, 5, 3, 8]
    assert above(tree, len(tree) - 1) == len(tree) - 1


def test_how_a_source_fares_is_said_in_words() -> None:
    """When it was read, or what could not be; a folder counts the sources that fail."""
    known = (
        source(1, "Fine", 0, folder="A", refreshed_at=NOW - timedelta(hours=3)),
        source(2, "Gone", 0, folder="A", failure="It is gone."), source(3, "Holes", 0, folder="A/B", failing=2),
        source(4, "New", 0, refreshed_at=None),
    )
    rows = source_rows(Counted(known), frozenset())
    told = {row.label: (health(row, known, NOW, UTC), row.failing) for row in rows if row.selection is not None}

    assert told == {
        "All": ("", ""), "A": ("2 sources fail", "all"), "B": ("1 source fails", "some"),
        "Fine": ("read 3 h ago", ""), "Gone": ("not readable", "all"), "Holes": ("2 pages fail", "some"),
        "New": ("not read yet", ""), "● Unread": ("", ""), "★ Starred": ("", ""),
        "◷ Read later": ("", ""),
    }
