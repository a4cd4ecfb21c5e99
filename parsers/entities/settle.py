"""What the trained model and the rules found in one text, made one.

The model decides what is a name and of which type; the rules keep what they know for certain: dates and amounts,
events, the kind of a place, a type that no context changes, and names that the model has overlooked.
"""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from parsers.entities.gazetteer import gazetteer, key_of
from parsers.entities.recogniser import Found
from parsers.entities.rules import Reading
from parsers.entities.survey import Document
from parsers.entities.tidy import without_overlaps

PLACES = ("GPE", "LOC", "FAC")
# What the model calls works, awards, elections and the like: it marks them so as not to take them for anything else.
WORK = "work"
_RESTORED = 0.6
_UNSURE = 0.8
_SUFFIX = re.compile(r",? (?:Jr|Sr)\.?|['’]s")


def settled(found: list[Found], reading: Reading, document: Document) -> list[Found]:
    """The names of a text, sorted and apart, from the model's (`found`) and the rules' (`reading.found`)."""
    certain = [one for one in reading.found if one.type in ("DATE", "MONEY", "EVENT")]
    by_start = {one.start: one for one in reading.found}
    settled_by, read_by_rules = _places(certain), _places(reading.found)
    names = [
        _corrected(one, by_start.get(one.start), reading.text)
        for one in [_before_date(one, certain, reading.text) for one in found]
        if one.found_by != WORK
        and settled_by.isdisjoint(range(one.start, one.end))
        and not _is_word(one, reading.text, document, read_by_rules)
    ]
    taken = settled_by | _places(names)
    works = _places(one for one in found if one.found_by == WORK)
    overlooked = [
        replace(one, score=min(one.score, _RESTORED))
        for one in reading.found
        if taken.isdisjoint(range(one.start, one.end))
        and (_is_pair(one, reading.text, document) or (_is_listed(one) and works.isdisjoint(range(one.start, one.end))))
    ]
    return without_overlaps(names + certain + overlooked)


def _before_date(one: Found, certain: list[Found], text: str) -> Found:
    """A name without the date that it runs into ("Yushchenko Friday")."""
    starts = [other.start for other in certain if one.start < other.start < one.end <= other.end]
    return replace(one, end=len(text[: min(starts)].rstrip())) if starts else one


def _places(names: Iterable[Found]) -> set[int]:
    """The offsets that names cover."""
    return {at for one in names for at in range(one.start, one.end)}


def _is_word(one: Found, text: str, document: Document, read_by_rules: set[int]) -> bool:
    """Whether an unsure name is a word that the document elsewhere writes small and the rules take for no name."""
    if one.score >= _UNSURE or text[one.start : one.end].lower() not in document.small:
        return False
    return read_by_rules.isdisjoint(range(one.start, one.end))


def _corrected(one: Found, rule: Found | None, text: str) -> Found:
    """A name of the model with what the rules know better about the name that begins where it does."""
    if one.type == "ORG" and key_of(text[one.start : one.end]) in gazetteer().countries:
        # A government or a national team goes by its country's name, and is marked as the country.
        return replace(one, type="GPE")
    if rule is None:
        return one
    if rule.end > one.end and _SUFFIX.fullmatch(text, one.end, rule.end):
        return replace(one, end=rule.end, type=rule.type)
    if rule.end != one.end or rule.type == one.type:
        return one
    if one.type in PLACES and rule.type in PLACES:
        return replace(one, type=rule.type)
    whole = " " in text[one.start : one.end]
    certain = rule.type == "NORP" or (rule.type == "ORG" and whole and one.type in PLACES)
    return replace(one, type=rule.type) if certain and rule.found_by == "rules:gazetteer" else one


def _is_listed(one: Found) -> bool:
    """Whether the lists or a title make this a name, although the model saw none there."""
    return one.found_by in ("rules:gazetteer", "rules:title", "rules:person")


def _is_pair(one: Found, text: str, document: Document) -> bool:
    """Two people of the document joined by a hyphen; propagate.py tells them apart."""
    halves = text[one.start : one.end].split("-")
    return len(halves) == 2 and all(half in document.families for half in halves)
