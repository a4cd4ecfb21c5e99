"""The articles of the library: lists of them, one of them, and what the reader did with them.

Lists must answer within a frame for 100,000 articles, so a list is first an array of row keys, read from one
index that holds everything the question needs, and only the rows on screen are ever fetched whole.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from library import codec, folders, mutes, tags
from library.errors import QueryError, StoreError
from library.files import shown
from library.records import Headline, Opened, Order, Revision, Selection

if TYPE_CHECKING:  # database.py brings sqlite3, which commands without a library do not load
    import sqlite3

    from library.database import Database

_AT_ONCE = 500
"""Row keys per statement: SQLite before 3.32 takes at most 999 parameters (sqlite.org/limits.html)."""
_MOST_FOUND = 100
"""Ids that one prefix may find: nobody chooses from more."""


def rows(
    database: Database, selection: Selection, now: datetime, order: Order = Order.NEWEST, limit: int | None = None
) -> array[int]:
    """Row keys in this order, the first `limit` of them (None: all).

    Equally new articles (published, or else arrived) stand in the order they were read.
    """
    with database.read() as connection:
        return _rows(connection, selection, now, order, limit)


def _rows(connection: sqlite3.Connection, selection: Selection, now: datetime, order: Order = Order.NEWEST,
          limit: int | None = None) -> array[int]:
    is_hiding = _hides(selection) and mutes.any_hidden(connection)
    by_name = selection.entities and selection == Selection(entities=selection.entities[:1])
    if by_name and order is Order.NEWEST and not is_hiding:
        naming = connection.execute(_NAMING, selection.entities)
        return array("q", dict.fromkeys(key for (key,) in naming))[:limit]  # an article may name one in two places
    chosen = _chosen(connection, selection, now)
    rest = replace(selection, folder="")
    source, parameters = _from(rest, told=order in _BY_WHAT_IS_TOLD, is_hiding=is_hiding)
    key = _key(selection)
    most = -1 if limit is None or chosen is not None else limit
    listed = connection.execute(f"select {key} {source} order by {_ORDERS[order]}, {key} limit ?", [*parameters, most])
    return array("q", (key for (key,) in listed if chosen is None or key in chosen))[:limit]


_ORDERS = {
    Order.NEWEST: "listed.sort_at desc", Order.OLDEST: "listed.sort_at",
    Order.SOURCE: "listed.publisher is null, listed.publisher collate nocase, listed.sort_at desc",
    Order.TITLE: "told.title collate nocase, listed.sort_at desc",
    Order.LONGEST: "told.words desc, listed.sort_at desc", Order.SHORTEST: "told.words, listed.sort_at desc",
}
_BY_WHAT_IS_TOLD = frozenset({Order.TITLE, Order.LONGEST, Order.SHORTEST})
"""Orders that need what a row tells, which the listings of a source do not hold."""


_NAMING = """
    select article from appearances
    where entity in (select id from entities where stands_for = (select stands_for from entities where id = ?))
    order by sort_at desc, article
