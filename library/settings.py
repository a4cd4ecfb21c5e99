"""The few things the reader chose in the application and expects it to remember."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # see articles.py
    from library.database import Database


def setting(database: Database, key: str) -> str | None:
    """What was last remembered under this name; None: nothing."""
    with database.read() as connection:
        row = connection.execute("select value from settings where key = ?", (key,)).fetchone()
    return None if row is None else row[0]


def set_setting(database: Database, key: str, value: str) -> None:
    with database.write() as connection:
        connection.execute("insert or replace into settings (key, value) values (?, ?)", (key, value))
