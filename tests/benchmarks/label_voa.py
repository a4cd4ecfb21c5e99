"""Labels on the unlabelled news of Voice of America, kept apart from its text: data/voa_labels.txt.

    python -m tests.benchmarks.label_voa show ../shared/ner/voa_unlabelled.txt.gz 1000 40 > passage.txt
    (mark the names in passage.txt as data/news_labelled_2.txt explains, and part its stories with blank lines;
    change nothing else)
    python -m tests.benchmarks.label_voa take ../shared/ner/voa_unlabelled.txt.gz passage.txt

A line of voa_labels.txt is the number of a line of the text, a checksum of it, and its names as start-end-tag; a blank
line parts two stories. Without the parting a passage of ten stories would teach that their names belong together.
"""

import gzip
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from tests.benchmarks.labelled import Labelled, Span, unmarked

LABELS = Path(__file__).resolve().parent / "data" / "voa_labels.txt"
HEAD = "# Names in Voice of America news (public domain), marked for this project. CC0. Made by label_voa.py.\n"


class Row(NamedTuple):
    """One labelled line."""

    checksum: int
    names: list[Span]
    opens: bool
    """Whether a story begins with it."""


def from_voa(news: Path, labels: Path = LABELS) -> Iterator[Labelled]:
    """The labelled stories, each a document. A line that has changed is left out."""
    lines = _lines(news)
    texts: list[str] = []
    spans: list[list[Span]] = []
    for number, row in rows_of(labels).items():
        if row.opens and texts:
            yield Labelled(texts, spans)
            texts, spans = [], []
        text = lines[number - 1] if number <= len(lines) else ""
        if text and crc32(text.encode()) == row.checksum:
            texts.append(text)
            spans.append(row.names)
    if texts:
        yield Labelled(texts, spans)


def show(news: Path, first: int, count: int) -> str:
    """Lines to mark, each behind its number."""
    lines = _lines(news)[first - 1 : first - 1 + count]
    return "".join(f"{number}\t{line}\n" for number, line in enumerate(lines, first) if line)


def take(news: Path, passage: Path, labels: Path = LABELS) -> str:
    """Adds marked lines to the labels, in place of older ones; says what it left out and why."""
    lines = _lines(news)
    known = rows_of(labels)
    told = ""
    # A correction may begin in the middle of a story: its first line opens one only if it did before or is new.
    opens: bool | None = None
    for row in passage.read_text("utf-8").split("\n"):
        number, _, marked = row.partition("\t")
        if not number.isdecimal():
            opens = opens if row.strip() else True
            continue
        text, spans = unmarked(marked)
        if not 0 < int(number) <= len(lines) or text != lines[int(number) - 1]:
            told += f"{number}: its words were changed; left out\n"
            continue
        if opens is None:
            opens = int(number) not in known or known[int(number)].opens
        known[int(number)] = Row(crc32(text.encode()), spans, opens)
        opens = False
    labels.write_text(HEAD + "".join(_written(number, row) for number, row in sorted(known.items())), "utf-8")
    return told + f"{len(known)} lines are labelled\n"


def rows_of(labels: Path) -> dict[int, Row]:
    """What a file of labels says of each line, by the line's number; nothing where there is no file."""
    rows: dict[int, Row] = {}
    opens = True
    for line in labels.read_text("utf-8").split("\n") if labels.exists() else ():
        if line.startswith("#"):
            continue
        if not line:
            opens = True
            continue
        number, checksum, *names = line.split()
        parts = [name.split("-") for name in names]
        rows[int(number)] = Row(int(checksum), [(int(start), int(end), tag) for start, end, tag in parts], opens)
        opens = False
    return rows


def _written(number: int, row: Row) -> str:
    names = "".join(f" {start}-{end}-{tag}" for start, end, tag in row.names)
    return "\n" * row.opens + f"{number} {row.checksum}{names}\n"


def _lines(news: Path) -> list[str]:
    with gzip.open(news, "rt", encoding="utf-8") as text:
        return [line.rstrip("\n") for line in text]


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["show", news, first, count]:
            sys.stdout.write(show(Path(news), int(first), int(count)))
        case ["take", news, passage]:
            sys.stdout.write(take(Path(news), Path(passage)))
        case _:
            raise SystemExit(__doc__)
