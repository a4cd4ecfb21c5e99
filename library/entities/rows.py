"""The tables of the index, a few small statements each: appearances, and the counts that follow from them.

Whatever is shown of an entity (forms of its name, roles, how many articles) is counted once, here, when an
appearance comes, goes or moves. What one appearance adds is kept beside it (`Said`), so that exactly that can be
taken away again, also after the matching has learnt to read names otherwise.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from library.entities.evidence import Seen
from library.entities.keys import NameKey, folded
from library.entities.traits import SETS, Traits

if TYPE_CHECKING:  # see library/articles.py
    import sqlite3


class Said(Struct, frozen=True, array_like=True, omit_defaults=True):
    """What one appearance adds to the counts of its entity."""

    type: str
    name: str
    keys: tuple[int, ...]
    """Name keys that lead to the entity: full ones, or the weak one that is all there is."""
    forms: dict[str, int] = {}
    """Empty when the only form is the name itself."""
    roles: tuple[str, ...] = ()
    traits: dict[str, list[str]] = {}


class Row(Struct, frozen=True):
    """One appearance as it is stored."""

    article: int
    place: int
    entity: int
    count: int
    said: Said

    @property
    def traits(self) -> Traits:
        return traits_in(self.said)


_SAID = msgspec.json.Decoder(Said)


def said_of(seen: Seen, keys: tuple[int, ...]) -> Said:
    """What an appearance adds, from its evidence and the ids of its name keys."""
    traits = {name: sorted(values) for name in SETS if (values := getattr(seen.traits, name))}
    forms = {} if list(seen.forms) == [seen.name] else seen.forms
    return Said(seen.type, seen.name, keys, forms, seen.roles, traits)


def traits_in(said: Said) -> Traits:
    """What the appearance says of who is meant, as the matching compares it."""
    return Traits(**{name: frozenset(values) for name, values in said.traits.items()})


def intern(connection: sqlite3.Connection, key: NameKey) -> int:
    """The id of a name key, given when it is first met."""
    row = connection.execute("select id from name_keys where key = ?", (key.key,)).fetchone()
    if row is not None:
        return int(row[0])
    token = 0 if key.token == key.key else intern(connection, NameKey(key.token, key.token, key.weight))
    made = connection.execute(
        "insert into name_keys (key, token, weight) values (?, ?, ?)", (key.key, token, key.weight)
    ).lastrowid or 0
    if not token:
        connection.execute("update name_keys set token = id where id = ?", (made,))
    return made


def intern_weak(connection: sqlite3.Connection, key: str) -> int:
    """The id of a surname's or acronym's key, given when it is first met."""
    return intern(connection, NameKey(key, key, 1.0))


def publisher_id(connection: sqlite3.Connection, name: str | None) -> int:
    """The id of a publisher, given when it is first met; 0 when the page names none."""
    if not name:
        return 0
    connection.execute("insert or ignore into publishers (name) values (?)", (name,))
    return int(connection.execute("select id from publishers where name = ?", (name,)).fetchone()[0])


def new_entity(connection: sqlite3.Connection, kind: str, name: str) -> int:
    """The id of an entity that no article names yet and that stands for itself."""
    made = connection.execute(
        "insert into entities (stands_for, type, name) values (0, ?, ?)", (kind, name)
    ).lastrowid or 0
    connection.execute("update entities set stands_for = id where id = ?", (made,))
    return made


def insert(
    connection: sqlite3.Connection, article: int, entity: int, seen: Seen, said: Said, sort_at: int, publisher: int
) -> Row:
    """Writes down one appearance and counts it."""
    words = array("I", seen.words).tobytes()
    connection.execute(
        """
        insert into appearances (article, place, entity, name_key, count, sort_at, publisher, words, is_weak, said)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (article, seen.place, entity, said.keys[0], seen.count, sort_at, publisher, words, int(seen.key.is_weak),
         msgspec.json.encode(said).decode()),
    )
    _count(connection, Row(article, seen.place, entity, seen.count, said), entity, 1)
    connection.execute(
        "update entities set first_at = min(coalesce(first_at, ?), ?) where id = ?", (sort_at, sort_at, entity)
    )
    return Row(article, seen.place, entity, seen.count, said)


def move(connection: sqlite3.Connection, row: Row, entity: int) -> None:
    """The appearance belongs to another entity from now on."""
    if row.entity == entity:
        return
    connection.execute(
        "update appearances set entity = ? where article = ? and place = ?", (entity, row.article, row.place)
    )
    connection.execute(
        "update reasons set entity = ? where article = ? and place = ?", (entity, row.article, row.place)
    )
    _count(connection, row, row.entity, -1)
    _count(connection, row, entity, 1)


