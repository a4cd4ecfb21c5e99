"""Between the headline and the first paragraph: dek, byline, date, kicker and section, the first picture."""

from collections.abc import Sequence

from parsers import dates
from parsers.article import Role
from parsers.fragment import Fragment, Shape, Stated
from parsers.labelling import front, inside
from parsers.labelling.label import Label
from parsers.labelling.look import Look
from parsers.labelling.places import FURNITURE, Place
from parsers.news import byline, credit, header_line, kicker, name, people, sentence

# A header is short: past this many fragments behind the headline, what comes is not its header any more.
LONGEST = 40
# A dek is one to three sentences (99 in 100 that were read from 1,260 pages have at most 69 words); a longer one is
# the first paragraph.
DEK_WORDS = 75
# What a text browser prints on a line of its own between two names that are links.
_JOINTS = frozenset({"", "and", "und", "et", "y", "e", "og", "och", "en"})
# Prose in these places is a byline with a bio, "Updated on …" or a caption.
_NO_DEK = FURNITURE | {Place.BYLINE, Place.DATE, Place.CREDIT, Place.CAPTION}


def first_paragraph(looks: Sequence[Look], title: int | None, start: int) -> int:
    """The index of the story's first paragraph: the first prose behind the headline that is neither dek nor caption."""
    if title is None:
        return start
    begin = max(title + 1, 0)
    prose = [
        i
        for i in range(begin, min(len(looks), max(begin, start) + LONGEST))
        if looks[i].prose
        and looks[i].role is None
        and looks[i].place not in FURNITURE
        and not is_caption(looks, i)
    ]
    if not prose:
        return max(begin, start)
    first = prose[0]
    if len(prose) > 1 and is_dek(looks, title, first, prose[1]) and not _is_bare_dek(looks, begin, title, first):
        return prose[1]
    return first


def is_dek(looks: Sequence[Look], title: int, i: int, following: int) -> bool:
    """Whether prose behind the headline is its dek: something of the header stands between it and the story."""
    if looks[i].words > DEK_WORDS:
        return False
    if looks[i].place is Place.DEK:
        return True
    if _are_siblings(looks[i].fragment, looks[following].fragment):
        return False
    before = sum(1 for look in looks[title + 1 : i] if look.words)
    between = [look for look in looks[i + 1 : following] if look.fragment.text]
    separators = (
        Role.BYLINE,
        Role.DATE,
        Role.KICKER,
        Role.SECTION,
        Role.SOCIAL,
        Role.PROMO,
        Role.CREDIT,
        Role.IMAGE,
        Role.ADVERT,
    )
    separated = any(look.role in separators or byline.bare(look.fragment.text) for look in between)
    return before <= 4 and separated and len(between) <= 12


def _are_siblings(a: Fragment, b: Fragment) -> bool:
    """Whether two paragraphs of a tree stand side by side and look alike: a dek is set apart from the story."""
    return bool(a.path) and a.path == b.path and a.container == b.container and a.own_names == b.own_names


def label(looks: Sequence[Look], title: int | None, start: int, first: int, stated: Stated) -> list[Label]:
    """Labels for the fragments in [start, first): the headline and its header."""
    deks = {sentence.comparable(dek) for dek in stated.deks}
    out: list[Label] = []
    dek_found = False
    for i in range(start, first):
        if i == title:
            out.append(Label(Role.TITLE, story=True))
            continue
        verdict = _header_label(looks, i, title, first, deks, dek_found)
        dek_found = dek_found or verdict.role is Role.DEK
        out.append(verdict)
    return out


def _header_label(
    looks: Sequence[Look], i: int, title: int | None, first: int, deks: set[str], dek_found: bool
) -> Label:
    look = looks[i]
    text = look.fragment.text
    if title is not None and look.key == looks[title].key:
        return Label(Role.TITLE, "repeats the headline")
    if said := _who_and_when(looks, i, title):
        return Label(said, "tells who wrote it or when", story=True)
    if is_caption(looks, i):
        return Label(Role.CAPTION, story=True)
    if look.place is Place.CREDIT and look.role is None:
        return Label(Role.CREDIT, story=True)
    if look.role in (Role.BYLINE, Role.DATE, Role.KICKER, Role.SECTION, Role.CREDIT):
        return Label(look.role, look.reason, story=True)
    if not dek_found and (_may_be_dek(look, deks) or _is_bare_dek(looks, i, title, first)):
        return Label(Role.DEK, story=True)
    named = title is not None and look.key in looks[title].key
    signed = look.role is None and not named and _names_author(look) and not _is_credited_otherwise(looks, i)
    if signed and look.place not in FURNITURE:
        return Label(Role.BYLINE, "a name below the headline", story=True)
    if look.role is None and (look.place is Place.KICKER or kicker.is_genre(text)):
        return Label(Role.KICKER, story=True)
    if i == first - 1 and inside.opens_entry(text):
        return Label(Role.HEADING, "opens with a time, above the first paragraph", story=True)
    if look.role is Role.IMAGE and (look.fragment.src or look.fragment.file):
        return Label(Role.IMAGE, story=True)
    return front.outside(look)


