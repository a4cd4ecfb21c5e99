"""Text whose width terminals do not agree on, written so that what stands beside it stays in its place.

A family of emoji is one sign of two cells here and three signs of six there; a vowel of Hindi has a cell of its own
in xterm, VTE and tmux and none in kitty and in rich. Nobody can ask a terminal for its table, so a title in such
letters would push the frame, and every pane to its right, out of line. Where a strip holds any, each stretch
is written from its own column, counted from where the strip begins: the cursor is saved (DECSC), and restored
(DECRC) before each of them. What a terminal draws wider than it was measured runs into the blank beside it, and is cut
where there is none.
"""

import re
from collections.abc import Sequence
from itertools import accumulate
from unicodedata import category

from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from textual import strip

from tui.wrap import cells, graphemes

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
    room = 0
    texts: list[str] = []
    for segment, start in zip(reversed(segments), reversed(starts[:-1]), strict=True):
        room += segment.cell_length
        if segment.text.strip():
            text = fitted(segment.text.rstrip(" "), room)
            texts.append(f"{_BACK}{_RIGHT.format(start) if start else ''}{drawn(segment, text)}")
            room = 0
    return "".join([*written, *reversed(texts), _BACK, _RIGHT.format(starts[-1]) if starts[-1] else ""])


def fitted(text: str, room: int) -> str:
    """The text, its end replaced by an ellipsis where a terminal could draw it wider than there is room.

    What ran out of a pane would stay in the one beside it, which knows nothing of it.
    """
    if not is_doubtful(text) or _widest(text) <= room:
        return text
    kept = ""
    used = 1  # the ellipsis
    for start, end, _ in graphemes(text):
        used += _widest(text[start:end])
        if used > room:
            break
        kept = text[:end]
    return kept.rstrip() + "…" if room else ""


def _widest(text: str) -> int:
    """The most cells that a terminal takes for it: a vowel of its own one, joined emoji and the letters of a flag two
    each."""
    apart = sum(2 if sign >= "\U0001f000" else 1 if category(sign) == "Mc" else cells(sign) for sign in text)
    return max(apart, cells(text))
