"""Which entity of the library an article's entity is: the matching, carried out on the tables.

The usual case is cheap: one entity bears the full name and nothing contradicts it. Only when something does, or
only a surname or an acronym is there, are the name's other appearances read and settled anew (settle.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from library.entities import rows
from library.entities.company import Companies, in_company
from library.entities.keys import first_names_alike
from library.entities.pinned import pinned, spoken_for
from library.entities.rows import Row, Said
from library.entities.settle import SOME, Appearance, Group, settle, shared
from library.entities.traits import SETS, Traits, contradiction, is_hard, may_contradict

if TYPE_CHECKING:  # see library/articles.py
    import sqlite3

LARGEST = 60
"""Appearances of one full name that are settled anew together. A name that more articles bear stays as it was
settled, and what comes is placed among its bearers: reading more would cost more than the 20 ms that adding an
article may take."""
_NEAREST = 24
"""Articles of a bearer, nearest in time, with which an article is compared that may mean another one …"""
_CLOSEST = 8
"""… and how many of them, those that name most of what it names, are looked at whole."""


def home_of(connection: sqlite3.Connection, article: str, said: Said) -> tuple[int | None, bool]:
    """(the entity that bears one of these full names, or None; whether its name has to be settled anew)."""
    fixed = pinned(connection, article, said.keys)
    if fixed is not None:
        return fixed, False
    named = bearers_of(connection, said.keys)
    bearers = bearers_of(connection, [*said.keys, *_variants(connection, said.keys)])
    if not named:
        return None, bool(bearers)
    traits = rows.traits_in(said)
    if len(bearers) == 1:
        return named[0], may_contradict(traits, _known_traits(connection, bearers[0]))
    return named[0], True


def bearers_of(connection: sqlite3.Connection, keys: Iterable[int]) -> list[int]:
    """The entities that bear one of these names, the one most articles mean first."""
    found: Counter[int] = Counter()
    for key in keys:
        for entity, count in connection.execute("select entity, count from entity_keys where name_key = ?", (key,)):
            found[entity] += count
    return [entity for entity, _ in sorted(found.items(), key=lambda one: (-one[1], one[0]))]


def _variants(connection: sqlite3.Connection, keys: Sequence[int]) -> list[int]:
    """Names of one surname whose first names stand for one another: "Bill" and "William"."""
    found = []
    for key in keys:
        name = connection.execute("select key from name_keys where id = ?", (key,)).fetchone()[0]
        if not name.startswith("p "):
            continue
        _, first, last = name.split(" ", 2)
        for other, text in connection.execute(
            "select name_keys.id, name_keys.key from name_keys join short_names on name_key = name_keys.id "
            "where short = (select id from name_keys where key = ?)", (f"~p {last}",)
        ):
            _, given, surname = text.split(" ", 2) if text.startswith("p ") else ("", "", "")
            if surname == last and first_names_alike(first, given):
                found.append(other)
    return found


def _known_traits(connection: sqlite3.Connection, entity: int) -> Traits:
    marks = ",".join("?" * len(SETS))
    found = connection.execute(
        f"select kind, value from facts where entity = ? and kind in ({marks})", (entity, *SETS)  # noqa: S608
    ).fetchall()
    return Traits(**{name: frozenset(value for kind, value in found if kind == name) for name in SETS})


def settle_name(companies: Companies, row: Row) -> set[int]:
    """Settles the full name of this appearance anew; the entities that changed."""
    connection = companies.connection
    row = next(one for one in rows.of_article(connection, row.article) if one.place == row.place)  # it may have moved
    bearers = _block(connection, [*row.said.keys, *_variants(connection, row.said.keys)])
    if sum(size for _, size in bearers) > LARGEST or spoken_for(connection, [entity for entity, _ in bearers]):
        return _among(companies, row, [entity for entity, _ in bearers])
    stored = [one for entity, _ in bearers for one in rows.of_entity(connection, entity)]
    strong = [one for one in stored if not _is_weak(connection, one)]
    by_order = {}
    seen = []
    for one in strong:
        appearance = companies.appearance(one)
        by_order[appearance.order] = one
        seen.append(appearance)
    groups = settle(seen)
    changed: set[int] = set()
    for group, entity in _named(connection, groups, by_order):
        for one in (by_order[member.order] for member in group.members):
            if one.entity != entity:
                changed |= {one.entity, entity}
                rows.move(connection, one, entity)
        if group.why:
            first = group.members[0]
            note(connection, first.row, first.place, entity, "namesake", group.why)
    return changed


def _block(connection: sqlite3.Connection, keys: Sequence[int]) -> list[tuple[int, int]]:
    """(entity, articles) of all that bear one of the names, or a name that one of those bears."""
    entities: dict[int, int] = {}
    todo, done = set(keys), set()
    while todo:
        key = todo.pop()
        done.add(key)
        for (entity,) in connection.execute("select entity from entity_keys where name_key = ?", (key,)).fetchall():
            if entity in entities:
                continue
            entities[entity] = connection.execute("select articles from entities where id = ?", (entity,)).fetchone()[0]
            for (other, text) in connection.execute(
                "select name_key, key from entity_keys join name_keys on id = name_key where entity = ?", (entity,)
            ).fetchall():
                if other not in done and not text.startswith("~"):
                    todo.add(other)
    return sorted(entities.items())


def _is_weak(connection: sqlite3.Connection, row: Row) -> bool:
    key = connection.execute("select key from name_keys where id = ?", (row.said.keys[0],)).fetchone()[0]
    return bool(key.startswith("~"))


def _named(
    connection: sqlite3.Connection, groups: Sequence[Group], by_order: dict[tuple[str, int], Row]
) -> list[tuple[Group, int]]:
    """Each group with the entity that most of it was before; a new one where that is taken."""
    named: list[tuple[Group, int]] = []
    taken: set[int] = set()
    for group in groups:
        before = Counter(by_order[member.order].entity for member in group.members)
        for entity in taken:
            before.pop(entity, None)
        if before:
            entity = min(before, key=lambda one: (-before[one], one))
        else:
            first = by_order[group.members[0].order].said
            entity = rows.new_entity(connection, first.type, first.name)
        taken.add(entity)
        named.append((group, entity))
    return named


def _among(companies: Companies, row: Row, bearers: Sequence[int]) -> set[int]:
    """Places one appearance among the settled bearers of its name, without reading all of theirs."""
    connection = companies.connection
    one = companies.appearance(row)
    at = companies.sort_at(row.article)
    scores: list[tuple[float, int, int]] = []
    for entity in bearers:
        near = [other for other in in_company(connection, entity, at, one.company, _NEAREST, _CLOSEST)
                if other.article != row.article]
        if not near:
            continue
        others = [companies.appearance(other) for other in near]
        score = max(shared(one.company, other.company)[0] for other in others)
        traits = _merged(others)
        against = contradiction(one.traits, traits) is not None
        if is_hard(one.traits, traits) or (against and score < 2 * SOME):
            continue
        scores.append((score if score >= SOME else 0.0, len(near), -entity))
    home = -max(scores)[2] if scores else None
    if home is None:
        home = rows.new_entity(connection, row.said.type, row.said.name)
    rows.move(connection, row, home)
    return {row.entity, home} if row.entity != home else set()


def _merged(appearances: Iterable[Appearance]) -> Traits:
    together = Traits()
    for one in appearances:
        together = together | one.traits
    return together


def note(connection: sqlite3.Connection, article: int, place: int, entity: int, kind: str, why: str) -> None:
    """Keeps why an article's entity was taken for this one."""
    connection.execute(
        "insert or replace into reasons (article, place, entity, kind, why) values (?, ?, ?, ?, ?)",
        (article, place, entity, kind, why),
    )
