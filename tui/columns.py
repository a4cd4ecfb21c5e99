"""A text in lines of one width: broken at words, at hyphens, with straight edges or ragged, from the left or right.

Everything that stands on the screen as running text goes through `column`, so that a bar, a bullet, a script or a
reader's taste is dealt with once.
"""

from typing import NamedTuple

from tui.inline import Inline, Line, Run, line_of
from tui.wrap import Hyphens, cells, ends_in_word, is_right_to_left, wrap


class Manner(NamedTuple):
    """How running text is set."""

    justify: bool = False
    """Both edges straight, the last line of a paragraph excepted."""
    hyphens: Hyphens | None = None
    """Where words may be broken; None: nowhere."""


RAGGED = Manner()


def column(inline: Inline, width: int, *, prefix: str = "", hang: str | None = None, style: str = "bar",
           block: int | None = None, manner: Manner = RAGGED) -> list[Line]:
    """The text wrapped to `width` cells, `prefix` (in `style`) before the first line and `hang` before the
    others.

    `hang` None: the same as the prefix, which must then be as wide. Text that is written from right to left stands
    at the right edge, its prefix at its right.
    """
    hang = prefix if hang is None else hang
    lines: list[Line] = []
    room = width - cells(prefix)
    from_right = is_right_to_left(inline.text)
    ranges = wrap(inline.text, room, manner.hyphens)
    for place, (start, end) in enumerate(ranges):
        lead = hang if lines else prefix
        before = "" if from_right else lead
        line = line_of(inline, start, end, before, style, block)
        if manner.hyphens and ends_in_word(inline.text, end) and cells(inline.text[start:end]) < room:
            line = appended(line, "-", line.runs[-1]._replace(at=None))
        if manner.justify and place < len(ranges) - 1:
            line = justified(line, len(before), room - cells(line.text[len(before):]))
        lines.append(_at_right(line, width, lead, style) if from_right else line)
    return lines


def appended(line: Line, text: str, like: Run) -> Line:
    """The line with a text behind it, in the style of a run."""
    size = len(line.text)
    return line._replace(text=line.text + text, runs=(*line.runs, like._replace(start=size, end=size + len(text))))


def _at_right(line: Line, width: int, lead: str, style: str) -> Line:
    """A line of a right-to-left text: blanks, its words, and its bar or bullet behind them."""
    mark = lead[::-1]
    blank = max(0, width - cells(line.text) - cells(mark))
    runs = [run._replace(start=run.start + blank, end=run.end + blank) for run in line.runs]
    if blank:
        runs.insert(0, Run(0, blank, "text"))
    moved = line._replace(text=" " * blank + line.text, runs=tuple(runs))
    return appended(moved, mark, Run(0, 0, style)) if mark else moved


WIDEST_GAP = 3
"""Cells that a space between words may grow to; beyond, a ragged line is the lesser evil."""


def justified(line: Line, start: int, missing: int) -> Line:
    """The line with `missing` blanks spread over the spaces behind `start`; as it was when the gaps would gape."""
    gaps = [place for place in range(start, len(line.text)) if line.text[place] == " "]
    if missing <= 0 or not gaps or missing > len(gaps) * (WIDEST_GAP - 1):
        return line
    each, more = divmod(missing, len(gaps))
    # The wider gaps are spread evenly, so that no side of the column looks heavier.
    extra = {gap: each + ((place + 1) * more // len(gaps) - place * more // len(gaps))
             for place, gap in enumerate(gaps)}
    text, runs = "", []
    for run in line.runs:
        begin, first = run.start, len(text)
        for gap in [gap for gap in gaps if run.start <= gap < run.end]:
            text += line.text[begin:gap + 1]
            runs.append(_part(run, begin, first, len(text)))
            if extra[gap]:
                runs.append(run._replace(start=len(text), end=len(text) + extra[gap], at=None))
                text += " " * extra[gap]
            begin, first = gap + 1, len(text)
        if begin < run.end:
            text += line.text[begin:run.end]
            runs.append(_part(run, begin, first, len(text)))
    return line._replace(text=text, runs=tuple(runs))


def _part(run: Run, begin: int, start: int, end: int) -> Run:
    """A part of a run that began at `begin` in the old line, at its place in the new one."""
    return run._replace(start=start, end=end, at=None if run.at is None else run.at + begin - run.start)
