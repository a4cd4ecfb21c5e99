"""The right pane as the screen knows it: the body's text with everything that can be done in it."""

from dataclasses import dataclass

from textual import events
from textual.message import Message

from tui.widgets.body import MEASURE, NARROWEST_MEASURE, WIDEST_MEASURE, Body
from tui.widgets.picturing import Picturing
from tui.widgets.piece_cursor import PieceCursor
from tui.widgets.searching import Searching
from tui.widgets.selecting import Selecting
from tui.widgets.stepping import Stepping

__all__ = ["MEASURE", "NARROWEST_MEASURE", "WIDEST_MEASURE", "ArticleView", "Body"]


class ArticleView(Selecting, PieceCursor, Searching, Stepping, Picturing):
    """The article, or the page it was read from, and the mouse on it."""

    DEFAULT_CSS = "ArticleView { background: $surface; }"

    @dataclass
    class Followed(Message):
        """A link was clicked."""

        href: str

    class Asked(Message):
        """A name was clicked: who is that?"""

    @dataclass
    class Enlarged(Message):
        """A picture was clicked."""

        figure: int
        """Its place among `figures`."""

    def on_click(self, event: events.Click) -> None:
        href = event.style.meta.get("href")
        piece = self.piece_at(event.y + self.scroll_offset.y)
        name = None if self.as_it_came else self.mention_at(event.x, event.y + self.scroll_offset.y)
        figure = self.figure_at(event.y + self.scroll_offset.y)
        if self.marked is not None:
            return  # the end of a mark that the mouse has drawn
        if href:
            self.post_message(self.Followed(href))
        elif piece is not None:
            self.put_cursor(piece)
        elif figure is not None:
            self.post_message(self.Enlarged(figure))
        elif name is not None and self.marks_names:
            self.go_to_name(name)
            self.post_message(self.Asked())

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_lines(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_lines(-3)
