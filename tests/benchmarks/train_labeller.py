"""Train the story model, and say how good it is on sites it has not seen.

    python -m tests.benchmarks.train_labeller CORPORA [--model FILE] [--only text|html] [--no-scores]

CORPORA holds a folder for each corpus with `truth.jsonl.gz` (id, file, url, body, optional), the pages
`<id>.html.gz`, and their text dumps `<id>.<dump>.txt.gz`. Needs the optional packages of the extra `train`.

Scores are cross-validated over sites (five folds): no page is scored by a model that has seen its site, its site's
class names included. A fragment's label is whether most of its four-word sequences stand in the page's truth; each
weighs by its words, as the score does. The names of class attributes count once a site, and only those of three
sites or more; a page in training sees them as the other sites left them.
"""

import argparse
import gzip
import hashlib
import json
import math
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from statistics import mean
from typing import Any
from urllib.parse import urlsplit

import lightgbm
import msgspec
import numpy as np

from parsers import language, pages, urls
from parsers.article import Role
from parsers.decode import decode
from parsers.formats import html, text
from parsers.fragment import Fragment, Shape, Stated
from parsers.labelling import features, relations, rules, survey, verdict
from parsers.labelling.forest import Forest, Rows, predict
from parsers.labelling.label import BODY_ROLES, Label
from parsers.labelling.model import Model

CORPORA = ("scrapinghub", "fundus", "fundus_eval", "newspaper4k", "wcxb-dev")
DUMPS = ("inscriptis", "lynx", "resiliparse")
FOLDS, INNER_FOLDS = 5, 3
FEWEST_SITES = 3
MOST_SPOKEN = 30  # tenths of a logit that one class name can count
TREES = {"text_first": 60, "text_second": 60, "html_first": 60, "html_second": 60}
# Half as many more nodes gained nothing on unseen sites; a third fewer lost .002 to .004 of F1 on dumps.
SIZES = {"text": {"learning_rate": 0.2, "num_leaves": 15}, "html": {"learning_rate": 0.14, "num_leaves": 15}}
PARAMETERS = {
    "objective": "binary", "min_data_in_leaf": 40, "feature_fraction": 0.5,
    "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 5, "max_bin": 63, "seed": 1, "deterministic": True,
    "force_row_wise": True, "num_threads": 1, "verbose": -1,
}  # fmt: skip
_WORD = re.compile(r"\w+")

Names = dict[str, dict[str, int]]


class Example:
    """One page in one format, as the rules read it, with the truth."""

    def __init__(
        self, corpus: str, kind: str, page: dict[str, Any], fragments: Sequence[Fragment], stated: Stated
    ) -> None:
        self.corpus, self.kind, self.page = corpus, kind, page
        self.site = site_of(page)
        spoken = stated.language or language.detect(pages._sample(fragments))
        self.read = rules.read(fragments, stated, spoken)
        self.texts = [look.fragment.text for look in self.read.looks]
        # A picture's description is never the story, whatever sentence of it the description repeats.
        shown = [look.fragment.shape is not Shape.IMAGE for look in self.read.looks]
        said = [one if seen else "" for one, seen in zip(self.texts, shown, strict=True)]
        self.true = truths(said, page["body"])
        self.survey = survey.of(self.read.looks, self.read.labels)
        part = slice(self.survey.start, self.survey.start + len(self.survey.looks))
        self.truth = self.true[part]
        self.asked = np.array(self.survey.asked, dtype=bool)
        self.weight = weights(self.survey.looks, page["body"])
        r = self.read
        self.rules = relations.rules_view(self.survey, r.labels, r.run, r.first, r.end)
        self.base = features.first_sight(self.survey, r.title, stated, {})
        self.columns: features.Columns = {}
        self.chances: list[int] = []

    @property
    def is_html(self) -> bool:
        return self.kind == "html"

    @property
    def is_plausible(self) -> bool:
        """Whether the page shows at least half of its truth; else the truth is of another page, or script-made."""
        said = sum(len(one.split()) for one, kept in zip(self.texts, self.true, strict=True) if kept)
        return said >= 0.5 * len(self.page["body"].split())

    def look(self, names: Names) -> None:
        """Fill the columns of the first look, with what class names were found to be worth."""
        self.columns = self.base | self.rules
        if self.is_html:
            self.columns |= features.named(self.survey, names)

    def look_again(self, chances: Sequence[int]) -> None:
        self.columns = self.columns | relations.second_sight(self.survey, self.columns, chances)

    def labels(self, chances: Sequence[int]) -> list[Label]:
        return verdict.weigh(self.read.looks, self.read.labels, self.survey.spread(chances), self.read.title)

    def body(self, labels: Sequence[Label]) -> str:
        """What the scorers get: the dek and the body's blocks."""
        both = list(zip(self.texts, labels, strict=True))
        dek = [said for said, label in both if label.story and label.role is Role.DEK][:1]
        return "\n\n".join(dek + [said for said, label in both if label.story and label.role in BODY_ROLES])


