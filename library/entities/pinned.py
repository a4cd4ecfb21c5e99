"""Where the reader has spoken, no matching is done: what an edit says of a name holds for all that comes later."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # see library/articles.py
    import sqlite3


def pinned(connection: sqlite3.Connection, article: str, keys: Sequence[int]) -> int | None:
    """The entity that the reader said one of these names means, in this article or wherever; None: not said."""
    for where, named in ((article, keys), ("", keys[:1])):
        for key in named:
            row = connection.execute(
                "select pins.entity from pins join edits on edits.id = edit "
                "where name_key = ? and article = ? and not undone order by edit desc limit 1", (key, where)
            ).fetchone()
            if row is not None:
                return int(row[0])
    return _merged_by_name(connection, keys[0])


def _merged_by_name(connection: sqlite3.Connection, key: int) -> int | None:
    """A surname or acronym whose bearer the reader merged with another: from then on the name alone is enough."""
    row = connection.execute("select key from name_keys where id = ?", (key,)).fetchone()
    if row is None or not row[0].startswith("~"):
        return None
    found = connection.execute(
        """
        select distinct entity_keys.entity from entity_keys join edits
            on edits.kind = 'merge' and not undone and entity_keys.entity in (edits.entity, edits.other)
        where name_key = ? and edits.entity <> edits.other limit 2
        """, (key,)
    ).fetchall()
    return int(found[0][0]) if len(found) == 1 else None


def spoken_for(connection: sqlite3.Connection, entities: Sequence[int]) -> bool:
    """Whether the reader split one of these: then their articles stay where they are."""
    marks = ",".join("?" * len(entities))
    found = connection.execute(
        f"select 1 from edits where kind = 'split' and not undone "  # noqa: S608 - only question marks are put in
        f"and (entity in ({marks}) or other in ({marks})) limit 1",
        [*entities, *entities],
    )
    return found.fetchone() is not None
