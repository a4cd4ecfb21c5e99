"""A table as lines that fit: columns as wide as they need and may be, or one record after another.

News tables are small (results, medals, rates) and terminals are narrow. Cutting cells would lose words, so
cells wrap; where even that leaves no readable column, each row becomes a little list.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from parsers.article import Mention, Table
from tui.columns import column
from tui.inline import Inline, Line, Named, Run, plain, weave
from tui.wrap import cells

GAP = "  "
NARROWEST_COLUMN = 5
"""Cells under which words in a column break too often to be read."""


def lay_out(table: Table, width: int, block: int, named: Named, letters: Mapping[str, str]) -> list[Line]:
    """The table in at most `width` cells, every word of it present. Its first row is set as its head."""
    rows = _woven(table, named, letters)
    if not rows or not rows[0]:
        return []
    widths = _column_widths(rows, width)
    if widths is None:
        return _as_records(rows, width, block)
    lines: list[Line] = []
    for number, row in enumerate(rows):
        lines += _row_lines(row, widths, block)
        if number == 0 and len(rows) > 1:
            rule = GAP.join("─" * size for size in widths)
            lines.append(Line(rule, (Run(0, len(rule), "rule"),), block))
    return lines


def _woven(table: Table, named: Named, letters: Mapping[str, str]) -> list[list[Inline]]:
    """The cells with their mentions, whose offsets count in Table.text (cells joined by one sign each)."""
    rows, offset = [], 0
    for number, row in enumerate(table.rows):
        style = "table_head" if number == 0 and len(table.rows) > 1 else "table"
        woven = []
        for cell in row:
            low = bisect_left(named, offset, key=lambda pair: pair[1].start)
            high = bisect_left(named, offset + len(cell), key=lambda pair: pair[1].start)
            own = [
                (index, _moved(mention, -offset))
                for index, mention in named[low:high]
                if mention.end <= offset + len(cell)
            ]
            woven.append(weave(cell, style, named=own, letters=letters, at=offset))
            offset += len(cell) + 1
        rows.append(woven)
    return rows


def _moved(mention: Mention, by: int) -> Mention:
    return replace(mention, start=mention.start + by, end=mention.end + by)


def _column_widths(rows: Sequence[Sequence[Inline]], width: int) -> list[int] | None:
    """How wide each column is; None when the table cannot be shown as columns.

    The widest column gives way first, so that short ones (a rank, a score) stay whole.
    """
    widths = [max(2, *(cells(row[i].text) for row in rows)) for i in range(len(rows[0]))]
    room = width - len(GAP) * (len(widths) - 1)
    least = [min(size, NARROWEST_COLUMN) for size in widths]
    if sum(least) > room:
        return None
    while sum(widths) > room:
        widest = widths.index(max(widths))
        widths[widest] -= 1
    return widths


def _row_lines(row: Sequence[Inline], widths: Sequence[int], block: int) -> list[Line]:
    """One row, as high as its highest cell. Numbers stand at the right of their column."""
    columns = [column(cell, size, block=block) for cell, size in zip(row, widths, strict=True)]
    lines = []
    for level in range(max(len(lines) for lines in columns)):
        text, runs = "", []
        for place, (cell_lines, size) in enumerate(zip(columns, widths, strict=True)):
            cell = cell_lines[level] if level < len(cell_lines) else Line()
            blank = size - cells(cell.text)
            before = blank if _is_number(row[place].text) else 0
            last = place == len(widths) - 1
            lead = len(text) + before
            padded = " " * before + cell.text + ("" if last else " " * (blank - before) + GAP)
            runs += _padded(cell.runs, len(text), lead, len(text) + len(padded))
            text += padded
        lines.append(Line(text, tuple(runs), block))
    return lines


def _padded(runs: Sequence[Run], start: int, lead: int, end: int) -> list[Run]:
    """The runs of a cell moved to `lead`, with blank runs so that [start, end) is covered."""
    moved = [run._replace(start=run.start + lead, end=run.end + lead) for run in runs]
    covered = moved[-1].end if moved else lead
    before = [Run(start, lead, "table")] if lead > start else []
    after = [Run(covered, end, "table")] if end > covered else []
    return [*before, *moved, *after]


def _is_number(text: str) -> bool:
    digits = sum(sign.isdigit() for sign in text)
    return digits > 0 and digits * 2 >= len(text) - text.count(" ")


def _as_records(rows: Sequence[Sequence[Inline]], width: int, block: int) -> list[Line]:
    """Each row below the head as a short list, each cell behind its column's name; a blank line between rows."""
    if len(rows) == 1:
        return [line for cell in rows[0] for line in column(cell, width, style="table", block=block)]
    head, *others = rows
    lines: list[Line] = []
    for row in others:
        if lines:
            lines.append(Line("", (), block))
        for place, (name, cell) in enumerate(zip(head, row, strict=True)):
            lines += _labelled(name.text, cell, width, block, first=place == 0)
    return lines


def _labelled(name: str, cell: Inline, width: int, block: int, *, first: bool) -> list[Line]:
    """A cell behind its column's name, or under it where both do not fit; a dash for an empty cell."""
    indent = "" if first else "  "
    if not cell.text:
        if not name:
            return []
        cell = plain("–", "marker")
    label = f"{indent}{name}: " if name else indent
    if cells(label) <= width // 2:
        return column(cell, width, prefix=label, hang=" " * cells(label), style="marker", block=block)
    return [*column(plain(f"{name}:", "marker"), width, prefix=indent, style="table", block=block),
            *column(cell, width, prefix="  ", style="table", block=block)]
