"""Acronyms that a document explains: "World Food Programme (WFP)", "the WFP (World Food Programme)".

From there on the letters alone name the organisation; without this each acronym is an entity of its own.
"""

import re
from collections.abc import Sequence

from parsers.entities.recogniser import Found

_SMALL = frozenset(["of", "the", "for", "and", "on", "in", "to", "de", "la", "du", "des", "der", "und", "a", "an", "&"])
_BEHIND = re.compile(r"[\s,]*\((?:the |or |the so-called )?[\"“]?([A-Z][\w&.-]{1,9})[\"”]?[),;]")


def expansions(texts: Sequence[str], found: Sequence[list[Found]], publisher: str | None) -> dict[str, str]:
    """Acronym → the full name that the document gives it; the publisher's initials explain themselves."""
    explained: dict[str, str] = {}
    for text, names in zip(texts, found, strict=True):
        for n, one in enumerate(names):
            following = names[n + 1] if n + 1 < len(names) else None
            if one.type not in ("ORG", "FAC", "EVENT", "GPE", "LOC"):
                continue
            match = _BEHIND.match(text, one.end)
            name = text[one.start : one.end]
            if match and " " in name and is_acronym(match[1], name):
                explained.setdefault(match[1], name)
            if following and name.isupper() and text[one.end : following.start] in (" (", " (the "):
                long = text[following.start : following.end]
                if is_acronym(name, long):
                    explained.setdefault(name, long)
    if publisher and " " in publisher:
        initials = "".join(word[0] for word in publisher.split())
        if len(initials) > 2:
            explained.setdefault(initials, publisher.removeprefix("The "))
    return explained


def is_acronym(letters: str, name: str) -> bool:
    """Whether the letters are the initials of the name's words; small words may be left out."""
    wanted = [c.casefold() for c in letters if c.isalpha()]
    if len(wanted) < 2:
        return False
    words = [word.casefold() for word in re.split(r"[\s\-–/]+", name) if word]
    strong = [word[0] for word in words if word not in _SMALL]
    return wanted == strong or wanted == [word[0] for word in words] or (
        len(strong) > 1 and len(wanted) > len(strong) and wanted[0] == strong[0] and _in_order(wanted, "".join(words))
    )


def _in_order(letters: list[str], text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)
