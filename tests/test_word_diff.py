"""What changed between two texts: nothing is lost, nothing invented, and what stayed is not told again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.article import Article, Paragraph
from tui.screens.changes import typeset_changes
from tui.word_diff import passages, words
from tui.wrap import cells


def article(*texts: str, title: str = "T") -> Article:
    return Article(id="1" * 32, format="text", title=title, blocks=tuple(Paragraph(text) for text in texts))


@given(st.text(alphabet="ab .,", max_size=30), st.text(alphabet="ab .,", max_size=30))
def test_both_texts_can_be_read_off_the_difference(before: str, after: str) -> None:
    """Without what came it is the old text, without what went the new one."""
    found = words(before, after)

    assert "".join(text for kind, text in found if kind != "inserted") == before
    assert "".join(text for kind, text in found if kind != "deleted") == after


def test_whole_words_are_compared() -> None:
    """Two words beside each other that both changed are one change."""
    assert words("The ferry will not sail this winter.", "The ferry may not sail before spring.") == [
        ("same", "The ferry "), ("deleted", "will"), ("inserted", "may"), ("same", " not sail "),
        ("deleted", "this winter"), ("inserted", "before spring"), ("same", "."),
    ]


def test_only_what_changed_is_told() -> None:
    """With how many paragraphs stand unchanged before it."""
    before = article("One stays.", "Two stays.", "Three was here.", "Four stays.", title="Old title")
    after = article("One stays.", "Two stays.", "Three is here.", "Four stays.", "Five came.", title="New title")
    title, third, fifth = passages(before, after)

    assert title.words == (("deleted", "Old"), ("inserted", "New"), ("same", " title"))
    assert (third.after, third.words[1:3]) == (2, (("deleted", "was"), ("inserted", "is")))
    assert (fifth.after, fifth.words) == (1, (("inserted", "Five came."),))
    assert passages(before, before) == []


def test_a_paragraph_that_moved_in_finds_its_like() -> None:
    """Where their number differs, paragraphs are matched by the words they share."""
    before = article("The old ferry sails no more.", "The yard builds a new one.")
    after = article("A storm came first.", "The old ferry sails no longer.", "The yard builds a new one.")
    kinds = [[kind for kind, _ in passage.words] for passage in passages(before, after)]

    assert kinds == [["inserted"], ["same", "deleted", "inserted", "same"]]


@pytest.mark.parametrize("width", [16, 40])
def test_without_colour_signs_tell_what_went_and_came(width: int) -> None:
    """[-gone-]{+come+}, as wdiff writes it, in lines that fit."""
    found = passages(article("The ferry sails."), article("The boat sails."))
    lines = typeset_changes(found, width, brackets=True)

    assert "".join("".join(line.text.split()) for line in lines) == "The[-ferry-]{+boat+}sails."
    assert all(cells(line.text) <= width for line in lines)
    assert "[-" not in "".join(line.text for line in typeset_changes(found, width, brackets=False))
