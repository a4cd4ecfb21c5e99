"""How well one referent is one entity across articles: pairs of the labelled stories in data/stories.

    python -m tests.benchmarks.score_stories [--shuffle SEED] [--verbose]

Every article is annotated by the built-in recogniser and put into one library, as a refresh would. A unit is a
labelled referent in one article, under the library's entity that most of its marked names became; a pair is two units
of different articles. Precision: of the pairs that the library takes for one, how many are. Recall: of the pairs
that are one, how many it takes for one; names that the recogniser did not find count as not taken. Labelled names
of another type than the recogniser's are units too. Countries and names without a label are not judged.
"""

import argparse
import random
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from importlib.resources import files
from itertools import combinations
from pathlib import Path
from typing import Literal

from msgspec import Struct

from library import Library, documents, sources
from library.documents import Reading
from library.records import SourceKind
from parsers import annotate
from parsers.article import AnnotatedArticle, Article, Paragraph

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
_MARK = re.compile(r"\[\[([^|\]]+)\|([^\]]+)\]\]")


class Marked(Struct, frozen=True):
    """A labelled name of an article."""

    field: Literal["title", "body"]
    start: int
    end: int
    gold: str


class Told(Struct, frozen=True):
    """One article of a story, with its labels."""

    article: Article
    marks: tuple[Marked, ...]


class Scores(Struct, frozen=True):
    articles: int
    units: int
    precision: float
    recall: float
    wrong: tuple[str, ...]
    """Pairs that were taken for one and are not."""
    missed: tuple[str, ...]
    """Pairs that are one and were not taken for it."""


def stories() -> list[Told]:
    """All articles of all stories, in the order of the files."""
    told: list[Told] = []
    for item in sorted(files("tests.benchmarks").joinpath("data", "stories").iterdir(), key=lambda item: item.name):
        told += _in_file(item.read_text("utf-8"))
    return told


def _in_file(text: str) -> Iterator[Told]:
    lines = [line for line in text.splitlines() if line and not line.startswith(("#", "== "))]
    heads = [n for n, line in enumerate(lines) if line.startswith("-- ")]
    for head, behind in zip(heads, [*heads[1:], len(lines)], strict=True):
        outlet, _, published = lines[head].removeprefix("-- ").rpartition(", ")
        title, marks = _plain(lines[head + 1], "title")
        body, more = _plain(" ".join(lines[head + 2 : behind]), "body")
        identity = sha256(f"{outlet} {title}".encode()).hexdigest()[:32]
        article = Article(
            id=identity, format="text", title=title, blocks=(Paragraph(body),), publisher=outlet, published=published,
            language="en")
        yield Told(article, (*marks, *more))


def _plain(line: str, field: Literal["title", "body"]) -> tuple[str, list[Marked]]:
    text, at, marks = "", 0, []
    for found in _MARK.finditer(line):
        text += line[at : found.start()]
        marks.append(Marked(field, len(text), len(text) + len(found[1]), found[2]))
        text += found[1]
        at = found.end()
    return text + line[at:], marks


def fill(library: Library, annotated: Sequence[AnnotatedArticle]) -> None:
    """Puts the articles into the library one after the other, as a refresh does."""
    for one in annotated:
        digest = sha256(one.article.id.encode()).digest()
        with library._database.write() as connection:
            source = sources.ensure(connection, SourceKind.KEPT, "Stories", b"", NOW)
            documents.record(connection, source, digest, Reading(None, digest, "stories", (one,)), NOW)


def score(library: Library, told: Sequence[Told], annotated: Sequence[AnnotatedArticle]) -> Scores:
    """Compares what the library takes for one with the labels."""
    units = [unit for one, found in zip(told, annotated, strict=True) for unit in _units(library, one, found)]
    right = taken = 0
    wrong, missed = [], []
    for (article, gold, entity), (other, also, same) in combinations(units, 2):
        if article == other:
            continue
        is_taken = entity is not None and entity == same
        taken += is_taken
        right += is_taken and gold == also
        if is_taken and gold != also:
            wrong.append(f"{gold} | {also}: {article} | {other}")
        if gold == also and not is_taken:
            missed.append(f"{gold}: {article} | {other}{'' if entity and same else ' (not found)'}")
    return Scores(len(told), len(units), right / (taken or 1), right / (right + len(missed) or 1), tuple(wrong),
                  tuple(missed))


def _units(library: Library, told: Told, annotated: AnnotatedArticle) -> list[tuple[str, str, int | None]]:
    """(the article's title, the label, the library's entity or None when the name was not found)."""
    meant = library.entities.of_article(told.article.id)
    votes: dict[str, Counter[int]] = defaultdict(Counter)
    for mark in told.marks:
        votes[mark.gold].update({})
        for mention in annotated.mentions:
            overlap = min(mark.end, mention.end) - max(mark.start, mention.start)
            longer = max(mark.end - mark.start, mention.end - mention.start)
            is_here = mention.field == mark.field and 2 * overlap > longer
            if is_here and mention.entity in meant:
                votes[mark.gold][meant[mention.entity].id] += 1
    return [
        (told.article.title, gold, min(found, key=lambda one: (-found[one], one)) if found else None)
        for gold, found in votes.items()
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shuffle", type=int, help="put them in in another order")
    parser.add_argument("--verbose", action="store_true", help="also the pairs that are wrong and missed")
    arguments = parser.parse_args()
    told = stories()
    if arguments.shuffle is not None:
        random.Random(arguments.shuffle).shuffle(told)
    with tempfile.TemporaryDirectory() as folder:
        library = Library.open(Path(folder), now=lambda: NOW)
        annotated = [annotate(one.article) for one in told]
        fill(library, annotated)
        found = score(library, told, annotated)
        library.close()
    sys.stdout.write(
        f"{found.articles} articles, {found.units} labelled referents in them: "
        f"pairwise precision {found.precision:.4f} ({len(found.wrong)} wrong), "
        f"recall {found.recall:.4f} ({len(found.missed)} missed)\n")
    if arguments.verbose:
        lines = [*(f"wrong  {one}" for one in found.wrong), *(f"missed {one}" for one in found.missed)]
        sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
