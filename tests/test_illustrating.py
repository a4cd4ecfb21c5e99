"""Pictures on the screen: above their captions, in the viewer, and what is said where none can be drawn."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from library import Library
from tests.conftest import ROOT, now
from tests.drawn_pictures import saved_page, written
from tests.stories import COLOURS, Story, reading
from tui.screens.viewer import Viewer
from tui.widgets.canvas import Canvas


@pytest.fixture
def saved(tmp_path: Path) -> Iterator[Library]:
    library = Library.temporary([saved_page(tmp_path / "saved")], None, now=now)
    list(library.refresh())
    yield library
    library.close()


async def pictured(story: Story) -> None:
    await story.until(lambda: "▀▀▀" in story.text)
    await story.settle()


def words_of(story: Story) -> str:
    """What the viewer says in place of a picture."""
    return story.app.screen.query_one(Canvas)._words


async def test_a_picture_stands_above_its_caption(saved: Library) -> None:
    """Beside the figure's bar, scaled to a few lines; what could not be drawn keeps its caption alone."""
    async with reading(saved) as story:
        await pictured(story)
        lines = [line[line.index("▐"):].rstrip() for line in story.text.split("\n") if "▐" in line]

        assert lines[:12] == ["▐ " + "▀" * 40] * 12
        assert lines[12:] == ["▐ The cranes at dusk.", "▐ Ann Lee/Agency", "▐ A picture that was cut off.",
                              "▐ A picture that was not saved."]


async def test_what_is_in_sight_stays_when_the_pictures_come_and_go(saved: Library) -> None:
    """The reader's line does not jump; nor does it when the setting takes the pictures away."""
    async with reading(saved, size=(80, 12)) as story:
        await story.press("l")
        view = story.reader.view
        await story.until(lambda: bool(view.pictures))
        view.jump(view.virtual_size.height)
        await story.settle()
        top = story.text.split("\n")[1]
        assert top.strip()

        for choice in ("off", "blocks"):
            story.reader.change("pictures", choice)
            await story.until(lambda choice=choice: bool(view.pictures) == (choice == "blocks"))  # type: ignore[misc]
            await story.settle()
            assert top in story.text


