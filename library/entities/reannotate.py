"""Bringing the index up to date after an update: articles that another recogniser or matching read are read again.

A library holds years of articles, so this happens a few at a time, in the background. What is done stays done:
each article remembers by which version it was annotated, and whoever stops half-way goes on there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from library import codec, engines
from library.entities import index
from library.entities.records import Reannotated
from parsers.article import AnnotatedArticle

if TYPE_CHECKING:  # see library/articles.py
    from library.database import Database

_AT_ONCE = 20
"""Articles per transaction: about half a second, in which another newsreader waits to write."""


def pending(database: Database) -> int:
    """How many articles were annotated or matched by another version than this one."""
    with database.read() as connection:
        found = connection.execute(
            "select (select count(*) from articles) - (select count(*) from articles where annotated_by = ?)",
            (index.version(),))
        number: int = found.fetchone()[0]
    return number


def reannotate(database: Database) -> Iterator[Reannotated]:
    """Annotates and matches again what `pending` counts, some articles at each step of the iterator.

    Whoever stops asking stops the work; what was done stays, and the next call goes on.
    """
    total, done = pending(database), 0
    at = 0
    while True:
        with database.read() as connection:
            found = connection.execute(
                "select key, body from articles join bodies using (key) where key > ? and annotated_by is not ? "
                "order by key limit ?", (at, index.version(), _AT_ONCE)).fetchall()
        if not found:
            return
        again: list[tuple[int, bytes, AnnotatedArticle | None]] = []
        for key, body in found:
            try:
                again.append((key, body, engines.annotated(codec.decode(body).article)))
            except ValueError:  # damaged: `check` tells; it must not be met for ever
                again.append((key, body, None))
        with database.write() as connection:
            for key, body, annotated in again:
                current = connection.execute("select body from bodies where key = ?", (key,)).fetchone()
                if current is None or current[0] != body:
                    continue  # another newsreader was faster
                if annotated is None:
                    connection.execute("update articles set annotated_by = ? where key = ?", (index.version(), key))
                    continue
                connection.execute("update bodies set body = ? where key = ?", (codec.encode(annotated), key))
                connection.execute(
                    "update articles set entities = ? where key = ?", (index.countable(annotated), key))
                index.put(connection, key, annotated)
        at = found[-1][0]
        done += len(found)
        yield Reannotated(done, max(total, done))
