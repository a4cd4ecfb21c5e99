"""Stories of an article that was changed: what it said before, on one key."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from library import Library
from tests.stories import reading
from tests.test_teaching import PAGE, now
from tui.screens.changes import Changes


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path / "library", now=now)
    page = tmp_path / "ann.html"
    page.write_text(PAGE.format(name="ann", day="Monday"))
    opened.add(page)
    for day in ("Monday", "Tuesday", "Wednesday"):
        page.write_text(PAGE.format(name="ann", day=day))
        list(opened.refresh())
    yield opened
    opened.close()


async def test_d_shows_what_changed_and_earlier_changes(library: Library) -> None:
    """The latest change first, the passages that changed and no others."""
    async with reading(library) as story:
        await story.press("l")
        assert "D what changed" in story.text.splitlines()[-1]
        await story.press("D")
        await story.showing(Changes)
        assert "Tuesday Wednesday" in story.text
        assert "1/2" in story.text
        await story.press("h")
        assert "Monday Tuesday" in story.text
        await story.press("j", "k", "l", "escape")
        assert story.app.screen is story.reader


async def test_without_colour_signs_are_put_around_what_changed(library: Library) -> None:
    """Struck and underlined is not enough where nothing can be drawn."""
    async with reading(library, environment={"TERM": "xterm-256color", "NO_COLOR": "1"}) as story:
        await story.press("l", "D")
        await story.showing(Changes)

        assert "[-Tuesday-]{+Wednesday+}" in story.text


async def test_an_article_that_never_changed_says_so(tmp_path: Path) -> None:
    """No empty page."""
    (tmp_path / "ann.html").write_text(PAGE.format(name="ann", day="Monday"))
    library = Library.open(tmp_path / "library", now=now)
    library.add(tmp_path / "ann.html")
    list(library.refresh())
    async with reading(library) as story:
        await story.press("D")
        await story.until(lambda: bool(story.toasts))

        assert story.toasts == ["This article has not changed since it was first read."]
    library.close()
