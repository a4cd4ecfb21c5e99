"""What holds for every page: nothing raises, nothing is lost, nothing is invented, nothing dangerous comes out.

Golden pages show that typical pages come out right; these properties hold for the pages that nobody thought of.
"""

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

import msgspec
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from parsers import Article, Page, Parsed, annotate, parse
from parsers.article import Figure, Preformatted, Role, text_of
from parsers.clean import clean_line, clean_text
from tests.strategies import SEEN, hostile_text, pages
from tests.test_clean import harm
from tests.test_golden_pages import PAGES, seed

# A word as it is counted: letters and digits, so that bullets, rules and brackets do not matter.
WORD = re.compile(r"[^\W_]+")
# What a text browser prints for what it cannot show; it stays in the piece and is no word of a field.
SIGNS = {"BUTTON", "IFRAME"}
# Where Markdown's links lead, and the numbers that text browsers give theirs: no words of the page.
ADDRESSES = re.compile(r"(?<=\])\(https:[^()]*\)|\[\d+\](?=\w)")

HEADLINES = st.sampled_from((
    "Ferry crews vote to extend strike as island shops run short", "Lake towns agree on one water tariff",
    "Who guards the strait when the guards go home?", "Minister's runway was always going to drown",
    "Muschelfischer schlagen Alarm", "離島の渡し船、高校生が運航再開へ",
))
PARAGRAPHS = st.sampled_from((
    "Ferry crews on the Kelmouth Strait voted on Wednesday to stay ashore for another two weeks, turning down an "
    "offer from their employer that island councils had begged them to accept.",
    "“Nobody on this quay wants children to go without,” said Dorothea Quist. “But a shift is paid.”",
    "Mr. Brandt is to meet the transport minister in Ostreham on 3 May 2025, and has $5 million to offer.",
    "NAIROBI, 3 May 2025 (LBN): Seven towns have agreed to charge the same price for water, the board said.",
    "Die Fischer sprechen von der schlechtesten Ernte seit vierzig Jahren, sagte Enno Tjarks am Mittwoch.",
    "汐見町の白波島と本土を結ぶ渡し船が、地元の高校生たちの手で3年ぶりに動き出す。",
    "It was all over.", "Why?",
))
FURNITURE = st.sampled_from((
    "Home", "Share", "site cta", "site cta", "Subscribe to our newsletter", "(BUTTON) Menu", "Opinion | Asia",
    "HomeNewsLake towns agree on one water tariff", "News > Business > Shipping", "By Jane Roe and Tom Fell",
    "by · Harbour Post", "May 3, 2025", "12.03.2025, 18:04 Uhr", "Also Read: Storks leave their chimneys",
    "Credit...Ines Calder for Harbour Post", "The quay at dawn. [Photo by Ada Quill/Coast Pictures]",
    "IMG_4471-large", "3 Comments", "Continue storyCollapse", "More from Europe", "© 2025 Harbour Post",
    "Jane Roehttps://example.org/author/jane/", "Jane Roe is a staff writer who covers the sea.", "---", "____",
    "Search: ____________ (BUTTON) Go", "    indented words of a quotation that somebody made", "## A heading",
    "Correction: an earlier version of this article gave the wrong day.", "IFRAME: https://example.org/x",
))
BULLETS = st.builds("{} {}".format, st.sampled_from(("•", "  *", "-", "1.", "2)")), PARAGRAPHS | FURNITURE)
BLANKS = st.sampled_from(("", "", "   ", "\xa0"))


def wrapped(line: str) -> str:
    """The line as a text browser breaks it."""
    return re.sub(r"(.{40,70}) ", r"\1\n   ", line)


LINES = st.one_of(HEADLINES, PARAGRAPHS, PARAGRAPHS, PARAGRAPHS.map(wrapped), FURNITURE, BULLETS, BLANKS)
REALISTIC = st.lists(LINES, min_size=1, max_size=40).map("\n".join)
MIXED = st.lists(LINES | hostile_text(), min_size=1, max_size=15).map("\n".join)


@st.composite
def stories(draw: st.DrawFn) -> str:
    """A page as pages are made: furniture, a headline, its header, a story with interruptions, more furniture."""
    front, header = draw(st.lists(FURNITURE, max_size=4)), draw(st.lists(FURNITURE | PARAGRAPHS, max_size=4))
    body = draw(st.lists(PARAGRAPHS | LINES, min_size=3, max_size=12))
    back = draw(st.lists(FURNITURE | HEADLINES | PARAGRAPHS, max_size=10))
    air = draw(st.sampled_from(("\n", "\n\n", "\n\n\n")))
    return air.join(("\n".join(front), draw(HEADLINES), "\n".join(header), air.join(body), "\n".join(back)))


