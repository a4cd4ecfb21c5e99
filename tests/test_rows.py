"""Lists: what a row tells in how many cells, which pages of it are read, and the frame around them."""

from array import array
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.records import Headline
from tests.strategies import clean_lines, prose
from tui.clipboard import copy_with_tool, open_in_browser, refusal
from tui.paging import KEPT_PAGES, PAGE, Pages
from tui.rows import about, headline_rows, shortened
from tui.widgets.frame import Stretch, frame_bits
from tui.wrap import cells

NOW = datetime(2024, 4, 2, 12, tzinfo=UTC)


def headline(row: int = 1, title: str = "A title", **fields: Any) -> Headline:
    values: dict[str, Any] = {
        "row": row, "article_id": f"{row:032x}", "source_id": 1, "title": title, "publisher": "Herald",
        "kicker": None, "section": None, "published": None, "arrived_at": NOW, "words": 300, "entities": 12,
        "read": False, "starred": False, "problem": None,
    }
    return Headline(**{**values, **fields})


@given(clean_lines().filter(bool), st.integers(20, 90), st.sampled_from((1, 2)), st.booleans(), st.booleans())
def test_a_row_of_the_list_fits_and_has_its_height(
    title: str, width: int, lines: int, read: bool, starred: bool
) -> None:
    """Every article takes as many rows as any other, none wider than the pane."""
    rows = headline_rows(headline(title=title, read=read, starred=starred), width, lines, NOW)

    assert len(rows) == lines + 1
    assert all(sum(cells(text) for text, _ in row) <= width for row in rows)


@given(clean_lines().filter(bool), st.integers(20, 120), st.booleans(), st.booleans())
def test_a_row_of_one_line_fits(title: str, width: int, starred: bool, changed: bool) -> None:
    """State, date, publisher where there is room, title and marks, never wider than the pane."""
    (row,) = headline_rows(headline(title=title, starred=starred, changed=changed), width, 0, NOW)
    text = "".join(text for text, _ in row)

    assert cells(text) <= width
    assert ("★" in text.removeprefix(title), "Δ" in text[-3:]) == (starred or "★" in title, changed)


def test_a_row_of_one_line_tells_when_whose_and_what() -> None:
    """The date stands right, so that titles begin below each other."""
    fields: dict[str, Any] = {"published": "2024-04-02T09:00:00+00:00", "starred": True, "changed": True}
    (wide,) = headline_rows(headline(**fields), 70, 0, NOW, zone=UTC)
    (narrow,) = headline_rows(headline(**fields), 40, 0, NOW, zone=UTC)

    assert "".join(text for text, _ in wide).split() == ["●", "3h", "Herald", "A", "title", "★", "Δ"]
    assert "".join(text for text, _ in narrow).split() == ["●", "3h", "A", "title", "★", "Δ"]


def test_a_row_tells_state_title_and_what_decides_a_click() -> None:
    """Unread is a dot and a bold style, starred a star; below stand publisher, date, minutes, names."""
    unread, told = headline_rows(headline(), 50, 1, NOW)
    starred, *_ = headline_rows(headline(read=True, starred=True), 50, 1, NOW)

    assert [text for text, _ in unread[1:]] == ["● ", "A title"]
    assert unread[2][1] == "row_unread"
    assert told[-1][0] == "Herald · no date · 1 min · 12 names"
    assert starred[2] == ("A title", "row_read")
    assert starred[-1][0].endswith("★")


def test_no_line_of_a_row_stays_empty() -> None:
    """A title of one line leaves room for two lines of facts, or for more of what is wrong."""
    fields: dict[str, Any] = {"published": "2024-04-02T09:00:00+00:00", "tags": ("climate", "later")}
    named, unnamed = (headline_rows(headline(publisher=name, **fields), 44, 2, NOW, zone=UTC)
                      for name in ("Herald", None))
    broken = headline_rows(headline(problem="The page is empty: save it again, with its text."), 30, 2, NOW)

    assert [row[-1][0] for row in named[1:]] == ["Herald", "3 h ago · 1 min · 12 names · #climate"]
    assert [row[-1][0] for row in unnamed[1:]] == ["3 h ago", "1 min · 12 names · #climate"]
    assert [row[-1][0] for row in broken[1:]] == ["The page is empty: save it", "again, with its text."]
    two = headline_rows(headline(title="A title of two lines or more"), 24, 2, NOW)
    assert [row[2][0] for row in two] == ["A title of two lines", "or more", "no date · 1 min"]


@given(st.text("ابتثج חדשות 12", min_size=4, max_size=60).map(lambda text: " ".join(["خبر", *text.split()])),
       st.integers(24, 90), st.sampled_from((0, 1, 2)), st.booleans())
def test_titles_from_right_to_left_stand_at_the_right(title: str, width: int, lines: int, starred: bool) -> None:
    """As far as the marks, which stay where they are in other rows."""
    rows = headline_rows(headline(title=title, starred=starred), width, lines, NOW)
    texts = ["".join(text for text, style in row if style == "row_unread") for row in rows[:max(1, lines)]]
    marked = cells(" ★") if starred else 0

    assert all(sum(cells(text) for text, _ in row) <= width for row in rows)
    assert sum(cells(text) for text, _ in rows[0]) == width - 1
    assert not texts[0].endswith(" ")
    assert all(cells(text) == width - 4 - marked for text in texts if lines and text)


