"""The library's one door: sources, lists, what the reader does with articles, opening without keeping."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library import Library
from library.documents import sort_time
from library.errors import LibraryError, SourceError, StoreError
from library.records import Headline, Order, Publisher, Selection, SourceKind
from tests.conftest import ROOT
from tests.fake_parser import id_of, parsed

__all__ = ["parsed"]  # a fixture

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
ALL = Selection()

STORIES = {
    "a.txt": "# Grain\nby Example Times\non 2024-04-02\nWFP and NATO met. WFP agreed.",
    "b.txt": "# Harbour\nby Example Times\non 2024-04-03T08:15:00+02:00\nwords",
    "c.txt": "# Undated\nwords",
    "d.txt": "# Old\nby Old Post\non 1999-12-31\nwords",
}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with closing(Library.open(tmp_path / "library", now=lambda: NOON)) as library:
        yield library


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, text in STORIES.items():
        (folder / name).write_text(text)
    return folder


@pytest.fixture
def full(library: Library, pages: Path, parsed: list[str]) -> Library:
    """A library with one folder of four stories."""
    library.add(pages)
    list(library.refresh())
    return library


def listed(library: Library, selection: Selection = ALL) -> list[Headline]:
    return library.headlines(library.rows(selection))


def titles(library: Library, selection: Selection = ALL) -> list[str]:
    return [headline.title for headline in listed(library, selection)]


def test_a_list_is_newest_first(full: Library) -> None:
    """By the date the page states or, when it states none, by arrival."""
    assert titles(full) == ["Undated", "Harbour", "Grain", "Old"]


@pytest.mark.parametrize(("order", "expected"), [
    (Order.NEWEST, ["Undated", "Harbour", "Grain", "Old"]), (Order.OLDEST, ["Old", "Grain", "Harbour", "Undated"]),
    (Order.SOURCE, ["Harbour", "Grain", "Old", "Undated"]), (Order.TITLE, ["Grain", "Harbour", "Old", "Undated"]),
    (Order.LONGEST, ["Grain", "Undated", "Harbour", "Old"]), (Order.SHORTEST, ["Undated", "Harbour", "Old", "Grain"]),
])
def test_a_list_is_sorted_as_asked(full: Library, order: Order, expected: list[str]) -> None:
    """Of all articles and of one source alike; equal ones newest first; a part of it is its beginning."""
    for selection in (ALL, Selection(source=1), Selection(unread=True)):
        rows = full.rows(selection, order)

        assert [headline.title for headline in full.headlines(rows)] == expected
        assert full.rows(selection, order, limit=2) == rows[:2]


@pytest.mark.parametrize(("words", "expected"), [
    ("grain", ["Grain"]), ("times HAR", ["Harbour"]), ("ÉLYSÉE", ["Élysée [x]*"]), ("[X]*", ["Élysée [x]*"]),
    ("times post", []), ("straße", ["Die Straße"]), ("a?", []), ("", None),
])
def test_a_list_is_narrowed_to_words(full: Library, pages: Path, words: str, expected: list[str] | None) -> None:
    """All of them in title or publisher, in capitals or not, in any script; signs mean only themselves."""
    (pages / "e.txt").write_text("# Élysée [x]*\nwords")
    (pages / "f.txt").write_text("# Die Straße\nwords")
    list(full.refresh())
    selection = Selection(matching=words)

    assert titles(full, selection) == (titles(full) if expected is None else expected)
    assert full.count(selection) == len(titles(full, selection))
    assert titles(full, Selection(source=1, unread=True, matching=words)) == titles(full, selection)


def test_a_row_tells_what_a_list_shows(full: Library) -> None:
    """Everything a row needs, and no body."""
    grain = next(headline for headline in listed(full) if headline.title == "Grain")

    assert grain == Headline(
        row=grain.row, article_id=id_of("Grain"), source_id=1, title="Grain", publisher="Example Times", kicker=None,
        section=None, published="2024-04-02", arrived_at=NOON, words=6, entities=2, read=False, starred=False,
        problem=None)


@pytest.mark.parametrize(("selection", "expected"), [
    (Selection(), ["Undated", "Harbour", "Grain", "Old"]),
    (Selection(source=1), ["Undated", "Harbour", "Grain", "Old"]),
    (Selection(source=99), []),
    (Selection(by_publisher=True, publisher="Example Times"), ["Harbour", "Grain"]),
    (Selection(by_publisher=True, publisher=None), ["Undated"]),
    (Selection(source=1, by_publisher=True, publisher="Old Post"), ["Old"]),
    (Selection(source=1, by_publisher=True, publisher=None), ["Undated"]),
    (Selection(publisher="ignored without by_publisher"), ["Undated", "Harbour", "Grain", "Old"]),
    (Selection(unread=True), ["Undated", "Grain"]),
    (Selection(starred=True), ["Grain", "Old"]),
    (Selection(starred=True, unread=True), ["Grain"]),
    (Selection(source=1, starred=True, unread=True), ["Grain"]),
    (Selection(source=1, by_publisher=True, publisher="Example Times", unread=True), ["Grain"]),
])
def test_a_selection_chooses(full: Library, selection: Selection, expected: list[str]) -> None:
    """Source, publisher, starred and unread, alone and together; the count agrees."""
    full.set_read([id_of("Harbour"), id_of("Old")], True)
    full.set_starred(id_of("Grain"), True)
    full.set_starred(id_of("Old"), True)

    assert titles(full, selection) == expected
    assert full.count(selection) == len(expected)


def test_headlines_come_in_the_order_asked_and_skip_what_is_gone(full: Library) -> None:
    """A list on screen may be older than the library."""
    rows = full.rows(ALL)

    assert [headline.row for headline in full.headlines([rows[2], 12345, rows[0]])] == [rows[2], rows[0]]
    assert full.headlines([]) == []
    assert len(full.headlines(list(rows) * 400)) == 4 * 400


def test_sources_count_by_publisher(full: Library) -> None:
    """Most articles first; pages that name none are counted under None, last among equals."""
    full.set_read([id_of("Grain")], True)

    (source,) = full.sources()

    assert (source.kind, source.unread, source.total) == (SourceKind.FOLDER, 3, 4)
    assert source.publishers == (
        Publisher("Example Times", 1, 2), Publisher("Old Post", 1, 1), Publisher(None, 1, 1))


def test_examples_come_once_and_first(full: Library) -> None:
    """They stand before sources that were added earlier, and stay away once they were removed."""
    full.add_examples()
    full.add_examples()
    first = full.sources()
    full.remove(first[0].id)
    full.add_examples()

    assert [source.kind for source in first] == [SourceKind.EXAMPLES, SourceKind.FOLDER]
    assert [source.kind for source in full.sources()] == [SourceKind.FOLDER]


def test_the_same_path_twice_is_one_source(library: Library, pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However it is spelt; the source tells the absolute path."""
    monkeypatch.chdir(pages)
    first = library.add(pages)

    assert library.add(Path(".")).id == library.add(pages / ".." / "pages").id == first.id
    assert first.location == str(pages)
    assert (first.title, first.kind, first.refreshed_at, first.total) == ("pages", SourceKind.FOLDER, None, 0)


