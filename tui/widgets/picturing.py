"""Pictures in the body: rows of cells above their captions.

They come after their article, when they are decoded; the text in sight then stays where it is, and an article
without pictures costs nothing.
"""

from collections.abc import Mapping
from typing import ClassVar

from rich.segment import Segment
from textual.message import Message
from textual.strip import Strip

from library.records import Opened
from parsers.article import Figure
from tui.inline import Line
from tui.pictures.drawn import Drawn
from tui.pictures.fit import Box
from tui.render import line_strip
from tui.typeset import BAR
from tui.widgets.body import TOP, Body
from tui.wrap import cells


class Picturing(Body):
    """Shows pictures that were drawn elsewhere; says when it has none for the article it shows."""

    pictures: Mapping[int, Drawn]
    """By the index of their figure among the article's blocks."""
    NO_PICTURES: ClassVar[Mapping[int, Drawn]] = {}

    class Bare(Message):
        """An article is shown without the pictures it has, or with some of another width."""

    def __init__(self) -> None:
        super().__init__()
        self.pictures = self.NO_PICTURES

    @property
    def picture_room(self) -> int:
        """Columns of a picture at most."""
        return max(1, self.column - cells(BAR))

    @property
    def figures(self) -> list[int]:
        """The article's figures, by their index among its blocks."""
        if self.opened is None:
            return []
        blocks = self.opened.annotated.article.blocks
        return [number for number, block in enumerate(blocks) if isinstance(block, Figure)]

    @property
    def next_figure(self) -> int:
        """The first figure at or below the top of the pane, as its place among `figures`; the last one below all."""
        at_top = self._anchor()[0] if self.scroll_offset.y and not self.as_it_came else -1
        figures = self.figures
        return next((place for place, number in enumerate(figures) if number >= at_top), max(0, len(figures) - 1))

    def figure_at(self, y: int) -> int | None:
        """The place among `figures` of the one whose picture is shown on this line of the content; None: none is."""
        line = self._line(y - TOP)
        if line.picture is None or line.block not in self.figures:
            return None
        return self.figures.index(line.block)

    def take_pictures(self, pictures: Mapping[int, Drawn], lines: tuple[Line, ...], column: int) -> None:
        """The article's pictures, and its lines with room for them; the text at the top of the pane stays there."""
        self.pictures = pictures
        if self.as_it_came or column != self.column:
            self._story = ()
            if not self.as_it_came:
                self.set_again()
            return
        anchor, at_top, name = self._anchor(), self.scroll_offset.y == 0, self.current_name
        self._take(lines)
        self.current_name = name
        if not at_top:
            self._place(self._line_at(anchor) + TOP)

    def drop_pictures(self) -> None:
        """Show none; then ask for them again, for they may have to be drawn in another way."""
        if self.pictures:
            self.pictures = self.NO_PICTURES
            self.set_again()
        self._tell_bare()

    def show(self, opened: Opened, lines: tuple[Line, ...], column: int, *, is_whole: bool = True) -> None:
        self.pictures = self.NO_PICTURES
        super().show(opened, lines, column, is_whole=is_whole)
        if self.is_whole:
            self._tell_bare()

    def complete(self, lines: tuple[Line, ...], column: int) -> None:
        super().complete(lines, column)
        self._tell_bare()

    def retell(self, opened: Opened) -> None:
        self.pictures = self.NO_PICTURES
        super().retell(opened)
        self._tell_bare()

    def on_resize(self) -> None:
        column = self._column
        super().on_resize()
        if column != self._column:
            self._tell_bare()

    def line(self, y: int, width: int) -> Strip:
        line = self._line(y - TOP)
        drawn = None if line.picture is None or line.block is None else self.pictures.get(line.block)
        if drawn is None or line.picture is None or line.picture >= len(drawn.strips):
            return super().line(y, width)
        left = (width - self.column) // 2
        before = line_strip(line, left + cells(line.text), left, self.palette)
        row, ground = drawn.strips[line.picture], self.palette.styles["text"]
        if row.cell_length > self.picture_room:  # the pane was made narrower just now
            row = row.crop(0, self.picture_room)
        if drawn.number:  # its ground is seen where it does not fill its cells
            row = Strip([Segment(text, ground + style if style else ground) for text, style, _ in row], row.cell_length)
        rest = max(0, width - before.cell_length - row.cell_length)
        return Strip([*before, *row, Segment(" " * rest, ground)], width)

    def _boxes(self) -> Mapping[int, Box]:
        return {number: drawn.box for number, drawn in self.pictures.items()}

    def _tell_bare(self) -> None:
        if self.opened is not None and any(
            isinstance(block, Figure) and block.file for block in self.opened.annotated.article.blocks
        ):
            self.post_message(self.Bare())
