"""Markdown export, read back by an independent Markdown parser: the same words, and nothing that was not there."""

import json
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Literal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from library.export.markdown import markdown
from library.export.preset import Preset
from parsers.article import (
    AnnotatedArticle,
    Article,
    Author,
    Block,
    Entity,
    Figure,
    Heading,
    ListItem,
    Mark,
    Paragraph,
    Preformatted,
    Quote,
    Table,
)
from parsers.clean import clean_line, clean_text

ID = "0123456789abcdef0123456789abcdef"
EXPORTED_ON = date(2026, 11, 22)

STYLES: list[Literal["emphasis", "strong", "code", "link"]] = ["emphasis", "strong", "code", "link"]

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

# Signs that mean something to Markdown, YAML or Obsidian far outnumber words here.
hostile = st.lists(
    st.sampled_from(list("\\`*_[]()<>#+-.!|~^=%$&;:{}\"'@/ \t0123456789abcé中—“”€\u0301\u200d"))
    | st.sampled_from(["1. ", "- ", "# ", "> ", "---", "***", "```", "[[x]]", "![x](y)", "[x]: y", "&amp;", "&#35;",
                       "<b>", "<!--", "https://e.org/", "==", "%%", "$x$", "| a |", "~~", "__", "![", "](", "\\\\"])
    | st.characters(codec="utf-8"),
    max_size=12,
).map("".join)
line = hostile.map(clean_line)
words = line.filter(bool)
urls = st.just("https://example.org/a(b)_c*d?x=1&copy;=2") | hostile.map("https://example.org/".__add__).map(clean_line)


@st.composite
def marks_of(draw: st.DrawFn, text: str) -> tuple[Mark, ...]:
    spot = st.integers(0, len(text))
    marks = []
    for style in draw(st.lists(st.sampled_from(STYLES), max_size=4)):
        start, end = sorted((draw(spot), draw(spot)))
        marks.append(Mark(start, end, style, draw(urls) if style == "link" else None))
    return tuple(marks)


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    text = draw(words)
    marks = draw(marks_of(text))
    match draw(st.integers(0, 6)):
        case 0:
            return Heading(text, draw(st.integers(2, 6)), marks)
        case 1:
            return Quote(text, draw(st.integers(1, 9)), marks)
        case 2 | 3:
            ordinal = draw(st.none() | st.integers(-1, 10**10) | st.integers(1, 3))
            return ListItem(text, draw(st.integers(0, 9)), ordinal, marks)
        case 4:
            return draw(st.builds(Preformatted, hostile.map(clean_text).filter(str.strip)))
        case 5:
            return Figure(draw(line), draw(st.none() | words), draw(st.none() | words), draw(st.none() | urls))
        case _:
            return Paragraph(text, marks)


tables = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.tuples(*[line] * width), min_size=1, max_size=4).map(lambda rows: Table(tuple(rows)))
)
articles = st.builds(
    Article,
    id=st.just(ID),
    format=st.just("text"),
    title=words,
    dek=st.none() | words,
    blocks=st.lists(blocks() | tables, max_size=6).map(tuple),
)


def body_of(text: str) -> str:
    """The file without its front matter."""
    return text.split("\n---\n", 1)[1] if text.startswith("---\n") else text


def texts_of(token: Token) -> str:
    """What a reader sees of an inline token."""
    shown = ""
    for child in token.children or []:
        if child.type == "softbreak":
            shown += " "
        elif child.type == "image":
            shown += texts_of(child) or child.content
        else:
            shown += child.content
    return shown


def read_back(text: str) -> list[str]:
    """Every text of the document in order, one per paragraph, heading, cell or code block."""
    tokens = READER.parse(body_of(text))
    return [texts_of(token) if token.type == "inline" else token.content.removesuffix("\n")
            for token in tokens if token.type in ("inline", "fence")]


