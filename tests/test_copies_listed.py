"""Copies of one text in the library: grouped when they are stored, told in the list, never thrown away."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from library import Library, codec, schema
from library.database import Database
from library.likeness import LEADS
from library.records import Headline, Selection
from parsers.article import AnnotatedArticle, Article, Paragraph
from tests.conftest import now
from tests.made_up import file, id_of
from tests.stories import reading
from tests.test_likeness import text


def story(name: str, words: str, title: str, day: str = "2024-04-02") -> AnnotatedArticle:
    blocks = tuple(Paragraph(part) for part in words.split("\n"))
    return AnnotatedArticle(Article(id=id_of(name), format="text", title=title, blocks=blocks, published=day,
                                    publisher=f"The {name}"))


THREE = (
    story("Herald", text(1), "Harbour opens"), story("Echo", text(1, 300).rsplit("\n", 2)[0], "Ships may sail again"),
    story("Post", text(2), "Something else altogether"),
)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.open(tmp_path / "library", now=now)


def groups(library: Library) -> dict[str, tuple[str, ...]]:
    """The titles of the copies of every article that has any, by its publisher."""
    rows: list[Headline] = library.headlines(library.rows(Selection()))
    return {
        row.publisher or "": tuple(sorted(copy.publisher or "" for copy in library.headlines(
            library.rows(Selection(story=row.story))))) for row in rows if row.copies > 1
    }


def test_copies_know_of_each_other_and_stay_articles_of_their_own(library: Library) -> None:
    """Whichever comes first; each row tells how many there are."""
    file(library, *THREE)

    assert groups(library) == dict.fromkeys(("The Herald", "The Echo"), ("The Echo", "The Herald"))
    assert [row.copies for row in library.headlines(library.rows(Selection()))].count(2) == 2
    assert len(library.rows(Selection())) == 3


def test_a_copy_joins_and_leaves_with_what_it_says(library: Library) -> None:
    """An article that is told anew is nobody's copy; one that comes to tell the same joins the others."""
    file(library, *THREE)
    file(library, story("Echo", text(3), "Ships may sail again"), story("Post", text(1), "Harbour is open"))

    assert groups(library) == dict.fromkeys(("The Herald", "The Post"), ("The Herald", "The Post"))


def test_who_has_left_does_not_bring_the_others_copies_of_what_it_tells_now(library: Library) -> None:
    """Also the first of them, by which the others went."""
    file(library, THREE[0], THREE[1], story("Times", text(1), "Spring in the harbour"))
    file(library, story("Herald", text(3), "Harbour opens"))
    file(library, story("Post", text(3), "The harbour is open again"))

    assert groups(library) == {
        **dict.fromkeys(("The Herald", "The Post"), ("The Herald", "The Post")),
        **dict.fromkeys(("The Echo", "The Times"), ("The Echo", "The Times")),
    }


def test_one_that_tells_both_joins_two_groups(library: Library) -> None:
    """The ends of a long text have little in common, until the whole of it comes."""
    whole = text(6, 600)
    first, last = "\n".join(whole.split("\n")[:6]), "\n".join(whole.split("\n")[6:])
    file(library, story("Herald", first, "Part one of it"), story("Echo", last, "Part two of it"))
    assert groups(library) == {}
    file(library, story("Post", whole, "All of it"))

    assert len(groups(library)) == 3


def test_what_is_told_again_weeks_later_is_no_copy(library: Library) -> None:
    """A text of every spring is news every spring."""
    file(library, THREE[0], replace(THREE[1], article=replace(THREE[1].article, published="2024-03-20")))

    assert groups(library) == {}


def test_a_text_that_a_whole_site_shares_groups_nothing(library: Library) -> None:
    """A notice on a hundred pages says nothing of any two of them, and comparing stays cheap."""
    days = [(date(2024, 4, 2) + timedelta(days=n % 3)).isoformat() for n in range(80)]
    file(library, *(story(f"{n}", text(5, 120), "The same notice on all pages", day) for n, day in enumerate(days)))
    with library._database.read() as connection:
        leads = connection.execute("select count(*) from leads").fetchone()[0]

    file(library, story("one more", text(5, 120), "The same notice on all pages"))

    assert leads == 80 * (LEADS + 1)
    assert library.headlines(library.rows(Selection()))[0].copies <= 80
    assert "The one more" not in groups(library)


def test_a_removed_source_takes_its_copies_along(library: Library) -> None:
    """What is left alone is no copy of anything."""
    file(library, *THREE)
    (source,) = library.sources()
    library.remove(source.id)
    file(library, THREE[0])

    assert groups(library) == {}


def test_a_library_of_an_older_newsreader_goes_on_with_folders_tags_and_copies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it holds stays; its articles are compared once, and what is done stays done."""
    before_folders = 4
    with monkeypatch.context() as patch:
        patch.setattr(schema, "STEPS", schema.STEPS[:before_folders])
        old = Database(tmp_path / "old")
    with old.write() as connection:
        connection.execute("insert into sources (kind, title, path, added_at) values ('folder', 'Old', x'2f', ?)",
                           (now().isoformat(),))
        for key, one in enumerate(THREE, 1):
            article = one.article
            connection.execute("insert into statuses (key, article, starred, arrived_at) values (?, ?, 1, ?)",
                               (key, article.id, now().isoformat()))
            connection.execute(
                "insert into articles (key, title, publisher, sort_at, words, entities) values (?, ?, ?, 1, 1, 0)",
                (key, article.title, article.publisher))
            connection.execute("insert into bodies (key, body) values (?, ?)", (key, codec.encode(one)))
            connection.execute("insert into listings (source, article, sort_at) values (1, ?, 1)", (key,))
    old.close()
    library = Library.open(tmp_path / "old", now=now)

    assert [(source.folder, source.total) for source in library.sources()] == [("", 3)]
    assert [(row.tags, row.copies, row.starred) for row in library.headlines([1, 2, 3])] == [((), 1, True)] * 3
    assert library.uncompared() == 3
    assert [done for done, _ in library.compare()] == [3]
    assert set(groups(library)) == {"The Herald", "The Echo"}
    assert list(library.compare()) == []
    library.close()


async def test_copies_are_listed_by_a_key_and_left_by_esc(library: Library) -> None:
    """The row says ×2; a row that nobody copies says why the key does nothing."""
    file(library, *THREE)
    async with reading(library) as story:
        titles = [row.title for row in library.headlines(library.rows(Selection()))]
        story.reader.article_list.go(titles.index("Harbour opens"))
        await story.arrive(titles.index("Harbour opens"))
        assert story.text.count("×2") == 2
        await story.press("c")
        await story.until(lambda: story.rows == 2)
        assert "The same story" in story.text
        await story.press("escape")
        await story.until(lambda: story.rows == 3)
        assert story.title == "Harbour opens"
        story.reader.article_list.go(titles.index("Something else altogether"))
        await story.arrive(titles.index("Something else altogether"))
        await story.press("c")
        await story.until(lambda: "No other article here tells the same text." in story.toasts)
    library.close()
