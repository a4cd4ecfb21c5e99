"""Refreshing sources: what is read again, what is left, what happens to articles whose files change or go."""

import os
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from library import Library, examples
from library.errors import SourceError
from library.files import LARGEST
from library.records import Headline, Refreshed, Selection, SourceKind
from tests.fake_parser import id_of, parsed

__all__ = ["parsed"]  # a fixture

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Clock:
    """A clock that goes on by a minute each time it is asked."""

    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> datetime:
        self.time += timedelta(minutes=1)
        return self.time


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with closing(Library.open(tmp_path / "library", now=Clock())) as library:
        yield library


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    return folder


def refresh(library: Library) -> Refreshed:
    """Refreshes everything; the last source's result."""
    return list(library.refresh())[-1]


def listed(library: Library) -> list[Headline]:
    return library.headlines(library.rows(Selection()))


def titles(library: Library) -> list[str]:
    return [headline.title for headline in listed(library)]


def touch(path: Path, text: str | None = None) -> None:
    """Writes the file (its old text when None) with a time of its own."""
    path.write_text(path.read_text() if text is None else text)
    info = path.stat()
    os.utime(path, ns=(info.st_atime_ns, info.st_mtime_ns + 10**9))


@pytest.mark.usefixtures("parsed")
def test_a_folder_is_read_to_its_depths_but_not_its_hidden_files(library: Library, pages: Path) -> None:
    """Files of all folders below, in the order of their paths; names with a dot in front are left alone."""
    for name in ("b.txt", "a/deep/x.txt", ".hidden.txt", ".git/config", "a/.DS_Store"):
        (pages / name).parent.mkdir(parents=True, exist_ok=True)
        (pages / name).write_text(f"# {name}\nwords")
    library.add(pages)

    done = refresh(library)

    assert titles(library) == ["a/deep/x.txt", "b.txt"]
    assert (done.new, done.changed, done.failures) == (2, 0, ())
    assert done.source.refreshed_at is not None


@pytest.mark.usefixtures("parsed")
def test_links_that_lead_in_circles_end(library: Library, pages: Path) -> None:
    """A folder that contains a link to itself is read once; a link to nowhere is passed over."""
    (pages / "a.txt").write_text("# A\nwords")
    (pages / "loop").symlink_to(pages)
    (pages / "nowhere").symlink_to(pages / "missing")
    library.add(pages)

    assert refresh(library).failures == ()
    assert titles(library) == ["A"]


@pytest.mark.usefixtures("parsed")
def test_pipes_and_devices_are_never_opened(library: Library, pages: Path) -> None:
    """In a folder they are passed over; named directly they are refused, and nothing waits."""
    os.mkfifo(pages / "pipe")
    (pages / "a.txt").write_text("# A\nwords")
    library.add(pages)

    assert refresh(library).failures == ()
    with pytest.raises(SourceError, match="neither a file nor a folder"):
        library.add(pages / "pipe")
    with pytest.raises(SourceError, match="/dev/null is neither"):
        library.add(Path("/dev/null"))


@pytest.mark.usefixtures("parsed")
def test_a_file_that_became_a_pipe_is_refused(library: Library, pages: Path) -> None:
    """Even between adding and reading nothing waits for ever."""
    (pages / "a.txt").write_text("# A\nwords")
    library.add(pages / "a.txt")
    (pages / "a.txt").unlink()
    os.mkfifo(pages / "a.txt")

    assert "is not a file (a pipe or a device)" in refresh(library).failures[0]


def test_what_did_not_change_is_not_parsed(library: Library, pages: Path, parsed: list[str]) -> None:
    """Same time and size: not opened. Same bytes at another time: not parsed."""
    (pages / "a.txt").write_text("# A\nwords")
    library.add(pages)
    refresh(library)
    touch(pages / "a.txt")

    again = refresh(library)
    third = refresh(library)

    assert parsed == ["# A"]
    assert (again.new, again.changed, third.new, third.changed) == (0, 0, 0, 0)


