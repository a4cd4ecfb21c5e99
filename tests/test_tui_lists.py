"""Stories about lists: the order, one line or more, words to look for, and where a session goes on."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.widgets import Input

from library import Library
from library.errors import StoreError
from library.records import Selection
from tests.benchmarks.many_articles import make
from tests.conftest import now
from tests.stories import Story, reading
from tui.screens.prompt import Prompt
from tui.screens.reader import Reader


@pytest.fixture
def many(tmp_path: Path) -> Library:
    """Five hundred invented articles of ten sources."""
    make(tmp_path / "many", 500, 30, 300)
    return Library.open(tmp_path / "many", now=lambda: datetime(2026, 11, 21, tzinfo=UTC))


async def test_lists_are_sorted_by_a_chord(library: Library) -> None:
    """S and a letter; the cursor stays on its article, and the next start sorts the same way."""
    async with reading(library) as story:
        first = [story.title]
        await story.press("S", "t")
        await story.until(lambda: "Sorted by title." in story.toasts)
        assert titles(story) == sorted(titles(story), key=str.lower)
        assert [story.title] == first
        await story.press("S", "s")
        lengths = [headline.words for headline in story.reader.article_list.pages.loaded()]
        assert lengths
    async with reading(library) as story:
        assert story.reader.order == "shortest"


def titles(story: Story) -> list[str]:
    pages = story.reader.article_list.pages
    return [headline.title for headline in map(pages.headline, range(len(pages))) if headline is not None]


async def test_one_line_for_each_article_and_back(library: Library) -> None:
    """Z; it is remembered."""
    async with reading(library) as story:
        await story.press("Z", "j")
        await story.arrive(1)
        assert story.reader.article_list.virtual_size.height == 3
        assert "yesterday" not in story.text
    async with reading(library) as story:
        assert story.reader.article_list.one_line
        await story.press("Z")
        assert story.reader.article_list.virtual_size.height == 9


async def test_the_list_follows_the_words_that_are_typed(library: Library) -> None:
    """A slash asks for words; Enter keeps them, Esc in the list ends that, Esc while typing brings back what was."""
    async with reading(library) as story:
        await story.press("slash")
        await story.showing(Prompt)
        await story.press(*"nato")
        await story.until(lambda: story.rows == 1)
        await story.press("enter")
        await story.showing(Reader)
        assert "“nato”" in story.text
        await story.press("slash")
        await story.showing(Prompt)
        story.app.screen.query_one(Input).value = "nothing of the kind"
        await story.until(lambda: story.rows == 0)
        await story.until(lambda: "Nothing here has" in story.text)
        await story.press("escape")
        await story.until(lambda: story.rows == 1)
        await story.press("escape")
        await story.until(lambda: story.rows == 3)
        assert story.reader.pane == "articles"


async def test_a_filter_ends_with_its_list_and_narrows_what_is_marked(library: Library) -> None:
    """A marks only what is shown; another source starts without words."""
    async with reading(library) as story:
        story.reader.look_for("nato")
        await story.until(lambda: story.rows == 1)
        await story.press("A")
        await story.until(lambda: library.count(Selection(unread=True)) == 2)
        await story.press("h", "j")
        await story.until(lambda: story.rows == 3)
        assert story.reader.matching == ""


async def test_the_views_below_the_sources(library: Library) -> None:
    """Unread articles of all sources; read ones stay until the view is left."""
    async with reading(library) as story:
        await story.press("m", "h", "G")
        while story.reader.source_list.current.selection != Selection(unread=True):
            await story.press("k")
        await story.until(lambda: story.rows == 2)
        assert story.reader.source_list.current.selection == Selection(unread=True)
        await story.press("l", "m")
        assert story.rows == 2
        await story.press("q")
    async with reading(library) as story:
        assert story.reader.source_list.current.selection == Selection(unread=True)
        await story.until(lambda: story.rows == 1)


async def test_a_large_library_begins_with_a_part_and_goes_on_with_the_whole(many: Library) -> None:
    """The first picture has the rows around the cursor; the rest follows, and nothing moves."""
    async with reading(many) as story:
        assert len(story.reader.look.pages) < 500
        await story.until(lambda: story.rows == 500)
        await story.press("3", "0", "0", "G")
        await story.arrive(299)
        title = story.title
        await story.press("q")
    async with reading(many) as story:
        look = story.reader.look
        assert (len(look.pages), look.pages.is_whole, look.cursor) == (500, False, 299)
        await story.until(lambda: story.reader.article_list.pages.is_whole)
        assert (story.title, story.cursor) == (title, 299)
        await story.press("g", "g")
        await story.arrive(0)
    many.close()


async def test_a_place_that_is_gone_is_no_reason_to_fail(tmp_path: Path, library: Library) -> None:
    """The source was removed meanwhile, or another version remembered something else."""
    library.set_setting("last_place", "{\"selection\": 3}")
    library.set_setting("last_sources", "[]")
    async with reading(library) as story:
        await story.press("j", "h", "j", "q")
    library.remove(1)
    empty = Library.open(tmp_path / "empty", now=now)
    async with reading(library) as story:
        await story.until(lambda: story.rows == 0)
        assert "No articles yet." in story.text
    empty.close()


async def test_what_could_not_be_written_is_not_shown(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """A star that did not reach the library leaves the screen again, with a word why."""
    def fail(*arguments: object, **words: object) -> None:
        raise StoreError("The library is busy: another newsreader is writing to it.")

    async with reading(library) as story:
        monkeypatch.setattr(library, "set_starred", fail)
        await story.press("s")
        await story.until(lambda: any("busy" in toast for toast in story.toasts))

        def starred() -> bool | None:
            headline = story.reader.article_list.pages.headline(0)
            return None if headline is None else headline.starred
        await story.until(lambda: starred() is False)


async def test_a_list_that_is_being_filled_says_so(library: Library) -> None:
    """The moment something begins to be read, an empty list is no empty list."""
    for source in library.sources():
        library.remove(source.id)
    async with reading(library) as story:
        await story.until(lambda: "No articles yet." in story.text)
        story.reader.work_on("refresh", "reading 0/26", lambda: None)
        await story.until(lambda: "Reading …" in story.text)
