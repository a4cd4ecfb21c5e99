"""The rules' roles and the model's chances become one verdict.

The model decides what belongs to the story, the rules decide as what. Where the two disagree the model must be
fairly sure: a piece does not change sides for a chance of 48 against 52 (measured: it costs no score, and pages
that were right stay right). On text, where nothing but lines is known, it must be surer than on HTML.
"""

from collections.abc import Sequence

from msgspec import Struct

from parsers.article import Role
from parsers.fragment import Shape
from parsers.labelling import behind, front, inside
from parsers.labelling.features import BODY_ROLES
from parsers.labelling.label import Label
from parsers.labelling.look import Look


class Thresholds(Struct, frozen=True):
    """Chances in percent, calibrated by cross-validation over the sites of five corpora."""

    drop_below: int
    """What the rules keep goes when its chance is lower."""
    drop_item_below: int
    """The same for list items: truths that leave out all lists taught the model to doubt them."""
    keep_above: int
    """What the rules set aside comes in when its chance is higher."""
    keep_known_above: int
    """The same for what gives itself away: by its own words, or as part of a box of other stories."""


HTML = Thresholds(drop_below=40, drop_item_below=40, keep_above=45, keep_known_above=60)
TEXT = Thresholds(drop_below=35, drop_item_below=20, keep_above=80, keep_known_above=100)
_BY_SHAPE = {
    Shape.HEADING: Role.HEADING,
    Shape.LIST_ITEM: Role.LIST_ITEM,
    Shape.QUOTE: Role.QUOTE,
    Shape.PREFORMATTED: Role.PREFORMATTED,
    Shape.TABLE: Role.TABLE,
}


def weigh(looks: Sequence[Look], labels: Sequence[Label], chances: Sequence[int]) -> list[Label]:
    """The labels, changed where the model is sure of the contrary."""
    limits = HTML if any(look.fragment.path for look in looks) else TEXT
    return [
        _weigh(looks, i, label, chance, limits)
        for i, (label, chance) in enumerate(zip(labels, chances, strict=True))
    ]


def _weigh(looks: Sequence[Look], i: int, label: Label, chance: int, limits: Thresholds) -> Label:
    look = looks[i]
    if label.story and label.role in BODY_ROLES:
        least = limits.drop_item_below if label.role is Role.LIST_ITEM else limits.drop_below
        return label if chance >= least or _is_sure(look) else _set_aside(look, chance)
    most = limits.keep_known_above if _is_known(look, label) else limits.keep_above
    if chance <= most or not _may_be_body(look, label):
        return label
    return Label(_role(looks, i), f"the model takes it for a part of the story ({chance} % sure)", story=True)


def _is_known(look: Look, label: Label) -> bool:
    """Whether a piece gives itself away, or stands in a box or on a card of another story."""
    return look.role is not None or look.box_head or label.related is not None or label.reason == behind.TEASER


def _is_sure(look: Look) -> bool:
    """Whether a piece of the body is known for what it is: a correction, the head of a live blog's entry."""
    return look.role is not None or inside.opens_entry(look.fragment.text)


def _set_aside(look: Look, chance: int) -> Label:
    role = front.outside(look).role
    return Label(role, f"the model takes it for no part of the story ({chance} % sure that it is)")


def _may_be_body(look: Look, label: Label) -> bool:
    """Whether a piece that the rules keep out of the body may be let in: no picture, and nothing of the header."""
    if look.fragment.shape in (Shape.IMAGE, Shape.CAPTION):
        return False
    return label.role is not Role.TITLE and (not label.story or label.role is Role.CAPTION)


def _role(looks: Sequence[Look], i: int) -> Role:
    """What a piece of the story is, by its shape; a short line above a paragraph is a heading."""
    shape = looks[i].fragment.shape
    if shape in _BY_SHAPE:
        return _BY_SHAPE[shape]
    return Role.HEADING if inside._is_heading(looks, i, len(looks)) else Role.PARAGRAPH
