"""Writing exported articles: names that every system takes, one file per article, whole or not at all."""

import errno
import os
import resource
import signal
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.errors import ExportError
from library.export.files import file_name, files_by_id, write_article, write_named
from library.export.json import article_json
from library.export.markdown import markdown
from library.export.preset import Preset
from library.export.slug import slug
from parsers.article import AnnotatedArticle, Article, Paragraph
from parsers.clean import clean_line

GRAIN = Article(id="a1" * 16, format="text", title="Ministers meet over grain", published="2026-11-20T08:15:00+01:00",
                blocks=(Paragraph("They met."),))


def like(article: Article, **changes: str) -> Article:
    return Article(**{name: changes.get(name, getattr(article, name)) for name in article.__struct_fields__})


OTHER = like(GRAIN, id="b2" * 16)


def text_of(article: Article, preset: Preset = Preset.OBSIDIAN) -> str:
    return markdown(AnnotatedArticle(article), exported_on=date(2026, 11, 22), preset=preset)


def export(article: Article, folder: Path, preset: Preset = Preset.OBSIDIAN) -> Path:
    return write_article(text_of(article, preset), folder, article)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_name_is_the_date_and_the_title(tmp_path: Path) -> None:
    """Sorted by day, readable, in a folder that is made when it is missing."""
    path = export(GRAIN, tmp_path / "a" / "b")

    assert path == tmp_path / "a" / "b" / "2026-11-20-ministers-meet-over-grain.md"
    assert path.read_text("utf-8") == text_of(GRAIN)


@pytest.mark.parametrize("published", [None, "yesterday", "2026-11"])
def test_without_a_full_date_the_name_is_the_title_alone(published: str | None) -> None:
    """A date is never invented, in file names neither."""
    article = Article(id="a" * 32, format="text", title="Grain", published=published)

    assert file_name(article) == "grain.md"


def test_exporting_again_replaces_the_file(tmp_path: Path) -> None:
    """The same article has one file, also after its title or date changed or the reader renamed the file."""
    first = export(GRAIN, tmp_path)
    again = export(like(GRAIN, title="A better title"), tmp_path)
    first.rename(tmp_path / "my name.md")
    renamed = export(GRAIN, tmp_path)

    assert again == first
    assert renamed == tmp_path / "my name.md"
    assert names(tmp_path) == ["my name.md"]


def test_another_article_of_the_same_name_gets_its_own_file(tmp_path: Path) -> None:
    """The first six digits of its id tell it apart, now and at every later export."""
    export(GRAIN, tmp_path)
    second = export(OTHER, tmp_path)
    third = export(like(OTHER, id="b2b2b2" + "c" * 26), tmp_path)

    assert second.name == "2026-11-20-ministers-meet-over-grain-b2b2b2.md"
    assert third.name == f"2026-11-20-ministers-meet-over-grain-b2b2b2{'c' * 26}.md"
    assert export(OTHER, tmp_path) == second
    assert len(names(tmp_path)) == 3


def test_a_file_of_the_readers_is_never_replaced(tmp_path: Path) -> None:
    """Not one with the same name, not one whose text happens to hold our id, not a folder or a link in the way."""
    note = tmp_path / file_name(GRAIN)
    note.write_text(f'# My note\n\n---\nid: "{GRAIN.id}"\n')
    (tmp_path / "other.md").write_text(f'---\ntitle: "x"\n---\nid: "{GRAIN.id}"\n')
    outside = tmp_path / "outside.txt"
    outside.write_text("mine")
    (tmp_path / "link.md").symlink_to(outside)

    path = export(GRAIN, tmp_path)

    assert path.name.endswith("-a1a1a1.md")
    assert note.read_text().startswith("# My note")
    assert outside.read_text() == "mine"


def test_a_link_with_our_name_is_not_followed(tmp_path: Path) -> None:
    """Nothing is written through a link that someone laid in the folder."""
    outside = tmp_path / "outside.txt"
    outside.write_text("mine")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / file_name(GRAIN)).symlink_to(outside)

    path = export(GRAIN, tmp_path / "out")

    assert path.name.endswith("-a1a1a1.md")
    assert outside.read_text() == "mine"


def test_plain_files_are_never_taken_for_another_article(tmp_path: Path) -> None:
    """Without an id in the file, the same text is the same article, and all else gets a name of its own."""
    first = export(GRAIN, tmp_path, Preset.PLAIN)
    same = export(GRAIN, tmp_path, Preset.PLAIN)
    edited = like(GRAIN, dek="Now with a dek.")
    changed = export(edited, tmp_path, Preset.PLAIN)
    changed_again = export(like(edited, dek="And another."), tmp_path, Preset.PLAIN)

    assert first == same
    assert changed == changed_again == tmp_path / "2026-11-20-ministers-meet-over-grain-a1a1a1.md"
    assert first.read_text() == text_of(GRAIN, Preset.PLAIN)


def test_json_files_are_one_per_article_too(tmp_path: Path) -> None:
    """JSON names its article in its first keys; Markdown of the same article beside it is left alone."""
    export(GRAIN, tmp_path)
    json = article_json(AnnotatedArticle(GRAIN)).decode()
    first = write_article(json, tmp_path, GRAIN, extension="json")
    first.rename(tmp_path / "renamed.json")

    again = write_article(json, tmp_path, GRAIN, extension="json")

    assert again == tmp_path / "renamed.json"
    assert names(tmp_path) == ["2026-11-20-ministers-meet-over-grain.md", "renamed.json"]


