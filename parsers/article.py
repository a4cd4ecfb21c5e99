"""The data model: what a page is, and the article it turns into.

Every other module speaks in these types, and this one imports none of ours. They are frozen msgspec structs:
immutable, slotted, and checked against their annotations when they are read back from storage or JSON.

Two rules hold for all of them. Every text is clean (see clean.py): NFC, no control characters, no escape
sequences, no bidi overrides. Every offset counts code points and is half-open, [start, end), into the one text
that is named beside it.
"""

from datetime import datetime
from enum import StrEnum
from typing import Literal

from msgspec import Struct


class Page(Struct, frozen=True):
    """A page as it was received, before anything is known about it."""

    body: bytes
    """Exactly as received."""
    seen_at: datetime
    """Aware, UTC: the only "now" that parsers know."""
    url: str | None = None
    """Where it came from, absolute; None when nobody knows (a paste, a file)."""
    content_type: str | None = None
    """As declared by whoever delivered it, charset included; it may lie. None: not declared."""


Style = Literal["emphasis", "strong", "code", "link"]


class Mark(Struct, frozen=True):
    """Inline formatting of a stretch of a block's text."""

    start: int
    end: int
    style: Style
    href: str | None = None
    """Absolute http, https or mailto address; set when the style is link, and only then."""


class Paragraph(Struct, frozen=True, tag_field="kind", tag="paragraph"):
    text: str
    marks: tuple[Mark, ...] = ()


class Heading(Struct, frozen=True, tag_field="kind", tag="heading"):
    text: str
    level: int = 2
    """2 to 6: the title is the only heading of level 1."""
    marks: tuple[Mark, ...] = ()


class Quote(Struct, frozen=True, tag_field="kind", tag="quote"):
    text: str
    depth: int = 1
    marks: tuple[Mark, ...] = ()


class ListItem(Struct, frozen=True, tag_field="kind", tag="list_item"):
    text: str
    depth: int = 0
    ordinal: int | None = None
    """The item's number in an ordered list; None for a bullet."""
    marks: tuple[Mark, ...] = ()


class Preformatted(Struct, frozen=True, tag_field="kind", tag="preformatted"):
    """Code, verse or a wire table: the only text that may hold newlines and runs of spaces."""

    text: str
    marks: tuple[Mark, ...] = ()


class Figure(Struct, frozen=True, tag_field="kind", tag="figure"):
    text: str
    """The caption without its credit; may be empty when only the picture or its credit is known."""
    credit: str | None = None
    alt: str | None = None
    src: str | None = None
    """Absolute URL of the picture; None when the page does not say (a text dump)."""
    file: str | None = None
    """Where a saved page keeps the picture: a path relative to the page, percent-encoded ("page_files/a.jpg"), or
    "data:" and 32 hex digits for one that is written into the page itself. None: it keeps none."""


class Table(Struct, frozen=True, tag_field="kind", tag="table"):
    rows: tuple[tuple[str, ...], ...]
    """Rectangular; empty cells are empty strings."""

    @property
    def text(self) -> str:
        """The cells joined by tabs and newlines."""
        return "\n".join("\t".join(row) for row in self.rows)


Block = Paragraph | Heading | Quote | ListItem | Preformatted | Figure | Table


class Role(StrEnum):
    """What a piece of a page is, in the field's words. The labeller gives every fragment exactly one."""

    TITLE = "title"
    DEK = "dek"
    KICKER = "kicker"
    SECTION = "section"
    BYLINE = "byline"
    DATE = "date"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    PREFORMATTED = "preformatted"
    TABLE = "table"
    IMAGE = "image"
    CAPTION = "caption"
    CREDIT = "credit"
    AUTHOR_BIO = "author_bio"
    CORRECTION = "correction"
    RELATED_LINK = "related_link"
    OTHER_STORY = "other_story"
    PROMO = "promo"
    ADVERT = "advert"
    NEWSLETTER = "newsletter"
    SOCIAL = "social"
    NAVIGATION = "navigation"
    BREADCRUMB = "breadcrumb"
    COMMENT = "comment"
    LEGAL = "legal"
    PAYWALL = "paywall"


class Piece(Struct, frozen=True):
    """One piece of the page as it came, and what became of it."""

    text: str
    role: Role
    kept: bool
    """True when a reader of the article sees it (as a block or a field); False when it was set aside."""
    block: int | None = None
    """Index into Article.blocks of the block it became (part of); None for fields and what was set aside."""
    reason: str | None = None
    """Why it got its role, in a few words for a person ("repeats the title"); None when the role says it all."""


