"""What the three panes have in common: lines drawn on demand, no scrollbar, the keyboard's owner visible.

Textual draws a scrollbar again for every scrolled line, which is the dearest part of a scrolled frame (measured:
10.5 against 6.2 ms of CPU); where we are stands in the frame instead.
"""

from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.rows import CURSOR, OTHER_CURSOR
from tui.themes import Palette


class Pane(ScrollView, can_focus=True, inherit_bindings=False):
    """A scrolling pane whose lines a subclass draws with `line(y, width)`."""

    DEFAULT_CSS = """
    Pane { overflow-x: hidden; overflow-y: auto; scrollbar-size: 0 0; background: $background; }
    """
    EDGE = "edge"
    """Style of the last cell where no line is (see themes.py)."""
    expected_width = 80
    """Columns the pane will have when it is shown; the screen knows them before the first layout."""
    is_parted = True
    """Whether a line at the right edge parts it from its neighbour."""

    palette: Palette
    """Set by the screen before the pane is shown, and again when the theme changes."""
    bright_edge = False
    """The edge is drawn bright: this pane or its right neighbour has the keyboard."""

    @dataclass
    class Pulled(Message):
        """The line at the pane's right is being pulled to this column of the screen."""

        pane: "Pane"
        column: int

    class LetGo(Message):
        """The line at the pane's right was clicked twice: it may go back to where it was."""

    _is_pulled = False

    def on_mouse_down(self, event: events.MouseDown) -> None:
        if self.is_on_edge(event):
            self._is_pulled = True
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._is_pulled:
            self.post_message(self.Pulled(self, event.screen_x))

    def on_mouse_up(self) -> None:
        if self._is_pulled:
            self._is_pulled = False
            self.release_mouse()

    def is_on_edge(self, event: events.MouseEvent) -> bool:
        """The mouse is on the line that parts the pane from its neighbour; a second click there lets it go."""
        on_edge = self.is_parted and event.x == self.size.width - 1
        if on_edge and isinstance(event, events.Click) and event.chain == 2:
            self.post_message(self.LetGo())
        return on_edge

    def line(self, y: int, width: int) -> Strip:
        """Line `y` of the content, counted from its top, `width` cells wide."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        strip = self.line(y + self.scroll_offset.y, width - 1)
        if self.is_parted:
            edge = Segment("│", self.palette.styles["frame_line_focus" if self.bright_edge else "frame"])
        else:
            edge = Segment(" ", self.palette.styles[self.EDGE])
        return Strip([*strip, edge], width)

    def cursor_bar(self, chosen: bool) -> str:
        """What stands at the left of a row: with or without colour, a cursor is seen in every pane."""
        if not chosen:
            return " "
        return CURSOR if self.has_focus else OTHER_CURSOR

    @property
    def room(self) -> int:
        """Cells for content in a line; those it is going to have while it is not on the screen yet."""
        return max(1, (self.size.width or self.expected_width) - 1)

    def set_height(self, lines: int) -> None:
        """The content has so many lines now."""
        self.virtual_size = Size(max(1, self.size.width), lines)
        self.refresh()

    def jump(self, y: int) -> None:
        """Scroll so that line `y` is the first one shown, as far as the content goes."""
        self.scroll_to(y=y, animate=False, immediate=True, force=True)

    def reveal(self, y: int, height: int = 1) -> None:
        """Scroll just as far as it takes to show [y, y + height)."""
        top = self.scroll_offset.y
        if y < top:
            self.jump(y)
        elif y + height > top + self.size.height:
            self.jump(y + height - self.size.height)

    def redraw(self, y: int, height: int = 1) -> None:
        """Draw [y, y + height) of the content again, if it is in sight."""
        self.refresh(Region(0, y - self.scroll_offset.y, self.size.width, height))

