"""The labelled stories: what the benchmark measures must not get worse unnoticed."""

import random
from contextlib import closing
from pathlib import Path

from parsers import annotate
from tests.benchmarks.score_stories import fill, score, stories
from tests.made_up import opened


def test_merges_across_articles_are_right(tmp_path: Path) -> None:
    """Of the pairs taken for one at least .985 are, and at least .85 of those that are one are taken; in any order."""
    told = stories()
    annotated = [annotate(one.article) for one in told]
    order = list(range(len(told)))
    random.Random(7).shuffle(order)
    with closing(opened(tmp_path / "one")) as library, closing(opened(tmp_path / "other")) as other:
        fill(library, annotated)
        fill(other, [annotated[n] for n in order])
        found, again = score(library, told, annotated), score(other, told, annotated)

    assert found.precision >= 0.985, found.wrong
    assert found.recall >= 0.85, found.missed
    assert sorted(found.wrong) == sorted(again.wrong)
    assert sorted(found.missed) == sorted(again.missed)
