"""Labelled text for training: columns of words and tags, and the project's own news with its inline marks.

Both become plain texts with spans, cut into words by the recogniser's own tokeniser, so that a model is trained on
what it will read.
"""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from parsers.entities.tokens import Token

Span = tuple[int, int, str]


class Labelled(NamedTuple):
    """One document."""

    texts: list[str]
    spans: list[list[Span]]
    """For each text [start, end) and tag: PER, ORG, LOC, NORP or another."""


# In these files the sentences of a document belong together; in all others each stands alone.
_REAL_DOCUMENTS = ("redocred", "gum", "uner_ewt", "uner_pud", "crossner_politics.test")
_CLOSING = frozenset([*".,;:!?%)]}’”", "'s", "’s", "n't", "n’t", "'", "'re", "'ll", "'ve", "'m", "'d"])
_OPENING = frozenset("([{“‘$£€")
_MARK = re.compile(r"\[([POGLFNE]) ([^\]]*)\]")
_TAGS = {"P": "PER", "O": "ORG", "G": "LOC", "L": "LOC", "F": "LOC", "N": "NORP", "E": "MISC"}


def from_columns(path: Path) -> Iterator[Labelled]:
    """The documents of a gzipped file of "word<TAB>tag" lines."""
    together = path.name.startswith(_REAL_DOCUMENTS)
    for sentences in _documents(path):
        for group in [sentences] if together else [[sentence] for sentence in sentences]:
            text, spans = _joined(group)
            yield Labelled([text], [spans])


def _documents(path: Path) -> Iterator[list[list[tuple[str, str]]]]:
    document: list[list[tuple[str, str]]] = [[]]
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            word, _, tag = line.rstrip("\n").rpartition("\t")
            if word and word != "-DOCSTART-":
                document[-1].append((word, tag))
                continue
            if document[-1]:
                document.append([])
            if word and len(document) > 1:
                yield document[:-1]
                document = [[]]
    document = [sentence for sentence in document if sentence]
    if document:
        yield document


def _joined(sentences: list[list[tuple[str, str]]]) -> tuple[str, list[Span]]:
    """Sentences as running text: no space before closing marks or behind opening ones."""
    text, spans = "", []
    for sentence in sentences:
        text += " " if text else ""
        begun: tuple[int, str] | None = None
        glued, quoted = True, False
        for word, tag in [*sentence, ("", "O")]:
            if begun and tag != "I-" + begun[1]:
                spans.append((begun[0], len(text), begun[1]))
                begun = None
            closing = word in _CLOSING or (word in ('"', "''") and quoted)
            text += " " if word and not glued and not closing else ""
            if tag != "O" and not begun:
                begun = (len(text), tag[2:])
            text += word
            glued = word in _OPENING or (word in ('"', "``") and not quoted)
            quoted ^= word in ('"', "``", "''")
    return text, spans


def from_news(path: Path) -> Iterator[Labelled]:
    """The passages of data/news_labelled.txt; its first lines explain the marks."""
    for passage in path.read_text("utf-8").split("\n\n"):
        lines = [unmarked(line) for line in passage.split("\n") if line and not line.startswith("#")]
        if lines:
            yield Labelled([text for text, _ in lines], [spans for _, spans in lines])


def unmarked(line: str) -> tuple[str, list[Span]]:
    """A line without its marks, and the spans that they were."""
    text, spans, at = "", [], 0
    for mark in _MARK.finditer(line):
        text += line[at : mark.start()]
        spans.append((len(text), len(text) + len(mark[2]), _TAGS[mark[1]]))
        text += mark[2]
        at = mark.end()
    return text + line[at:], spans


def labels_of(tokens: list[Token], spans: list[Span], kinds: frozenset[str]) -> list[str]:
    """For each token its BIO label, of the tags in `kinds`; all else is O."""
    labels = ["O"] * len(tokens)
    at = 0
    for start, end, tag in spans:
        while at < len(tokens) and tokens[at].end <= start:
            at += 1
        lead = "B-"
        while tag in kinds and at < len(tokens) and tokens[at].start < end:
            labels[at] = lead + tag
            lead = "I-"
            at += 1
    return labels