def expected(article: Article) -> Iterator[str]:
    yield article.title
    if article.dek:
        yield article.dek
    for block in article.blocks:
        match block:
            case Figure():
                if block.src:
                    yield block.alt or ""
                said = " ".join(part for part in (block.text, block.credit) if part)
                if said or (block.alt and not block.src):
                    yield said or block.alt or ""
            case Table():
                yield from [cell for row in block.rows for cell in row]
            case _:
                yield block.text


def links_of(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        if token.type in ("link_open", "image"):
            yield token
        yield from links_of(token.children or [])


def write(article: Article, preset: Preset = Preset.OBSIDIAN) -> str:
    return markdown(AnnotatedArticle(article), exported_on=EXPORTED_ON, preset=preset)


def one(*story: Block) -> Article:
    return Article(id=ID, format="text", title="Title", blocks=story)


@given(articles)
@example(one(Paragraph("a*b", (Mark(1, 2, "strong"),))))
@example(one(ListItem("a", 0, 3), ListItem("b", 0, 7), ListItem("c", 1, 4)))
def test_a_markdown_reader_gives_the_same_words_back(article: Article) -> None:
    """Whatever the text of a page, every word of it comes back, in order, and none beside them."""
    assert read_back(write(article)) == list(expected(article))


@given(articles)
def test_text_never_becomes_markup(article: Article) -> None:
    """No HTML, rule, link, picture, emphasis or control character appears that the article does not have."""
    tokens = READER.parse(body_of(write(article)))
    inner = [child for token in tokens for child in token.children or []]
    marks = [mark for block in article.blocks for mark in getattr(block, "marks", ())]
    styles = {mark.style for mark in marks}

    assert not any(unicodedata.category(character) == "Cc" for character in write(article) if character != "\n")
    assert not {token.type for token in [*tokens, *inner]} & {"html_inline", "html_block", "hr", "s_open", "hardbreak"}
    assert "strong" in styles or not any(child.type == "strong_open" for child in inner)
    assert "code" in styles or not any(child.type == "code_inline" for child in inner)
    targets = {mark.href for mark in marks if mark.style == "link"}
    targets |= {block.src for block in article.blocks if isinstance(block, Figure) and block.src}
    assert len(list(links_of(tokens))) <= len(marks) + sum(isinstance(block, Figure) for block in article.blocks)
    assert all(str(token.attrs.get("href") or token.attrs.get("src")).startswith("https://example.org/")
               for token in links_of(tokens))


@given(articles)
def test_one_title_and_headings_below_it(article: Article) -> None:
    """The document has one heading of level 1, the title; the others keep their levels."""
    headings = [token.tag for token in READER.parse(body_of(write(article))) if token.type == "heading_open"]

    assert headings == ["h1", *(f"h{block.level}" for block in article.blocks if isinstance(block, Heading))]


@given(words, words, words)
def test_front_matter_is_one_safe_line_per_key(title: str, publisher: str, author: str) -> None:
    """No page can write a key of its own: each text stands in quotes on its line and reads back as itself."""
    article = Article(id=ID, format="html", title=title, publisher=publisher, authors=(Author(author),))
    lines = write(article).split("\n---\n")[0].split("\n")

    assert [text.split(":")[0] for text in lines] == [
        "---", "title", "site", "author", "created", "tags", "words", "id"]
    assert json.loads(lines[1].removeprefix("title: ")) == title
    assert json.loads(lines[2].removeprefix("site: ")) == publisher
    assert json.loads(lines[3].removeprefix("author: ")) == [author]


def test_front_matter_says_what_the_page_says() -> None:
    """Every key of the convention, in its order, when the page has them all."""
    article = Article(
        id=ID, format="html", title='The "corridor"', url="https://example.org/grain", publisher="Example Times",
        authors=(Author("Jane Doe"), Author("A. N. Other")), published="2026-11-20T08:15:00+01:00",
        modified="2026-11-20T10:02:00+01:00", dek="One sentence: from the page.", language="en",
        blocks=(Paragraph("Ministers met."),),
    )
    entities = (Entity("person:a", "António Guterres", "PERSON"), Entity("org:w", "WFP", "ORG"),
                Entity("gpe:g", "Geneva", "GPE"), Entity("loc:d", "Danube", "LOC"), Entity("date:x", "Friday", "DATE"))

    text = markdown(AnnotatedArticle(article, entities), exported_on=EXPORTED_ON)

    assert text == f'''---
title: "The \\"corridor\\""
source: "https://example.org/grain"
site: "Example Times"
author: ["Jane Doe", "A. N. Other"]
published: 2026-11-20T08:15:00+01:00
updated: 2026-11-20T10:02:00+01:00
created: 2026-11-22
description: "One sentence: from the page."
lang: en
tags: [clippings, news]
words: 2
id: "{ID}"
entities:
  person: ["António Guterres"]
  org: ["WFP"]
  place: ["Geneva", "Danube"]
---

# The "corridor"

*One sentence: from the page.*

Ministers met.
'''


@pytest.mark.parametrize(("language", "written"), [("no", '"no"'), ("nb", "nb"), ("pt-BR", "pt-BR"), ("12", '"12"')])
def test_yaml_cannot_misread_a_language(language: str, written: str) -> None:
    """Norwegian is "no", which YAML takes for false."""
    article = Article(id=ID, format="html", title="T", language=language)

    assert f"\nlang: {written}\n" in write(article)


def test_a_date_that_is_none_is_quoted() -> None:
    """Whatever the page states as its date, the front matter stays valid."""
    article = Article(id=ID, format="html", title="T", published="soon: or'later")

    assert '\npublished: "soon: or\'later"\n' in write(article)


def test_plain_has_no_front_matter_but_says_the_same() -> None:
    """Without front matter the publisher, authors, date and address stand below the title."""
    article = Article(id=ID, format="html", title="T", dek="D.", publisher="Example Times", published="2026-11-20",
                      authors=(Author("Jane Doe"),), url="https://example.org/a_b")

    assert write(article, Preset.PLAIN) == (
        "# T\n\n*D.*\n\nExample Times · Jane Doe · 2026-11-20\n\n[https://example.org/a_b](https://example.org/a_b)\n"
    )


def test_the_story_is_readable_markdown() -> None:
    """Ordinary news is not peppered with backslashes."""
    story = write(one(
        Paragraph("Prices rose 5% to $3.20 - a record - said Mr. O'Neil (54), who “never” saw #1 in file_name.txt!",
                  (Mark(0, 6, "strong"), Mark(12, 14, "emphasis"), Mark(18, 23, "link", "https://example.org/x"))),
        Heading("What comes next?", 3),
        ListItem("One", 0), ListItem("Two", 0), ListItem("Inner", 1, 1),
        ListItem("Three", 0),
        Quote("We will see.", 1), Quote("He said.", 2),
        Figure("A harbour.", "Jane Doe/Agency", "ships", "https://example.org/a.jpg"),
        Table((("Year", "Tonnes"), ("2025", "1|2"))),
        Preformatted("a\n  ```b"),
    ), Preset.PLAIN)

    assert story == """# Title

**Prices** rose _5%_ to [$3.20](https://example.org/x) - a record - said Mr. O'Neil (54), who “never” saw \\#1 in \
file_name.txt!

### What comes next?

- One
- Two
  1. Inner
- Three

> We will see.
>
> > He said.

![ships](https://example.org/a.jpg)

*A harbour.*
*Jane Doe/Agency*

| Year | Tonnes |
| --- | --- |
| 2025 | 1\\|2 |

````
a
  ```b
````
"""


@given(st.lists(st.tuples(st.integers(0, 3), st.none() | st.integers(0, 4)), min_size=1, max_size=10))
def test_lists_keep_their_numbers_and_levels(places: list[tuple[int, int | None]]) -> None:
    """Each item has the number the page gave it, at the level it stood on (never deeper than one below the last)."""
    items = [ListItem(f"item {index}", depth, ordinal) for index, (depth, ordinal) in enumerate(places)]
    wanted, open_levels = [], 0
    for item in items:
        depth = min(item.depth, open_levels)
        open_levels = depth + 1
        wanted.append((depth, item.ordinal))

    seen: list[tuple[int, int | None]] = []
    numbers: list[int | None] = []
    for token in READER.parse(body_of(write(one(*items)))):
        if token.type == "ordered_list_open":
            numbers.append(int(token.attrs.get("start", 1)) - 1)
        elif token.type == "bullet_list_open":
            numbers.append(None)
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            numbers.pop()
        elif token.type == "list_item_open":
            last = numbers[-1]
            numbers[-1] = None if last is None else last + 1
            seen.append((len(numbers) - 1, numbers[-1]))

    assert seen == wanted


@pytest.mark.parametrize("marks", [
    (Mark(0, 3, "strong"),), (Mark(4, 7, "emphasis"),), (Mark(4, 7, "code"), Mark(0, 15, "strong")),
    (Mark(8, 15, "link", "https://example.org/"), Mark(8, 11, "strong"), Mark(12, 15, "emphasis")),
    (Mark(0, 3, "strong"), Mark(3, 7, "strong")), (Mark(0, 4, "emphasis"), Mark(8, 15, "strong")),
    (Mark(1, 2, "strong"),), (Mark(0, 7, "link", "https://example.org/"), Mark(0, 7, "code")),
])
def test_marks_come_back(marks: tuple[Mark, ...]) -> None:
    """What was bold, slanted, code or a link around words is that again, nested as it was."""
    text = "one two thr fou"
    shown: list[tuple[str, str]] = []
    open_styles: list[str] = []
    for token in READER.parse(body_of(write(one(Paragraph(text, marks)))))[4].children or []:
        if token.nesting == 1:
            open_styles.append({"em_open": "emphasis", "strong_open": "strong", "link_open": "link"}[token.type])
        elif token.nesting == -1:
            open_styles.pop()
        else:
            styles = [*open_styles, "code"] if token.type == "code_inline" else open_styles
            shown += [(character, style) for character in token.content for style in styles if character != " "]

    wanted = {(mark.style, at): text[at] for mark in marks for at in range(mark.start, mark.end) if text[at] != " "}
    assert sorted(shown) == sorted((character, style) for (style, _), character in wanted.items())


def test_marks_that_markdown_cannot_express_are_left_out() -> None:
    """Slanted letters inside a word, and marks that cross: the words stay whole."""
    story = write(one(Paragraph("unbelievable news", (Mark(2, 6, "emphasis"), Mark(0, 15, "strong"),
                                                      Mark(13, 17, "link", "https://example.org/")))))

    assert story.endswith("\n\nunbelievable [news](https://example.org/)\n")


@pytest.mark.parametrize("text", ["#tag", "see #tag", "[[Note]]", "![[Note]]", "==x==", "%%x%%", "a $x$ b", "x ^block",
                                  "[^1]", "> [!note] x", "- [ ] task"])
def test_obsidian_sees_no_syntax_of_its_own(text: str) -> None:
    """Tags, wikilinks, highlights, comments, formulas, block names, footnotes and callouts do not arise from words."""
    written = body_of(write(one(Paragraph(text)))).split("\n\n")[1].strip()

    for sign in ("#", "[[", "==", "%%", "$", "^", "[^", "> "):
        at = text.find(sign)
        if at >= 0:
            assert "\\" + sign[0] in written
    assert written.replace("\\", "") == text


@pytest.mark.parametrize("href", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//x.org", "https:"])
def test_only_web_and_mail_addresses_become_links(href: str) -> None:
    """Other addresses lose their link, never their words."""
    assert "\n\nwords\n" in write(one(Paragraph("words", (Mark(0, 5, "link", href),))))
