"""Who and what articles name, kept up to date: called whenever an article comes, changes or goes.

Each function works inside a write transaction of the caller's, so a list of articles and the index of who is in
them never disagree.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from library import engines
from library.entities import place, rows, shorts
from library.entities.company import Companies
from library.entities.evidence import Seen, seen_in
from library.entities.keys import person_name
from library.entities.pinned import pinned
from parsers.article import AnnotatedArticle

if TYPE_CHECKING:  # see library/articles.py
    import sqlite3

_COUNTED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC"})
_MATCHING = ("words.txt", "keys.py", "traits.py", "evidence.py", "settle.py", "company.py", "place.py",
             "shorts.py")


def version() -> str:
    """Which recogniser and which matching annotate and file articles now."""
    return f"{_digest()} {engines.identity()}".rstrip()


@cache
def _digest() -> str:
    """Of their code and data, so that nobody has to declare a version."""
    digest = hashlib.sha256()
    for folder in ("parsers.entities", "parsers.entities.data"):
        for item in sorted(files(folder).iterdir(), key=lambda item: item.name):
            if item.is_file() and not item.name.startswith("."):
                digest.update(item.name.encode() + item.read_bytes())
    for name in _MATCHING:
        digest.update(files("library.entities").joinpath(name).read_bytes())
    return digest.hexdigest()[:16]


def put(connection: sqlite3.Connection, article: int, annotated: AnnotatedArticle) -> None:
    """Files the article (its row key) under everyone and everything it names, instead of what it named before."""
    sort_at = connection.execute("select sort_at from articles where key = ?", (article,)).fetchone()[0]
    publisher = rows.publisher_id(connection, annotated.article.publisher)
    touched = _take_out(connection, article)
    seen = seen_in(annotated)
    kept = [(one, rows.said_of(one, _keys(connection, one))) for one in seen]
    company = _Incoming(connection, article, annotated.article.id, sort_at, publisher)
    for one, said in kept:
        if not one.key.is_weak:
            touched |= company.place_full(one, said)
    for one, said in kept:
        if one.key.is_weak:
            touched |= company.place_weak(one, said)
    touched |= company.settle()
    refresh(connection, touched)
    connection.execute("update articles set annotated_by = ? where key = ?", (version(), article))


def remove(connection: sqlite3.Connection, articles: Iterable[int]) -> None:
    """Takes articles out of the index; before they are deleted from the library."""
    touched: set[int] = set()
    for article in articles:
        touched |= _take_out(connection, article)
    refresh(connection, touched)


def countable(annotated: AnnotatedArticle) -> int:
    """How many people, organisations and places an article names: what a row of a list tells."""
    return sum(entity.type in _COUNTED for entity in annotated.entities)


def _take_out(connection: sqlite3.Connection, article: int) -> set[int]:
    old = rows.of_article(connection, article)
    for row in old:
        rows.delete(connection, row)
    return {row.entity for row in old}


def _keys(connection: sqlite3.Connection, seen: Seen) -> tuple[int, ...]:
    return tuple(rows.intern(connection, key) for key in (seen.key, *seen.others))


class _Incoming:
    """One article on its way into the index: what all steps need to know."""

    def __init__(
        self, connection: sqlite3.Connection, article: int, article_id: str, sort_at: int, publisher: int
    ) -> None:
        self.connection = connection
        self.article = article
        self.article_id = article_id
        self.sort_at = sort_at
        self.publisher = publisher
        self.unsettled: list[rows.Row] = []
        """Whose full names have to be settled anew when all of the article's company is known."""
        self.shorts: dict[int, tuple[rows.Row | None, list[rows.Row]]] = {}
        """Surnames and acronyms to settle: the article's appearance under it alone, those it may stand for."""
        self.reopened: set[int] = set()
        """Those of them whose bearers are no longer who they were."""

    def place_full(self, seen: Seen, said: rows.Said) -> set[int]:
        entity, is_doubtful = place.home_of(self.connection, self.article_id, said)
        if entity is None:
            entity = rows.new_entity(self.connection, seen.type, seen.name)
        row = self._insert(entity, seen, said)
        if is_doubtful:
            self.unsettled.append(row)
        for short in seen.short:
            short_id = rows.intern_weak(self.connection, short)
            self.shorts.setdefault(short_id, (None, []))[1].append(row)
            self.connection.executemany(
                "insert or ignore into short_names (short, name_key) values (?, ?)",
                [(short_id, key) for key in said.keys],
            )
        return {entity}

    def place_weak(self, seen: Seen, said: rows.Said) -> set[int]:
        entity = pinned(self.connection, self.article_id, said.keys)
        if entity is not None:
            self._insert(entity, seen, said)
            place.note(self.connection, self.article, seen.place, entity, "person",
                       f"You said whom “{seen.name}” means.")
            return {entity}
        entity = rows.new_entity(self.connection, seen.type, seen.name)
        row = self._insert(entity, seen, said)
        self.shorts[said.keys[0]] = row, self.shorts.get(said.keys[0], (None, []))[1]
        return {entity}

    def settle(self) -> set[int]:
        """What could only be decided with all of the article's names in place."""
        touched: set[int] = set()
        companies = Companies(self.connection)
        for row in self.unsettled:
            changed = place.settle_name(companies, row)
            if changed:
                self.reopened.update(short for short, (_, arrived) in self.shorts.items() if row in arrived)
            touched |= changed
        marks = ",".join("?" * len(self.shorts))
        used = self.connection.execute(  # most surnames are nowhere alone
            f"select distinct name_key from appearances where is_weak and name_key in ({marks})",  # noqa: S608
            list(self.shorts)).fetchall()
        for short, (own, arrived) in [(short, self.shorts[short]) for (short,) in used]:
            touched |= shorts.settle_short(companies, short, own, arrived, reopened=short in self.reopened)
        return touched

    def _insert(self, entity: int, seen: Seen, said: rows.Said) -> rows.Row:
        self._note_form(entity, seen)
        return rows.insert(self.connection, self.article, entity, seen, said, self.sort_at, self.publisher)

    def _note_form(self, entity: int, seen: Seen) -> None:
        """Why another spelling is the same one, the first time it is met."""
        names = [value for (value,) in self.connection.execute(
            "select value from facts where entity = ? and kind = 'called' order by count desc, value limit 20",
            (entity,))]
        if names and seen.name not in names and not seen.key.is_weak:
            why = f"“{seen.name}” and “{names[0]}” are one full name."
            place.note(self.connection, self.article, seen.place, entity, "form", why)


