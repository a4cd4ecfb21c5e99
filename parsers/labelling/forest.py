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


def predict(forest: Forest, columns: Mapping[str, Sequence[int]], asked: Sequence[bool]) -> list[int]:
    """The chance of each row in percent; 0 for rows that are not asked about."""
    rows = [i for i, ask in enumerate(asked) if ask]
    chances = [0] * len(asked)
    if rows:
        program = _program(forest)
        for i, sum_ in zip(rows, _sums(program, columns, rows), strict=True):
            chances[i] = round(100 / (1 + math.exp(-(sum_ + program.least) / _PARTS)))
    return chances


def _sums(program: _Program, columns: Mapping[str, Sequence[int]], rows: Sequence[int]) -> Sequence[int]:
    """What the leaves that each row reaches add up to, above the least."""
    one = _packed([1] * len(rows))
    yes = one << _YES
    answers: list[int] = []
    for name, limits in program.limits.items():
        column = columns[name]
        room = yes - _packed([column[i] + _SHIFT for i in rows])
        answers += [room + one * limit & yes for limit in limits]  # yes: the value is at most the limit
    groups = [yes]
    for group, question in program.splits:
        everyone = groups[group]
        below = everyone & answers[question]
        groups.append(below)
        groups.append(everyone ^ below)
    total = sum(map(mul, map(groups.__getitem__, program.leaves), program.values)) >> _YES
    return array("I", total.to_bytes(_LANE * len(rows), sys.byteorder))


def _packed(values: Sequence[int]) -> int:
    """One whole number with a lane for each value."""
    return int.from_bytes(array("I", values).tobytes(), sys.byteorder)


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
