"""The keys of what lies over the screen, where the footer's stand: those of the panes beneath do nothing meanwhile.

Without it the footer would go on promising keys that are taken by something else.
"""

from collections.abc import Sequence

from textual import events, on

from tui.render import Bit
from tui.themes import Palette
from tui.widgets.frame import FrameLine
from tui.wrap import cells

_NAMES = {
    "Esc": "escape", "Enter": "enter", "Tab": "tab", "Space": "space", "/": "slash", "*": "asterisk", "↑": "up",
    "↓": "down",
}
"""What Textual calls keys that are shown by another name."""


class KeyLine(FrameLine):
    """Keys with what they do, as many as there is room for; the last one, the way out, is never left out."""

    DEFAULT_CSS = "KeyLine { dock: bottom; height: 1; }"

    def __init__(self, palette: Palette, keys: Sequence[tuple[str, str]]) -> None:
        """`keys`: each with its words, the most useful ones first and the way out last."""
        super().__init__(id="keys_here")
        self.palette = palette
        self._keys = keys

    def on_resize(self) -> None:
        doors = {text: keys.split()[0] for keys, words in self._keys for text in (f" {keys}", f" {words} ")}
        self.show(key_bits(self._keys, self.size.width - 1), doors)

    @on(FrameLine.Clicked)
    def _clicked(self, message: FrameLine.Clicked) -> None:
        """As if the key had been pressed."""
        message.stop()
        key = message.what
        self.app.post_message(events.Key(_NAMES.get(key, key), key if len(key) == 1 else None))


def key_bits(keys: Sequence[tuple[str, str]], room: int) -> list[Bit]:
    """The keys in `room` cells, filled up to it."""
    *others, last = ([(f" {key}", "key"), (f" {words} ", "key_label")] for key, words in keys)
    room -= sum(cells(text) for text, _ in last)
    bits: list[Bit] = []
    for pair in others:
        size = sum(cells(text) for text, _ in pair)
        if size > room:
            continue
        bits += pair
        room -= size
    return [*bits, *last, (" " * max(0, room), "row")]