def _who_and_when(looks: Sequence[Look], i: int, title: int | None) -> Role | None:
    """BYLINE or DATE for a line that says who and when in one breath, or that goes on where a byline broke off."""
    look = looks[i]
    text = look.fragment.text
    goes_on = look.words <= 14 and (_breaks_off(looks[i - 1]) or _lists_on(looks, i))
    known = look.role not in (None, Role.PROMO, *([Role.KICKER, Role.SECTION] if goes_on else []))
    known = known or (look.role is Role.PROMO and not look.repeated)
    if known or look.place in FURNITURE or look.place is Place.CAPTION:
        return None
    if look.place in (Place.CREDIT, Place.DEK):
        line = header_line.read(text)
        right_below = title is not None and i == title + 1 and byline.signs(text) is not None
        return Role.BYLINE if right_below or (line and line.authors) else None
    if goes_on and people.named(text, marked=True):
        return Role.BYLINE
    if _is_credited_otherwise(looks, i):
        return None
    if title is not None and look.key in looks[title].key:  # whom the headline names the story is about
        return None
    names = look.words <= 5 and byline.bare(text) is not None and not name.has_common_word(text)
    below = looks[i + 1] if i + 1 < len(looks) else look
    if names and (any(map(_is_dated, looks[max(0, i - 1) : i + 3])) or (below.words <= 5 and people.is_job(below.key))):
        return Role.BYLINE
    line = header_line.read(text)
    if line is None or (look.prose and not line.marked):
        return None
    return Role.BYLINE if line.authors else Role.DATE


def _breaks_off(look: Look) -> bool:
    """Whether a byline names nobody yet: its word stands alone on a line, or its last word is "and"."""
    return look.role is Role.BYLINE and byline.is_open(look.fragment.text)


def _lists_on(looks: Sequence[Look], i: int) -> bool:
    """Whether the line before only joins names, as text browsers print commas between links."""
    joint = looks[i - 1]
    if i < 2 or not joint.fragment.text or joint.key not in _JOINTS:
        return False
    return byline.bare(looks[i - 2].fragment.text) is not None


def _credits_others(look: Look) -> bool:
    """Whether the line before hands what follows to somebody who is no author ("Fact checked by")."""
    return look.role is not Role.BYLINE and look.words <= 5 and look.key.endswith((" by", " with"))


def _is_credited_otherwise(looks: Sequence[Look], i: int) -> bool:
    """Whether one of the lines right before hands over to others; a name and its degrees may stand in two of them."""
    return any(map(_credits_others, looks[max(0, i - 3) : i]))


def _is_dated(look: Look) -> bool:
    return look.role is Role.DATE or (look.words <= 12 and dates.find(look.fragment.text) is not None)


def _names_author(look: Look) -> bool:
    """Whether a line below the headline is nothing but its author's name; the place may say so where words do not."""
    text = look.fragment.text
    return byline.signs(text) is not None or (look.place is Place.BYLINE and byline.bare(text) is not None)


def _may_be_dek(look: Look, deks: set[str]) -> bool:
    if look.role is not None or look.place in _NO_DEK or not 4 <= look.words <= DEK_WORDS:
        return False
    if look.key in deks or look.place is Place.DEK:
        return True
    return look.prose and look.fragment.shape is not Shape.LIST_ITEM and not look.fragment.bullet


def _is_bare_dek(looks: Sequence[Look], i: int, title: int | None, first: int) -> bool:
    """Whether the line right below the headline is a dek without a final stop, as many papers set them."""
    look = looks[i]
    if title is None or i != title + 1 or look.role is not None or look.place in _NO_DEK or look.fragment.bullet:
        return False
    text = look.fragment.text
    plain = look.fragment.shape in (Shape.LINE, Shape.PARAGRAPH) and look.fragment.link_density < 0.5
    if not plain or not 8 <= look.words <= 40 or i + 1 >= first or byline.bare(text) or credit.opens(text):
        return False
    return look.prose or dates.find(text) is None  # "Jane Doe 27/09/2018 2 comments Schools, Music"


def is_caption(looks: Sequence[Look], i: int) -> bool:
    """Whether the fragment at i is a caption: marked as one, ending in a credit, or with a credit line behind it."""
    look = looks[i]
    if look.role is Role.CAPTION or look.place is Place.CAPTION:
        return look.words > 0
    if look.role is not None:
        return False
    if look.words >= 4 and credit.split(look.fragment.text) and look.words <= 80:
        return True
    behind = looks[i + 1] if i + 1 < len(looks) else None
    return (
        behind is not None
        and behind.role is Role.CREDIT
        and behind.fragment.gap == 0
        and 4 <= look.words <= 80
    )
