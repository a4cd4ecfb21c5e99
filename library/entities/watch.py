"""Watchlists: names the reader wants to be told about, and the articles that named them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from library.entities import lists, rows
from library.entities.keys import folded
from library.entities.records import Alert, AlertKind, Watch
from library.errors import LibraryError

if TYPE_CHECKING:  # see library/articles.py
    import sqlite3

    from library.database import Database

_QUIET = 30 * 86_400
"""Seconds without a mention after which one is news again."""


def add(
    database: Database, name: str, kind: AlertKind, entities: Sequence[int], aliases: Sequence[str], now: datetime
) -> Watch:
    """Raises LibraryError when it watches nothing, or fewer than two for `AlertKind.TOGETHER`."""
    spellings = [alias for alias in aliases if folded(alias)]
    if not name.strip() or not (entities or spellings):
        raise LibraryError("A watch needs a name and somebody to watch: an entity, or a spelling.")
    if kind is AlertKind.TOGETHER and len(set(entities)) + len(spellings) < 2:
        raise LibraryError("Two are needed to be named together: add another entity or spelling.")
    with database.write() as connection:
        made = connection.execute(
            "insert into watches (name, kind, aliases, made_at) values (?, ?, ?, ?)",
            (name.strip(), kind, msgspec.json.encode(spellings).decode(), now.isoformat()),
        ).lastrowid
        for entity in entities:
            if lists.row(connection, entity) is None:
                raise LibraryError(f"There is no entity {entity} in the library. `newsreader entities` lists them.")
            connection.execute("insert or ignore into watched (watch, entity) values (?, ?)", (made, entity))
        return next(watch for watch in _watches(connection) if watch.id == made)


def remove(database: Database, watch: int) -> None:
    """Forgets the watch and its alerts; one that is not there is passed over."""
    with database.write() as connection:
        connection.execute("delete from watches where id = ?", (watch,))


def watches(database: Database) -> list[Watch]:
    """In the order they were made."""
    with database.read() as connection:
        return _watches(connection)


def alerts(database: Database, unseen: bool, limit: int) -> list[Alert]:
    """The newest first."""
    only = "where not alerts.seen" if unseen else ""
    with database.read() as connection:
        found = connection.execute(
            f"""
            select alerts.id, watch, watches.name, statuses.article, alerts.article, title, why, alerts.arrived_at, seen
            from alerts join watches on watches.id = watch join articles on articles.key = alerts.article
            join statuses on statuses.key = alerts.article {only} order by alerts.id desc limit ?
            """, (limit,)  # noqa: S608 - our own words
        ).fetchall()
    return [
        Alert(alert, watch, name, article_id, row, title, why, datetime.fromisoformat(arrived), bool(seen))
        for alert, watch, name, article_id, row, title, why, arrived, seen in found
    ]


def see(database: Database, ids: Sequence[int], seen: bool) -> None:
    with database.write() as connection:
        connection.executemany("update alerts set seen = ? where id = ?", [(int(seen), alert) for alert in ids])


def _watches(connection: sqlite3.Connection) -> list[Watch]:
    found = connection.execute(
        "select id, name, kind, aliases, (select count(*) from alerts where watch = watches.id and not seen) "
        "from watches order by id").fetchall()
    made = []
    for watch, name, kind, aliases, unseen in found:
        entities = [one for (one,) in connection.execute("select entity from watched where watch = ?", (watch,))]
        shown = tuple(lists.rows(connection, entities))
        made.append(Watch(watch, name, AlertKind(kind), shown, tuple(msgspec.json.decode(aliases)), unseen))
    return made


def notice(connection: sqlite3.Connection, article: int, arrived_at: str) -> None:
    """Makes the alerts that this article, new to the library, gives rise to. Inside the caller's transaction."""
    if connection.execute("select 1 from watches limit 1").fetchone() is None:
        return
    here = rows.of_article(connection, article)
    leads = {row.entity: connection.execute(
        "select stands_for from entities where id = ?", (row.entity,)).fetchone()[0] for row in here}
    for watch in _watches(connection):
        ids = {entity.id for entity in watch.entities}
        spellings = {folded(alias) for alias in watch.aliases}
        named = {leads[row.entity]: row.said.name for row in here
                 if leads[row.entity] in ids or spellings & {folded(form) for form in (row.said.name, *row.said.forms)}}
        why = _why(connection, watch.kind, named, article)
        if why:
            connection.execute(
                "insert or ignore into alerts (watch, article, why, arrived_at) values (?, ?, ?, ?)",
                (watch.id, article, why, arrived_at))


def _why(connection: sqlite3.Connection, kind: AlertKind, named: dict[int, str], article: int) -> str | None:
    if not named:
        return None
    if kind is AlertKind.MENTION:
        return f"Names {' and '.join(sorted(named.values()))}."
    if kind is AlertKind.COMEBACK:
        quiet = [name for entity, name in sorted(named.items()) if not _in_news(connection, entity, article)]
        return f"Names {' and '.join(quiet)} for the first time in 30 days." if quiet else None
    pairs = [(one, other) for one in sorted(named) for other in sorted(named) if one < other]
    first = [pair for pair in pairs if not _together_before(connection, pair, article)]
    return f"Names {named[first[0][0]]} and {named[first[0][1]]} together for the first time." if first else None


_OWN = "select id from entities where stands_for = ?"


def _in_news(connection: sqlite3.Connection, entity: int, article: int) -> bool:
    at = connection.execute("select sort_at from articles where key = ?", (article,)).fetchone()[0]
    found = connection.execute(
        f"select 1 from appearances where entity in ({_OWN}) and sort_at between ? and ? and article <> ? limit 1",  # noqa: S608
        (entity, at - _QUIET, at, article))
    return found.fetchone() is not None


def _together_before(connection: sqlite3.Connection, pair: tuple[int, int], article: int) -> bool:
    found = connection.execute(
        f"select 1 from appearances where entity in ({_OWN}) and article <> ? and article in "  # noqa: S608
        f"(select article from appearances where entity in ({_OWN})) limit 1", (pair[0], article, pair[1]))
    return found.fetchone() is not None
