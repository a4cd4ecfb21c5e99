"""What the marks of names mean, with counts: the line at the bottom of the body's frame.

Nine types are too many hues to learn, so they are told in four groups. The legend is written in the very
styles it explains; it shrinks to what fits, because a legend that is cut off explains nothing.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Literal

from parsers.article import AnnotatedArticle, EntityType
from tui.wrap import cells

Group = Literal["person", "organisation", "place", "other"]
GROUPS: tuple[Group, ...] = ("person", "organisation", "place", "other")

GROUP_OF: Mapping[EntityType, Group] = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP":
    "other", "EVENT": "other", "DATE": "other", "MONEY": "other",
}
_SHORT: Mapping[Group, tuple[str, str]] = {
    "person": ("person", "people"), "organisation": ("org", "orgs"), "place": ("place", "places"),
    "other": ("other", "other"),
}
# For each version of the legend, the longest first: a word for one and for more, and how to speak of the rest.
_WORDS: Sequence[Mapping[Group, tuple[str, str]]] = (
    {"person": ("person", "people"), "organisation": ("organisation", "organisations"),
     "place": ("place", "places"), "other": ("other", "other")},
    _SHORT, _SHORT, _SHORT,
    {"person": ("p", "p"), "organisation": ("o", "o"), "place": ("l", "l"), "other": ("x", "x")},
)
_ASIDE = ("set aside: {} {} (X)", "set aside: {} (X)", "aside: {} (X)", "", "")
"""Left out before the words become letters: letters that nobody can read explain no colour."""

Bit = tuple[str, Group | None]
"""A stretch of the legend and the group whose style it is in; None: no group's."""


def legend(annotated: AnnotatedArticle, width: int) -> list[Bit]:
    """How many people, organisations, places and others are named, and what was set aside, in `width` cells.

    [] when there is nothing to tell or no room to tell it.
    """
    counts = Counter(GROUP_OF[entity.type] for entity in annotated.entities)
    aside = len(annotated.article.set_aside)
    for words, rest in zip(_WORDS, _ASIDE, strict=True):
        bits = _bits(counts, aside, words, rest)
        if sum(cells(text) for text, _ in bits) <= width:
            return bits
    return []


def _bits(counts: Mapping[Group, int], aside: int, words: Mapping[Group, tuple[str, str]],
          rest: str) -> list[Bit]:
    bits: list[Bit] = []
    for group, (one, more) in words.items():
        if counts.get(group):
            if bits:
                bits.append(("  ", None))
            bits.append((f"{counts[group]} {one if counts[group] == 1 else more}", group))
    if aside and rest:
        told = rest.format(aside, "piece" if aside == 1 else "pieces")
        bits.append((f"  {told}" if bits else told, None))
    return bits
