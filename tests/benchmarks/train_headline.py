"""Fit the weights by which the headline of a text dump is found, and say how good they are on unseen sites.

    python -m tests.benchmarks.train_headline CORPORA [--weights FILE]

CORPORA holds a folder for each corpus with `truth.jsonl.gz` (id, file, url, title) and text dumps of its pages,
`<id>.<dump>.txt.gz`, beside the pages, `<id>.html.gz`; those of dump_pages.py are taken where they are. Needs numpy
(extra `train`).

Each page is one choice among its lines: the weights make the probability of its headline as high as they can
(a conditional logit, with a penalty on large weights). Where a dump does not print the true headline to the word, the
one that the parser finds on the HTML page counts, or the line that holds most of it. Scores are cross-validated over
sites, five folds, and count the true headline alone.
"""

import argparse
import gzip
import json
import re
import sys
import unicodedata
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean
from typing import Any

import msgspec
import numpy as np

from parsers import Page, pages, parse
from parsers.formats import text
from parsers.labelling import headline, rules
from tests.benchmarks.train_labeller import DUMPS, fold, site_of

CORPORA = ("fundus", "newspaper4k", "wcxb-dev")
KINDS = (*DUMPS, "copied", "html2text", "w3m", "get_text")  # the last four: dump_pages.py
FOLDS = 5
# The penalty on the sum of the squares of all weights, and how long the descent goes on: twice as much of either
# changed no score by more than .01.
PENALTY, STEPS, RATE = 1e-3, 600, 0.5
# A weight that is smaller decides nothing.
LEAST_WEIGHT = 0.05

Signs = list[list[str]]


class Example:
    """One dump: the signs of each line that may be the headline, and which of them are."""

    def __init__(self, kind: str, page: dict[str, Any], dump: str, on_html: str) -> None:
        self.kind, self.site = kind, site_of(page)
        fragments, stated = text.read(dump)
        read = rules.read(fragments, stated, pages._language(fragments, stated))
        looks = read.looks
        found = headline.evidence(looks, read.run[0])
        lines = [plain(looks[i].fragment.text) for i in found]
        title = plain(page["title"])
        self.signs: Signs = list(found.values())
        self.exact = [line == title for line in lines]
        self.right = self.exact if any(self.exact) else [line == plain(on_html) for line in lines]
        if not any(self.right):
            self.right = [holds(line, title) for line in lines]


def plain(said: str) -> str:
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", said).casefold()))


def holds(line: str, title: str) -> bool:
    """Whether one of the two is the other with a little more in front or behind."""
    less, more = sorted((line, title), key=len)
    return len(less) > max(10, len(more) / 2) and (more.startswith(less) or more.endswith(less))


def read(folder: Path) -> list[Example]:
    out = []
    for corpus in CORPORA:
        with gzip.open(folder / corpus / "truth.jsonl.gz", "rt", encoding="utf8") as lines:
            listed = [page for page in map(json.loads, lines) if page["title"]]
        for page in listed:
            file = folder / corpus / page["file"]
            html = Page(gzip.decompress(file.read_bytes()), datetime.now(UTC), page["url"], "text/html")
            on_html = next((article.title for article in parse(html).articles), "")
            for dump in KINDS:
                said = file.with_name(page["file"].replace("html.gz", f"{dump}.txt.gz"))
                if said.exists():
                    whole = gzip.decompress(said.read_bytes()).decode()
                    out.append(Example(f"{dump}/{corpus}", page, whole, on_html))
                    pasted = from_headline(whole, page["title"])
                    if dump == DUMPS[0] and pasted:
                        out.append(Example(f"pasted/{corpus}", page, pasted, on_html))
    return out


def from_headline(dump: str, title: str) -> str | None:
    """The dump as somebody copies it who begins at the headline; None when it has no such line in its upper half."""
    lines = dump.split("\n")
    said = [n for n, line in enumerate(lines[: len(lines) // 2]) if plain(line) == plain(title)]
    return "\n".join(lines[said[-1] :]) if said else None


def fit(examples: list[Example], number: dict[str, int]) -> np.ndarray:
    """The weight of each sign, by its number: gradient descent on the mean loss of the pages, with momentum."""
    taught = [one for one in examples if any(one.right)]
    rows = [[number[sign] for sign in signs] for one in taught for signs in one.signs]
    at = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    signs = np.concatenate([np.array(row) for row in rows])
    page = np.repeat(np.arange(len(taught)), [len(one.signs) for one in taught])
    right = np.array([right for one in taught for right in one.right], dtype=float)
    weights = np.zeros(len(number))
    speed = np.zeros_like(weights)
    for _ in range(STEPS):
        total = np.bincount(at, weights[signs], len(rows))
        grown = np.exp(total - total.max())
        share = grown / np.bincount(page, grown)[page]
        wanted = grown * right / np.bincount(page, grown * right)[page]
        slope = np.bincount(signs, (share - wanted)[at], len(number)) / len(taught) + 2 * PENALTY * weights
        speed = 0.9 * speed - RATE * slope
        weights += speed
    return weights


def best(one: Example, weights: np.ndarray, number: dict[str, int]) -> bool:
    """Whether the line with the highest sum is the headline to the word."""
    totals = [sum(weights[number[sign]] for sign in signs) for signs in one.signs]
    return bool(totals) and one.exact[int(np.argmax(totals))]


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("corpora", type=Path)
    ap.add_argument("--weights", type=Path, help="write the weights, fitted on all pages, as JSON")
    args = ap.parse_args()
    examples = read(args.corpora)
    number = {sign: i for i, sign in enumerate(sorted({s for one in examples for signs in one.signs for s in signs}))}
    scores: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for left_out in range(FOLDS):
        weights = fit([one for one in examples if fold(one.site, FOLDS) != left_out], number)
        for one in examples:
            if fold(one.site, FOLDS) == left_out:
                scores[one.kind].append((best(one, weights, number), any(one.exact)))
    for kind, found in sorted(scores.items()):
        right, there = (mean(column) for column in zip(*found, strict=True))
        say(f"{kind:24} {len(found):4} pages, headline found {right:.3f}, in the dump to the word {there:.3f}")
    if args.weights:
        weights = fit(examples, number)
        kept = {sign: round(float(weights[i]), 2) for sign, i in number.items() if abs(weights[i]) >= LEAST_WEIGHT}
        args.weights.write_bytes(msgspec.json.format(msgspec.json.encode(kept), indent=1) + b"\n")
        say(f"{len(kept)} weights in {args.weights}")


if __name__ == "__main__":
    main()
