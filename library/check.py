"""Is the library sound? What `newsreader doctor` asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from library import codec

if TYPE_CHECKING:  # see articles.py
    from library.database import Database

_ENOUGH = 20
"""Problems of one kind: a damaged file has thousands, and they say the same."""


def check(database: Database) -> list[str]:
    """What is wrong, a sentence each; [] when it is sound. Reads all of the file: seconds when it is large."""
    with database.read() as connection:
        pages = connection.execute(f"pragma integrity_check({_ENOUGH})").fetchall()
        strays = connection.execute("pragma foreign_key_check").fetchmany(_ENOUGH)
        stories = connection.execute(
            "select article, body from articles join statuses using (key) left join bodies using (key)"
        )
        unreadable = [article for article, body in stories if not _is_readable(body)][:_ENOUGH]
    problems = [f"The database is damaged: {problem}." for (problem,) in pages if problem != "ok"]
    problems += [f"A row of {table} belongs to none of {parent}." for table, _, parent, _ in strays]
    problems += [f"The article {article} cannot be read back: refresh its source." for article in unreadable]
    return problems


def _is_readable(body: bytes | None) -> bool:
    try:
        codec.decode(body or b"")
    except ValueError:
        return False
    return True