def test_a_page_that_could_not_be_read_says_so_in_its_row() -> None:
    """The row of a broken page is words, not an empty title."""
    rows = headline_rows(headline(problem="The page is empty: save it again."), 60, 1, NOW)

    assert rows[1][-1] == ("The page is empty: save it again.", "row_alert")


@given(prose(), prose(), st.integers(8, 60))
def test_facts_fit_whatever_the_publisher_is_called(publisher: str, kicker: str, width: int) -> None:
    """The publisher is cut before the date and the minutes are."""
    told = about(headline(publisher=publisher, kicker=kicker), width, NOW)

    assert cells(told) <= width
    assert width < 26 or "no date · 1 min" in told


def test_a_long_title_ends_in_an_ellipsis() -> None:
    """Two lines at most, cut by cells."""
    assert shortened("one two three four", 9, 2) == ["one two", "three fo…"]
    assert shortened("新闻联播再见", 5, 1) == ["新闻…"]


def test_only_pages_in_sight_are_asked_for_and_old_ones_go() -> None:
    """A long scroll keeps a bounded number of headlines."""
    pages = Pages(range(PAGE * (KEPT_PAGES + 8)))

    assert pages.missing(PAGE - 1, PAGE + 1) == [0, 1]
    for page in range(KEPT_PAGES + 5):
        pages.put(page, [headline(row) for row in pages.keys(page)])
    assert len(list(pages.loaded())) == PAGE * KEPT_PAGES
    assert pages.missing(0, 1) == [0]
    last = (KEPT_PAGES + 5) * PAGE - 1
    found = pages.headline(last)
    assert found is not None
    assert found.row == last


def test_marking_changes_what_is_shown_and_nothing_else() -> None:
    """The new state is seen before it is written; other articles keep theirs."""
    pages = Pages([5, 6])
    pages.put(0, [headline(5), headline(6, starred=True)])
    pages.mark([f"{5:032x}"], read=True)

    assert [(found.read, found.starred) for found in pages.loaded()] == [(True, False), (False, True)]
    assert pages.index_of(6) == 1
    assert pages.index_of(7) is None
    assert pages.keys(0) == array("q", [5, 6])


def test_an_article_that_has_left_the_library_leaves_a_gap_and_no_error() -> None:
    """Its page was read and did not hold it."""
    pages = Pages([5, 6])
    pages.put(0, [headline(5)])

    assert pages.headline(1) is None
    assert pages.is_read(1)


@given(st.lists(st.tuples(st.integers(14, 60), clean_lines(), st.sampled_from(("", "38 %"))), min_size=1,
                max_size=3))
def test_the_frame_is_as_wide_as_the_panes(stretches: list[tuple[int, str, str]]) -> None:
    """Titles are cut, never the frame."""
    parts = [Stretch(width, [(title, "frame_title")] if title else [], right) for width, title, right in stretches]
    bits = frame_bits(parts, "┬")

    assert sum(cells(text) for text, _ in bits) == sum(stretch.width for stretch in parts)


@pytest.mark.parametrize(("url", "fine"), [
    ("https://example.org/a?b=c", True), ("http://example.org", True), ("javascript:alert(1)", False),
    ("file:///etc/passwd", False), ("-https://example.org", False), ("https://", False), ("--help", False),
    ("https://example.org/a b", False), ("https://example.org/\x1b]0;x", False), ("http://[", False), ("", False),
])
def test_only_web_addresses_are_given_to_a_browser(url: str, fine: bool) -> None:
    """Nothing that a program could take for an option, a file or a script."""
    opened: list[str] = []

    def browse(address: str) -> bool:
        opened.append(address)
        return True

    reason = open_in_browser(url, {"DISPLAY": ":0"}, "linux", browse)

    assert (reason is None, opened) == ((True, [url]) if fine else (False, []))
    assert reason == refusal(url)


def test_without_a_desktop_no_browser_is_started() -> None:
    """A browser that draws in this terminal would draw over the reader."""
    def browse(address: str) -> bool:
        raise AssertionError(address)

    assert "no desktop" in str(open_in_browser("https://example.org", {}, "linux", browse))
    assert open_in_browser("https://example.org", {"DISPLAY": ":0"}, "linux", lambda _: False) is not None


def test_a_clipboard_tool_gets_the_text_on_its_standard_input(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tool of the desktop there is; one that fails is passed over."""
    tool = tmp_path / "xsel"
    tool.write_text(f'#!/bin/sh\n/bin/cat > "{tmp_path}/got"\n')
    tool.chmod(0o755)
    broken = tmp_path / "xclip"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    assert copy_with_tool("Zürich", {"DISPLAY": ":0"}) == "xsel"
    assert (tmp_path / "got").read_text(encoding="utf-8") == "Zürich"
    assert copy_with_tool("x", {}) is None
