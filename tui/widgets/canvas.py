"""The ground of one large picture: drawn in cells, or laid over blank ones by the terminal."""

from rich.segment import Segment
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.pictures.drawn import Drawn
from tui.pictures.over import at
from tui.render import bits_strip
from tui.themes import Palette
from tui.wrap import wrap

WIDEST = 60
"""Cells of a line of words: a message is no banner."""


class Canvas(Widget):
    """Shows a picture in its middle, or words where none can be drawn."""

    class Sized(Message):
        """There is another room for pictures than before."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.palette = palette
        self.drawn: Drawn | None = None
        self._words = ""

    def on_resize(self) -> None:
        self.post_message(self.Sized())

    def show(self, drawn: Drawn | None) -> None:
        """This picture; None: nothing."""
        self.drawn, self._words = drawn, ""
        self.refresh()

    def say(self, words: str) -> None:
        """A sentence instead of a picture."""
        self.drawn, self._words = None, words
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        if self.drawn is not None and self.drawn.over:
            # Cells that are drawn again erase what lies over them.
            self.call_after_refresh(self._lay_over)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        width, drawn = self.size.width, self.drawn
        if drawn is None:
            return self._word_line(y)
        left, top = self._corner(drawn)
        ground = self.palette.styles["text"]
        if not 0 <= y - top < len(drawn.strips):
            return Strip([Segment(" " * width, ground)], width)
        row = drawn.strips[y - top]
        cells = [Segment(text, ground + style if style else ground) for text, style, _ in row]
        right = max(0, width - left - row.cell_length)
        return Strip([Segment(" " * left, ground), *cells, Segment(" " * right, ground)]).crop(0, width)

    def _corner(self, drawn: Drawn) -> tuple[int, int]:
        """Column and row of the picture's upper left cell."""
        return max(0, (self.size.width - drawn.box.columns) // 2), max(0, (self.size.height - drawn.box.rows) // 2)

    def _word_line(self, y: int) -> Strip:
        width = self.size.width
        lines = wrap(self._words, max(2, min(WIDEST, width - 4))) if self._words else []
        number = y - max(0, (self.size.height - len(lines)) // 2)
        text = self._words[slice(*lines[number])] if 0 <= number < len(lines) else ""
        return bits_strip([(" " * ((width - len(text)) // 2) + text, "meta")], width, self.palette, ground="text")

    def _lay_over(self) -> None:
        driver = self.app._driver
        if driver is not None and self.drawn is not None and self.is_attached:
            left, top = self._corner(self.drawn)
            driver.write(at(self.region.y + top, self.region.x + left, self.drawn.over))
