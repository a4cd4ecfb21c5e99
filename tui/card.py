"""The words of an entity's card: who this is, since when, with whom, where, and every sentence that says so.

Pure: the library's values in, rows of text and style names out. A row may lead somewhere: to an article, at the
sentence, or to another entity's card.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, tzinfo
from typing import NamedTuple

from library.entities.records import Card, Counted, Quoted
from parsers.article import EntityType
from tui.dates import ago, long_date, short_date
from tui.legend import GROUP_OF
from tui.render import Bit
from tui.sparkline import sparkline
from tui.wrap import cells, cut, wrap

TYPES: dict[EntityType, str] = {
    "PERSON": "person", "ORG": "organisation", "GPE": "country or town", "LOC": "place", "FAC": "building",
    "NORP": "people or party", "EVENT": "event", "DATE": "date", "MONEY": "amount",
}
"""What a reader calls the types."""
LEAD = 2
"""Cells for the cursor's bar."""
WITH = 8
"""Others that a card names before it says how many more there are."""
ROLES = 4
LONGEST_SPARK = 48
"""Bars: a week each of a year, nearly."""


class Row(NamedTuple):
    """One row of the card, and where it leads."""

    bits: list[Bit]
    quoted: Quoted | None = None
    """An article, at this mention."""
    entity: int | None = None
    """Another card."""

    @property
    def leads(self) -> bool:
        return self.quoted is not None or self.entity is not None


def card_rows(card: Card, quoted: Sequence[Quoted], width: int, now: datetime, zone: tzinfo | None = None, *,
              ascii_only: bool = False) -> list[Row]:
    """The card in `width` cells. Only the first row of what leads somewhere leads there."""
    room = max(8, width - LEAD - 1)
    rows = [
        *_head(card, room, now, zone),
        *_spark(card, room, ascii_only=ascii_only),
        *_counted("Also", [form for form in card.names if form.value != card.entity.name], room),
        *_counted("In", [Counted(one.value or "unnamed pages", one.count) for one in card.outlets], room),
        *_together(card, room),
        *_why(card, room),
        *_mentions(card, quoted, room, now, zone),
    ]
    while rows and not rows[-1].bits:
        rows.pop()
    return rows


def _head(card: Card, room: int, now: datetime, zone: tzinfo | None) -> Iterator[Row]:
    one = card.entity
    group = GROUP_OF[one.type]
    for text in _lines(one.name, room):
        yield Row([(text, "title")])
    kind = TYPES[one.type] + (" · ignored" if one.ignored else "")
    roles = " · ".join(_roles(card.roles))
    if roles and cells(kind) + cells(roles) + 3 <= room:
        yield Row([(kind, f"name_{group}"), (f" · {roles}", "dek")])
    else:
        yield Row([(kind, f"name_{group}")])
        for text in _lines(roles, room) if roles else ():
            yield Row([(text, "dek")])
    yield Row([])
    yield Row([(cut(f"{_count(one.mentions, 'mention')} in {_count(one.articles, 'article')}", room), "text")])
    if card.first_seen is not None and card.last_seen is not None:
        today = now.astimezone(zone).date()
        first, last = ("today" if when.astimezone(zone).date() == today else short_date(when.isoformat(), today, zone)
                       for when in (card.first_seen, card.last_seen))
        told = f"seen {first}" if first == last else f"first seen {first}, last {last}"
        yield Row([(cut(told, room), "meta")])


def _roles(roles: Sequence[Counted]) -> list[str]:
    """The commonest roles, without those that another one says in more words ("Secretary", "Secretary of State")."""
    values = [role.value for role in roles]
    folded = [value.casefold() for value in values]
    return [value for value, small in zip(values, folded, strict=True)
            if not any(small != other and f" {small} " in f" {other} " for other in folded)][:ROLES]


def _spark(card: Card, room: int, *, ascii_only: bool) -> Iterator[Row]:
    if len(card.days) < 2:
        return
    spark = sparkline([(day.date, day.mentions) for day in card.days], min(LONGEST_SPARK, room), ascii_only=ascii_only)
    if spark is not None:
        yield Row([(spark.bars, "map_mark")])
        first, last = long_date(spark.first.isoformat()), long_date(spark.last.isoformat())
        gap = max(1, cells(spark.bars) - cells(first) - cells(last))
        yield Row([(cut(first + " " * gap + last, room), "meta")])


def _counted(label: str, values: Sequence[Counted], room: int) -> Iterator[Row]:
    if not values:
        return
    yield Row([])
    told = " · ".join(f"{one.value} {one.count}" for one in values[:12])
    yield from _labelled(label, told, room)


def _labelled(label: str, told: str, room: int) -> Iterator[Row]:
    for number, text in enumerate(_lines(told, max(4, room - 6))):
        yield Row([(f"{label if number == 0 else '':6}", "meta"), (text, "text")])


def _together(card: Card, room: int) -> Iterator[Row]:
    if not card.together:
        return
    yield Row([])
    yield Row([("Named together with", "meta")])
    for other in card.together[:WITH]:
        count = str(other.articles)
        name = cut(other.entity.name, room - cells(count) - 1)
        style = f"name_{GROUP_OF[other.entity.type]}"
        gap = " " * max(1, room - cells(name) - cells(count))
        yield Row([(name, style), (gap, "text"), (count, "meta")], entity=other.entity.id)


def _why(card: Card, room: int) -> Iterator[Row]:
    if not card.why:
        return
    yield Row([])
    for number, text in enumerate(dict.fromkeys(reason.why for reason in card.why[:20])):
        if number == 3:
            return
        yield from _labelled("Why" if number == 0 else "", text, room)


def _mentions(card: Card, quoted: Sequence[Quoted], room: int, now: datetime, zone: tzinfo | None) -> Iterator[Row]:
    article = ""
    for one in quoted:
        if one.article_id != article:
            article = one.article_id
            facts = [one.publisher or "", ago(one.published, now, zone) if one.published else "no date"]
            told = " · ".join(fact for fact in facts if fact)
            title = cut(one.title, max(8, room - cells(told) - 2))
            yield Row([])
            yield Row([(title, "heading"), ("  ", "text"), (told, "meta")])
        yield from _sentence(one, room)
    if len(quoted) < card.entity.mentions:
        yield Row([])
        yield Row([(f"{card.entity.mentions - len(quoted):,} more mentions", "meta")])


def _sentence(one: Quoted, room: int) -> Iterator[Row]:
    """The sentence, its name marked; the first row leads to the article."""
    start, end = one.at
    for number, (left, right) in enumerate(wrap(one.sentence, room - 2)):
        bits: list[Bit] = [("· " if number == 0 else "  ", "meta")]
        for style, begins, stops in (("text", left, min(right, start)), ("table_head", max(left, start),
                                     min(right, end)), ("text", max(left, end), right)):
            if begins < stops:
                bits.append((one.sentence[begins:stops], style))
        yield Row(bits, quoted=one if number == 0 else None)


def _lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, max(2, width))]


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"
