"""What workers tell the screen. Workers do the work, handlers change the screen: nothing else crosses between.

A value that has been overtaken (the cursor is elsewhere by now) carries what it was asked for, and its handler
drops it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual.message import Message
from textual.worker import Worker

from library.config import Config
from library.entities.records import EntityRow
from library.mutes import Mute
from library.records import Headline, Opened, Refreshed, Revision
from parsers.article import Article
from parsers.site_rules import SiteRule
from tui.inline import Line
from tui.paging import Pages
from tui.pictures.drawn import Drawn
from tui.preferences import Preferences
from tui.source_tree import Counted

if TYPE_CHECKING:  # starting processes is for when one is started
    from tui.piping import Piped


@dataclass
class SourcesRead(Message):
    """The sources with their counts as they are now."""

    counted: Counted
    people: Sequence[EntityRow] = ()
    """Those the pane lists below the sources."""


@dataclass
class ListRead(Message):
    """The rows of a list, the page around the cursor with them."""

    generation: int
    """Which list was asked for."""
    pages: Pages
    cursor: int
    problem: str | None = None
    """What is wrong with the query, as a sentence; None: nothing."""
    muted: int = 0
    """How many articles it leaves out because they are muted."""
    failures: Sequence[str] = ()
    """The pages of this list that could not be read, a sentence each."""


@dataclass
class PageRead(Message):
    """Headlines that came into sight."""

    generation: int
    page: int
    headlines: list[Headline]


@dataclass
class ArticleRead(Message):
    """An article, typeset for a column of so many cells."""

    article_id: str
    opened: Opened | None
    """None: the library does not have it any more."""
    lines: tuple[Line, ...]
    column: int
    is_whole: bool = True
    """False: only the first lines of a long article; the others follow as ArticleSet."""


@dataclass
class ArticleSet(Message):
    """All lines of an article whose first ones are on the screen."""

    article_id: str
    lines: tuple[Line, ...]
    column: int


@dataclass
class PicturesRead(Message):
    """The pictures of an article, and its lines with room for them, typeset for a column of so many cells."""

    article_id: str
    pictures: Mapping[int, Drawn]
    """By the index of their figure among the article's blocks."""
    lines: tuple[Line, ...]
    column: int


@dataclass
class UnreadFound(Message):
    """Where the next unread article is in the list; None: there is none."""

    generation: int
    index: int | None


@dataclass
class Marked(Message):
    """Articles that a command over a whole list has marked read."""

    article_ids: list[str]


class Written(Message):
    """A change has reached the library: counts may differ."""


@dataclass
class Reading(Message):
    """How far a refresh is."""

    done: int
    total: int
    name: str
    worker: Worker[Any] | None = None
    """Who reads; what a cancelled one still says is dropped."""


@dataclass
class Removed(Message):
    """A source has left the library."""

    title: str


@dataclass
class Piping(Message):
    """A command has been started."""

    command: str
    end: Callable[[], None]
    """Ends it."""


@dataclass
class PipeEnded(Message):
    command: str
    piped: "Piped | str"
    """What became of it; a sentence when it could not be started."""


@dataclass
class Exporting(Message):
    """How far an export of many articles is."""

    done: int
    total: int


@dataclass
class RefreshEnded(Message):
    results: list[Refreshed]


@dataclass
class Exported(Message):
    """Files that were written, as absolute paths, and what could not be, a sentence each."""

    paths: list[str]
    failures: list[str]


@dataclass
class RuleTaught(Message):
    """A rule for a site, and the open article as it reads by it."""

    rule: SiteRule
    replaced: SiteRule | None
    """What matched the same before; None: nothing did."""
    opened: Opened | None


@dataclass
class WasMuted(Message):
    """Words or a query are muted now."""

    mute: Mute
    is_new: bool
    """The reader has just asked for it; else it was only done again."""


@dataclass
class RevisionsRead(Message):
    """What an article said before, the latest text first."""

    article: Article
    revisions: tuple[Revision, ...]


@dataclass
class Retold(Message):
    """An article as it reads after its rules have changed; None: the library does not have it any more."""

    opened: Opened | None


@dataclass
class Kept(Message):
    """The page is in the reader's own library now."""

    title: str


@dataclass
class ConfigRead(Message):
    """The configuration file, which has changed."""

    config: Config
    preferences: Preferences


@dataclass
class NamesKnown(Message):
    """How far reading names again after an update is."""

    done: int
    total: int
    worker: Worker[Any] | None = None
    """Who reads them; what a cancelled one still says is dropped."""


@dataclass
class CopiesKnown(NamesKnown):
    """How far looking for copies after an update is."""


@dataclass
class Told(Message):
    """Something to say in passing."""

    sentence: str
    alarming: bool = False
