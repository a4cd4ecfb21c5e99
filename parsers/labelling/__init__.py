"""From fragments to roles: which piece of a page is what.

One labeller for all formats, in stages that each decide one thing: what a fragment looks like by itself (look),
where the story's run stands and ends (story), which line is its headline (title), and then, part by part, the roles
before the headline, between it and the first paragraph, inside the story and behind it. The run is decided first
and what to drop inside it second: deciding line by line loses the short paragraphs of dialogue and keeps menus.
"""

from collections.abc import Sequence

from msgspec import Struct

from parsers.fragment import Fragment, Stated
from parsers.labelling import behind, front, header, inside, story, title
from parsers.labelling.label import Label
from parsers.labelling.look import look_at


class Labelled(Struct, frozen=True):
    """A page with its verdicts."""

    labels: tuple[Label, ...]
    """One for each fragment, in order."""
    title: int | None
    """The index of the headline among the fragments; None when the page shows none."""
    found: bool
    """Whether there is a story at all: False for section fronts, error pages and menus."""


# Fewer words of prose than this in the best run, and the page has no story to show (a section front's best run is a
# teaser of a sentence or two).
LEAST_STORY = 25


def label(fragments: Sequence[Fragment], stated: Stated, language: str | None = None) -> Labelled:
    """The role of every fragment of a page."""
    looks = look_at(fragments, language)
    anchor = title.find_anchor(looks, stated)
    start, run_end = story.find_run(looks, anchor)
    if run_end == 0:
        return Labelled(
            tuple(front.label(looks, 0, len(looks), None)), title.find_title(looks, 0, stated), False
        )
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
    prose = sum(look.words for look in looks[first:end] if look.prose)
    return Labelled(tuple(labels), at, prose >= LEAST_STORY)
