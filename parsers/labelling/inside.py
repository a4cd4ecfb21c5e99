"""Inside the story: paragraphs, headings, lists, quotes, pictures, and what interrupts them.

Between the first and the last paragraph the benefit of the doubt is the story's: only what gives itself away by
its words, its place or its repetition is set aside.
"""

import re
from collections.abc import Sequence

from parsers.article import Related, Role
from parsers.fragment import Shape
from parsers.labelling import boxes, front, header
from parsers.labelling.label import Label
from parsers.labelling.look import Look
from parsers.labelling.places import FURNITURE, Place
from parsers.news import byline, credit, quantity, related, sentence

# A heading is shorter than a sentence (of 8,112 marked headings inside stories, 99 in 100 have at most 15 to 17 words).
HEADING_WORDS = 16
# A pull quote stands within so many pieces of the sentence it repeats.
PULL_QUOTE_REACH = 12
# "___", "* * *": what agencies and essays set between their parts.
_DIVIDER = re.compile(r"_{2,}|(?:[*•⁂] ?){1,5}")
_SHAPES = {
    Shape.QUOTE: Role.QUOTE,
    Shape.PREFORMATTED: Role.PREFORMATTED,
    Shape.TABLE: Role.TABLE,
    Shape.LIST_ITEM: Role.LIST_ITEM,
}


def label(looks: Sequence[Look], start: int, end: int, headline: str | None) -> list[Label]:
    """Labels for the fragments in [start, end), the story from its first paragraph to its last."""
    out: list[Label] = []
    boxed = boxes.coverage(looks, start, end, headline)
    for i in range(start, end):
        if i in boxed:
            out.append(boxed[i])
        else:
            out.append(_inside(looks, i, end))
    return out


def _inside(looks: Sequence[Look], i: int, end: int) -> Label:
    look = looks[i]
    text = look.fragment.text
    pointer = related.line(text)
    if pointer and (look.role is Role.RELATED_LINK or not look.prose):
        return Label(Role.RELATED_LINK, related=Related(title=pointer[1], url=look.link, group=pointer[0]))
    if look.copy:
        return front.outside(look)
    if look.place in FURNITURE and not (
        look.place is Place.RELATED and look.prose and look.fragment.link_density < 0.2
    ):
        return front.outside(look)
    if header.is_caption(looks, i):
        return Label(Role.CAPTION, story=True)
    if look.place is Place.CREDIT and look.role is None and not look.prose:
        return Label(Role.CREDIT, story=True)
    if look.role is Role.IMAGE:
        return Label(Role.IMAGE, story=bool(look.fragment.src or look.fragment.file))
    if look.role in (Role.CREDIT, Role.CORRECTION):
        return Label(look.role, look.reason, story=True)
    if look.kin and _DIVIDER.fullmatch(text):
        return Label(Role.PARAGRAPH, "divides the story's parts", story=True)
    if look.role is not None and not _is_named_heading(look):
        return Label(look.role, look.reason)
    if look.box_head:
        return Label(Role.RELATED_LINK, "heads a box of other stories")
    return _plain(looks, i, end)


def _is_named_heading(look: Look) -> bool:
    """Whether a heading between paragraphs only reads like a section's name ("Alternative / Rock Act")."""
    return look.fragment.shape is Shape.HEADING and look.role in (Role.KICKER, Role.SECTION)


