"""The best labels for a stretch of words under a linear-chain model, and how sure the model is of them.

Viterbi search and the forward-backward algorithm of conditional random fields (Lafferty, McCallum and Pereira,
2001), in plain Python: a stretch has two or three words, for which nothing faster need be loaded.
"""

from collections.abc import Sequence
from math import exp

Row = list[float]


def best_path(scores: Sequence[Row], steps: Sequence[Row]) -> list[int]:
    """The most likely label of each word; `steps[a][b]` scores label b behind label a."""
    if not scores:
        return []
    best = list(scores[0])
    labels = range(len(best))
    back: list[list[int]] = []
    into = list(zip(*steps, strict=True))
    for row in scores[1:]:
        came, new = [], []
        for b in labels:
            sums = [x + y for x, y in zip(best, into[b], strict=True)]
            top = max(sums)
            came.append(sums.index(top))
            new.append(top + row[b])
        back.append(came)
        best = new
    path = [best.index(max(best))]
    for came in reversed(back):
        path.append(came[path[-1]])
    return path[::-1]


def probabilities(scores: Sequence[Row], steps: Sequence[Row]) -> list[Row]:
    """For each word the probability of each label."""
    ahead = [[exp(y) for y in row] for row in steps]
    into = list(zip(*ahead, strict=True))
    weights: list[Row] = []
    for row in scores:
        top = max(row)
        weights.append([exp(x - top) for x in row])
    forward: list[Row] = []
    for n, weight in enumerate(weights):
        if n:
            last = forward[-1]
            weight = [
                w * sum([x * y for x, y in zip(last, column, strict=True)])
                for w, column in zip(weight, into, strict=True)
            ]
        forward.append(_scaled(weight))
    backward: list[Row] = [[1.0] * len(steps)]
    for weight in reversed(weights[1:]):
        coming = [x * y for x, y in zip(weight, backward[-1], strict=True)]
        backward.append(_scaled([sum([x * y for x, y in zip(row, coming, strict=True)]) for row in ahead]))
    return [
        _scaled([x * y for x, y in zip(f, b, strict=True)]) for f, b in zip(forward, reversed(backward), strict=True)
    ]


def _scaled(row: Row) -> Row:
    total = sum(row)
    return [x / total for x in row]
