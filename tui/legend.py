"""What the marks of names mean, with counts: the line at the bottom of the body's frame.

Nine types are too many hues to learn, so they are told in four groups. The legend is written in the very
styles it explains; it shrinks to what fits, because a legend that is cut off explains nothing.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Literal, get_args

from parsers.article import AnnotatedArticle, EntityType
from tui.wrap import cells

Group = Literal["person", "organisation", "place", "other"]

GROUP_OF: Mapping[EntityType, Group] = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP":
    "other", "EVENT": "other", "DATE": "other", "MONEY": "other",
}
_WORDS: Mapping[Group, tuple[tuple[str, str], ...]] = {
    "person": (("person", "people"), ("person", "people")),
    "organisation": (("organisation", "organisations"), ("org", "orgs")),
    "place": (("place", "places"), ("place", "places")),
    "other": (("other", "other"), ("other", "other")),
}

Bit = tuple[str, Group | None]
"""A stretch of the legend and the group whose style it is in; None: no group's."""


def legend(annotated: AnnotatedArticle, width: int) -> list[Bit]:
    """How many people, organisations, places and others are named, and what was set aside, in `width` cells.

    [] when there is nothing to tell or no room to tell it.
    """
    counts = Counter(GROUP_OF[entity.type] for entity in annotated.entities)
    aside = len(annotated.article.set_aside)
    for version in (0, 1, 2):
        bits = _bits(counts, aside, version)
        if sum(cells(text) for text, _ in bits) <= width:
            return bits
    return []


def _bits(counts: Mapping[Group, int], aside: int, version: int) -> list[Bit]:
    """Version 0: whole words, 1: shorter ones, 2: the counts alone with one letter."""
    bits: list[Bit] = []
    for group in get_args(Group):
        if counts.get(group):
            one, more = _WORDS[group][min(version, 1)]
            word = one if counts[group] == 1 else more
            bits += [(f"{counts[group]} {word if version < 2 else word[:1]}", group), ("  ", None)]
    if aside:
        pieces = "piece" if aside == 1 else "pieces"
        longest = f"set aside: {aside} {pieces} (X)"
        bits.append(((longest, f"set aside: {aside} (X)", f"aside: {aside} (X)")[version], None))
    elif bits:
        bits.pop()
    return bits
