"""Pictures that a terminal lays over cells: iTerm2's protocol and sixel.

They know nothing of scrolling text, so only the viewer shows them: there nothing moves. Everything that is sent was
encoded here from pixels; no byte of the file that came is among it.
"""

from base64 import standard_b64encode
from collections.abc import Iterator
from itertools import groupby

from tui.pictures.fit import Box
from tui.pictures.raster import Raster, indexed

COLOURS = 256
"""Registers for colours that terminals with sixel have today (xterm, foot, mlterm, Windows Terminal)."""
_BAND = 6
"""Pixels of a sixel, one above the other."""


def at(row: int, column: int, picture: str) -> str:
    """What shows the picture with its upper left corner in that cell (from 0), the cursor back where it was."""
    return f"\x1b7\x1b[{row + 1};{column + 1}H{picture}\x1b8"


def iterm(png: bytes, box: Box) -> str:
    """The picture in so many cells (iterm2.com/documentation-images.html)."""
    encoded = standard_b64encode(png).decode("ascii")
    size = f"size={len(png)};width={box.columns};height={box.rows}"
    return f"\x1b]1337;File=inline=1;{size};preserveAspectRatio=1;doNotMoveCursor=1:{encoded}\x07"


def sixel(raster: Raster) -> str:
    """The picture, pixel for pixel (VT330/VT340 Programmer Reference, chapter 14)."""
    palette, places = indexed(raster, COLOURS)
    width, height = raster.width, raster.height
    out = [f'\x1bP0;1;0q"1;1;{width};{height}']
    out += [f"#{number};2;{_percent(red)};{_percent(green)};{_percent(blue)}"
            for number, (red, green, blue) in enumerate(palette)]
    for top in range(0, height, _BAND):
        rows = [places[width * row:width * (row + 1)] for row in range(top, min(top + _BAND, height))]
        out += ["$".join(_band(rows, width)), "-"]
    return "".join(out) + "\x1b\\"


def _band(rows: list[bytes], width: int) -> Iterator[str]:
    """Six rows of pixels: for each colour that is in them, which pixels have it."""
    bits: dict[int, bytearray] = {}
    for row, places in enumerate(rows):
        for column, place in enumerate(places):
            if place not in bits:
                bits[place] = bytearray(width)
            bits[place][column] |= 1 << row
    for place, columns in bits.items():
        signs = (_repeated(value, len(list(same))) for value, same in groupby(columns))
        yield f"#{place}" + "".join(signs)


def _repeated(value: int, times: int) -> str:
    sign = chr(0x3F + value)
    return f"!{times}{sign}" if times > 3 else sign * times


def _percent(value: int) -> int:
    return round(value * 100 / 255)
