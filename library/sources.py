"""What the library reads articles from: adding, removing, and the list with its counts."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from library import mutes
from library.errors import SourceError
from library.files import existing, shown
from library.records import LARGEST_ID, Publisher, Source, SourceKind
from parsers.clean import clean_line

if TYPE_CHECKING:  # see articles.py
    import sqlite3

    from library.database import Database

EXAMPLES_TITLE = "Examples"
KEPT_TITLE = "Kept pages"
INPUT_TITLE = "Standard input"


def add(database: Database, path: Path, now: datetime) -> Source:
    """The file or folder as a source: a new one, or the one it already is. Nothing is read yet.

    Raises SourceError when there is nothing to read at that path.
    """
    path = existing(path)
    kind = SourceKind.FOLDER if path.is_dir() else SourceKind.FILE
    with database.write() as connection:
        identity = ensure(connection, kind, path.name or str(path), os.fsencode(path), now)
    return one(database, identity)


def add_examples(database: Database, now: datetime) -> None:
    """The example pages as a source, once in a library's life: who removed them does not get them again."""
    with database.write() as connection:
        had = connection.execute("insert or ignore into settings (key, value) values ('examples', 'added')")
        if had.rowcount:
            ensure(connection, SourceKind.EXAMPLES, EXAMPLES_TITLE, b"", now)


def ensure(connection: sqlite3.Connection, kind: SourceKind, title: str, path: bytes, now: datetime) -> int:
    """The id of the source of this kind at this path, made when there is none."""
    row = connection.execute("select id from sources where kind = ? and path = ?", (kind, path)).fetchone()
    if row is None:
        added = connection.execute(
            "insert into sources (kind, title, path, added_at) values (?, ?, ?, ?)",
            (kind, shown(title), path, now.isoformat()),
        )
        return added.lastrowid or 0
    identity: int = row[0]
    return identity


def remove(database: Database, source_id: int) -> Source:
    """Takes the source away, with the articles only it has; what was read or starred is remembered.

    The source as it was. Raises SourceError when there is none with that id.
    """
    source = one(database, source_id)
    with database.write() as connection:
        connection.execute("delete from sources where id = ?", (source_id,))
        delete_unheld(connection)
    return source


def delete_unheld(connection: sqlite3.Connection) -> None:
    """Articles that no document holds go, and page bytes that no document has."""
    from library.entities import index  # loads the names that the parsers know

    unheld = "select key from articles where not exists (select 1 from holdings where article = key)"
    gone = [key for (key,) in connection.execute(unheld).fetchall()]
    index.remove(connection, gone)
    connection.executemany("delete from articles where key = ?", [(key,) for key in gone])
    connection.execute(
        "delete from pages where sha256 not in (select sha256 from documents where sha256 is not null)"
    )


def rename(database: Database, source_id: int, title: str) -> str:
    """Calls the source something else; what it was called before. Raises SourceError when there is none with that id.

    A title that is nothing but spaces changes nothing.
    """
    before = one(database, source_id).title
    title = clean_line(title)
    if title:
        with database.write() as connection:
            connection.execute("update sources set title = ? where id = ?", (title, source_id))
    return before


def note_refreshed(database: Database, source: Source, refreshed_at: datetime, failure: str | None) -> Source:
    """Notes that the source was read, and why it could not be; the source as it is now."""
    with database.write() as connection:
        connection.execute(
            "update sources set refreshed_at = ?, failure = ? where id = ?",
            (refreshed_at.isoformat(), failure, source.id),
        )
    for current in listed(database, source.id):
        return current
    return source  # removed by another newsreader while it was read


def one(database: Database, source_id: int) -> Source:
    """The source with this id. Raises SourceError."""
    for source in listed(database, source_id) if abs(source_id) <= LARGEST_ID else ():
        return source
    raise SourceError(f"There is no source {source_id}. `newsreader sources` lists them.")


def listed(database: Database, source_id: int | None = None) -> tuple[Source, ...]:
    """All sources, or the one with this id, with counts: examples first, then in the order of adding."""
    only = [] if source_id is None else [source_id]
    with database.read() as connection:
        rows = connection.execute(_SOURCES if source_id is None else _SOURCE, only).fetchall()
        asked = _COUNTS if source_id is None else _COUNTS_OF_ONE
        if mutes.any_hidden(connection):
            asked = asked.replace("not read", "not read and listings.article not in (select article from muted)")
        counts = connection.execute(asked, only).fetchall()
        connection.execute("pragma shrink_memory")  # all articles went through this thread's cache, and none is wanted
    publishers: dict[int, list[Publisher]] = defaultdict(list)
    for source, name, unread, total in counts:
        publishers[source].append(Publisher(name, unread, total))
    return tuple(_source(row, tuple(publishers[row[0]])) for row in rows)


_SOURCES = """
    select id, kind, title, path, added_at, refreshed_at, failure, folder,
           (select count(*) from documents where source = sources.id and failure is not null)
    from sources order by kind <> 'examples', id
"""
_SOURCE = _SOURCES.replace("order by kind <> 'examples', id", "where id = ?")
_COUNTS = """
    select source, publisher, sum(not read), count(*)
    from listings join statuses on statuses.key = listings.article
    group by source, publisher order by count(*) desc, publisher is null, publisher
"""
_COUNTS_OF_ONE = _COUNTS.replace("group by", "where source = ? group by")


def _source(row: tuple[Any, ...], publishers: tuple[Publisher, ...]) -> Source:
    identity, kind, title, path, added_at, refreshed_at, failure, folder, failing = row
    return Source(
        id=identity, kind=SourceKind(kind), title=title, location=shown(path),
        added_at=datetime.fromisoformat(added_at),
        refreshed_at=datetime.fromisoformat(refreshed_at) if refreshed_at else None, failure=failure,
        unread=sum(publisher.unread for publisher in publishers),
        total=sum(publisher.total for publisher in publishers), publishers=publishers,
        folder=folder, failing=failing,
    )


def failures(database: Database, source_ids: Collection[int] | None = None) -> tuple[str, ...]:
    """A sentence per source and per file that could not be read the last time, of these sources (None: of all)."""
    with database.read() as connection:
        rows = connection.execute(
            """
            select failure, id as source, 0 as is_file, path from sources where failure is not null
            union all
            select failure, source, 1, path from documents where failure is not null
            order by source, is_file, path
            """
        ).fetchall()
    chosen = [sentence for sentence, source, _, _ in rows if sentence and (source_ids is None or source in source_ids)]
    return tuple(dict.fromkeys(chosen))
