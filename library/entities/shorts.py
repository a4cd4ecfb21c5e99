"""Whom a surname or an acronym alone means, in articles that give no more: by the company it is in, or nobody yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from library.entities import rows
from library.entities.company import Companies, in_company, met_among, naming, telling
from library.entities.place import note
from library.entities.rows import Row
from library.entities.settle import Appearance, in_like_company, settle_weak, shared

if TYPE_CHECKING:  # see library/articles.py
    import sqlite3

LARGEST = 8
"""Appearances of one surname or acronym alone that are settled together. Of more, those that a new article speaks of
are: reading all would cost more than the 20 ms that adding an article may take."""
_NEAREST = 24
"""Articles of a candidate, nearest in time, whose company a weak name's article is compared with …"""
_CLOSEST = 4
"""… and how many of them, those that name most of what it names, are looked at whole."""
_FEW = 8
"""Bearers of a name that are all looked at; of more, those who met somebody of the article lately …"""
_TELLING = 6
"""… one of so many, whom the fewest articles name."""
_MANY = 600
"""Bearers of one surname among whom is looked at all: SQLite before 3.32 takes 999 parameters."""


def settle_short(
    companies: Companies, short: int, own: Row | None, arrived: Sequence[Row], *, reopened: bool
) -> set[int]:
    """Settles whom this surname or acronym (a name key) means; the entities that changed.

    `own` is the new article's appearance under the short name itself, `arrived` are its appearances under full names
    that it may stand for. Only what these bear on is settled anew; all of it when it was `reopened`, because those
    who bear the full names were settled anew themselves.
    """
    weak = rows.of_weak_name(companies.connection, short, LARGEST + 1)
    others = [row for row in weak if own is None or row.article != own.article][:LARGEST]
    is_small = len(weak) <= LARGEST
    news = [companies.appearance(row) for row in ([own] if own else arrived)]
    tokens = {token for one in news for token, weight in one.company.items() if weight >= 1.0}
    near = naming(companies.connection, [row.article for row in others], tokens)  # most share nobody at all
    linked = [row for row in others if row.article in near
              and any(in_like_company(companies.appearance(row), one) for one in news)]
    moving = [own] if own else []
    if linked or reopened:
        moving = weak if is_small else [*moving, *linked]
    if not moving:
        return set()
    return _settle(companies, short, moving, [] if is_small else [row for row in others if row not in moving])


def _settle(companies: Companies, short: int, moving: Sequence[Row], settled: Sequence[Row]) -> set[int]:
    """Settles some appearances among the bearers of full names and (`settled`) appearances that stay where they are."""
    full = [entity for (entity,) in companies.connection.execute(
        "select distinct entity from short_names join entity_keys using (name_key) where short = ? and count > 0",
        (short,))]

    def candidates(one: Appearance) -> dict[int, list[Appearance]]:
        likely = full if len(full) <= _FEW else _acquainted(companies, full, one)
        found = {entity: _nearest(companies, entity, one) for entity in likely}
        for row in settled:
            found.setdefault(row.entity, []).append(companies.appearance(row))
        return found

    by_order = {(appearance := companies.appearance(row)).order: (row, appearance) for row in moving}
    meant, groups = settle_weak([appearance for _, appearance in by_order.values()], candidates)
    changed = {row.entity for row in moving}
    for order, (entity, witness) in meant.items():
        row, appearance = by_order[order]
        rows.move(companies.connection, row, entity)
        changed.add(entity)
        _note_company(companies.connection, row, entity, appearance, witness)
    members = [[by_order[one.order][0] for one in group] for group in groups]
    return changed | _group(companies.connection, members, {*full, *(row.entity for row in settled)})


def _acquainted(companies: Companies, full: Sequence[int], one: Appearance) -> list[int]:
    """Of many bearers of a name those who stand in an article with somebody whom this article names as well."""
    some = full[:_MANY]
    others = telling(companies.connection, one.row, _TELLING)
    met = met_among(companies.connection, some, others, one.at, _NEAREST)
    return [entity for entity in some if entity in met]


def _nearest(companies: Companies, entity: int, one: Appearance) -> list[Appearance]:
    """Appearances of a candidate under its full name that may tell whether this one means it.

    None when the article names the candidate itself: its own recogniser told them apart.
    """
    if any(row.entity == entity for row in rows.of_article(companies.connection, one.row)
           if row.place != one.place):
        return []
    near = in_company(companies.connection, entity, one.at, one.company, _NEAREST, _CLOSEST)
    return [companies.appearance(other) for other in near]


def _group(connection: sqlite3.Connection, groups: Sequence[Sequence[Row]], others: set[int]) -> set[int]:
    """Entities for the weak appearances that mean no one else: each group the one that most of it was."""
    changed: set[int] = set()
    for members in sorted(groups, key=lambda group: -len(group)):
        before = Counter(row.entity for row in members if row.entity not in others and row.entity not in changed)
        if before:
            entity = min(before, key=lambda one: (-before[one], one))
        else:
            entity = rows.new_entity(connection, members[0].said.type, members[0].said.name)
        for row in members:
            rows.move(connection, row, entity)
            connection.execute(
                "delete from reasons where article = ? and place = ? and kind = 'company'", (row.article, row.place))
        changed.add(entity)
    return changed


def _note_company(
    connection: sqlite3.Connection, row: Row, entity: int, one: Appearance, witness: Appearance
) -> None:
    _, common = shared(one.company, witness.company)
    names = [_name_of(connection, row.article, token) for token in common[:3]]
    title = connection.execute("select title from articles where key = ?", (witness.row,)).fetchone()[0]
    why = f"“{row.said.name}” alone, in the company of {_listed(names)}, as in “{title}”."
    note(connection, row.article, row.place, entity, "company", why)


def _name_of(connection: sqlite3.Connection, article: int, token: int) -> str:
    row = connection.execute(
        "select said from appearances join name_keys on name_keys.id = name_key where article = ? and token = ? "
        "order by place limit 1", (article, token)).fetchone()
    return str(rows.said_in(row[0]).name)


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
