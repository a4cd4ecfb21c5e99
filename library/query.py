"""The query language: what is asked of the library in words, the same in lists, searches and watches.

    person:blinken org:nato near:8 -place:paris "cease fire" since:30d

All terms must hold. A bare word or a "quoted phrase" stands in the title, dek or story, whatever its case and accents.
`person:` `org:` `place:` `event:` and `name:` (any of them) name an entity by words of its name, `type:` asks for an
entity of that type, `tag:` for what the reader tagged so, `publisher:` and `source:` for words of what the publisher,
the source or a folder around it is called. `date:2024-04` (or a day, or a year), `since:2024-04-01`,
`since:30d`, `before:2024-05-01` go by the date published or, where a page states none, of arrival. `-` before a term
turns it round. `near:8`: the named entities stand together, one mention of each begins within a stretch of so many
words of title, dek or story.

A mistake is a value (`Mistake`) that says where it stands and what was probably meant, so a screen can show it while
the reader still types.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from library import words_in
from parsers.article import EntityType

if TYPE_CHECKING:  # see articles.py
    import sqlite3

_ENTITIES: dict[str, tuple[EntityType, ...]] = {
    "person": ("PERSON",), "org": ("ORG",), "place": ("GPE", "LOC", "FAC"), "event": ("EVENT",),
    "name": ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT"),
}
_TYPES = {kind.casefold(): kinds for key, kinds in _ENTITIES.items() for kind in (key, *kinds)} | {
    kind.casefold(): (kind,) for kind in _ENTITIES["name"]
}
_DATES = ("date", "since", "before")
KEYS: tuple[str, ...] = (*_ENTITIES, "type", "tag", "publisher", "source", *_DATES, "near")
"""What may stand before a colon."""
_TERM = re.compile(r'(-?)(?:([^\s:"]*):)?(?:"([^"]*)("?)|(\S*))')
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_AGO = re.compile(r"(\d{1,5})([dw])", re.ASCII)


class Term(Struct, frozen=True):
    """One condition."""

    key: str
    """One of KEYS; "" for words of the text."""
    value: str
    negated: bool
    at: int
    """Where it begins in the query."""


class Query(Struct, frozen=True):
    """A query that can be answered."""

    terms: tuple[Term, ...]
    near: int | None = None


class Mistake(Struct, frozen=True):
    """Why a text is no query."""

    at: int
    """Where: characters from the start."""
    message: str
    """A sentence that names the term and the remedy."""
    nearest: str | None = None
    """The valid key that was probably meant; None when the key was no mistake."""


def parse(text: str) -> Query | Mistake:
    """The query that a text is, or what is wrong with it. An empty text is the query that finds everything."""
    terms: list[Term] = []
    near = None
    at = 0
    while True:
        while at < len(text) and text[at].isspace():
            at += 1
        if at == len(text):
            break
        match = _TERM.match(text, at)
        if match is None:  # nothing of the kind: the expression matches any sign
            break
        term = _term(match, at)
        if isinstance(term, Mistake):
            return term
        if term.key == "near":
            near = int(term.value)
        elif term.value:
            terms.append(term)
        at = max(match.end(), at + 1)
    if near is not None and sum(term.key in _ENTITIES and not term.negated for term in terms) < 2:
        return Mistake(text.index("near:"), "near: says how close names stand: name two, as in person:… org:… near:8.")
    return Query(tuple(terms), near)


def _term(match: re.Match[str], at: int) -> Term | Mistake:
    minus, key, quoted, closing, bare = match.groups()
    value = bare if quoted is None else quoted
    if quoted is not None and not closing:
        return Mistake(at, "The quotation that begins here does not end: close it with a \".")
    if key is not None and key.casefold() not in KEYS and re.match(r"//|\d", value):
        return Term("", match[0][len(minus) :], bool(minus), at)  # an address, a time: words
    if key is None:
        return Term("", value, bool(minus), at)
    name = key.casefold()
    if name not in KEYS:
        return _unknown(key, at)
    if not value.strip():
        return Mistake(at, f"Nothing stands behind {name}: … write what to look for right behind the colon.")
    return _checked(Term(name, value, bool(minus), at))


def _unknown(key: str, at: int) -> Mistake:
    from difflib import get_close_matches  # only for the message

    nearest = get_close_matches(key.casefold(), KEYS, n=1, cutoff=0.0)[0]
    return Mistake(at, f"There is no {key[:20]}: to ask for. The nearest that exists is {nearest}:", nearest)


def _checked(term: Term) -> Term | Mistake:
    if term.key == "near" and (term.negated or not re.fullmatch(r"\d{1,4}", term.value, re.ASCII)):
        return Mistake(term.at, f"near:{term.value} is no number of words. Write near:8, without a minus.")
    if term.key == "type" and term.value.casefold() not in _TYPES:
        return Mistake(term.at, f"{term.value} is no type of name. Types: {', '.join(sorted(_TYPES))}.")
    if term.key in _DATES and _span(term, datetime(2000, 1, 1, tzinfo=UTC)) is None:
        return Mistake(term.at, f"{term.value} is no date. Write {term.key}:2024-04-02 or, for days ago, since:30d.")
    return term


def find(
    connection: sqlite3.Connection, query: Query, now: datetime, among: Collection[int] | None = None
) -> set[int] | None:
    """The row keys of the articles it finds, of these (None: of all); None for all of them."""
    if not query.terms:
        return None
    found: set[int] | None = None if among is None else set(among)
    without: set[int] = set()
    for term in query.terms:
        if term.key == "":
            continue
        keys = _with(connection, term, now, among)
        if term.negated:
            without |= keys
        else:
            found = keys if found is None else found & keys
    words = [term for term in query.terms if term.key == ""]
    if found is None and (without or words):
        found = {key for (key,) in connection.execute("select key from articles")}
    found = (found or set()) - without
    if query.near is not None:
        named = [_entities(connection, term) for term in query.terms if term.key in _ENTITIES and not term.negated]
        found = near(connection, found, named, query.near)
    return words_in.articles(connection, found, [(word.value, word.negated) for word in words]) if words else found


def near(
    connection: sqlite3.Connection, articles: Iterable[int], named: Sequence[set[int]], within: int
) -> set[int]:
    """Of these articles those where one mention of each of `named` (sets of ids) stands within so many words."""
    from array import array

    found = set()
    for article in articles:
        places: list[list[int]] = [[] for _ in named]
        for entity, blob in connection.execute(
            "select stands_for, words from appearances join entities on id = entity where article = ?", (article,)
        ):
            for n, ids in enumerate(named):
                if entity in ids:
                    places[n].extend(array("I", blob))
        if all(places) and _closest(places) <= within:
            found.add(article)
    return found


def _closest(places: Sequence[Sequence[int]]) -> int:
    """The length of the shortest stretch that holds a place of each list."""
    marked = sorted((at, n) for n, own in enumerate(places) for at in own)
    last: dict[int, int] = {}
    best = marked[-1][0] - marked[0][0]
    for at, n in marked:
        last[n] = at
        if len(last) == len(places):
            best = min(best, at - min(last.values()))
    return best


def _with(
    connection: sqlite3.Connection, term: Term, now: datetime, among: Collection[int] | None = None
) -> set[int]:
    """The row keys of articles of which the term holds, of these alone (None: of all)."""
    if term.key in _ENTITIES:
        return articles_with(connection, _entities(connection, term), among)
    statement, parameters = _statement(connection, term, now, among)
    if among is not None:
        statement = f"select key from ({statement}) where key in {_listed(among)}"  # noqa: S608 - numbers of ours
    return {key for (key,) in connection.execute(statement, parameters)}


def _statement(
    connection: sqlite3.Connection, term: Term, now: datetime, among: Collection[int] | None
) -> tuple[str, Sequence[object]]:
    """What selects the row keys (as `key`) of articles of which the term holds, with its parameters.

    It holds for articles `among` these (None: for all).
    """
    if term.key == "tag":
        from library import tags

        tag = tags.cleaned(term.value)
        return "select status as key from tags join articles on key = status where name = ?", (tag,)
    if term.key == "type":
        kinds = _TYPES[term.value.casefold()]
        return _TYPED, (msgspec.json.encode(kinds).decode(),)
    if term.key in _CALLED:
        return _CALLED[term.key], (msgspec.json.encode(_called(connection, term, among)).decode(),)
    return "select key from articles where sort_at >= ? and sort_at < ?", _span(term, now) or (0, 0)


# Lists of values as JSON: there may be more of them than a statement may have parameters (sqlite.org/json1.html).
_TYPED = ("select distinct article as key from appearances join entities on id = entity "
          "where type in (select value from json_each(?))")
_CALLED = {
    "publisher": "select key from articles where publisher in (select value from json_each(?))",
    "source": "select article as key from listings where source in (select value from json_each(?))",
}


def _called(connection: sqlite3.Connection, term: Term, among: Collection[int] | None) -> list[object]:
    """The publishers (of these articles, None: of all) or the ids of the sources that are called as a term says."""
    test = words_in.pattern(term.value)
    if term.key == "publisher":
        asked = "select distinct publisher, publisher from articles where publisher is not null"
        if among is not None:  # a hundred thousand articles need not be walked for each that comes
            asked += f" and key in {_listed(among)}"
    else:
        asked = "select id, folder || '/' || title from sources"
    return [name for name, text in connection.execute(asked) if test(words_in.letters(text))]


def articles_with(
    connection: sqlite3.Connection, leads: Iterable[int], among: Collection[int] | None = None
) -> set[int]:
    """The row keys of articles that name any of these entities, of these articles alone (None: of all)."""
    found: set[int] = set()
    only = "" if among is None else f" and article in {_listed(among)}"
    for lead in leads:  # S608: only numbers of ours are put in
        found.update(key for (key,) in connection.execute(
            "select article from appearances where entity in (select id from entities where stands_for = ?)"  # noqa: S608
            + only, (lead,)))
    return found


def _listed(keys: Iterable[int]) -> str:
    """Row keys as a statement lists them."""
    return f"({','.join(map(str, keys))})"


def _entities(connection: sqlite3.Connection, term: Term) -> set[int]:
    from library.entities.lists import named

    return set(named(connection, term.value, _ENTITIES[term.key]))


def _span(term: Term, now: datetime) -> tuple[int, int] | None:
    """The seconds since 1970 from which and up to which (not included) articles are wanted; None: no date."""
    ago = _AGO.fullmatch(term.value)
    if ago is not None and term.key != "date":
        days = int(ago[1]) * (7 if ago[2] == "w" else 1)
        moment = int((now - timedelta(days=min(days, 36_500))).timestamp())
        return (moment, 2**62) if term.key == "since" else (-(2**62), moment)
    match = _DAY.fullmatch(term.value)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        start = datetime(year or 0, month or 1, day or 1, tzinfo=UTC)
        end = _next(start, month, day)
    except (ValueError, OverflowError):
        return None
    first, behind = int(start.timestamp()), int(end.timestamp())
    return {"date": (first, behind), "since": (first, 2**62), "before": (-(2**62), first)}[term.key]


def _next(start: datetime, month: int | None, day: int | None) -> datetime:
    if day is not None:
        return start + timedelta(days=1)
    if month is None or month == 12:
        return start.replace(year=start.year + 1, month=1)
    return start.replace(month=start.month + 1)
