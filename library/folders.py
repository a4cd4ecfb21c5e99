"""Folders that the reader keeps sources in, one inside the other, as paths: "World/Europe".

A folder is there as long as a source is in it, so there is no empty one to look after, and every change of folders
(moving, renaming, taking one away) is the same thing: these sources stand there now. That is what can be undone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from parsers.clean import clean_line

if TYPE_CHECKING:  # see articles.py
    from library.database import Database
    from library.records import Source

LONGEST_NAME = 60
"""Characters of a folder's name: more than any pane shows."""


def cleaned(path: str) -> str:
    """The path as it is kept: names without control signs, spaces at their ends or empty ones between; "" for none."""
    names = (clean_line(name)[:LONGEST_NAME].rstrip() for name in path.split("/"))
    return "/".join(name for name in names if name)


def move(database: Database, places: Mapping[int, str]) -> dict[int, str]:
    """Puts sources (by id) into folders; where they were before. Ids that are not there are passed over."""
    before: dict[int, str] = {}
    with database.write() as connection:
        for source, folder in places.items():
            row = connection.execute("select folder from sources where id = ?", (source,)).fetchone()
            if row is not None:
                before[source] = row[0]
                connection.execute("update sources set folder = ? where id = ?", (cleaned(folder), source))
    return before


def inside(folder: str) -> tuple[str, list[object]]:
    """A condition of SQL that holds for sources in this folder or in one inside it, with its parameters."""
    return "folder = ? or substr(folder, 1, ?) = ?", [folder, len(folder) + 1, f"{folder}/"]


def is_inside(place: str, folder: str) -> bool:
    """Whether a place is this folder or one inside it."""
    return place == folder or place.startswith(f"{folder}/")


def parent(folder: str) -> str:
    """The folder that this one is in; "": in none."""
    return folder.rpartition("/")[0]


def known(sources: Iterable[Source]) -> list[str]:
    """Every folder that holds a source, and those around it, by name."""
    found: set[str] = set()
    for source in sources:
        folder = source.folder
        while folder:
            found.add(folder)
            folder = parent(folder)
    return sorted(found, key=str.casefold)


def replaced(sources: Iterable[Source], old: str, new: str) -> dict[int, str]:
    """Where the sources in the folder `old` stand when it is called `new`; with "" its contents stand outside."""
    return {source.id: cleaned(f"{new}/{source.folder[len(old):]}")
            for source in sources if is_inside(source.folder, old)}
