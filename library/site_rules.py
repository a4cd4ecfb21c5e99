"""The reader's corrections: taught on one page, kept, applied to the site's other pages, and taken back.

A page of the site that was read before is read again when it is opened or its source refreshed, never all at once:
a site may have thousands of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from library.errors import LibraryError
from library.records import TaughtRule
from parsers.site_rules import SiteRule

if TYPE_CHECKING:  # see articles.py
    import sqlite3

    from library.database import Database

_STALE = ""
"""Stands for the parsers of a page that was read before a rule changed: others will read it again."""


def rules(database: Database) -> tuple[TaughtRule, ...]:
    """All of them in the order they were taught; where two speak of the same piece, the later one decides."""
    with database.read() as connection:
        rows = connection.execute("select id, site, keep, by, what, shown, taught_at from site_rules order by id")
        return tuple(
            TaughtRule(identity, SiteRule(site, bool(keep), by, what, shown), datetime.fromisoformat(taught_at))
            for identity, site, keep, by, what, shown, taught_at in rows
        )


def put(database: Database, rule: SiteRule, now: datetime) -> tuple[TaughtRule, SiteRule | None]:
    """Keeps a rule; it takes the place of one that matched the same on that site, which is the second value."""
    with database.write() as connection:
        key = (rule.site, rule.by, rule.what)
        old = connection.execute(
            "select keep, shown from site_rules where site = ? and by = ? and what = ?", key
        ).fetchone()
        added = connection.execute(
            "insert or replace into site_rules (site, keep, by, what, shown, taught_at) values (?, ?, ?, ?, ?, ?)",
            (rule.site, int(rule.keep), rule.by, rule.what, rule.shown, now.isoformat()),
        )
        _mark_stale(connection, rule.site)
    replaced = None if old is None else SiteRule(rule.site, bool(old[0]), rule.by, rule.what, old[1])
    return TaughtRule(added.lastrowid or 0, rule, now), replaced


def remove(database: Database, rule: SiteRule) -> None:
    """Forgets a rule; nothing happens when it is not there."""
    with database.write() as connection:
        connection.execute(
            "delete from site_rules where site = ? and by = ? and what = ?", (rule.site, rule.by, rule.what)
        )
        _mark_stale(connection, rule.site)


def teach(
    database: Database, article_id: str, piece: int, text: str, keep: bool, now: datetime
) -> tuple[TaughtRule, SiteRule | None]:
    """Makes the rule that keeps or drops a piece of an article's page, and keeps it (see `put`).

    Raises LibraryError when the page is not there any more or has changed since, StoreError.
    """
    from library.refresh import page_of  # loads the parsers
    from parsers import propose

    page = page_of(database, article_id, now)
    rule = propose(page, piece, text, keep=keep) if page is not None else None
    if rule is None:
        raise LibraryError("The page is not there as it was read: refresh its source, then teach it again.")
    return put(database, rule, now)


def is_stale(database: Database, article_id: str) -> bool:
    """Whether the page that tells the article was read before a rule for its site changed."""
    with database.read() as connection:
        found = connection.execute(
            "select parsed_by from statuses join holdings on holdings.article = key "
            "join documents on documents.id = document where statuses.article = ? and parsed_by is not null "
            "order by documents.id limit 1",
            (article_id,),
        ).fetchone()
    return found is not None and found[0] == _STALE


def _mark_stale(connection: sqlite3.Connection, site: str) -> None:
    connection.execute(
        "update documents set parsed_by = ? where parsed_by is not null and id in "
        "(select document from holdings join articles on articles.key = holdings.article where site = ?)",
        (_STALE, site),
    )


def of_pages(database: Database) -> Sequence[SiteRule]:
    """The rules, as the parsers take them."""
    return [taught.rule for taught in rules(database)]
