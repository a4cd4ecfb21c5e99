"""The part of a page that the story model is asked about, and what its columns have in common.

Menus and footers are half of most pages, and nothing in them is a story's: no column is computed for them. What many
pieces share (a path, the names of a place) is found once, for all of them.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

from msgspec import Struct

from parsers.fragment import Fragment, Shape
from parsers.labelling.label import BODY_ROLES, Label
from parsers.labelling.look import Look
from parsers.labelling.places import FURNITURE
from parsers.news import sentence

Value = TypeVar("Value", bound=Hashable)

REACH = 5
"""How many fragments are a neighbourhood: of prose that makes a piece worth asking about, and of counts."""
MARGIN = 12
"""How many fragments are kept around those that are asked about: a little more than any column reaches."""
_NONE: frozenset[str] = frozenset()


class Page(Struct):
    """What the columns are computed from, gathered once: the part of a page that is asked about, and what is near it.

    Menus and footers are half of most pages; nothing that is asked about looks that far.
    """

    whole: Sequence[Look]
    """The whole page."""
    start: int
    """The index of this part's first fragment on the page."""
    looks: Sequence[Look]
    """Those of this part, as all below."""
    fragments: list[Fragment]
    asked: list[bool]
    """Which fragments are worth asking the model about; all others are furniture."""
    content: list[list[str]]
    """The words that carry each asked fragment's subject."""
    containers: list[int]
    """The number of each fragment's container."""
    kinds: list[int]
    """A number for each fragment's path and own names: those that a template prints alike share it."""
    paths: "Shared[tuple[str, ...]]"
    own_names: "Shared[frozenset[str]]"
    names: "Shared[frozenset[str]]"
    """What many fragments have in common, so that each is judged once; the names of asked ones only."""
    is_html: bool

    def spread(self, chances: Sequence[int]) -> list[int]:
        """Chances of this part's fragments as those of all fragments of the page."""
        return [*([0] * self.start), *chances, *([0] * (len(self.whole) - self.start - len(chances)))]


class Shared(Struct, Generic[Value]):
    """Values that many fragments share: each once, and which of them each fragment has."""

    values: list[Value]
    rows: list[int]
    """By fragment, an index into the values."""

    def judged(self, judge: Callable[[Value], int]) -> list[int]:
        """A column: for each fragment what its value is judged to be."""
        verdicts = [judge(value) for value in self.values]
        return [verdicts[row] for row in self.rows]


def shared(values: Iterable[Value]) -> Shared[Value]:
    """Equal values put together."""
    known: dict[Value, int] = {}
    rows = [known.setdefault(value, len(known)) for value in values]
    return Shared(list(known), rows)


def of(looks: Sequence[Look], labels: Sequence[Label]) -> Page:
    """The part of a page, as the rules labelled it, that the model is asked about."""
    wanted = _candidates(looks, labels)
    start, end = _part(wanted)
    part, asked = looks[start:end], wanted[start:end]
    fragments = [look.fragment for look in part]
    paths, own_names = shared(f.path for f in fragments), shared(f.own_names for f in fragments)
    return Page(
        whole=looks,
        start=start,
        looks=part,
        fragments=fragments,
        asked=asked,
        content=[sentence.content(look.key) if ask else [] for look, ask in zip(part, asked, strict=True)],
        containers=[fragment.container for fragment in fragments],
        kinds=shared(zip(paths.rows, own_names.rows, strict=True)).rows,
        paths=paths,
        names=shared(f.names if ask else _NONE for f, ask in zip(fragments, asked, strict=True)),
        own_names=own_names,
        is_html=any(look.fragment.path for look in looks),
    )


def _part(wanted: Sequence[bool]) -> tuple[int, int]:
    """[start, end) of what is asked about, with as much around it as the columns look at."""
    asked = [i for i, ask in enumerate(wanted) if ask]
    return (max(0, asked[0] - MARGIN), min(len(wanted), asked[-1] + 1 + MARGIN)) if asked else (0, 0)


def _candidates(looks: Sequence[Look], labels: Sequence[Label]) -> list[bool]:
    """Words near prose, words that the rules keep, and on HTML the words of no furniture's place amid all prose."""
    last = len(looks)
    near = [0, *accumulate(look.prose for look in looks)]
    prose = [i for i, look in enumerate(looks) if look.prose]
    amid = range(prose[0] - REACH, prose[-1] + REACH) if prose else range(0)
    return [
        look.words > 0
        and not look.copy
        and look.fragment.shape is not Shape.IMAGE
        and (
            near[min(last, i + REACH + 1)] > near[max(0, i - REACH)]
            or look.kin
            or (label.story and label.role in BODY_ROLES)
            or (i in amid and look.fragment.path != () and look.place not in FURNITURE)
        )
        for i, (look, label) in enumerate(zip(looks, labels, strict=True))
    ]
