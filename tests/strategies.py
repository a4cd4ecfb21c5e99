"""Shared hypothesis strategies: what the world may send, and articles as the house relies on them.

`hostile_text` is what a page may hold; `pages` are whole pages as bytes; `annotated_articles` keep every
promise of parsers/article.py (clean texts, offsets inside, mentions that cut out their text), nothing more.
"""

import re
from datetime import UTC, datetime
from typing import Literal, get_args

from hypothesis import strategies as st

from parsers.article import (
    AnnotatedArticle,
    Article,
    Author,
    Block,
    Dateline,
    Entity,
    EntityType,
    Figure,
    Heading,
    ListItem,
    Mark,
    Mention,
    Page,
    Paragraph,
    Piece,
    Preformatted,
    Quote,
    Related,
    Role,
    Table,
    text_of,
)
from parsers.clean import clean_line, clean_text

SEEN = datetime(2025, 1, 15, 12, 0, tzinfo=UTC)
"""The only "now" of generated pages."""

ATTACKS = (
    "\x1b]52;c;cm0gLXJm\x07", "\x1b[31m", "\x1b[2J\x1b[H", "\x1bP+q\x1b\\", "\x9b31m", "\x9d0;title\x9c",
    "\x1b", "\x07", "\x00", "\x7f", "\r", "\u202e", "\u2066", "\u200b", "\ufeff", "\u2028", "\ud800",
    "e" + "\u0301" * 40,
    "[/]", "[bold", "[@click=app.quit]x[/]", "<script>", "</p>", "<img src=x onerror=y>", "&#27;[31m",
    "&amp;", "# ", "* ", "> ", "---", "```", "](javascript:x)", "[[x]]", "| a | b |", "1. ", "\\", "$x$",
    "%%", "#tag", "^x",
)
"""Escape sequences, controls, overrides, and the syntax of every language that our texts pass through."""

_WORDS = st.sampled_from((
    "Prime", "Minister", "of", "the", "Ruritania", "said", "on", "Tuesday", "“we", "will", "see”", "Reuters",
    "U.N.", "$5", "2", "April", "2024", "naïve", "Zürich", "Москва", "北京", "שלום", "👩‍🚀", "co-operate",
    "—", "O’Neill",
))

_Style = Literal["emphasis", "strong", "code", "link"]
_STYLES: tuple[_Style, ...] = get_args(_Style)
_TYPES: tuple[EntityType, ...] = get_args(EntityType)


def prose(min_words: int = 1, max_words: int = 30) -> st.SearchStrategy[str]:
    """Clean words as news is made of them; one line, never empty."""
    return st.lists(_WORDS, min_size=min_words, max_size=max_words).map(" ".join).map(clean_line)


def hostile_text() -> st.SearchStrategy[str]:
    """Any text a page may hold: words, attacks and arbitrary characters, in any order."""
    spaces = st.sampled_from((" ", "\n", "\n\n", "\t"))
    piece = st.one_of(_WORDS, st.sampled_from(ATTACKS), spaces, st.text(max_size=5))
    return st.lists(piece, max_size=30).map("".join)


def clean_lines() -> st.SearchStrategy[str]:
    """Hostile text after the cleaner: what a field of an article may hold. May be empty."""
    return hostile_text().map(clean_line)


def pages() -> st.SearchStrategy[Page]:
    """Whole pages: any bytes, text dumps and HTML of any encoding, truthfully declared or not."""
    texts = st.lists(hostile_text(), max_size=8).map("\n".join)
    html = texts.map(lambda text: "<html><body><article><h1>Title</h1><p>" + text.replace("\n", "</p><p>"))
    encoded = st.builds(
        lambda text, encoding: text.encode(encoding, "replace"),
        st.one_of(texts, html),
        st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "latin-1", "cp1251", "shift_jis", "gb18030")),
    )
    types = (None, "text/plain", "text/html", "text/html; charset=utf-8", "text/plain; charset=klingon",
             "image/png", ";")
    return st.builds(
        Page,
        body=st.one_of(st.binary(max_size=400), encoded),
        seen_at=st.just(SEEN),
        url=st.sampled_from((None, "https://www.example.org/news/a-story", "http://[", "file:///x")),
        content_type=st.sampled_from(types),
    )


