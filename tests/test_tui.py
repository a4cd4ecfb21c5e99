"""Stories of the reader, key by key: the real screen on a real library of the seeds.

Conditions are waited for, never times; the only timers (preview, read after) are set by each story.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input, Static

from library import Library
from library.config import Config
from library.errors import StoreError
from library.records import Selection
from tests.conftest import now
from tests.stories import COLOURS, reading
from tui.inks import LIGHT, TERMINAL
from tui.screens import sourcing
from tui.screens.ask import Ask
from tui.screens.help import Help
from tui.screens.reader import Reader


async def test_a_first_start_shows_the_examples_and_opens_the_first_story(tmp_path: Path) -> None:
    """Nobody meets an empty screen, nothing asks anything, and the footer says how to go on."""
    library = Library.open(tmp_path / "new", now=now)
    library.add_examples()
    async with reading(library) as story:
        await story.until(lambda: story.rows == 3)
        await story.arrive(0)

        assert story.app.focused is story.reader.article_list
        assert "Examples" in story.text
        assert "Space read on" in story.text
        assert story.title in story.text.replace("\n", " ") or story.title[:20] in story.text
        assert story.toasts == []
    library.close()


async def test_j_and_k_move_and_the_body_follows(library: Library) -> None:
    """The article under the cursor is the one in the body; the list's ends hold."""
    async with reading(library) as story:
        first = story.title
        await story.press("j")
        await story.arrive(1)
        assert story.title != first
        await story.press("down", "down", "down")
        await story.arrive(2)
        await story.press("k", "up", "up")
        await story.arrive(0)

        assert story.title == first


async def test_a_key_typed_before_the_article_has_come_means_that_article(library: Library) -> None:
    """`j X` shows the page below as it came, however fast it is typed."""
    async with reading(library) as story:
        first = story.title
        await story.pilot.press("j", "X")
        await story.until(lambda: story.reader.view.as_it_came)

        assert story.title != first


async def test_h_l_tab_and_arrows_go_from_pane_to_pane(library: Library) -> None:
    """One pane has the keyboard, and only one."""
    async with reading(library) as story:
        reached = []
        for key in ("h", "right", "l", "l", "left", "tab", "tab", "shift+tab", "shift+tab"):
            await story.press(key)
            reached.append(story.reader.pane)
            assert story.app.focused is story.reader.widget_of(story.reader.pane)

    assert reached == ["sources", "articles", "body", "body", "articles", "body", "sources", "body", "articles"]


async def test_the_ends_and_pages_of_every_pane_are_reached(library: Library) -> None:
    """gg G Home End C-d C-u PgDn PgUp mean the same everywhere."""
    async with reading(library, size=(120, 16)) as story:
        await story.press("G")
        assert story.cursor == 2
        await story.press("g", "g")
        assert story.cursor == 0
        await story.press("pagedown")
        assert story.cursor == 2
        await story.press("pageup", "l")
        view = story.reader.view
        await story.press("G")
        assert view.at_end
        await story.press("home", "ctrl+d")
        assert view.scroll_offset.y == view.page // 2
        await story.press("ctrl+u", "pagedown")
        assert view.scroll_offset.y == view.page
        await story.press("pageup", "end")
        assert view.at_end
        await story.press("h", "h", "end")
        last = story.reader.source_list.current.selection
        assert last is not None
        assert last.entities
        await story.press("g", "g")
        assert story.reader.source_list.current.selection == Selection()


async def test_space_reads_on_to_the_end_and_then_to_the_next_unread_article(library: Library) -> None:
    """The whole list can be read with one key; what was read to its end is read."""
    async with reading(library, size=(120, 24)) as story:
        await story.press("space")
        assert story.reader.view.scroll_offset.y > 0
        await story.press("b")
        assert story.reader.view.scroll_offset.y == 0
        await story.until(lambda: True)
        for _ in range(8):
            if story.cursor:
                break
            await story.press("space")
        await story.arrive(1)

        assert story.read(0)
        assert not story.read(1)
        assert story.app.focused is story.reader.article_list


