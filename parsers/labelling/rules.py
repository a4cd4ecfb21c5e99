"""What the rules make of a page: the story's run first, its headline, its end, then a role for each fragment."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from parsers.article import Role
from parsers.fragment import Fragment, Stated
from parsers.labelling import behind, front, header, inside, menus, story, title
from parsers.labelling.label import Label
from parsers.labelling.look import Look, look_at
from parsers.news import byline, sentence

# What stands right below the headline is the story, even where a longer run of prose stands further down, unless it
# has less than this share of that run's prose. (Of 14 pages with two such places those of a smaller share were
# labels and captions, all of a larger one but one were stories.)
LEAST_SHARE = 0.15
HEADER = 30  # so many fragments above the first paragraph are searched for bylines


class Reading(Struct, frozen=True):
    """A page as the rules read it. All indices are those of the looks."""

    rows: list[int]
    """The index of each look's fragment on the page: the middle of long menus is not looked at."""
    looks: list[Look]
    worths: list[float]
    """What each adds to a run that it is part of (story.worth)."""
    labels: list[Label]
    """One for each look, in order."""
    title: int | None
    """The index of the headline; None when the page shows none."""
    run: tuple[int, int]
    """[start, end) of the run of fragments worth most; (0, 0) when nothing on the page is worth anything."""
    first: int
    """The index of the story's first paragraph."""
    end: int
    """The index behind the story's last fragment."""


def read(fragments: Sequence[Fragment], stated: Stated, language: str | None = None) -> Reading:
    """The role of every fragment of a page outside its menus, by the rules alone."""
    rows = menus.outside(fragments)
    looks = look_at([fragments[row] for row in rows], language, _passed_over(rows))
    worths = [story.worth(look) for look in looks]
    anchor = title.find_anchor(looks, stated)
    start, run_end = story.find_run(looks, worths, anchor)
    seen = Reading(rows, looks, worths, [], None, (start, run_end), 0, 0)
    if run_end == 0:
        at = title.find_title(looks, 0, stated)
        return replace(seen, labels=front.label(looks, 0, len(looks), None), title=at)
    at = anchor if anchor is not None and anchor <= start else title.find_title(looks, start, stated)
    return read_below(seen, at, start, stated)


def read_below(page: Reading, at: int | None, start: int, stated: Stated) -> Reading:
    """The same page for another headline (its index), and a story that begins near `start`."""
    looks, worths, run_end = page.looks, page.worths, page.run[1]
    first = header.first_paragraph(looks, at, start)
    end = story.find_end(looks, worths, first if at is None else at, first)
    if end <= start and _prose(looks, first, end) < LEAST_SHARE * _prose(looks, start, run_end):
        first, end = start, story.find_end(looks, worths, start if at is None else at, start)
    authors = _authors(looks[max(0, first - HEADER) : first], stated)
    end = story.without_bio(looks, first, end, authors)
    headline = None if at is None else looks[at].fragment.text
    opening = first if at is None else min(at, first)
    labels = [
        *front.label(looks, 0, opening, headline),
        *header.label(looks, at, opening, first, stated),
        *inside.label(looks, first, end, headline),
        *behind.label(looks, end, headline),
    ]
    for i in range((first + end) // 2, len(looks)):
        if looks[i].role is None and story.tells_of(looks[i], authors):
            labels[i] = Label(Role.AUTHOR_BIO, behind.NAMED_BIO)
    for i in story.resumed(looks, first, end):
        role = Role.PARAGRAPH if looks[i].prose else Role.HEADING
        labels[i] = Label(role, "goes on in the story's column, behind a box", story=True)
    return replace(page, labels=labels, title=at, run=(start, run_end), first=first, end=end)


def _authors(header: Sequence[Look], stated: Stated) -> frozenset[str]:
    """The full names that the page states and its bylines give, as comparable texts."""
    shown = [byline.read(look.fragment.text) for look in header if look.role is Role.BYLINE]
    names = [*(author.name for author in stated.authors), *(name for found in shown if found for name in found.authors)]
    return frozenset(sentence.comparable(name) for name in names if " " in name)


def _passed_over(rows: Sequence[int]) -> list[int]:
    """How many fragments were left out right before each that was kept."""
    return [row - before - 1 for before, row in pairwise([-1, *rows])]


def _prose(looks: Sequence[Look], start: int, end: int) -> int:
    return sum(look.words for look in looks[start:end] if look.prose)
