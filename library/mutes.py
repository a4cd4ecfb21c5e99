"""What the reader does not want to see: words and queries whose articles lists leave out.

A muted article stays in the library, is counted, and stands in a list of its own; without a mute it is back where it
was. Which articles a mute hides is worked out once, when the mute is made and when an article is stored, so that no
list has to search a hundred thousand stories.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from library.errors import QueryError
from parsers.clean import clean_line

if TYPE_CHECKING:  # see articles.py; what asks is loaded when something is asked
    import sqlite3

    from library.database import Database
    from library.query import Query


class Mute(Struct, frozen=True):
    """Something that is muted."""

    query: str
    """Words or a query (query.py)."""
    made_at: datetime
    articles: int
    """How many articles of the library it hides."""


def mute(database: Database, text: str, now: datetime) -> Mute:
    """Mutes what a query finds, now and in what comes; twice is once. Raises QueryError when it is none.

    Nothing is locked while a large library is searched; unmuted meanwhile, it stays so.
    """
    from library import query

    text = clean_line(text)
    asked = _asked(text)
    if asked is None:
        raise QueryError("Nothing is named to mute: write words, or a query as in person:blinken.")
    with database.write() as connection:  # first, so that what arrives meanwhile is not missed
        connection.execute("insert or ignore into mutes (query, made_at) values (?, ?)", (text, now.isoformat()))
    with database.read() as connection:
        found = query.find(connection, asked, now) or set()
    with database.write() as connection:
        connection.executemany(
            "insert or ignore into muted (mute, article) select mutes.id, articles.key from mutes, articles "
            "where query = ? and articles.key = ?", [(text, key) for key in found])
    return next((mute for mute in listed(database) if mute.query == text), Mute(text, now, 0))


def unmute(database: Database, text: str) -> None:
    """What it hid is back; nothing happens when it is not there."""
    with database.write() as connection:
        connection.execute("delete from mutes where query = ?", (clean_line(text),))


def listed(database: Database) -> tuple[Mute, ...]:
    """All of them, in the order they were made."""
    with database.read() as connection:
        rows = connection.execute(
            "select query, made_at, (select count(*) from muted where mute = mutes.id) from mutes order by id"
        ).fetchall()
    return tuple(Mute(text, datetime.fromisoformat(made_at), articles) for text, made_at, articles in rows)


def place(connection: sqlite3.Connection, key: int, now: datetime) -> None:
    """Looks which mutes hide the article that was stored, and listed by its source, under this key."""
    connection.execute("delete from muted where article = ?", (key,))
    for identity, text in connection.execute("select id, query from mutes").fetchall():
        from library import query

        asked = _asked(text)
        if asked is not None and query.find(connection, asked, now, among={key}):
            connection.execute("insert into muted (mute, article) values (?, ?)", (identity, key))


def any_hidden(connection: sqlite3.Connection) -> bool:
    """Whether anything is hidden at all: where nothing is, lists need not ask for each row."""
    return connection.execute("select 1 from muted limit 1").fetchone() is not None


def _asked(text: str) -> Query | None:
    """None for a query without a word, which would find everything. Raises QueryError for what is none."""
    from library import query, words_in

    asked = query.parse(text)
    if isinstance(asked, query.Mistake):
        raise QueryError(asked.message)
    return asked if any(words_in.letters(term.value) for term in asked.terms) else None
