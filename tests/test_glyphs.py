"""The screen in ASCII: when it is, that nothing moves, and that nothing else gets through."""

import pytest
from hypothesis import given

from library import Library
from tests.stories import COLOURS, Story, reading
from tests.strategies import prose
from tui.glyphs import extent, in_ascii
from tui.wrap import cells


@given(prose())
def test_everything_in_ascii_is_ascii_and_takes_the_same_cells(text: str) -> None:
    """Whatever an article is written in."""
    for line in text.split("\n"):
        plain = in_ascii(line, "everything")

        assert plain.isascii()
        assert cells(plain) == cells(line)
        assert in_ascii(line, "nothing") == line


def test_signs_are_put_into_ascii_and_letters_stay() -> None:
    """Where the terminal knows UTF-8 and the font knows no arrows."""
    assert in_ascii("● Größe … 新 │", "signs") == "* Größe ~ 新 |"
    assert in_ascii("● Größe … 新 │", "everything") == "* Gro?e ~ ?? |"


@pytest.mark.parametrize(("choice", "environment", "expected"), [
    ("auto", {"LANG": "de_DE.UTF-8"}, "nothing"), ("auto", {"LANG": "C.utf8"}, "nothing"), ("auto", {}, "nothing"),
    ("auto", {"LANG": "de_DE.ISO-8859-1"}, "everything"), ("auto", {"LANG": "C.UTF-8", "LC_ALL": "C"}, "everything"),
    ("ascii", {"LANG": "de_DE.UTF-8"}, "signs"), ("unicode", {"LC_ALL": "C"}, "nothing"),
])
def test_the_locale_decides_unless_the_reader_does(choice: str, environment: dict[str, str], expected: str) -> None:
    """LC_ALL before LC_CTYPE before LANG; without any, nobody has said that UTF-8 is missing."""
    assert extent(choice, environment) == expected


async def test_a_screen_without_utf8_shows_ascii_alone(library: Library) -> None:
    """Frames, lists, text, help and dialogs."""
    async with reading(library, environment={**COLOURS, "LC_ALL": "C"}) as story:
        for key in ("j", "question_mark", "escape", "colon"):
            await story.press(key)
            assert "".join(lines(story)).isascii()
    async with reading(library) as story:
        assert not "".join(lines(story)).isascii()
        story.reader.run_line("set glyphs ascii")
        await story.settle()
        assert "|" in "".join(lines(story))
        assert "│" not in "".join(lines(story))


def lines(story: Story) -> list[str]:
    """What is written to the terminal."""
    return [segment.text for strip in story.app.screen._compositor.render_strips() for segment in strip]
