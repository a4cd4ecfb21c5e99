"""Lines that a dump broke at a width nobody states, put together again.

People copy pages out of browsers and text browsers. The first keep one paragraph on a line, the second wrap
lines hard; line rules on raw wrapped lines are worthless (measured: F1 .15), so the wrapping is undone before
anything else looks at the page.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from parsers.formats.text.lines import Line
from parsers.news import byline

# A column count that a hard-wrapping tool uses: lynx and w3m wrap at 79 or 80, mail and wire copy at 60 to 78,
# reader views and pagers at up to 120.
NARROWEST_WRAP, WIDEST_WRAP = 50, 120
# Fewer wrapped pairs of lines are chance: a menu's entries happen to be long.
LEAST_WRAPPED = 4
# Text browsers leave a margin beside centred lines (lynx up to 6 columns).
CENTRED_MARGIN = 8
# And set headings further to the left and wrap them further to the right (lynx 5 columns).
HEADING_MARGIN = 5
# Nobody wraps some lines by hand and leaves so many as long as this.
UNWRAPPED, LEAST_UNWRAPPED = 160, 4
# A shorter line that stops without a stop is a label, not a line that somebody wrapped.
LEAST_FLOWING = 45
# No tool could wrap a line at a longer word: it is an address.
LONGEST_WORD = 40
# The share of other lines that may be longer than the width, against those that nearly fill it.
MOST_LONGER = 0.5

_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60]")


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
    longer = sum(line.columns > width and not _is_unbreakable(line) for line in lines)
    near = sum(width - 15 <= line.columns <= width for line in lines)
    return width if count >= LEAST_WRAPPED and longer <= MOST_LONGER * near else None


def _may_continue(a: Line, b: Line) -> bool:
    if b.gap or a.indent != b.indent:
        return False
    starts_item = b.bullet or b.ordinal is not None or b.level
    return not starts_item and a.quote == b.quote and b.number != a.number


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
    if a.level or len(a.text) < LEAST_FLOWING or not b.text[0].islower() or not _may_continue(a, b):
        return False
    return (a.text[-1].isalnum() or a.text[-1] in ",-–—’'") and byline.read(b.text) is None


def _is_unbreakable(line: Line) -> bool:
    """Whether a line holds an address, or another word that fits nowhere."""
    return max(map(len, line.text.split(" "))) > LONGEST_WORD


def _is_full(a: Line, b: Line, width: int) -> bool:
    """Whether the first word of `b` would not have fit behind `a`."""
    return a.columns <= width + HEADING_MARGIN and width < a.columns + 1 + _first_word(b)


def _first_word(line: Line) -> int:
    """Columns of the first word: a sign in scripts that break lines anywhere."""
    return 1 if _CJK.match(line.text) else len(line.text.split(" ", 1)[0])


def paragraphs(lines: list[Line], width: int | None) -> Iterator[list[Line]]:
    """The lines of each paragraph, of a page wrapped at that width (`wrap_width`)."""
    by_hand = sum(line.columns > UNWRAPPED and not _is_unbreakable(line) for line in lines) < LEAST_UNWRAPPED
    group: list[Line] = []
    for line in lines:
        flows = by_hand and group and _flows_on(group[-1], line)
        if group and (flows or (width is not None and _continues(group[-1], line, width))):
            group.append(line)
            continue
        if group:
            yield group
        group = [line]
    if group:
        yield group


def joined(lines: list[Line]) -> str:
    """The text of lines that are one paragraph."""
    text = lines[0].text
    for line in lines[1:]:
        glue = "" if _CJK.match(line.text) and _CJK.match(text[-1]) else " "
        text += glue + line.text
    return text
