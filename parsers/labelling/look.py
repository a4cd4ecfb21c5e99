"""What each fragment looks like by itself: its size, whether it is prose, and what its own words give away.

Everything that is asked of a fragment more than once is computed here, once; the later stages only compare.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from parsers.article import Role
from parsers.fragment import Fragment, Shape
from parsers.labelling import copies, places, wording
from parsers.labelling.places import FURNITURE, Place
from parsers.labelling.wording import SILENT, Wording
from parsers.news import boilerplate, sentence

# A short line that stands on a page this often is furniture, whatever it says: headlines and names of a story
# repeat once or twice (breadcrumb, headline, caption), calls to action at every scroll stop.
REPEATS = 3
REPEATED_WORDS = 8
# The longest post that a dump shows in one line; a longer line above a signature is the story's.
POST_WORDS = 80
# Words in these places are what the place says. A byline or a date may stand in any other, unless it is all link.
_TELLING = frozenset({Place.NAVIGATION, Place.LEGAL, Place.BREADCRUMB, Place.TAGS, Place.POST})
LINKED = 0.6
"""The share of a piece's characters above which it is a link."""


class Look(Struct, frozen=True):
    fragment: Fragment
    words: int
    prose: bool
    key: str
    """Its letters and digits in lower case, to compare it with others."""
    role: Role | None
    """What its own words or its place in the tree make it; None when they do not tell."""
    reason: str | None
    repeated: bool
    """A short line that stands on the page several times."""
    box_head: bool
    """It reads as the heading of a box of other stories."""
    place: Place
    """What the tree around it is for (HTML); UNKNOWN in a text dump."""
    kin: bool = False
    """A paragraph that stands where most of the page's prose stands (HTML): short lines there are the story's."""
    copy: bool = False
    """Part of a stretch that the page says a second time."""
    passed_over: int = 0
    """How many entries of a menu stand right before it that nobody looked at."""

    @property
    def link(self) -> str | None:
        """The address of its first link; None when it has none."""
        return next((mark.href for mark in self.fragment.marks if mark.style == "link"), None)


def look_at(
    fragments: Sequence[Fragment], language: str | None, passed_over: Sequence[int] | None = None
) -> list[Look]:
    """One Look for each fragment, in order; `passed_over` (of each, see Look) is None where nothing was left out."""
    keys = [sentence.comparable(fragment.text) for fragment in fragments]
    words = [sentence.words(fragment.text) for fragment in fragments]
    prose = [_is_prose(fragment) for fragment in fragments]
    sizes = [n if said else 0 for n, said in zip(words, prose, strict=True)]
    again = copies.find(keys, sizes)
    seen = Counter(key for i, key in enumerate(keys) if key and i not in again)
    posts = frozenset(
        i
        for i, (fragment, below) in enumerate(pairwise(fragments))
        if fragment.shape is Shape.LINE and not fragment.path and boilerplate.signs_post(below.text)
    )
    fullest = places.fullest(fragments, sizes)
    wrapping = places.wrappers(fragments, sizes, fullest)
    looks = []
    for i, (fragment, key, n, said) in enumerate(zip(fragments, keys, words, prose, strict=True)):
        place = places.place_of(fragment, wrapping, prose=said)
        kin = _is_kin(fragment, fullest)
        often = not kin and seen[key] >= REPEATS and n <= REPEATED_WORDS
        telling = SILENT
        if said or kin or not _is_told_by_place(fragment, place):
            telling = wording.read(fragment.text, said, bool(fragment.path), language)
        role, reason = _own_role(fragment, telling, seen[key] if often else 0, kin=kin)
        if i in posts and n <= POST_WORDS:
            role, reason = Role.SOCIAL, "an embedded post"
        elif not fragment.path and copies.says_twice(key):
            role, reason = Role.IMAGE, "a picture's description and its caption in one"
        repeated = often and not said and n > 0
        looks.append(
            Look(
                fragment, n, said, key, role, reason, repeated, telling.box_head, place,
                kin=kin, copy=i in again, passed_over=passed_over[i] if passed_over else 0,
            )
        )  # fmt: skip
    return looks


def _is_kin(fragment: Fragment, fullest: tuple[int, tuple[str, ...]] | None) -> bool:
    if fullest is None or fragment.shape is not Shape.PARAGRAPH or fragment.link_density > 0.5:
        return False
    container, path = fullest
    return fragment.container == container and fragment.path[: len(path)] == path


def _is_prose(fragment: Fragment) -> bool:
    shape, text = fragment.shape, fragment.text
    if shape is Shape.IMAGE or shape is Shape.HEADING or not sentence.is_prose(text):
        return False
    return not (fragment.bullet and not fragment.path and _is_headline(text))


def _is_headline(item: str) -> bool:
    """Whether an item of a dump's list, however long, is a headline: without a stop, or cut off with dots."""
    return item.endswith(("...", "…")) or not sentence.ends_sentence(item)


def _is_told_by_place(fragment: Fragment, place: Place) -> bool:
    """Whether the tree tells what a few words are, so that nobody need ask them: half the pieces of a page."""
    if fragment.shape is Shape.IMAGE or fragment.shape is Shape.CAPTION:
        return True
    return place in _TELLING or (place in FURNITURE and fragment.link_density > LINKED)


def _own_role(fragment: Fragment, told: Wording, times: int, *, kin: bool) -> tuple[Role | None, str | None]:
    """Its role by its shape and its words, and the reason where that needs one; `times` is 0 unless it is repeated."""
    shape, furniture = fragment.shape, told.furniture
    if shape is Shape.IMAGE:
        return Role.IMAGE, None
    if shape is Shape.CAPTION:
        return Role.CAPTION, None
    if furniture is not None and not (kin and furniture is Role.IMAGE):
        return furniture, None
    if times:
        return Role.PROMO, f"stands on the page {times} times"
    if told.line is not None or kin or shape is Shape.LIST_ITEM:
        return told.line, None
    return told.label, None
