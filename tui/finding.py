"""Finding words in a text: smart about case, blind to accents, and across the ends of lines.

Who types "zelensky" means Zelenský too, and who types "May" means the month. A search that looked at lines would
miss every phrase that is broken by one.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

# Signs that readers leave out when they type: combining accents, the points of Hebrew, the vowels of Arabic.
_POINTS = "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\u06d6-\u06ed]*"
_LEVELLED = {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-",
             "\xa0": " ", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i"}


class Match(NamedTuple):
    """A stretch of a field's text. Matches sort in reading order."""

    field: int
    start: int
    end: int


class _Plain(dict[int, str]):
    """For str.translate: each character as it is typed, one for one, so that offsets stay what they are."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        plain = _LEVELLED.get(sign) or unicodedata.normalize("NFD", sign)[0]
        self[code] = plain
        return plain


_PLAIN = _Plain()


def find(texts: Sequence[tuple[int, str]], query: str) -> list[Match]:
    """Every place where the query stands, in reading order; [] for a query of white space.

    Small letters find capitals as well, a capital only itself; a space is any white space.
    """
    words = query.translate(_PLAIN).split()
    if not words:
        return []
    wide = query != query.lower()
    pattern = re.compile(r"\s+".join(map(_pattern, words)))
    found: list[Match] = []
    for field, text in texts:
        plain = text if text.isascii() else text.translate(_PLAIN)
        plain = plain if wide else _lower(plain)
        found += [Match(field, *match.span()) for match in pattern.finditer(plain)]
    return found


def _pattern(word: str) -> str:
    """The word with or without points on its letters; who types "strasse" means "Straße" too."""
    signs = re.findall("ss|.", word, re.DOTALL)
    return "".join(("(?:ss|ß)" if sign == "ss" else re.escape(sign)) + _POINTS for sign in signs)


def _lower(text: str) -> str:
    """The text in small letters, as long as it was: İ becomes two characters elsewhere."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