@pytest.mark.parametrize(("path", "says"), [
    ("missing.txt", r"missing\.txt does not exist\. Check the spelling"),
    ("a.txt/inside", r"a\.txt/inside cannot be opened \(Not a directory\)"),
    ("nul\0l", "cannot be opened"),
    ("https://example.org/a", "is a web address. Save the page"),
    ("x" * 300, "cannot be opened .File name too long"),
])
def test_a_path_with_nothing_to_read_is_refused(library: Library, pages: Path, path: str, says: str) -> None:
    """The message names it and says what to try; no source is made."""
    given = Path(path) if path.startswith("https") else pages / path

    with pytest.raises(SourceError, match=says):
        library.add(given)
    assert library.sources() == ()


def test_removing_a_source_takes_its_articles_but_not_their_marks(full: Library, pages: Path) -> None:
    """An article that another source has stays; one that comes back is as read and starred as it was."""
    full.add(pages / "a.txt")
    list(full.refresh())
    full.set_starred(id_of("Old"), True)
    full.set_read([id_of("Old")], True)

    removed = full.remove(1)
    left = titles(full)
    full.add(pages)
    list(full.refresh())

    assert (removed.title, removed.total) == ("pages", 4)
    assert left == ["Grain"]
    old = next(headline for headline in listed(full) if headline.title == "Old")
    assert (old.read, old.starred) == (True, True)
    assert full.sources()[1].id > 2
    assert full.check() == []
    with pytest.raises(SourceError, match="no source 1"):
        full.remove(1)


