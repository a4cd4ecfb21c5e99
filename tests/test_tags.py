"""Tags and what is read later: kept clean, undone like every change, lists of their own, in queries and exports."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library import Library, tags
from library.export.frontmatter import front_matter
from library.records import Selection
from parsers.article import AnnotatedArticle, Article
from tests.conftest import Command, now
from tests.stories import Story, reading


def ids(library: Library, **selection: Any) -> list[str]:
    return [row.article_id for row in library.headlines(library.rows(Selection(**selection)))]


@given(st.text(max_size=60))
def test_a_tag_is_one_word_that_other_programs_take(text: str) -> None:
    """Letters, digits, _, - and /; cleaning twice changes nothing, and a line of tags comes back as it is."""
    tag = tags.cleaned(text)

    assert tags.cleaned(tag) == tag
    assert len(tag) <= tags.LONGEST
    assert not set(tag) & set(" ,#\"\n\x1b")
    assert tags.typed(tag) == ((tag,) if tag else ())


def test_typed_tags_are_parted_by_spaces_and_commas() -> None:
    """Whatever signs and capitals; twice is once."""
    assert tags.typed(" #Climate, to-read  climate Zürich/See ,,") == ("climate", "to-read", "zürich/see")


def test_tags_are_given_and_told_everywhere(library: Library) -> None:
    """In the list, in the article, counted by name; articles the library never had are passed over."""
    one, other, _ = ids(library)
    assert library.give_tags({one: ["Climate", "law"], "f" * 32: ["x"]}) == {one: ()}
    assert library.give_tags({one: ["climate", "later"], other: ["climate"]}) == {one: ("climate", "law"), other: ()}

    assert library.tags() == (("climate", 2), ("later", 1))
    assert ids(library, tag="climate") == [one, other]
    opened = library.opened(one)
    assert opened is not None
    assert opened.tags == library.headlines(library.rows(Selection(tag="later")))[0].tags == ("climate", "later")
    assert library.count(Selection(tag="climate", unread=True)) == 2
    assert ids(library, query="tag:climate -tag:later") == [other]


def test_tags_outlive_the_article(library: Library) -> None:
    """A removed source that comes back brings its tags; meanwhile they count nowhere."""
    one, *_ = ids(library)
    library.give_tags({one: ["climate"]})
    library.remove(library.sources()[0].id)
    assert library.tags() == ()
    assert library.tagged("climate") == {one: ("climate",)}
    with library._database.write() as connection:
        connection.execute("delete from settings where key = 'examples'")
    library.add_examples()
    list(library.refresh())

    assert ids(library, tag="climate") == [one]


def test_a_kept_page_keeps_its_tags(library: Library, tmp_path: Path) -> None:
    """Also those that were given while it was only opened."""
    page = tmp_path / "page.txt"
    page.write_text("The ferry sails again\n\nThe ferry sails again after a winter in the yard, they said.\n")
    opened = Library.temporary([page], None, now=now)
    list(opened.refresh())
    (article,) = ids(opened)
    opened.give_tags({article: ["sea"]})
    opened.keep(article, library)
    opened.close()

    assert ids(library, tag="sea") == [article]


def test_exports_carry_the_tags_but_not_the_reading_list() -> None:
    """As JSON strings, which are YAML strings: no tag becomes a number or a truth."""
    article = AnnotatedArticle(Article(id="0" * 32, format="text", title="T"))
    text = front_matter(article, now().date(), ("2024", "later", "news", "no"))

    assert 'tags: [clippings, news, "2024", "no"]\n' in text


def test_the_command_line_lists_by_tag(newsreader: Command, library: Library, tmp_path: Path) -> None:
    """--tag and tag: are the same; JSON tells the tags, and so does the exported file."""
    one, other, _ = ids(library)
    library.give_tags({one: ["climate", "law"], other: ["climate"]})
    folder = str(library.folder)
    listed = newsreader("list", "--library", folder, "--tag", "climate", "--tag", "law", "--json").stdout.splitlines()
    asked = newsreader("list", "--library", folder, "tag:climate").stdout.decode().splitlines()
    exported = newsreader("export", "--library", folder, "--to", "-", one).stdout.decode()
    as_json = json.loads(newsreader("export", "--library", folder, "--to", "-", "--format", "json", other).stdout)

    assert [(line["id"], line["tags"]) for line in map(json.loads, listed)] == [(one, ["climate", "law"])]
    assert len(asked) == 2
    assert asked[0].endswith("#climate #law")
    assert 'tags: [clippings, news, "climate", "law"]' in exported
    assert as_json["tags"] == ["climate"]


def labels(story: Story) -> list[str]:
    return [f"{row.label} {row.count}" for row in story.reader.source_list.rows if row.count is not None]


async def test_an_article_is_tagged_and_untagged_by_key(library: Library) -> None:
    """t shows its tags to be changed, completes those there are, and every change is undone and done again."""
    one, other, _ = ids(library)
    async with reading(library) as story:
        await story.press("t", *"Climate law", "enter")
        await story.until(lambda: library.tagged("law") == {one: ("climate", "law")})
        await story.until(lambda: {"#climate 1", "#law 1"} <= set(labels(story)))
        assert "#climate" in story.text
        await story.press("j", "t", *"cli", "tab", "enter")
        await story.until(lambda: library.tagged("climate") == {one: ("climate", "law"), other: ("climate",)})
        await story.press("k", "t", *["backspace"] * 4, "enter")
        await story.until(lambda: library.tagged("law") == {})
        await story.press("u")
        await story.until(lambda: library.tagged("law") == {one: ("climate", "law")})
        await story.press("2", "u", "3", "ctrl+r")
        await story.until(lambda: library.tagged("climate") == {one: ("climate",), other: ("climate",)})


async def test_read_later_is_one_key_and_a_list(library: Library) -> None:
    """+ puts articles there and takes them off; g+ goes there; a number takes several."""
    one, other, third = ids(library)
    async with reading(library) as story:
        await story.press("2", "+")
        await story.until(lambda: set(library.tagged("later")) == {one, other})
        assert story.text.count("◷") >= 3
        await story.press("g", "+")
        await story.until(lambda: story.rows == 2)
        assert "Read later" in story.text
        await story.press("+")
        await story.until(lambda: set(library.tagged("later")) == {other})
        assert story.rows == 2
        await story.press("u", "u")
        await story.until(lambda: not library.tagged("later"))
    async with reading(library) as story:
        await story.press("g", "+")
        await story.until(lambda: "Nothing is kept for later." in story.text)
        assert third


async def test_a_tag_is_renamed_and_removed_in_the_sources(library: Library) -> None:
    """From all its articles at once, and given back by undo; the reading list is always there."""
    one, other, _ = ids(library)
    library.give_tags({one: ["climate"], other: ["climate", "law"]})
    async with reading(library) as story:
        await story.press("h")
        story.reader.source_list.select(Selection(tag="climate"))
        await story.press("C", *["backspace"] * 7, *"weather", "enter")
        await story.until(lambda: set(library.tagged("weather")) == {one, other})
        story.reader.source_list.select(Selection(tag="law"))
        await story.press("delete")
        await story.until(lambda: not library.tagged("law"))
        await story.press("u")
        await story.until(lambda: library.tagged("law") == {other: ("law", "weather")})
        await story.press("u")
        await story.until(lambda: set(library.tagged("climate")) == {one, other})
        story.reader.source_list.select(Selection(tag="later"))
        await story.press("delete")
        await story.until(lambda: "This row is always there." in story.toasts)


@pytest.mark.parametrize(("line", "tags_then"), [("tag a b", ("a", "b")), ("tag -", ())])
async def test_tags_by_command(library: Library, line: str, tags_then: tuple[str, ...]) -> None:
    """:tag gives these and no others; what is kept for later stays so."""
    one, *_ = ids(library)
    library.give_tags({one: ["c", "later"]})
    async with reading(library) as story:
        story.reader.run_line(line)
        await story.until(lambda: library.tagged("later") == {one: tuple(sorted((*tags_then, "later")))})
