"""From fragments to roles: which piece of a page is what.

One labeller for all formats, in stages that each decide one thing: what a fragment looks like by itself (look),
where the story's run stands and ends (story), which line is its headline (title), and then, part by part, the roles
before the headline, between it and the first paragraph, inside the story and behind it. The run is decided first
and what to drop inside it second: deciding line by line loses the short paragraphs of dialogue and keeps menus.
Then a trained model (model) weighs the same page, and has the last word on what belongs to the story (verdict).
"""

from collections.abc import Sequence

from msgspec import Struct

from parsers.article import Role
from parsers.fragment import Fragment, Stated
from parsers.labelling import headline, model, rules, verdict
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
# So many fragments below a dump's headline its first paragraph may stand; further down it is another's.
FURTHEST = 40
_MENU = Label(Role.NAVIGATION, "an entry of a long menu")


def label(fragments: Sequence[Fragment], stated: Stated, language: str | None = None) -> Labelled:
    """The role of every fragment of a page."""
    read = rules.read(fragments, stated, language)
    labels, found = read.labels, False
    if read.run != (0, 0):
        labels = _weighed(read, stated)
        if again := _headline_elsewhere(read, labels):
            read = rules.read_below(read, *again, stated)
            labels = _weighed(read, stated)
        prose = sum(look.words for look, one in zip(read.looks, labels, strict=True) if look.prose and one.story)
        found = prose >= LEAST_STORY
    everywhere = [_MENU] * len(fragments)
    for row, one in zip(read.rows, labels, strict=True):
        everywhere[row] = one
    return Labelled(tuple(everywhere), None if read.title is None else read.rows[read.title], found)


def _weighed(read: rules.Reading, stated: Stated) -> list[Label]:
    return verdict.weigh(read.looks, read.labels, model.chances(read, stated), read.title)


def _headline_elsewhere(read: rules.Reading, labels: Sequence[Label]) -> tuple[int, int] | None:
    """The headline of a dump and its story's first paragraph, where the model sees the story in another place than
    the rules did, and a line above it looks like its headline; None where the two agree.

    Dumps with much prose in their menus have their best run there: this found 28 more headlines in 1,398 dumps.
    """
    if any(look.fragment.path for look in read.looks):
        return None
    first = next((i for i, one in enumerate(labels) if one.story and one.role is Role.PARAGRAPH), None)
    if first is None or (read.title is not None and -headline.BEHIND <= first - read.title <= FURTHEST):
        return None
    found = headline.find(read.looks, first)
    return (found, first) if found is not None and found != read.title else None