"""
"""All that name one entity: read from the index that holds exactly this."""


def count(database: Database, selection: Selection, now: datetime) -> int:
    """How many articles the selection holds."""
    if selection.query or selection.near is not None:
        return len(rows(database, selection, now))
    with database.read() as connection:
        is_hiding = mutes.any_hidden(connection)
        if selection.muted and not is_hiding:
            return 0
        source, parameters = _from(selection, is_hiding=_hides(selection) and is_hiding)
        number: int = connection.execute(f"select count(*) {source}", parameters).fetchone()[0]
    return number


def _chosen(connection: sqlite3.Connection, selection: Selection, now: datetime) -> set[int] | None:
    """What is faster told apart from the order: a folder, near, and a query; None: all. Raises QueryError."""
    chosen: set[int] | None = None
    if selection.folder:  # measured: a third of the time that a join takes
        inside, named = folders.inside(selection.folder)
        chosen = {key for (key,) in connection.execute(
            f"select article from listings where source in (select id from sources where {inside})", named)}  # noqa: S608
    if selection.query:
        from library import query  # only when something is asked

        asked = query.parse(selection.query)
        if isinstance(asked, query.Mistake):
            raise QueryError(asked.message)
        found = query.find(connection, asked, now)
        chosen = found if chosen is None else chosen if found is None else chosen & found
    if selection.near is not None and selection.entities:
        from library import query

        leads = [{row[0] for row in connection.execute("select stands_for from entities where id = ?", (entity,))}
                 for entity in selection.entities]
        both = set.intersection(*(query.articles_with(connection, lead) for lead in leads))
        close = query.near(connection, both, leads, selection.near)
        chosen = close if chosen is None else chosen & close
    return chosen


def _key(selection: Selection) -> str:
    return "listed.article" if selection.source is not None else "listed.key"


def _hides(selection: Selection) -> bool:
    """Whether the list leaves out what is muted: what the reader picked by hand it shows whole."""
    picked = selection.starred or selection.tag or selection.story is not None
    return selection.muted is False and not picked


def _from(selection: Selection, *, told: bool = False, is_hiding: bool = False) -> tuple[str, list[object]]:
    """The selection as the `from … where …` of a statement, with its parameters.

    `told`: the statement speaks of `told.title` and the like. `is_hiding`: without what is muted.
    """
    wanted: list[str] = []
    parameters: list[object] = []
    if selection.source is not None:
        wanted.append("listed.source = ?")
        parameters.append(selection.source)
    if selection.by_publisher:
        wanted.append("listed.publisher is ?")
        parameters.append(selection.publisher)
    tables = "from listings listed" if selection.source is not None else "from articles listed"
    words = selection.matching.split()
    if told or words:
        tables += f" join articles told on told.key = {_key(selection)}"
    for word in words:
        wanted.append("(told.title glob ? or told.publisher glob ?)")
        parameters += [_glob(word)] * 2
    if selection.folder:
        inside, named = folders.inside(selection.folder)
        wanted.append(f"{_key(selection)} in (select article from listings where source in "  # noqa: S608 - our own words
                      f"(select id from sources where {inside}))")
        parameters += named
    if is_hiding:
        wanted.append(f"not exists (select 1 from muted where muted.article = {_key(selection)})")  # noqa: S608
    if selection.muted:
        wanted.append(f"{_key(selection)} in (select article from muted)")  # noqa: S608 - our own words
    if selection.tag:
        wanted.append(f"{_key(selection)} in (select status from tags where name = ?)")  # noqa: S608 - our own words
        parameters.append(tags.cleaned(selection.tag))
    if selection.story is not None:
        wanted.append(f"{_key(selection)} in (select key from articles where story = ?)")  # noqa: S608 - our own words
        parameters.append(selection.story)
    for entity in selection.entities:
        wanted.append(f"{_key(selection)} in (select article from appearances where entity in "  # noqa: S608
                      "(select id from entities where stands_for = (select stands_for from entities where id = ?)))")
        parameters.append(entity)
    if selection.starred:  # few: found first, sorted after
        wanted.append(f"{_key(selection)} in (select key from statuses where starred)")  # noqa: S608 - our own words
    if selection.unread:  # many: walked in order, each looked up in an index a tenth of the table's size
        tables += f" join statuses indexed by statuses_unread on statuses.key = {_key(selection)}"
        wanted.append("not statuses.read")
    return tables + (" where " + " and ".join(wanted) if wanted else ""), parameters


def _glob(word: str) -> str:
    """A pattern of SQLite's GLOB for texts that hold the word, its letters in either case.

    LIKE knows only the twenty-six letters of ASCII (sqlite.org/lang_expr.html): it would not find "Élysée" by
    "élysée".
    """
    return "*" + "".join(_either_case(sign) for sign in word) + "*"


def _either_case(sign: str) -> str:
    forms = {form for form in (sign, sign.lower(), sign.upper()) if len(form) == 1}
    return f"[{''.join(sorted(forms))}]" if len(forms) > 1 or sign in "*?[" else sign


def headlines(database: Database, keys: Sequence[int]) -> list[Headline]:
    """The rows with these keys, in that order; one that has left the library meanwhile is skipped."""
    found: dict[int, Headline] = {}
    with database.read() as connection:
        for start in range(0, len(keys), _AT_ONCE):
            some = list(keys[start : start + _AT_ONCE])
            marks = ",".join("?" * len(some))
            # S608: only question marks are put in.
            for row in connection.execute(_HEADLINES.replace("(?)", f"({marks})"), some):
                found[row[0]] = _headline(row)
    return [found[key] for key in keys if key in found]


_HEADLINES = """
    select key, statuses.article, (select min(source) from listings where listings.article = key),
           title, publisher, kicker, section, published, arrived_at, words, entities, read, starred, problem,
           exists (select 1 from revisions where revisions.article = key),
           (select group_concat(name) from tags where status = key),
           story, (select count(*) from articles copy where copy.story = articles.story)
    from articles join statuses using (key)
    where key in (?)
