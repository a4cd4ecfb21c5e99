"""Lists that the reader saved under a name: what they show is a selection, asked anew each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from library.records import Selection
from parsers.clean import clean_line

if TYPE_CHECKING:  # see articles.py
    from library.database import Database

LONGEST_NAME = 60
"""Characters of a name: more than any pane shows."""


class Saved(Struct, frozen=True):
    """A list with a name."""

    name: str
    selection: Selection


def cleaned(name: str) -> str:
    """The name as it is kept; "" when nothing is left of it."""
    return clean_line(name)[:LONGEST_NAME].rstrip()


def save(database: Database, saved: Saved) -> Saved | None:
    """Keeps a list; the one that had its name before and goes for it, None: none had."""
    name = cleaned(saved.name)
    before = next((one for one in listed(database) if one.name == name), None)
    with database.write() as connection:
        connection.execute("insert or replace into saved (name, selection) values (?, ?)",
                           (name, msgspec.json.encode(saved.selection).decode()))
    return before


def forget(database: Database, name: str) -> None:
    """Nothing happens when there is no such list."""
    with database.write() as connection:
        connection.execute("delete from saved where name = ?", (cleaned(name),))


def listed(database: Database) -> tuple[Saved, ...]:
    """All of them, by name; one that a newer newsreader wrote and this one cannot read is left out."""
    with database.read() as connection:
        rows = connection.execute("select name, selection from saved order by name collate nocase").fetchall()
    found: list[Saved] = []
    for name, text in rows:
        try:
            found.append(Saved(name, msgspec.json.decode(text, type=Selection)))
        except msgspec.MsgspecError:
            continue
    return tuple(found)
