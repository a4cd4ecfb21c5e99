"""Which entity of the library an article's entity is: the matching, carried out on the tables.

The usual case is cheap: one entity bears the full name and nothing contradicts it. Only when something does, or
only a surname or an acronym is there, are the name's other appearances read and settled anew (settle.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from library.entities import rows
from library.entities.keys import first_names_alike
from library.entities.pinned import pinned, spoken_for
from library.entities.rows import Row, Said
from library.entities.settle import SOME, Appearance, Group, settle, settle_weak, shared
from library.entities.traits import SETS, Traits, contradiction, is_hard

if TYPE_CHECKING:  # see library/articles.py
    import sqlite3

LARGEST = 60
"""Appearances of one full name that are settled anew together. A name that more articles bear stays as it was
settled, and what comes is placed among its bearers: reading more would cost more than the 20 ms that adding an
article may take."""
_WEAK_LARGEST = 20
"""The same for the weak appearances of a surname or acronym."""
_NEAREST = 16
"""Articles of a candidate, nearest in time, whose company a weak name's article is compared with."""


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
        return named[0], contradiction(traits, _known_traits(connection, bearers[0])) is not None
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


def settle_name(connection: sqlite3.Connection, row: Row) -> set[int]:
    """Settles the full name of this appearance anew; the entities that changed."""
    bearers = _block(connection, [*row.said.keys, *_variants(connection, row.said.keys)])
    if sum(size for _, size in bearers) > LARGEST or spoken_for(connection, [entity for entity, _ in bearers]):
        return _among(connection, row, [entity for entity, _ in bearers])
    stored = [one for entity, _ in bearers for one in rows.of_entity(connection, entity)]
    strong = [one for one in stored if not _is_weak(connection, one)]
    known: dict[int, tuple[str, dict[int, float]]] = {}
    by_order = {}
    seen = []
    for one in strong:
        appearance = rows.appearance(connection, one, known)
        by_order[appearance.order] = one
        seen.append(appearance)
    groups = settle(seen)
    changed = {one.entity for one in stored}
    for group, entity in _named(connection, groups, by_order):
        for member in group.members:
            rows.move(connection, by_order[member.order], entity)
        changed.add(entity)
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


def _among(connection: sqlite3.Connection, row: Row, bearers: Sequence[int]) -> set[int]:
    """Places one appearance among the settled bearers of its name, without reading all of theirs."""
    known: dict[int, tuple[str, dict[int, float]]] = {}
    one = rows.appearance(connection, row, known)
    at = connection.execute("select sort_at from appearances where article = ? limit 1", (row.article,)).fetchone()[0]
    scores: list[tuple[float, int, int]] = []
    for entity in bearers:
        near = [other for other in rows.near_in_time(connection, entity, at, _NEAREST) if other.article != row.article]
        if not near:
            continue
        others = [rows.appearance(connection, other, known) for other in near]
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
    return {row.entity, home}


def _merged(appearances: Iterable[Appearance]) -> Traits:
    together = Traits()
    for one in appearances:
        together = together | one.traits
    return together


def settle_short(connection: sqlite3.Connection, short: int, newest: Row | None = None) -> set[int]:
    """Settles whom a surname or acronym means, in all articles that give no more; the entities that changed.

    Where that are many articles, only `newest` is placed.
    """
    word = connection.execute("select key from name_keys where id = ?", (short,)).fetchone()[0]
    holders = [entity for (entity,) in connection.execute(
        "select entity from entity_keys where name_key = ?", (short,)).fetchall()]
    weak = [row for entity in holders for row in rows.of_entity(connection, entity, _WEAK_LARGEST + 1)
            if row.said.keys[0] == short]
    if not weak:
        return set()
    is_small = len(weak) <= _WEAK_LARGEST
    moving = weak if is_small else [newest] if newest is not None else []
    known: dict[int, tuple[str, dict[int, float]]] = {}
    full = [entity for (entity,) in connection.execute(
        "select distinct entity from short_names join entity_keys using (name_key) where short = ? and count > 0",
        (short,)).fetchall()]
    candidates = {entity: _nearest(connection, entity, moving, known) for entity in full}
    if not is_small:
        candidates |= {entity: _nearest(connection, entity, moving, known) for entity in holders
                       if entity not in candidates}
    by_order = {}
    for row in moving:
        by_order[rows.appearance(connection, row, known).order] = row
    meant, groups = settle_weak([rows.appearance(connection, row, known) for row in moving], candidates)
    changed = {row.entity for row in moving}
    for order, (entity, witness) in meant.items():
        row = by_order[order]
        rows.move(connection, row, entity)
        changed.add(entity)
        _note_company(connection, row, entity, witness, known, word)
    changed |= _group_weak(connection, groups, by_order, set(full))
    return changed


def _nearest(
    connection: sqlite3.Connection, entity: int, moving: Sequence[Row], known: dict[int, tuple[str, dict[int, float]]]
) -> list[Appearance]:
    """Appearances of a candidate around the times of the weak ones, each once."""
    found: dict[tuple[int, int], Row] = {}
    own = {(row.article, row.place) for row in moving}
    for row in moving:
        at = connection.execute(
            "select sort_at from appearances where article = ? and place = ?", (row.article, row.place)).fetchone()[0]
        for other in rows.near_in_time(connection, entity, at, _NEAREST):
            if (other.article, other.place) not in own:
                found[other.article, other.place] = other
    return [rows.appearance(connection, other, known) for _, other in sorted(found.items())]


def _group_weak(
    connection: sqlite3.Connection, groups: Sequence[Sequence[Appearance]], by_order: dict[tuple[str, int], Row],
    full: set[int],
) -> set[int]:
    """Entities for the weak appearances that mean no one known by a full name."""
    changed, taken = set(), set()
    for group in sorted(groups, key=lambda group: (-len(group), group[0].order)):
        members = [by_order[one.order] for one in group]
        before = Counter(row.entity for row in members if row.entity not in full and row.entity not in taken)
        if before:
            entity = min(before, key=lambda one: (-before[one], one))
        else:
            entity = rows.new_entity(connection, members[0].said.type, members[0].said.name)
        taken.add(entity)
        for row in members:
            rows.move(connection, row, entity)
            connection.execute("delete from reasons where article = ? and place = ? and kind = 'company'",
                               (row.article, row.place))
        changed.add(entity)
    return changed


def _note_company(
    connection: sqlite3.Connection, row: Row, entity: int, witness: Appearance,
    known: dict[int, tuple[str, dict[int, float]]], word: str,
) -> None:
    one = rows.appearance(connection, row, known)
    _, common = shared(one.company, witness.company)
    names = [_name_of(connection, row.article, token) for token in common[:3]]
    title = connection.execute("select title from articles where key = ?", (witness.row,)).fetchone()
    title = title[0] if title else ""
    why = f"“{row.said.name}” alone, in the company of {_listed(names)}, as in “{title}”."
    note(connection, row.article, row.place, entity, "company", why)


def _name_of(connection: sqlite3.Connection, article: int, token: int) -> str:
    row = connection.execute(
        "select said from appearances join name_keys on name_keys.id = name_key where article = ? and token = ? "
        "order by place limit 1", (article, token)).fetchone()
    return str(rows.said_in(row[0]).name) if row else ""


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def note(connection: sqlite3.Connection, article: int, place: int, entity: int, kind: str, why: str) -> None:
    """Keeps why an article's entity was taken for this one."""
    connection.execute(
        "insert or replace into reasons (article, place, entity, kind, why) values (?, ?, ?, ?, ?)",
        (article, place, entity, kind, why),
    )
