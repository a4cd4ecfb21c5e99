"""What the library knows of one entity as a Markdown document, for notes and for colleagues.

A line that cannot be traced is worth nothing to who has to check it: every quoted line names its article.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from library.entities.card import card, mentions
from library.entities.records import Card, Counted, Quoted
from library.export.inline import escape, escape_start

if TYPE_CHECKING:
    from library.database import Database

_QUOTED = 200
"""Mentions quoted, the newest: more is no reading any more; the last line says how many there are."""
_LISTED = 12
_KINDS = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "building or site",
    "NORP": "people", "EVENT": "event",
}


def dossier(database: Database, entity: int, now: datetime) -> str | None:
    """The document, with a newline at its end; None when the library does not know the entity."""
    found = card(database, entity, _LISTED)
    if found is None:
        return None
    quoted = mentions(database, entity, 0, _QUOTED)
    parts = ["\n".join([f"# {escape_start(escape(found.entity.name))}", "", _about(found, now)])]
    parts += _section("Names", found.names)
    parts += _section("Roles", found.roles)
    parts += _section("Outlets", [Counted(one.value or "no publisher named", one.count) for one in found.outlets])
    together = [Counted(one.entity.name, one.articles) for one in found.together]
    parts += _section("Named together with", together)
    if found.why:
        reasons = [f"- {escape(one.why)}{_id(one.article_id)}" for one in found.why]
        parts.append("\n".join(["## Why these are one", "", *reasons]))
    if quoted:
        rest = found.entity.mentions - len(quoted)
        lines = [_line(one) for one in quoted] + ([f"- … and {rest} earlier mentions."] if rest > 0 else [])
        parts.append("\n".join(["## Mentions", "", *lines]))
    return "\n\n".join(parts) + "\n"


def dossier_json(database: Database, entity: int) -> str | None:
    """The same as one line of JSON; None when the library does not know the entity. Keys change only by addition."""
    found = card(database, entity, _LISTED)
    if found is None:
        return None
    row = found.entity
    return msgspec.json.encode({
        "schema": 1, "id": row.id, "name": row.name, "type": row.type, "articles": row.articles,
        "mentions": row.mentions, "first_seen": found.first_seen, "last_seen": found.last_seen,
        "names": _counts(found.names), "roles": _counts(found.roles),
        "sources": [{"publisher": one.value or None, "articles": one.count} for one in found.outlets],
        "together": [{"id": one.entity.id, "name": one.entity.name, "type": one.entity.type, "articles": one.articles}
                     for one in found.together],
        "days": [{"date": day.date, "articles": day.articles, "mentions": day.mentions} for day in found.days],
        "why": [{"why": one.why, "article": one.article_id} for one in found.why],
        "quotes": [
            {"article": one.article_id, "title": one.title, "publisher": one.publisher, "published": one.published,
             "sentence": one.sentence, "start": one.at[0], "end": one.at[1]}
            for one in mentions(database, entity, 0, _QUOTED)
        ],
    }).decode()


def _counts(counted: Sequence[Counted]) -> list[dict[str, object]]:
    return [{"name": one.value, "count": one.count} for one in counted]


def _about(found: Card, now: datetime) -> str:
    entity = found.entity
    seen = ""
    if found.first_seen and found.last_seen:
        seen = f", from {found.first_seen.date()} to {found.last_seen.date()}"
    return (f"{_KINDS[entity.type].capitalize()}; {entity.mentions} mentions in {entity.articles} articles of this "
            f"library{seen}. Written on {now.date()}.")


def _section(title: str, counted: Sequence[Counted]) -> list[str]:
    if not counted:
        return []
    lines = [f"- {escape_start(escape(one.value))} ({one.count})" for one in counted[:_LISTED]]
    return ["\n".join([f"## {title}", "", *lines])]


def _line(one: Quoted) -> str:
    """The sentence, its mention in bold, and the article it stands in."""
    start, end = one.at
    sentence = " ".join(one.sentence[:start].split()), one.sentence[start:end], " ".join(one.sentence[end:].split())
    before = sentence[0] + (" " if sentence[0] and one.sentence[start - 1].isspace() else "")
    after = (" " if sentence[2] and one.sentence[end : end + 1].isspace() else "") + sentence[2]
    said = f"{escape(before)}**{escape(sentence[1])}**{escape(after)}"
    where = ", ".join(part for part in (one.publisher, (one.published or "")[:10]) if part)
    return f"- {escape_start(said)} — {escape(one.title)}{f' ({escape(where)})' if where else ''}{_id(one.article_id)}"


def _id(article_id: str | None) -> str:
    """Enough of the id for `newsreader read`."""
    return f" `{article_id[:12]}`" if article_id else ""