async def test_the_body_scrolls_from_any_pane(library: Library) -> None:
    """J, K and Alt with the arrows need no change of pane."""
    async with reading(library, size=(120, 24)) as story:
        await story.press("J", "alt+down")
        assert story.reader.view.scroll_offset.y == 4
        await story.press("K", "alt+up")
        assert story.reader.view.scroll_offset.y == 0
        assert story.reader.pane == "articles"


async def test_n_and_p_go_to_unread_articles_and_say_when_there_are_none(library: Library) -> None:
    """Read articles are passed over, round the list's end."""
    async with reading(library) as story:
        await story.press("j", "m", "k", "n")
        await story.arrive(2)
        await story.press("p")
        await story.arrive(0)
        await story.press("A")
        await story.until(lambda: story.read(2))
        await story.press("n")

        assert story.cursor == 0
        assert "Nothing else is unread in this list." in story.toasts


async def test_enter_goes_in_and_escape_goes_back_but_never_out(library: Library) -> None:
    """Esc and Backspace end at the sources; the reader stays."""
    async with reading(library) as story:
        panes = []
        for key in ("h", "enter", "enter", "enter", "escape", "backspace", "escape", "escape"):
            await story.press(key)
            panes.append(story.reader.pane)

        assert panes == ["sources", "articles", "body", "body", "articles", "sources", "sources", "sources"]
        assert story.app.is_running


async def test_read_and_star_are_toggled_and_undone(library: Library) -> None:
    """m, s and u change what is shown at once, the counts, and the library."""
    async with reading(library) as story:
        await story.press("m", "s")
        article = story.reader.article_list.current
        assert article is not None
        assert (article.read, article.starred) == (True, True)
        await story.until(lambda: story.reader.source_list.current.count == 2)
        assert "★" in story.text
        await story.press("u", "u")
        await story.until(lambda: story.reader.source_list.current.count == 3)
        again = library.opened(article.article_id)

        assert again is not None
        assert (again.read, again.starred) == (False, False)
        await story.press("u")
        assert "Nothing to undo." in story.toasts


async def test_a_whole_list_is_marked_read_and_taken_back(library: Library) -> None:
    """A and M mark many at once; one u takes all of them back."""
    async with reading(library) as story:
        await story.press("A")
        await story.until(lambda: library.count(Selection(unread=True)) == 0)
        assert "3 articles marked read. u takes it back." in story.toasts
        await story.press("u")
        await story.until(lambda: library.count(Selection(unread=True)) == 3)
        await story.press("j", "j", "M")
        await story.until(lambda: library.count(Selection(unread=True)) == 1)

        assert [story.read(index) for index in range(3)] == [True, True, False]


async def test_lists_of_unread_and_starred_articles(library: Library) -> None:
    """U, gu and gs narrow the list; what was just read stays in it until it is left; an empty one says what helps."""
    async with reading(library) as story:
        await story.press("U", "m")
        assert story.rows == 3
        await story.press("U", "g", "u")
        await story.until(lambda: story.rows == 2)
        assert "2 unread" in story.text
        await story.press("g", "s")
        await story.until(lambda: story.rows == 0)
        assert "Nothing is starred here." in story.text
        assert "ga shows all articles." in story.text
        await story.press("g", "a")
        await story.until(lambda: story.rows == 3)


async def test_a_source_or_publisher_shows_its_own_articles_and_folds(library: Library) -> None:
    """The list follows the sources' cursor; h and l fold and unfold a source."""
    async with reading(library) as story:
        await story.press("h", "j", "j")
        await story.until(lambda: story.rows == 1)
        row = story.reader.source_list.current
        assert row.selection is not None
        assert row.selection.by_publisher
        await story.press("h")
        assert story.reader.source_list.current.folded is True
        await story.until(lambda: story.rows == 3)
        await story.press("l")
        assert story.reader.source_list.current.folded is False
        assert story.reader.pane == "sources"
        await story.press("l")
        assert story.reader.pane == "articles"


async def test_an_article_without_an_address_says_so(library: Library) -> None:
    """o has nothing to open, y copies the title instead."""
    async with reading(library) as story:
        await story.press("o", "y")

        assert "This page names no address." in story.toasts
        assert story.app.clipboard == story.title


