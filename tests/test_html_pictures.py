"""Pictures: the largest file offered, wherever lazy pages hide it."""

import pytest

from parsers.dom import parse
from parsers.formats.html import pictures


def read(page: str) -> pictures.Picture | None:
    element = next(one for one in parse(page).body.elements() if one.tag in pictures.TAGS)
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
