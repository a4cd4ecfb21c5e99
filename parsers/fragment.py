"""What a format reader hands over: the page as a flat sequence of pieces, and what it states about itself.

Every format is turned into these two values and nothing else, so that one labeller and one assembler serve
all of them. A text dump knows little about a fragment (its lines, its indent, the blank lines before it); HTML
knows more (tags, classes, links). Unknown stays at its default and no rule may rely on it alone.
"""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field

from parsers.article import Author, Mark


class Shape(StrEnum):
    """What the format itself calls the piece. LINE: the format has no opinion (a text dump)."""

    LINE = "line"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    PREFORMATTED = "preformatted"
    TABLE = "table"
    IMAGE = "image"
    CAPTION = "caption"


class Fragment(Struct, frozen=True):
    """A piece of the page in reading order: one paragraph, heading, list item, caption, picture, menu entry …"""

    text: str
    """Clean (clean.py). For an image the alt text, may be empty; for a table its cells by tab and newline."""
    shape: Shape = Shape.LINE
    marks: tuple[Mark, ...] = ()
    level: int = 0
    """Heading level 1 to 6; 0 for anything else."""
    depth: int = 0
    """List depth from 0, or quote depth from 1."""
    ordinal: int | None = None
    bullet: bool = False
    """It is, or starts with the sign of, a list item; the sign itself is not in the text."""
    rows: tuple[tuple[str, ...], ...] = ()
    """The cells of a table."""
    src: str | None = None
    """Absolute URL of a picture."""
    file: str | None = None
    """Where a saved page keeps the picture (article.Figure.file)."""
    gap: int = 1
    """Blank lines before it in a text dump; 1 where the format has no such thing."""
    indent: int = 0
    """Leading columns in a text dump."""
    path: tuple[str, ...] = ()
    """Tag names from below <body> down to the element that holds it; empty for text."""
    names: frozenset[str] = frozenset()
    """Lower-case words of class, id, role, itemprop, data-testid … of the element and its ancestors below the
    page's main container, cut at punctuation and camel case. Empty for text."""
    own_names: frozenset[str] = frozenset()
    """The same of the innermost element alone."""
    container: int = 0
    """A number for the nearest sectioning or list ancestor; equal numbers are siblings. 0 for text."""
    start: int = 0
    """First line (text, from 0) or position in the tree (HTML); only for order and display."""
    end: int = 0
    raw: str | None = None
    """The piece as it stood where that differs from text (a bullet's sign, "(BUTTON)"), clean; else None."""

    @property
    def link_density(self) -> float:
        """Share of the text's characters that lie inside links, 0 to 1."""
        linked = 0
        for mark in self.marks:
            if mark.style == "link":
                linked += mark.end - mark.start
        return linked / len(self.text) if linked else 0.0


STRONG_VOICES = frozenset({"data", "social"})
"""The voices of `Stated.voices` that speak of the story; a window's title is made for search results."""


class Stated(Struct, frozen=True):
    """What a page says about itself outside its visible text (JSON-LD, Open Graph, meta). Evidence, not truth.

    Each field holds the candidates from the strongest to the weakest, or None/empty when nothing is stated.
    """

    titles: tuple[str, ...] = ()
    voices: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Who states each title, which is given as a comparable text: "data" (JSON-LD), "social" (Open Graph and its
    like), "window" (<title>), "other"."""
    headlines: tuple[tuple[str, str], ...] = ()
    """The kicker and the headline of headings that mark the two apart."""
    deks: tuple[str, ...] = ()
    authors: tuple[Author, ...] = ()
    publishers: tuple[str, ...] = ()
    published: str | None = None
    """ISO 8601, a date alone where only a date is stated."""
    modified: str | None = None
    section: str | None = None
    breadcrumb: tuple[str, ...] = ()
    language: str | None = None
    url: str | None = None
    """The canonical address."""
    image: str | None = None
    article_body: str | None = None
    """JSON-LD articleBody: a rescue for script-only pages, and evidence of what belongs to the story."""
    is_article: bool | None = None
    """True: the page calls itself an article. False: it calls itself something else (a section front, a search
    result). None: it does not say."""
