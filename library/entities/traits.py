"""What an article tells of a referent beside the name, and which of it cannot be true of one person or place.

Two people have one name more often than a list of names lets on. What keeps them apart is what pages say in
passing: junior and senior, a middle initial, a striker and a senator, a Kenyan and a Brazilian minister.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from msgspec import Struct

from library.entities.keys import nations, person_name
from library.entities.keys import words as known_words
from parsers.article import EntityType

_NEAR = (
    {"politics", "law", "arms", "business"}, {"science", "medicine"}, {"arts", "press"}, {"business", "crime"},
    {"politics", "crime"}, {"daily life", "crime"}, {"sport", "press"}, {"science", "politics"}, {"law", "crime"},
    {"technology", "science"}, {"technology", "business"}, {"food", "business"},
)
"""Fields that one life joins more often than two people of one name do."""


class Traits(Struct, frozen=True, omit_defaults=True):
    """What one article, or all articles of an entity, tell of it."""

    first: frozenset[str] = frozenset()
    """First names as they are compared: "bill" and "william" stand in one block and need more to be one."""
    middle: frozenset[str] = frozenset()
    """Middle names, joined by a space, or their initials."""
    suffix: frozenset[str] = frozenset()
    """"jr", "sr", "iii"."""
    field: frozenset[str] = frozenset()
    """What they do: politics, sport …"""
    country: frozenset[str] = frozenset()
    """Whose: the "Kenyan" of "Kenyan health minister"."""
    within: frozenset[str] = frozenset()
    """The region that a place's name is followed by: the "alabama" of "Birmingham, Alabama"."""

    def __or__(self, other: "Traits") -> "Traits":
        """All that both tell."""
        return Traits(**{name: getattr(self, name) | getattr(other, name) for name in SETS})


SETS: tuple[str, ...] = ("first", "middle", "suffix", "field", "country", "within")
_HARD = ("middle", "suffix")


def traits_of(kind: EntityType, names: Iterable[str], roles: Iterable[str], within: Iterable[str]) -> Traits:
    """What an article's full names, roles and the regions behind a place's name tell."""
    if kind != "PERSON":
        return Traits(within=frozenset(within))
    parts = [part for name in names if (part := person_name(name)) is not None and part.first]
    said = list(roles)
    return Traits(
        first=frozenset(part.first for part in parts),
        middle=frozenset(" ".join(part.middle) for part in parts if part.middle),
        suffix=frozenset(part.suffix for part in parts if part.suffix),
        field=frozenset(field for role in said for field in _fields(role)),
        country=frozenset(country for role in said for country in _countries(role)),
    )


def _fields(role: str) -> Sequence[str]:
    words = re.split(r"[\s-]+", role.casefold())
    if "general" in words and len(words) > 1:  # a director general is no soldier, a major general is one anyway
        words.remove("general")
    return [_field_of()[word] for word in words if word in _field_of()]


@cache
def _field_of() -> dict[str, str]:
    """A calling → the field it belongs to."""
    fields = {name.removeprefix("field "): found for name, found in known_words().items() if name.startswith("field ")}
    return {word: field for field, found in fields.items() for word in found}


def _countries(role: str) -> Sequence[str]:
    words = re.split(r"\s+", re.sub(r"['’]s\b", "", role.casefold()))
    pairs = [" ".join(pair) for pair in pairwise(words)]
    return [nations()[word] for word in [*words, *pairs] if word in nations()]


def contradiction(one: Traits, other: Traits) -> str | None:
    """Why both cannot be one, as the end of a sentence; None when they can.

    See `is_hard` for whether the company they keep may overrule it.
    """
    for name in contradicted(one, other):
        return f"{_said(name, getattr(one, name))} and {_said(name, getattr(other, name))}"
    return None


def contradicted(one: Traits, other: Traits) -> list[str]:
    """In which of SETS the two contradict each other."""
    return [name for name in SETS if _against(name, getattr(one, name), getattr(other, name))]


def may_contradict(one: Traits, many: Traits) -> bool:
    """Whether `one` contradicts any of those whose traits `many` holds together."""
    return any(
        mine and any(_against(name, mine, frozenset({value})) for value in getattr(many, name))
        for name in SETS if (mine := getattr(one, name))
    )


def _against(name: str, mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(mine) and bool(theirs) and not mine & theirs and not _agree(name, mine, theirs)


def is_hard(one: Traits, other: Traits) -> bool:
    """Whether a contradiction is one that no company can overrule: junior and senior, two middle names."""
    return any(_against(name, getattr(one, name), getattr(other, name)) for name in _HARD)


def _agree(name: str, mine: frozenset[str], theirs: frozenset[str]) -> bool:
    if name == "field":
        return any(mine | theirs <= near for near in _NEAR)
    if name == "middle":
        return any(_same_middle(one, other) for one in mine for other in theirs)
    return False


def _same_middle(one: str, other: str) -> bool:
    """"j" and "joseph"; "h w" is not "w"; of two longer names one may leave some out ("garcia", "jose garcia")."""
    ours, others = one.split(), other.split()
    if any(len(word) == 1 for word in ours + others):
        return [word[0] for word in ours] == [word[0] for word in others] and all(
            a.startswith(b) or b.startswith(a) for a, b in zip(ours, others, strict=True)
        )
    return set(ours) <= set(others) or set(others) <= set(ours)


def _said(name: str, values: frozenset[str]) -> str:
    shown = " and ".join(sorted(values))
    return {
        "first": shown.title(), "middle": f"the middle name {shown.title()}", "suffix": shown.title() + ".",
        "field": shown, "country": shown, "within": f"a place in {shown.title()}",
    }[name]
