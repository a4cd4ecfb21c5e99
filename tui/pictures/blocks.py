"""A picture in half blocks: each cell shows two pixels, one in the sign's colour and one in its ground.

Every terminal with colours can draw it, and the cells scroll, are covered and are copied like any others.
"""

from functools import lru_cache

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.pictures.fit import Box
from tui.pictures.raster import Raster, resized

UPPER_HALF = "▀"
# The last two bits of a colour are seen by nobody, and without them neighbours are more often equal: fewer bytes.
_SEEN = 0xFC


def block_strips(raster: Raster, box: Box) -> tuple[Strip, ...]:
    """The picture in so many cells, row by row."""
    small = resized(raster, box.columns, 2 * box.rows)
    seen = bytes(value & _SEEN for value in small.pixels)
    size = 3 * box.columns
    lines = [seen[at:at + size] for at in range(0, len(seen), size)]
    return tuple(_strip(upper, lower) for upper, lower in zip(lines[::2], lines[1::2], strict=True))


def _strip(upper: bytes, lower: bytes) -> Strip:
    segments: list[Segment] = []
    start = 0
    count = len(upper)
    while start < count:
        pair = upper[start:start + 3], lower[start:start + 3]
        end = start + 3
        while end < count and (upper[end:end + 3], lower[end:end + 3]) == pair:
            end += 3
        segments.append(Segment(UPPER_HALF * ((end - start) // 3), _style(*pair)))
        start = end
    return Strip(segments, count // 3)


@lru_cache(maxsize=8192)
def _style(upper: bytes, lower: bytes) -> Style:
    return Style.from_color(Color.from_rgb(*upper), Color.from_rgb(*lower))
