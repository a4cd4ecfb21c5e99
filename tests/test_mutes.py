"""Muting: what lists leave out, how it is told, and that nothing is lost by it."""

from pathlib import Path
from typing import Any

import pytest

from library import Library
from library.errors import QueryError
from library.records import Order, Selection
from parsers.article import AnnotatedArticle, Article, Paragraph
from tests.conftest import now
from tests.made_up import file, id_of
from tests.stories import reading


def story(name: str, text: str) -> AnnotatedArticle:
    return AnnotatedArticle(Article(id=id_of(name), format="text", title=name, publisher=f"The {name}",
                                    blocks=(Paragraph(text),), published="2024-04-02"))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = Library.open(tmp_path / "library", now=now)
    file(library, story("Herald", "The ferry sails again."), story("Echo", "The football season begins."),
         story("Post", "A ferry of football players."))
    return library


def titles(library: Library, **selection: Any) -> set[str]:
    return {row.title for row in library.headlines(library.rows(Selection(**selection)))}


def test_lists_and_counts_leave_out_what_is_muted(library: Library) -> None:
    """By words of the story, in every order and view; it stands in a list of its own."""
    mute = library.mute(" Foot\x07ball ")

    assert (mute.query, mute.articles) == ("Football", 2)
    assert titles(library) == titles(library, unread=True) == titles(library, source=1) == {"Herald"}
    assert titles(library, query="ferry") == titles(library, matching="r") == {"Herald"}
    assert {row.title for row in library.headlines(library.rows(Selection(), Order.TITLE))} == {"Herald"}
    assert titles(library, muted=True) == {"Echo", "Post"}
    assert titles(library, muted=None) == {"Echo", "Post", "Herald"}
    assert (library.count(Selection()), library.count(Selection(muted=True))) == (1, 2)
    assert library.sources()[0].unread == 1


def test_what_the_reader_picked_by_hand_is_shown_whole(library: Library) -> None:
    """Starred and tagged articles stay in their lists."""
    library.set_starred(id_of("Echo"), True)
    library.give_tags({id_of("Post"): ["later"]})
    library.mute("football")

    assert titles(library, starred=True) == {"Echo"}
    assert titles(library, tag="later") == {"Post"}


def test_what_comes_is_muted_too_and_an_article_that_changes_may_come_back(library: Library) -> None:
    """By any term of the query language."""
    library.mute("publisher:times -ferry")
    file(library, story("Times", "A bridge is built."), story("New Times", "A ferry is built."))
    assert titles(library, muted=True) == {"Times"}
    file(library, story("Times", "A ferry is built beside it."))

    assert titles(library, muted=True) == set()


def test_what_comes_from_a_muted_source_is_muted(library: Library) -> None:
    """And what comes from others is not, by the same term turned round."""
    library.mute("source:told harbour")
    library.mute("-source:told ferry")
    file(library, story("Times", "The harbour is built."), story("New Times", "A ferry is built."))

    assert titles(library, muted=True) == {"Times"}


def test_without_its_mute_an_article_is_back_unless_another_hides_it(library: Library) -> None:
    """Muting twice is once, and taking back twice too."""
    library.mute("ferry")
    library.mute("football")
    assert library.mute("ferry") == library.mutes()[0]
    library.unmute("football")
    library.unmute("football")

    assert titles(library) == {"Echo"}
    assert [mute.query for mute in library.mutes()] == ["ferry"]


def test_marking_a_list_read_passes_over_what_it_does_not_show(library: Library) -> None:
    """Nothing is marked unseen."""
    library.mute("football")

    assert library.mark_read(Selection()) == [id_of("Herald")]


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("", "Nothing is named"),
        ("   ", "Nothing is named"),
        ("... publisher:!", "Nothing is named"),
        ("persn:x", "nearest"),
        ('"open', "does not end"),
    ],
)
def test_what_is_no_query_or_would_mute_everything_is_refused(library: Library, query: str, why: str) -> None:
    """A slip of the finger must not empty the library."""
    with pytest.raises(QueryError, match=why):
        library.mute(query)
    assert library.mutes() == ()


def test_queries_ask_for_publishers_sources_and_folders(library: Library) -> None:
    """By whole words of their names, whatever capitals."""
    library.move({1: "World/Sea"})

    assert titles(library, query="publisher:echo") == {"Echo"}
    assert titles(library, query="-publisher:ECHO source:told") == {"Herald", "Post"}
    assert len(titles(library, query="source:sea")) == 3
    assert titles(library, query="source:se") == set()


async def test_muting_by_key_is_told_listed_and_undone(library: Library) -> None:
    """x asks for words; the frame says how many are missing; u brings them back, gx lists and removes mutes."""
    async with reading(library) as story:
        await story.press("x", *"football", "enter")
        await story.until(lambda: story.rows == 1)
        await story.until(lambda: "1 · 2 muted" in story.text)
        await story.until(lambda: ("∅ Muted", 2) in [(row.label, row.count) for row in story.reader.source_list.rows])
        assert any("“football” muted: 2 articles" in toast for toast in story.toasts)
        await story.press("u")
        await story.until(lambda: story.rows == 3)
        assert library.mutes() == ()
        await story.press("ctrl+r")
        await story.until(lambda: story.rows == 1)
        await story.press("g", "x")
        await story.until(lambda: "What is muted" in story.text)
        await story.press("enter")
        await story.until(lambda: story.rows == 2)
        assert "Muted" in story.text
        await story.press("g", "x", "d", "escape")
        await story.until(lambda: story.rows == 0)
        await story.until(lambda: "Nothing that is here is muted." in story.text)
        await story.press("u")
        await story.until(lambda: story.rows == 2)


async def test_muting_by_command_says_what_is_wrong_with_a_query(library: Library) -> None:
    """In the words of the query language."""
    async with reading(library) as story:
        story.reader.run_line("mute persn:x")
        await story.until(lambda: any("There is no persn:" in toast for toast in story.toasts))
        await story.press("g", "x")
        await story.until(lambda: "Nothing is muted." in story.toasts)
