"""The rules' roles and the model's chances become one verdict.

The model decides what belongs to the story, the rules decide as what. Where the two disagree the model must be
fairly sure: a piece does not change sides for a chance of 48 against 52 (measured: it costs no score, and pages
that were right stay right). On text, where nothing but lines is known, it must be surer than on HTML.
"""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from parsers.article import Role
from parsers.fragment import Shape
from parsers.labelling import behind, front, inside, story
from parsers.labelling.label import BODY_ROLES, Label
from parsers.labelling.look import Look
from parsers.labelling.places import Place
from parsers.news import quantity


class Thresholds(Struct, frozen=True):
    """Chances in percent, calibrated by cross-validation over the sites of five corpora."""

    drop_below: int
    """What the rules keep goes when its chance is lower."""
    drop_item_below: int
    """The same for list items: truths that leave out all lists taught the model to doubt them."""
    drop_heading_below: int
    """The same for headings: a story without its headings reads worse than one with a label too many."""
    drop_dek_below: int
    """The same for the dek: below this it is a date, a byline, a disclosure or another headline. Truths disagree about
    true deks, so nothing surer can be asked."""
    keep_above: int
    """What the rules set aside comes in when its chance is higher."""
    keep_known_above: int
    """The same for what gives itself away: by its own words, or as part of a box of other stories."""


HTML = Thresholds(
    drop_below=40, drop_item_below=40, drop_heading_below=20, drop_dek_below=7, keep_above=45, keep_known_above=60,
)  # fmt: skip
TEXT = Thresholds(
    drop_below=35, drop_item_below=30, drop_heading_below=25, drop_dek_below=7, keep_above=70, keep_known_above=100,
)  # fmt: skip
# Of a short story on text each paragraph counts for more, and the model has seen few. (Cross-validated: better on
# one corpus of four, level on the others.)
SHORT_STORY = 250
SHORT_TEXT = replace(TEXT, drop_below=25, drop_item_below=25, drop_heading_below=25)
# A sentence between two pieces of the body goes only when its chance is lower. (Cross-validated: level, or a thousandth
# better, and hardly a story loses a sentence from its middle.)
ENCLOSED = 20
# A line of at least so many words that ends in a colon right behind a paragraph comes in at this chance: "Here is the
# full list, winners marked in bold:". (Cross-validated: level, or a thousandth better on fundus_eval; 50 is a hair
# better still, but chosen on the same folds.)
ANNOUNCED = 60
ANNOUNCING_WORDS = 4
# Words of prose in one piece, as of a story whose line ends were lost, that the model may not drop: it has seen next
# to none of them. (An estimate.)
LONG_PIECE = 400
# What is one of these by its own words was a story's on one of two hundred occasions.
_NEVER_BODY = frozenset(
    {Role.NAVIGATION, Role.DATE, Role.PAYWALL, Role.NEWSLETTER, Role.COMMENT, Role.ADVERT}
)
_BY_SHAPE = {
    Shape.HEADING: Role.HEADING,
    Shape.LIST_ITEM: Role.LIST_ITEM,
    Shape.QUOTE: Role.QUOTE,
    Shape.PREFORMATTED: Role.PREFORMATTED,
    Shape.TABLE: Role.TABLE,
}


def weigh(
    looks: Sequence[Look], labels: Sequence[Label], chances: Sequence[int], title: int | None
) -> list[Label]:
    """The labels, changed where the model is sure of the contrary.

    Nothing above the headline (`title`, its index) is let in where the page marks that as a heading, and
    nothing below the next headline that is set like it.
    """
    is_html = any(look.fragment.path for look in looks)
    limits = HTML if is_html else SHORT_TEXT if _is_short(looks, labels) else TEXT
    above = title if title is not None and looks[title].fragment.level in (1, 2) else 0
    below = min(story.next_headlines(looks, title), default=len(looks))
    level = _levelled(looks, chances) if is_html else chances
    out = [
        _weigh(looks, i, label, chance, limits) if label.story or above <= i < below else label
        for i, (label, chance) in enumerate(zip(labels, level, strict=True))
    ]
    for i, (label, chance) in enumerate(zip(labels, level, strict=True)):
        if label.role is Role.PARAGRAPH and label.story and chance >= ENCLOSED and _is_enclosed(looks, out, i):
            out[i] = label
    return out


