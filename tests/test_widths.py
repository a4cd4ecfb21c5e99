"""Text whose width terminals do not agree on: what stands beside it stays in its place."""

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style

from tui.widths import fitted, is_doubtful, placed


def drawn(*texts: str, columns: int = 40) -> str:
    """The first line of a terminal (pyte, which gives spacing vowels a cell of their own) after these segments."""
    screen = pyte.Screen(columns, 2)
    stream = pyte.Stream(screen)
    stream.feed(placed([Segment(text, Style(bold=True)) for text in texts], ColorSystem.TRUECOLOR) + "|")
    return screen.display[0]


@pytest.mark.parametrize("title", ["दैनिक भास्कर", "कार्यालय", "👩‍👩‍👧 family", "❤️ heart", "🇺🇦 guests"])
def test_what_follows_stands_where_it_was_measured(title: str) -> None:
    """A line of a title and its padding ends in the column that was measured, whatever the terminal makes of it."""
    size = 20 - Segment(title).cell_length
    screen = pyte.Screen(40, 2)
    pyte.Stream(screen).feed(placed([Segment(title), Segment(" " * size)], ColorSystem.TRUECOLOR) + "|")
    assert screen.buffer[0][20].data == "|"


def test_every_text_is_drawn_from_its_own_column() -> None:
    """A text behind a doubtful one begins where it was measured; nothing of it is lost."""
    line = drawn("कार्यालय", "   ", "12")
    assert "12" in line
    assert line.index("12") == Segment("कार्यालय").cell_length + 3


def test_the_ground_reaches_as_far_as_the_text() -> None:
    """Cells that a terminal leaves free, because it draws the text narrower, have the ground of the line."""
    screen = pyte.Screen(20, 2)
    segments = [Segment("👩‍👩‍👧", Style(bgcolor="red")), Segment("    ", Style(bgcolor="red"))]
    pyte.Stream(screen).feed(placed(segments, ColorSystem.STANDARD))
    assert all(screen.buffer[0][column].bg == "red" for column in range(6))


@pytest.mark.parametrize("text", ["plain", "Ünïcode – “quoted”", "海岸新聞", "صحيفة", "한국어", "🎉 alone"])
def test_what_all_terminals_agree_on_is_written_as_ever(text: str) -> None:
    """Latin, Chinese, Arabic, composed Hangul and single emoji cost nothing more."""
    assert not is_doubtful(text)


@given(st.text(st.sampled_from("aक़ािीुे्दरनम स👩‍👧🇺🇦👋🏽❤️…"), max_size=30), st.integers(0, 10))
def test_nothing_is_drawn_beyond_the_end(text: str, blank: int) -> None:
    """Whatever a terminal makes of the signs, the cells behind the strip are another pane's."""
    segments = [Segment(text), Segment(" " * blank)]
    size = sum(segment.cell_length for segment in segments)
    screen = pyte.Screen(100, 2)
    pyte.Stream(screen).feed("#" * 99 + "\r" + placed(segments, ColorSystem.TRUECOLOR))
    assert all(screen.buffer[0][column].data == "#" for column in range(size, 99))


def test_the_end_of_a_title_is_cut_only_where_there_is_no_room() -> None:
    """With blanks beside it the whole title is drawn; without, as much as fits however it is drawn."""
    title = "कार्यालय में"
    assert fitted(title, 30) == title
    assert fitted(title, Segment(title).cell_length).endswith("…")
