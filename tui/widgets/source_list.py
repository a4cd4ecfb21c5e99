"""The left pane: where articles come from, as a tree with unread counts, and below it the views."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.strip import Strip

from library.entities.records import EntityRow
from library.records import Selection
from tui.render import bits_strip
from tui.source_tree import Branch, Counted, SourceRow, above, source_row_bits, source_rows
from tui.widgets.pane import Pane


class SourceList(Pane):
    """Shows values it is given; says when another row is selected."""

    @dataclass
    class Selected(Message):
        """Another row has the cursor."""

        row: SourceRow

    def __init__(self) -> None:
        super().__init__(id="sources")
        self.turned: frozenset[Branch] = frozenset()
        """Sources and folders that were folded or unfolded by hand."""
        self.cursor = 0
        self.counted = Counted()
        """What is shown."""
        self._people: Sequence[EntityRow] = ()
        self._rows: list[SourceRow] = source_rows(Counted(), frozenset())

    @property
    def rows(self) -> Sequence[SourceRow]:
        """What the pane shows, row by row."""
        return self._rows

    @property
    def current(self) -> SourceRow:
        return self._rows[self.cursor]

    def show(self, counted: Counted, people: Sequence[EntityRow] | None = None) -> None:
        """New counts, and perhaps new sources and people (None: the same); the cursor stays on what it was on."""
        self.counted, self._people = counted, self._people if people is None else people
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
        """Hide or show what stands below the source or folder under the cursor; whether anything changed.

        Folding where there is nothing to hide folds what the row stands in.
        """
        own = self.cursor
        if folded and (self.current.branch is None or self.current.folded):
            own = above(self._rows, own)
        row = self._rows[own]
        if row.branch is None or row.folded == folded:
            return False
        self.turned ^= {row.branch}
        has_moved = own != self.cursor
        self._rebuild(row.selection)
        self._go(self.cursor, force=has_moved)
        return True

    def line(self, y: int, width: int) -> Strip:
        if not 0 <= y < len(self._rows):
            return bits_strip([], width, self.palette)
        chosen = y == self.cursor
        over = ("selected" if self.has_focus else "selected_dim") if chosen else None
        bits = source_row_bits(self._rows[y], width, self.cursor_bar(chosen))
        return bits_strip(bits, width, self.palette, over=over)

    def announce(self) -> None:
        """Say again which row has the cursor: it may stand for something else by now."""
        self.post_message(self.Selected(self.current))

    def on_resize(self) -> None:
        self.set_height(len(self._rows))
        self._reveal_cursor()

    def on_click(self, event: events.Click) -> None:
        if self.is_on_edge(event):
            return
        index = event.y + self.scroll_offset.y
        if 0 <= index < len(self._rows) and self._rows[index].selection is not None:
            self._go(index)
            indent = 1 + 2 * max(0, self.current.depth - 1)
            if self.current.branch is not None and indent <= event.x < indent + 2:
                self.fold(folded=not self.current.folded)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.jump(self.scroll_offset.y + 2)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.jump(self.scroll_offset.y - 2)

    def _rebuild(self, selection: Selection | None) -> None:
        self._rows = source_rows(self.counted, self.turned, self._people)
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
