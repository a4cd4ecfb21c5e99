"""What changed between two texts of an article, word by word, paragraph by paragraph.

Papers correct, soften and sharpen stories without saying so. A reader who is shown two whole texts finds nothing;
one who is shown the words that went and the words that came sees it at once.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal

from msgspec import Struct

from parsers.article import Article

Kind = Literal["same", "deleted", "inserted"]
Word = tuple[Kind, str]
"""A stretch of text and what became of it."""

_TOKEN = re.compile(r"\s+|\w+(?:[’'-]\w+)*|[^\w\s]")


class Passage(Struct, frozen=True):
    """A part of the article that reads differently now: its title, its dek, or a block."""

    words: tuple[Word, ...]
    after: int
    """Blocks that stand unchanged between the passage before this one and this one."""


def passages(before: Article, after: Article) -> list[Passage]:
    """Every part that changed, in reading order; [] when both say the same."""
    found: list[Passage] = []
    for old, new in ((before.title, after.title), (before.dek or "", after.dek or "")):
        if old != new:
            found.append(Passage(tuple(words(old, new)), 0))
    unchanged = 0
    for old, new in _pairs([block.text for block in before.blocks], [block.text for block in after.blocks]):
        if old == new:
            unchanged += 1
        else:
            found.append(Passage(tuple(words(old, new)), unchanged))
            unchanged = 0
    return found


def words(before: str, after: str) -> list[Word]:
    """One text as the words that stayed, went and came; what went stands before what came in its place."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    found: list[Word] = []
    for kind, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(("same", "".join(old[start:end])))
        else:
            found += [("deleted", "".join(old[start:end])), ("inserted", "".join(new[first:last]))]
    return _joined([word for word in found if word[1]])


def _pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The blocks side by side; "" where one has no counterpart."""
    for kind, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "replace" or end - start == last - first:
            yield from zip_longest(old[start:end], new[first:last], fillvalue="")
        else:
            yield from _nearest(old[start:end], new[first:last])


def _nearest(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """As many blocks on one side as not on the other: those that share most of their words are the same ones."""
    waiting = list(new)
    for text in old:
        likeness = [_likeness(text, other) for other in waiting]
        best = likeness.index(max(likeness)) if likeness else -1
        if best < 0 or likeness[best] < ALIKE:
            yield text, ""
            continue
        for other in waiting[:best]:
            yield "", other
        yield text, waiting[best]
        waiting = waiting[best + 1:]
    for other in waiting:
        yield "", other


ALIKE = 0.5
"""Share of their words that two paragraphs have in common when one is an edit of the other."""


def _likeness(one: str, other: str) -> float:
    first, second = set(one.split()), set(other.split())
    return 2 * len(first & second) / max(1, len(first) + len(second))


def _joined(found: Sequence[Word]) -> list[Word]:
    """Changes with nothing but white space between them are one change: "a b" for "c d", not two words twice."""
    out: list[Word] = []
    deleted = inserted = ""
    for place, (kind, text) in enumerate(found):
        amid = 0 < place < len(found) - 1 and bool(deleted or inserted)
        if kind == "same" and not (amid and text.isspace()):
            out += [*_change(deleted, inserted), (kind, text)]
            deleted = inserted = ""
        else:
            deleted += text if kind != "inserted" else ""
            inserted += text if kind != "deleted" else ""
    return [*out, *_change(deleted, inserted)]


def _change(deleted: str, inserted: str) -> Iterator[Word]:
    if deleted:
        yield "deleted", deleted
    if inserted:
        yield "inserted", inserted
