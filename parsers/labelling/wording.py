"""What a piece's own words give away, wherever on a page they stand.

Menus, calls to action and labels come back on every page of a site, and many on every site. What is asked of the
words alone is asked once and remembered: on runs of pages nearly half of all pieces were read before (42 to 69 in
100, measured on four corpora), and reading each anew was a sixth of the time of a page.
"""

import re
from functools import lru_cache

from msgspec import Struct

from parsers import dates
from parsers.article import Role
from parsers.news import boilerplate, byline, credit, kicker, related, sentence

# "Publié le 4 juin 2025 à 18h20, mis à jour le 5 juin 2025 à 07h45 · 5 min de lecture" is as long as a date line gets.
DATE_WORDS = 24
CREDIT_WORDS, BYLINE_WORDS, LABEL_WORDS, HEAD_WORDS = 16, 30, 8, 10
"""How many words these lines have at most."""
# Longer pieces are the story's own, and are seldom met again.
_LONGEST_REMEMBERED = 200
_REMEMBERED = 16_384
# The time of a live blog's entry, alone on its line.
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d(?: ?[ap]\.?m\.?)?(?: uhr)?", re.IGNORECASE)


class Wording(Struct, frozen=True):
    """What the words of a piece say by themselves."""

    furniture: Role | None = None
    """What it is as a part of the page around the story: a call to action, a menu's entry, legal lines."""
    line: Role | None = None
    """What it is as a line of the story's header: a credit, a pointer to another story, a byline, a date."""
    label: Role | None = None
    """KICKER or SECTION, for a short label."""
    box_head: bool = False
    """It reads as the heading of a box of other stories."""


SILENT = Wording()
"""Words that say nothing, or that nobody asked."""


def read(text: str, prose: bool, in_tree: bool, language: str | None) -> Wording:
    """What a text says by itself; `in_tree` is True where a time alone may be an entry's date (HTML)."""
    remembered = _remembered if len(text) <= _LONGEST_REMEMBERED else _read
    return remembered(text, prose, in_tree, language)


def _read(text: str, prose: bool, in_tree: bool, language: str | None) -> Wording:
    n = sentence.words(text)
    furniture = boilerplate.furniture(text)
    line = _line(text, n, prose, language, in_tree)
    label = _label(text) if n <= LABEL_WORDS else None
    box_head = n <= HEAD_WORDS and not prose and related.heads_box(text)
    return Wording(furniture, line, label, box_head) if furniture or line or label or box_head else SILENT


_remembered = lru_cache(maxsize=_REMEMBERED)(_read)


def _line(text: str, n: int, prose: bool, language: str | None, in_tree: bool) -> Role | None:
    if n <= CREDIT_WORDS and credit.alone(text):
        return Role.CREDIT
    if related.line(text):
        return Role.RELATED_LINK
    if n <= BYLINE_WORDS and not prose and byline.read(text, language=language):
        return Role.BYLINE
    if in_tree and n <= 2 and _CLOCK.fullmatch(text):
        return Role.DATE
    return Role.DATE if n <= DATE_WORDS and dates.read(text, language=language) else None


def _label(text: str) -> Role | None:
    found = kicker.read(text)
    return None if found is None else Role.KICKER if found[0] else Role.SECTION
