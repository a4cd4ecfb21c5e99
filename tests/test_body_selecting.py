"""Stories of marking text: by keys in sentences and paragraphs, by the mouse, copied and quoted."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from library import Library
from tests.conftest import now
from tests.stories import reading
from tests.test_body_finding import PAGE


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    (tmp_path / "ferry.html").write_text(PAGE)
    opened = Library.open(tmp_path / "library", now=now)
    opened.add(tmp_path / "ferry.html")
    list(opened.refresh())
    yield opened
    opened.close()


async def test_sentences_are_marked_and_copied(library: Library) -> None:
    """v marks, j goes on, y copies; after that keys mean what they meant."""
    async with reading(library) as story:
        await story.press("l", "v")
        assert story.reader.view.marked_passages == ["No ferry to the outer islands this winter"]
        assert "y copy" in story.text
        await story.press("j", "y")
        assert story.app.clipboard.startswith("No ferry to the outer islands this winter\n\nThe ferry to the outer")
        assert story.reader.view.marked is None
        assert "y copy" not in story.text


async def test_a_mark_changes_its_unit_and_its_end_and_is_given_up(library: Library) -> None:
    """v again: the paragraph; o: the other end moves; Esc leaves."""
    async with reading(library) as story:
        view = story.reader.view
        await story.press("l", "v", "v", "2", "j")
        assert len(view.marked_passages) == 3
        await story.press("k")
        assert len(view.marked_passages) == 2
        await story.press("o", "j")
        assert len(view.marked_passages) == 1
        await story.press("v")
        assert view.unit == "line"
        await story.press("escape")

        assert view.marked is None
        assert story.reader.pane == "body"


async def test_a_quote_goes_out_with_its_source(library: Library) -> None:
    """Y: a block quote in Markdown, the citation below; without a mark the citation alone."""
    async with reading(library) as story:
        await story.press("l", "v", "j", "Y")
        assert story.app.clipboard.startswith("> No ferry to the outer islands this winter\n>\n> The ferry")
        assert "(https://www.quay.example/ferry)" in story.app.clipboard
        await story.press("Y")

        assert story.app.clipboard.startswith("“[No ferry to the outer islands")


async def test_the_mouse_marks_to_the_letter(library: Library) -> None:
    """Down, across, up: what lies between; a click alone marks nothing."""
    async with reading(library) as story:
        view = story.reader.view
        left = (view.size.width - 1 - view.column) // 2
        await story.pilot.mouse_down(view, offset=(left + 3, 1))
        await story.pilot.hover(view, offset=(left + 8, 1))
        await story.pilot.mouse_up(view, offset=(left + 8, 1))
        assert view.marked_passages == ["ferry"]
        await story.pilot.click(view, offset=(left + 3, 1))

        assert view.marked is None