def test_many_articles_read_the_folder_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who exports a whole list reads the folder's ids before, and they are kept up to date."""
    known = files_by_id(tmp_path)
    monkeypatch.setattr("library.export.files.files_by_id", None)

    first = write_article(text_of(GRAIN), tmp_path, GRAIN, known=known)
    write_article(text_of(OTHER), tmp_path, OTHER, known=known)
    first.unlink()
    again = write_article(text_of(GRAIN), tmp_path, GRAIN, known=known)

    assert again == first
    assert set(known) == {GRAIN.id, OTHER.id}


def test_a_full_disk_leaves_the_old_file_and_no_half_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the path and what to do."""
    path = export(GRAIN, tmp_path)
    before = path.read_text()

    def full(handle: int, content: memoryview) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(ExportError, match=rf"{path} was not written: the disk is full\. Free some space"):
        export(like(GRAIN, dek="Longer."), tmp_path)
    assert path.read_text() == before
    assert names(tmp_path) == [path.name]


def test_a_limit_on_file_size_is_met_half_way(tmp_path: Path) -> None:
    """The system itself stops the write after 4 kB: what was begun is taken away."""
    long = like(GRAIN)
    text = text_of(long) + "word " * 10_000
    before, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        with pytest.raises(ExportError, match="disk is full"):
            write_article(text, tmp_path, long)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (before, hard))
        signal.signal(signal.SIGXFSZ, ignored)

    assert names(tmp_path) == []


@pytest.mark.parametrize(("call", "number", "says"), [
    ("open", errno.EACCES, "may not write there"), ("open", errno.EROFS, "may not write there"),
    ("fsync", errno.EDQUOT, "disk is full"), ("fsync", errno.EIO, "Input/output error"),
    ("replace", errno.EPERM, "may not write there"),
])
def test_each_refusal_says_what_to_try(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, says: str
) -> None:
    """Wherever it comes, nothing is left behind."""
    def refuse(*arguments: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, call, refuse)
    with pytest.raises(ExportError, match=rf"grain\.md was not written.*{says}.*hoose another folder"):
        export(GRAIN, tmp_path)
    monkeypatch.undo()
    assert names(tmp_path) == []


@pytest.mark.parametrize("place", ["file", "file/below"])
def test_a_folder_that_is_a_file_is_named(tmp_path: Path, place: str) -> None:
    """The reader typed the wrong path."""
    (tmp_path / "file").write_text("mine")

    with pytest.raises(ExportError, match="is a file, not a folder"):
        export(GRAIN, tmp_path / place)
    assert (tmp_path / "file").read_text() == "mine"


@given(st.text(max_size=300).map(clean_line).filter(bool))
def test_every_title_gives_a_name_that_every_system_takes(title: str) -> None:
    """Short, visible, lower case, in one place, and no device of Windows; the rules hold for their own result."""
    name = slug(title)

    assert 0 < len(name) <= 80
    assert len(name.encode()) <= 200
    assert name == unicodedata.normalize("NFC", name)
    assert all(character == "-" or unicodedata.category(character)[0] in "LMN" for character in name)
    assert not name.startswith("-")
    assert not name.endswith("-")
    assert slug(name) == name


@pytest.mark.parametrize(("title", "name"), [
    ("Blinken Heads to NATO as Alliance Prepares for Trump’s Return",
     "blinken-heads-to-nato-as-alliance-prepares-for-trumps-return"),
    ("Россия и Украина: переговоры", "россия-и-украина-переговоры"),
    ("हिन्दी समाचार", "हिन्दी-समाचार"),
    ("中文标题", "中文标题"),
    ("Cafe\u0301 ../../etc/passwd", "café-etc-passwd"),
    ("AT&T <3 C#", "at-t-3-c"),
    ("CON", "con-untitled"),
    ("…", "untitled"),
    ("word " * 40, "-".join(["word"] * 16)),
    ("x" * 200, "x" * 80),
    ("字" * 100, "字" * 66),
])
def test_slugs_by_example(title: str, name: str) -> None:
    """Letters of every script stay, signs become dashes, long ones end with a whole word."""
    assert slug(title) == name


def test_a_dossier_takes_the_place_of_nothing(tmp_path: Path) -> None:
    """A note of the reader's and an older dossier stay as they are; the same text again is the same file."""
    note = tmp_path / "ann-quist.md"
    note.write_text("my own", "utf-8")

    first = write_named("# Ann Quist\n", tmp_path, "Ann Quist")
    again = write_named("# Ann Quist\n", tmp_path, "Ann Quist")
    later = write_named("# Ann Quist\n\nMore.\n", tmp_path, "Ann Quist")

    assert note.read_text("utf-8") == "my own"
    assert [path.name for path in (first, again, later)] == ["ann-quist-2.md", "ann-quist-2.md", "ann-quist-3.md"]


@pytest.mark.parametrize("name", ["../../etc/passwd", "a/b", "CON", "...", "\x00", "|#^[[x]]"])
def test_a_dossier_stays_in_its_folder(tmp_path: Path, name: str) -> None:
    """Whatever somebody is called."""
    assert write_named("x\n", tmp_path / "in", name).parent == tmp_path / "in"
