"""The titles around a mention: "Secretary of State Antony Blinken", "Lavrov, the Russian foreign minister,".

A mention's span leaves its title out; here the title becomes what the entity's roles and aliases say.
"""

import re

from msgspec import Struct

from parsers.entities.gazetteer import Gazetteer, gazetteer

_WORD_BEFORE = re.compile(r"([^\s,;:()\"“”]+)\s$")
_APPOSITION = re.compile(r",\s(?:the |a |an |its |his |her |their )?([^,.;:()\"“”]{3,60})[,.;]")
_FARTHEST = 8


class Titled(Struct, frozen=True):
    role: str | None = None
    """The office or calling beside the name; None when there is none or only an honorific."""
    alias: str | None = None
    """Title and name as written ("Mr. Blinken"); None when no title stands before the name."""


def titled(text: str, start: int, end: int) -> Titled:
    """What stands before the person named by text[start:end], and right behind it between commas."""
    known = gazetteer()
    words: list[tuple[int, str]] = []
    at = start
    while len(words) < _FARTHEST:
        match = _WORD_BEFORE.search(text, max(0, at - 30), at)
        if match is None or not _belongs(match[1], words, known):
            break
        at = match.start(1)
        words.insert(0, (at, match[1]))
    while words and not _opens(words[0][1], known):
        words.pop(0)
    if not words or not _is_head(words, known):
        return Titled(role=_apposition(text, end, known))
    title = text[words[0][0] : start].rstrip()
    honorific = all(_plain(word) in known.honorifics for _, word in words)
    alias = text[words[0][0] : end] if honorific or title[0].isupper() else None
    return Titled(role=None if honorific else title, alias=alias)


def _plain(word: str) -> str:
    return word.casefold().rstrip(".").rpartition("-")[2] if "-" in word else word.casefold().rstrip(".")


def _belongs(word: str, words: list[tuple[int, str]], known: Gazetteer) -> bool:
    """Whether a word may be part of the title that ends before the name."""
    plain = _plain(word)
    if known.is_title(plain) or plain in known.modifiers or plain in ("elect", "designate"):
        return True
    if not words:
        return plain in known.portfolios
    return plain in known.portfolios or word in ("of", "for", "and", "the")


def _opens(word: str, known: Gazetteer) -> bool:
    """Whether a title may begin with this word."""
    plain = _plain(word)
    return known.is_title(plain) or plain in known.modifiers or plain in ("elect", "designate")


def _is_head(words: list[tuple[int, str]], known: Gazetteer) -> bool:
    """Whether the words hold an office, and end in one or in its portfolio."""
    plain = [_plain(word) for _, word in words]
    if plain[-1] in ("of", "for", "and", "the"):
        return False
    if known.is_title(plain[-1]) or plain[-1] in ("elect", "designate"):
        return True
    return "of" in plain and plain[-1] in known.portfolios and any(known.is_title(word) for word in plain)


def _apposition(text: str, end: int, known: Gazetteer) -> str | None:
    """The office in ", the Russian foreign minister," behind a name."""
    match = _APPOSITION.match(text, end)
    if match is None:
        return None
    words = match[1].split()
    if len(words) > _FARTHEST:
        return None
    heads = [n for n, word in enumerate(words) if known.is_title(_plain(word))]
    if not heads or words[0][0].isdigit() or heads[0] > 4:
        return None
    return match[1] if all(not word.endswith("ed") or word in ("retired",) for word in words[: heads[0]]) else None
