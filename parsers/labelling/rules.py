"""What the rules make of a page: the story's run first, its headline, its end, then a role for each fragment."""

from collections.abc import Sequence

from msgspec import Struct

from parsers.fragment import Fragment, Stated
from parsers.labelling import behind, front, header, inside, story, title
from parsers.labelling.label import Label
from parsers.labelling.look import Look, look_at


class Reading(Struct, frozen=True):
    """A page as the rules read it."""

    looks: list[Look]
    labels: list[Label]
    """One for each fragment, in order."""
    title: int | None
    """The index of the headline; None when the page shows none."""
    run: tuple[int, int]
    """[start, end) of the run of fragments worth most; (0, 0) when nothing on the page is worth anything."""
    first: int
    """The index of the story's first paragraph."""
    end: int
    """The index behind the story's last fragment."""


def read(fragments: Sequence[Fragment], stated: Stated, language: str | None = None) -> Reading:
    """The role of every fragment of a page, by the rules alone."""
    looks = look_at(fragments, language)
    anchor = title.find_anchor(looks, stated)
    start, run_end = story.find_run(looks, anchor)
    if run_end == 0:
        at = title.find_title(looks, 0, stated)
        return Reading(looks, front.label(looks, 0, len(looks), None), at, (0, 0), 0, 0)
    at = anchor if anchor is not None and anchor <= start else title.find_title(looks, start, stated)
    first = header.first_paragraph(looks, at, start)
    end = story.without_bio(looks, first, story.find_end(looks, first if at is None else at, first))
    headline = None if at is None else looks[at].fragment.text
    opening = first if at is None else min(at, first)
    labels = [
        *front.label(looks, 0, opening, headline),
        *header.label(looks, at, opening, first, stated),
        *inside.label(looks, first, end, headline),
        *behind.label(looks, end, headline),
    ]
    return Reading(looks, labels, at, (start, run_end), first, end)
