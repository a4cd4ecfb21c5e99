"""Pictures: the largest file offered, wherever lazy pages hide it."""

from datetime import UTC, datetime

import pytest

from parsers import Page
from parsers import parse as parse_page
from parsers.article import Figure
from parsers.dom import parse
from parsers.formats.html import pictures
from parsers.formats.html.tags import PICTURES


def read(page: str) -> pictures.Picture | None:
    element = next(one for one in parse(page).body.elements() if one.tag in PICTURES)
    return pictures.read(element, "https://site.org/")


@pytest.mark.parametrize(
    ("page", "src"),
    [
        ("<img src=/a.jpg>", "https://site.org/a.jpg"),
        ("<img src=/s.jpg srcset='/a.jpg 320w, /b.jpg 1280w, /c.jpg 640w'>", "https://site.org/b.jpg"),
        ("<img srcset='/w_1,h_2/a.jpg 1x,/w_3,h_4/b.jpg 2x'>", "https://site.org/w_3,h_4/b.jpg"),
        ("<img src='data:image/gif;base64,R0' data-src=/a.jpg>", "https://site.org/a.jpg"),
        ("<img src=/placeholder.png data-lazy-src=/a.jpg>", "https://site.org/a.jpg"),
        ("<picture><source srcset='/a.webp 900w'><img src=/a.jpg></picture>", "https://site.org/a.webp"),
        ("<picture><source srcset=/a.webp></picture>", "https://site.org/a.webp"),
        ("<amp-img src=/a.jpg></amp-img>", "https://site.org/a.jpg"),
        ("<img alt=x src='javascript:y'>", None),
    ],
)
def test_the_largest_file_is_chosen(page: str, src: str | None) -> None:
    """Sets before late addresses before plain ones; stand-ins never; always absolute."""
    picture = read(page)
    assert picture is not None
    assert picture.src == src


def test_a_picture_without_anything_is_none() -> None:
    """No address and no description: nothing to show."""
    assert read("<img>") is None
    assert read("<img src='data:x'>") is None


def test_icons_are_known() -> None:
    """Declared sizes of a few pixels and drawings are decoration."""
    for page in ("<img src=/a.png width=16>", "<img src=/a.png height=1px>", "<img src=/logo.svg>"):
        assert (read(page) or pictures.Picture(None, "", False)).small
    assert not (read("<img src=/a.jpg width=800 height=100%>") or pictures.Picture(None, "", True)).small


DRAWN = "data:image/png;base64," + "iVBORw0KGgo" * 400


@pytest.mark.parametrize(
    ("src", "file"),
    [
        ("./Story_files/a.jpg", "Story_files/a.jpg"),
        ("Story_files/a%20b.jpg", "Story_files/a%20b.jpg"),
        ("Story files/ä.jpg", "Story%20files/%C3%A4.jpg"),
        ("a.jpg?w=300#x", "a.jpg"),
        ("/a.jpg", None),
        ("//site.org/a.jpg", None),
        ("https://site.org/a.jpg", None),
        ("../a.jpg", None),
        ("files/../../a.jpg", None),
        ("files/%2e%2e/%2e%2e/a.jpg", None),
        ("files\\..\\a.jpg", None),
        ("C:\\a.jpg", None),
        ("file:///etc/a.jpg", None),
        ("Story_files/blank.gif", None),
    ],
)
def test_a_saved_page_names_its_own_copy(src: str, file: str | None) -> None:
    """A path below the page is kept beside the address; whatever leads out of the page's folder is not."""
    picture = read(f'<img alt=x src="{src}" data-src=https://site.org/large.jpg>')
    assert picture is not None
    assert (picture.src, picture.file) == ("https://site.org/large.jpg", file)


def test_a_picture_written_into_the_page_is_found_again() -> None:
    """The article carries a name for it, however large it is; the page's bytes give the picture for that name."""
    page = f'<p>Text.</p><img src="{DRAWN}"><img src="{DRAWN}AAAA">'
    picture = read(page)
    assert picture is not None
    assert picture.src is None
    assert picture.file is not None
    assert len(picture.file) < 40
    assert pictures.written_in(page.encode(), picture.file) == DRAWN.encode()
    assert pictures.written_in(b"<p>Another page.</p>", picture.file) is None


@pytest.mark.parametrize("src", ["data:image/gif;base64,R0lGOD", "data:image/svg+xml;base64," + "A" * 5000,
                                 "data:text/html;base64," + "A" * 5000])
def test_stand_ins_and_drawings_are_no_copies(src: str) -> None:
    """A grey pixel is no picture, and a drawing in SVG is a program that nobody runs here."""
    assert read(f'<img src="{src}">') is None


def test_a_saved_page_keeps_its_pictures_without_an_address() -> None:
    """A page that names no address of its own still has its figures, each with the file it lies in, and its id."""
    before = "<p>The council met on Tuesday to discuss the harbour and what should become of its four old cranes.</p>" \
             "<p>“They have stood there for ninety years,” said Ann Lee, who has led the museum since 2011.</p>"
    after = "<p>A decision is expected in June, after engineers have looked at the foundations of the quay.</p>" \
            "<p>The last ship was unloaded there in 1987; since then the cranes have not moved at all.</p>"
    with_picture = f"<article><h1>Council Meets About Harbour</h1>{before}<figure><img src='x_files/crane.jpg'>" \
                   f"<figcaption>A crane.</figcaption></figure>{after}</article>"
    seen = datetime(2026, 1, 1, tzinfo=UTC)
    article = parse_page(Page(with_picture.encode(), seen, None, "text/html")).articles[0]
    bare = parse_page(Page(with_picture.replace("x_files/crane.jpg", "").encode(), seen, None, "text/html")).articles[0]
    assert [(block.text, block.file) for block in article.blocks if isinstance(block, Figure)] == [
        ("A crane.", "x_files/crane.jpg")
    ]
    assert article.id == bare.id