def test_an_article_opens_as_the_reader_left_it(full: Library, pages: Path) -> None:
    """The whole article, where it came from, and what was done with it."""
    full.set_position(id_of("Grain"), 0.25)
    full.set_starred(id_of("Grain"), True)

    opened = full.opened(id_of("Grain"))

    assert opened is not None
    assert opened.annotated.article.title == "Grain"
    assert [entity.name for entity in opened.annotated.entities] == ["WFP", "NATO"]
    assert (opened.source, opened.location) == ("pages", str(pages / "a.txt"))
    assert (opened.read, opened.starred, opened.position, opened.kept) == (False, True, 0.25, True)
    assert full.opened("0" * 32) is None


@pytest.mark.parametrize(("position", "kept"), [(-1.0, 0.0), (7.0, 1.0), (float("nan"), 0.0), (float("inf"), 1.0)])
def test_a_position_stays_inside_the_story(full: Library, position: float, kept: float) -> None:
    """Whatever the screen computed."""
    full.set_position(id_of("Grain"), position)

    opened = full.opened(id_of("Grain"))
    assert opened is not None
    assert opened.position == kept


def test_articles_are_found_by_the_beginning_of_their_id(full: Library) -> None:
    """In any case; anything that is no hex digits finds nothing."""
    article = id_of("Grain")

    assert full.find(article[:8].upper()) == [article]
    assert full.find(article) == [article]
    assert full.find("") == full.find("xyz") == full.find("%") == []


def test_marking_a_selection_read_can_be_undone(full: Library) -> None:
    """It answers with the articles it changed, and only those."""
    full.set_read([id_of("Grain")], True)

    changed = full.mark_read(Selection(by_publisher=True, publisher="Example Times"))
    after = titles(full, Selection(unread=True))
    full.set_read(changed, False)

    assert changed == [id_of("Harbour")]
    assert after == ["Undated", "Old"]
    assert titles(full, Selection(unread=True)) == ["Undated", "Harbour", "Old"]


def test_marks_on_unknown_articles_are_passed_over(library: Library) -> None:
    """A list on screen may be older than the library."""
    library.set_read(["0" * 32], True)
    library.set_starred("0" * 32, True)
    library.set_position("0" * 32, 0.5)

    assert library.rows(ALL).tolist() == []


def test_settings_are_remembered_beyond_the_session(library: Library, tmp_path: Path) -> None:
    """The last value counts; another newsreader sees it."""
    library.set_setting("export.folder", "/a")
    library.set_setting("export.folder", "/b")

    with closing(Library.open(tmp_path / "library", now=lambda: NOON)) as other:
        assert other.setting("export.folder") == "/b"
        assert other.setting("never") is None


def test_times_are_kept_in_utc(tmp_path: Path) -> None:
    """Whatever zone the clock is in."""
    now = NOON.astimezone(timezone(timedelta(hours=5)))
    with closing(Library.open(tmp_path / "library", now=lambda: now)) as library:
        library.add_examples()
        added = library.sources()[0].added_at

    assert (added, added.utcoffset()) == (NOON, timedelta(0))


@pytest.mark.usefixtures("parsed")
def test_opening_without_keeping_leaves_nothing_behind(pages: Path) -> None:
    """Files and standard input become a library of their own that is gone when it is closed."""
    temporary = Library.temporary([pages / "a.txt"], b"# Piped\nwords", now=lambda: NOON)
    done = list(temporary.refresh())
    opened = temporary.opened(id_of("Piped"))
    folder = temporary.folder
    temporary.close()
    temporary.close()

    assert temporary.is_temporary
    assert [refreshed.source.title for refreshed in done] == ["a.txt", "Standard input"]
    assert opened is not None
    assert (opened.kept, opened.source, opened.location) == (False, "Standard input", "")
    assert not folder.exists()


