"""What the library hands out: rows for lists and trees, never SQL and never widgets' business."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from parsers.article import AnnotatedArticle
from parsers.site_rules import SiteRule

LARGEST_ID = 2**63 - 1
"""No row has a larger one: SQLite's integers have 64 bits, and sqlite3 raises OverflowError for more."""


class SourceKind(StrEnum):
    EXAMPLES = "examples"
    """The pages of seeds/, which a new library shows first."""
    FOLDER = "folder"
    FILE = "file"
    KEPT = "kept"
    """Pages that were only opened and then kept; the library holds their bytes."""


class Publisher(Struct, frozen=True):
    """A publisher found among the articles of a source."""

    name: str | None
    """None: the pages do not say."""
    unread: int
    total: int


class Source(Struct, frozen=True):
    """Something the library reads articles from."""

    id: int
    kind: SourceKind
    title: str
    location: str
    """Absolute path of a file or folder; "" for the examples and for kept pages."""
    added_at: datetime
    refreshed_at: datetime | None
    """None: never read yet."""
    failure: str | None
    """Why it could not be read the last time, as a sentence; None when it could."""
    unread: int
    total: int
    publishers: tuple[Publisher, ...]
    """By number of articles, most first."""
    folder: str = ""
    """Where the reader keeps it, "World/Europe" (folders.py); "": in no folder."""
    failing: int = 0
    """How many of its pages could not be read the last time."""


class Selection(Struct, frozen=True):
    """Which articles a list shows; the default is all of them."""

    source: int | None = None
    folder: str = ""
    """Only articles of sources in this folder, or in one inside it; "": no such condition."""
    publisher: str | None = None
    """Only with by_publisher: the name, or None for pages that name none."""
    by_publisher: bool = False
    starred: bool = False
    unread: bool = False
    muted: bool | None = False
    """False: without what is muted (mutes.py), except where the reader picked the articles by hand; True: only what is;
    None: whether it is or not."""
    tag: str = ""
    """Only articles with this tag; "": no such condition."""
    entities: tuple[int, ...] = ()
    """Only articles that name all of these (ids of `library.entities.records.EntityRow`)."""
    story: int | None = None
    """Only the articles that tell the same text (`Headline.story`)."""
    near: int | None = None
    """With entities: only where they are named within so many words of each other."""
    query: str = ""
    """Only what this query finds (query.py): "person:blinken org:nato near:8"."""
    matching: str = ""
    """Words, each of which the title or the publisher has, in capitals or not; "": no such condition."""


class Order(StrEnum):
    """How a list is sorted; equal ones newest first."""

    NEWEST = "newest"
    OLDEST = "oldest"
    SOURCE = "source"
    """By publisher; those without one last."""
    TITLE = "title"
    LONGEST = "longest"
    SHORTEST = "shortest"


class Headline(Struct, frozen=True):
    """What one row of the article list shows; never a body."""

    row: int
    """The key for `Library.headlines`; stable while the article is in the library."""
    article_id: str
    source_id: int
    title: str
    publisher: str | None
    kicker: str | None
    section: str | None
    published: str | None
    """ISO 8601 date or datetime as the page stated it; None: no date given."""
    arrived_at: datetime
    words: int
    entities: int
    """How many people, organisations and places it names."""
    read: bool
    starred: bool
    problem: str | None
    """What is wrong with the page it came from, as a sentence; None: nothing."""
    changed: bool = False
    """Its page said something else before (see `Library.revisions`)."""
    tags: tuple[str, ...] = ()
    """What the reader tagged it with, by name."""
    story: int | None = None
    """What it has in common with other articles that tell the same text; None: no other article does."""
    copies: int = 1
    """How many articles tell it."""


class Opened(Struct, frozen=True):
    """One article, ready to be read."""

    annotated: AnnotatedArticle
    source: str
    """The source's title."""
    location: str
    """The file it was read from; "" when it came from elsewhere (an example, standard input)."""
    read: bool
    starred: bool
    position: float
    """Where the reader stopped, as a share of the story, 0.0 (top) to 1.0; see `Library.set_position`."""
    tags: tuple[str, ...] = ()
    """What the reader tagged it with, by name."""
    kept: bool = True
    """False for an article that was only opened and will be gone with the session."""


class Refreshed(Struct, frozen=True):
    """What a refresh did to one source."""

    source: Source
    new: int
    changed: int
    failures: tuple[str, ...]
    """A sentence per file that could not be read; the rest was."""


class TaughtRule(Struct, frozen=True):
    """What the reader taught about a site, as the library keeps it."""

    id: int
    rule: SiteRule
    taught_at: datetime


class Revision(Struct, frozen=True):
    """What an article said before its page was changed."""

    annotated: AnnotatedArticle
    replaced_at: datetime
    """When the library first read the page that says it differently."""
