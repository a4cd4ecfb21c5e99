"""The screen in ASCII: for terminals and fonts that have no lines, arrows and stars, and for those without UTF-8.

Every sign keeps its cells, so that nothing on the screen moves. A terminal that is sent what it cannot show
draws question marks or, worse, two letters for one, and every frame falls apart.
"""

from collections.abc import Mapping
from typing import Literal
from unicodedata import normalize

from tui.wrap import graphemes

Extent = Literal["nothing", "signs", "everything"]
"""What is put into ASCII: signs and lines, or also the letters of the text."""

_SIGNS = {
    "●": "*", "○": "o", "◆": "+", "▲": "^", "★": "*", "☆": ".", "Δ": "~", "▌": ">", "▏": "|", "▐": "|", "▎": "|",
    "▸": ">", "▾": "v", "▹": ">", "…": "~", "·": "-", "•": "*", "–": "-", "—": "-", "‘": "'", "’": "'", "“": '"',
    "”": '"', "«": '"', "»": '"', "↑": "^", "↓": "v", "←": "<", "→": ">", "─": "-", "━": "=", "│": "|", "┃": "|",
    "┊": ":", "╎": ":", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+",
    "╭": "+", "╮": "+", "╰": "+", "╯": "+", "═": "=", "║": "|", "█": "#", "▀": "^", "▄": "_", "▔": "-", "▁": "_",
    "▂": "_", "▃": "_", "▅": "#", "▆": "#", "▇": "#",
    "▕": "|", "✓": "x", "⏎": "<", "↳": ">", "ᴾ": "P", "ᴼ": "O", "ᴸ": "L", "ˣ": "x", "×": "x", "◷": "@", "∅": "0",
    "\xa0": " ", "\xad": "-", "‐": "-", "‑": "-",
}
_TABLE = str.maketrans(_SIGNS)


def in_ascii(text: str, extent: Extent) -> str:
    """The text in as many cells, its signs, or all of it, in ASCII; letters lose their accents, others become "?"."""
    if extent == "nothing" or text.isascii():
        return text
    text = text.translate(_TABLE)
    if extent == "signs" or text.isascii():
        return text
    return "".join(_plain(text[start:end], width) for start, end, width in graphemes(text))


def _plain(sign: str, width: int) -> str:
    if sign.isascii():
        return sign
    base = normalize("NFKD", sign)[0]
    return base if base.isascii() and base.isprintable() and width == 1 else "?" * width


def extent(choice: str, environment: Mapping[str, str]) -> Extent:
    """What the setting `glyphs` means here: "auto" goes by the encoding that the locale names (POSIX, 8.2)."""
    if choice == "ascii":
        return "signs"
    locale = next((environment[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if environment.get(name)), "")
    if choice == "unicode" or not locale:
        return "nothing"
    return "nothing" if "utf" in locale.lower().replace("-", "") else "everything"
