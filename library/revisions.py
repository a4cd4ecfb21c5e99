"""Earlier texts of articles whose pages were changed: kept, so that what changed can be shown.

Papers edit stories without saying so. Only a changed page makes a revision; the same page read anew, by better
parsers or by a rule of the reader's, is the same text of theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from library import codec
from parsers.article import Article

if TYPE_CHECKING:  # see articles.py
    import sqlite3

KEPT = 10
"""Earlier texts that an article keeps at most: a live page changes all day."""


def told_before(
    connection: sqlite3.Connection, keys: Sequence[int], successor: Mapping[int, int]
) -> dict[int, bytes]:
    """The stored bodies of these articles; of one that goes, under the key of its successor."""
    found: dict[int, bytes] = {}
    for key in keys:
        row = connection.execute("select body from bodies where key = ?", (key,)).fetchone()
        if row is not None:
            found[successor.get(key, key)] = row[0]
    return found


def keep(connection: sqlite3.Connection, told: Mapping[int, bytes], replaced_at: datetime) -> None:
    """Keeps those of the bodies that say something else than the articles do now, KEPT of each article at most."""
    for key, body in told.items():
        row = connection.execute("select body from bodies where key = ?", (key,)).fetchone()
        if row is None or row[0] == body or not _differ(row[0], body):
            continue
        connection.execute(
            "insert or replace into revisions (article, replaced_at, body) values (?, ?, ?)",
            (key, replaced_at.isoformat(), body),
        )
        connection.execute(
            "delete from revisions where article = ? and replaced_at not in "
            "(select replaced_at from revisions where article = ? order by replaced_at desc limit ?)",
            (key, key, KEPT),
        )


def hand_on(connection: sqlite3.Connection, pairs: Iterable[tuple[int, int]]) -> None:
    """The earlier texts of articles that go (the first of each pair) become those of their successors."""
    connection.executemany("update or ignore revisions set article = ? where article = ?", [(b, a) for a, b in pairs])


def _differ(one: bytes, other: bytes) -> bool:
    """Whether two stored articles say something else; one that cannot be read back says nothing."""
    try:
        return _said(codec.decode(one).article) != _said(codec.decode(other).article)
    except ValueError:
        return False


def _said(article: Article) -> tuple[object, ...]:
    return article.title, article.dek, [block.text for block in article.blocks]
