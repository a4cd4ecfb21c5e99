"""Notes beside exported articles: linked both ways, safe names, and never a word of the reader's lost."""

from pathlib import Path

import pytest
from hypothesis import given

from library.export.names import FOLDER, Note, names_section, note_name, notes_of, write_note
from parsers.article import AnnotatedArticle, Article, Entity
from tests.conftest import ROOT, Command
from tests.strategies import hostile_text

ARTICLE = Article(id="0" * 32, format="text", title="A [[title]] *here*", published="2024-04-02T10:00:00Z")
QUIST = Note("Ann Quist", "Ann Quist", "person", ("Quist",))


def test_an_article_has_a_note_for_each_it_names() -> None:
    """Under the library's name where it knows one; dates, peoples and the ignored have none; one name is one note."""
    annotated = AnnotatedArticle(ARTICLE, (
        Entity("person:quist", "Quist", "PERSON", ("Mrs. Quist",)), Entity("org:quist", "Quist", "ORG"),
        Entity("date:x", "Monday", "DATE"), Entity("norp:french", "French", "NORP"),
        Entity("gpe:paris", "Paris", "GPE"), Entity("loc:paris", "PARIS", "LOC"),
        Entity("org:spam", "Spam", "ORG"), Entity("org:signs", "#^[]", "ORG")))

    notes = notes_of(annotated, {"person:quist": "Ann Quist", "org:spam": None})

    assert notes == [
        Note("Ann Quist", "Ann Quist", "person", ("Quist", "Mrs. Quist")), Note("Quist", "Quist", "organisation", ()),
        Note("Paris", "Paris", "place", ())]
    assert names_section(notes) == (
        "\n## Names\n\n- [[Ann Quist]] (person)\n- [[Quist]] (organisation)\n- [[Paris]] (place)\n")
    assert names_section([]) == ""


def test_a_note_lists_its_articles_and_keeps_what_the_reader_wrote(tmp_path: Path) -> None:
    """Newest first, each once; words before and behind our part stay."""
    path = write_note(tmp_path, QUIST, ARTICLE, tmp_path / "2024-04-02-a.md")
    assert path == tmp_path / FOLDER / "Ann Quist.md"
    path.write_text("mine\n" + path.read_text("utf-8") + "also mine\n", "utf-8")
    write_note(tmp_path, QUIST, ARTICLE, tmp_path / "2024-04-09-b.md")
    write_note(tmp_path, QUIST, ARTICLE, tmp_path / "2024-04-02-a.md")

    assert path.read_text("utf-8") == (
        'mine\n---\naliases: ["Quist"]\ntags: [news/person]\n---\n\n# Ann Quist\n\n%% newsreader: articles %%\n'
        "- [[2024-04-09-b]] A \\[\\[title\\]\\] \\*here\\*, 2024-04-02\n"
        "- [[2024-04-02-a]] A \\[\\[title\\]\\] \\*here\\*, 2024-04-02\n"
        "%% newsreader: end %%\nalso mine\n")


def test_a_note_of_the_readers_is_left_alone(tmp_path: Path) -> None:
    """A note without our part is theirs."""
    (tmp_path / FOLDER).mkdir()
    note = tmp_path / FOLDER / "Ann Quist.md"
    note.write_text("my own", "utf-8")

    assert write_note(tmp_path, QUIST, ARTICLE, tmp_path / "a.md") is None
    assert note.read_text("utf-8") == "my own"


@pytest.mark.parametrize(("title", "name"), [
    ("Antony J. Blinken", "Antony J. Blinken"), ("AC/DC: [live]", "AC DC live"), ("CON", "CON (name)"), ("../..", ""),
    ("a" * 300, "a" * 120), ("Москва", "Москва"), ("...", ""), ("文" * 90, "文" * 76),
])
def test_a_note_has_a_name_that_every_system_takes(title: str, name: str) -> None:
    """And that a wikilink can hold."""
    assert note_name(title) == name


@given(hostile_text())
def test_no_name_leaves_the_folder_or_the_link(title: str) -> None:
    """Whatever a page calls somebody."""
    assert not set(note_name(title)) & set('\\/:*?"<>|#^[]%\n\x00')
    assert note_name(title) not in (".", "..")
    assert len(note_name(title).encode()) <= 240


def test_export_writes_notes_when_asked(newsreader: Command, tmp_path: Path) -> None:
    """Two pages that name one person link to one note; without the option there is neither note nor link."""
    pages = sorted((ROOT / "seeds").glob("*.txt"))
    newsreader("add", *pages)
    run = newsreader("export", "--to", tmp_path / "vault", "--entity-notes", *pages)

    assert run.returncode == 0, run.stderr
    files = run.stdout.decode().splitlines()
    note = (tmp_path / "vault" / FOLDER / "Antony J. Blinken.md").read_text("utf-8")
    assert [f"[[{Path(file).stem}]]" in note for file in files] == [True, True, True]
    assert all("- [[Antony J. Blinken]] (person)" in Path(file).read_text("utf-8") for file in files)
    plain = newsreader("export", "--to", tmp_path / "plain", *pages).stdout.decode().splitlines()
    assert all("[[" not in Path(file).read_text("utf-8") for file in plain)
    assert not (tmp_path / "plain" / FOLDER).exists()
    assert newsreader("export", "--to", "-", "--entity-notes", *pages).returncode == 2
