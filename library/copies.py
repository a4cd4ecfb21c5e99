"""Which articles of the library tell the same text: told in the list, so that nobody reads it five times unawares.

Grouping is a view: every copy stays an article of its own, with its own publisher, state and place in the lists. An
article is compared once, when it is stored, with the few that share one of its leads (likeness.py) and are about as
old, so adding one costs the same in a library of a hundred thousand.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from library import codec
from library.likeness import Likeness, is_copy, likeness
from parsers.article import Article

if TYPE_CHECKING:  # see articles.py
    import sqlite3

    from library.database import Database

WITHIN = 4 * 24 * 3600
"""Seconds between two copies: an agency's story is printed within days; what comes later is told anew."""
COMMON = 64
"""Articles that share a lead from which on it says nothing: a notice of their site, not their story."""
MOST_COMPARED = 24
"""Articles that one is compared with, those nearest in time: each costs the reading of a body."""
_AT_ONCE = 50
"""Articles per transaction when a library is compared for the first time: about a tenth of a second."""


def place(connection: sqlite3.Connection, key: int, article: Article) -> None:
    """Finds the copies of an article that was stored under this key, as it reads now."""
    mine = likeness(article)
    leave(connection, key)
    connection.executemany("insert into leads (lead, article) values (?, ?)", [(lead, key) for lead in set(mine.leads)])
    connection.execute("update articles set compared = 1 where key = ?", (key,))
    copies = [other for other in _near(connection, key, mine) if _tells(connection, other, mine)]
    if not copies:
        return
    marks = ",".join("?" * len(copies))
    stories = {story or copy for copy, story in connection.execute(
        f"select key, story from articles where key in ({marks})", copies)}  # noqa: S608 - only question marks
    first = min(stories)
    for other in stories - {first}:
        connection.execute("update articles set story = ? where story = ?", (first, other))
    connection.executemany("update articles set story = ? where key = ?", [(first, one) for one in (*copies, key)])


def leave(connection: sqlite3.Connection, key: int) -> None:
    """The article is nobody's copy any more, as when it has changed; the others go by the key of one of them."""
    connection.execute("delete from leads where article = ?", (key,))
    connection.execute("update articles set story = null where key = ?", (key,))
    connection.execute("update articles set story = (select min(key) from articles where story = ?) where story = ?",
                       (key, key))


def pending(database: Database) -> int:
    """How many articles have not been compared yet: those that an older newsreader stored."""
    with database.read() as connection:
        number: int = connection.execute("select count(*) from articles where not compared").fetchone()[0]
    return number


def compare(database: Database) -> Iterator[tuple[int, int]]:
    """Compares what `pending` counts, some articles at each step: (done, in all). Whoever stops asking stops it."""
    total, done = pending(database), 0
    while True:
        with database.write() as connection:
            rows = connection.execute(
                "select key, body from articles join bodies using (key) where not compared limit ?", (_AT_ONCE,)
            ).fetchall()
            for key, body in rows:
                try:
                    place(connection, key, codec.decode(body).article)
                except ValueError:  # damaged: `check` tells; it must not be met for ever
                    connection.execute("update articles set compared = 1 where key = ?", (key,))
        if not rows:
            return
        done += len(rows)
        yield done, max(total, done)


def _near(connection: sqlite3.Connection, key: int, mine: Likeness) -> list[int]:
    """The articles that may be copies: they share a lead that is not common, and are about as old."""
    at: int = connection.execute("select sort_at from articles where key = ?", (key,)).fetchone()[0]
    found: dict[int, int] = {}
    for lead in mine.leads:
        rows = connection.execute(
            "select key, sort_at from leads join articles on key = article where lead = ? limit ?", (lead, COMMON)
        ).fetchall()
        if len(rows) < COMMON:
            found.update((other, abs(then - at)) for other, then in rows if abs(then - at) <= WITHIN and other != key)
    return sorted(found, key=lambda other: (found[other], other))[:MOST_COMPARED]


def _tells(connection: sqlite3.Connection, key: int, mine: Likeness) -> bool:
    row = connection.execute("select body from bodies where key = ?", (key,)).fetchone()
    try:
        return row is not None and is_copy(likeness(codec.decode(row[0]).article), mine)
    except ValueError:  # damaged: `check` tells
        return False
