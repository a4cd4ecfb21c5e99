"""Stories about keys: what may follow one, numbers before one, macros, other keymaps, and taking things back."""

from pathlib import Path

import pytest

from library import Library
from library.records import Selection
from tests.stories import Story, reading
from tui.screens import keyboard
from tui.widgets.which_key import Continuation, which_key_rows


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What may follow a key is shown without a pause."""
    monkeypatch.setattr(keyboard, "WHICH_KEY_AFTER", 0.001)


async def test_a_chord_that_has_begun_shows_how_it_may_go_on(library: Library) -> None:
    """The keys and what they do, those that cannot be done with the reason; Esc leaves without doing anything."""
    async with reading(library) as story:
        await story.press("right_square_bracket")
        await story.until(lambda: bool(story.reader.which_key.display))
        assert "Next name" in story.text
        await story.press("escape")
        assert not story.reader.which_key.display
        assert story.reader.pane == "articles"
        await story.press("right_square_bracket")
        await story.until(lambda: "Next link: This article" in story.text)
        await story.press("e")
        assert not story.reader.which_key.display


async def test_numbers_move_that_often(library: Library) -> None:
    """5j, 3]e, 2G and the like; the footer shows the number while its key is awaited."""
    async with reading(library, size=(120, 16)) as story:
        await story.press("2")
        assert "2 …" in story.text
        await story.press("j")
        await story.arrive(2)
        await story.press("2", "k", "2", "G")
        await story.arrive(1)
        await story.press("l", "3", "right_square_bracket", "e")
        assert story.reader.view.current_name == 2
        await story.press("g", "g", "5", "j")
        assert story.reader.view.scroll_offset.y == 5
        await story.press("3", "J")
        assert story.reader.view.scroll_offset.y == 11
        await story.press("g", "g", "1", "2", "G")
        assert story.reader.view.scroll_offset.y == 11


async def test_numbers_mark_that_many_articles(library: Library) -> None:
    """2m marks two rows as the first of them is marked; one u takes both back."""
    async with reading(library) as story:
        await story.press("2", "m")
        assert [story.read(index) for index in range(3)] == [True, True, False]
        assert "2 articles marked read. u takes it back." in story.toasts
        await story.press("u")
        assert not any(story.read(index) for index in range(3))
        await story.press("3", "s")
        await story.until(lambda: library.count(Selection(starred=True)) == 3)


async def test_what_was_taken_back_is_done_again(library: Library) -> None:
    """C-r after u, whatever list is shown by then; another change ends it. Each says what happened."""
    async with reading(library) as story:
        await story.press("A")
        await story.until(lambda: library.count(Selection(unread=True)) == 0)
        await story.press("s", "2", "u")
        await story.until(lambda: library.count(Selection(unread=True)) == 3)
        assert library.count(Selection(starred=True)) == 0
        assert any(toast.endswith(" starred, and 1 more.") for toast in story.toasts)
        await story.press("g", "s", "ctrl+r")
        await story.until(lambda: library.count(Selection(unread=True)) == 0)
        assert "Done again: 3 articles marked read." in story.toasts
        await story.press("g", "a", "m", "ctrl+r")
        assert "Nothing was taken back." in story.toasts


async def test_a_macro_is_recorded_played_and_kept(library: Library) -> None:
    """The keys under a letter, each waiting for the article of the one before; the next start knows it still."""
    async with reading(library) as story:
        await story.press("quotation_mark", "a")
        assert "recording a" in story.text
        await story.press("m", "j", "quotation_mark")
        assert "recording a" not in story.text
        await story.press("k", "m", "comma", "a")
        await played(story, [True, False, False])
        await story.press("comma", "comma")
        await played(story, [True, True, False])
        await story.press("comma", "x")
        assert "There is no macro x." in story.toasts
    async with reading(library) as story:
        assert story.reader.preferences.macros["a"] == ("m", "j")


async def played(story: Story, read: list[bool]) -> None:
    await story.until(lambda: [story.read(index) for index in range(3)] == read)
    await story.settle()


async def test_a_keymap_of_ones_own(library: Library, tmp_path: Path) -> None:
    """The configured preset and keys count; footer and messages name them."""
    file = tmp_path / "config.toml"
    file.write_text('[keys]\npreset = "newsboat"\nundo = "f8"\n[macros]\nz = "N down"\n')
    async with reading(library, config_file=file) as story:
        assert "N mark read" in story.text
        await story.press("A")
        await story.until(lambda: "3 articles marked read. F8 takes it back." in story.toasts)
        await story.press("f8", "comma", "z")
        await played(story, [True, False, False])
        assert story.cursor == 1


async def test_without_letters_arrows_and_signs_do_everything(library: Library, tmp_path: Path) -> None:
    """In the preset for arrows a typed word does nothing, and 2 shows the unread articles."""
    file = tmp_path / "config.toml"
    file.write_text('[keys]\npreset = "arrows"\n')
    async with reading(library, config_file=file) as story:
        await story.press(*"sajmqz")
        assert (story.cursor, story.reader.history.can_undo, story.app.is_running) == (0, False, True)
        await story.press("down", "ctrl+t", "2")
        await story.until(lambda: story.rows == 2)
        await story.press("ctrl+z")
        await story.until(lambda: library.count(Selection(unread=True)) == 3)


def test_reasons_are_told_whole_where_there_is_room() -> None:
    """Few ways to go on take a row each rather than cutting their reasons; many take columns as before."""
    ways = [Continuation("]", "Next heading", "This article has no headings."), Continuation("l", "Next link")]
    assert any("This article has no headings." in "".join(text for text, _ in row)
               for row in which_key_rows("]", ways, 79))
    assert len(which_key_rows("g", ways * 8, 79)) < 16


async def test_keys_of_one_action_stand_together(library: Library) -> None:
    """] and h both go to the next heading: one row says so."""
    async with reading(library) as story:
        await story.press("right_square_bracket")
        await story.until(lambda: "] h  Next heading" in story.text)


async def test_the_page_as_it_came_opens_at_the_story(library: Library) -> None:
    """Not at the menus above it: the cursor is on the first piece that the article keeps."""
    async with reading(library) as story:
        await story.press("X")
        piece = story.reader.view.current_piece
        assert piece is not None
        assert piece.kept
