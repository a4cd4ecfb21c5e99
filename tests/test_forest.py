"""Trees asked about all rows at once give what walking them row by row gives."""

import math

from hypothesis import given
from hypothesis import strategies as st

from parsers.labelling import model
from parsers.labelling.forest import Forest, Rows, predict

NUMBERS = st.integers(-99, 2_000)
LEAVES = st.integers(-400, 400).map(lambda thousandths: thousandths / 1000)
TREES = st.recursive(
    LEAVES,
    lambda tree: st.tuples(st.integers(0, 2), NUMBERS, tree, tree).map(list),
    max_leaves=12,
)


def walked(tree: object, row: tuple[int, ...]) -> float:
    while isinstance(tree, list):
        column, limit, below, above = tree
        tree = below if row[column] <= limit else above
    assert isinstance(tree, float)
    return tree


@given(st.lists(TREES, min_size=1, max_size=8), st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS), max_size=40), st.data())
def test_all_rows_at_once_get_what_each_row_alone_would(
    trees: list[object], rows: list[tuple[int, int, int]], data: st.DataObject
) -> None:
    """For any trees and any rows, those that are not asked about 0."""
    asked = data.draw(st.lists(st.booleans(), min_size=len(rows), max_size=len(rows)))
    columns = dict(zip("abc", zip(*rows, strict=True), strict=True)) if rows else {"a": (), "b": (), "c": ()}
    told = predict(Forest(["a", "b", "c"], trees), columns, Rows(asked))
    for row, ask, chance in zip(rows, asked, told, strict=True):
        exact = 100 / (1 + math.exp(-sum(walked(tree, row) for tree in trees)))
        assert abs(chance - exact) <= 0.5 + 1e-6 if ask else chance == 0


def test_the_leaves_of_the_shipped_model_are_whole_thousandths() -> None:
    """Sums are made of thousandths: a finer leaf would be rounded."""

    def leaves(tree: object) -> list[float]:
        return leaves(tree[2]) + leaves(tree[3]) if isinstance(tree, list) else [float(str(tree))]

    for forest in model.load().forests.values():
        for leaf in (leaf for tree in forest.trees for leaf in leaves(tree)):
            assert abs(leaf * 1000 - round(leaf * 1000)) < 1e-9