def site_of(page: dict[str, Any]) -> str:
    """The registered domain, nearly: pages of one publisher stay in one fold."""
    host = (urlsplit(page["url"] or "").hostname or page["id"].rsplit("_", 3)[0]).split(".")
    return ".".join(host[-3:] if len(host) > 2 and len(host[-2]) <= 3 else host[-2:])


def fold(site: str, folds: int) -> int:
    return int(hashlib.sha256(f"{folds} {site}".encode()).hexdigest(), 16) % folds


def grams(said: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(said)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)) if words)


def truths(texts: Sequence[str], body: str) -> list[bool]:
    """For each fragment whether it is in the true body: by its four-word sequences, each of which is used up once."""
    left = grams(body)
    lines = {" ".join(_WORD.findall(line)) for line in body.splitlines()}
    spread = f" {' '.join(_WORD.findall(body))} "
    out: list[bool | None] = []
    for one in texts:
        words = _WORD.findall(one)
        said = " ".join(words)
        if len(words) < 4:
            out.append(bool(words) and (said in lines or (None if f" {said} " in spread else False)))
            continue
        own = grams(one)
        kept = sum(min(n, left[gram]) for gram, n in own.items()) >= 0.5 * own.total()
        if kept:
            left -= own
        out.append(kept)
    return _settled(out, [len(_WORD.findall(one)) for one in texts])


def _settled(found: list[bool | None], words: Sequence[int]) -> list[bool]:
    """Short pieces that stand inside some sentence of the truth count between pieces that count; strays do not."""
    long = [i for i, kept in enumerate(found) if kept and words[i] >= 8]
    near = range(long[0] - 3, long[-1] + 4) if long else range(len(found))
    out = []
    for i, kept in enumerate(found):
        if kept is None:
            kept = any(found[max(0, i - 2) : i]) and any(found[i + 1 : i + 3])
        out.append(kept and (words[i] >= 4 or i in near))
    return out


