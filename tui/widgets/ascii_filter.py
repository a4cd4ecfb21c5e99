"""The last look at every line before it goes to the terminal: in ASCII, where that is wanted."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.glyphs import Extent, in_ascii


class AsciiFilter(LineFilter):
    """Textual hands it every line, dialogs and toasts included."""

    def __init__(self, extent: Extent) -> None:
        super().__init__(enabled=extent != "nothing")
        self.extent = extent

    def take(self, extent: Extent) -> None:
        """Put so much into ASCII from now on."""
        self.extent, self.enabled = extent, extent != "nothing"

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [Segment(in_ascii(text, self.extent), style, control) for text, style, control in segments]
