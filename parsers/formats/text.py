"""A plain text page as fragments: one for each paragraph, heading, list item or menu entry.

People copy pages out of browsers and text browsers. The first keep one paragraph on a line, the second wrap
lines hard at a width nobody states; line rules on raw wrapped lines are worthless (measured: F1 .15), so the
wrapping is undone before anything else looks at the page.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from parsers.clean import clean_part, scrub
from parsers.date_words import month_number
from parsers.fragment import Fragment, Shape, Stated

# Longer lines are cut into pieces at white space: no grammar downstream needs more, and each stays linear.
LONGEST_LINE = 20_000
# A column count that a hard-wrapping tool uses: lynx and w3m wrap at 79 or 80, mail and wire copy at 60 to 78,
# reader views and pagers at up to 120.
NARROWEST_WRAP, WIDEST_WRAP = 50, 120
# Fewer wrapped pairs of lines are chance: a menu's entries happen to be long.
LEAST_WRAPPED = 4
# Text browsers leave a margin beside centred lines (lynx up to 6 columns).
CENTRED_MARGIN = 8
# And set headings further to the left and wrap them further to the right (lynx 5 columns).
HEADING_MARGIN = 5
# A shorter line that stops without a stop is a label, not a line that somebody wrapped.
LEAST_FLOWING = 45
# The share of lines that may be longer than the width, against those that nearly fill it.
MOST_LONGER = 0.5

_BULLET = re.compile(r"(?:[•‣◦▪▸►●○■□∙·*+-]|o(?=\s{2,}))(?:\s+|$)")
_ORDINAL = re.compile(r"(\d{1,3})[.)]\s+(?=\S)")
_RULE = re.compile(r"[\s_=*~+.·•|─━═\-–—]*")
# What text browsers print for what they cannot show: buttons, frames, form fields, check boxes.
_WIDGET = re.compile(
    r"\((?:BUTTON|SUBMIT|IMAGE)\)\s*|\[(?:BUTTON|SUBMIT|INLINE|IMAGE|EMBED)\]\s*|_{4,}|\[[ x]\]\s+|\( \)\s+"
)
_FRAME = re.compile(r"IFRAME: ")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60]")
_QUOTED = re.compile(r"(?:>\s?)+(?=\S)")
_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")


class Line(Struct, frozen=True):
    """One line of the dump that says something."""

    number: int
    text: str
    raw: str
    indent: int
    gap: int
    """Blank lines or drawn rules before it."""
    bullet: bool
    ordinal: int | None
    level: int
    quote: int
    """How many ">" it opens with."""
    columns: int
    """Where it ends: its indent and its text."""


def read(text: str) -> tuple[tuple[Fragment, ...], Stated]:
    """The fragments of a decoded text page; a dump states nothing about itself."""
    lines = list(_lines(text))
    width = wrap_width(lines)
    return tuple(_fragment(group) for group in _paragraphs(lines, width)), Stated()


def wrap_width(lines: list[Line]) -> int | None:
    """The column at which the dump was wrapped; None when it was not.

    A line was wrapped when the next line's first word would not have fit on it. The width is the one that explains
    the most pairs of lines so; and hardly a line of a wrapped page is longer (addresses and tables are), while the
    paragraphs of an unwrapped one all are.
    """
    explained: Counter[int] = Counter()
    for a, b in pairwise(lines):
        if a.columns >= NARROWEST_WRAP - 10 and _may_continue(a, b):
            explained.update(range(a.columns, min(a.columns + 1 + _first_word(b), WIDEST_WRAP + 1)))
    likely = [(count, width) for width, count in explained.items() if width >= NARROWEST_WRAP]
    if not likely:
        return None
    count, width = max(likely)
    columns = [line.columns for line in lines]
    longer = sum(n > width for n in columns)
    near = sum(width - 15 <= n <= width for n in columns)
    return width if count >= LEAST_WRAPPED and longer <= MOST_LONGER * near else None


def _lines(text: str) -> Iterator[Line]:
    gap = 0
    for number, raw in enumerate(scrub(text).split("\n")):
        shown = raw.expandtabs(8).rstrip()
        body = shown.lstrip(" \xa0\u3000")
        if not body[:1].isalnum() and _RULE.fullmatch(body):
            gap += 1
            continue
        indent = len(shown) - len(body)
        for part in _cut(body):
            # Of a line that was cut each part is its own raw: the whole line in each would be parts times length.
            line = _line(number, part, raw if len(part) == len(body) else part, indent, gap)
            if line is None:
                gap += 1
                continue
            yield line
            gap = 0


def _line(number: int, part: str, raw: str, indent: int, gap: int) -> Line | None:
    """One line; None for what prints nothing. A widget alone on its line stays, as furniture to be set aside."""
    body = _FRAME.sub("", part) if "IFRAME" in part else part
    body = (_WIDGET.sub("", body) if "(" in body or "[" in body or "____" in body else body) or part
    bullet, ordinal, level, quote = False, None, 0, 0
    if found := _QUOTED.match(body):
        quote, body = found[0].count(">"), body[found.end() :]
    if found := _BULLET.match(body):
        bullet, indent, body = True, indent + found.end(), body[found.end() :]
    elif (found := _ORDINAL.match(body)) and not _opens_with_date(body[found.end() :]):
        ordinal, indent, body = int(found[1]), indent + found.end(), body[found.end() :]
    elif found := _HEADING.match(body):
        level, body = len(found[1]), body[found.end() :]
    text = clean_part(body)
    return Line(number, text, raw, indent, gap, bullet, ordinal, level, quote, indent + len(text)) if text else None


def _opens_with_date(rest: str) -> bool:
    """Whether the number before was a day: "3. Mai 2024" is no item of a list."""
    month, *year = rest.split(None, 2)[:2]
    return bool(year) and year[0][:4].isdigit() and month_number(month.strip(",."), None) is not None


def _cut(body: str) -> Iterator[str]:
    while len(body) > LONGEST_LINE:
        at = body.rfind(" ", 0, LONGEST_LINE)
        at = at if at > 0 else LONGEST_LINE
        yield body[:at]
        body = body[at:]
    yield body


def _may_continue(a: Line, b: Line) -> bool:
    if b.gap or a.indent != b.indent:
        return False
    starts_item = b.bullet or b.ordinal is not None or b.level
    return not starts_item and a.quote == b.quote and a.level == 0 and b.number != a.number


def _continues(a: Line, b: Line, width: int) -> bool:
    """Whether `b` is the same paragraph as `a`, which the dump wrapped; centred headlines keep no common indent."""
    if _may_continue(a, b) and _is_full(a, b, width):
        return True
    if b.gap or b.bullet or a.bullet or a.indent == b.indent or b.ordinal is not None:
        return False
    centred = abs((2 * a.indent + len(a.text)) - (2 * b.indent + len(b.text))) <= 2
    return centred and len(a.text) + 1 + _first_word(b) > width - CENTRED_MARGIN


def _flows_on(a: Line, b: Line) -> bool:
    """Whether a long line breaks off and the next goes on in lower case, as in mail and notes wrapped by hand."""
    if len(a.text) < LEAST_FLOWING or not b.text[0].islower() or not _may_continue(a, b):
        return False
    return a.text[-1].isalnum() or a.text[-1] in ",-–—’'"


def _is_full(a: Line, b: Line, width: int) -> bool:
    """Whether the first word of `b` would not have fit behind `a`."""
    return a.columns <= width + HEADING_MARGIN and width < a.columns + 1 + _first_word(b)


def _first_word(line: Line) -> int:
    """Columns of the first word: a sign in scripts that break lines anywhere."""
    return 1 if _CJK.match(line.text) else len(line.text.split(" ", 1)[0])


def _paragraphs(lines: list[Line], width: int | None) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if group and (_flows_on(group[-1], line) or (width is not None and _continues(group[-1], line, width))):
            group.append(line)
            continue
        if group:
            yield group
        group = [line]
    if group:
        yield group


def _fragment(group: list[Line]) -> Fragment:
    first, last = group[0], group[-1]
    text = group[0].text
    for line in group[1:]:
        glue = "" if _CJK.match(line.text) and _CJK.match(text[-1]) else " "
        text += glue + line.text
    # Most lines were clean as they stood.
    raw = " ".join(line.text if line.raw.strip() == line.text else clean_part(line.raw) for line in group)
    item = first.bullet or first.ordinal is not None
    return Fragment(
        text=text,
        shape=Shape.HEADING if first.level else Shape.LIST_ITEM if item else Shape.QUOTE if first.quote else Shape.LINE,
        level=first.level,
        depth=first.quote,
        ordinal=first.ordinal,
        bullet=item,
        gap=first.gap,
        indent=first.indent,
        start=first.number,
        end=last.number + 1,
        raw=raw if raw != text else None,
    )
