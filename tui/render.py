"""Typeset lines as strips of a screen: the one place where styles by name become colours.

Pure: values in, strips out, no widget. Foreign text only ever becomes the text of a segment, never markup,
and never reaches a terminal with a control character in it: the model is clean already (parsers/clean.py),
and `safe` is the lock on the last door, for text that never was in the model (a path, a message of the
system).
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from parsers.article import SURE, AnnotatedArticle
from tui.inline import Line, Run
from tui.legend import GROUP_OF, Group
from tui.themes import Palette
from tui.typeset import first_mentions
from tui.wrap import cells, cut

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_MARKS = {
    "emphasis": Style(italic=True), "strong": Style(bold=True), "code": Style(dim=True),
    "link": Style(underline=True),
}


def safe(text: str) -> str:
    """The text without control characters and bidi overrides, each shown as "�"."""
    return _CONTROLS.sub("�", text)


def name_styles(annotated: AnnotatedArticle, palette: Palette, *,
                shown: bool = True, only: Group | None = None) -> tuple[Style | None, ...]:
    """How each mention is marked, in the order of the article's mentions; None: not at all.

    `only` names the one group that is marked; None: all are.
    The first mention in the story in full, later ones lighter, and those the recogniser is unsure of fainter.
    """
    if not shown:
        return (None,) * len(annotated.mentions)
    firsts = first_mentions(annotated)
    styles: list[Style | None] = []
    for index, mention in enumerate(annotated.mentions):
        group = GROUP_OF[mention.type]
        if only is not None and group != only:
            styles.append(None)
        elif mention.score < SURE:
            styles.append(palette.unsure[group])
        else:
            styles.append(palette.first[group] if index in firsts else palette.later[group])
    return tuple(styles)


Overlay = tuple[int, int, str]
"""A stretch [start, end) of a line's text, and the name of the style laid over it. Later ones lie on top."""


def line_strip(line: Line, width: int, left: int, palette: Palette, names: Sequence[Style | None] = (),
               current: int | None = None, overlays: Sequence[Overlay] = ()) -> Strip:
    """A line in a pane `width` cells wide, `left` cells from its edge; mention `current` stands out."""
    ground = palette.styles["text"]
    segments = [Segment(" " * left, ground)] if left else []
    for run in line.runs:
        style = _style(run, palette, names, current)
        if not overlays:
            segments.append(Segment(safe(line.text[run.start:run.end]), style))
            continue
        for start, end in pairwise(_edges(run, overlays)):
            over = [palette.styles[name] for low, high, name in overlays if low <= start and end <= high]
            segments.append(Segment(safe(line.text[start:end]), sum(over, start=style)))
    blank = width - left - cells(line.text)
    if blank > 0:
        segments.append(Segment(" " * blank, ground))
    return Strip(segments, max(width, left + cells(line.text)))


def _edges(run: Run, overlays: Sequence[Overlay]) -> list[int]:
    """Where a run's style changes: its own ends, and those of overlays inside it."""
    inside = {edge for start, end, _ in overlays for edge in (start, end) if run.start < edge < run.end}
    return sorted({run.start, run.end} | inside)


def _style(run: Run, palette: Palette, names: Sequence[Style | None], current: int | None) -> Style:
    style = palette.styles[run.style]
    for mark in sorted(run.marks):
        style += _MARKS.get(mark, Style())
    if run.mention is not None and run.mention < len(names):
        style += names[run.mention] or Style()
        if run.mention == current:
            style += palette.styles["current"]
    if "letter" in run.marks:
        style += Style(underline=False, underline2=False, frame=False, encircle=False)
    if run.href and run.href.isprintable():
        style += Style(link=run.href, meta={"href": run.href})
    return style


Bit = tuple[str, str]
"""A stretch of a row and the name of its style."""


def bits_strip(bits: Sequence[Bit], width: int, palette: Palette, *, over: str | None = None,
               ground: str = "row") -> Strip:
    """A row of a list or the frame, `width` cells wide: cut with an ellipsis, or filled with its ground.

    `over` names a style laid over all of it: the cursor row.
    """
    lay = palette.styles[over] if over else Style()
    segments, used = [], 0
    for text, name in bits:
        text = cut(safe(text), width - used)
        if text:
            segments.append(Segment(text, palette.styles[name] + lay))
            used += cells(text)
    if used < width:
        segments.append(Segment(" " * (width - used), palette.styles[ground] + lay))
    return Strip(segments, width)
