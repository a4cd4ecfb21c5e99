"""Tags: words that the reader gives to articles, each of them a list; "later" is the list of what is read later.

They belong to the article as its read mark does: they outlive it, and come back with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from parsers.clean import clean_line

if TYPE_CHECKING:  # see articles.py
    import sqlite3

    from library.database import Database

LATER = "later"
"""The tag of what is to be read later, which the screen has a key and a sign for."""
LONGEST = 40
"""Characters of a tag."""

Tags = tuple[str, ...]
"""The tags of an article, by name."""

_APART = re.compile(r"[^\w/-]+")
"""What parts the words of a tag: Obsidian's tags, to which ours are exported, hold letters, digits, _, / and -."""


def cleaned(tag: str) -> str:
    """The tag as it is kept: small letters, its words joined by "-", without "#"; "" when nothing is left of it."""
    return _APART.sub("-", clean_line(tag).casefold()).strip("-/")[:LONGEST].strip("-/")


def typed(text: str) -> Tags:
    """The tags that a line names, apart by spaces or commas."""
    return tuple(sorted({tag for word in re.split(r"[\s,]+", text) if (tag := cleaned(word))}))


def give(database: Database, tags: Mapping[str, Iterable[str]]) -> dict[str, Tags]:
    """Gives each of these articles (by id) these tags and no others; which ones they had.

    Articles that the library never had are passed over.
    """
    before: dict[str, Tags] = {}
    with database.write() as connection:
        for article, wanted in tags.items():
            row = connection.execute("select key from statuses where article = ?", (article,)).fetchone()
            if row is not None:
                before[article] = _of(connection, row[0])
                connection.execute("delete from tags where status = ?", row)
                names = {tag for name in wanted if (tag := cleaned(name))}
                connection.executemany("insert into tags (name, status) values (?, ?)",
                                       [(name, row[0]) for name in names])
    return before


def counted(database: Database) -> tuple[tuple[str, int], ...]:
    """Every tag of articles that are in the library, by name, with how many have it."""
    with database.read() as connection:
        return tuple(connection.execute(
            "select name, count(*) from tags join articles on key = status group by name order by name"))


def tagged(database: Database, tag: str) -> dict[str, Tags]:
    """The articles (ids) that have a tag, also those that have left the library, with all their tags."""
    with database.read() as connection:
        rows = connection.execute(
            "select key, article from statuses join tags on key = status where name = ?", (cleaned(tag),)).fetchall()
        return {article: _of(connection, key) for key, article in rows}


def told(names: str | None) -> Tags:
    """Tags that a statement has put together with group_concat."""
    return tuple(sorted(names.split(","))) if names else ()


def hand_on(connection: sqlite3.Connection, old: int, new: int) -> None:
    """An article that goes on under another key keeps its tags."""
    connection.execute(
        "insert or ignore into tags (name, status) select name, ? from tags where status = ?", (new, old))


def add(connection: sqlite3.Connection, article: str, tags: Iterable[str]) -> None:
    """Gives an article these tags beside its own."""
    connection.executemany("insert or ignore into tags (name, status) select ?, key from statuses where article = ?",
                           [(tag, article) for tag in tags])


def _of(connection: sqlite3.Connection, key: int) -> Tags:
    return tuple(name for (name,) in connection.execute("select name from tags where status = ? order by name", (key,)))
