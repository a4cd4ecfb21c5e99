"""Stories about panes: dividers by key and mouse, the first start on a small screen, and coming back after a fall."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library import Library
from tests.conftest import now
from tests.stories import Story, reading
from tui.panes import NARROWEST_ARTICLES, NARROWEST_BODY, NARROWEST_SOURCES, Widths, pulled, widths
from tui.screens import reader


def sizes(story: Story) -> tuple[int, int]:
    return story.reader.source_list.size.width, story.reader.article_list.size.width


@given(st.integers(100, 400), st.integers(-50, 500), st.integers(-50, 500))
def test_every_pane_keeps_what_it_needs(total: int, sources: int, articles: int) -> None:
    """However far a divider is pulled."""
    for found in (widths(total, None), widths(total, Widths(sources, articles))):
        assert found.sources >= NARROWEST_SOURCES
        assert found.articles >= NARROWEST_ARTICLES
        assert total - found.sources - found.articles >= NARROWEST_BODY


def test_the_first_divider_leaves_the_second_where_it_is() -> None:
    """What the sources gain, the articles lose."""
    assert pulled(Widths(20, 40), first=True, by=5) == Widths(25, 35)
    assert pulled(Widths(20, 40), first=False, by=5) == Widths(20, 45)


async def test_dividers_move_by_key_and_are_remembered(library: Library) -> None:
    """H and L, as often as the number says; = brings them back."""
    async with reading(library, size=(160, 30)) as story:
        assert sizes(story) == (27, 47)
        await story.press("3", "L")
        assert sizes(story) == (27, 53)
        await story.press("h", "H")
        assert sizes(story) == (25, 55)
    async with reading(library, size=(160, 30)) as story:
        assert sizes(story) == (25, 55)
        await story.press("=")
        assert sizes(story) == (27, 47)


async def test_the_mouse_pulls_dividers(library: Library) -> None:
    """Down on the line, along, and up; two clicks bring it back, and no click there chooses a row."""
    async with reading(library, size=(160, 30)) as story:
        await story.pilot.mouse_down("#articles", offset=(46, 4))
        await story.pilot.hover(None, offset=(90, 8))
        await story.pilot.mouse_up(None, offset=(90, 8))
        await story.settle()
        assert sizes(story) == (27, 64)
        assert story.cursor == 0
        await story.pilot.click("#articles", offset=(63, 8), times=2)
        await story.settle()
        assert sizes(story) == (27, 47)


async def test_the_first_start_on_a_small_screen_opens_the_first_story(tmp_path: Path) -> None:
    """One pane is all there is, and a story says more than three titles; who has been here finds what was left."""
    library = Library.open(tmp_path / "new", now=now)
    library.add_examples()
    async with reading(library, size=(80, 24)) as story:
        await story.until(lambda: story.reader.pane == "body")
        assert "Sources ▸ All ▸ " in story.text.splitlines()[0]
        await story.press("h")
        assert story.reader.pane == "articles"
        await story.press("q")
    async with reading(library, size=(80, 24)) as story:
        assert story.reader.pane == "articles"
    library.close()


async def test_a_key_says_that_the_reader_knows_where_to_go(tmp_path: Path) -> None:
    """Nothing is opened over a pane that was chosen."""
    library = Library.open(tmp_path / "new", now=now)
    library.add_examples()
    async with reading(library, size=(80, 24)) as story:
        if story.reader.greets:
            story.reader.type_key("h")
            await story.until(lambda: story.rows == 3)
            assert story.reader.pane == "sources"
    library.close()


async def test_a_place_is_kept_without_a_goodbye(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that goes away costs a second of reading, not the place."""
    monkeypatch.setattr(reader, "REMEMBER_AFTER", 0.001)
    async with reading(library, size=(120, 20)) as story:
        await story.press("j")
        await story.arrive(1)
        await story.press("l", "j", "j", "j")
        title = story.title
        await story.until(lambda: (library.setting("last_place") or "").find('"pane":"body"') > 0)
        opened = story.reader.view.opened
        assert opened is not None
        identity = opened.annotated.article.id
        await story.until(lambda: at(library, identity) > 0)
    async with reading(library, size=(120, 20)) as story:
        assert (story.title, story.reader.pane) == (title, "body")
        assert story.reader.view.scroll_offset.y == 3


def at(library: Library, article_id: str) -> float:
    found = library.opened(article_id)
    return found.position if found else 0.0


async def test_an_event_beside_the_line_pulls_nothing(library: Library) -> None:
    """Only the line between two panes is a handle."""
    async with reading(library, size=(160, 30)) as story:
        await story.pilot.mouse_down("#articles", offset=(20, 4))
        await story.pilot.hover(None, offset=(90, 8))
        await story.pilot.mouse_up(None, offset=(90, 8))
        assert sizes(story) == (27, 47)
