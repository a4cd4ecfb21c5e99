"""Looking for words: what counts as the same, where the places are, and where they stand on the lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.article import AnnotatedArticle, Article, Figure, Heading, Paragraph, Quote, Table
from tests.strategies import annotated_articles
from tui.finding import find
from tui.progress import place_of, share_of
from tui.text_map import DEK, TITLE, TextMap, texts
from tui.typeset import LETTERS, typeset


def spans(text: str, query: str) -> list[str]:
    return [text[match.start:match.end] for match in find([(0, text)], query)]


@pytest.mark.parametrize(("text", "query", "found"), [
    ("May may MAY", "may", ["May", "may", "MAY"]),
    ("May may MAY", "May", ["May"]),
    ("Zelenský and Zelensky", "zelensky", ["Zelenský", "Zelensky"]),
    ("Zelenský and Zelensky", "zelenský", ["Zelenský", "Zelensky"]),
    ("Łódź, Malmø", "lodz", ["Łódź"]),
    ("it’s “so”", "it's \"so\"", ["it’s “so”"]),
    ("the White\tHouse", "white house", ["White\tHouse"]),
    ("Straße", "strasse", ["Straße"]), ("Straße", "straße", ["Straße"]), ("Straße", "strase", []),
    ("İstanbul ili", "istanbul", ["İstanbul"]),
    ("Київ, Киев", "киів", ["Київ"]),
    ("שָׁלוֹם", "שלום", ["שָׁלוֹם"]),
    ("مُحَمَّد", "محمد", ["مُحَمَّد"]),
    ("東京と京都", "京", ["京", "京"]),
    ("a.b", "a.", ["a."]),
    ("anything", "   ", []),
])
def test_what_a_reader_types_finds_what_they_mean(text: str, query: str, found: list[str]) -> None:
    """Small letters find capitals, plain ones accented ones, a capital only itself; nothing is a pattern."""
    assert spans(text, query) == found


@given(st.text(), st.text(min_size=1))
def test_places_are_inside_the_text_and_in_order(text: str, query: str) -> None:
    """Whatever is typed: no crash, no place outside, none twice."""
    found = find([(3, text)], query)

    assert all(0 <= match.start < match.end <= len(text) for match in found)
    assert found == sorted(set(found))


@given(st.text(alphabet="abc äöé.", max_size=40), st.integers(0, 39), st.integers(1, 10))
def test_a_stretch_of_a_text_is_found_in_it(text: str, start: int, size: int) -> None:
    """What stands there is there."""
    query = text[start:start + size]

    assert bool(find([(0, text)], query)) == bool(query.strip())


ARTICLE = Article(
    id="1" * 32, format="text", title="A title of some length that wraps", dek="A dek.",
    blocks=(Paragraph("One two three four five six seven eight nine ten eleven twelve."), Heading("Between"),
            Quote("Quoted words.", 2), Figure("A caption", credit="A credit"),
            Table((("Name", "Votes"), ("Ann", "12"), ("Bob", "7")))),
)


@pytest.mark.parametrize("width", [16, 24, 72])
def test_every_word_is_shown_where_the_map_says(width: int) -> None:
    """Across lines, behind bars, in the cells of tables."""
    lines = typeset(AnnotatedArticle(ARTICLE), width)
    where = TextMap(lines)
    for field, text in texts(ARTICLE, as_it_came=False):
        for match in find([(field, text)], "e"):
            (shown,) = where.shown(field, match.start, match.end)
            assert lines[shown.line].text[shown.start:shown.end] == text[match.start:match.end]


@given(annotated_articles())
def test_what_the_map_shows_is_the_text(annotated: AnnotatedArticle) -> None:
    """For any article, with letters put in: stretches lie in the text, in order, and say the same."""
    lines = typeset(annotated, 30, letters=LETTERS)
    where = TextMap(lines)
    for field, text in texts(annotated.article, as_it_came=False):
        for one in where.shown(field, 0, len(text)):
            piece = lines[one.line].text[one.start:one.end]
            assert text[one.at:one.at + len(piece)] == piece


def test_a_place_on_the_screen_is_a_place_in_the_text() -> None:
    """The nearest text of the line counts, and a line without any has none."""
    lines = typeset(AnnotatedArticle(ARTICLE), 72)
    where = TextMap(lines)
    first = next(number for number, line in enumerate(lines) if line.text.startswith("One"))

    assert where.spot(first, 4) == (0, 4)
    assert where.spot(first, 999) == (0, len(ARTICLE.blocks[0].text))
    assert where.spot(first - 1, 0) is None
    assert where.spot(0, 2) == (TITLE, 2)
    assert texts(ARTICLE, as_it_came=False)[1] == (DEK, "A dek.")


@given(annotated_articles(), st.floats(0, 1))
def test_a_place_survives_being_remembered_as_a_share(annotated: AnnotatedArticle, share: float) -> None:
    """There and back again is the same place."""
    place = place_of(annotated.article, share)

    assert 0 <= share_of(annotated.article, place) <= 1
    assert place_of(annotated.article, share_of(annotated.article, place)) == place
