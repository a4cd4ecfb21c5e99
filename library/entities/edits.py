"""What the reader says about entities, kept for ever as a list of edits, each of which can be undone and redone.

The state of the tables follows from the list: a name is the last rename that was not undone, who stands for whom
is all merges that were not undone, one after the other. So undoing restores exactly what was, and what is said
once holds for articles that come later and for those that are annotated again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

import msgspec

from library.entities import index, lists, rows
from library.entities.keys import KINDS
from library.entities.records import Edit, EditKind
from library.errors import LibraryError
from parsers.article import EntityType
from parsers.clean import clean_line

if TYPE_CHECKING:  # see library/articles.py
    import sqlite3

    from library.database import Database

__all__ = ["edits", "ignore", "merge", "redo", "rename", "retype", "split", "undo"]


def rename(database: Database, entity: int, name: str | None, now: datetime) -> Edit:
    """Calls the entity so from now on; None: as its articles do."""
    given = None if name is None else clean_line(name)  # a pasted name is foreign text
    if given == "":
        raise LibraryError("A name needs at least one letter. Type one, or leave the entity as it is.")
    return _say(database, EditKind.RENAME, entity, None, given, now)


def retype(database: Database, entity: int, kind: EntityType | None, now: datetime) -> Edit:
    """Takes it for a person, an organisation …; None: for what its articles take it."""
    if kind is not None and kind not in KINDS:
        raise LibraryError(f"{kind} is no type that is followed across articles. Types: {', '.join(sorted(KINDS))}.")
    return _say(database, EditKind.RETYPE, entity, None, kind, now)


def ignore(database: Database, entity: int, ignored: bool, now: datetime) -> Edit:
    """Leaves it out of lists and marks, or takes it in again."""
    return _say(database, EditKind.IGNORE, entity, None, "1" if ignored else "0", now)


def merge(database: Database, entity: int, into: int, now: datetime) -> Edit:
    """Takes both for one, under the name of `into`."""
    with database.read() as connection:
        one, other = lists.row(connection, entity), lists.row(connection, into)
    if one is not None and other is not None and one.id == other.id:
        raise LibraryError(f"{one.name} is one entity already. Choose two different ones to merge.")
    return _say(database, EditKind.MERGE, entity, into, None, now)


def split(
    database: Database, entity: int, names: Sequence[str], articles: Sequence[str], now: datetime
) -> tuple[Edit, int]:
    """Makes another entity of some of its names, or of what it is in some articles: (the edit, the new id).

    `names` are forms that articles use as its full name; whoever is called so later is the new one as well.
    Raises LibraryError when that is nothing, or all of it.
    """
    with database.write() as connection:
        row = lists.row(connection, entity)
        if row is None:
            raise LibraryError(_UNKNOWN.format(entity))
        own = [one for member in lists.members(connection, row.id) for one in rows.of_entity(connection, member)]
        ids = dict(connection.execute("select key, article from statuses where key in (select article from "
                                      "appearances where entity in (select id from entities where stands_for = ?))",
                                      (row.id,)).fetchall())
        going = [one for one in own if one.said.name in names or ids[one.article] in articles]
        if not going or len(going) == len(own):
            what = "none" if not going else "all"
            raise LibraryError(f"That is {what} of the articles of {row.name}. Choose some of its names or articles.")
        new = rows.new_entity(connection, going[0].said.type, going[0].said.name)
        moved = [(ids[one.article], one.place, one.entity) for one in going]
        edit = _insert(connection, EditKind.SPLIT, row.id, new, msgspec.json.encode(moved).decode(), now)
        _pin(connection, edit, new, going, own, set(articles), ids)
        _apply(connection, edit)
        return _edit(connection, edit), new


def undo(database: Database, edit: int | None = None) -> Edit | None:
    """Takes back this edit, or the last one that holds; None when there is none. Exactly what was is restored."""
    return _turn(database, edit, "select max(id) from edits where not undone", undone=True)


def redo(database: Database, edit: int | None = None) -> Edit | None:
    """Does again the edit that was undone last, or this one; None when there is none."""
    newest = "select min(id) from edits where undone and id > coalesce((select max(id) from edits where not undone), 0)"
    return _turn(database, edit, newest, undone=False)


def edits(database: Database, entity: int | None = None) -> list[Edit]:
    """All edits, or those about one entity; the last one first, undone ones included."""
    with database.read() as connection:
        if entity is None:
            ids = connection.execute("select id from edits order by id desc").fetchall()
        else:
            members = lists.members(connection, entity) or [entity]
            marks = ",".join("?" * len(members))
            ids = connection.execute(
                f"select id from edits where entity in ({marks}) or other in ({marks}) order by id desc",  # noqa: S608
                [*members, *members]).fetchall()
        return [_edit(connection, edit) for (edit,) in ids]


_UNKNOWN = "There is no entity {} in the library any more. `newsreader entities` lists them."


def _say(
    database: Database, kind: EditKind, entity: int, other: int | None, value: str | None, now: datetime
) -> Edit:
    with database.write() as connection:
        about = []
        for one in (entity, other):
            row = None if one is None else lists.row(connection, one)
            if one is not None and row is None:
                raise LibraryError(_UNKNOWN.format(one))
            about.append(None if row is None else row.id)
        edit = _insert(connection, kind, about[0] or 0, about[1], value, now)
        _apply(connection, edit)
        return _edit(connection, edit)


def _insert(
    connection: sqlite3.Connection, kind: EditKind, entity: int, other: int | None, value: str | None, now: datetime
) -> int:
    made = connection.execute(
        "insert into edits (kind, entity, other, value, made_at) values (?, ?, ?, ?, ?)",
        (kind, entity, other, value, now.isoformat()),
    )
    return made.lastrowid or 0


def _turn(database: Database, edit: int | None, newest: str, *, undone: bool) -> Edit | None:
    with database.write() as connection:
        chosen = edit if edit is not None else connection.execute(newest).fetchone()[0]
        row = connection.execute("select undone from edits where id = ?", (chosen,)).fetchone()
        if row is None or bool(row[0]) == undone:
            return None
        connection.execute("update edits set undone = ? where id = ?", (int(undone), chosen))
        _apply(connection, chosen)
        return _edit(connection, chosen)


def _apply(connection: sqlite3.Connection, edit: int) -> None:
    """Brings the tables to what the list of edits says, as far as this edit is concerned."""
    kind, entity, other, value, undone = connection.execute(
        "select kind, entity, other, value, undone from edits where id = ?", (edit,)).fetchone()
    if kind == EditKind.MERGE:
        touched = _stand_for(connection)
    elif kind == EditKind.SPLIT:
        touched = _move(connection, entity, other, msgspec.json.decode(value), bool(undone))
    else:
        _last_word(connection, kind, entity)
        touched = {entity}
    index.refresh(connection, touched)


def _last_word(connection: sqlite3.Connection, kind: str, entity: int) -> None:
    row = connection.execute(
        "select value from edits where kind = ? and entity = ? and not undone order by id desc limit 1", (kind, entity)
    ).fetchone()
    value = row[0] if row else None
    if kind == EditKind.RENAME:
        connection.execute("update entities set given_name = ? where id = ?", (value, entity))
        for word in rows.words_of(value or ""):
            connection.execute("insert or ignore into name_words (word, entity) values (?, ?)", (word, entity))
    elif kind == EditKind.RETYPE:
        connection.execute("update entities set given_type = ? where id = ?", (value, entity))
    else:
        connection.execute("update entities set ignored = ? where id = ?", (int(value or 0), entity))


def _stand_for(connection: sqlite3.Connection) -> set[int]:
    """Who stands for whom, from all merges in their order; all entities that a merge ever named."""
    merges = connection.execute("select entity, other, undone from edits where kind = 'merge' order by id").fetchall()
    leads = {one: one for pair in merges for one in pair[:2]}
    for entity, into, undone in merges:
        if not undone:
            gone, lead = leads[entity], leads[into]
            leads = {one: lead if old == gone else old for one, old in leads.items()}
    for one, lead in leads.items():
        connection.execute("update entities set stands_for = ? where id = ?", (lead, one))
    return set(leads)


def _pin(
    connection: sqlite3.Connection, edit: int, new: int, going: Sequence[rows.Row], own: Sequence[rows.Row],
    articles: set[str], ids: dict[int, str],
) -> None:
    """What the split says of names: a name that goes altogether is the new one wherever it comes up."""
    staying = {one.said.keys[0] for one in own if one not in going}
    for one in going:
        is_whole = one.said.keys[0] not in staying and ids[one.article] not in articles
        pins = [(one.said.keys[0], "")] if is_whole else [(key, ids[one.article]) for key in one.said.keys]
        connection.executemany(
            "insert or ignore into pins (name_key, article, edit, entity) values (?, ?, ?, ?)",
            [(key, where, edit, new) for key, where in pins])


def _move(
    connection: sqlite3.Connection, entity: int, new: int, moved: Sequence[tuple[str, int, int]], undone: bool
) -> set[int]:
    """Moves what a split moved, or (undone) moves it back with what came to the new entity since."""
    touched = {entity, new}
    before = {(article, place): old for article, place, old in moved}
    if undone:
        found = rows.of_entity(connection, new)
    else:
        found = [one for article, place, _ in moved if (one := rows.one(connection, article, place)) is not None]
    for one in found:
        old = before.get((rows.article_id(connection, one.article), one.place), entity)
        target = old if undone else new
        if undone and connection.execute("select 1 from entities where id = ?", (old,)).fetchone() is None:
            target = entity
        touched |= {one.entity, target}
        rows.move(connection, one, target)
    return touched


def _edit(connection: sqlite3.Connection, edit: int) -> Edit:
    identity, kind, entity, other, value, made_at, undone = connection.execute(
        "select id, kind, entity, other, value, made_at, undone from edits where id = ?", (edit,)).fetchone()
    name, others = _name(connection, entity), _name(connection, other)
    return Edit(identity, EditKind(kind), entity, _SENTENCES[EditKind(kind)](name, others, value),
                datetime.fromisoformat(made_at), bool(undone))


def _name(connection: sqlite3.Connection, entity: int | None) -> str:
    row = connection.execute("select name from entities where id = ?", (entity,)).fetchone()
    return row[0] if row else "something that is gone"


_SENTENCES: dict[EditKind, Callable[[str, str, Any], str]] = {
    EditKind.RENAME: lambda name, _, value: f"Called “{value}”." if value else f"“{name}” called as its articles do.",
    EditKind.MERGE: lambda name, other, _: f"“{name}” and “{other}” are one.",
    EditKind.SPLIT: lambda name, other, _: f"“{other}” is not “{name}”.",
    EditKind.RETYPE: lambda name, _, value: f"“{name}” taken for {value or 'what its articles say'}.",
    EditKind.IGNORE: lambda name, _, value: f"“{name}” ignored." if value == "1" else f"“{name}” no longer ignored.",
}
