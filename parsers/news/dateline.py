"""Datelines: "Paris, 2 April 2024 (TDI):", "WASHINGTON (AP) —", "BERLIN, March 3 (Reuters) -", "KYIV, Ukraine —".

The dateline stays in the first paragraph's text and is a field as well.
"""

import re

from parsers import dates
from parsers.article import Dateline

# A place in a dateline: one to five capitalised words, perhaps a second after a comma ("KYIV, Ukraine").
_PLACE = r"[^\W\d_][\w.’'-]*(?:[ /][^\W\d_][\w.’'-]*){0,4}"
# A month opens the date, however long the place is.
_MONTH = r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|ene|abr|ago|dic|fév|avr|juin|août|déc)"
_SHAPE = re.compile(
    rf"(?P<place>{_PLACE}(?:, (?!{_MONTH}){_PLACE}){{0,2}})"
    r"(?P<when>,? (?:[^()—–:\n]{0,30}?\d[^()—–:\n]{0,20}?))?"
    r"(?:,?\s*[(\[](?P<agency>[^()\[\]]{2,40})[)\]])?"
    r"\s*(?P<close>[—–:]|--|\s-\s|\.\s*[—–-])\s*"
)


def read(paragraph: str, *, language: str | None = None) -> Dateline | None:
    """The dateline that opens a paragraph, or None.

    It needs a place and either an agency in brackets, a full date, or a place in capitals before a dash: a
    sentence that merely opens with a name and a colon is not one.
    """
    found = _SHAPE.match(paragraph[:160])
    if found is None or found.end() >= len(paragraph):
        return None
    place, when, agency, close = found["place"], found["when"], found["agency"], found["close"].strip()
    if not _is_place(place):
        return None
    date = dates.find(when, language=language) if when else None
    stated = date[2][:10] if date else None
    capitals = place.split(",")[0].isupper() and len(place) > 3
    if stated is None and agency is None and not (capitals and close not in (":",)):
        return None
    if when and stated is None and agency is None:
        return None
    return Dateline(place=place.strip(" ,"), date=stated, agency=agency)


def _is_place(place: str) -> bool:
    if not place[0].isupper() and not place[0].islower():  # a script without capitals
        return len(place.split()) <= 3
    words = re.split(r"[ ,/]+", place)
    small = sum(1 for word in words if not word[0].isupper())
    return place[0].isupper() and small <= 1 and len(words) <= 6
