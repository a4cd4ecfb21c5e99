"""What stands before the headline: navigation, breadcrumb, section, a picture with its caption, and the last
story's end. Captions and credits of the first picture often come first in a dump.
"""

from collections.abc import Sequence

from parsers.article import Role
from parsers.fragment import Shape
from parsers.labelling.label import Label
from parsers.labelling.look import Look
from parsers.labelling.places import Place
from parsers.news import breadcrumb, credit, header_line, kicker

# How many fragments above the headline a picture, a kicker or a date may stand and still belong to the story.
NEAR = 6
_PLACES = {
    Place.NAVIGATION: Role.NAVIGATION,
    Place.RELATED: Role.RELATED_LINK,
    Place.COMMENTS: Role.COMMENT,
    Place.SOCIAL: Role.SOCIAL,
    Place.NEWSLETTER: Role.NEWSLETTER,
    Place.ADVERT: Role.ADVERT,
    Place.PAYWALL: Role.PAYWALL,
    Place.LEGAL: Role.LEGAL,
    Place.BREADCRUMB: Role.BREADCRUMB,
    Place.TAGS: Role.NAVIGATION,
    Place.BIO: Role.AUTHOR_BIO,
    Place.POST: Role.SOCIAL,
}


def label(looks: Sequence[Look], start: int, end: int, headline: str | None) -> list[Label]:
    """Labels for the fragments in [start, end), all above the headline."""
    crumbs = _crumbs(looks, start, end, headline)
    out: list[Label] = []
    for i in range(start, end):
        look = looks[i]
        near = headline is not None and end - i <= NEAR
        if i in crumbs:
            out.append(Label(Role.BREADCRUMB))
        elif near and _is_caption(looks, i, end):
            out.append(Label(Role.CAPTION, "a picture's caption above the headline", story=True))
        elif look.role is Role.CREDIT:
            out.append(Label(Role.CREDIT, story=near))
        elif near and look.role in (Role.KICKER, Role.SECTION, Role.DATE, Role.BYLINE):
            out.append(Label(look.role, story=True))
        elif near and look.role is None and (line := header_line.read(look.fragment.text)) and line.authors:
            out.append(Label(Role.BYLINE, "tells who wrote it and when", story=True))
        else:
            out.append(outside(look))
    if out and headline is not None and end > start:
        out[-1] = _above_headline(looks[end - 1], out[-1])
    return out


def outside(look: Look) -> Label:
    """The label of a fragment that is no part of the story, by its words or its place; prose is another story's."""
    if look.copy:
        return Label(Role.PARAGRAPH, "repeats a stretch of the page")
    if look.role is not None:
        return Label(look.role, look.reason)
    if look.place in _PLACES:
        return Label(_PLACES[look.place], f"stands in a part of the page for {look.place.value}")
    if look.prose:
        return Label(Role.OTHER_STORY, "prose outside the story")
    if look.box_head:
        return Label(Role.RELATED_LINK, "heads a box of other stories")
    return Label(Role.NAVIGATION)


def _above_headline(look: Look, label: Label) -> Label:
    """The line right above the headline is its section when it has the shape of one."""
    plain = look.role is None and look.fragment.shape is not Shape.LIST_ITEM and label.role is Role.NAVIGATION
    alone = look.fragment.gap > 0 or look.fragment.start == 0
    if plain and alone and look.words <= 3 and kicker.might_be_section(look.fragment.text):
        return Label(Role.SECTION, "the label right above the headline", story=True)
    return label


def _is_caption(looks: Sequence[Look], i: int, end: int) -> bool:
    look = looks[i]
    if look.role is Role.CAPTION:
        return True
    if look.role is not None:
        return False
    if look.words >= 4 and credit.split(look.fragment.text):
        return True
    return look.prose and i + 1 < end and looks[i + 1].role is Role.CREDIT


def _crumbs(looks: Sequence[Look], start: int, end: int, headline: str | None) -> set[int]:
    """The fragments above the headline that are its breadcrumb: one line, or a numbered list that ends in it."""
    if headline is None:
        return set()
    found = {i for i in range(start, end) if looks[i].words <= 40 and breadcrumb.read(looks[i].fragment.text, headline)}
    for i in range(start, end):
        if looks[i].fragment.ordinal is None or not breadcrumb.same(looks[i].fragment.text, headline):
            continue
        found.add(i)
        while i > start and looks[i - 1].fragment.ordinal is not None and looks[i - 1].words <= 4:
            i -= 1
            found.add(i)
    return found