def test_an_untouched_file_is_not_even_opened(
    library: Library, pages: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A thousand unchanged files cost a thousand looks at the clock, not a thousand reads."""
    (pages / "a.txt").write_text("# A\nwords")
    library.add(pages)
    refresh(library)
    monkeypatch.setattr("library.refresh.read_page", None)

    assert refresh(library).failures == ()
    assert parsed == ["# A"]


def test_other_parsers_read_everything_again(
    library: Library, pages: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """After an update of the parsers the same file is parsed again; the same result is no change."""
    (pages / "a.txt").write_text("# A\nwords")
    library.add(pages)
    refresh(library)
    monkeypatch.setattr("library.refresh.parsers_version", lambda: "fake 2")

    done = refresh(library)

    assert parsed == ["# A", "# A"]
    assert (done.new, done.changed) == (0, 0)


@pytest.mark.usefixtures("parsed")
def test_an_edited_article_stays_as_read_and_starred_as_it_was(library: Library, pages: Path) -> None:
    """The story under the same id is replaced; what the reader did with it stays."""
    (pages / "a.txt").write_text("# A\nold words")
    library.add(pages)
    refresh(library)
    library.set_read([id_of("A")], True)
    library.set_starred(id_of("A"), True)
    library.set_position(id_of("A"), 0.5)
    touch(pages / "a.txt", "# A\nby Example Times\nnew words")

    done = refresh(library)

    opened = library.opened(id_of("A"))
    assert opened is not None
    assert (done.new, done.changed) == (0, 1)
    assert opened.annotated.article.blocks[0].text == "new words"
    assert (opened.read, opened.starred, opened.position) == (True, True, 0.5)
    assert [publisher.name for publisher in done.source.publishers] == ["Example Times"]


@pytest.mark.usefixtures("parsed")
def test_a_renamed_story_hands_on_what_the_reader_did(library: Library, pages: Path) -> None:
    """A new title gives a new id; the article it replaces leaves, and its marks and place in time go over."""
    (pages / "a.txt").write_text("# Old title\nwords")
    (pages / "b.txt").write_text("# Other\nwords")
    library.add(pages)
    refresh(library)
    library.set_read([id_of("Old title")], True)
    arrived = listed(library)[0].arrived_at
    touch(pages / "a.txt", "# New title\nwords")

    done = refresh(library)

    assert (done.new, done.changed) == (0, 1)
    assert sorted(titles(library)) == ["New title", "Other"]
    renamed = next(headline for headline in listed(library) if headline.title == "New title")
    assert renamed.read
    assert renamed.arrived_at == arrived


@pytest.mark.usefixtures("parsed")
def test_a_file_that_is_gone_keeps_its_articles(library: Library, pages: Path) -> None:
    """Deleting a file (or the whole folder) takes nothing out of the library."""
    (pages / "a.txt").write_text("# A\nwords")
    (pages / "b.txt").write_text("# B\nwords")
    library.add(pages)
    refresh(library)
    (pages / "a.txt").unlink()
    one_gone = refresh(library)
    (pages / "b.txt").unlink()
    pages.rmdir()

    all_gone = refresh(library)

    assert titles(library) == ["A", "B"]
    assert one_gone.failures == ()
    assert all_gone.source.failure == f"The folder {pages} is not there any more. What was read from it is kept."


@pytest.mark.usefixtures("parsed")
def test_a_file_that_turns_bad_keeps_its_articles(library: Library, pages: Path) -> None:
    """An article once read is not lost to a file that was overwritten with something else."""
    (pages / "a.txt").write_text("# A\nwords")
    library.add(pages / "a.txt")
    refresh(library)
    touch(pages / "a.txt", "\0\0")

    done = refresh(library)

    assert titles(library) == ["A"]
    assert done.source.failure == f"{pages / 'a.txt'}: This is not text. Save the page as text."


def test_one_bad_file_leaves_the_others_alone(library: Library, pages: Path, parsed: list[str]) -> None:
    """Its sentence names it and says what to try, now and at each refresh until it changes; it is parsed once."""
    (pages / "a.txt").write_text("# A\nwords")
    (pages / "b.jpg").write_bytes(b"\0\0\0")
    library.add(pages)

    first, second = refresh(library), refresh(library)

    assert titles(library) == ["A"]
    assert first.failures == second.failures == (f"{pages / 'b.jpg'}: This is not text. Save the page as text.",)
    assert first.source.failure is None
    assert library.failures() == first.failures
    assert len(parsed) == 2


@pytest.mark.usefixtures("parsed")
def test_a_bad_file_that_is_gone_is_no_failure(library: Library, pages: Path) -> None:
    """Who clears up what could not be read hears of it no more; an article once read from such a file stays."""
    for name in "abc":
        (pages / f"{name}.txt").write_text(f"# {name}\nwords" if name < "c" else "\0")
    library.add(pages)
    refresh(library)
    touch(pages / "b.txt", "\0")
    bad = refresh(library)
    (pages / "b.txt").unlink()
    (pages / "c.txt").unlink()
    refresh(library)

    assert len(bad.failures) == 2
    assert library.failures() == ()
    assert titles(library) == ["a", "b"]


@pytest.mark.usefixtures("parsed")
def test_a_folder_without_pages_says_what_to_do(library: Library, pages: Path) -> None:
    """Empty, or full of what is no page: a sentence on the source, for the sources pane and the command line."""
    library.add(pages)
    empty = refresh(library)
    (pages / "a.jpg").write_bytes(b"\0")
    (pages / "b.jpg").write_bytes(b"\0")
    useless = refresh(library)

    assert empty.source.failure == f"No pages in {pages}: save pages or text files there, or add another folder."
    assert empty.failures == (empty.source.failure,)
    assert useless.source.failure == f"None of the 2 files in {pages} could be read as a page."
    assert len(useless.failures) == 2


@pytest.mark.usefixtures("parsed")
def test_a_file_larger_than_64_mb_is_refused(library: Library, pages: Path) -> None:
    """It is not read into memory; the sentence says how large it is and how large it may be."""
    with (pages / "huge.txt").open("wb") as file:
        file.truncate(LARGEST + 1)
    library.add(pages / "huge.txt")

    assert refresh(library).failures == (
        f"{pages / 'huge.txt'} is too large (64 MB; at most 64 MB): split it, or save only the article.",)


@pytest.mark.usefixtures("parsed")
def test_a_file_that_may_not_be_read_is_tried_again(
    library: Library, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once its permissions are right the next refresh reads it, though it did not change."""
    (pages / "a.txt").write_text("# A\nwords")
    library.add(pages)
    really_open = os.open

    def refusing(path: str | Path, *rest: int) -> int:
        if Path(path).name == "a.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return really_open(path, *rest)

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refusing)
        denied = refresh(library)

    assert denied.failures == (f"{pages / 'a.txt'} may not be read by you: change its permissions, or copy it.",)
    assert refresh(library).new == 1


