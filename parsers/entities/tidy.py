"""Spans as the conventions want them: no title, no leading "the", no possessive ’s, no white space.

Runs after any recogniser, so that a model that was taught otherwise still yields the same mentions.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from parsers.entities.gazetteer import gazetteer, key_of
from parsers.entities.recogniser import Found

_ARTICLES = ("the ", "The ", "THE ", "a ", "A ", "an ", "An ")
_LEAVES = " \t\n\"“”„«»,;:()[]"


def tidy(text: str, found: Iterable[Found]) -> list[Found]:
    """The names of one text, trimmed, sorted, without empty ones or overlaps (the surer, then the longer stays)."""
    trimmed: list[Found] = []
    for one in found:
        start, end = max(one.start, 0), min(one.end, len(text))
        while start < end and text[start] in _LEAVES:
            start += 1
        while start < end and text[end - 1] in _LEAVES:
            end -= 1
        for article in _ARTICLES:
            if text.startswith(article, start, end) and one.type not in ("DATE", "MONEY"):
                start += len(article)
        if one.type == "PERSON":
            start = _behind_title(text, start, end)
        if text[end - 2 : end] in ("'s", "’s") and key_of(text[start:end]) not in gazetteer().names:
            end -= 2
        if start < end:
            trimmed.append(one if (start, end) == (one.start, one.end) else replace(one, start=start, end=end))
    return without_overlaps(trimmed)


def _behind_title(text: str, start: int, end: int) -> int:
    """Where the name itself begins: behind "Mr." and "President", unless the word is a given name too ("Earl")."""
    known = gazetteer()
    while (space := text.find(" ", start, end)) > start:
        word = text[start:space]
        plain = word.casefold().rstrip(".")
        if word in known.given or not (plain in known.honorifics or plain in known.offices):
            break
        start = space + 1
    return start


def without_overlaps(found: Iterable[Found]) -> list[Found]:
    """The same names sorted by start; of two that overlap the surer, then the longer one stays."""
    kept: list[Found] = []
    taken: set[int] = set()
    for one in sorted(found, key=lambda f: (-f.score, f.start - f.end, f.start)):
        span = range(one.start, one.end)
        if taken.isdisjoint(span):
            kept.append(one)
            taken.update(span)
    return sorted(kept, key=lambda f: f.start)
