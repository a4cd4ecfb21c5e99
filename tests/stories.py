"""A running reader for stories told key by key: the real screen on a real library of the seeds.

Conditions are waited for, never times; the only timers (preview, read after) are set by each story.
"""

import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from unittest.mock import patch

from textual._context import visible_screen_stack
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from library import Library
from library.config import Config
from tests.conftest import now
from tui.app import NewsreaderApp
from tui.screens import loading
from tui.screens.base import Options

COLOURS = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
NEVER = 3600.0


class Story:
    """A running reader, and short words for what the stories do with it."""

    def __init__(self, app: NewsreaderApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot, self.reader = app, pilot, app.reader

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def settle(self) -> None:
        while len(self.app.workers):
            with suppress(WorkerCancelled):
                await self.app.workers.wait_for_complete()
            await self.pilot.pause()

    async def until(self, condition: Callable[[], bool]) -> None:
        for _ in range(700):
            if condition():
                return
            await self.pilot.pause(0.01)
        raise AssertionError("it did not happen")

    @property
    def title(self) -> str:
        opened = self.reader.view.opened
        return opened.annotated.article.title if opened else ""

    @property
    def cursor(self) -> int:
        return self.reader.article_list.cursor

    @property
    def rows(self) -> int:
        return len(self.reader.article_list.pages)

    async def arrive(self, index: int) -> None:
        """Wait until the article of that row is in the body."""
        def is_open() -> bool:
            headline = self.reader.article_list.pages.headline(index)
            return headline is not None and self.cursor == index and self.title == headline.title
        await self.until(is_open)
        await self.settle()

    def read(self, index: int) -> bool:
        headline = self.reader.article_list.pages.headline(index)
        assert headline is not None
        return headline.read

    @property
    def toasts(self) -> list[str]:
        return [notification.message for notification in self.app._notifications]

    @property
    def text(self) -> str:
        """What the terminal shows, the screen below a dialog included."""
        below = visible_screen_stack.set(list(self.app._background_screens))
        try:
            strips = self.app.screen._compositor.render_strips()
        finally:
            visible_screen_stack.reset(below)
        return "\n".join("".join(segment.text for segment in strip) for strip in strips[:self.app.size.height])

    async def showing(self, screen: type) -> None:
        await self.until(lambda: isinstance(self.app.screen, screen))
        await self.pilot.pause()


@asynccontextmanager
async def reading(library: Library, size: tuple[int, int] = (120, 36), *, home: Library | None = None,
                  environment: dict[str, str] | None = None, read_after: float = NEVER,
                  config: Config | None = None, config_file: Path | None = None) -> AsyncIterator[Story]:
    """A reader on this library, in colour; nothing is marked read by time unless the test says when."""
    library.set_setting("screen.read_after", str(read_after))
    options = Options(now=now, config=config or Config(), environment=environment or COLOURS, config_file=config_file)
    at_once = patch.object(loading, "PREVIEW_AFTER", 0.001)  # the preview does not wait for the cursor to rest
    with patch.dict(os.environ, options.environment), at_once:
        app = NewsreaderApp(library, options, None if home is None else lambda: home)
        async with app.run_test(size=size, notifications=True) as pilot:
            story = Story(app, pilot)
            await pilot.pause()
            await story.settle()
            yield story
