"""Boosted trees, asked about all rows of a page at once.

Seventy trees walked row by row were a tenth of the time of reading a page. Here one whole number holds something of
every row, side by side in lanes of 32 bits: a comparison or an "and" of two such numbers answers for all rows
together, and Python does that in C.
"""

import math
import sys
from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import compress
from operator import mul

from msgspec import Struct

_LANE = 4  # bytes
_YES = 31  # the highest bit of a lane is set: yes
# Added to every value and limit: none is negative then, and every sum stays below the highest bit. Values count
# words and fragments; no page that is read has a million.
_SHIFT = 1 << 20
_PARTS = 1000  # the trees' numbers have three decimals (train_labeller), so sums of thousandths are exact


class Forest(Struct, eq=False):
    """The trees of one look, and the columns that they ask for."""

    columns: list[str]
    trees: list[object]
    """A tree is a leaf's value, or [column, threshold, tree up to the threshold, tree above it]."""


class _Program(Struct, frozen=True):
    """A forest as the steps that `predict` takes."""

    limits: dict[str, list[int]]
    """The numbers that each column is compared with: together the questions, in this order."""
    splits: list[tuple[int, int]]
    """For each inner node, in an order with parents first: a group of rows, and the question that divides it. The two
    halves (up to the limit, above it) are the next groups; group 0 is all rows."""
    leaves: list[int]
    """The groups that end in a leaf."""
    values: list[int]
    """What each leaf adds to the least that its tree gives, in thousandths."""
    least: int
    """The sum of the least values of all trees."""


class Rows:
    """The rows of a page that are asked about, and their columns side by side as the trees read them."""

    def __init__(self, asked: Sequence[bool]) -> None:
        self.asked = asked
        self.count = sum(asked)
        self.one = int.from_bytes(array("I", [1]).tobytes() * self.count, sys.byteorder)
        """A lane of 1 for each row."""
        self._packed: dict[str, int] = {}

    def packed(self, name: str, column: Sequence[int]) -> int:
        """A column's values of these rows, each shifted; packed once, for both looks ask for most columns."""
        known = self._packed.get(name)
        if known is None:
            lanes = array("I", map(_SHIFT.__add__, compress(column, self.asked)))
            known = self._packed[name] = int.from_bytes(lanes.tobytes(), sys.byteorder)
        return known


def predict(forest: Forest, columns: Mapping[str, Sequence[int]], rows: Rows) -> list[int]:
    """The chance of each row in percent; 0 for rows that are not asked about.

    `columns` may say more than at an earlier look at the same rows, and nothing else.
    """
    chances = [0] * len(rows.asked)
    if rows.count:
        program = _program(forest)
        sums = iter(_sums(program, columns, rows))
        for i, ask in enumerate(rows.asked):
            if ask:
                chances[i] = round(100 / (1 + math.exp(-(next(sums) + program.least) / _PARTS)))
    return chances


def _sums(program: _Program, columns: Mapping[str, Sequence[int]], rows: Rows) -> Sequence[int]:
    """What the leaves that each row reaches add up to, above the least."""
    one = rows.one
    yes = one << _YES
    answers: list[int] = []
    for name, limits in program.limits.items():
        room = yes - rows.packed(name, columns[name])
        answers += [room + one * limit & yes for limit in limits]  # yes: the value is at most the limit
    groups = [yes]
    for group, question in program.splits:
        everyone = groups[group]
        below = everyone & answers[question]
        groups.append(below)
        groups.append(everyone ^ below)
    total = sum(map(mul, map(groups.__getitem__, program.leaves), program.values)) >> _YES
    return array("I", total.to_bytes(_LANE * rows.count, sys.byteorder))


@lru_cache(maxsize=16)
def _program(forest: Forest) -> _Program:
    asked: dict[str, dict[int, int]] = {}
    for tree in forest.trees:
        for column, limit in _questions(tree):
            asked.setdefault(forest.columns[column], {})[limit] = 0
    number = 0
    for limits in asked.values():
        for limit in limits:
            limits[limit] = number
            number += 1
    splits: list[tuple[int, int]] = []
    leaves: list[tuple[int, int]] = []
    least = 0
    for tree in forest.trees:
        waiting: list[tuple[object, int]] = [(tree, 0)]
        reached: list[tuple[int, int]] = []
        while waiting:
            node, group = waiting.pop()
            if isinstance(node, list):
                column, limit, below, above = node
                splits.append((group, asked[forest.columns[column]][math.floor(limit)]))
                waiting += [(below, 2 * len(splits) - 1), (above, 2 * len(splits))]
            else:
                reached.append((group, _thousandths(node)))
        lowest = min(value for _, value in reached)
        least += lowest
        leaves += [(group, value - lowest) for group, value in reached if value > lowest]
    return _Program(
        limits={name: [limit + _SHIFT for limit in limits] for name, limits in asked.items()},
        splits=splits,
        leaves=[group for group, _ in leaves],
        values=[value for _, value in leaves],
        least=least,
    )


def _questions(tree: object) -> Iterator[tuple[int, int]]:
    """Every column of a tree with a limit that it is compared with; values are whole, so limits can be."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            column, limit, below, above = node
            yield column, math.floor(limit)
            waiting += [below, above]


def _thousandths(leaf: object) -> int:
    if not isinstance(leaf, float | int):
        raise TypeError(f"{leaf!r} is neither a node nor a leaf")
    return round(_PARTS * leaf)
