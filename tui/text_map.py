"""Where the texts of an article stand on the lines they were typeset into, and the other way round.

Searching, selecting and quoting speak of texts; the screen shows lines, with bars, indents, letters and hyphens
that no text holds. Each run knows which stretch of which text it shows, so nothing here has to guess.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from parsers.article import Article
from tui.inline import Line

TITLE, DEK = -3, -2
"""Fields above the story, as places among the blocks: blocks count from 0."""
_FIELDS = {"title": TITLE, "dek": DEK}


class Spot(NamedTuple):
    """A place in an article's texts. Spots sort in reading order."""

    field: int
    """TITLE, DEK, or the index of a block (of a piece, in the page as it came)."""
    offset: int
    """Code points of that field's text before the place."""


class Stretch(NamedTuple):
    """Some cells of one line that show a stretch of a text."""

    line: int
    start: int
    """Code point of the line's text, as `end`."""
    end: int
    at: int
    """Offset in the field's text that stands at `start`."""


class TextMap:
    """The stretches of every field of the lines it was made from."""

    def __init__(self, lines: Sequence[Line]) -> None:
        found: defaultdict[int, list[Stretch]] = defaultdict(list)
        for number, line in enumerate(lines):
            for run in line.runs:
                if run.at is None:
                    continue
                field = line.block if line.block is not None else _FIELDS.get(run.style)
                if field is not None:
                    found[field].append(Stretch(number, run.start, run.end, run.at))
        self._stretches = {field: sorted(some, key=lambda one: one.at) for field, some in found.items()}

    def shown(self, field: int, start: int, end: int) -> list[Stretch]:
        """Where [start, end) of a field's text is to be seen, in reading order; [] when it is on no line."""
        some = self._stretches.get(field, [])
        first = max(0, bisect_right(some, start, key=lambda one: one.at) - 1)
        out: list[Stretch] = []
        for one in some[first:]:
            if one.at >= end:
                break
            low, high = max(start, one.at), min(end, one.at + one.end - one.start)
            if low < high:
                out.append(Stretch(one.line, one.start + low - one.at, one.start + high - one.at, low))
        return out

    def lines(self) -> list[tuple[Spot, Spot]]:
        """What each line that shows text shows of it, from its first spot to its last, in reading order."""
        ends: dict[tuple[int, int], tuple[int, int]] = {}
        for field, some in self._stretches.items():
            for one in some:
                start, end = ends.get((field, one.line), (one.at, one.at))
                ends[field, one.line] = min(start, one.at), max(end, one.at + one.end - one.start)
        return sorted((Spot(field, start), Spot(field, end)) for (field, _), (start, end) in ends.items())

    def spot(self, line: int, column: int) -> Spot | None:
        """The text at a code point of a line, or the nearest on that line; None when it shows no text."""
        best: tuple[int, Spot] | None = None
        for field, some in self._stretches.items():
            for one in some:
                if one.line == line:
                    inside = min(max(column, one.start), one.end)
                    distance = abs(inside - column)
                    if best is None or distance < best[0]:
                        best = distance, Spot(field, one.at + inside - one.start)
        return best[1] if best else None


def texts(article: Article, *, as_it_came: bool) -> list[tuple[int, str]]:
    """The fields that can be searched and selected, in reading order, with their texts."""
    if as_it_came:
        return [(number, piece.text) for number, piece in enumerate(article.pieces)]
    head = [(TITLE, article.title), (DEK, article.dek or "")]
    return [*head, *((number, block.text) for number, block in enumerate(article.blocks))]