@pytest.mark.usefixtures("parsed")
def test_the_same_story_in_two_files_is_one_article(library: Library, pages: Path) -> None:
    """It is listed once, and stays as long as one of the files has it."""
    (pages / "a.txt").write_text("# Same\nwords")
    (pages / "b.txt").write_text("# Same\nwords")
    library.add(pages)
    done = refresh(library)
    touch(pages / "a.txt", "# Different\nwords")
    refresh(library)

    assert done.new == 1
    assert sorted(titles(library)) == ["Different", "Same"]
    assert library.check() == []


@pytest.mark.usefixtures("parsed")
def test_a_later_copy_takes_nothing_from_an_article(library: Library, pages: Path) -> None:
    """The first file that holds a story tells it; once that file is gone, the copy does."""
    (pages / "a.txt").write_text("# One\nby The Lantern\nwords")
    library.add(pages)
    refresh(library)
    (pages / "b.txt").write_text("# One\nwords and more")

    assert (refresh(library).new, refresh(library).changed) == (0, 0)
    assert [headline.publisher for headline in listed(library)] == ["The Lantern"]

    (pages / "a.txt").unlink()
    touch(pages / "b.txt", "# One\nby The Beacon\nwords and more")
    assert refresh(library).changed == 1
    assert [headline.publisher for headline in listed(library)] == ["The Beacon"]


@pytest.mark.usefixtures("parsed")
def test_a_file_may_hold_several_articles(library: Library, pages: Path) -> None:
    """All are listed, in the order of the file; one that leaves the file leaves the list."""
    (pages / "a.txt").write_text("# One\nwords\n# Two\nwords\n# Three\nwords\n# One\nwords")
    library.add(pages)
    done = refresh(library)
    first = titles(library)
    touch(pages / "a.txt", "# One\nwords\n# Three\nwords")
    refresh(library)

    assert done.new == 3
    assert first == ["One", "Two", "Three"]
    assert titles(library) == ["One", "Three"]


