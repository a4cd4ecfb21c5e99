"""The JSON form of an article: the keys that scripts rely on, always there, on one line."""

import json

from hypothesis import given
from hypothesis import strategies as st

from library.export.json import article_json
from parsers.article import (
    AnnotatedArticle,
    Article,
    Author,
    Dateline,
    Entity,
    Figure,
    Heading,
    ListItem,
    Mark,
    Mention,
    Paragraph,
    Piece,
    Preformatted,
    Problem,
    Quote,
    Related,
    Role,
    Table,
)
from parsers.clean import clean_line

ID = "0123456789abcdef0123456789abcdef"
EMPTY = Article(id=ID, format="text", title="Title")


def test_a_page_that_says_nothing_has_every_key() -> None:
    """null or [] when the page does not say, in the order of the contract."""
    assert article_json(AnnotatedArticle(EMPTY)).decode() == (
        f'{{"schema":1,"id":"{ID}","format":"text","url":null,"title":"Title","dek":null,"kicker":null,'
        '"section":null,"breadcrumb":[],"authors":[],"publisher":null,"published":null,"modified":null,'
        '"dateline":null,"language":null,"body":[],"related":[],"set_aside":[],"entities":[],"mentions":[],'
        '"problems":[]}'
    )


def test_every_value_has_its_form() -> None:
    """Blocks by kind, offsets as numbers, set-aside pieces under their label, kept pieces not at all."""
    article = Article(
        id=ID, format="html", title="Title", url="https://example.org/", breadcrumb=("World", "Europe"),
        authors=(Author("Jane Doe", "https://example.org/jane", "Writes."),), published="2026-11-20",
        dateline=Dateline("Paris", "2024-04-02", "TDI"), language="en",
        related=(Related("Other", None, "Also Read"),),
        blocks=(
            Paragraph("words", (Mark(0, 5, "link", "https://example.org/x"), Mark(0, 2, "strong"))), Heading("Next", 3),
            Quote("said", 2), ListItem("one", 1, 4), Preformatted("a\n b"),
            Figure("A ship.", "Jane", "ship", "https://example.org/a.jpg"), Table((("a", "b"), ("c", ""))),
        ),
        pieces=(Piece("words", Role.PARAGRAPH, kept=True, block=0), Piece("Subscribe", Role.NEWSLETTER, kept=False)),
        problems=(Problem("cut", "Only the beginning was read."),),
    )
    annotated = AnnotatedArticle(
        article,
        (Entity("person:x", "X", "PERSON", ("Mr. X",), ("Minister",), 2),),
        (Mention("body", 5, 2, 6, "ship", "PERSON", "person:x", 0.5, "rule"),),
    )

    got = json.loads(article_json(annotated))

    assert got["authors"] == [{"name": "Jane Doe", "url": "https://example.org/jane", "bio": "Writes."}]
    assert got["dateline"] == {"place": "Paris", "date": "2024-04-02", "agency": "TDI"}
    assert got["breadcrumb"] == ["World", "Europe"]
    assert got["related"] == [{"title": "Other", "url": None, "group": "Also Read"}]
    assert got["set_aside"] == [{"text": "Subscribe", "label": "newsletter"}]
    assert got["body"] == [
        {"kind": "paragraph", "text": "words", "marks": [
            {"start": 0, "end": 5, "style": "link", "href": "https://example.org/x"},
            {"start": 0, "end": 2, "style": "strong", "href": None}]},
        {"kind": "heading", "level": 3, "text": "Next", "marks": []},
        {"kind": "quote", "depth": 2, "text": "said", "marks": []},
        {"kind": "list_item", "depth": 1, "ordinal": 4, "text": "one", "marks": []},
        {"kind": "preformatted", "text": "a\n b", "marks": []},
        {"kind": "figure", "text": "A ship.", "credit": "Jane", "alt": "ship", "src": "https://example.org/a.jpg"},
        {"kind": "table", "rows": [["a", "b"], ["c", ""]]},
    ]
    assert got["entities"] == [
        {"id": "person:x", "name": "X", "type": "PERSON", "aliases": ["Mr. X"], "roles": ["Minister"], "count": 2}]
    assert got["mentions"] == [
        {"field": "body", "block": 5, "start": 2, "end": 6, "text": "ship", "type": "PERSON", "entity": "person:x"}]
    assert got["problems"] == [{"kind": "cut", "detail": "Only the beginning was read."}]


def test_a_list_leaves_the_bodies_out() -> None:
    """The same keys, without the story and what counts in it."""
    article = Article(id=ID, format="text", title="Title", blocks=(Paragraph("words"),),
                      pieces=(Piece("Subscribe", Role.NEWSLETTER, kept=False),))
    mention = Mention("body", 0, 0, 5, "words", "ORG", "org:words", 1.0, "rule")
    annotated = AnnotatedArticle(article, (Entity("org:words", "words", "ORG"),), (mention,))

    short = json.loads(article_json(annotated, bodies=False))

    assert (short["body"], short["set_aside"], short["mentions"]) == ([], [], [])
    assert list(short) == list(json.loads(article_json(annotated)))
    assert len(short["entities"]) == 1


@given(st.text().map(clean_line), st.text().map(clean_line))
def test_it_is_always_one_line_that_reads_back(title: str, words: str) -> None:
    """Whatever the text: a line per article is what JSON Lines is."""
    article = Article(id=ID, format="text", title=title, blocks=(Paragraph(words),))

    line = article_json(AnnotatedArticle(article))

    assert len(line.splitlines()) == 1
    got = json.loads(line)
    assert (got["title"], got["body"][0]["text"]) == (title, words)
