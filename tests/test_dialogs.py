"""What lies over the panes: its keys stand where the footer's do, and it is drawn in the colours that are chosen."""

import pytest

from library import Library
from tests.stories import reading
from tui.screens.choose import Choose
from tui.screens.help import Help
from tui.screens.names import Names
from tui.screens.palette import ActionPalette
from tui.screens.reader import Reader
from tui.widgets.key_line import KeyLine


@pytest.mark.parametrize(("keys", "way_out"), [
    (("question_mark",), "Esc close"), (("f9",), "Esc leave"), (("i",), "Esc back"),
    (("W",), "Esc back"), (("ctrl+p",), "Esc close"), (("e",), "Esc leave"),
])
async def test_the_lowest_line_tells_the_keys_of_what_lies_on_top(
        library: Library, keys: tuple[str, ...], way_out: str) -> None:
    """The panes' keys do nothing while a dialog is open, so they are not promised; the way out is."""
    async with reading(library) as story:
        await story.press(*keys)
        await story.until(lambda: way_out in story.text.splitlines()[-1])
        assert "mark read" not in story.text.splitlines()[-1]


async def test_the_keys_change_their_colours_with_the_screen(library: Library) -> None:
    """While colours are tried, the line of keys is in those of the panes above it."""
    async with reading(library) as story:
        await story.press("f9")
        await story.showing(Choose)
        await story.press("j")
        assert story.app.screen.query_one(KeyLine).palette is story.reader.palette


async def test_the_palette_begins_with_what_can_be_done_here(library: Library) -> None:
    """Who opens it to look around sees what the footer shows, then what else is possible; the rest comes last."""
    async with reading(library) as story:
        await story.press("ctrl+p")
        await story.showing(ActionPalette)
        await story.until(lambda: "Read on" in story.text)
        shown = story.text
        assert shown.index("Read on") < shown.index("Star")


async def test_a_click_on_a_key_is_as_good_as_the_key(library: Library) -> None:
    """In the footer and in what stands in its place: who has a mouse in the hand needs no keyboard."""
    async with reading(library) as story:
        await story.pilot.click("#keys", offset=(story.text.splitlines()[-1].index("all keys"), 0))
        await story.showing(Help)
        await story.pilot.click("#keys_here", offset=(story.text.splitlines()[-1].index("close"), 0))
        await story.showing(Reader)
        await story.pilot.click("#bottom", offset=(story.text.splitlines()[-2].index("people"), 0))
        await story.showing(Names)


async def test_a_click_on_the_way_here_goes_back_to_that_pane(library: Library) -> None:
    """On a narrow screen the breadcrumb leads back to the list and the sources."""
    async with reading(library, size=(80, 24)) as story:
        await story.press("l")
        await story.pilot.click("#top", offset=(story.text.splitlines()[0].index("All"), 0))
        assert story.reader.pane == "articles"


async def test_what_narrows_the_list_is_said_on_a_narrow_screen_with_the_way_back(library: Library) -> None:
    """A list that hides something says so, and says how to see all of it."""
    async with reading(library, size=(80, 24)) as story:
        story.reader.go_to("articles")
        story.reader.look_for("Lavrov")
        await story.until(lambda: story.rows == 1)
        assert "“Lavrov”" in story.text.splitlines()[0]
        assert "Esc show all" in story.text.splitlines()[-1]


async def test_back_from_the_articles_of_a_name_is_back_where_one_was(library: Library) -> None:
    """`*` in the text and Esc: the article again, not the list beside it."""
    async with reading(library) as story:
        await story.press("l", "right_square_bracket", "e", "asterisk")
        await story.until(lambda: bool(story.reader.selection.entities))
        await story.until(lambda: "Esc back" in story.text.splitlines()[-1])
        await story.press("escape")
        await story.until(lambda: story.reader.pane == "body")
        assert not story.reader.selection.entities


async def test_the_way_back_is_promised_only_where_there_is_one(library: Library) -> None:
    """The articles of somebody who is listed beside the sources were not come to from anywhere."""
    async with reading(library) as story:
        await story.press("h", "G")
        await story.until(lambda: bool(story.reader.selection.entities))
        assert "Esc" not in story.text.splitlines()[-1]
