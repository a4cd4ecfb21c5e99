"""Stories about what takes its time or cannot be taken back: commands, help that is searched, sources that go."""

import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from library import Library
from tests.stories import reading
from tui.screens.confirm import Confirm
from tui.screens.help import Help
from tui.screens.output import Output
from tui.screens.prompt import Prompt
from tui.screens.reader import Reader


async def test_an_article_is_given_to_a_command(library: Library) -> None:
    """A bar asks for it; the output stands on a page of its own, which Esc closes."""
    async with reading(library) as story:
        await story.press("vertical_line")
        await story.showing(Prompt)
        code = "import sys; print(len(sys.stdin.read()) > 100, 'it was')"
        story.app.screen.query_one(Input).value = f'{sys.executable} -c "{code}"'
        await story.press("enter")
        await story.showing(Output)
        await story.until(lambda: "True it was" in story.text)
        await story.press("escape")
        await story.showing(Reader)
        for line in ("pipe 'x", "pipe no-such-program-anywhere", f"pipe {sys.executable} -c 'raise SystemExit(4)'"):
            story.reader.run_line(line)
            await story.settle()
        await story.showing(Output)
        assert "It wrote nothing." in story.text
        assert "It ended with code 4." in story.text
        assert "There is no program no-such-program-anywhere." in story.toasts


async def test_a_command_that_takes_its_time_is_ended_by_esc(library: Library) -> None:
    """The footer says that it runs."""
    async with reading(library) as story:
        story.reader.run_line(f"pipe {sys.executable} -c 'import time; time.sleep(60)'")
        await story.until(lambda: "pipe" in story.reader.tasks)
        assert "Esc stops" in story.text
        story.reader.type_key("escape")
        await story.settle()
        assert any(toast.startswith("Stopped running") for toast in story.toasts)
        assert story.app.screen is story.reader


async def test_a_refresh_is_ended_by_esc(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read until then stays, and the reader does not go anywhere."""
    seen, refresh = threading.Event(), Library.refresh

    def slow(self: Library, source_ids: Sequence[int] | None = None, *,
             progress: Callable[[int, int, str], None] | None = None) -> Iterator[Any]:
        def stepping(done: int, total: int, name: str) -> None:
            if progress is not None:
                progress(done, total, name)
            assert seen.wait(5)
        yield from refresh(self, source_ids, progress=stepping)

    monkeypatch.setattr(Library, "refresh", slow)
    folder = tmp_path / "pages"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text(f"River {name} rises\n\nThe river rose by two metres on Monday.\n")
    async with reading(library) as story:
        story.reader.refresh_sources([library.add(folder).id])
        try:
            await story.until(lambda: "refresh" in story.reader.tasks)
            story.reader.type_key("escape")
            assert (story.reader.pane, story.reader.tasks) == ("articles", {})
        finally:
            seen.set()
        await story.settle()
        assert not story.reader.tasks
        assert any(toast.startswith("Stopped reading") for toast in story.toasts)


async def test_help_begins_with_where_the_reader_is_and_is_searched(library: Library) -> None:
    """The pane in use first; a slash narrows it to words, Esc shows all, Esc again closes it."""
    async with reading(library) as story:
        await story.press("f1")
        await story.showing(Help)
        assert "Here: the list" in story.text
        await story.press("slash")
        await story.press(*"mark whole")
        assert "Mark the whole list read." in story.text
        assert "Here: the list" not in story.text
        await story.press("enter", "j", "escape")
        assert "Here: the list" in story.text
        await story.press("slash", "x", "x", "x")
        assert "Nothing here has these words." in story.text
        await story.press("escape", "escape")
        await story.showing(Reader)
        await story.press("l", "question_mark")
        await story.showing(Help)
        assert "Here: the article" in story.text


async def test_a_source_is_removed_only_after_a_plain_yes(library: Library) -> None:
    """It cannot be taken back, so it is asked; anything but y changes nothing."""
    async with reading(library) as story:
        await story.press("delete")
        assert "Go to the sources, and to the one to remove." in story.toasts
        await story.press("h", "j", "delete")
        await story.showing(Confirm)
        assert "cannot" not in story.text
        assert "“Examples” leaves the library" in story.text.replace("\n", " ")
        await story.press("enter")
        await story.showing(Reader)
        assert len(library.sources()) == 1
        await story.press("delete")
        await story.showing(Confirm)
        await story.press("y")
        await story.until(lambda: not library.sources())
        await story.until(lambda: story.rows == 0)
