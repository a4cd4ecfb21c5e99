"""Text whose width terminals do not agree on, written so that what stands beside it stays in its place.

A family of emoji is one sign of two cells here and three signs of six there; a vowel of Hindi has a cell of its own
in xterm, VTE and tmux and none in kitty and in rich. Nobody can ask a terminal for its table, so a title in such
letters would push the frame, and every pane to its right, out of line. Where a strip holds any, each stretch
is written from its own column, counted from where the strip begins: the cursor is saved (DECSC), and restored
(DECRC) before each of them. What a terminal draws wider than it was measured runs into the blank beside it.
"""

import re
from collections.abc import Sequence
from itertools import accumulate

from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from textual import strip

# Joined emoji, their variants, skin tones and flags; spacing vowels of the scripts of South and South-East Asia
# (general category Mc) with the conjuncts around them; Hangul that was not composed.
_DOUBTFUL = re.compile(
    "[\u200d\ufe0f\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff\u0900-\u0dff\u0e33\u0eb3\u0f00-\u0fff\u1000-\u109f"
    "\u1160-\u11ff\u1780-\u17ff\u1b00-\u1bff\ua880-\ua8df\ua980-\ua9df\uaa00-\uaa5f\uabe0-\uabff]"
)
_SAVE, _BACK, _RIGHT = "\x1b7", "\x1b8", "\x1b[{}C"
_render = strip.Strip.render


def install() -> None:
    """Have Textual write strips with doubtful text so."""
    strip.Strip.render = _render_steadily  # type: ignore[method-assign]  # Textual has no door for this


def is_doubtful(text: str) -> bool:
    """Whether terminals differ about the cells this takes."""
    return not text.isascii() and _DOUBTFUL.search(text) is not None


def _render_steadily(self: strip.Strip, console: Console) -> str:
    if self._render_cache is None and any(is_doubtful(segment.text) for segment in self):
        self._render_cache = placed(list(self), console._color_system or ColorSystem.TRUECOLOR)
    return _render(self, console)


def placed(segments: Sequence[Segment], colours: ColorSystem) -> str:
    """What draws the segments: first their grounds, then each text from its own column, then on to the end."""

    def drawn(segment: Segment, text: str) -> str:
        return text if segment.style is None else strip.Strip.render_style(segment.style, text, colours)

    sizes = [segment.cell_length for segment in segments]
    starts = list(accumulate(sizes, initial=0))
    written = [_SAVE, *(drawn(segment, " " * size) for segment, size in zip(segments, sizes, strict=True))]
    for segment, start in zip(segments, starts, strict=False):
        if segment.text.strip():
            written += [_BACK, _RIGHT.format(start) if start else "", drawn(segment, segment.text)]
    return "".join([*written, _BACK, _RIGHT.format(starts[-1]) if starts[-1] else ""])