def refresh(connection: sqlite3.Connection, entities: Iterable[int]) -> None:
    """Brings what is shown of these entities up to date; one that nothing speaks of any more goes."""
    leads = set()
    for entity in entities:
        row = connection.execute("select stands_for, articles from entities where id = ?", (entity,)).fetchone()
        if row is None:
            continue
        stands_for, articles = row
        if not articles and not is_spoken_of(connection, entity):
            connection.execute("delete from entities where id = ?", (entity,))
            continue
        leads |= {entity, stands_for}
        _name(connection, entity)
        connection.execute(
            "update entities set first_at = (select min(sort_at) from appearances where entity = id) where id = ?",
            (entity,))
    for lead in leads:
        connection.execute(
            "update entities set all_articles = case when stands_for <> id then 0 else articles end where id = ?",
            (lead,),
        )
        connection.execute(  # merged by the reader: an article may name both
            """
            update entities set all_articles = (
                select count(distinct article) from appearances
                where entity in (select id from entities own where own.stands_for = entities.id))
            where id = ? and exists (
                select 1 from entities own where own.stands_for = entities.id and own.id <> entities.id)
            """, (lead,)
        )


def is_spoken_of(connection: sqlite3.Connection, entity: int) -> bool:
    """Whether an edit or a watch of the reader's names it: then it is remembered without articles too."""
    return connection.execute(
        "select 1 from edits where entity = ? or other = ? union all select 1 from watched where entity = ? limit 1",
        (entity, entity, entity),
    ).fetchone() is not None


def _name(connection: sqlite3.Connection, entity: int) -> None:
    """The name and type that are shown: the reader's, else those that most of its articles give."""
    given_name, given_type = connection.execute(
        "select given_name, given_type from entities where id = ?", (entity,)).fetchone()
    types = connection.execute(
        "select value from facts where entity = ? and kind = 'type' order by count desc, value limit 1", (entity,)
    ).fetchone()
    called = connection.execute(
        "select value, count from facts where entity = ? and kind = 'called'", (entity,)).fetchall()
    if not called:
        return
    kind = given_type or types[0]
    name = given_name or _best(kind, called)
    connection.execute("update entities set name = ?, type = ? where id = ?", (name, kind, entity))


def _best(kind: str, called: Sequence[tuple[str, int]]) -> str:
    """The full name that most articles give; of equals the longest."""
    full = [one for one in called if _is_full(kind, one[0])] or list(called)
    return min(full, key=lambda one: (-one[1], -len(one[0]), one[0]))[0]


def _is_full(kind: str, name: str) -> bool:
    if kind == "PERSON":
        parts = person_name(name)
        return parts is not None and len(parts.first) > 1
    return not (name.isupper() and " " not in name)
