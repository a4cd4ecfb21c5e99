"""Sentences that a dump broke at every link and every word in italics, put together again.

A program that asks a page's tree for its texts and prints each on a line of its own tears "the <a>harbour</a>, he
said" into three lines. Nobody else begins a line with a comma: lines that do give such a dump away.
"""

import re
from functools import reduce
from itertools import pairwise

from msgspec.structs import replace

from parsers.formats.text.lines import Line
from parsers.news import byline, sentence

# What follows a word without a space and never opens a line.
_CLOSING = re.compile(r"[,;:.!?)\]”’»…%](?!\w|[.…])")
_OPENING = "([{“‘«„¿¡"
# Such programs print no blank lines; few stand in the texts themselves. Two torn sentences then give one away, one of
# them before a comma or a stop (236 of 309 dumps of that kind, 8 of 1,560 others), or five that go on in lower case.
MOST_APART = 0.1
LEAST_TORN, LEAST_LOWER = 2, 5
# No paragraph has more links; a page of nothing but commas must not become one.
MOST_PIECES = 100
# What stands in a link is shorter than a paragraph: more words, and it is the next one.
MOST_LINKED = 12
# A line of fewer words that stops without a stop may be a label; one of more goes on in the next.
LEAST_FLOWING = 6
# Fewer words in lower case may be a menu's entry.
LEAST_FOLLOWING = 4


def mended(groups: list[list[Line]]) -> list[list[Line]]:
    """The paragraphs (their lines each), with those put together that were one; as given when nothing was torn."""
    if sum(group[0].gap > 0 for group in groups) > MOST_APART * len(groups):
        return groups
    torn = [b[0] for a, b in pairwise(groups) if _is_torn(a[-1], b[0])]
    if len(torn) < (LEAST_TORN if any(map(_opens_within, torn)) else LEAST_LOWER):
        return groups
    out: list[Line] = []
    pieces: list[int] = []
    for i, group in enumerate(groups):
        below = groups[i + 1][0] if i + 1 < len(groups) else None
        out.append(reduce(_one, group))
        pieces.append(len(group))
        while len(out) > 1 and sum(pieces[-2:]) <= MOST_PIECES and _goes_on(out[-2], out[-1], below):
            pieces[-2:] = [sum(pieces[-2:])]
            out[-2:] = [_one(out[-2], out[-1])]
    return [[line] for line in out]


def _opens_within(line: Line) -> bool:
    """Whether a line opens with what only stands behind a word."""
    return line.gap == 0 and _CLOSING.match(line.text) is not None


def _is_torn(a: Line, b: Line) -> bool:
    """Whether `b` opens with what only stands behind a word, or goes on in lower case where `a` did not stop."""
    if b.gap or sentence.ends_sentence(a.text) or _opens_within(b):
        return _opens_within(b)
    return b.text[0].islower() and len(b.text.split()) >= LEAST_FOLLOWING and byline.read(b.text) is None


def _goes_on(a: Line, b: Line, below: Line | None) -> bool:
    """Whether `b` is the rest of the sentence in `a`; `below` is the line behind it."""
    if b.gap or a.number == b.number or b.bullet or b.ordinal is not None or b.level or b.quote != a.quote or a.level:
        return False
    if _CLOSING.match(b.text):
        return True
    if sentence.ends_sentence(a.text):
        return False
    flows = len(a.text.split()) >= LEAST_FLOWING
    words = len(b.text.split())
    if b.text[0].islower():
        return (flows or words >= LEAST_FOLLOWING) and byline.read(b.text) is None
    if not flows or words > MOST_LINKED or below is None:
        return False
    return _opens_within(below) or (below.gap == 0 and below.text[0].islower())


def _one(a: Line, b: Line) -> Line:
    """Two lines as one."""
    closed = _CLOSING.match(b.text) is not None or a.text[-1] in _OPENING
    text = f"{a.text}{b.text}" if closed else f"{a.text} {b.text}"
    plain = a.raw.strip() == a.text and b.raw.strip() == b.text
    return replace(a, text=text, raw=text if plain else f"{a.raw} {b.raw}")
