"""The card as a pane: rows that were composed elsewhere, and a cursor on those that lead somewhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.card import LEAD, Row
from tui.render import Bit, bits_strip
from tui.widgets.pane import Pane


class CardPane(Pane):
    """Shows values it is given; says which row was chosen."""

    EDGE = "edge_of_paper"
    DEFAULT_CSS = "CardPane { background: $surface; }"
    is_parted = False

    @dataclass
    class Chosen(Message):
        """A row was clicked twice, or chosen by key."""

        row: Row

    def __init__(self) -> None:
        super().__init__(id="card")
        self.rows: Sequence[Row] = ()
        self.cursor: int | None = None
        """The row with the cursor; None: no row leads anywhere."""

    @property
    def current(self) -> Row | None:
        return None if self.cursor is None else self.rows[self.cursor]

    def show(self, rows: Sequence[Row], *, keep: bool = False) -> None:
        """Other rows; the cursor goes to the first that leads to a sentence, or stays (`keep`) as far as it can."""
        at = self.cursor if keep else None
        self.rows = rows
        stops = [number for number, row in enumerate(rows) if row.leads]
        first = next((number for number in stops if rows[number].quoted is not None), stops[0] if stops else None)
        self.cursor = min(stops, key=lambda number: abs(number - at)) if at is not None and stops else first
        self.set_height(len(rows))
        if not keep:
            self.jump(0)

    def move(self, steps: int) -> None:
        """To the next row that leads somewhere; with none on that side the pane scrolls on."""
        stops = [number for number, row in enumerate(self.rows) if row.leads]
        place = stops.index(self.cursor) + steps if self.cursor in stops else 0
        if not stops or not 0 <= place < len(stops):
            self.jump(self.scroll_offset.y + steps)
            return
        self._put(stops[place])

    def move_to_end(self, *, top: bool) -> None:
        stops = [number for number, row in enumerate(self.rows) if row.leads]
        if stops:
            self._put(stops[0] if top else stops[-1])
        self.jump(0 if top else len(self.rows))

    def choose(self) -> None:
        if self.current is not None:
            self.post_message(self.Chosen(self.current))

    def line(self, y: int, width: int) -> Strip:
        row = self.rows[y] if 0 <= y < len(self.rows) else Row([])
        here = y == self.cursor
        lead: Bit = (f"{self.cursor_bar(here):{LEAD}}", "map_mark" if here else "text")
        return bits_strip([lead, *row.bits], width, self.palette, over="selected" if here else None, ground="text")

    def on_resize(self) -> None:
        self.set_height(len(self.rows))

    def on_click(self, event: events.Click) -> None:
        y = event.y + self.scroll_offset.y
        while 0 < y < len(self.rows) and not self.rows[y].leads and self.rows[y].bits:
            y -= 1
        if 0 <= y < len(self.rows) and self.rows[y].leads:
            self._put(y)
            if event.chain == 2:
                self.choose()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.jump(self.scroll_offset.y + 3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.jump(self.scroll_offset.y - 3)

    def _put(self, row: int) -> None:
        if self.cursor is not None:
            self.redraw(self.cursor)
        self.cursor = row
        self.redraw(row)
        self.reveal(row, 3)
