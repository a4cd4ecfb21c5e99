"""The bytes of pictures: from beside the page and from inside it, and from nowhere else."""

import base64
import os
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest

from library import Library, pictures
from library.errors import PictureError
from parsers.article import Figure
from tests.conftest import now

BYTES = bytes(range(256)) * 20
STORY = """<html><head><title>Council Meets About Harbour</title></head><body><article>
<h1>Council Meets About Harbour</h1>
<p>The council met on Tuesday to discuss the harbour and what should become of its four old cranes.</p>
<p>“They have stood there for ninety years,” said Ann Lee, who has led the museum since 2011.</p>
<figure><img src="{src}"><figcaption>A crane.</figcaption></figure>
<p>A decision is expected in June, after engineers have looked at the foundations of the quay.</p>
<p>The last ship was unloaded there in 1987; since then the cranes have not moved at all.</p>
</article></body></html>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A saved page with its pictures, and a private file beside its folder."""
    saved = tmp_path / "saved"
    (saved / "Harbour_files").mkdir(parents=True)
    (saved / "Harbour_files" / "a b.jpg").write_bytes(BYTES)
    (saved / "Harbour.html").write_text(STORY.format(src="./Harbour_files/a%20b.jpg"), "utf-8")
    (tmp_path / "private.jpg").write_bytes(b"private")
    return saved


@pytest.fixture
def opened(tmp_path: Path, folder: Path) -> Iterator[Library]:
    library = Library.open(tmp_path / "library", now=now)
    library.add(folder)
    assert not any(result.failures for result in library.refresh())
    yield library
    library.close()


def only(library: Library) -> tuple[str, list[str | None]]:
    """The id of the library's one article, and what its figures call their pictures."""
    from library.records import Selection

    (headline,) = library.headlines(library.rows(Selection()))
    found = library.opened(headline.article_id)
    assert found is not None
    return headline.article_id, [block.file for block in found.annotated.article.blocks if isinstance(block, Figure)]


def test_a_picture_beside_the_page_is_read(opened: Library) -> None:
    """By the name that the page gives it; and its folder is not taken for one of pages."""
    article, files = only(opened)

    assert files == ["Harbour_files/a%20b.jpg"]
    assert opened.picture(article, "Harbour_files/a%20b.jpg") == BYTES


def test_a_picture_that_is_gone_is_named_with_the_remedy(opened: Library, folder: Path) -> None:
    """Its folder was deleted, as people do."""
    (folder / "Harbour_files" / "a b.jpg").unlink()
    with pytest.raises(PictureError, match=r"picture Harbour_files/a b.jpg is not beside its page .* save"):
        opened.picture(only(opened)[0], "Harbour_files/a%20b.jpg")


@pytest.mark.parametrize("file", [
    "../private.jpg", "%2e%2e/private.jpg", "Harbour_files/../../private.jpg", "/etc/passwd", "%2Fetc/passwd",
    "Harbour_files/link.jpg", "Harbour_files/way/private.jpg", "a%00.jpg", "..", "", "Harbour_files",
])
def test_nothing_outside_the_folder_of_the_page_is_read(opened: Library, folder: Path, file: str) -> None:
    """Neither by dots, nor by links, nor by a root; what a page calls its picture is foreign text."""
    os.symlink(folder.parent / "private.jpg", folder / "Harbour_files" / "link.jpg")
    os.symlink(folder.parent, folder / "Harbour_files" / "way")
    with pytest.raises(PictureError):
        opened.picture(only(opened)[0], file)


def test_a_pipe_and_a_giant_are_refused(opened: Library, folder: Path) -> None:
    """Neither is waited for or loaded."""
    os.mkfifo(folder / "Harbour_files" / "pipe.jpg")
    with pytest.raises(PictureError, match="pipe"):
        opened.picture(only(opened)[0], "Harbour_files/pipe.jpg")
    with patch.object(pictures, "LARGEST", 10), pytest.raises(PictureError, match="larger"):
        opened.picture(only(opened)[0], "Harbour_files/a%20b.jpg")


def test_escape_sequences_of_a_name_do_not_reach_a_message(opened: Library) -> None:
    """A message is shown in a terminal."""
    with pytest.raises(PictureError) as raised:
        opened.picture(only(opened)[0], "a%1b]0;x%07%0ab.jpg")
    assert str(raised.value).isprintable()


def test_a_picture_inside_the_page_is_read_from_the_page(tmp_path: Path) -> None:
    """The article carries its name alone; a page that was changed meanwhile does not give another picture."""
    page = tmp_path / "page.html"
    page.write_text(STORY.format(src="data:image/jpeg;base64," + base64.b64encode(BYTES).decode()), "utf-8")
    library = Library.temporary([page], None, now=now)
    list(library.refresh())
    article, (file,) = only(library)

    assert file is not None
    assert library.picture(article, file) == BYTES
    page.write_text(STORY.format(src="x.jpg"), "utf-8")
    with pytest.raises(PictureError, match="refresh"):
        library.picture(article, file)
    library.close()


def test_a_page_that_is_no_file_has_no_pictures_beside_it(tmp_path: Path) -> None:
    """Standard input lies nowhere."""
    library = Library.temporary([], STORY.format(src="x_files/a.jpg").encode(), now=now)
    list(library.refresh())
    article, files = only(library)

    assert files == ["x_files/a.jpg"]
    with pytest.raises(PictureError, match="not kept with its page"):
        library.picture(article, "x_files/a.jpg")
    library.close()


def test_a_folder_called_like_no_page_is_a_folder_of_pages(tmp_path: Path) -> None:
    """Only a folder beside its page is that page's own."""
    (tmp_path / "case_files").mkdir()
    (tmp_path / "case_files" / "one.html").write_text(STORY.format(src=""), "utf-8")
    library = Library.temporary([tmp_path], None, now=now)

    (result,) = library.refresh()

    assert result.new == 1
    library.close()
