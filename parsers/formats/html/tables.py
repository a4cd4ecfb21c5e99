"""Tables that hold data, and tables that only hold a page's columns.

Old pages and newsletters put whole stories into layout tables; read as data, a story would be a grid with one cell.
"""

from collections.abc import Iterator

from parsers.clean import clean_line
from parsers.dom import Element
from parsers.formats.html.tags import BLOCKS

_LAYOUT = frozenset(
    {"table", "form", "h1", "h2", "h3", "h4", "h5", "h6", "figure", "article", "section", "iframe", "nav"}
)
_LONGEST_CELL = 300  # characters; cells of data are names and numbers, a paragraph of news has about 300
_MOST_COLUMNS = 100
_MOST_CELLS = 50_000
_PARTS = frozenset({"thead", "tbody", "tfoot"})


def is_data(table: Element) -> bool:
    """Whether its cells are data: at least two columns of short texts."""
    if table.get("role").lower() in ("presentation", "none"):
        return False
    rows = [list(_cells(row)) for row in _rows(table)]
    cells = [cell for row in rows for cell in row]
    if max((len(row) for row in rows), default=0) < 2 or len(cells) > _MOST_CELLS:
        return False
    for cell in cells:
        tags = [element.tag for element in cell.elements()]
        if not _LAYOUT.isdisjoint(tags) or tags.count("p") > 1 or tags.count("li") > 3:
            return False
    filled = [cell.weight for cell in cells if cell.weight]
    marked = any(cell.tag == "th" for cell in cells) or any(
        isinstance(child, Element) and child.tag in ("caption", "thead") for child in table.children
    )
    if not filled or (len(rows) < 2 and not marked) or len(filled) * 3 < len(cells):
        return False
    longest = 2 * _LONGEST_CELL if marked else _LONGEST_CELL
    return max(filled) <= longest and sum(filled) / len(filled) <= longest / 2


def rows_of(table: Element) -> tuple[tuple[str, ...], ...]:
    """The cells' texts, rectangular: what a cell spans stays empty but for its first place. Empty rows are left out."""
    grid: list[list[str]] = []
    hanging: dict[int, int] = {}
    for row in _rows(table):
        line: list[str] = []
        for cell in _cells(row):
            while hanging.get(len(line), 0):
                hanging[len(line)] -= 1
                line.append("")
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            if len(line) + wide > _MOST_COLUMNS:
                break
            for at in range(len(line), len(line) + wide):
                hanging[at] = high - 1
            line += [_plain(cell)] + [""] * (wide - 1)
        if any(line):
            grid.append(line)
    width = max(map(len, grid), default=0)
    return tuple(tuple(line + [""] * (width - len(line))) for line in grid)


def caption_of(table: Element) -> Element | None:
    """The table's caption; None when it has none."""
    found = (child for child in table.children if isinstance(child, Element) and child.tag == "caption")
    return next(found, None)


def _rows(table: Element) -> Iterator[Element]:
    """Its own rows, not those of tables inside it."""
    for child in table.children:
        if isinstance(child, Element):
            if child.tag == "tr":
                yield child
            elif child.tag in _PARTS:
                yield from (row for row in child.children if isinstance(row, Element) and row.tag == "tr")


def _cells(row: Element) -> Iterator[Element]:
    return (cell for cell in row.children if isinstance(cell, Element) and cell.tag in ("td", "th"))


def _span(cell: Element, name: str) -> int:
    value = cell.get(name)
    return min(max(int(value), 1), _MOST_COLUMNS) if value.isascii() and value.isdigit() and len(value) < 5 else 1


def _plain(cell: Element) -> str:
    """The words of a cell in one line, blocks kept apart."""
    parts: list[str] = []
    waiting: list[Element | str] = [cell]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            parts.append(node)
            continue
        if node.tag in BLOCKS or node.tag == "br":
            parts.append(" ")
            waiting.append(" ")
        waiting.extend(reversed(node.children))
    return clean_line("".join(parts))