def test_opening_a_missing_path_leaves_nothing_behind(
    tmp_path: Path, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even the temporary folder."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()

    with pytest.raises(SourceError, match="missing"):
        Library.temporary([pages / "a.txt", pages / "missing"], None, now=lambda: NOON)
    assert list((tmp_path / "tmp").iterdir()) == []


def test_a_kept_page_survives_its_file(
    library: Library, pages: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The article, its marks and its page's bytes go home; other parsers can read the page again later."""
    with closing(Library.temporary([pages / "a.txt"], b"# Piped\nwords", now=lambda: NOON)) as temporary:
        list(temporary.refresh())
        temporary.set_starred(id_of("Grain"), True)
        (pages / "a.txt").unlink()
        temporary.keep(id_of("Grain"), library)
        temporary.keep(id_of("Grain"), library)
        temporary.keep(id_of("Piped"), library)
        kept = temporary.opened(id_of("Grain"))
    monkeypatch.setattr("library.refresh.parsers_version", lambda: "fake 2")
    parsed.clear()

    (again,) = library.refresh()

    assert kept is not None
    assert kept.kept
    assert (again.source.kind, again.source.title, again.source.total) == (SourceKind.KEPT, "Kept pages", 2)
    assert sorted(parsed) == ["# Grain", "# Piped"]
    assert again.failures == ()
    opened = library.opened(id_of("Grain"))
    assert opened is not None
    assert (opened.starred, opened.kept, opened.location) == (True, True, "")
    assert library.check() == []


@pytest.mark.usefixtures("parsed")
def test_keeping_two_articles_of_one_page_keeps_both(library: Library) -> None:
    """A page may hold several; those that were not kept stay out."""
    page = b"# One\nwords\n# Two\nwords\n# Three\nwords"
    with closing(Library.temporary([], page, now=lambda: NOON)) as temporary:
        list(temporary.refresh())
        temporary.keep(id_of("One"), library)
        temporary.keep(id_of("Three"), library)
        with pytest.raises(LibraryError, match="not open any more"):
            temporary.keep("0" * 32, library)

    assert titles(library) == ["One", "Three"]


@pytest.mark.usefixtures("parsed")
def test_removing_kept_pages_takes_their_bytes(library: Library) -> None:
    """What the reader throws away is gone from the disk's tables, too."""
    with closing(Library.temporary([], b"# One\nwords", now=lambda: NOON)) as temporary:
        list(temporary.refresh())
        temporary.keep(id_of("One"), library)

    library.remove(library.sources()[0].id)

    with library._database.read() as connection:
        assert connection.execute("select count(*) from pages").fetchone() == (0,)
    assert library.check() == []


def test_a_damaged_library_is_told(full: Library) -> None:
    """`check` names an article that cannot be read back; opening it is an error with a remedy, not a crash."""
    with full._database.write() as connection:
        connection.execute("update bodies set body = x'00' where key = 1")

    assert full.check() == [f"The article {id_of('Grain')} cannot be read back: refresh its source."]
    with pytest.raises(StoreError, match="refresh its source"):
        full.opened(id_of("Grain"))


def test_every_thread_may_use_the_library(full: Library) -> None:
    """Workers read and write at once."""
    failures: list[BaseException] = []

    def work(number: int) -> None:
        try:
            for _ in range(20):
                full.set_read([id_of("Grain")], bool(number % 2))
                assert len(listed(full)) == 4
                full.sources()
        except (AssertionError, LibraryError) as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_closing_stops_every_door(tmp_path: Path) -> None:
    """A worker that comes late meets an error it can show, not a crash of SQLite."""
    library = Library.open(tmp_path / "library", now=lambda: NOON)
    library.close()

    for call in (library.sources, library.add_examples, lambda: library.rows(ALL), lambda: list(library.refresh()),
                 lambda: library.opened("0"), lambda: library.setting("k"), library.check):
        with pytest.raises(StoreError, match="is closed"):
            call()


@given(st.text() | st.datetimes(timezones=st.just(UTC) | st.none()).map(datetime.isoformat) | st.dates().map(str))
def test_no_date_of_a_page_breaks_a_list_or_leads_it_for_ever(published: str) -> None:
    """Nonsense counts as undated, and a date in the future as today."""
    assert sort_time(published, NOON) <= NOON.timestamp()


def test_a_command_without_a_library_loads_no_database() -> None:
    """Exporting one article as JSON or Markdown pays neither for SQLite nor for a screen."""
    code = ("import sys, library, library.export.json, library.export.markdown, library.config;"
            "print([name for name in ('sqlite3', 'textual', 'rich', 'slugify', 'platformdirs', "
            "'selectolax') if name in sys.modules])")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True,
                          env={**os.environ, "PYTHONPATH": str(ROOT)})

    assert done.stdout.strip() == "[]"
