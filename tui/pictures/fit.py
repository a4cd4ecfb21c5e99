"""How many cells a picture takes: as many as it needs, no more than there are, never out of shape."""

from typing import NamedTuple

CELL = (8, 16)
"""Points of a cell, about: terminals' fonts are twice as high as wide, and text of the web is 16 points high."""


class Box(NamedTuple):
    columns: int
    rows: int


def fit(width: int, height: int, room: Box) -> Box:
    """Cells for a picture of so many pixels, inside the room; it is never made larger than it is."""
    share = min(room.columns * CELL[0] / width, room.rows * CELL[1] / height, 1.0)
    return Box(max(1, round(width * share / CELL[0])), max(1, round(height * share / CELL[1])))
