"""What each fragment looks like by itself: its size, whether it is prose, and what its own words give away.

Everything that is asked of a fragment more than once is computed here, once; the later stages only compare.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from parsers import dates
from parsers.article import Role
from parsers.fragment import Fragment, Shape
from parsers.labelling import copies, places
from parsers.news import boilerplate, byline, credit, kicker, related, sentence

# A short line that stands on a page this often is furniture, whatever it says: headlines and names of a story
# repeat once or twice (breadcrumb, headline, caption), calls to action at every scroll stop.
REPEATS = 3
REPEATED_WORDS = 8
# The longest post that a dump shows in one line; a longer line above a signature is the story's.
POST_WORDS = 80
# The time of a live blog's entry, alone on its line.
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d(?: ?[ap]\.?m\.?)?(?: uhr)?", re.IGNORECASE)
# "Publié le 4 juin 2025 à 18h20, mis à jour le 5 juin 2025 à 07h45 · 5 min de lecture" is as long as a date line gets.
DATE_WORDS = 24


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
    place: places.Place
    """What the tree around it is for (HTML); UNKNOWN in a text dump."""
    kin: bool = False
    """A paragraph that stands where most of the page's prose stands (HTML): short lines there are the story's."""
    copy: bool = False
    """Part of a stretch that the page says a second time."""

    @property
    def link(self) -> str | None:
        """The address of its first link; None when it has none."""
        return next((mark.href for mark in self.fragment.marks if mark.style == "link"), None)


def look_at(fragments: Sequence[Fragment], language: str | None) -> list[Look]:
    """One Look for each fragment, in order."""
    keys = [sentence.comparable(fragment.text) for fragment in fragments]
    prose = [_is_prose(fragment) for fragment in fragments]
    sizes = [sentence.words(fragment.text) if said else 0 for fragment, said in zip(fragments, prose, strict=True)]
    again = copies.find(keys, sizes)
    seen = Counter(key for i, key in enumerate(keys) if key and i not in again)
    posts = frozenset(
        i
        for i, (fragment, below) in enumerate(pairwise(fragments))
        if fragment.shape is Shape.LINE and not fragment.path and boilerplate.signs_post(below.text)
    )
    fullest = places.fullest(fragments, sizes)
    wrapping = places.wrappers(fragments, sizes, fullest)
    return [
        _look(
            fragment, key, seen[key], said, places.place_of(fragment, wrapping, prose=said), language,
            kin=_is_kin(fragment, fullest), copy=i in again, post=i in posts,
        )
        for i, (fragment, key, said) in enumerate(zip(fragments, keys, prose, strict=True))
    ]  # fmt: skip


def _is_kin(fragment: Fragment, fullest: tuple[int, tuple[str, ...]] | None) -> bool:
    if fullest is None or fragment.shape is not Shape.PARAGRAPH or fragment.link_density > 0.5:
        return False
    container, path = fullest
    return fragment.container == container and fragment.path[: len(path)] == path


def _is_prose(fragment: Fragment) -> bool:
    if fragment.bullet and not fragment.path and _is_headline(fragment.text):
        return False
    return fragment.shape not in (Shape.IMAGE, Shape.HEADING) and sentence.is_prose(fragment.text)


def _is_headline(item: str) -> bool:
    """Whether an item of a dump's list, however long, is a headline: without a stop, or cut off with dots."""
    return item.endswith(("...", "…")) or not sentence.ends_sentence(item)


def _look(
    fragment: Fragment, key: str, times: int, prose: bool, place: places.Place, language: str | None,
    *, kin: bool, copy: bool, post: bool,
) -> Look:  # fmt: skip
    n = sentence.words(fragment.text)
    role, reason = _own_role(fragment, n, prose, times, language, kin=kin)
    if post and n <= POST_WORDS:
        role, reason = Role.SOCIAL, "an embedded post"
    return Look(
        fragment=fragment,
        words=n,
        prose=prose,
        key=key,
        role=role,
        reason=reason,
        place=place,
        repeated=times >= REPEATS and 0 < n <= REPEATED_WORDS and not prose and not kin,
        box_head=n <= 10 and not prose and related.heads_box(fragment.text),
        kin=kin,
        copy=copy,
    )


def _own_role(
    fragment: Fragment, n: int, prose: bool, times: int, language: str | None, *, kin: bool
) -> tuple[Role | None, str | None]:
    text = fragment.text
    if fragment.shape is Shape.IMAGE:
        return Role.IMAGE, None
    if fragment.shape is Shape.CAPTION:
        return Role.CAPTION, None
    if (found := boilerplate.furniture(text)) and not (kin and found is Role.IMAGE):
        return found, None
    if times >= REPEATS and n <= REPEATED_WORDS and not kin:
        return Role.PROMO, f"stands on the page {times} times"
    if n <= 16 and credit.alone(text):
        return Role.CREDIT, None
    if related.line(text):
        return Role.RELATED_LINK, None
    if n <= 30 and not prose and byline.read(text, language=language):
        return Role.BYLINE, None
    if fragment.path and n <= 2 and _CLOCK.fullmatch(text):
        return Role.DATE, None
    if n <= DATE_WORDS and dates.read(text, language=language):
        return Role.DATE, None
    if n <= 8 and not kin and fragment.shape is not Shape.LIST_ITEM and (label := kicker.read(text)):
        return (Role.KICKER if label[0] else Role.SECTION), None
    return None, None
