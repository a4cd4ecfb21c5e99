"""The right pane: one article in a centred column, or the page it was read from.

Lines are wrapped once for a width and then only looked up; a widget per paragraph would make a long article slow
to open and to scroll (textual.md, section 3).
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from library.records import Opened
from tui.inline import Line
from tui.pieces import piece_of_block, typeset_pieces
from tui.render import bits_strip, line_strip, name_styles
from tui.typeset import LETTERS, typeset
from tui.widgets.pane import Pane

MEASURE = 72
"""Characters of a line when there is room: books have 45 to 75 (Bringhurst), newspapers' screens up to 76."""
NARROWEST_MEASURE, WIDEST_MEASURE = 40, 120
TOP = 1
"""Blank lines above the title."""


class ArticleView(Pane):
    """Shows an article that was opened and typeset elsewhere; says when it has been scrolled."""

    DEFAULT_CSS = "ArticleView { background: $surface; }"
    EDGE = "edge_of_paper"
    is_parted = False

    class Scrolled(Message):
        """Another part of the article is in sight."""

    @dataclass
    class Followed(Message):
        """A link was clicked."""

        href: str

    def __init__(self) -> None:
        super().__init__(id="body")
        self.opened: Opened | None = None
        self.measure = MEASURE
        self.marks_names = True
        self.as_it_came = False
        self.current_name: int | None = None
        """The mention that was last jumped to."""
        self.notice: Sequence[str] = ()
        """What stands here while no article is open."""
        self._lines: tuple[Line, ...] = ()
        self._column = 0
        self._names: tuple[Style | None, ...] = ()
        self._places: dict[int, int] = {}
        self._return_to = 0
        self._story_height = 0
        self._is_placing = False

    @property
    def column(self) -> int:
        """Cells of the text column now."""
        margin = 3 if self.room >= 56 else 2 if self.room >= 36 else 1
        return max(1, min(self.measure, self.room - 2 * margin))

    def show(self, opened: Opened, lines: tuple[Line, ...], column: int) -> None:
        """Another article, typeset for a column; it opens where its reader left it."""
        self.opened, self.as_it_came, self.current_name = opened, False, None
        self._names = name_styles(opened.annotated, self.palette, shown=self.marks_names)
        self._take(lines if column == self.column else self._typeset())
        self._place(round(opened.position * len(self._lines)))

    def close(self, notice: Sequence[str] = ()) -> None:
        """No article, but words that say why."""
        self.opened, self.notice = None, notice
        self._take(())
        self._place(0)

    def restyle(self) -> None:
        """The palette, or whether names are marked, has changed."""
        if self.opened is not None:
            self._names = name_styles(self.opened.annotated, self.palette, shown=self.marks_names)
            self.set_again()
        self.refresh()

    def set_again(self) -> None:
        """Typeset anew for the width there is now; the line at the top stays there."""
        if self.opened is None:
            return
        top = max(0, self.scroll_offset.y - TOP)
        anchor = next((line for line in self._lines[top:] if line.block is not None), None)
        at_top = self.scroll_offset.y == 0
        self._take(self._pieces() if self.as_it_came else self._typeset())
        if not at_top and anchor is not None:
            self._place(self._line_at(anchor.block or 0, anchor.offset) + TOP)

    def toggle_page(self) -> None:
        """Between the article and the page as it came, at the same place; back again to the same line."""
        if self.opened is None:
            return
        self.as_it_came = not self.as_it_came
        if not self.as_it_came:
            self._take(self._typeset())
            self._place(self._return_to)
            return
        self._return_to = top = self.scroll_offset.y
        block = next((line.block for line in self._lines[max(0, top - TOP):] if line.block is not None), None)
        piece = piece_of_block(self.opened.annotated.article, None if top == 0 else block)
        self._take(self._pieces())
        self._place(0 if top == 0 else self._line_at(piece, 0) + TOP)

    def step_name(self, forward: bool) -> None:
        """To the next or previous mention that is marked in the text, seen from the last one or the screen."""
        order = sorted(self._places)
        if not order:
            return
        if self.current_name is not None and self._in_sight(self._places[self.current_name]):
            place = order.index(self.current_name) + (1 if forward else -1)
        else:
            lines = [self._places[name] for name in order]
            place = bisect_left(lines, self.scroll_offset.y) - (0 if forward else 1)
        if not 0 <= place < len(order):
            return
        before, self.current_name = self.current_name, order[place]
        if before is not None:
            self.redraw(self._places[before], 2)
        line = self._places[self.current_name]
        if not self._in_sight(line):
            self.jump(line - self.size.height // 3)
        self.redraw(line, 2)

    @property
    def story_share(self) -> float:
        """Where the reader is in the article, as a share of it, 0.0 at its top."""
        top = self._return_to if self.as_it_came else self.scroll_offset.y
        return min(1.0, top / self._story_height) if self._story_height else 0.0

    @property
    def seen(self) -> float:
        """How much of the article is above the bottom of the pane, 0.0 to 1.0."""
        height = len(self._lines) + TOP
        return min(1.0, (self.scroll_offset.y + self.size.height) / height) if self._lines else 1.0

    @property
    def at_end(self) -> bool:
        return self.scroll_offset.y + self.size.height >= len(self._lines) + TOP

    @property
    def names(self) -> int:
        """How many places of the text can be jumped to."""
        return len(self._places)

    def scroll_lines(self, lines: int) -> None:
        self.jump(self.scroll_offset.y + lines)

    @property
    def page(self) -> int:
        """Lines of a page; two stay in sight, so that the eye finds its place."""
        return max(1, self.size.height - 2)

    def line(self, y: int, width: int) -> Strip:
        number = y - TOP
        if self.opened is None:
            text = self.notice[number] if 0 <= number < len(self.notice) else ""
            return bits_strip([(f"   {text}", "text" if number == 0 else "meta")], width, self.palette,
                              ground="text")
        line = self._lines[number] if 0 <= number < len(self._lines) else Line()
        left = (width - self.column) // 2
        names = () if self.as_it_came else self._names
        return line_strip(line, width, left, self.palette, names, self.current_name)

    def on_resize(self) -> None:
        if self.opened is not None and self.column != self._column:
            self.set_again()
        self.set_height(len(self._lines) + TOP)

    def on_click(self, event: events.Click) -> None:
        href = event.style.meta.get("href")
        if href:
            self.post_message(self.Followed(href))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_lines(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_lines(-3)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value) and not self._is_placing:
            self.post_message(self.Scrolled())

    def _place(self, y: int) -> None:
        """Scroll without it counting as the reader's doing."""
        self._is_placing = True
        self.jump(y)
        self._is_placing = False

    def _typeset(self) -> tuple[Line, ...]:
        if self.opened is None:
            return ()
        letters = LETTERS if self.palette.letters and self.marks_names else None
        return typeset(self.opened.annotated, self.column, letters=letters)

    def _pieces(self) -> tuple[Line, ...]:
        return typeset_pieces(self.opened.annotated.article, self.column) if self.opened else ()

    def _take(self, lines: tuple[Line, ...]) -> None:
        """These are the lines now."""
        self._lines, self._column = lines, self.column
        self._places = {}
        if not self.as_it_came:
            self._story_height = len(lines)
            for number, line in enumerate(lines):
                for run in line.runs:
                    if run.mention is not None:
                        self._places.setdefault(run.mention, number + TOP)
        self.set_height(len(lines) + TOP)

    def _line_at(self, block: int, offset: int) -> int:
        """The line of a block that holds this offset; the nearest one before it when none does."""
        found = 0
        for number, line in enumerate(self._lines):
            if line.block is not None and (line.block, line.offset) <= (block, offset):
                found = number
        return found

    def _in_sight(self, y: int) -> bool:
        return self.scroll_offset.y <= y < self.scroll_offset.y + self.size.height
