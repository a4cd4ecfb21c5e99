"""The page as it came, walked piece by piece: which one a key would keep or drop."""

from collections.abc import Iterator

from library.records import Opened
from parsers.article import Piece
from tui.inline import Line, Run
from tui.pieces import CURSOR_BAR, bar_at
from tui.render import Overlay
from tui.widgets.body import TOP, Body
from tui.wrap import cells


class PieceCursor(Body):
    """A cursor on the pieces while the page is shown as it came."""

    piece = 0
    """Index into Article.pieces."""

    @property
    def current_piece(self) -> Piece | None:
        """The piece under the cursor; None while the article is shown, or when the page has no pieces."""
        if self.opened is None or not self.as_it_came:
            return None
        pieces = self.opened.annotated.article.pieces
        return pieces[self.piece] if self.piece < len(pieces) else None

    def toggle_page(self) -> int | None:
        here = super().toggle_page()
        self.piece = here or 0
        return here

    def retell(self, opened: Opened) -> None:
        super().retell(opened)
        self.piece = min(self.piece, max(0, len(opened.annotated.article.pieces) - 1))

    def step_piece(self, steps: int) -> None:
        """On to the next piece; a piece that is longer than the pane is first read to its end."""
        first, last = self._span(self.piece)
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + self.size.height
        if steps == 1 and first < bottom <= last:
            self.scroll_lines(min(self.page, last - bottom + 2))
        elif steps == -1 and first < top <= last:
            self.scroll_lines(-min(self.page, top - first))
        elif self.opened is not None:
            count = len(self.opened.annotated.article.pieces)
            self.put_cursor(min(count - 1, max(0, self.piece + steps)))

    def put_cursor(self, piece: int) -> None:
        """The cursor on this piece, and as much of it in sight as there is room."""
        self.piece = max(0, piece)
        first, last = self._span(self.piece)
        self.reveal(first, min(last - first + 1, self.size.height))
        self.refresh()

    def scroll_pieces(self, lines: int) -> None:
        """Scroll, and take the cursor along when it would be left behind."""
        self.scroll_lines(lines)
        first, last = self._span(self.piece)
        if last < self.scroll_offset.y or first >= self.scroll_offset.y + self.size.height:
            self.piece = max(0, self._anchors[self._first_in_sight()][0])
        self.refresh()

    def go_to_end(self, *, top: bool) -> None:
        super().go_to_end(top=top)
        if self.as_it_came and self.opened is not None:
            self.piece = 0 if top else max(0, len(self.opened.annotated.article.pieces) - 1)
            self.refresh()

    def piece_at(self, y: int) -> int | None:
        """The piece on a line of the content; None: there is none."""
        number = y - TOP
        return self._lines[number].block if self.as_it_came and 0 <= number < len(self._lines) else None

    def _first_in_sight(self) -> int:
        """The line whose piece is the first to begin in the pane."""
        last = len(self._lines) - 1
        for number in range(min(last, max(0, self.scroll_offset.y - TOP)), last + 1):
            if self._lines[number].block is not None:
                return number
        return max(0, last)

    def _span(self, piece: int) -> tuple[int, int]:
        """First and last line of a piece, as lines of the content."""
        first = self._line_at((piece, 0))
        last = first
        while last + 1 < len(self._lines) and self._lines[last + 1].block == piece:
            last += 1
        return first + TOP, last + TOP

    def _line(self, number: int) -> Line:
        line = super()._line(number)
        if self.as_it_came and line.block == self.piece and line.text:
            at, size = bar_at(self._column), len(line.text)
            blank = max(0, self._column - cells(line.text))  # the ground reaches as far as the column does
            text = line.text[:at] + CURSOR_BAR + line.text[at + 1:] + " " * blank
            return line._replace(text=text, runs=(*line.runs, Run(size, size + blank, "kept")))
        return line

    def _overlays(self, number: int) -> Iterator[Overlay]:
        yield from super()._overlays(number)
        if self.as_it_came and super()._line(number).block == self.piece:
            at = bar_at(self._column)
            yield at, at + 1, "piece_bar"
            yield at + 1, len(self._line(number).text), "piece"