def _plain(looks: Sequence[Look], i: int, end: int) -> Label:
    """A fragment that gives nothing away, between paragraphs of the story."""
    look = looks[i]
    text, shape = look.fragment.text, look.fragment.shape
    if shape is Shape.HEADING:
        return (
            Label(Role.HEADING, story=True)
            if _leads_on(looks, i, end)
            else Label(Role.NAVIGATION, "a heading with nothing below it")
        )
    if shape is Shape.LIST_ITEM and not look.prose and look.fragment.link_density > 0.8:
        return Label(Role.RELATED_LINK, "a list of links")
    if shape in _SHAPES:
        return Label(_SHAPES[shape], story=True)
    if shape is Shape.LINE and _repeats_sentence(looks, i, end):
        return Label(Role.QUOTE, "a pull quote: repeats a sentence of the story")
    if look.prose and _is_indented_quote(looks, i):
        return Label(Role.QUOTE, "set in from the paragraphs around it", story=True)
    if look.prose or shape is Shape.PARAGRAPH:
        linked = look.fragment.link_density > 0.8 and not sentence.ends_sentence(text)
        return Label(Role.RELATED_LINK, "nothing but a link") if linked else Label(Role.PARAGRAPH, story=True)
    if quantity.opens(text):
        return Label(Role.LIST_ITEM, "an ingredient", story=True)
    if _is_heading(looks, i, end):
        return Label(Role.HEADING, "a short line between paragraphs", story=True)
    if sentence.ends_sentence(text) or sentence.is_quoted(text) or look.words >= 8:
        return Label(Role.PARAGRAPH, story=True)
    return Label(Role.PROMO, "a few words that are no sentence")


def _repeats_sentence(looks: Sequence[Look], i: int, end: int) -> bool:
    """Whether a line is a pull quote: a longer paragraph nearby says the same words."""
    key = looks[i].key
    if not 5 <= looks[i].words <= 40:
        return False
    near = looks[max(0, i - PULL_QUOTE_REACH) : min(end, i + PULL_QUOTE_REACH)]
    return any(key in look.key and look.key != key for look in near if look.prose)


def _is_indented_quote(looks: Sequence[Look], i: int) -> bool:
    """Whether prose of a dump is set in further than the prose before and behind it, which agree."""
    if looks[i].fragment.shape is not Shape.LINE or looks[i].words < 8:
        return False
    before = next((look.fragment.indent for look in reversed(looks[:i]) if _is_plain_prose(look)), None)
    behind = next((look.fragment.indent for look in looks[i + 1 :] if _is_plain_prose(look)), None)
    return before is not None and before == behind and 2 <= looks[i].fragment.indent - before <= 8


def _is_plain_prose(look: Look) -> bool:
    return look.prose and not look.fragment.bullet


# "Q: Every day?": who speaks, in interviews and hearings.
_SPEAKER = re.compile(r"[^\W\d_][\w .’'-]{0,24}[:：]\s")
# "17:40 Bridge closed": the head of a live blog's entry.
_ENTRY = re.compile(r"\d{1,2}[:.h]\d\d\b(?: ?[ap]\.?m\.?)?\s")


def opens_entry(text: str) -> bool:
    """Whether a short line opens with a time of day, as the entries of live blogs are headed."""
    return _ENTRY.match(text) is not None and sentence.words(text) <= HEADING_WORDS and not text.endswith(".")


# What may stand between a heading and its paragraph.
_BETWEEN = frozenset({Role.CREDIT, Role.CAPTION, Role.IMAGE, Role.ADVERT})


def _is_heading(looks: Sequence[Look], i: int, end: int) -> bool:
    """An unmarked heading: a short line without a full stop, with air above it and prose of the story below."""
    look = looks[i]
    text = look.fragment.text
    if look.words > HEADING_WORDS or text.endswith((".", ",", ";", ":")) or text[0].islower() or _SPEAKER.match(text):
        return False
    if look.fragment.gap == 0 or credit.alone(text) or (byline.bare(text) is not None and look.words <= 3):
        return False
    below = next((one for one in looks[i + 1 : min(end, i + 3)] if one.role not in _BETWEEN), None)
    if below is None or below.role is not None:
        return False
    if not (below.prose or below.fragment.bullet or quantity.opens(below.fragment.text)):
        return False
    return below.fragment.gap > 0 or look.words >= 3 or _ENTRY.match(text) is not None


def _leads_on(looks: Sequence[Look], i: int, end: int) -> bool:
    """Whether something of the story follows a heading before the next heading of its level."""
    for look in looks[i + 1 : end]:
        if look.fragment.shape is Shape.HEADING and look.fragment.level <= looks[i].fragment.level:
            return False
        if (
            look.role is None
            and look.place not in FURNITURE
            and (look.prose or look.kin or look.fragment.shape in _SHAPES)
        ):
            return True
    return False
