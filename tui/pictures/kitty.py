"""Pictures as kitty's graphics protocol shows them in programs that know nothing of pictures.

The pixels are sent once, under a number. Where the picture is to be seen stand ordinary signs, U+10EEEE, whose colour
is that number and whose diacritics say which row and column of the picture they show. So a picture scrolls, is
clipped and is covered like text, and Textual has nothing to learn. Written after the protocol's documentation
(sw.kovidgoyal.net/kitty/graphics-protocol, "Unicode placeholders", since kitty 0.28).
"""

import os
from base64 import standard_b64encode
from collections.abc import Iterator
from itertools import count

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.pictures.fit import Box

PLACEHOLDER = "\U0010eeee"
CHUNK = 4096
"""Bytes of base64 in one escape code at most, as the protocol demands."""
# Signs for the numbers from 0: all diacritics above a letter (Mn, class 230) of Unicode 6.0 that stay what they are
# when a text is normalised, in order.
_RANGES = """
305 30d-30e 310 312 33d-33f 346 34a-34c 350-352 357 35b 363-36f 483-487 592-595 597-599 59c-5a1 5a8-5a9 5ab-5ac 5af 5c4
610-617 657-65b 65d-65e 6d6-6dc 6df-6e2 6e4 6e7-6e8 6eb-6ec 730 732-733 735-736 73a 73d 73f-741 743 745 747 749-74a
7eb-7f1 7f3 816-819 81b-823 825-827 829-82d 951 953-954 f82-f83 f86-f87 135d-135f 17dd 193a 1a17 1a75-1a7c 1b6b
1b6d-1b73 1cd0-1cd2 1cda-1cdb 1ce0 1dc0-1dc1 1dc3-1dc9 1dcb-1dcc 1dd1-1de6 1dfe 20d0-20d1 20d4-20d7 20db-20dc 20e1 20e7
20e9 20f0 2cef-2cf1 2de0-2dff a66f a67c-a67d a6f0-a6f1 a8e0-a8f1 aab0 aab2-aab3 aab7-aab8 aabe-aabf aac1 fe20-fe26
10a0f 10a38 1d185-1d189 1d1aa-1d1ad 1d242-1d244
"""


def _diacritics() -> Iterator[str]:
    for part in _RANGES.split():
        first, _, last = part.partition("-")
        yield from map(chr, range(int(first, 16), int(last or first, 16) + 1))


DIACRITICS = "".join(_diacritics())
MOST = Box(len(DIACRITICS), len(DIACRITICS))
"""Cells that a picture can have: each of their numbers needs a sign."""
# Programs in one terminal share the numbers, so each begins elsewhere.
_numbers = count((os.getpid() % 0xFFFF + 1) << 8)


def new_number() -> int:
    """A number that no other picture of this program has: 1 to 2²⁴ - 1, for it is told by a colour."""
    return next(_numbers) % 0xFFFFFF + 1


def send(number: int, png: bytes, box: Box) -> str:
    """What hands a picture to the terminal and says how many cells it is to fill. The terminal answers nothing."""
    encoded = standard_b64encode(png).decode("ascii")
    chunks = [encoded[at:at + CHUNK] for at in range(0, len(encoded), CHUNK)] or [""]
    codes = []
    for place, chunk in enumerate(chunks):
        first = f"a=T,U=1,f=100,t=d,i={number},c={box.columns},r={box.rows}," if place == 0 else ""
        more = int(place < len(chunks) - 1)
        codes.append(f"\x1b_G{first}m={more},q=2;{chunk}\x1b\\")
    return "".join(codes)


def forget(number: int) -> str:
    """What makes the terminal free a picture."""
    return f"\x1b_Ga=d,d=I,i={number},q=2\x1b\\"


def placeholder_strips(number: int, box: Box) -> tuple[Strip, ...]:
    """The cells in which the picture of that number is to be seen, row by row."""
    style = Style.from_color(Color.from_rgb(number >> 16 & 255, number >> 8 & 255, number & 255))
    rows = []
    for row in range(min(box.rows, MOST.rows)):
        columns = DIACRITICS[:box.columns]
        text = "".join(PLACEHOLDER + DIACRITICS[row] + column for column in columns)
        rows.append(Strip([Segment(text, style)], len(columns)))
    return tuple(rows)
