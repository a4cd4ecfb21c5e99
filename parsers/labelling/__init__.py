"""From fragments to roles: which piece of a page is what.

One labeller for all formats, in stages that each decide one thing: what a fragment looks like by itself (look),
where the story's run stands and ends (story), which line is its headline (title), and then, part by part, the roles
before the headline, between it and the first paragraph, inside the story and behind it. The run is decided first
and what to drop inside it second: deciding line by line loses the short paragraphs of dialogue and keeps menus.
Then a trained model (model) weighs the same page, and has the last word on what belongs to the story (verdict).
"""

from collections.abc import Sequence

from msgspec import Struct

from parsers.fragment import Fragment, Stated
from parsers.labelling import model, rules, verdict
from parsers.labelling.label import Label


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
    read = rules.read(fragments, stated, language)
    if read.run == (0, 0):
        return Labelled(tuple(read.labels), read.title, False)
    labels = verdict.weigh(read.looks, read.labels, model.chances(read, stated), read.title)
    prose = sum(look.words for look, one in zip(read.looks, labels, strict=True) if look.prose and one.story)
    return Labelled(tuple(labels), read.title, prose >= LEAST_STORY)