async def test_what_was_set_aside_is_shown_in_place_and_left_at_the_same_line(library: Library) -> None:
    """X shows the page as it came at the same place; X or Esc returns to the very line."""
    async with reading(library, size=(120, 16)) as story:
        await story.press("l", "j", "j", "j", "j", "j", "j", "j", "j")
        line, view = story.reader.view.scroll_offset.y, story.reader.view
        assert line == 8
        await story.press("X")
        assert view.as_it_came
        assert "The page as it came" in story.text
        assert "┊ set aside" in story.text
        await story.press("j", "escape")
        assert (view.as_it_came, view.scroll_offset.y) == (False, line)
        await story.press("X", "G")
        assert "┊" in story.text
        await story.press("X")
        assert view.scroll_offset.y == line


async def test_export_asks_once_and_says_where(library: Library, tmp_path: Path) -> None:
    """The first time the folder is shown and can be changed; the path is told and on the clipboard."""
    target = tmp_path / "notes"
    (tmp_path / "file").write_text("in the way")
    async with reading(library) as story:
        await story.press("e")
        await story.showing(Ask)
        field = story.app.screen.query_one(Input)
        assert field.value.endswith("newsreader")
        field.value = str(tmp_path / "file" / "below")
        await story.press("enter")
        await story.until(lambda: "cannot be used" in story.text)
        field.value = str(target)
        await story.press("enter")
        await story.showing(Reader)
        await story.until(lambda: target.is_dir() and len(list(target.glob("*.md"))) == 1)
        written = next(target.glob("*.md"))
        await story.until(lambda: story.app.clipboard == str(written))
        assert str(written) in story.toasts
        assert f"# {story.title}".encode()[:12] in written.read_bytes()
        await story.press("E")
        await story.until(lambda: len(list(target.glob("*.md"))) == 3)
        assert story.app.screen is story.reader


async def test_a_configured_folder_is_never_asked_for(library: Library, tmp_path: Path) -> None:
    """The configuration file has the last word."""
    async with reading(library, config=Config(export_folder=tmp_path / "configured")) as story:
        await story.press("e")
        await story.until(lambda: len(list((tmp_path / "configured").glob("*.md"))) == 1)


async def test_an_export_that_fails_says_so(library: Library, tmp_path: Path) -> None:
    """A sentence that names the path, and the reader goes on."""
    (tmp_path / "file").write_text("in the way")
    async with reading(library, config=Config(export_folder=tmp_path / "file")) as story:
        await story.press("e")
        await story.until(lambda: any("file" in toast for toast in story.toasts))
        assert story.app.is_running


async def test_a_path_is_added_and_a_wrong_one_is_said_in_place(library: Library, tmp_path: Path) -> None:
    """a opens a dialog with one field; failure is told in it; success reads the pages."""
    page = tmp_path / "pages" / "[bold]page.txt"
    page.parent.mkdir()
    page.write_text("A river rises\n\nBy Ann Lee\n\nThe river Ister rose by two metres on Monday, officials in "
                    "Ruritania said, and several villages along its banks were flooded.\n", encoding="utf-8")
    async with reading(library) as story:
        await story.press("a")
        await story.showing(Ask)
        await story.press("enter")
        field = story.app.screen.query_one(Input)
        field.value = str(tmp_path / "nothing")
        await story.press("enter")
        failure = story.app.screen.query_one(".failure", Static)
        await story.until(lambda: bool(failure.display))
        field.value = str(page.parent)
        await story.press("enter")
        await story.showing(Reader)
        await story.until(lambda: story.rows == 4)
        assert len(library.sources()) == 2
        await story.press("a")
        await story.showing(Ask)
        await story.press("escape")
        await story.showing(Reader)


async def test_sources_are_read_again(library: Library, tmp_path: Path) -> None:
    """r reads the selected source, R all of them; what came of it is told, failures by name."""
    folder = tmp_path / "pages"
    folder.mkdir()
    library.add(folder)
    async with reading(library) as story:
        await story.press("R")
        await story.until(lambda: story.toasts != [])
        folder.rmdir()
        await story.press("h", "G", "k", "r")
        await story.until(lambda: any("pages" in toast for toast in story.toasts))


