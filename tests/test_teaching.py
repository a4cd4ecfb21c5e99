"""Rules and earlier texts in the library: kept, applied when a page is opened or refreshed, taken back."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from library import Library
from library.errors import LibraryError
from library.records import Opened, Selection

PAGE = """<html><head><link rel="canonical" href="https://www.quay.example/{name}"><title>No ferry: {name}</title>
</head><body><main><article class="story"><h1>No ferry this winter, says {name}</h1>
<p>The ferry to the outer islands will not sail this winter, the harbour authority said on {day} morning.</p>
<p>Its engine was found to be beyond repair after a storm in November tore the vessel from its moorings.</p>
<div class="harbour-note"><p>The cafe of {name} opens at seven, and its soup is made of what the boats bring in,
said the harbour authority, which had asked the islanders to wait there until the storm was over.</p></div>
<p>Islanders will have to rely on a smaller boat, which carries twelve passengers and no vehicles at all.</p>
<p>A replacement has been ordered from a yard in the south, and is expected to arrive by the end of May.</p>
</article></main></body></html>"""
MOMENT = [datetime(2026, 1, 1, tzinfo=UTC)]


def now() -> datetime:
    MOMENT[0] += timedelta(minutes=1)
    return MOMENT[0]


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for name in ("ann", "bob"):
        (folder / f"{name}.html").write_text(PAGE.format(name=name, day="Monday"))
    return folder


@pytest.fixture
def library(tmp_path: Path, pages: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path / "library", now=now)
    opened.add(pages)
    list(opened.refresh())
    yield opened
    opened.close()


def article_of(library: Library, name: str) -> Opened:
    for headline in library.headlines(library.rows(Selection())):
        if name in headline.title:
            opened = library.opened(headline.article_id)
            assert opened is not None
            return opened
    raise AssertionError(name)


def says(opened: Opened, words: str) -> bool:
    return any(words in block.text for block in opened.annotated.article.blocks)


def drop(library: Library, opened: Opened, words: str) -> None:
    article = opened.annotated.article
    at = next(i for i, piece in enumerate(article.pieces) if words in piece.text)
    library.teach(article.id, at, article.pieces[at].text, keep=False)


def test_a_rule_is_seen_at_once_and_on_the_other_pages_when_they_are_opened(library: Library) -> None:
    """Taught on one page, obeyed on the next, without a refresh; every piece is still there, set aside."""
    ann, bob = article_of(library, "ann"), article_of(library, "bob")
    assert says(ann, "soup")
    assert says(bob, "soup")
    drop(library, ann, "soup")

    assert not says(article_of(library, "ann"), "soup")
    assert not says(article_of(library, "bob"), "soup")
    assert any("soup" in piece.text for piece in article_of(library, "bob").annotated.article.set_aside)


def test_a_rule_serves_pages_that_come_later(library: Library, pages: Path) -> None:
    """A refresh reads new pages of the site by it."""
    drop(library, article_of(library, "ann"), "soup")
    (pages / "cleo.html").write_text(PAGE.format(name="cleo", day="Tuesday"))
    list(library.refresh())

    assert not says(article_of(library, "cleo"), "soup")


def test_a_rule_taken_back_leaves_everything_as_it_was(library: Library) -> None:
    """Removing is undoing, on every page of the site."""
    before = article_of(library, "bob").annotated
    drop(library, article_of(library, "ann"), "soup")
    (taught,) = library.rules()
    assert article_of(library, "bob").annotated != before
    library.remove_rule(taught.rule)

    assert library.rules() == ()
    assert article_of(library, "bob").annotated == before
    library.put_rule(taught.rule)
    assert not says(article_of(library, "bob"), "soup")


def test_a_second_thought_replaces_the_first(library: Library) -> None:
    """Two rules on the same words would be one too many to understand."""
    ann = article_of(library, "ann")
    drop(library, ann, "soup")
    article = article_of(library, "ann").annotated.article
    at = next(i for i, piece in enumerate(article.pieces) if "soup" in piece.text)
    taught, replaced = library.teach(article.id, at, article.pieces[at].text, keep=True)

    assert replaced is not None
    assert not replaced.keep
    assert [one.rule for one in library.rules()] == [taught.rule]
    assert says(article_of(library, "ann"), "soup")


def test_rules_outlive_the_session(library: Library, tmp_path: Path) -> None:
    """They are in the library's file."""
    drop(library, article_of(library, "ann"), "soup")
    library.close()
    again = Library.open(tmp_path / "library", now=now)

    assert [one.rule.site for one in again.rules()] == ["quay.example"]
    again.close()


def test_a_page_that_is_gone_teaches_nothing_and_says_so(library: Library, pages: Path) -> None:
    """The article stays as it was."""
    ann = article_of(library, "ann")
    (pages / "ann.html").unlink()

    with pytest.raises(LibraryError, match="refresh its source"):
        drop(library, ann, "soup")
    assert library.rules() == ()


def test_what_an_article_said_before_its_page_was_changed_is_kept(library: Library, pages: Path) -> None:
    """A silent edit leaves a trace; reading the same page again does not."""
    ann = article_of(library, "ann").annotated
    list(library.refresh())
    assert library.revisions(ann.article.id) == ()
    (pages / "ann.html").write_text(PAGE.format(name="ann", day="Wednesday"))
    list(library.refresh())

    (revision,) = library.revisions(ann.article.id)
    assert revision.annotated == ann
    assert says(article_of(library, "ann"), "Wednesday")
    assert library.revisions(article_of(library, "bob").annotated.article.id) == ()


def test_a_rule_makes_no_revision(library: Library) -> None:
    """What the reader changed, the paper did not."""
    ann = article_of(library, "ann")
    drop(library, ann, "soup")
    article_of(library, "ann")

    assert library.revisions(ann.annotated.article.id) == ()


def test_at_most_ten_earlier_texts_are_kept_the_latest_first(library: Library, pages: Path) -> None:
    """A page that changes all day must not fill the disk."""
    for number in range(13):
        (pages / "ann.html").write_text(PAGE.format(name="ann", day=f"{number} o'clock on Monday"))
        list(library.refresh())
    found = library.revisions(article_of(library, "ann").annotated.article.id)

    assert len(found) == 10
    assert "11 o'clock" in found[0].annotated.article.blocks[0].text
    assert "2 o'clock" in found[-1].annotated.article.blocks[0].text
