"""A map in braille characters: land as faint dots, places as marks with their names.

Pure: points in, rows of text bits out. Eight dots a cell make a map of 110 x 30 cells a picture of 220 x 120.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from math import cos, radians

from msgspec import Struct

from tui.render import Bit
from tui.wrap import cells

NORTH, SOUTH = 84.0, -60.0
"""The edges of the grid in data/land.txt, in degrees."""
CELL = 0.25
"""Degrees of a cell of that grid."""
MARK, MARK_ASCII = "●", "o"
# Nearer than this the grid of a quarter of a degree shows its steps: degrees a dot.
_NEAREST = 0.12
# Around the outermost places there is as much room as this share of the way between them.
_MARGIN = 0.25


class Point(Struct, frozen=True):
    """One place to mark."""

    name: str
    latitude: float
    longitude: float
    count: int
    """Mentions: the more, the sooner its name finds room."""


class View(Struct, frozen=True):
    """The part of the world that a map shows."""

    north: float
    west: float
    across: float
    """Degrees of longitude a dot."""
    down: float
    """Degrees of latitude a dot."""


def world_view(width: int, height: int) -> View:
    """All of the grid in `width` x `height` cells, in its true proportions."""
    degrees = max(360 / (2 * width), (NORTH - SOUTH) / (4 * height))
    return View((NORTH + SOUTH) / 2 + degrees * 2 * height, -degrees * width, degrees, degrees)


def near_view(points: Sequence[Point], width: int, height: int) -> View:
    """The part that holds all points with room around them; the world when they are far apart or none."""
    world = world_view(width, height)
    if not points:
        return world
    south, north = min(p.latitude for p in points), max(p.latitude for p in points)
    west, east = min(p.longitude for p in points), max(p.longitude for p in points)
    middle, centre = (south + north) / 2, (west + east) / 2
    shrink = max(0.3, cos(radians(middle)))
    room = 1 + 2 * _MARGIN
    down = max((north - south) * room / (4 * height), (east - west) * shrink * room / (2 * width), _NEAREST)
    if down >= world.down:
        return world
    across = down / shrink
    return View(middle + down * 2 * height, centre - across * width, across, down)


def world_map(points: Sequence[Point], view: View, width: int, height: int, *, ascii_only: bool = False
              ) -> list[list[Bit]]:
    """`height` rows of bits, each `width` cells: styles "land", "map_mark" and "map_name" of tui/themes.py."""
    rows = _land_rows(view, width, height, ascii_only=ascii_only)
    styles = [["land"] * width for _ in range(height)]
    taken: set[tuple[int, int]] = set()
    places = [(point, *_cell(point, view)) for point in sorted(points, key=lambda p: (-p.count, p.name))]
    places = [(point, row, column) for point, row, column in places if 0 <= row < height and 0 <= column < width]
    for _, row, column in places:
        rows[row][column] = MARK_ASCII if ascii_only else MARK
        styles[row][column] = "map_mark"
        taken.add((row, column))
    for point, row, column in places:
        _write_name(f"{point.name} {point.count}", row, column, rows, styles, taken)
    return [_bits(row, style) for row, style in zip(rows, styles, strict=True)]


def _cell(point: Point, view: View) -> tuple[int, int]:
    row = (view.north - point.latitude) / view.down // 4
    column = (point.longitude - view.west) / view.across // 2
    return int(row), int(column)


def _write_name(text: str, row: int, column: int, rows: list[list[str]], styles: list[list[str]],
                taken: set[tuple[int, int]]) -> None:
    """Right of its mark, else left of it, where nothing stands yet; else not at all."""
    width = cells(text)
    if width != len(text):
        return  # a name in wide letters would push the row out of its columns
    for start in (column + 2, column - 1 - width):
        wanted = {(row, at) for at in range(start - 1, start + width + 1)} - {(row, column)}
        if start < 0 or start + width > len(rows[row]) or wanted & taken:
            continue
        for at, letter in enumerate(text, start):
            rows[row][at], styles[row][at] = letter, "map_name"
        rows[row][start - 1 if start > column else start + width] = " "
        taken |= wanted
        return


def _bits(row: list[str], styles: list[str]) -> list[Bit]:
    bits: list[Bit] = []
    start = 0
    for at in range(1, len(row) + 1):
        if at == len(row) or styles[at] != styles[start]:
            bits.append(("".join(row[start:at]), styles[start]))
            start = at
    return bits


def _land_rows(view: View, width: int, height: int, *, ascii_only: bool) -> list[list[str]]:
    dots = [_dots(view.north - (at + 0.5) * view.down, view, 2 * width) for at in range(4 * height)]
    rows: list[list[str]] = []
    for top in range(0, 4 * height, 4):
        four = dots[top:top + 4]
        row: list[str] = []
        for left in range(0, 2 * width, 2):
            bits = sum(bit for line, pair in zip(four, _BRAILLE, strict=True)
                       for bit, dot in zip(pair, line[left:left + 2], strict=True) if dot)
            if ascii_only:
                row.append("." if bits.bit_count() > 3 else " ")
            else:
                row.append(chr(0x2800 + bits) if bits else " ")
        rows.append(row)
    return rows


_BRAILLE = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bit of each dot of a braille cell, by row and column (Unicode 16, block 2800)."""


def _dots(latitude: float, view: View, width: int) -> bytes:
    """One row of dots: 1 is land."""
    grid = _land()
    row = int((NORTH - latitude) / CELL)
    if not 0 <= row < len(grid):
        return bytes(width)
    line = grid[row]
    first = view.west + 180 + view.across / 2
    return bytes(line[int((first + at * view.across) % 360 / CELL)] for at in range(width))


@cache
def _land() -> list[bytes]:
    """The grid, a byte a cell; read from package data at the first call (about 20 ms)."""
    grid: list[bytes] = []
    for line in files("tui").joinpath("data", "land.txt").read_text("utf-8").split("\n"):
        if not line or line.startswith("#"):
            continue
        row = bytearray()
        for at, length in enumerate(line.split(" ")):
            row += bytes([at % 2]) * int(length)
        grid.append(bytes(row.ljust(round(360 / CELL), b"\0")[:round(360 / CELL)]))
    return grid
