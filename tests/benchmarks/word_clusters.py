"""Groups of words that stand in like places ("Kenyan" with "Ugandan"), learnt from unlabelled text.

The counts of the words to the left and right, as positive pointwise mutual information, are reduced to 100
dimensions (randomised SVD: Halko, Martinsson and Tropp, 2011) and grouped by spherical k-means. Needs numpy.
"""

from collections import Counter

import numpy as np

_FEWEST = 4
_CONTEXTS = 1500
_DIMENSIONS = 100
_FINE, _COARSE = 512, 48
_EDGE, _RARE = -2, -1


def clusters_of(sentences: list[list[str]], seed: int = 1) -> dict[str, str]:
    """Word in lower case → its cluster: two hexadecimal digits and a 0 for the coarse one, three for the fine one."""
    random = np.random.default_rng(seed)
    sentences = [["<num>" if word.isdigit() else word.lower() for word in sentence] for sentence in sentences]
    counts = Counter(word for sentence in sentences for word in sentence)
    words = [word for word, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])) if count >= _FEWEST]
    vectors = _reduced(_information(sentences, words), random)
    weight = np.sqrt(np.array([counts[word] for word in words], np.float32))
    fine, centres = _grouped(vectors, _FINE, weight, 12, random)
    sizes = np.bincount(fine, weights=weight, minlength=_FINE).astype(np.float32) + 1e-3
    coarse, _ = _grouped(centres, _COARSE, sizes, 20, random)
    return {word: f"{coarse[fine[n]]:02x}0{fine[n]:03x}" for n, word in enumerate(words) if " " not in word}


def _information(sentences: list[list[str]], words: list[str]) -> np.ndarray:
    """Positive pointwise mutual information of each word with its left and right neighbours."""
    place = {word: n for n, word in enumerate(words)}
    wide = _CONTEXTS + 2
    counts = np.zeros((len(words), 2 * wide), np.float32)
    for sentence in sentences:
        places = [_EDGE, *(place.get(word, _RARE) for word in sentence), _EDGE]
        for n in range(1, len(places) - 1):
            if places[n] >= 0:
                counts[places[n], _column(places[n - 1])] += 1
                counts[places[n], wide + _column(places[n + 1])] += 1
    total = counts.sum()
    contexts = counts.sum(0, keepdims=True) ** 0.75
    contexts *= total / contexts.sum()
    ratio = counts * total / (counts.sum(1, keepdims=True) * contexts + 1e-9)
    return np.maximum(np.log(np.maximum(ratio, 1e-9)), 0)


def _column(place: int) -> int:
    """The column of a neighbour; the rare words share one, the edges of sentences another."""
    if 0 <= place < _CONTEXTS:
        return place
    return _CONTEXTS + (place == _EDGE)


def _reduced(matrix: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Unit vectors of few dimensions."""
    sketch = matrix @ random.standard_normal((matrix.shape[1], _DIMENSIONS + 40)).astype(np.float32)
    for _ in range(3):
        sketch, _ = np.linalg.qr(sketch)
        other, _ = np.linalg.qr(matrix.T @ sketch)
        sketch = matrix @ other
    left, strengths, _ = np.linalg.svd(sketch, full_matrices=False)
    return _unit(left[:, :_DIMENSIONS] * np.sqrt(strengths[:_DIMENSIONS]))


def _unit(rows: np.ndarray) -> np.ndarray:
    return rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9)


def _grouped(
    rows: np.ndarray, groups: int, weight: np.ndarray, rounds: int, random: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """For each row its group, and the groups' centres."""
    centres = rows[random.choice(len(rows), groups, replace=False, p=weight / weight.sum())]
    nearest = (rows @ centres.T).argmax(1)
    for _ in range(rounds):
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, rows * weight[:, None])
        empty = ~np.isin(np.arange(groups), nearest)
        sums[empty] = rows[random.integers(len(rows), size=int(empty.sum()))]
        centres = _unit(sums)
        nearest = (rows @ centres.T).argmax(1)
    return nearest, centres
