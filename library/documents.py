"""Writing down what was read: a document, the articles it holds, and their places in lists and counts.

Each function works inside a write transaction of the caller's, so a file's articles appear all at once or not
at all, and two newsreaders that read the same file write the same rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from library import codec, mutes, revisions, tags
from library.files import Stamp
from parsers.article import AnnotatedArticle
from parsers.site_rules import site_of

if TYPE_CHECKING:  # see articles.py
    import sqlite3


class Document(Struct, frozen=True):
    """A file of a source as we last read it."""

    id: int
    stamp: Stamp | None
    sha256: bytes | None
    parsed_by: str | None
    failure: str | None


class Reading(Struct, frozen=True):
    """What one reading of a document gave."""

    stamp: Stamp | None
    """None: look at the contents again the next time."""
    sha256: bytes | None
    parsed_by: str | None
    articles: tuple[AnnotatedArticle, ...] = ()
    problem: str | None = None
    """What a reader of its articles should know, when they do not say so themselves."""
    failure: str | None = None
    """Why it gave no article, as a sentence that names it."""


def known(connection: sqlite3.Connection, source: int) -> dict[bytes, Document]:
    """The documents of a source, by path."""
    rows = connection.execute(
        "select path, id, mtime_ns, size, sha256, parsed_by, failure from documents where source = ?",
        (source,),
    )
    return {
        path: Document(identity, None if mtime is None else Stamp(mtime, size), sha256, parsed_by, failure)
        for path, identity, mtime, size, sha256, parsed_by, failure in rows
    }


def restamp(connection: sqlite3.Connection, document: int, stamp: Stamp | None) -> None:
    """The file was touched, but its contents are the same."""
    mtime, size = (stamp.mtime_ns, stamp.size) if stamp else (None, None)
    connection.execute("update documents set mtime_ns = ?, size = ? where id = ?", (mtime, size, document))


def forget(connection: sqlite3.Connection, gone: Sequence[int]) -> None:
    """These files are not there any more: what was read from them stays, what failed is no failure now."""
    for document in gone:
        connection.execute("update documents set failure = null where id = ?", (document,))
        connection.execute(
            "delete from documents where id = ? and not exists (select 1 from holdings where document = id)",
            (document,),
        )


def give_up_telling(connection: sqlite3.Connection, gone: Sequence[int]) -> None:
    """Copies of these files tell their articles from now on (`_is_teller`): a file may only have been renamed."""
    connection.executemany(
        "update documents set parsed_by = null where id = ?", [(document,) for document in gone]
    )


def record(
    connection: sqlite3.Connection,
    source: int,
    path: bytes,
    reading: Reading,
    arrived_at: datetime,
    *,
    is_whole: bool = True,
) -> tuple[int, int]:
    """Writes down one reading: (articles new to the source, articles that changed).

    Articles that the file held before and holds no more go, unless another file holds them, and hand on what the
    reader did with them; when the reading is not of the whole file they stay. A reading without articles changes
    none: nothing a reader had is lost to a bad file. (0, 0) when the source was removed meanwhile.
    """
    if connection.execute("select 1 from sources where id = ?", (source,)).fetchone() is None:
        return 0, 0
    is_changed = _is_changed(connection, source, path, reading)
    document = _document(connection, source, path, reading)
    if not reading.articles:
        return 0, 0
    before = connection.execute("select article from holdings where document = ? order by place", (document,))
    held = [key for (key,) in before]
    stories = {_arrived(connection, story.article.id, arrived_at): story for story in reading.articles}
    listed = {key for key in stories if _is_listed(connection, source, key)}
    missing = [key for key in held if key not in stories]
    gone, stay = (missing, []) if is_whole else ([], missing)
    fresh = [key for key in stories if key not in listed]
    heirs = _hand_on(connection, gone, fresh)
    successors = list(zip(gone, heirs, strict=bool(heirs)))
    told = revisions.told_before(connection, held, dict(successors)) if is_changed else {}
    edited = {
        key for key, story in stories.items()
        if _is_teller(connection, key, document) and _store(connection, key, story, reading.problem)
    }
    _hold(connection, document, [*stay, *stories])
    connection.executemany(
        "update articles set site = ? where key = ?", [(site_of(story.article), key) for key, story in stories.items()]
    )
    revisions.hand_on(connection, successors)
    revisions.keep(connection, told, arrived_at)
    _unlist(connection, source, gone)
    _list(connection, source, list(stories))
    for key in edited.union(fresh):  # a mute may ask for the source
        mutes.place(connection, key, arrived_at)
    return len(fresh) - len(heirs), len(heirs) + len(edited & listed)


def _hold(connection: sqlite3.Connection, document: int, keys: Sequence[int]) -> None:
    """The document holds these articles, in this order, and no others."""
    connection.execute("delete from holdings where document = ?", (document,))
    connection.executemany(
        "insert into holdings (document, place, article) values (?, ?, ?)",
        [(document, place, key) for place, key in enumerate(keys)],
    )


def _is_changed(connection: sqlite3.Connection, source: int, path: bytes, reading: Reading) -> bool:
    """Whether the page itself is another than the one we knew: else only our reading of it may differ."""
    known = connection.execute("select sha256 from documents where source = ? and path = ?", (source, path)).fetchone()
    return known is not None and known[0] is not None and known[0] != reading.sha256


def _document(connection: sqlite3.Connection, source: int, path: bytes, reading: Reading) -> int:
    mtime, size = (reading.stamp.mtime_ns, reading.stamp.size) if reading.stamp else (None, None)
    connection.execute(
        """
        insert into documents (source, path, mtime_ns, size, sha256, parsed_by, failure)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (source, path) do update set mtime_ns = excluded.mtime_ns, size = excluded.size,
            sha256 = excluded.sha256, parsed_by = excluded.parsed_by, failure = excluded.failure
        """,
        (source, path, mtime, size, reading.sha256, reading.parsed_by, reading.failure),
    )
    found = connection.execute("select id from documents where source = ? and path = ?", (source, path))
    document: int = found.fetchone()[0]
    return document


def _arrived(connection: sqlite3.Connection, article: str, arrived_at: datetime) -> int:
    """The row key of an article, given at its first arrival and kept for ever."""
    connection.execute(
        "insert into statuses (article, arrived_at) values (?, ?) on conflict (article) do nothing",
        (article, arrived_at.isoformat()),
    )
    row = connection.execute("select key from statuses where article = ?", (article,)).fetchone()
    key: int = row[0]
    return key


def _is_teller(connection: sqlite3.Connection, key: int, document: int) -> bool:
    """Whether this document's form of the article is the one to show: no file still there held it earlier.

    Two pages may tell the same story and one of them less about it, as an export without its publisher does:
    the copy that came later must not take away what the reader had.
    """
    found = connection.execute(
        "select 1 from holdings join documents on id = document "
        "where article = ? and document < ? and parsed_by is not null",
        (key, document),
    )
    return found.fetchone() is None


def _store(
    connection: sqlite3.Connection, key: int, annotated: AnnotatedArticle, problem: str | None
) -> bool:
    """Writes the article under its key; False when the library has it in exactly this form already."""
    from library import copies
    from library.entities import index, watch  # these load the names that the parsers know

    body = codec.encode(annotated)
    old = connection.execute("select body from bodies where key = ?", (key,)).fetchone()
    if old is not None and old[0] == body:
        return False
    article = annotated.article
    arrived = connection.execute("select arrived_at from statuses where key = ?", (key,)).fetchone()[0]
    connection.execute(
        """
        insert into articles
            (key, title, publisher, kicker, section, published, sort_at, words, entities, problem)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (key) do update set title = excluded.title, publisher = excluded.publisher,
            kicker = excluded.kicker, section = excluded.section, published = excluded.published,
            sort_at = excluded.sort_at, words = excluded.words, entities = excluded.entities,
            problem = excluded.problem
        """,
        (
            key, article.title, article.publisher, article.kicker, article.section, article.published,
            sort_time(article.published, datetime.fromisoformat(arrived)), article.words,
            index.countable(annotated),
            article.problems[0].detail if article.problems else problem,
        ),
    )
    connection.execute(
        "insert into bodies (key, body) values (?, ?) on conflict (key) do update set body = excluded.body",
        (key, body),
    )
    connection.execute(
        "update listings set publisher = (select publisher from articles where key = article), "
        "sort_at = (select sort_at from articles where key = article) where article = ?",
        (key,),
    )
    index.put(connection, key, annotated)
    copies.place(connection, key, article)
    if old is None:
        watch.notice(connection, key, arrived)
    return True


def sort_time(published: str | None, arrived_at: datetime) -> int:
    """Seconds since 1970 that a list sorts by: when it was published or, when the page does not say, arrived.

    A story cannot be published after it arrived: a page dated years ahead would stay on top of the list for
    ever. A time without a zone is taken as UTC, a date alone as its first moment.
    """
    arrived = int(arrived_at.timestamp())
    try:
        moment = datetime.fromisoformat(published or "")
    except ValueError:
        return arrived
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return min(int((moment - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds()), arrived)


def _hand_on(connection: sqlite3.Connection, gone: Sequence[int], fresh: Sequence[int]) -> list[int]:
    """The new keys of stories that were edited so much that they got a new id.

    When a file gives as many new articles as it lost, they are taken for the same ones in the same order. The
    new one is then as read, starred and old as its former self, unless the reader has already done something
    with it.
    """
    if len(gone) != len(fresh):
        return []
    for old, new in zip(gone, fresh, strict=True):
        connection.execute(
            """
            update statuses set (read, starred, position, arrived_at) =
                (select read, starred, position, arrived_at from statuses where key = ?)
            where key = ? and not read and not starred
            """,
            (old, new),
        )
        tags.hand_on(connection, old, new)
    return list(fresh)


def _is_listed(connection: sqlite3.Connection, source: int, key: int) -> bool:
    found = connection.execute("select 1 from listings where source = ? and article = ?", (source, key))
    return found.fetchone() is not None


def _list(connection: sqlite3.Connection, source: int, keys: Sequence[int]) -> None:
    connection.executemany(
        "insert or replace into listings (source, article, publisher, sort_at) "
        "select ?, key, publisher, sort_at from articles where key = ?",
        [(source, key) for key in keys],
    )


def _unlist(connection: sqlite3.Connection, source: int, keys: Sequence[int]) -> None:
    """Takes articles off the source's list, and out of the library, where no document holds them any more."""
    for key in keys:
        connection.execute(
            """
            delete from listings where source = ? and article = ? and not exists (
                select 1 from holdings join documents on documents.id = document
                where holdings.article = listings.article and documents.source = listings.source)
            """,
            (source, key),
        )
        if connection.execute("select 1 from holdings where article = ?", (key,)).fetchone() is None:
            from library.entities import index

            index.remove(connection, [key])
            connection.execute("delete from articles where key = ?", (key,))