def numbered(page: str) -> str:
    """The page as text browsers print it that count the links: here every short line is one."""
    count = itertools.count(1)
    return re.sub(r"(?m)^(?=\w)(?!.{60})", lambda _: f"[{next(count)}]", page)


def torn(page: str) -> str:
    """The page as programs print it that put every stretch of text on a line of its own."""
    lines = [line for line in page.split("\n") if line.strip()]
    return "\n".join(lines).replace(", ", "\n, ").replace(" the ", "\nthe\n")


def marked(page: str) -> str:
    """The page as Markdown: short lines are links, some words emphasised."""
    linked = re.sub(r"(?m)^(\w.{0,59})$", r"[\1](https://example.org)", page)
    return re.sub(r"\b(the|and|of) (\w+)\b", r"\1 **\2**", linked)


PLAIN = stories() | REALISTIC | MIXED
CHANGES = st.sampled_from((numbered, torn, marked))
TEXTS = PLAIN | st.builds(lambda change, page: change(page), CHANGES, PLAIN)


def text_page(text: str) -> Page:
    """A plain text page."""
    return Page(text.encode("utf-8", "replace"), SEEN, None, "text/plain; charset=utf-8")


def read_text(text: str) -> tuple[str, Article]:
    """The words of a text page as they arrive, and the article that it becomes."""
    parsed = parse(text_page(text))
    assume(parsed.format == "text" and parsed.articles)
    (article,) = parsed.articles
    return clean_text(text.encode("utf-8", "replace").decode()), article


def strings(value: object) -> Iterator[str]:
    """Every string inside a value, keys left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from strings(item)


def _words_of(figure: Figure) -> str:
    """All that is said about a picture; one that nothing is said about has no piece."""
    return figure.text + (figure.credit or "") + (figure.alt or "")


def check_pieces(article: Article) -> None:
    """Pieces and blocks agree: each block came from kept pieces, in order, and no piece names another."""
    named = [piece.block for piece in article.pieces if piece.block is not None]
    wordless = {i for i, block in enumerate(article.blocks) if isinstance(block, Figure) and not _words_of(block)}
    assert sorted({*named} | wordless) == list(range(len(article.blocks)))
    assert named == sorted(named)
    assert all(piece.kept for piece in article.pieces if piece.block is not None)
    assert all(piece.text for piece in article.pieces)
    assert not any(piece.kept for piece in article.set_aside)
    titles = [piece for piece in article.pieces if piece.kept and piece.role is Role.TITLE]
    assert len(titles) <= 1


def check_clean(parsed: Parsed) -> None:
    """No string of the result holds anything that may not reach a terminal."""
    for text in strings(msgspec.to_builtins(parsed)):
        assert harm(text, newlines=True) == ""
        assert unicodedata.is_normalized("NFC", text)
    for article in parsed.articles:
        assert article.title
        assert clean_line(article.title) == article.title
        assert re.fullmatch("[0-9a-f]{32}", article.id)
        for block in article.blocks:
            assert isinstance(block, Preformatted) or harm(block.text, newlines=block.text.count("\n") > 0) == ""


@given(pages())
@settings(max_examples=150)
def test_any_bytes_parse(page: Page) -> None:
    """Whatever the bytes and whatever they are declared as, a result comes back, clean and consistent."""
    parsed = parse(page)
    assert parsed.articles or parsed.problems
    assert all(problem.detail for problem in parsed.problems)
    check_clean(parsed)
    for article in parsed.articles:
        check_pieces(article)


@given(st.binary(max_size=2000))
@example(b"\xff\xfe\x00")
@example(b"\x1b]52;c;cm0gLXJm\x07")
@example(b"<" * 500)
@example("\N{FULLWIDTH LATIN SMALL LETTER A}".encode("utf-16"))
def test_random_bytes_parse(body: bytes) -> None:
    """Bytes that nobody calls anything parse too."""
    check_clean(parse(Page(body, SEEN)))


@given(pages() | TEXTS.map(text_page))
def test_the_same_page_gives_the_same_article(page: Page) -> None:
    """Parsing depends on the page alone."""
    assert parse(page) == parse(page)


@pytest.mark.parametrize("body", [b"A title\n\nSome words of a story.", b"<p><a href='b\x1b]52;c;x\x07'>a</a>"])
def test_a_hostile_address_comes_out_harmless(body: bytes) -> None:
    """The address of a page is foreign text too, and so are those that it links to."""
    parsed = parse(Page(body, SEEN, "https://example.org/\x1b[31m/a\u202e b"))
    check_clean(parsed)
    assert parsed.articles[0].url == "https://example.org/%1B[31m/a%E2%80%AE%20b"


@given(TEXTS)
def test_no_word_of_the_body_is_invented(text: str) -> None:
    """Every word of every block stands in the page."""
    page, article = read_text(text)
    known = "".join(page.split())
    known += re.sub(r"\*\*|\]\([^()]*\)|[\[\]]", "", known)  # as Markdown is read
    for block in article.blocks:
        credit = (block.credit or "") if isinstance(block, Figure) else ""
        for word in f"{block.text} {credit}".split():
            assert word in known


@given(PLAIN)
@example("Title\n\n" + "word " * 60 + ".\n\n1. one\n2. two\n\n" + "More words. " * 30)
def test_no_word_of_the_page_is_lost(text: str) -> None:
    """The pieces of a text page hold each of its words exactly as often as the page does."""
    page, article = read_text(text)
    pieces = Counter(word for piece in article.pieces for word in WORD.findall(piece.text))
    assert pieces == Counter(WORD.findall(page))


@given(PLAIN, CHANGES)
def test_no_word_of_a_page_with_signs_is_lost(text: str, change: Callable[[str], str]) -> None:
    """Numbers of links and addresses are no words of the page; all others stay."""
    assume("](" not in text and "]:" not in text and not re.search(r"\[\d+\]", text))  # signs of its own
    _, article = read_text(change(text))
    pieces = Counter(word for piece in article.pieces for word in WORD.findall(piece.text))
    page = clean_text(text.encode("utf-8", "replace").decode())
    assert Counter(WORD.findall(page)) <= pieces


@given(TEXTS)
def test_blocks_come_from_their_pieces(text: str) -> None:
    """A block's words are those of the pieces that name it; a kept piece without a block is in a field."""
    _, article = read_text(text)
    check_pieces(article)
    check_clean(Parsed("text", (article,)))
    for index, block in enumerate(article.blocks):
        own = " ".join(piece.text for piece in article.pieces if piece.block == index)
        assert Counter(WORD.findall(block.text)) <= Counter(WORD.findall(own))
    fields = msgspec.structs.replace(article, blocks=(), pieces=(), related=())
    shown = {word for value in strings(msgspec.to_builtins(fields)) for word in WORD.findall(value)}
    for piece in article.pieces:
        if piece.kept and piece.block is None and piece.role not in (Role.BYLINE, Role.DATE):
            assert set(WORD.findall(piece.text)) - SIGNS <= shown


