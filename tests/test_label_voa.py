"""Labels kept apart from their text: without these tests a slip in the file would train on the wrong words unseen."""

import gzip
from pathlib import Path

import pytest

from tests.benchmarks.label_voa import LABELS, from_voa, rows_of, show, take
from tests.benchmarks.labelled import Labelled

KNOWN_TAGS = {"PER", "ORG", "LOC", "NORP", "MISC"}
LINES = [
    "Okello Baraza has left Mombasa .",
    "The Harbour Board said so .",
    "",
    "Rain fell in Turku .",
    "Nobody minded .",
]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A small file of news as the corpus keeps it: one sentence a line."""
    path = tmp_path / "news.txt.gz"
    path.write_bytes(gzip.compress(("\n".join(LINES) + "\n").encode()))
    return path


def _took(news: Path, marked: str) -> str:
    passage = news.with_name("passage.txt")
    passage.write_text(marked, "utf-8")
    return take(news, passage, news.with_name("labels.txt"))


def _stories(news: Path) -> list[Labelled]:
    return list(from_voa(news, news.with_name("labels.txt")))


def test_lines_are_numbered_upwards() -> None:
    """The numbers of the labelled lines rise."""
    numbers = [int(line.split()[0]) for line in LABELS.read_text("utf-8").split("\n") if line[:1].isdecimal()]
    assert numbers
    assert numbers == sorted(set(numbers))


def test_spans_are_in_order_and_apart() -> None:
    """No two names of a line overlap, none is empty, and they stand in the order of the text."""
    for number, row in rows_of(LABELS).items():
        end = 0
        for span in row.names:
            assert end <= span[0] < span[1], number
            end = span[1]


def test_tags_are_known_and_checksums_fit() -> None:
    """Each name has one of the five tags of training; each checksum is one of 32 bits."""
    rows = rows_of(LABELS).values()
    assert {tag for row in rows for _, _, tag in row.names} == KNOWN_TAGS
    assert all(0 <= row.checksum < 2**32 for row in rows)


def test_labels_hold_no_text() -> None:
    """Apart from the header the file is numbers and tags."""
    rows = [line for line in LABELS.read_text("utf-8").split("\n") if not line.startswith("#")]
    assert set("".join(rows)) <= set("0123456789 -" + "".join(KNOWN_TAGS))


def test_marked_lines_come_back_as_stories(news: Path) -> None:
    """What was marked is read again with its text; a blank line, not a gap in the numbers, parts two stories."""
    marked = "1\t[P Okello Baraza] has left [G Mombasa] .\n2\tThe [O Harbour Board] said so .\n\n"
    marked += "4\tRain fell in [G Turku] .\n5\tNobody minded .\n"
    assert _took(news, marked) == "4 lines are labelled\n"
    assert _stories(news) == [
        Labelled(LINES[:2], [[(0, 13, "PER"), (23, 30, "LOC")], [(4, 17, "ORG")]]),
        Labelled(LINES[3:], [[(13, 18, "LOC")], []]),
    ]


def test_changed_words_are_left_out(news: Path) -> None:
    """A line whose words differ from the text, or that the text has not, is named and left out."""
    told = _took(news, "1\t[P Okello Baraza] left [G Mombasa] .\n5\tNobody minded .\n6\tMore .\n")
    assert told == "1: its words were changed; left out\n6: its words were changed; left out\n1 lines are labelled\n"


def test_a_correction_keeps_its_story_whole(news: Path) -> None:
    """A line marked again replaces the old one, and its story stays one."""
    _took(news, show(news, 1, 5))
    _took(news, "4\tRain fell in [G Turku] .\n")
    assert _stories(news) == [Labelled([line for line in LINES if line], [[], [], [(13, 18, "LOC")], []])]


def test_a_changed_text_loses_its_labels(news: Path) -> None:
    """A line of the text that is no longer the one that was marked has no labels."""
    _took(news, show(news, 4, 2))
    news.write_bytes(gzip.compress("\n".join([*LINES[:3], "Snow fell in Turku .", LINES[4]]).encode()))
    assert _stories(news) == [Labelled([LINES[4]], [[]])]