"""


def _headline(row: tuple[Any, ...]) -> Headline:
    key, article, source, title, publisher, kicker, section, published, arrived, words, names, *marks = row
    read, starred, problem, changed, named, story, copies = marks
    return Headline(
        row=key, article_id=article, source_id=source, title=title, publisher=publisher, kicker=kicker,
        section=section, published=published, arrived_at=datetime.fromisoformat(arrived), words=words,
        entities=names, read=bool(read), starred=bool(starred), problem=problem, changed=bool(changed),
        tags=tags.told(named), story=story if copies > 1 else None, copies=max(1, copies),
    )


def opened(database: Database, article_id: str) -> Opened | None:
    """The article with what the reader did with it; None when the library does not have it."""
    with database.read() as connection:
        row = connection.execute(
            """
            select body, read, starred, position, (select group_concat(name) from tags where status = key),
                sources.title, sources.path, documents.path
            from statuses join bodies using (key)
            left join holdings on holdings.article = key
            left join documents on documents.id = holdings.document
            left join sources on sources.id = documents.source
            where statuses.article = ? order by documents.id limit 1
            """,
            (article_id,),
        ).fetchone()
    if row is None:
        return None
    body, read, starred, position, named, title, folder, path = row
    try:
        annotated = codec.decode(body)
    except ValueError as error:
        raise StoreError(
            f"The article {article_id} was stored by another newsreader and cannot be read back; "
            "refresh its source to read the page again."
        ) from error
    return Opened(
        annotated=annotated, source=title or "", location=shown(path) if folder else "", read=bool(read),
        starred=bool(starred), position=position, tags=tags.told(named), kept=True,
    )


def revisions(database: Database, article_id: str) -> tuple[Revision, ...]:
    """What the article said before, the latest first; one that today's data model cannot read is left out."""
    with database.read() as connection:
        rows = connection.execute(
            "select revisions.body, replaced_at from revisions join statuses on statuses.key = revisions.article "
            "where statuses.article = ? order by replaced_at desc",
            (article_id,),
        ).fetchall()
    found: list[Revision] = []
    for body, replaced_at in rows:
        with suppress(ValueError):
            found.append(Revision(codec.decode(body), datetime.fromisoformat(replaced_at)))
    return tuple(found)


def find(database: Database, prefix: str) -> list[str]:
    """The ids of articles in the library that start with these hex digits, in order; [] for anything else."""
    prefix = prefix.lower()
    if not prefix or prefix.strip("0123456789abcdef"):
        return []
    with database.read() as connection:
        found = connection.execute(
            "select article from statuses join articles using (key) "
            "where article >= ? and article < ? order by article limit ?",
            (prefix, prefix + "g", _MOST_FOUND),
        )
        return [article for (article,) in found]


def set_read(database: Database, article_ids: Iterable[str], read: bool) -> None:
    with database.write() as connection:
        changes = [(int(read), article) for article in article_ids]
        connection.executemany("update statuses set read = ? where article = ?", changes)


def set_starred(database: Database, article_id: str, starred: bool) -> None:
    with database.write() as connection:
        connection.execute("update statuses set starred = ? where article = ?", (int(starred), article_id))


def set_position(database: Database, article_id: str, position: float) -> None:
    """Remembers where the reader stopped, 0.0 (top) to 1.0; anything beyond is taken for the nearer end."""
    inside = min(max(position, 0.0), 1.0) if position == position else 0.0  # not a number: the top
    with database.write() as connection:
        connection.execute("update statuses set position = ? where article = ?", (inside, article_id))


def mark_read(database: Database, selection: Selection, now: datetime) -> list[str]:
    """Marks the whole selection read; the ids of those that were not, so that it can be undone."""
    with database.write() as connection:
        keys = _rows(connection, replace(selection, unread=True), now)
        one = "select article from statuses where key = ?"
        changed = [connection.execute(one, (key,)).fetchone()[0] for key in keys]
        connection.executemany("update statuses set read = 1 where key = ?", [(key,) for key in keys])
    return changed
