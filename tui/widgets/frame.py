"""The lines above and below the panes, drawn across all of them: titles, where we are, the legend.

Textual frames each widget by itself, which doubles every line between two panes. Here neighbours share theirs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from msgspec import Struct
from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.render import Bit, bits_strip
from tui.themes import Palette
from tui.wrap import cells, cut


class Stretch(Struct, frozen=True):
    """The frame over (or under) one pane."""

    width: int
    """Cells, the joint with the next pane included."""
    left: Sequence[Bit] = ()
    """What stands at the left: a title, the legend."""
    right: str = ""
    """What stands at the right: "1/3", "38 %"."""
    focused: bool = False
    joint_focused: bool = False
    """The pane or its right neighbour has the keyboard."""


def frame_bits(stretches: Sequence[Stretch], joint: str) -> list[Bit]:
    """The line as bits; `joint` is where it meets the line between two panes ("┬", "┴")."""
    bits: list[Bit] = []
    for place, stretch in enumerate(stretches):
        last = place == len(stretches) - 1
        line = "frame_line_focus" if stretch.focused else "frame"
        room = stretch.width - (0 if last else 1)
        right = f" {stretch.right} ─" if stretch.right and room > cells(stretch.right) + 12 else ""
        left = _fitted(stretch.left, room - cells(right) - 3)
        used = sum(cells(text) for text, _ in left)
        if left:
            bits += [("─ " if used + 3 <= room else " ", line), *left, (" ", line)]
            used += 3 if used + 3 <= room else 2
        bits.append(("─" * max(0, room - used - cells(right)), line))
        bits.append((right, "frame_focus" if stretch.focused else "frame_title"))
        if not last:
            bits.append((joint, "frame_line_focus" if stretch.joint_focused else "frame"))
    return bits


def _fitted(bits: Sequence[Bit], room: int) -> list[Bit]:
    """The bits in at most `room` cells, cut with an ellipsis."""
    fitted: list[Bit] = []
    for text, style in bits:
        text = cut(text, room)
        if not text:
            break
        fitted.append((text, style))
        room -= cells(text)
    return fitted


def text_at(bits: Sequence[Bit], column: int) -> str:
    """The text of the bit that is drawn in this column; "" behind the last."""
    for text, _ in bits:
        column -= cells(text)
        if column < 0:
            return text
    return ""


class FrameLine(Widget):
    """One line of bits across the screen; what stands on some of them can be clicked."""

    DEFAULT_CSS = "FrameLine { height: 1; }"

    palette: Palette
    """Set by the screen."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._bits: list[Bit] = []
        self._doors: Mapping[str, str] = {}

    @dataclass
    class Clicked(Message):
        """Words that lead somewhere were clicked."""

        what: str

    def show(self, bits: list[Bit], doors: Mapping[str, str] | None = None) -> None:
        """Draw these bits; `doors` says what a click on the words of one of them asks for."""
        self._doors = doors or {}
        if bits != self._bits:
            self._bits = bits
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        what = self._doors.get(text_at(self._bits, event.x))
        if what is not None:
            self.post_message(self.Clicked(what))

    def render_line(self, y: int) -> Strip:
        strip = bits_strip(self._bits, self.size.width - 1, self.palette)
        return Strip([*strip, Segment(" ", self.palette.styles["edge"])], self.size.width)
