"""Teaching a site from the screen: walking the page as it came, keeping, dropping, taking back, the list of rules."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import OptionList

from library import Library
from tests.stories import Story, reading
from tests.test_teaching import PAGE, now
from tui.screens.rules import Rules


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with two pages of one site."""
    top = tmp_path_factory.mktemp("site")
    (top / "pages").mkdir()
    for name in ("ann", "bob"):
        (top / "pages" / f"{name}.html").write_text(PAGE.format(name=name, day="Monday"))
    library = Library.open(top / "library", now=now)
    library.add(top / "pages")
    list(library.refresh())
    library.close()
    return top


@pytest.fixture
def library(folder: Path, tmp_path: Path) -> Iterator[Library]:
    shutil.copytree(folder / "library", tmp_path / "library")
    opened = Library.open(tmp_path / "library", now=now)
    yield opened
    opened.close()


async def to_piece(story: Story, words: str) -> None:
    view = story.reader.view
    for _ in range(40):
        piece = view.current_piece
        if piece is not None and words in piece.text:
            return
        await story.press("down")
    raise AssertionError(words)


def says(story: Story, words: str) -> bool:
    opened = story.reader.view.opened
    return opened is not None and any(words in block.text for block in opened.annotated.article.blocks)


async def test_a_site_is_taught_on_one_page_and_its_next_page_obeys(library: Library) -> None:
    """X, down to the piece, d: seen at once, told in words, and on the other page too."""
    async with reading(library) as story:
        await story.press("X")
        await to_piece(story, "soup")
        assert says(story, "soup")
        await story.press("d")
        assert not says(story, "soup")
        assert any("quay.example: drops what stands at" in toast for toast in story.toasts)
        piece = story.reader.view.current_piece
        assert piece is not None
        assert not piece.kept
        await story.press("X", "h", "j")
        await story.arrive(1)

        assert not says(story, "soup")


async def test_u_takes_back_what_was_taught(library: Library) -> None:
    """The piece is in the article again, and no rule is left."""
    async with reading(library) as story:
        await story.press("X")
        await to_piece(story, "soup")
        await story.press("d", "u")
        await story.settle()

        assert says(story, "soup")
        assert library.rules() == ()


async def test_k_keeps_a_piece_that_was_set_aside_and_says_when_it_is_kept_already(library: Library) -> None:
    """k on what is kept changes nothing, so a finger that means "up" does no harm there."""
    async with reading(library) as story:
        await story.press("X")
        await to_piece(story, "soup")
        await story.press("k")
        assert library.rules() == ()
        assert story.toasts == ["This piece is in the article already."]
        await story.press("d", "k")

        assert says(story, "soup")
        assert [one.rule.keep for one in library.rules()] == [True]


async def test_the_cursor_walks_the_pieces_and_stays_in_sight(library: Library) -> None:
    """j and the arrows go from piece to piece, pages take the cursor along, X comes back to the same line."""
    async with reading(library, size=(100, 14)) as story:
        view = story.reader.view
        await story.press("X", "j", "J", "down", "up")
        assert view.piece == 2
        await story.press("G")
        assert view.current_piece is not None
        assert "A replacement" in view.current_piece.text
        await story.press("g", "g")
        assert view.piece == 0
        await story.press("X")

        assert not view.as_it_came
        assert "k keep" not in story.text


async def test_the_footer_tells_what_the_keys_do_there(library: Library) -> None:
    """k is up everywhere else; here the footer says that it keeps."""
    async with reading(library) as story:
        await story.press("l")
        assert "j k move" in story.text
        await story.press("X")

        assert "k keep" in story.text
        assert "d drop" in story.text
        assert "j k move" not in story.text


async def test_the_list_of_rules_removes_and_puts_back(library: Library) -> None:
    """What was taught is listed in words; a removed rule is obeyed no more."""
    async with reading(library) as story:
        await story.press("X")
        await to_piece(story, "soup")
        await story.press("d", "g", "X")
        await story.showing(Rules)
        assert "quay.example" in story.text
        assert "drops what stands at" in story.text
        await story.press("d")
        assert library.rules() == ()
        await story.press("u")
        assert len(library.rules()) == 1
        await story.press("d", "escape")
        await story.settle()

        assert says(story, "soup")


async def test_the_list_of_rules_needs_rules(library: Library) -> None:
    """Without any, the key says how to teach one."""
    async with reading(library) as story:
        await story.press("g", "X")

        assert "Nothing has been taught yet" in story.toasts[0]
        assert story.reader.rules_known is False
        assert not story.app.screen.query(OptionList) or story.app.screen is story.reader
