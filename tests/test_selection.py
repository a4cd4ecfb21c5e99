"""Marked text: sentences in several scripts, what a mark says, and how it is quoted."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.export.quotation import citation, quotation
from parsers.article import AnnotatedArticle, Article, Author, Paragraph
from tui.selection import parts, passages, sentences
from tui.text_map import DEK, TITLE, Spot, TextMap, texts
from tui.typeset import typeset
from tui.wrap import wrap

ARTICLE = Article(
    id="1" * 32, format="text", title="No ferry *this* winter", dek=None, url="https://www.quay.example/ferry",
    authors=(Author("Jane Doe"),), publisher="Quay Times", published="2026-01-05T08:00:00+00:00",
    blocks=(Paragraph("One stays. Two goes! Three?"), Paragraph("# Four begins.")),
)


@pytest.mark.parametrize(("text", "count"), [
    ("He came. He saw. He left.", 3), ("Mr. Doe met J. F. Smith in the U.S. capital. They spoke.", 2),
    ("“It sails.” So he said.", 2), ("船は出ない。理由は嵐だ。", 2), ("لن تبحر العبّارة؟ هكذا قالوا.", 2),
    ("नौका नहीं चलेगी। ऐसा कहा गया।", 2), ("It rose 3.5 percent to 4.2 million", 1), ("", 0),
])
def test_sentences_end_at_stops_and_not_at_initials(text: str, count: int) -> None:
    """Scripts without spaces and scripts without capitals included."""
    assert len(sentences(text)) == count


@given(st.text(alphabet="Ab. !。\n", max_size=60))
def test_sentences_hold_every_word_once(text: str) -> None:
    """Nothing between two of them but white space."""
    found = sentences(text)

    assert "".join("".join(text[start:end] for start, end in found).split()) == "".join(text.split())
    assert found == sorted(found)


def test_units_grow_from_sentences_to_paragraphs_and_lines() -> None:
    """The title is one; a line is what the screen shows of the text."""
    fields = texts(ARTICLE, as_it_came=False)
    where = TextMap(typeset(AnnotatedArticle(ARTICLE), 16))

    assert len(parts(fields, "sentence", ())) == 1 + 3 + 1
    assert len(parts(fields, "paragraph", ())) == 1 + 2
    lines = parts(fields, "line", where.lines())
    assert len(lines) == sum(len(wrap(text, 16)) for _, text in fields)
    assert fields[1] == (DEK, "")


def test_a_mark_over_several_fields_says_all_of_them() -> None:
    """From the middle of one to the middle of another."""
    fields = texts(ARTICLE, as_it_came=False)

    assert passages(fields, (Spot(0, 11), Spot(1, 6))) == ["Two goes! Three?", "# Four"]
    assert passages(fields, (Spot(TITLE, 3), Spot(0, 10))) == ["ferry *this* winter", "One stays."]


def test_a_quote_names_its_source_and_is_clean_markdown() -> None:
    """Block quote, blank line between paragraphs, authors, linked title, publisher, date, day of reading."""
    assert quotation(ARTICLE, ["Two goes! Three?", "# Four begins."], read_on=date(2026, 1, 9)) == (
        "> Two goes! Three?\n>\n> \\# Four begins.\n>\n"
        "> — Jane Doe, “[No ferry \\*this\\* winter](https://www.quay.example/ferry)”, Quay Times, 2026-01-05, "
        "read 2026-01-09\n"
    )


def test_a_source_leaves_out_what_the_page_does_not_say() -> None:
    """No author, no address, no date: none is made up."""
    bare = Article(id="1" * 32, format="text", title="T")

    assert citation(bare, read_on=date(2026, 1, 9)) == "“T”, read 2026-01-09"
    assert quotation(bare, [], read_on=date(2026, 1, 9)) == "“T”, read 2026-01-09\n"