@pytest.mark.usefixtures("parsed")
def test_progress_names_each_page_and_comes_to_its_end(library: Library, pages: Path) -> None:
    """(done, in all, what is read now), and a last call when the source is done."""
    (pages / "a.txt").write_text("# A\nwords")
    (pages / "b.txt").write_text("# B\nwords")
    library.add(pages)
    heard: list[tuple[int, int, str]] = []

    list(library.refresh(progress=lambda *call: heard.append(call)))

    assert heard == [(0, 2, str(pages / "a.txt")), (1, 2, str(pages / "b.txt")), (2, 2, "pages")]


@pytest.mark.usefixtures("parsed")
def test_a_refresh_that_is_stopped_keeps_what_it_read(library: Library, pages: Path) -> None:
    """An exception out of progress ends it between two pages."""
    for name in "abc":
        (pages / f"{name}.txt").write_text(f"# {name}\nwords")
    library.add(pages)

    def stop(done: int, total: int, what: str) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(library.refresh(progress=stop))
    assert titles(library) == ["a", "b"]


@pytest.mark.usefixtures("parsed")
def test_a_source_removed_while_it_is_read_stays_removed(library: Library, pages: Path) -> None:
    """Another window may remove it at any moment; nothing of it comes back."""
    for name in "ab":
        (pages / f"{name}.txt").write_text(f"# {name}\nwords")
    source = library.add(pages)

    def remove(done: int, total: int, what: str) -> None:
        if done == 1:
            library.remove(source.id)

    list(library.refresh(progress=remove))

    assert library.sources() == ()
    assert titles(library) == []
    assert library.check() == []


def test_only_the_chosen_sources_are_read(library: Library, pages: Path, parsed: list[str]) -> None:
    """A source that is not there is an error that says how to find those that are."""
    for name in "ab":
        (pages / f"{name}.txt").write_text(f"# {name}\nwords")
        library.add(pages / f"{name}.txt")

    list(library.refresh([2]))

    assert parsed == ["# b"]
    with pytest.raises(SourceError, match="no source 99"):
        list(library.refresh([99]))


@pytest.mark.usefixtures("parsed")
def test_names_of_files_never_reach_the_reader_unclean(library: Library, pages: Path) -> None:
    """Escape sequences, newlines and bytes that are no UTF-8 in a file name do no harm and keep no file out."""
    for name in (b"a\x1b]52;c;Zm9v\x07.txt", b"b\nc.txt", b"\xff\xfe.txt"):
        with open(os.path.join(os.fsencode(pages), name), "w") as file:
            file.write(f"# {name!r}\nwords")
    library.add(pages)
    heard: list[str] = []

    done = next(library.refresh(progress=lambda done, total, what: heard.append(what)))
    locations = [opened.location for headline in listed(library)
                 if (opened := library.opened(headline.article_id)) is not None]

    assert done.new == 3
    for text in heard + locations:
        assert text.isprintable()


@pytest.mark.usefixtures("parsed")
def test_two_newsreaders_may_refresh_at_once(library: Library, tmp_path: Path, pages: Path) -> None:
    """Both read the same folder into the same library, in step: each article is there once, and new only once."""
    for name in "abcdef":
        (pages / f"{name}.txt").write_text(f"# {name}\nwords")
    library.add(pages)
    both = threading.Barrier(2)
    done: list[Refreshed] = []

    def step(done: int, total: int, what: str) -> None:
        both.wait(timeout=30)

    def work(own: Library) -> None:
        done.extend(own.refresh(progress=step))
        own.close()

    threads = [threading.Thread(target=work, args=(Library.open(tmp_path / "library", now=Clock()),))
               for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(titles(library)) == list("abcdef")
    assert sum(refreshed.new for refreshed in done) == 6
    assert library.check() == []


def test_the_examples_are_the_seeds_and_are_read_by_the_real_parsers(library: Library) -> None:
    """A new library shows the three pages as a source; a second refresh finds nothing to do."""
    library.add_examples()

    first, second = refresh(library), refresh(library)

    assert first.source.kind is SourceKind.EXAMPLES
    assert (first.new, first.failures) == (3, ())
    assert (second.new, second.changed) == (0, 0)
    assert len(examples.names()) == len(listed(library)) == 3
