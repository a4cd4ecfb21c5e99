"""Labels on the unlabelled news of Voice of America, kept apart from its text: data/voa_labels.txt.

    python -m tests.benchmarks.label_voa show ../shared/ner/voa_unlabelled.txt.gz 1000 40 > passage.txt
    (mark the names in passage.txt as data/news_labelled.txt explains; change nothing else)
    python -m tests.benchmarks.label_voa take ../shared/ner/voa_unlabelled.txt.gz passage.txt

A line of voa_labels.txt is the number of a line of the text, a checksum of it, and its names as start-end-tag.
"""

import gzip
import sys
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

from tests.benchmarks.labelled import Labelled, Span, unmarked

LABELS = Path(__file__).resolve().parent / "data" / "voa_labels.txt"
HEAD = "# Names in Voice of America news (public domain), marked for this project. CC0. Made by label_voa.py.\n"


def from_voa(news: Path, labels: Path = LABELS) -> Iterator[Labelled]:
    """The labelled lines; those that follow each other are one document. A line that has changed is left out."""
    lines = _lines(news)
    texts: list[str] = []
    spans: list[list[Span]] = []
    before = -1
    for number, checksum, names in _labels(labels):
        text = lines[number - 1] if number <= len(lines) else ""
        if number != before + 1 and texts:
            yield Labelled(texts, spans)
            texts, spans = [], []
        before = number
        if text and crc32(text.encode()) == checksum:
            texts.append(text)
            spans.append(names)
    if texts:
        yield Labelled(texts, spans)


def show(news: Path, first: int, count: int) -> str:
    """Lines to mark, each behind its number."""
    lines = _lines(news)[first - 1 : first - 1 + count]
    return "".join(f"{number}\t{line}\n" for number, line in enumerate(lines, first) if line)


def take(news: Path, passage: Path) -> str:
    """Adds marked lines to the labels, in place of older ones; says what it left out and why."""
    lines = _lines(news)
    known = {number: (checksum, names) for number, checksum, names in _labels(LABELS)}
    told = ""
    for row in passage.read_text("utf-8").split("\n"):
        number, _, marked = row.partition("\t")
        if not number.isdecimal():
            continue
        text, spans = unmarked(marked)
        if text != lines[int(number) - 1]:
            told += f"{number}: its words were changed; left out\n"
        else:
            known[int(number)] = (crc32(text.encode()), spans)
    rows = (
        f"{number}\t{checksum}\t{' '.join(f'{start}-{end}-{tag}' for start, end, tag in spans)}\n"
        for number, (checksum, spans) in sorted(known.items())
    )
    LABELS.write_text(HEAD + "".join(rows), "utf-8")
    return told + f"{len(known)} lines are labelled\n"


def _lines(news: Path) -> list[str]:
    with gzip.open(news, "rt", encoding="utf-8") as text:
        return [line.rstrip("\n") for line in text]


def _labels(labels: Path) -> Iterator[tuple[int, int, list[Span]]]:
    for row in labels.read_text("utf-8").split("\n") if labels.exists() else ():
        if row and not row.startswith("#"):
            number, checksum, names = row.split("\t")
            parts = [name.split("-") for name in names.split()]
            yield int(number), int(checksum), [(int(start), int(end), tag) for start, end, tag in parts]


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["show", news, first, count]:
            sys.stdout.write(show(Path(news), int(first), int(count)))
        case ["take", news, passage]:
            sys.stdout.write(take(Path(news), Path(passage)))
        case _:
            raise SystemExit(__doc__)