def delete(connection: sqlite3.Connection, row: Row) -> None:
    """Takes the appearance out, with its reasons and what it added to the counts."""
    connection.execute("delete from appearances where article = ? and place = ?", (row.article, row.place))
    connection.execute("delete from reasons where article = ? and place = ?", (row.article, row.place))
    _count(connection, row, row.entity, -1)


def of_article(connection: sqlite3.Connection, article: int) -> list[Row]:
    """Everybody and everything the article (its row key) names, in the order of their places."""
    return list(stored(connection.execute(
        "select article, place, entity, count, said from appearances where article = ? order by place", (article,)
    )))


def of_entity(connection: sqlite3.Connection, entity: int, most: int = -1) -> list[Row]:
    """The newest first; all of them when `most` is negative."""
    return list(stored(connection.execute(
        "select article, place, entity, count, said from appearances where entity = ? "
        "order by sort_at desc, article limit ?", (entity, most)
    )))


def of_weak_name(connection: sqlite3.Connection, name_key: int, most: int) -> list[Row]:
    """Appearances under a surname or acronym alone, whomever they were taken for; the newest first."""
    return list(stored(connection.execute(
        "select article, place, entity, count, said from appearances where name_key = ? and is_weak "
        "order by sort_at desc, article limit ?", (name_key, most)
    )))


def stored(found: Iterable[tuple[Any, ...]]) -> Iterator[Row]:
    """Rows of (article, place, entity, count, said) as appearances."""
    for article, place, entity, count, said in found:
        yield Row(article, place, entity, count, _SAID.decode(said))


def _count(connection: sqlite3.Connection, row: Row, entity: int, sign: int) -> None:
    """Adds what the appearance says to an entity's counts, or takes it away.

    An article that has the entity in two places (once by its name, once by an acronym it does not explain) counts once.
    """
    said = row.said
    elsewhere = connection.execute(
        "select 1 from appearances where article = ? and entity = ? and place <> ?", (row.article, entity, row.place)
    ).fetchone()
    connection.execute(
        "update entities set articles = articles + ?, mentions = mentions + ? where id = ?",
        (0 if elsewhere else sign, sign * row.count, entity),
    )
    facts = _facts(said, row.count)
    if sign > 0:
        connection.executemany(
            "insert into facts (entity, kind, value, count) values (?, ?, ?, ?) "
            "on conflict (entity, kind, value) do update set count = count + excluded.count",
            [(entity, *fact) for fact in facts],
        )
        connection.executemany(
            "insert into entity_keys (name_key, entity, count) values (?, ?, 1) "
            "on conflict (name_key, entity) do update set count = count + 1",
            [(key, entity) for key in said.keys],
        )
        words = {word for kind, value, _ in facts if kind in ("called", "name") for word in folded(value).split()}
        connection.executemany(
            "insert or ignore into name_words (word, entity) values (?, ?)", [(word, entity) for word in words]
        )
        return
    for kind, value, number in facts:
        connection.execute(
            "update facts set count = count - ? where entity = ? and kind = ? and value = ?",
            (number, entity, kind, value),
        )
    connection.execute("delete from facts where entity = ? and count <= 0", (entity,))
    connection.executemany(
        "update entity_keys set count = count - 1 where name_key = ? and entity = ?",
        [(key, entity) for key in said.keys],
    )


def _facts(said: Said, mentions: int) -> list[tuple[str, str, int]]:
    facts = [("called", said.name, 1), ("type", said.type, 1)]
    facts += [("name", form, number) for form, number in (said.forms or {said.name: mentions}).items()]
    facts += [("role", role, 1) for role in said.roles]
    return facts + [(name, value, 1) for name, values in said.traits.items() for value in values]


def said_in(text: str) -> Said:
    """The column `said` of an appearance, read."""
    return _SAID.decode(text)


def words_of(name: str) -> set[str]:
    """The folded words under which a name is found."""
    return set(folded(name).split())


def article_id(connection: sqlite3.Connection, article: int) -> str:
    """The id of the article with this row key."""
    return str(connection.execute("select article from statuses where key = ?", (article,)).fetchone()[0])


def one(connection: sqlite3.Connection, article: str, place: int) -> Row | None:
    """The appearance at this place of the article with this id; None when it is gone."""
    found = connection.execute(
        "select appearances.article, place, entity, count, said from appearances "
        "join statuses on key = appearances.article where statuses.article = ? and place = ?", (article, place))
    return next(stored(found), None)
