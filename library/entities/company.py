"""Who and what stands beside an entity in its articles: what tells two people of one name apart.

Only the articles nearest in time are read, and of those the few that share most: a name of thirty thousand articles
would otherwise cost more than adding an article may take.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from library.entities.rows import Row, stored
from library.entities.settle import Appearance

if TYPE_CHECKING:  # see library/articles.py
    import sqlite3

_MOST_TOKENS = 900
"""Names in one statement: SQLite before 3.32 takes 999 parameters; a story names a hundred at most."""


class Companies:
    """Appearances with the company they keep; remembers articles and names while one article is filed."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._articles: dict[int, tuple[str, dict[int, float], int]] = {}
        self._tokens: dict[int, int] = {}

    def appearance(self, row: Row) -> Appearance:
        """The row as the matching looks at it."""
        article_id, company, at = self._article(row.article)
        own = {self._token(key) for key in row.said.keys}
        others = {token: weight for token, weight in company.items() if token not in own}
        return Appearance(article_id, row.place, row.traits, others, at, row.article)

    def sort_at(self, article: int) -> int:
        """When it was published, or else arrived."""
        return self._article(article)[2]

    def _article(self, article: int) -> tuple[str, dict[int, float], int]:
        """(id, who and what it names: token → weight, time)."""
        if article not in self._articles:
            name, at = self.connection.execute(
                "select article, sort_at from statuses join articles using (key) where key = ?", (article,)).fetchone()
            company = dict(self.connection.execute(
                "select token, max(weight) from appearances join name_keys on name_keys.id = name_key "
                "where article = ? and weight > 0 group by token", (article,)).fetchall())
            self._articles[article] = name, company, at
        return self._articles[article]

    def _token(self, key: int) -> int:
        if key not in self._tokens:
            found = self.connection.execute("select token from name_keys where id = ?", (key,))
            self._tokens[key] = found.fetchone()[0]
        return self._tokens[key]


def telling(connection: sqlite3.Connection, article: int, most: int) -> list[int]:
    """The entities of an article that say most about its company: none of a list, named by the fewest articles."""
    return [entity for (entity,) in connection.execute(
        "select entity from appearances join name_keys on name_keys.id = name_key "
        "join entities on entities.id = entity "
        "where article = ? and weight >= 1.0 order by articles, entities.id limit ?", (article, most))]


_NEAR = """
    select article, place, entity, count, said from (select * from appearances where entity = :entity and sort_at <= :at
        and not is_weak order by sort_at desc, article limit :half)
    union all
    select article, place, entity, count, said from (select * from appearances where entity = :entity and sort_at > :at
        and not is_weak order by sort_at, article desc limit :half)
"""
"""An entity's appearances under a full name around a time: half before it, half after."""


def in_company(
    connection: sqlite3.Connection, entity: int, sort_at: int, tokens: Iterable[int], nearest: int, most: int
) -> list[Row]:
    """Of the entity's appearances under a full name the `nearest` in time, and of those the `most` that name most of
    these (see NameKey.token); none that names none of them."""
    wanted = list(tokens)[:_MOST_TOKENS]
    marks = ",".join(f":t{n}" for n in range(len(wanted)))
    values = {"entity": entity, "at": sort_at, "half": nearest // 2, "most": most}
    return list(stored(connection.execute(
        f"""
        select near.article, near.place, near.entity, near.count, near.said from ({_NEAR}) near
        join appearances other on other.article = near.article join name_keys on name_keys.id = other.name_key
        join statuses on statuses.key = near.article
        where token in ({marks}) group by near.article order by sum(weight) desc, statuses.article limit :most
        """,  # noqa: S608 - only names of parameters are put in
        {**values, **{f"t{n}": token for n, token in enumerate(wanted)}},
    )))


def met_among(
    connection: sqlite3.Connection, some: Sequence[int], others: Iterable[int], at: int, nearest: int
) -> set[int]:
    """Which of `some` stand in an article with one of `others`, of the articles `nearest` in time that name those."""
    found: set[int] = set()
    marks = ",".join(f":s{n}" for n in range(len(some)))
    names = {f"s{n}": entity for n, entity in enumerate(some)}
    for entity in others:
        found.update(one for (one,) in connection.execute(
            f"select distinct other.entity from ({_NEAR}) near "  # noqa: S608 - only names of parameters are put in
            f"join appearances other on other.article = near.article where other.entity in ({marks})",
            {"entity": entity, "at": at, "half": nearest // 2, **names}))
    return found


def naming(connection: sqlite3.Connection, articles: Sequence[int], tokens: Iterable[int]) -> set[int]:
    """Which of these articles name any of these (see NameKey.token)."""
    wanted = list(tokens)[:_MOST_TOKENS]
    if not articles or not wanted:
        return set()
    some, marks = ",".join("?" * len(articles)), ",".join("?" * len(wanted))
    return {article for (article,) in connection.execute(
        f"select distinct article from appearances join name_keys on name_keys.id = name_key "  # noqa: S608
        f"where article in ({some}) and token in ({marks})", (*articles, *wanted))}