async def test_pages_show_while_the_others_are_still_read(library: Library, tmp_path: Path,
                                                          monkeypatch: pytest.MonkeyPatch) -> None:
    """A long refresh shows the articles it has read so far, and the cursor stays on its article."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text(f"River {name} rises\n\nThe river rose by two metres on Monday.\n")
    monkeypatch.setattr(sourcing, "GLANCE_EVERY", 0.01)
    seen, refresh = threading.Event(), Library.refresh

    def slow(self: Library, source_ids: Sequence[int] | None = None, *,
             progress: Callable[[int, int, str], None] | None = None) -> Iterator[Any]:
        def stepping(done: int, total: int, name: str) -> None:
            if progress is not None:
                progress(done, total, name)
            if done == 1 and total == 2:
                assert seen.wait(5)
        yield from refresh(self, source_ids, progress=stepping)

    monkeypatch.setattr(Library, "refresh", slow)
    async with reading(library) as story:
        title = story.title
        story.reader.refresh_sources([library.add(folder).id])
        try:
            await story.until(lambda: story.rows == 4)
            assert story.title == title
            assert story.reader.tasks
        finally:
            seen.set()
        await story.until(lambda: story.rows == 5 and not story.reader.tasks)
        assert story.reader._glance is None


async def test_names_are_visited_in_order_and_their_marks_can_be_hidden(library: Library) -> None:
    """]e and [e go from mention to mention; I at last hides the marks, and then there is nothing to visit."""
    async with reading(library) as story:
        view = story.reader.view
        await story.press("l", "right_square_bracket", "e", "right_square_bracket", "e")
        assert view.current_name == 1
        await story.press("left_square_bracket", "e")
        assert view.current_name == 0
        await story.press("escape")
        assert view.current_name is None
        await story.press("I", "I", "I", "I", "right_square_bracket", "e")
        assert view.current_name is None
        assert any("names" in toast for toast in story.toasts)


async def test_half_a_chord_is_shown_and_forgotten(library: Library) -> None:
    """After g the footer waits; another key counts for itself."""
    async with reading(library) as story:
        await story.press("g")
        assert "g …" in story.text
        await story.press("j")
        await story.arrive(1)
        assert "g …" not in story.text


async def test_only_the_text_and_its_width(library: Library) -> None:
    """z hides everything else; < and > change the length of lines, which is remembered."""
    async with reading(library, size=(160, 40)) as story:
        view = story.reader.view
        await story.press("z")
        assert not story.reader.article_list.display
        assert view.column == 72
        await story.press("<")
        assert view.column == 68
        await story.press(">", ">", "escape")
        assert story.reader.article_list.display
        assert library.setting("screen.width") == "76"


async def test_help_lists_every_key_and_closes(library: Library) -> None:
    """The help screen derives from the registry and scrolls."""
    async with reading(library, size=(80, 24)) as story:
        await story.press("question_mark")
        await story.showing(Help)
        assert "Here: the list" in story.text
        await story.press("j", "space", "G")
        assert "Good to know" in story.text
        await story.press("escape")
        await story.showing(Reader)


async def test_the_palette_does_what_it_is_asked(library: Library) -> None:
    """Every action can be found by its name."""
    async with reading(library) as story:
        await story.press("ctrl+p")
        await story.press(*"starred art")
        await story.until(lambda: "Show starred articles only." in story.text)
        await story.press("enter")
        await story.until(lambda: story.reader.filter == "starred")


async def test_the_theme_is_chosen_and_remembered(library: Library) -> None:
    """Themes are entries of the palette; the next start has the last one."""
    async with reading(library) as story:
        assert story.app.theme == TERMINAL
        story.reader.run_line("theme light")
        await story.settle()
        assert story.app.theme == LIGHT
    async with reading(library) as story:
        assert story.app.theme == LIGHT
    async with reading(library, environment={**COLOURS, "TEXTUAL_THEME": "nord"}) as story:
        assert story.app.theme == "nord"


async def test_the_reader_comes_back_to_the_same_article_and_line(library: Library) -> None:
    """q keeps the place; the next start opens there and shows it as unread still."""
    async with reading(library, size=(120, 20)) as story:
        await story.press("j")
        await story.arrive(1)
        await story.press("l", "j", "j", "j")
        title = story.title
        await story.press("q")
    async with reading(library, size=(120, 20)) as story:
        assert (story.title, story.cursor) == (title, 1)
        assert story.reader.view.scroll_offset.y == 3


@pytest.mark.parametrize("key", ["q", "Q", "ctrl+q"])
async def test_leaving_writes_what_was_changed_last(library: Library, key: str) -> None:
    """Nothing is lost between the last key and the end, whichever way out is taken."""
    async with reading(library) as story:
        await story.pilot.press("s", "j", key)
        await story.until(lambda: not story.app.is_running)

    assert library.count(Selection(starred=True)) == 1


async def test_q_closes_what_is_open_before_it_quits(library: Library) -> None:
    """The page as it came, then the text alone, then the reader."""
    async with reading(library) as story:
        await story.press("z", "X", "q")
        assert (story.reader.view.as_it_came, story.reader.zen) == (False, True)
        await story.press("q")
        assert not story.reader.zen
        assert story.app.is_running


async def test_a_page_that_was_only_opened_is_kept(library: Library, tmp_path: Path) -> None:
    """K copies it into the reader's own library; there, K has another meaning."""
    page = tmp_path / "page.txt"
    page.write_text("[red]A river rises[/]\n\nBy Ann Lee\n\nThe river Ister rose by two metres on Monday, "
                    "officials in Ruritania said, and several villages were flooded.\n", encoding="utf-8")
    opened = Library.temporary([page], None, now=now)
    async with reading(opened, home=library) as story:
        await story.until(lambda: story.rows == 1)
        await story.arrive(0)
        assert "K keep" in story.text
        await story.press("K")
        await story.until(lambda: library.count(Selection()) == 4)
        await story.until(lambda: story.toasts != [])
        assert "[red]" in story.toasts[-1]
        await story.press("h", "a")
        assert any("only opened" in toast for toast in story.toasts)
    opened.close()


async def test_an_article_counts_as_read_after_a_while_on_the_screen(library: Library) -> None:
    """Not when the cursor touches it, but when it has been looked at."""
    async with reading(library, read_after=0.01) as story:
        await story.until(lambda: story.read(0))
        assert not story.read(1)
        await story.press("m")
        assert not story.read(0)
        await story.settle()
        assert not story.read(0)


async def test_an_article_counts_as_read_when_it_has_been_scrolled_through(library: Library) -> None:
    """Sixty per cent of it; coming back to a place far down is no scrolling."""
    async with reading(library, size=(120, 16)) as story:
        await story.press("J")
        assert not story.read(0)
        await story.press("l", "G")
        assert story.read(0)
        await story.press("m", "q")
    async with reading(library, size=(120, 16)) as story:
        assert story.reader.view.scroll_offset.y > 0
        assert not story.read(0)


async def test_a_narrow_terminal_shows_one_pane_and_where_it_is(library: Library) -> None:
    """At 80 columns h and l walk along the breadcrumb; the body has the whole height."""
    async with reading(library, size=(80, 24)) as story:
        reader = story.reader
        panes = (reader.source_list, reader.article_list, reader.view)

        def visible() -> list[bool]:
            return [bool(pane.display) for pane in panes]

        assert visible() == [False, True, False]
        await story.press("l")
        assert visible() == [False, False, True]
        assert "Sources ▸ All ▸ " in story.text.splitlines()[0]
        assert reader.view.size.height == 21
        assert reader.view.column == 72
        await story.press("left", "h")
        assert visible() == [True, False, False]
        await story.press("enter", "space")
        assert visible() == [False, False, True]
        await story.press("q")
        assert visible() == [False, True, False]


async def test_the_panes_follow_the_size_of_the_terminal(library: Library) -> None:
    """120 columns are shared about 20 | 36 | 64; wider ones give the text its measure; the place is kept."""
    async with reading(library, size=(120, 20)) as story:
        reader = story.reader
        assert [reader.source_list.size.width, reader.article_list.size.width] == [21, 37]
        await story.press("l", "j", "j", "j", "j", "j", "j", "j", "j", "j", "j")
        before = story.reader.view._lines[reader.view.scroll_offset.y - 1]
        await story.pilot.resize_terminal(200, 20)
        await story.settle()
        assert [reader.source_list.size.width, reader.article_list.size.width] == [27, 47]
        assert reader.view.column == 72
        after = story.reader.view._lines[reader.view.scroll_offset.y - 1]
        assert (before.block is None) or after.block == before.block


async def test_a_library_that_fails_is_told_in_words(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of the library is a toast, never the end."""
    async with reading(library) as story:
        def fail(*_: object, **__: object) -> Any:
            raise StoreError("The disk [b]is full[/]: free some space.")

        for name in ("opened", "set_read", "rows", "sources", "refresh", "headlines", "mark_read"):
            monkeypatch.setattr(library, name, fail)
        await story.press("j", "m", "U", "n", "R", "A", "M")
        await story.until(lambda: "The disk [b]is full[/]: free some space." in story.toasts)
        monkeypatch.undo()

        assert story.app.is_running


async def test_an_article_that_has_gone_says_so(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may have been removed by another newsreader meanwhile."""
    async with reading(library) as story:
        monkeypatch.setattr(library, "opened", lambda article_id: None)
        await story.press("j")
        await story.until(lambda: "no longer in the library" in story.text)
        await story.press("X")
        assert "No article is open." in story.toasts


async def test_the_mouse_selects_and_scrolls(library: Library) -> None:
    """A click puts the cursor on an article, a second one opens it; a click on a pane gives it the keyboard."""
    async with reading(library, size=(120, 20)) as story:
        await story.pilot.click("#articles", offset=(5, 4))
        await story.arrive(1)
        await story.pilot.click("#body", offset=(5, 4))
        await story.settle()
        assert story.reader.pane == "body"
        await story.pilot.click("#sources", offset=(5, 1))
        await story.settle()
        assert story.reader.source_list.current.label == "Examples"
        await story.pilot.click("#articles", offset=(5, 1), times=2)
        await story.settle()
        assert story.reader.pane == "body"


async def test_without_colour_nothing_is_coloured_and_names_have_letters(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """NO_COLOR takes all colour away, not only the bright ones; letters tell the types apart."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(library, environment={**COLOURS, "NO_COLOR": "1"}) as story:
        assert story.app.theme == TERMINAL
        assert any(letter in story.text for letter in "ᴾᴼᴸ")
        for pane in (story.reader.view, story.reader.article_list):
            for y in range(10):
                for segment in pane.render_line(y):
                    assert segment.style is None or segment.style.color is None


async def test_few_colours_mean_the_terminals_own(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal of sixteen colours is not sent any others."""
    monkeypatch.delenv("COLORTERM", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    async with reading(library, environment={"TERM": "xterm"}) as story:
        assert story.app.theme == TERMINAL


async def test_an_empty_library_says_what_to_do(tmp_path: Path) -> None:
    """No sources at all: the key that adds one."""
    library = Library.open(tmp_path / "new", now=now)
    async with reading(library) as story:
        assert "No articles yet." in story.text
        assert "a adds a file or a folder." in story.text
        for key in ("j", "G", "space", "n", "m", "s", "A", "e", "E", "o", "y", "X", "z", "l", "r"):
            await story.press(key)
        assert story.app.is_running
    library.close()


async def test_a_long_list_is_read_page_by_page(tmp_path: Path) -> None:
    """Only what is in sight is fetched; the ends are reached at once."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(150):
        (folder / f"{number:03}.txt").write_text(
            f"Story {number} of a long list\n\nThe river rose by {number} metres on Monday, officials in Ruritania "
            "said, and several villages along its banks were flooded by the water.\n", encoding="utf-8")
    library = Library.open(tmp_path / "new", now=now)
    library.add(folder)
    list(library.refresh())
    async with reading(library) as story:
        await story.press("G")
        await story.arrive(149)
        assert "150/150" in story.text
        await story.press("g", "g")
        await story.arrive(0)
        assert len(list(story.reader.article_list.pages.loaded())) < 150
    library.close()


async def test_a_refresh_without_news_leaves_the_unread_list_alone(library: Library) -> None:
    """What was just read stays in the unread view until the view is left."""
    async with reading(library) as story:
        await story.press("U", "m")
        await story.settle()
        rows, title = story.rows, story.title
        await story.press("R")
        await story.settle()
        await story.until(lambda: any("Nothing new" in toast for toast in story.toasts))

        assert (story.rows, story.title) == (rows, title)
