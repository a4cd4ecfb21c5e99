"""The query language: what each term finds, and what a mistake says."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library import Library
from library.errors import QueryError
from library.query import KEYS, Mistake, Query, Term, parse
from library.records import Selection
from tests.made_up import file, opened, told


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with closing(opened(tmp_path)) as library:
        file(library,
             told("one", "Ann Quist|PERSON|senator; NATO|ORG; Paris|GPE", "2024-04-02"),
             told("two", "Ann Quist|PERSON; Inés Lund|PERSON; NATO|ORG", "2024-05-01T10:00:00+00:00"),
             told("three", "Bo Quist|PERSON; Big Storm|EVENT", "2026-11-20"))
        yield library


@pytest.mark.parametrize(("query", "expected"), [
    ("", "three two one"),
    ("person:quist", "three two one"),
    ("person:ann", "two one"),
    ('person:"bo quist"', "three"),
    ("PERSON:ines", "two"),
    ("person:qui", "three two one"),
    ("org:quist", ""),
    ("name:nato", "two one"),
    ("person:ann -place:paris", "two"),
    ("-org:nato", "three"),
    ("type:event", "three"),
    ("type:place", "one"),
    ("-type:ORG", "three"),
    ("date:2024-04", "one"),
    ("date:2024-04-02", "one"),
    ("date:2024", "two one"),
    ("since:2024-05", "three two"),
    ("since:7d", "three"),
    ("since:200w", "three two one"),
    ("before:2024-05-01", "one"),
    ("before:7d", "two one"),
    ("spoke", "three two one"),
    ("lund", "two"),
    ("INÉS", "two"),
    ("ines", "two"),
    ("ine", ""),
    ('"ann quist spoke"', "two one"),
    ('"then nato spoke"', "two one"),
    ('"spoke then nato"', ""),
    ('"quist ann"', ""),
    ('-"ann quist"', "three"),
    ("story -two", "three one"),
    ("person:ann org:nato near:3", ""),
    ("person:ann org:nato near:4", "one"),
    ("person:ann org:nato near:8", "two one"),
    ("person:ann person:lund org:nato near:8", "two"),
    ("person:ann person:lund org:nato near:7", ""),
    ("10:30", ""),
    ("https://example.org/a", ""),
    ("— …", "three two one"),
])
def test_a_query_finds(library: Library, query: str, expected: str) -> None:
    """Newest first; terms together narrow, a minus turns round."""
    selection = Selection(query=query)
    rows = library.rows(selection)

    assert " ".join(headline.title.removeprefix("Story ") for headline in library.headlines(rows)) == expected
    assert library.count(selection) == len(rows)


@pytest.mark.parametrize(("query", "at", "says", "nearest"), [
    ("peace persn:ann", 6, "no persn: to ask for. The nearest that exists is person:", "person"),
    ("person:", 0, "Nothing stands behind person:", None),
    ('a "open', 2, "does not end", None),
    ("near:8", 0, "name two", None),
    ("person:ann near:8", 11, "name two", None),
    ("person:a org:b near:x", 15, "no number of words", None),
    ("person:a org:b -near:8", 15, "without a minus", None),
    ("type:horse", 0, "horse is no type of name", None),
    ("date:2024-13", 0, "is no date", None),
    ("date:7d", 0, "is no date", None),
    ("since:yesterday", 0, "is no date", None),
])
def test_a_mistake_says_where_and_what(library: Library, query: str, at: int, says: str, nearest: str | None) -> None:
    """As a value from `parse`; whoever asks the library for it all the same gets an error with the same sentence."""
    found = parse(query)

    assert isinstance(found, Mistake)
    assert (found.at, found.nearest) == (at, nearest)
    assert says in found.message
    with pytest.raises(QueryError):
        library.rows(Selection(query=query))


def test_terms_are_what_they_say() -> None:
    """Key, value, minus and place of each."""
    found = parse('-org:"red cross" fire')
    assert found == Query((Term("org", "red cross", True, 0), Term("", "fire", False, 17)))


def test_marking_read_keeps_to_the_query(library: Library) -> None:
    """And tells what changed, so that it can be undone; with source and unread it narrows further."""
    changed = library.mark_read(Selection(query="person:ann"))

    assert len(changed) == 2
    assert library.count(Selection(query="person:quist", unread=True)) == 1
    assert library.count(Selection(query="person:quist", unread=True, source=1)) == 1
    assert library.count(Selection(query="person:quist", unread=True, source=2)) == 0
    assert library.mark_read(Selection(query="person:ann")) == []


PIECES = st.sampled_from([
    *KEYS, ":", '"', "-", " ", "8", "ann", "2024-04", "7d", "x" * 30, "é", "\u202e", "\\", "%", "_"])


@given(st.lists(PIECES | st.text(max_size=3), max_size=12).map("".join))
def test_any_text_is_a_query_or_a_mistake(text: str) -> None:
    """Nothing raises, and every place lies in the text."""
    found = parse(text)

    if isinstance(found, Mistake):
        assert 0 <= found.at < len(text)
        assert found.message.endswith((".", ":"))
    else:
        assert all(0 <= term.at < len(text) and term.value for term in found.terms)