@st.composite
def marks(draw: st.DrawFn, text: str) -> tuple[Mark, ...]:
    """Inline formatting inside the text, in order, not overlapping."""
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=4)))
    made = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        style = draw(st.sampled_from(_STYLES))
        href = "https://example.org/a_(b)?c=<d>&e=f" if style == "link" else None
        made.append(Mark(start, end, style, href))
    return tuple(made)


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    """One block of any kind; its text is clean and, but for a figure's, not empty."""
    kind = draw(st.sampled_from((Paragraph, Heading, Quote, ListItem, Preformatted, Figure, Table)))
    text = draw(clean_lines()) or "Text."
    if kind is Heading:
        return Heading(text, draw(st.integers(2, 6)), draw(marks(text)))
    if kind is Quote:
        return Quote(text, draw(st.integers(1, 3)), draw(marks(text)))
    if kind is ListItem:
        ordinal = draw(st.none() | st.integers(1, 120))
        return ListItem(text, draw(st.integers(0, 3)), ordinal, draw(marks(text)))
    if kind is Preformatted:
        return Preformatted(clean_text(draw(hostile_text())) or "x")
    if kind is Figure:
        return Figure(draw(clean_lines()), draw(st.none() | prose()), draw(st.none() | prose()))
    if kind is Table:
        columns = draw(st.integers(1, 4))
        row = st.lists(clean_lines(), min_size=columns, max_size=columns).map(tuple)
        return Table(tuple(draw(st.lists(row, min_size=1, max_size=4))))
    return Paragraph(text, draw(marks(text)))


_PIECES = st.builds(Piece, text=prose(), role=st.sampled_from(tuple(Role)), kept=st.booleans())


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """An article with any of its fields present or absent."""
    field = st.none() | clean_lines().filter(bool)
    return Article(
        id=draw(st.text("0123456789abcdef", min_size=32, max_size=32)),
        format=draw(st.sampled_from(("text", "html"))),
        title=draw(clean_lines()) or "Untitled page",
        blocks=tuple(draw(st.lists(blocks(), max_size=6))),
        url=draw(st.sampled_from((None, "https://example.org/2024/04/02/story.html"))),
        dek=draw(field), kicker=draw(field), section=draw(field), publisher=draw(field),
        breadcrumb=tuple(draw(st.lists(prose(1, 3), max_size=3))),
        authors=tuple(draw(st.lists(st.builds(Author, name=prose(1, 4), bio=field), max_size=3))),
        published=draw(st.sampled_from((None, "2024-04-02", "2024-04-02T08:15:00+02:00"))),
        modified=draw(st.sampled_from((None, "2024-04-03"))),
        dateline=draw(st.sampled_from((None, Dateline("Paris", "2024-04-02", "TDI"), Dateline("Brussels")))),
        language=draw(st.sampled_from((None, "en", "de"))),
        related=tuple(draw(st.lists(st.builds(Related, title=prose(), group=field), max_size=3))),
        pieces=tuple(draw(st.lists(_PIECES, max_size=4))),
    )


@st.composite
def annotated_articles(draw: st.DrawFn) -> AnnotatedArticle:
    """An article with mentions that cut out their text, in reading order, never overlapping."""
    article = draw(articles())
    mentions: list[Mention] = []
    for field, block in _places(article):
        words = list(re.finditer(r"\w+", text_of(article, field, block)))
        for word in words[: draw(st.integers(0, 3))]:
            kind = draw(st.sampled_from(_TYPES))
            entity = f"{kind.lower()}:x"
            mentions.append(Mention(field, block, *word.span(), word[0], kind, entity, 0.9, "test"))
    entities = []
    for kind in dict.fromkeys(mention.type for mention in mentions):
        own = [mention for mention in mentions if mention.type == kind]
        entities.append(Entity(own[0].entity, own[0].text, kind, count=len(own)))
    return AnnotatedArticle(article, tuple(entities), tuple(mentions))


def _places(article: Article) -> list[tuple[Literal["title", "dek", "body"], int | None]]:
    return [("title", None), ("dek", None), *(("body", index) for index in range(len(article.blocks)))]
