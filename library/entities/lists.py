"""Lists of entities: of an open article, the most named, the new ones, those a few letters find."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from library.entities.keys import folded
from library.entities.records import EntityRow, Listed
from parsers.article import EntityType

if TYPE_CHECKING:  # see library/articles.py
    import sqlite3

    from library.database import Database

_MANY = 400
"""Candidates that are compared for a misspelt name: the closest by their letters (see `_close_words`)."""


def row(connection: sqlite3.Connection, entity: int) -> EntityRow | None:
    """The entity with this id, or what the reader merged it into; None when there is none any more."""
    for found in rows(connection, [entity]):
        return found
    return None


def rows(connection: sqlite3.Connection, entities: Iterable[int]) -> list[EntityRow]:
    """The entities with these ids (of merged ones what they were merged into), in that order, each once."""
    found: dict[int, EntityRow] = {}
    for entity in entities:
        one = connection.execute(
            """
            select lead.id, lead.name, lead.type, lead.all_articles,
                (select sum(mentions) from entities where stands_for = lead.id), lead.ignored
            from entities one join entities lead on lead.id = one.stands_for where one.id = ?
            """, (entity,)
        ).fetchone()
        if one is not None:
            found.setdefault(one[0], _row(one))
    return list(found.values())


def _row(values: tuple[Any, ...]) -> EntityRow:
    entity, name, kind, articles, mentions, ignored = values
    return EntityRow(entity, name, kind, articles, mentions or 0, bool(ignored))


def members(connection: sqlite3.Connection, entity: int) -> list[int]:
    """The ids of all that the reader made one with this entity, its own included; [] when it is not there."""
    return [one for (one,) in connection.execute(
        "select id from entities where stands_for = (select stands_for from entities where id = ?) order by id",
        (entity,))]


def of_article(database: Database, article_id: str) -> dict[str, EntityRow]:
    """The parsers' Entity.id → the entity of the library that the article means by it."""
    with database.read() as connection:
        found = connection.execute(
            "select place, entity from appearances join statuses on key = appearances.article "
            "where statuses.article = ? order by place", (article_id,)
        ).fetchall()
        body = connection.execute(
            "select body from bodies join statuses using (key) where article = ?", (article_id,)).fetchone()
        by_id = {entity: row(connection, entity) for entity in {entity for _, entity in found}}
    if body is None or not found:
        return {}
    from library import codec

    entities = codec.decode(body[0]).entities
    return {
        entities[place].id: shown for place, entity in found
        if place < len(entities) and (shown := by_id[entity]) is not None
    }


def top(
    database: Database, types: Sequence[EntityType], limit: int, *, ignored: bool = False
) -> list[EntityRow]:
    """Those that most articles name, of these types."""
    found: list[tuple[Any, ...]] = []
    with database.read() as connection:
        for kind in types:
            found += connection.execute(
                "select all_articles, id from entities where type = ? and ignored = ? and all_articles > 0 "
                "order by all_articles desc, id limit ?", (kind, int(ignored), limit)
            ).fetchall()
        found.sort(key=lambda one: (-one[0], one[1]))
        return rows(connection, [entity for _, entity in found[:limit]])


def listed(database: Database, types: Sequence[EntityType]) -> Iterator[Listed]:
    """All that are not ignored, most named first. One walk through the index; the values come as they are asked for."""
    marks = ",".join("?" * len(types))
    with database.read() as connection:
        found = connection.execute(
            f"""
            select lead.id, lead.name, lead.type, lead.all_articles, sum(count), 0, count(distinct publisher),
                min(sort_at), max(sort_at)
            from appearances join entities own on own.id = appearances.entity
            join entities lead on lead.id = own.stands_for
            where lead.type in ({marks}) and not lead.ignored
            group by lead.id order by lead.all_articles desc, lead.id
            """,  # noqa: S608 - only question marks are put in
            tuple(types),
        ).fetchall()
    for *entity, outlets, first, last in found:
        yield Listed(_row(tuple(entity)), outlets, _moment(first), _moment(last))


def _moment(seconds: int) -> datetime:
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)


def new_since(database: Database, since: int, types: Sequence[EntityType], limit: int) -> list[EntityRow]:
    """Those whose oldest article is no older than `since` (seconds since 1970), most named first."""
    marks = ",".join("?" * len(types))
    with database.read() as connection:
        found = connection.execute(
            f"""
            select id from entities lead where ignored = 0 and first_at >= ? and all_articles > 0 and type in ({marks})
                and not exists (select 1 from entities other where other.stands_for = lead.id and other.first_at < ?)
            order by all_articles desc, id limit ?
            """,  # noqa: S608 - only question marks are put in
            (since, *types, since, limit),
        ).fetchall()
        return rows(connection, [entity for (entity,) in found])


def search(database: Database, text: str, types: Sequence[EntityType], limit: int) -> list[EntityRow]:
    """Those whose name has words that begin so, the most named first; when there is none, those spelt nearly so."""
    words = folded(text).split()
    if not words:
        return []
    with database.read() as connection:
        found = _with_words(connection, words, types, limit)
        if not found:
            close = [_close_word(connection, word) for word in words]
            if all(close):
                found = _with_words(connection, [word for word in close if word], types, limit)
        return rows(connection, found)


def named(connection: sqlite3.Connection, text: str, types: Sequence[EntityType]) -> list[int]:
    """The ids of all entities that a query's name means: all its words whole, or (none so) beginning so."""
    words = folded(text).split()
    if not words:
        return []
    return _with_words(connection, words, types, -1, whole=True) or _with_words(connection, words, types, -1)


def _with_words(
    connection: sqlite3.Connection, words: Sequence[str], types: Sequence[EntityType], limit: int, whole: bool = False
) -> list[int]:
    """Entities with all these words (or beginnings of words) in one of their names, the most named first."""
    tests, parameters = [], []
    for word in words:
        tests.append("id in (select entity from name_words where word >= ? and word < ?)")
        parameters += [word, word + " " if whole else word + "\U0010ffff"]
    marks = ",".join("?" * len(types))
    found = connection.execute(
        f"select distinct stands_for from entities where {' and '.join(tests)} and type in ({marks}) "  # noqa: S608
        "order by (select all_articles from entities lead where lead.id = entities.stands_for) desc, stands_for "
        "limit ?",
        (*parameters, *types, limit),
    )
    return [entity for (entity,) in found]


def _close_word(connection: sqlite3.Connection, word: str) -> str | None:
    """The word of a name that is spelt most like this one; None when none is near.

    Words that begin or go on with the same letters, within one letter in length for short words and two for
    long ones, are compared by difflib's ratio.
    """
    from difflib import get_close_matches

    slack = 1 if len(word) < 6 else 2
    starts = {word[:1], word[1:2]} - {""}
    near = [found for start in starts for (found,) in connection.execute(
        "select distinct word from name_words where word >= ? and word < ? and length(word) between ? and ?",
        (start, start + "\U0010ffff", len(word) - slack, len(word) + slack),
    )]
    letters = set(word)
    near = sorted(near, key=lambda found: (-len(letters & set(found)), found))[:_MANY]
    matches = get_close_matches(word, near, n=1, cutoff=0.75)
    return matches[0] if matches else None