def weights(looks: Sequence[Any], body: str) -> Any:
    """Each fragment by its words against its page's story, less than in proportion: short ones spoil pages too."""
    story = max(60, len(body.split()), len(body) // 12)
    return np.array([(min(150, look.words) + 3) ** 0.75 / story**0.75 for look in looks])


def read_corpora(folder: Path) -> Iterator[Example]:
    for corpus in CORPORA:
        with gzip.open(folder / corpus / "truth.jsonl.gz", "rt", encoding="utf-8") as lines:
            for page in map(json.loads, lines):
                if page["body"]:
                    yield from _examples(corpus, page, folder / corpus / page["file"])


def _examples(corpus: str, page: dict[str, Any], file: Path) -> Iterator[Example]:
    decoded, _ = decode(gzip.decompress(file.read_bytes()), "text/html")
    fragments, stated, _ = html.read(decoded, urls.absolutise(None, page["url"]))
    if any(fragment.text for fragment in fragments):
        yield Example(corpus, "html", page, fragments, stated)
    for dump in DUMPS:
        path = file.with_name(page["file"].removesuffix("html.gz") + f"{dump}.txt.gz")
        if path.exists():
            fragments, stated = text.read(gzip.decompress(path.read_bytes()).decode())
            if any(fragment.text for fragment in fragments):
                yield Example(corpus, dump, page, fragments, stated)


class NameCounts:
    """How often each class name stands on and around story and other fragments, by site."""

    def __init__(self, examples: Iterable[Example]) -> None:
        self.by_site: dict[str, dict[str, dict[str, list[int]]]] = {}
        for example in examples:
            kinds = self.by_site.setdefault(example.site, {"own": {}, "around": {}})
            for look, kept, asked in zip(example.survey.looks, example.truth, example.asked, strict=True):
                if asked:
                    for which, names in (("own", look.fragment.own_names), ("around", look.fragment.names)):
                        for name in names:
                            kinds[which].setdefault(name, [0, 0])[kept] += 1
        self.total: dict[str, dict[str, list[float]]] = {"own": {}, "around": {}}
        for kinds in self.by_site.values():
            for which, seen in kinds.items():
                for name, (no, yes) in seen.items():
                    total = self.total[which].setdefault(name, [0.0, 0.0, 0])
                    total[0], total[1], total[2] = total[0] + no / (no + yes), total[1] + yes / (no + yes), total[2] + 1

    def names(self, without: str | None = None) -> Names:
        """Tenths of a logit by name, as the sites other than `without` use it."""
        left = self.by_site.get(without or "", {})
        out: Names = {"own": {}, "around": {}}
        for which, totals in self.total.items():
            mine = left.get(which, {})
            for name, (no, yes, sites) in totals.items():
                if name in mine:
                    a, b = mine[name]
                    no, yes, sites = no - a / (a + b), yes - b / (a + b), sites - 1
                if sites >= FEWEST_SITES:
                    logit = round(10 * math.log((yes + 0.3) / (no + 0.3)))
                    out[which][name] = max(-MOST_SPOKEN, min(MOST_SPOKEN, logit))
        return out


def grow(examples: Sequence[Example], look: str) -> Forest:
    columns = sorted(set.intersection(*(set(example.columns) for example in examples)))
    x = np.concatenate([_matrix(example, columns)[example.asked] for example in examples])
    y = np.concatenate([np.array(example.truth)[example.asked] for example in examples])
    w = np.concatenate([example.weight[example.asked] for example in examples])
    parameters = PARAMETERS | SIZES[look.partition("_")[0]]
    booster = lightgbm.train(parameters, lightgbm.Dataset(x, y, weight=w), TREES[look])
    used = sorted({i for i, n in enumerate(booster.feature_importance()) if n})
    place = {column: i for i, column in enumerate(used)}
    trees = [_tree(tree["tree_structure"], place) for tree in booster.dump_model()["tree_info"]]
    return Forest([columns[i] for i in used], trees)


def _matrix(example: Example, columns: Sequence[str]) -> Any:
    return np.array([example.columns[name] for name in columns], dtype=np.float32).T


def _tree(node: dict[str, Any], place: dict[int, int]) -> object:
    if "leaf_value" in node:
        return round(node["leaf_value"], 3)
    return [
        place[node["split_feature"]], math.floor(node["threshold"]),
        _tree(node["left_child"], place), _tree(node["right_child"], place),
    ]  # fmt: skip


def train(examples: Sequence[Example], *, html_only: bool = False) -> Model:
    """The model of these examples."""
    names = NameCounts(example for example in examples if example.is_html)
    worth = {example.site: names.names(without=example.site) for example in examples if example.is_html}
    learned = [example for example in examples if example.is_plausible]
    for example in learned:
        example.look(worth.get(example.site, {}))
    forests: dict[str, Forest] = {}
    for kind in ("text", "html"):
        forests |= looks(kind, [example for example in learned if example.is_html == (kind == "html")])
    return Model(list(features.ROLES), list(features.PLACES), list(features.SHAPES), names.names(), forests)


def looks(kind: str, examples: Sequence[Example]) -> dict[str, Forest]:
    """Both forests of a kind of page. The second learns from chances that the first gave to sites it had not seen."""
    if not examples:
        return {}
    for inner in range(INNER_FOLDS):
        first = grow_first([example for example in examples if fold(example.site, INNER_FOLDS) != inner], kind)
        for example in examples:
            if fold(example.site, INNER_FOLDS) == inner:
                example.chances = predict(first, example.columns, Rows(example.asked))
    first = grow_first(examples, kind)
    for example in examples:
        example.look_again(example.chances)
    return {f"{kind}_first": first, f"{kind}_second": grow(examples, f"{kind}_second")}


def grow_first(examples: Sequence[Example], kind: str) -> Forest:
    """The forest of a first look: on HTML it sees nothing of what the rules made of the page."""
    if kind == "text":
        return grow(examples, "text_first")
    kept = [example.columns for example in examples]
    for example in examples:
        example.columns = {name: column for name, column in example.columns.items() if name not in example.rules}
    forest = grow(examples, "html_first")
    for example, columns in zip(examples, kept, strict=True):
        example.columns = columns
    return forest


def ask(model: Model, example: Example) -> list[int]:
    """The chances of an example's fragments, as the labeller would get them."""
    example.look(model.names if example.is_html else {})
    kind = "html" if example.is_html else "text"
    example.look_again(predict(model.forests[f"{kind}_first"], example.columns, Rows(example.asked)))
    return predict(model.forests[f"{kind}_second"], example.columns, Rows(example.asked))


def counts(example: Example, body: str) -> tuple[int, int, int]:
    """(right, spurious, missed) four-word sequences; optional paragraphs count only where they were taken."""
    said, true = grams(body), example.page["body"]
    for paragraph in example.page["optional"] or ():
        own = grams(paragraph)
        if (own & said).total() < own.total() / 2:
            true = "\n\n".join(one for one in true.split("\n\n") if one != paragraph)
    wanted = grams(true)
    right = (wanted & said).total()
    return right, said.total() - right, wanted.total() - right


def summary(scored: Sequence[tuple[int, int, int]]) -> tuple[float, float, float, float]:
    """F1 of the mean precision and recall of pages, these two, and the share of pages exactly right."""
    p = mean([a / (a + b) if a else 0.0 for a, b, _ in scored if a + b] or [0.0])
    r = mean([a / (a + c) if a else 0.0 for a, _, c in scored if a + c] or [0.0])
    return 2 * p * r / (p + r) if p + r else 0.0, p, r, mean(b == c == 0 for _, b, c in scored)


def table(title: str, examples: Sequence[Example], labels: Callable[[Example], Sequence[Label]]) -> str:
    rows: dict[tuple[str, str], list[tuple[int, int, int]]] = defaultdict(list)
    for example in examples:
        rows[example.kind, example.corpus].append(counts(example, example.body(labels(example))))
    lines = [f"{title} | F1 | P | R | exact | pages"]
    for (kind, corpus), scored in sorted(rows.items()):
        f1, p, r, exact = summary(scored)
        lines.append(f"{kind}/{corpus} | {f1:.3f} | {p:.3f} | {r:.3f} | {exact:.2f} | {len(scored)}")
    return "\n".join(lines)


def cross_validate(examples: Sequence[Example], say: Callable[[str], object]) -> None:
    for n in range(FOLDS):
        model = train([example for example in examples if fold(example.site, FOLDS) != n])
        for example in examples:
            if fold(example.site, FOLDS) == n:
                example.page.setdefault("chances", {})[example.kind] = ask(model, example)
                example.columns = {}
        say(f"fold {n + 1} of {FOLDS}")
    say(table("rules alone", examples, lambda example: example.read.labels))
    say(table("with the model", examples, lambda example: example.labels(example.page["chances"][example.kind])))


def _joined(old: Model, new: Model, kind: str) -> Model:
    """The old model with the new one's forests for one kind of page, and its class names where the kind is HTML."""
    forests = old.forests | {look: forest for look, forest in new.forests.items() if look.startswith(kind)}
    return Model(new.roles, new.places, new.shapes, new.names if kind == "html" else old.names, forests)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--model", type=Path, default=Path("parsers/labelling/data/story.json"))
    parser.add_argument("--no-scores", action="store_true", help="train only, without the cross-validation")
    parser.add_argument("--only", choices=("text", "html"), help="leave the forests of the other kind as they are")
    options = parser.parse_args(arguments)
    began = time.monotonic()

    def say(line: str) -> None:
        sys.stdout.write(f"{line}\n({time.monotonic() - began:.0f} s)\n")
        sys.stdout.flush()

    examples = list(read_corpora(options.corpora))
    say(f"{len(examples)} pages read")
    model = train(examples)
    if options.only:
        model = _joined(msgspec.json.decode(options.model.read_bytes(), type=Model), model, options.only)
    packed = msgspec.json.encode(model)
    options.model.write_bytes(packed)
    say(f"{options.model}: {len(packed) // 1000} kB")
    if not options.no_scores:
        cross_validate(examples, say)


if __name__ == "__main__":
    main()
