"""Lines, the styled runs they are made of, and how a marked-up text is woven into them.

The one place that moves offsets: from an article's text (marks, mentions) into wrapped lines with bars,
indents and entity letters in front of and between the words. An offset that drifts here would mark the
wrong name.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from parsers.article import Mark, Mention


class Run(NamedTuple):
    """A stretch of a line in one style. The runs of a line cover it without gap or overlap."""

    start: int
    end: int
    style: str
    """What the text is: one of STYLES."""
    marks: frozenset[str] = frozenset()
    """Its inline formatting: emphasis, strong, code, link; and "letter" for an entity letter, which is no
    part of the article's text."""
    mention: int | None = None
    """Index into AnnotatedArticle.mentions; None: it names nothing."""
    href: str | None = None
    """Absolute address of the link it belongs to."""
    at: int | None = None
    """Offset of its first code point in the field's or block's text; None: it is no part of that text."""


class Line(NamedTuple):
    """One line of the column, never wider than was asked for."""

    text: str = ""
    runs: tuple[Run, ...] = ()
    block: int | None = None
    """Index into Article.blocks (Article.pieces for a page as it came); None: title, dek, meta line,
    blank."""
    offset: int = 0
    """Code points of the block's text before this line: it keeps the place when the width changes."""
    picture: int | None = None
    """Which row of the block's picture stands here, from 0; None: none does."""


class Inline(NamedTuple):
    """A text to be wrapped, and the runs that cover it."""

    text: str
    runs: tuple[Run, ...]
    inserted: tuple[int, ...] = ()
    """Where letters were put in, each one code point: offsets in `text`, ascending."""


STYLES = ("kicker", "title", "dek", "meta", "problem", "rule", "text", "heading", "quote", "bar", "marker",
          "caption", "credit", "table", "table_head", "preformatted", "role", "kept", "aside", "deleted", "inserted")

_JOINERS = "\u200d\ufe0f"
"""Zero-width joiner, and the selector that asks for an emoji."""

Named = Sequence[tuple[int, Mention]]
"""Mentions of one text in reading order, each with its index in the annotated article."""


def plain(text: str, style: str, *, at: int | None = None) -> Inline:
    """A text in one style throughout; `at` is where it stands in the text it is a part of, None: in none."""
    return Inline(text, (Run(0, len(text), style, at=at),) if text else ())


def weave(text: str, style: str, *, marks: Sequence[Mark] = (), named: Named = (),
          letters: Mapping[str, str] | None = None, at: int = 0) -> Inline:
    """The text with its formatting and its mentions; `letters` puts a letter after each name of that type.

    `at` is where the text stands in the one it is a part of (a cell in its table).
    """
    letters = letters or {}
    if not marks and not named:
        return plain(text, style, at=at)
    marked = [(_whole(text, mark.start), _whole(text, mark.end), mark) for mark in marks]
    told = [(_whole(text, mention.start), _whole(text, mention.end), place, mention) for place, mention in named]
    edges = {0, len(text)}
    edges.update(edge for span in marked for edge in span[:2])
    edges.update(edge for span in told for edge in span[:2])
    out, runs, inserted, length = [], [], [], 0
    for start, end in pairwise(sorted(edges)):
        over = [mark for low, high, mark in marked if low <= start and end <= high]
        index, letter = _named_at(told, start, end, letters)
        href = next((mark.href for mark in over if mark.href), None)
        run = Run(length, length + end - start, style, frozenset(mark.style for mark in over), index, href,
                  at + start)
        out.append(text[start:end])
        runs.append(run)
        length = run.end
        if letter:
            inserted.append(length)
            out.append(letter)
            runs.append(run._replace(start=length, end=length + 1, marks=run.marks | {"letter"}, at=None))
            length += 1
    return Inline("".join(out), tuple(runs), tuple(inserted))


def _whole(text: str, place: int) -> int:
    """The place, or the next one that does not part a joined character (an emoji of several) into two.

    Terminals measure the parts differently from the whole, and every cell behind them would be off.
    """
    while 0 < place < len(text) and (text[place] in _JOINERS or text[place - 1] == _JOINERS[0]):
        place += 1
    return min(place, len(text))


def _named_at(told: Sequence[tuple[int, int, int, Mention]], start: int, end: int,
              letters: Mapping[str, str]) -> tuple[int | None, str]:
    """The mention that covers [start, end), and the letter that follows when it ends there."""
    place = bisect_right(told, start, key=lambda named: named[0]) - 1
    if place < 0 or told[place][1] < end:
        return None, ""
    _, last, index, mention = told[place]
    return index, letters.get(mention.type, "") if last == end else ""


def line_of(inline: Inline, start: int, end: int, lead: str, style: str, block: int | None) -> Line:
    """One line: the lead in its style, then [start, end) of the text."""
    runs = [Run(0, len(lead), style)] if lead else []
    shift = len(lead) - start
    low = bisect_right(inline.runs, start, key=_end)
    high = bisect_left(inline.runs, end, key=_start)
    for run in inline.runs[low:high]:
        # Built in place: most of the time that a long article takes goes into these two dozen thousand runs.
        first = run.start if run.start > start else start
        last = run.end if run.end < end else end
        if first < last:
            at = None if run.at is None else run.at + first - run.start
            runs.append(Run(first + shift, last + shift, run.style, run.marks, run.mention, run.href, at))
    offset = start - bisect_left(inline.inserted, start)
    return Line(lead + inline.text[start:end], tuple(runs), block, offset)


_start, _end = attrgetter("start"), attrgetter("end")
