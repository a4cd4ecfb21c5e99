"""Columns of features.py that relate a page's fragments to its story: as the rules found it, or as the model's first
look would have it.

A menu and a paragraph may look alike by themselves; one of them stands where the story stands, is made like it and
speaks of the same things.
"""

import operator
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from parsers.labelling.features import (
    FAR,
    ROLE_NUMBERS,
    Columns,
    distances,
    prose_words,
    sums,
    sums_of,
)
from parsers.labelling.label import BODY_ROLES, Label
from parsers.labelling.survey import REACH, Page, Shared, Value


def rules_view(page: Page, labels: Sequence[Label], run: tuple[int, int], first: int, end: int) -> Columns:
    """What the rules made of the page: the story's run, its first and last fragment, and each fragment's role."""
    looks, n = page.looks, len(page.looks)
    labels = labels[page.start : page.start + n]
    first, end = first - page.start, end - page.start
    inner = range(max(0, first), min(n, end))
    kept = [label.story and label.role in BODY_ROLES for label in labels]
    prose = prose_words(looks)
    before = [0, *accumulate(prose)]
    everything = before[-1] or 1
    paragraphs = [said and look.prose for said, look in zip(kept, looks, strict=True)]
    kept_before, kept_behind = sums([int(said) for said in kept], REACH)
    story = sum(look.words for look, said in zip(looks, kept, strict=True) if said)
    weights = [look.words * said for look, said in zip(looks, paragraphs, strict=True)]
    items = sum(look.fragment.bullet for look, said in zip(looks, kept, strict=True) if said)
    return {
        "rules_role": [ROLE_NUMBERS[label.role] for label in labels],
        "rules_story": [int(label.story) for label in labels],
        "in_run": [int(run[0] <= i < run[1]) for i in range(page.start, page.start + n)],
        "behind_first": [max(-60, min(FAR, i - first)) for i in range(n)],
        "behind_end": [max(-FAR, min(FAR, i - end)) for i in range(n)],
        "percent_before": [100 * before[i] // everything for i in range(n)],
        "percent_behind": [100 * (before[-1] - before[i + 1]) // everything for i in range(n)],
        "kept_before": kept_before,
        "kept_behind": kept_behind,
        "since_kept": distances(paragraphs),
        "until_kept": distances(paragraphs[::-1])[::-1],
        "story_words": [story] * n,
        "story_items": [items] * n,
        "story_percent": [100 * (before[inner.stop] - before[inner.start]) // everything if inner else 0] * n,
        **alike(page, weights, "story"),
        **vocabulary(page, paragraphs, "story"),
    }


def alike(page: Page, weights: Sequence[int], whose: str) -> Columns:
    """How far each fragment's place agrees with that of most of the words (`weights`, by fragment) of a story."""
    if not page.is_html:
        return _indented(page, weights, whose)
    out: Columns = {}
    path, usual = _heaviest(page.paths, weights, ()), _heaviest(page.names, weights, frozenset())
    agreed = page.paths.judged(lambda other: _common(other, path))
    out[f"{whose}_path"] = [100 * n // max(1, len(path)) for n in agreed]
    out[f"{whose}_away"] = list(map(operator.sub, page.paths.judged(len), agreed))
    out[f"{whose}_names"] = page.names.judged(lambda other: _likeness(other, usual))
    return out


def _indented(page: Page, weights: Sequence[int], whose: str) -> Columns:
    """How far each line of a dump is set in from most of the words of a story."""
    indents = Counter[int]()
    for fragment, n in zip(page.fragments, weights, strict=True):
        if n:
            indents[fragment.indent] += n
    indent = indents.most_common(1)[0][0] if indents else 0
    return {f"{whose}_indent": [max(-9, min(9, fragment.indent - indent)) for fragment in page.fragments]}


def _heaviest(found: Shared[Value], weights: Sequence[int], otherwise: Value) -> Value:
    """The value that most of the weight has."""
    sums = sums_of(found.rows, weights)
    best = max(sums, key=sums.__getitem__, default=0)
    return found.values[best] if sums.get(best) else otherwise


def _likeness(a: frozenset[str], b: frozenset[str]) -> int:
    """The share of the words of both that both have, in percent."""
    both = len(a & b)
    return 100 * both // max(1, len(a) + len(b) - both)


def _common(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    n = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        n += 1
    return n


def vocabulary(page: Page, paragraphs: Sequence[bool], whose: str) -> Columns:
    """The share of each fragment's longer words that the story's paragraphs (others than itself) use, in percent."""
    used: Counter[str] = Counter()
    for words, said in zip(page.content, paragraphs, strict=True):
        if said:
            used.update(set(words))
    shares = [
        100 * sum(used[word] > said for word in words) // len(words) if words else -1
        for words, said in zip(page.content, paragraphs, strict=True)
    ]
    return {f"{whose}_vocabulary": shares}


def second_sight(page: Page, columns: Columns, chances: Sequence[int]) -> Columns:
    """What the first look's chances (percent, by fragment) say about each fragment's neighbours and kin."""
    n = len(page.looks)
    words = columns["words"]
    weight = [a * b // 100 for a, b in zip(chances, words, strict=True)]
    before = [0, *accumulate(weight)]
    everything = before[-1] or 1
    out: Columns = {"chance": list(chances)}
    for by in (1, 2):
        out[f"chance_before_{by}"] = [*([0] * by), *chances][:n]
        out[f"chance_behind_{by}"] = [*chances[by:], *([0] * by)][:n]
    around = zip(("before", "behind"), sums(weight, REACH, 999), sums(words, REACH, 999), strict=True)
    for name, likely_words, all_words in around:
        out[f"chances_{name}"] = [100 * a // (b + 5) for a, b in zip(likely_words, all_words, strict=True)]
    for name, groups in (("alike", page.kinds), ("container", page.containers)):
        kept, said = sums_of(groups, weight), sums_of(groups, words)
        out[f"chances_{name}"] = [
            100 * (kept[g] - w) // (said[g] - m + 5) for g, w, m in zip(groups, weight, words, strict=True)
        ]
    out["chances_gone"] = [100 * before[i] // everything for i in range(n)]
    out["chances_left"] = [100 * (before[-1] - before[i + 1]) // everything for i in range(n)]
    likely = [chance > 50 for chance in chances]
    out |= alike(page, [m if said else 0 for m, said in zip(words, likely, strict=True)], "likely")
    return out | vocabulary(page, likely, "likely")
