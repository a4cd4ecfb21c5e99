"""Stretches of a page that it says a second time."""

from hypothesis import given
from hypothesis import strategies as st

from parsers.labelling import copies

STORY = ["one heading", "the first paragraph of the story", "the second paragraph", "a third and last one"]
PROSE = [0, 30, 25, 20]


def test_a_second_copy_of_a_story_is_found_whole() -> None:
    """The copy for narrow screens repeats every piece of the copy for wide ones, and something else between."""
    keys = [*STORY, "an advert", *STORY]

    assert copies.find(keys, [*PROSE, 0, *PROSE]) == {5, 6, 7, 8}


def test_a_copy_may_lack_a_caption_or_have_one_more() -> None:
    """The copies of one page are seldom quite the same."""
    keys = [STORY[0], STORY[1], "a caption", *STORY[2:], "a menu", *STORY]
    prose = [0, 30, 0, 25, 20, 0, *PROSE]

    assert copies.find(keys, prose) == {6, 7, 8, 9}


def test_a_third_copy_is_one_too() -> None:
    """Wide, middling, narrow."""
    assert copies.find([*STORY, *STORY, *STORY], PROSE * 3) == set(range(4, 12))


def test_a_refrain_and_a_repeated_menu_are_none() -> None:
    """One paragraph said twice is the author's wish, and short lines without prose repeat on every page."""
    refrain = ["a verse", "the refrain of this song", "another verse", "the refrain of this song", "the end"]

    assert not copies.find(refrain, [20, 45, 20, 45, 20])
    assert not copies.find(["news", "sport", "weather", "news", "sport", "weather"], [0] * 6)


def test_a_line_that_opens_twice_is_a_description_and_a_caption() -> None:
    """Dumps print what a picture shows and what stands below it in one breath, the credit behind both."""
    caption = "the harbour master and her dog in front of the ferry"

    assert copies.says_twice(f"{caption} {caption} photo jane doe")
    assert not copies.says_twice(caption)
    assert not copies.says_twice(f"{caption} sailed on tuesday and {caption} came back")
    assert not copies.says_twice("")


@given(st.lists(st.tuples(st.sampled_from(["", "a", "b", "c", "d"]), st.integers(0, 50)), max_size=40))
def test_what_is_called_a_copy_stood_above(pieces: list[tuple[str, int]]) -> None:
    """Nothing is lost: every copy's text is also somewhere above it, outside the copies."""
    keys = [key for key, _ in pieces]
    again = copies.find(keys, [prose for _, prose in pieces])

    for i in again:
        assert keys[i] in [key for at, key in enumerate(keys[:i]) if at not in again]