def _is_enclosed(looks: Sequence[Look], labels: Sequence[Label], i: int) -> bool:
    """Whether a sentence stands between two pieces of the story's body, right behind the one and before the other."""
    if not looks[i].prose or i == 0 or i + 1 == len(labels):
        return False
    return all(near.story and near.role in BODY_ROLES for near in (labels[i - 1], labels[i + 1]))


def _is_short(looks: Sequence[Look], labels: Sequence[Label]) -> bool:
    words = sum(look.words for look, label in zip(looks, labels, strict=True) if label.story and look.prose)
    return words < SHORT_STORY


def _levelled(looks: Sequence[Look], chances: Sequence[int]) -> list[int]:
    """The chances, where the items of one list and the headings that are set alike share theirs, by their words."""
    words: Counter[object] = Counter()
    sums: Counter[object] = Counter()
    groups = [_group(look) if chance else None for look, chance in zip(looks, chances, strict=True)]
    for group, look, chance in zip(groups, looks, chances, strict=True):
        if group is not None:
            words[group] += look.words
            sums[group] += look.words * chance
    return [
        chance if group is None else round(sums[group] / words[group])
        for group, chance in zip(groups, chances, strict=True)
    ]


def _group(look: Look) -> object:
    fragment = look.fragment
    if look.role is not None or not look.words:
        return None
    if fragment.shape is Shape.LIST_ITEM:
        return (fragment.container, fragment.path)
    return (fragment.path, fragment.own_names, fragment.level) if fragment.shape is Shape.HEADING else None


def _weigh(looks: Sequence[Look], i: int, label: Label, chance: int, limits: Thresholds) -> Label:
    look = looks[i]
    if label.story and label.role in BODY_ROLES:
        least = {Role.LIST_ITEM: limits.drop_item_below, Role.HEADING: limits.drop_heading_below}.get(
            label.role, limits.drop_below
        )
        return label if chance >= least or _is_sure(look) else _set_aside(look, chance)
    if label.story and label.role is Role.DEK and 0 < chance < limits.drop_dek_below:  # 0: the model was not asked
        return _set_aside(look, chance)
    most = limits.keep_known_above if _is_known(look, label) else limits.keep_above
    if _announces(looks, i):
        most = min(most, ANNOUNCED)
    if chance <= most or not _may_be_body(look, label):
        return label
    return Label(_role(looks, i), f"the model takes it for a part of the story ({chance} % sure)", story=True)


def _announces(looks: Sequence[Look], i: int) -> bool:
    """Whether a line right behind a paragraph announces what follows: "Here is the full list, winners marked:"."""
    text = looks[i].fragment.text
    return text.endswith((":", "：")) and looks[i].words >= ANNOUNCING_WORDS and i > 0 and looks[i - 1].prose


def _is_known(look: Look, label: Label) -> bool:
    """Whether a piece gives itself away, or stands in a box or on a card of another story."""
    return look.role is not None or look.box_head or label.related is not None or label.reason == behind.TEASER


def _is_sure(look: Look) -> bool:
    """Whether a piece of the body is known for what it is: a correction, the head of a live blog's entry, a table
    of data (the truths disagree about tables; a reader misses one), an ingredient, pages of prose in one piece."""
    if look.prose and look.words >= LONG_PIECE:
        return True
    if look.words <= quantity.WORDS and quantity.opens(look.fragment.text):
        return True
    return look.fragment.shape is Shape.TABLE or look.role is not None or inside.opens_entry(look.fragment.text)


def _set_aside(look: Look, chance: int) -> Label:
    role = front.outside(look).role
    return Label(role, f"the model takes it for no part of the story ({chance} % sure that it is)")


def _may_be_body(look: Look, label: Label) -> bool:
    """Whether a piece that the rules keep out of the body may be let in: no picture, and nothing of the header."""
    if look.fragment.shape in (Shape.IMAGE, Shape.CAPTION) or look.copy or look.place is Place.POST:
        return False
    if look.role in _NEVER_BODY or label.role is Role.COMMENT or label.reason == behind.NAMED_BIO:
        return False
    if look.role is Role.RELATED_LINK and label.related is not None:
        return False  # "Also read: …"
    return label.role is not Role.TITLE and (not label.story or label.role is Role.CAPTION)


def _role(looks: Sequence[Look], i: int) -> Role:
    """What a piece of the story is, by its shape; a short line above a paragraph is a heading."""
    shape = looks[i].fragment.shape
    if shape in _BY_SHAPE:
        return _BY_SHAPE[shape]
    return Role.HEADING if inside._is_heading(looks, i, len(looks)) else Role.PARAGRAPH
