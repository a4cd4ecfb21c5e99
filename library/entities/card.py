"""The card of one entity: under which names, in which roles, when, where and with whom the library names it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from library import codec
from library.entities import lists
from library.entities.records import Card, Counted, Day, EntityRow, Quoted, Reason, Together
from library.entities.sentences import sentence_around
from library.records import LARGEST_ID
from parsers.article import AnnotatedArticle, Mention, text_of

if TYPE_CHECKING:  # see library/articles.py
    import sqlite3

    from library.database import Database

NEWEST = 1000
"""Articles in which the company of an entity is counted: reading 20 names each of 30,000 would take seconds."""
_FORMS = 50
_REASONS = 50
_DAY = 86_400


def card(database: Database, entity: int, together: int) -> Card | None:
    """The card with at most `together` others; None when the library does not know the entity."""
    if abs(entity) > LARGEST_ID:
        return None
    with database.read() as connection:
        row = lists.row(connection, entity)
        if row is None:
            return None
        members = lists.members(connection, entity)
        company, counted_in = _together(connection, members, together)
        days, outlets, first, last = _when_and_where(connection, members)
        return Card(
            entity=row, names=_facts(connection, members, "name"), roles=_facts(connection, members, "role"),
            first_seen=_moment(first), last_seen=_moment(last), outlets=outlets, together=company,
            counted_in=counted_in, days=days, why=_reasons(connection, members),
        )


def buckets(days: Sequence[Day], until: date, number: int, days_each: int = 1) -> list[int]:
    """Mentions in each of `number` spans of days, the last one ending with `until`: for a sparkline."""
    first = until - timedelta(days=number * days_each - 1)
    counts = [0] * number
    for day in days:
        if first <= day.date <= until:
            counts[(day.date - first).days // days_each] += day.mentions
    return counts


def _marks(members: Sequence[int]) -> str:
    return ",".join("?" * len(members))


def _facts(connection: sqlite3.Connection, members: Sequence[int], kind: str) -> tuple[Counted, ...]:
    found = connection.execute(
        f"select value, sum(count) from facts where entity in ({_marks(members)}) and kind = ? "  # noqa: S608
        "group by value order by sum(count) desc, value limit ?", (*members, kind, _FORMS)
    )
    return tuple(Counted(value, count) for value, count in found)


def _when_and_where(
    connection: sqlite3.Connection, members: Sequence[int]
) -> tuple[tuple[Day, ...], tuple[Counted, ...], int | None, int | None]:
    """(days, outlets, first and last moment): one walk through the covering index."""
    once = "" if len(members) == 1 else "group by article"  # an article may name two that the reader made one
    count = "count" if len(members) == 1 else "sum(count)"
    found = connection.execute(
        f"select sort_at / {_DAY}, publisher, count(*), sum(count), min(sort_at), max(sort_at) from "  # noqa: S608
        f"(select sort_at, publisher, {count} as count from appearances indexed by appearances_entity "
        f"where entity in ({_marks(members)}) {once}) group by 1, 2", members
    ).fetchall()
    articles: Counter[int] = Counter()
    mentions: Counter[int] = Counter()
    outlets: Counter[int] = Counter()
    for day, publisher, number, named, _, _ in found:
        articles[day] += number
        mentions[day] += named
        outlets[publisher] += number
    days = tuple(
        Day((datetime(1970, 1, 1, tzinfo=UTC) + timedelta(days=day)).date(), articles[day], mentions[day])
        for day in sorted(articles)
    )
    names = dict(connection.execute("select id, name from publishers").fetchall())
    by_outlet = sorted(outlets.items(), key=lambda one: (-one[1], names.get(one[0], "")))
    shown = tuple(Counted(names.get(outlet, ""), number) for outlet, number in by_outlet)
    return days, shown, min((row[4] for row in found), default=None), max((row[5] for row in found), default=None)


def _moment(seconds: int | None) -> datetime | None:
    return None if seconds is None else datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)


def _together(connection: sqlite3.Connection, members: Sequence[int], most: int) -> tuple[tuple[Together, ...], int]:
    newest = (f"select distinct sort_at, article from appearances where entity in ({_marks(members)}) "  # noqa: S608
              "order by sort_at desc, article limit ?")
    counted_in = connection.execute(f"select count(*) from ({newest})", (*members, NEWEST)).fetchone()[0]  # noqa: S608
    found = connection.execute(
        f"""
        select stands_for, count(distinct appearances.article) from ({newest}) newest
        join appearances on appearances.article = newest.article join entities on entities.id = entity
        where type <> 'NORP' and not ignored and entity not in ({_marks(members)})
        group by stands_for order by 2 desc, 1 limit ?
        """,  # noqa: S608 - only question marks are put in
        (*members, NEWEST, *members, most),
    ).fetchall()
    counts = dict(found)
    shown = lists.rows(connection, [entity for entity, _ in found])
    return tuple(Together(row, counts[row.id]) for row in shown), counted_in


def _reasons(connection: sqlite3.Connection, members: Sequence[int]) -> tuple[Reason, ...]:
    found = connection.execute(
        f"select kind, why, statuses.article from reasons join statuses on key = reasons.article "  # noqa: S608
        f"where entity in ({_marks(members)}) order by key desc, place limit ?", (*members, _REASONS)
    )
    return tuple(Reason(kind, why, article) for kind, why, article in found)


def mentions(database: Database, entity: int, offset: int, limit: int) -> list[Quoted]:
    """Mentions number `offset` and following, newest article first, in reading order within one."""
    with database.read() as connection:
        members = lists.members(connection, entity)
        if not members:
            return []
        wanted, skip = _articles_from(connection, members, offset, limit)
        quoted: list[Quoted] = []
        for article in wanted:
            quoted += _quoted(connection, article, members)
    return quoted[skip : skip + limit]


def _articles_from(
    connection: sqlite3.Connection, members: Sequence[int], offset: int, limit: int
) -> tuple[list[int], int]:
    """The articles that hold these mentions, and how many mentions of the first of them to leave out."""
    found = connection.execute(
        f"select article, count from appearances where entity in ({_marks(members)}) "  # noqa: S608
        "order by sort_at desc, article", members
    )
    wanted: list[int] = []
    seen = skip = 0
    for article, rows in groupby(found, key=lambda row: row[0]):  # read no further than needed
        count = sum(number for _, number in rows)
        if seen + count > offset:
            if not wanted:
                skip = offset - seen
            wanted.append(article)
        seen += count
        if seen >= offset + limit:
            break
    return wanted, skip


def _quoted(connection: sqlite3.Connection, article: int, members: Sequence[int]) -> list[Quoted]:
    """All mentions of the entity in one article, in reading order."""
    row = connection.execute(
        "select statuses.article, body from statuses join bodies using (key) where key = ?", (article,)).fetchone()
    places = [place for (place,) in connection.execute(
        f"select place from appearances where article = ? and entity in ({_marks(members)})", (article, *members))]  # noqa: S608
    try:
        annotated = codec.decode(row[1])
    except ValueError:  # stored by another newsreader: `check` tells
        return []
    wanted = {annotated.entities[place].id for place in places if place < len(annotated.entities)}
    return [_quote(row[0], article, annotated, one) for one in annotated.mentions if one.entity in wanted]


def _quote(article_id: str, row: int, annotated: AnnotatedArticle, mention: Mention) -> Quoted:
    article = annotated.article
    text = text_of(article, mention.field, mention.block)
    begin, close = sentence_around(text, mention.start, mention.end)
    return Quoted(
        article_id=article_id, row=row, title=article.title, publisher=article.publisher, published=article.published,
        field=mention.field, block=mention.block, start=mention.start, end=mention.end,
        sentence=text[begin:close], at=(mention.start - begin, mention.end - begin), score=mention.score,
    )


__all__ = ["EntityRow", "buckets", "card", "mentions"]