def check_mentions(article: Article) -> None:
    """Mentions cut out their text, in reading order, apart from each other, and each has its entity."""
    annotated = annotate(article)
    assert annotated.article == article
    entities = {entity.id: entity for entity in annotated.entities}
    assert len(entities) == len(annotated.entities)
    order = {"title": -2, "dek": -1}
    places = []
    for mention in annotated.mentions:
        text = text_of(article, mention.field, mention.block)
        assert mention.start < mention.end
        assert text[mention.start:mention.end] == mention.text == mention.text.strip()
        assert entities[mention.entity].type == mention.type
        assert 0 <= mention.score <= 1
        at = order.get(mention.field, mention.block)
        assert at is not None
        places.append((at, mention.start, mention.end))
    assert places == sorted(places)
    assert all(a[0] < b[0] or a[2] <= b[1] for a, b in pairwise(places))
    counts = Counter(mention.entity for mention in annotated.mentions)
    assert {entity.id: entity.count for entity in annotated.entities} == dict(counts)
    assert annotate(article) == annotated


@given(TEXTS)
@settings(max_examples=40)
def test_mentions_cut_out_their_text(text: str) -> None:
    """Whatever the page, what annotate marks is there, sorted, apart, and belongs to an entity."""
    _, article = read_text(text)
    check_mentions(article)


REAL = [*(path.stem for path in sorted(PAGES.glob("*.txt"))), "000", "001", "002"]


@pytest.mark.parametrize("name", REAL)
def test_golden_pages_keep_every_promise(name: str) -> None:
    """What holds for random pages holds for real ones, read whole and with line ends of every platform."""
    text = seed(name) if name.isdigit() else (PAGES / f"{name}.txt").read_text("utf-8")
    article = parse(text_page(text)).articles[0]
    check_pieces(article)
    check_mentions(article)
    pieces = Counter(word for piece in article.pieces for word in WORD.findall(piece.text))
    assert pieces == Counter(WORD.findall(ADDRESSES.sub("", clean_text(text))))
    for ends in ("\r\n", "\r"):
        assert parse(text_page(text.replace("\n", ends))).articles[0] == article
