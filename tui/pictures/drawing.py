"""A decoded picture, made into what this terminal shows in so many cells."""

from tui.pictures import kitty, over
from tui.pictures.ability import Way
from tui.pictures.blocks import block_strips
from tui.pictures.drawn import Drawn
from tui.pictures.fit import CELL, Box, fit
from tui.pictures.raster import Decoded, png, resized

_SHARP = 2
"""Pixels that are sent for a point: screens of today have two."""


def most_pixels(way: Way, room: Box) -> tuple[int, int]:
    """Width and height in which a picture is decoded for that room: more could not be seen."""
    if way == "blocks":
        return 2 * room.columns, 4 * room.rows
    return _SHARP * CELL[0] * room.columns, _SHARP * CELL[1] * room.rows


def draw(decoded: Decoded, way: Way, room: Box, cell: tuple[int, int] = CELL) -> Drawn:
    """The picture as large as the room allows; `cell` is the size of a cell in the terminal's pixels (sixel)."""
    if way == "kitty":
        room = Box(min(room.columns, kitty.MOST.columns), min(room.rows, kitty.MOST.rows))
    box = fit(decoded.width, decoded.height, room)
    raster = decoded.raster
    if way == "kitty":
        number = kitty.new_number()
        return Drawn(box, kitty.placeholder_strips(number, box), number, kitty.send(number, png(raster), box))
    if way == "iterm":
        return Drawn(box, (), over=over.iterm(png(raster), box))
    if way == "sixel":
        small = resized(raster, box.columns * cell[0], box.rows * cell[1])
        return Drawn(box, (), over=over.sixel(small))
    return Drawn(box, block_strips(raster, box))