class Author(Struct, frozen=True):
    name: str
    url: str | None = None
    bio: str | None = None


class Dateline(Struct, frozen=True):
    """Where and when a story was filed, as its first paragraph says: "Paris, 2 April 2024 (TDI):"."""

    place: str | None = None
    date: str | None = None
    """ISO 8601 date; None when the dateline gives no full date."""
    agency: str | None = None


class Related(Struct, frozen=True):
    """Another story that the page points to."""

    title: str
    url: str | None = None
    group: str | None = None
    """The heading of the box it stood in ("Also Read"); None when it had none."""


class Article(Struct, frozen=True):
    id: str
    """32 hex digits, the same each time the same story is read again (see identity.py)."""
    format: str
    """The input format it was read from: "text", "html" …"""
    title: str
    """One line, never empty: the first words of the page when nothing looks like a title."""
    blocks: tuple[Block, ...] = ()
    """The story in reading order; the title and the dek are not repeated here."""
    url: str | None = None
    dek: str | None = None
    kicker: str | None = None
    section: str | None = None
    breadcrumb: tuple[str, ...] = ()
    authors: tuple[Author, ...] = ()
    publisher: str | None = None
    published: str | None = None
    """ISO 8601: a date alone where the page gives only a date. Stated by the page or None; never guessed."""
    modified: str | None = None
    dateline: Dateline | None = None
    language: str | None = None
    """BCP 47; None when neither the page nor its words tell."""
    related: tuple[Related, ...] = ()
    pieces: tuple[Piece, ...] = ()
    """The whole page in reading order: kept pieces and set-aside ones, each with its role."""
    problems: tuple["Problem", ...] = ()
    """What a reader should know about how this article was read."""

    @property
    def set_aside(self) -> tuple[Piece, ...]:
        """The pieces of the page that a reader of the article does not see, in reading order."""
        return tuple(piece for piece in self.pieces if not piece.kept)

    @property
    def words(self) -> int:
        """Words of the story: title, dek and captions not counted."""
        return sum(len(block.text.split()) for block in self.blocks if not isinstance(block, Figure))


class Problem(Struct, frozen=True):
    """Something about the input that a reader should know. Bad input is data, never an exception."""

    kind: Literal["empty", "not_text", "undecodable", "cut", "too_complex", "no_article", "script_only"]
    detail: str
    """One sentence for a person: what it is and what to try."""


class Parsed(Struct, frozen=True):
    """What `parse` makes of a page. Always returned, whatever the bytes."""

    format: str
    articles: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()


EntityType = Literal["PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "DATE", "MONEY"]


# A mention with this score or more is shown as sure: of those 95 in 100 are right (entities/data/MODEL.md).
SURE = 0.9


class Mention(Struct, frozen=True):
    """One place where an article names something."""

    field: Literal["title", "dek", "body"]
    block: int | None
    """Index into Article.blocks when the field is body (a figure's caption included), else None."""
    start: int
    end: int
    text: str
    """What [start, end) cuts out of that field's or block's text: no title, no leading "the", no possessive."""
    type: EntityType
    entity: str
    """The id of its Entity."""
    score: float
    """0 to 1: how sure the recogniser is."""
    found_by: str
    """The name of the recogniser or rule that found it."""


class Entity(Struct, frozen=True):
    """One referent of an article, under all the names the article gives it."""

    id: str
    """type and name in lower case ("person:antony-j-blinken"): equal names of one type have equal ids."""
    name: str
    """The canonical name: the fullest form that the article uses."""
    type: EntityType
    aliases: tuple[str, ...] = ()
    """The other forms the article uses, titles included ("Mr. Blinken")."""
    roles: tuple[str, ...] = ()
    """Titles and appositions seen ("Secretary of State")."""
    count: int = 0
    """Number of mentions."""


class AnnotatedArticle(Struct, frozen=True):
    article: Article
    entities: tuple[Entity, ...] = ()
    """By first mention."""
    mentions: tuple[Mention, ...] = ()
    """In reading order (title, dek, then the blocks); they never overlap."""


def text_of(article: Article, field: str, block: int | None) -> str:
    """The text that a mention's offsets count in; "" for a dek that is absent."""
    if field == "title":
        return article.title
    if field == "dek":
        return article.dek or ""
    if block is None:
        raise ValueError("a mention in the body names its block")
    return article.blocks[block].text