async def test_without_the_extra_the_words_stay_and_the_remedy_is_told(
    saved: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Caption and credit are text; choosing a way to draw says what to install."""
    monkeypatch.setattr("tui.pictures.ability.find_spec", lambda name: None)
    async with reading(saved) as story:
        await story.until(lambda: "▐ The cranes at dusk." in story.text)
        assert "▀▀▀" not in story.text
        story.reader.change("pictures", "blocks")
        await story.settle()
        assert any("newsreader[pictures]" in toast for toast in story.toasts)
        await story.press("P")
        await story.showing(Viewer)
        await story.until(lambda: "newsreader[pictures]" in words_of(story))


@pytest.mark.parametrize("more", [{"NO_COLOR": "1"}, {"SSH_CONNECTION": "a b"}, {"TERM": "dumb"}])
async def test_pictures_are_off_where_they_would_be_slow_or_grey(saved: Library, more: dict[str, str]) -> None:
    """Their words are there all the same."""
    async with reading(saved, environment={**COLOURS, **more}) as story:
        await story.until(lambda: "▐ The cranes at dusk." in story.text)
        await story.settle()
        assert "▀▀▀" not in story.text


async def test_the_setting_says_how_many_lines_a_picture_takes(saved: Library) -> None:
    """And 0 leaves them to the viewer."""
    async with reading(saved) as story:
        await pictured(story)
        story.reader.change("picture_rows", 3)
        await story.until(lambda: 0 < story.text.count("▐ ▀▀▀") == 3)
        story.reader.change("picture_rows", 0)
        await story.settle()
        assert "▀▀▀" not in story.text


async def test_the_viewer_goes_through_all_pictures(saved: Library) -> None:
    """Each with its words; the one that is cut off and the one that was not saved say why they are not there."""
    async with reading(saved, size=(80, 24)) as story:
        await story.press("P")
        await story.showing(Viewer)
        await story.until(lambda: story.app.screen.query_one(Canvas).drawn is not None)
        await story.pilot.pause()
        assert all(words in story.text for words in ("1 of 3", "The cranes at dusk.", "Ann Lee/Agency",
                                                     "It shows: Four red cranes"))
        await story.press("p")
        assert "1 of 3" in story.text
        await story.press("n")
        await story.until(lambda: "The picture Harbour_files/broken.png is damaged or cut off" in words_of(story))
        await story.press("n")
        await story.until(lambda: "was not saved with its page" in words_of(story))
        await story.press("n")
        assert "3 of 3" in story.text
        assert "https://site.example/far.jpg" in story.text
        await story.press("escape")
        assert not isinstance(story.app.screen, Viewer)


async def test_a_picture_that_was_not_saved_is_opened_in_the_browser(
    saved: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is fetched; a picture without an address says so."""
    async with reading(saved) as story:
        opened: list[str] = []
        monkeypatch.setattr(type(story.reader), "browse", lambda reader, url: opened.append(url))
        await story.press("P")
        await story.showing(Viewer)
        await story.press("o")
        assert opened == []
        assert any("no address" in toast for toast in story.toasts)
        await story.press("n", "n", "o")
        await story.until(lambda: opened == ["https://site.example/far.jpg"])


async def test_a_click_on_a_picture_enlarges_it(saved: Library) -> None:
    """The one that was clicked."""
    async with reading(saved) as story:
        await pictured(story)
        row = next(number for number, line in enumerate(story.text.split("\n")) if "▐ ▀" in line)
        column = story.text.split("\n")[row].index("▀")
        await story.pilot.click(offset=(column + 2, row + 2))
        await story.showing(Viewer)
        await story.press("escape")


def test_nothing_is_decoded_and_no_decoder_loaded_before_there_is_a_picture() -> None:
    """The start of the program does not pay for pictures."""
    run = subprocess.run([sys.executable, "-c", "import sys, tui.app; print(*sys.modules)"], cwd=ROOT, check=True,
                         capture_output=True, text=True)
    loaded = run.stdout.split()
    assert "tui.pictures.ability" in loaded
    assert not {"PIL", "tui.pictures.raster", "tui.pictures.drawing", "tui.pictures.kitty"} & set(loaded)


async def test_an_article_without_pictures_says_so(library: Library) -> None:
    """The key is refused with a sentence."""
    async with reading(library) as story:
        await story.until(lambda: story.reader.view.opened is not None)
        while story.reader.view.figures:
            await story.press("j")
        await story.press("P")
        assert any("no pictures" in toast for toast in story.toasts)


async def test_pictures_follow_the_width_of_the_pane(saved: Library) -> None:
    """A wide picture fits a narrow pane again after the terminal was made smaller."""
    async with reading(saved, size=(120, 36)) as story:
        await pictured(story)
        story.reader.change("picture_rows", 40)
        await story.pilot.resize_terminal(44, 30)
        await story.press("l")

        def fits() -> bool:
            widths = {line.count("▀") for line in story.text.split("\n") if "▀▀" in line}
            return len(widths) == 1 and 30 < widths.pop() <= 40
        await story.until(fits)


async def test_the_page_as_it_came_shows_no_picture_and_the_article_again_does(saved: Library) -> None:
    """X is about pieces of text."""
    async with reading(saved) as story:
        await pictured(story)
        await story.press("X")
        assert "▀▀▀" not in story.text
        await story.press("X")
        assert "▀▀▀" in story.text


async def test_a_picture_that_turns_up_after_the_article_was_left_is_dropped(tmp_path: Path) -> None:
    """It belongs to another article than the one on the screen."""
    folder = tmp_path / "saved"
    page = saved_page(folder)
    (folder / "Harbour_files" / "broken.png").write_bytes(written("PNG"))
    (folder / "other.txt").write_text("Another Story Altogether\n\n" + "It has no pictures at all. " * 20, "utf-8")
    library = Library.temporary([page, folder / "other.txt"], None, now=now)
    list(library.refresh())
    async with reading(library) as story:
        for _ in range(4):
            await story.press("j")
            await story.press("k")
        view = story.reader.view
        assert view.opened is not None
        await story.until(lambda: bool(view.pictures) == bool(view.figures))
    library.close()


@pytest.mark.parametrize(("way", "begins"), [("iterm", "\x1b]1337;File=inline=1;"), ("sixel", '\x1bP0;1;0q"1;1;')])
async def test_the_viewer_has_the_terminal_lay_a_picture_over_blank_cells(
    saved: Library, monkeypatch: pytest.MonkeyPatch, way: str, begins: str
) -> None:
    """In its middle, again after the cells were drawn anew; the text keeps half blocks, which scroll."""
    async with reading(saved, environment={**COLOURS, "TERM_PROGRAM": ""}) as story:
        await pictured(story)
        story.reader.change("pictures", way)
        await pictured(story)
        sent: list[str] = []
        assert story.app._driver is not None
        monkeypatch.setattr(story.app._driver, "write", sent.append)
        await story.press("P")
        await story.showing(Viewer)
        await story.until(lambda: any(begins in one for one in sent))

        canvas = story.app.screen.query_one(Canvas)
        assert canvas.drawn is not None
        (left, top), box, region = canvas._corner(canvas.drawn), canvas.drawn.box, canvas.region
        put = [one for one in sent if begins in one]
        assert put[-1].startswith(f"\x1b7\x1b[{region.y + top + 1};{region.x + left + 1}H{begins}")
        assert put[-1].endswith("\x1b8")
        assert 0 <= region.width - 2 * left - box.columns <= 1
        assert "▀" not in "".join(story.text.split("\n")[region.y:region.bottom])
        count = len(put)
        canvas.refresh()
        await story.until(lambda: sum(begins in one for one in sent) > count)
