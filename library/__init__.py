"""The library: what a reader keeps on disk, behind one class.

The screen and the command line talk to `Library` and to the values of records.py, and to nothing below:
without this door they would come to depend on tables and files. Importing it loads neither SQLite nor the
parsers, so a command that only parses or exports pays for neither.

Entities. `Library.entities` (entities/__init__.py, values in entities/records.py) is the door to people, bodies and
places across articles: `of_article` tells who a mention of an open article is, `card` and `mentions` all about one,
`top`, `new` and `search` list them, `rename`, `merge`, `split`, `retype` and `ignore` are the reader's word with
`undo` and `redo`, `watch` and `alerts` watch for them, `pending` and `reannotate` bring the index up to date after an
update. Articles that name them are a list like any other: `rows(Selection(entities=(id, …), near=8))`, and so are
those that a query finds: `rows(Selection(query="person:blinken org:nato near:8"))`; `query.parse` tells what is wrong
with one.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from library import articles, folders, mutes, settings, site_rules, sources
from library import saved as saving
from library import tags as tagging
from library.entities import Entities
from library.errors import StoreError
from library.mutes import Mute
from library.records import Headline, Opened, Order, Refreshed, Revision, Selection, Source, TaughtRule
from library.saved import Saved
from parsers.site_rules import SiteRule

if TYPE_CHECKING:  # see articles.py
    from library.database import Database


class Library:
    """One reader's library. All methods may be called from any thread and by several newsreaders at once.

    Each of them raises StoreError when the disk or the database does not do its part (errors.py); what else
    they raise is said beside them.
    """

    def __init__(
        self, database: Database, folder: Path, now: Callable[[], datetime], is_temporary: bool
    ) -> None:
        """Not for callers: see `open` and `temporary`."""
        self._database = database
        self._now = now
        self._kept: set[str] = set()
        self.folder = folder
        """Where library.db lies."""
        self.is_temporary = is_temporary
        """True when all of it goes with `close`."""
        self.entities = Entities(database, now)
        """People, bodies and places across articles."""

    @classmethod
    def open(cls, folder: Path, *, now: Callable[[], datetime]) -> Library:
        """The library in this folder, which is made when it is not there (readable by its owner alone).

        `now` gives aware datetimes. Reads no page: see `refresh`.
        """
        from library.database import Database  # loads SQLite

        folder = folder.absolute()
        return cls(Database(folder), folder, lambda: now().astimezone(UTC), is_temporary=False)

    @classmethod
    def temporary(cls, paths: Sequence[Path], stdin: bytes | None, *, now: Callable[[], datetime]) -> Library:
        """A library of its own on just these files, folders and (stdin) this page, until it is closed.

        Like `open` it reads no page yet. Raises SourceError when there is nothing to read at one of the
        paths.
        """
        from library.temporary import make  # loads SQLite, tempfile

        database, folder = make(paths, stdin, now().astimezone(UTC))
        return cls(database, folder, lambda: now().astimezone(UTC), is_temporary=True)

    def close(self) -> None:
        """Lets go of the files; a temporary library is deleted. All other methods then raise StoreError."""
        self._database.close()
        if self.is_temporary:
            from library.temporary import delete

            delete(self.folder)

    # Sources.

    def add_examples(self) -> None:
        """The pages of seeds/ as a source, unless this library had it before: what was removed stays away."""
        sources.add_examples(self._database, self._now())

    def add(self, path: Path) -> Source:
        """The file or folder as a source; the same path twice is the same source. `refresh` reads it.

        Raises SourceError when there is nothing to read at that path.
        """
        return sources.add(self._database, path, self._now())

    def remove(self, source_id: int) -> Source:
        """Takes the source away, with the articles only it has; their read and star marks are remembered.

        The source as it was. Raises SourceError when there is none with that id.
        """
        return sources.remove(self._database, source_id)

    def rename(self, source_id: int, title: str) -> str:
        """Calls a source something else; what it was called. Raises SourceError when there is none with that id."""
        return sources.rename(self._database, source_id, title)

    def move(self, places: Mapping[int, str]) -> dict[int, str]:
        """Puts sources into folders ("World/Europe"; "": none), by id; where they were before.

        Ids that are not there are passed over.
        """
        return folders.move(self._database, places)

    def sources(self) -> tuple[Source, ...]:
        """All of them, examples first, then in the order they were added."""
        return sources.listed(self._database)

    def failures(self, source_ids: Collection[int] | None = None) -> tuple[str, ...]:
        """A sentence per source and per file that could not be read the last time, of these sources (None: of all)."""
        return sources.failures(self._database, source_ids)

    def refresh(
        self,
        source_ids: Sequence[int] | None = None,
        *,
        progress: Callable[[int, int, str], None] | None = None,
    ) -> Iterator[Refreshed]:
        """Reads sources (None: all) again, one at each step of the iterator, and says what each gave.

        Only files that changed are parsed. `progress` hears (pages done, pages in all, what is read now) for
        each source; an exception it raises ends the refresh, and what was read until then stays. Raises
        SourceError for an id that is not there.
        """
        from library.refresh import refresh  # loads the parsers

        yield from refresh(
            self._database, source_ids, now=self._now, keep_bytes=self.is_temporary, progress=progress
        )

    # Lists.

    def rows(
        self, selection: Selection, order: Order = Order.NEWEST, *, limit: int | None = None
    ) -> array[int]:
        """Row keys in order, the first `limit` of them (None: all).

        An article is as new as the date its page states or, when it states none, its arrival. Raises QueryError
        when the selection's query is none (query.py).
        """
        return articles.rows(self._database, selection, self._now(), order, limit)

    def count(self, selection: Selection) -> int:
        """How many rows the selection has."""
        return articles.count(self._database, selection, self._now())

    def headlines(self, rows: Sequence[int]) -> list[Headline]:
        """The rows with these keys, in that order; one that has left the library meanwhile is skipped."""
        return articles.headlines(self._database, rows)

    def mute(self, query: str) -> Mute:
        """Lists leave out what these words or this query find, now and in what comes; `unmute` takes it back.

        Raises QueryError when it is no query, or would find everything.
        """
        return mutes.mute(self._database, query, self._now())

    def unmute(self, query: str) -> None:
        """What was muted so is back in the lists; nothing happens when nothing was."""
        mutes.unmute(self._database, query)

    def mutes(self) -> tuple[Mute, ...]:
        """What is muted, in that order; the articles are `rows(Selection(muted=True))`."""
        return mutes.listed(self._database)

    def save(self, saved: Saved) -> Saved | None:
        """Keeps a list under a name; the one that had the name before and goes for it, None: none had."""
        return saving.save(self._database, saved)

    def forget(self, name: str) -> None:
        """Keeps that list no more; nothing happens when there is none."""
        saving.forget(self._database, name)

    def saved(self) -> tuple[Saved, ...]:
        """The lists that were saved, by name."""
        return saving.listed(self._database)

    def uncompared(self) -> int:
        """How many articles an older newsreader stored, whose copies have not been looked for yet."""
        from library import copies

        return copies.pending(self._database)

    def compare(self) -> Iterator[tuple[int, int]]:
        """Looks for the copies of those, some at each step of the iterator: (done, in all). What is done stays done."""
        from library import copies

        yield from copies.compare(self._database)

    # One article.

    def opened(self, article_id: str) -> Opened | None:
        """The article as the reader last left it; None when the library does not have it.

        When a rule for its site has changed since its page was read, the page is read again first.
        """
        if site_rules.is_stale(self._database, article_id):
            self._reread(article_id)
        found = articles.opened(self._database, article_id)
        if found is None or not self.is_temporary or article_id in self._kept:
            return found
        return msgspec.structs.replace(found, kept=False)

    def find(self, prefix: str) -> list[str]:
        """The ids of articles that start with these hex digits, at most 100; [] when it is no hex digits."""
        return articles.find(self._database, prefix)

    def set_read(self, article_ids: Sequence[str], read: bool) -> None:
        """Ids that the library never had are passed over, here and below."""
        articles.set_read(self._database, article_ids, read)

    def set_starred(self, article_id: str, starred: bool) -> None:
        articles.set_starred(self._database, article_id, starred)

    def give_tags(self, tags: Mapping[str, Collection[str]]) -> dict[str, tuple[str, ...]]:
        """Gives each of these articles (ids) these tags and no others; which ones they had."""
        return tagging.give(self._database, tags)

    def tags(self) -> tuple[tuple[str, int], ...]:
        """Every tag that an article of the library has, by name, with how many have it."""
        return tagging.counted(self._database)

    def tagged(self, tag: str) -> dict[str, tuple[str, ...]]:
        """The ids of all articles with a tag, also of those that have left the library, with all their tags."""
        return tagging.tagged(self._database, tag)

    def mark_read(self, selection: Selection) -> list[str]:
        """Marks the whole selection read; the ids of those that were not, so that it can be undone."""
        return articles.mark_read(self._database, selection, self._now())

    def set_position(self, article_id: str, position: float) -> None:
        """Remembers where the reader stopped, as a share of the story: 0.0 (top) to 1.0."""
        articles.set_position(self._database, article_id, position)

    def keep(self, article_id: str, home: Library) -> None:
        """Copies an article of a temporary library, with its page's bytes, into home's source "Kept pages".

        Raises LibraryError when this library does not have it.
        """
        from library.keep import keep

        if home is not self:
            keep(self._database, article_id, home._database, self._now())
        self._kept.add(article_id)

    def revisions(self, article_id: str) -> tuple[Revision, ...]:
        """What the article said before its page was changed, the latest first; () when it never was."""
        return articles.revisions(self._database, article_id)

    def picture(self, article_id: str, file: str) -> bytes:
        """The picture that a figure of the article keeps in `file` (article.Figure.file), as it was saved.

        Raises PictureError, which says why there is none. Never uses the network.
        """
        from library.pictures import picture

        return picture(self._database, article_id, file, self._now())

    # What the reader taught.

    def teach(
        self, article_id: str, piece: int, text: str, *, keep: bool
    ) -> tuple[TaughtRule, SiteRule | None]:
        """Makes a rule that keeps or drops a piece of the article's page and what is like it on its site's pages.

        `piece` is the index into Article.pieces, `text` that piece's. The rule, and the one that it replaces (None:
        none). `opened` then gives the article by the new rule. Raises LibraryError when the page is not there as it
        was.
        """
        return site_rules.teach(self._database, article_id, piece, text, keep, self._now())

    def put_rule(self, rule: SiteRule) -> TaughtRule:
        """Keeps a rule; one that matched the same on its site goes."""
        return site_rules.put(self._database, rule, self._now())[0]

    def remove_rule(self, rule: SiteRule) -> None:
        """Forgets a rule; nothing happens when it is not there."""
        site_rules.remove(self._database, rule)

    def rules(self) -> tuple[TaughtRule, ...]:
        """Everything the reader taught, in that order; the later of two rules on one piece decides."""
        return site_rules.rules(self._database)

    def _reread(self, article_id: str) -> None:
        """Reads an article's page again; one that cannot be read, or not be written down, stays as it was."""
        from library.refresh import reread  # loads the parsers

        with suppress(StoreError):
            reread(self._database, article_id, now=self._now(), keep_bytes=self.is_temporary)

    # Small memory.

    def setting(self, key: str) -> str | None:
        """What was last remembered under this name; None: nothing."""
        return settings.setting(self._database, key)

    def set_setting(self, key: str, value: str) -> None:
        settings.set_setting(self._database, key, value)

    def check(self) -> list[str]:
        """What is wrong with the library itself, a sentence each; [] when it is sound."""
        from library.check import check

        return check(self._database)
