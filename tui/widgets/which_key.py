"""How a chord may go on: the keys that follow and what they do, shown over the footer while one is waited for.

Chords give many actions a memorable key and nobody a way to remember them; this is the way.
"""

from collections.abc import Sequence

from msgspec import Struct
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui.render import Bit, bits_strip
from tui.themes import Palette
from tui.wrap import cells, cut

COLUMN = 38
"""Cells of a column at least: a key and three or four words."""


KEYS = 7
"""Cells for the keys of a way and the gaps around them."""
MOST_ROWS = 9
"""Rows that the ways may take for the sake of whole sentences: the text stays in sight on 24 lines."""


class Continuation(Struct, frozen=True):
    """One way to go on."""

    keys: str
    """As they are shown."""
    name: str
    reason: str | None = None
    """Why it cannot be done now; None: it can."""


class WhichKey(Widget):
    """Lies over the lowest lines of the panes; hidden until it has something to show."""

    DEFAULT_CSS = """
    WhichKey { dock: bottom; layer: over; height: 0; display: none; margin-bottom: 1; background: $background; }
    """

    palette: Palette
    """Set by the screen."""

    def __init__(self) -> None:
        super().__init__(id="which_key")
        self._rows: list[list[Bit]] = []

    def show(self, begun: str, ways: Sequence[Continuation], width: int) -> None:
        """The ways to go on after the keys `begun`, in as many columns as fit."""
        self._rows = which_key_rows(begun, ways, width - 1)
        self.styles.height = len(self._rows)
        self.display = True
        self.refresh()

    def hide(self) -> None:
        self.display = False

    def render_line(self, y: int) -> Strip:
        strip = bits_strip(self._rows[y] if y < len(self._rows) else [], self.size.width - 1, self.palette)
        return Strip([*strip, Segment(" ", self.palette.styles["edge"])], self.size.width)


def which_key_rows(begun: str, ways: Sequence[Continuation], width: int) -> list[list[Bit]]:
    """A heading and the ways in columns, read downwards."""
    columns = _columns(ways, width)
    height = -(-len(ways) // columns)
    title = f" {begun} … "
    rows: list[list[Bit]] = [[("─", "frame_line_focus"), (title, "frame_focus"),
                              ("─" * max(0, width - cells(title) - 1), "frame_line_focus")]]
    for line in range(height):
        row: list[Bit] = []
        for column in range(columns):
            place = column * height + line
            if place < len(ways):
                row += _way(ways[place], width // columns)
        rows.append(row)
    return rows


def _columns(ways: Sequence[Continuation], width: int) -> int:
    """As many columns as leave every way its words, while the rows are few; else as many as there is room for."""
    most = max(1, min(width // COLUMN, len(ways)))
    longest = max((cells(_told(way)) for way in ways), default=0) + KEYS + 2
    fitting = max(1, min(most, width // longest))
    return fitting if -(-len(ways) // fitting) <= MOST_ROWS else most


def _told(way: Continuation) -> str:
    return way.name if way.reason is None else f"{way.name}: {way.reason}"


def _way(way: Continuation, width: int) -> list[Bit]:
    keys = f" {way.keys:>{KEYS - 2}} "
    text = cut(f" {_told(way)}", width - cells(keys) - 1)
    gap = " " * max(0, width - cells(keys) - cells(text))
    if way.reason is not None:
        return [(keys, "key_label"), (text, "key_label"), (gap, "row")]
    return [(keys, "key"), (text, "row_read"), (gap, "row")]
