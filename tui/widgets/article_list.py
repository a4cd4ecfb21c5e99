"""The middle pane: one article per row, drawn from pages of headlines that arrive when they are needed.

A widget per article would take a minute to build for a large library (textual.md, section 2); here a row
costs something only while it is on the screen.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from textual import events
from textual.message import Message
from textual.strip import Strip

from library.records import Headline
from tui.paging import PAGE, Pages
from tui.render import Bit, bits_strip
from tui.rows import headline_rows, tail_rows
from tui.widgets.pane import Pane

WIDE = 64
"""Cells from which a title is told in one line."""


class ArticleList(Pane):
    """Shows values it is given; says what it needs and where the cursor is."""

    @dataclass
    class Highlighted(Message):
        """The cursor is on another article, or its headline has arrived."""

        headline: Headline

    @dataclass
    class Needed(Message):
        """These pages of headlines are in sight and not here."""

        pages: list[int]

    class Chosen(Message):
        """The article was clicked: it is meant to be read."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__(id="articles")
        self.pages = Pages()
        self.cursor = 0
        self.now = now
        self.one_line = False
        """Each article takes one line, not two or three."""
        self._notice: Sequence[str] = ()
        self.failures: Sequence[str] = ()
        """Pages that could not be read, a sentence each; they stand below the articles."""
        self._tail: list[list[Bit]] = []
        self._asked: set[int] = set()
        self._last_set: tuple[tuple[object, ...], list[list[Bit]]] | None = None
        """The lines of the row that was drawn last, with all that they depend on; None: none was drawn."""

    @property
    def current(self) -> Headline | None:
        """The headline under the cursor; None when the list is empty or it has not arrived yet."""
        return self.pages.headline(self.cursor) if len(self.pages) else None

    def show(self, pages: Pages, cursor: int, notice: Sequence[str] = (),
             failures: Sequence[str] = ()) -> None:
        """Another list, with the cursor at a place of it.

        `notice` stands where there are no rows: loading, or why there are none and which key helps.
        `failures` are pages that could not be read, a sentence each; they stand below the articles.
        """
        self.pages, self._notice, self.failures = pages, notice, failures
        self.cursor = max(0, min(cursor, len(pages) - 1))
        self._asked.clear()
        self._measure()
        self._announce()

    def put(self, page: int, headlines: Sequence[Headline]) -> None:
        """A page that was needed."""
        self.pages.put(page, headlines)
        self._asked.discard(page)
        self.refresh()
        if self.cursor in range(page * PAGE, (page + 1) * PAGE):
            self._announce()

    def move(self, rows: int) -> None:
        self.go(self.cursor + rows)

    def go(self, index: int) -> None:
        """The cursor to a place of the list, or as near as there is."""
        if not len(self.pages):
            return
        before, self.cursor = self.cursor, max(0, min(index, len(self.pages) - 1))
        if before == self.cursor:
            return
        for place in (before, self.cursor):
            self.redraw(place * self._height, self._height)
        self._reveal_cursor()
        self._announce()

    @property
    def rows_in_sight(self) -> int:
        return max(1, self.size.height // self._height)

    def line(self, y: int, width: int) -> Strip:
        index, row = divmod(y, self._height)
        if index >= len(self.pages):
            place = y - len(self.pages) * self._height
            return bits_strip(self._tail[place] if place < len(self._tail) else [], width, self.palette)
        chosen = index == self.cursor
        over = ("selected" if self.has_focus else "selected_dim") if chosen else None
        bar = self.cursor_bar(chosen)
        headline = self.pages.headline(index)
        if headline is None:
            self._need(index)
            text = "this article is gone" if self.pages.is_read(index) else "…"
            bits: list[Bit] = [(bar, "row_accent"), (f"   {text}" if row == 0 else "", "row")]
        else:
            bits = self._set_row(headline, width, bar)[row]
        return bits_strip(bits, width, self.palette, over=over)

    def _set_row(self, headline: Headline, width: int, bar: str) -> list[list[Bit]]:
        """The lines of a row. They are drawn one after the other, so the last row that was set is kept."""
        now = self.now()
        key = (headline, width, self._height, bar, now.hour, now.minute)
        if self._last_set is None or self._last_set[0] != key:
            self._last_set = key, headline_rows(headline, width, self._height - 1, now, selected=bar)
        return self._last_set[1]

    def set_density(self, *, one_line: bool) -> None:
        """Rows of one line, or of two or three; the cursor stays in sight."""
        self.one_line = one_line
        self._measure()
        self.refresh()

    def on_resize(self) -> None:
        self._measure()

    def on_click(self, event: events.Click) -> None:
        if self.is_on_edge(event):
            return
        index = (event.y + self.scroll_offset.y) // self._height
        if index < len(self.pages):
            self.go(index)
            if event.chain == 2:
                self.post_message(self.Chosen())

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.jump(self.scroll_offset.y + self._height)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.jump(self.scroll_offset.y - self._height)

    @property
    def _height(self) -> int:
        """Lines of a row: the title in one or two, and one of facts; or everything in one."""
        if self.one_line:
            return 1
        return 2 if self.size.width >= WIDE else 3

    def _measure(self) -> None:
        """How high everything is, at the width there is."""
        self._tail = tail_rows(self._notice, self.failures, self.room)
        self.set_height(len(self.pages) * self._height + len(self._tail))
        self._reveal_cursor()

    def _need(self, index: int) -> None:
        wanted = [page for page in self.pages.missing(index, index + 1) if page not in self._asked]
        if wanted:
            self._asked.update(wanted)
            self.post_message(self.Needed(wanted))

    def _reveal_cursor(self) -> None:
        """With the last article comes what stands below it."""
        if self.size.height:
            last = self.cursor >= len(self.pages) - 1
            height = self._height + (len(self._tail) if last else 0)
            self.reveal(self.cursor * self._height, min(height, self.size.height))

    def _announce(self) -> None:
        if not len(self.pages):
            return
        headline = self.current
        if headline is None:
            self._need(self.cursor)
        else:
            self.post_message(self.Highlighted(headline))
