"""The left pane: where articles come from, as a tree with unread counts, and below it the views."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.strip import Strip

from library.entities.records import EntityRow
from library.records import Selection, Source
from tui.render import bits_strip
from tui.rows import SourceRow, source_row_bits, source_rows
from tui.widgets.pane import Pane


class SourceList(Pane):
    """Shows values it is given; says when another row is selected."""

    @dataclass
    class Selected(Message):
        """Another row has the cursor."""

        row: SourceRow

    def __init__(self) -> None:
        super().__init__(id="sources")
        self.turned: frozenset[int] = frozenset()
        """Sources that were folded or unfolded by hand."""
        self.cursor = 0
        self._sources: Sequence[Source] = ()
        self._starred = 0
        self._people: Sequence[EntityRow] = ()
        self._rows: list[SourceRow] = source_rows((), 0, frozenset())

    @property
    def current(self) -> SourceRow:
        return self._rows[self.cursor]

    def show(self, sources: Sequence[Source], starred: int, people: Sequence[EntityRow] = ()) -> None:
        """New counts, and perhaps new sources; the cursor stays on what it was on."""
        self._sources, self._starred, self._people = sources, starred, people
        self._rebuild(self.current.selection)

    def select(self, selection: Selection) -> None:
        """Put the cursor on the row of this selection, without a message; nowhere when there is none."""
        for index, row in enumerate(self._rows):
            if row.selection == selection:
                self.cursor = index
        self._reveal_cursor()

    def move(self, steps: int) -> None:
        """The cursor so many selectable rows down (up when negative), as far as they go."""
        step = 1 if steps > 0 else -1
        index = self.cursor
        for _ in range(abs(steps)):
            following = index + step
            while 0 <= following < len(self._rows) and self._rows[following].selection is None:
                following += step
            if not 0 <= following < len(self._rows):
                break
            index = following
        self._go(index)

    def move_to_end(self, *, top: bool) -> None:
        self.move(-len(self._rows) if top else len(self._rows))

    def fold(self, *, folded: bool) -> bool:
        """Hide or show the publishers of the source under the cursor; whether anything changed.

        Folding on a publisher folds the source it belongs to.
        """
        row = self.current
        if row.source is None or (row.folded is None and (row.depth < 2 or not folded)) or row.folded == folded:
            return False
        self.turned ^= {row.source}
        self._rebuild(Selection(source=row.source))
        self._go(self.cursor, force=row.depth == 2)
        return True

    def line(self, y: int, width: int) -> Strip:
        if not 0 <= y < len(self._rows):
            return bits_strip([], width, self.palette)
        chosen = y == self.cursor
        over = ("selected" if self.has_focus else "selected_dim") if chosen else None
        bits = source_row_bits(self._rows[y], width, self.cursor_bar(chosen))
        return bits_strip(bits, width, self.palette, over=over)

    def on_resize(self) -> None:
        self.set_height(len(self._rows))
        self._reveal_cursor()

    def on_click(self, event: events.Click) -> None:
        if self.is_on_edge(event):
            return
        index = event.y + self.scroll_offset.y
        if 0 <= index < len(self._rows) and self._rows[index].selection is not None:
            self._go(index)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.jump(self.scroll_offset.y + 2)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.jump(self.scroll_offset.y - 2)

    def _rebuild(self, selection: Selection | None) -> None:
        self._rows = source_rows(self._sources, self._starred, self.turned, self._people)
        self.cursor = min(self.cursor, len(self._rows) - 1)
        if self._rows[self.cursor].selection is None:
            self.cursor = 0
        if selection is not None:
            self.select(selection)
        self.set_height(len(self._rows))

    def _go(self, index: int, *, force: bool = False) -> None:
        if index == self.cursor and not force:
            return
        self.redraw(self.cursor)
        self.cursor = index
        self.redraw(index)
        self._reveal_cursor()
        self.post_message(self.Selected(self.current))

    def _reveal_cursor(self) -> None:
        if self.size.height:
            self.reveal(self.cursor)
