"""Addresses: only what may be followed comes out, and it never carries a code that acts on a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers import urls

BASE = "https://www.site.org/news/2024/story.html"


@pytest.mark.parametrize(
    ("href", "absolute"),
    [
        ("/a", "https://www.site.org/a"),
        ("b?x=1&y=2", "https://www.site.org/news/2024/b?x=1&y=2"),
        ("//cdn.site.org/p.jpg", "https://cdn.site.org/p.jpg"),
        (" \thttps://OTHER.org/x y ", "https://other.org/x%20y"),
        ("https://user:secret@site.org:8080/", "https://site.org:8080/"),
        ("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4"),
        ("https://site.org/100%", "https://site.org/100%25"),
        ("https://site.org/%C3%A4", "https://site.org/%C3%A4"),
        ("https://site.org/\x1b]52;c;x\x07y", "https://site.org/%1B]52;c;x%07y"),
        ("https://site.org/\u202egpj", "https://site.org/%E2%80%AEgpj"),
        ("mailto:jane@site.org", "mailto:jane@site.org"),
        ("#top", None),
        ("", None),
        (None, None),
        ("javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("mailto:", None),
        ("https://", None),
        ("http://[::1", None),
        ("http://site.org:99999999/", None),
    ],
)
def test_an_href_becomes_an_absolute_address_or_nothing(href: str | None, absolute: str | None) -> None:
    """http, https and mailto come out absolute and encoded; every other scheme is refused."""
    assert urls.absolutise(BASE, href) == absolute


def test_without_a_base_only_absolute_hrefs_count() -> None:
    """A page from nowhere has no relative addresses."""
    assert urls.absolutise(None, "/a") is None
    assert urls.absolutise(None, "https://a.org/b") == "https://a.org/b"


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("https://Site.org/a?utm_source=x&id=3&fbclid=y#top", "https://site.org/a?id=3"),
        ("https://site.org/a?utm_source=x", "https://site.org/a"),
        ("https://site.org", "https://site.org/"),
        ("https://site.org/a?q=%20x+y", "https://site.org/a?q=%20x+y"),
        ("mailto:jane@site.org", "mailto:jane@site.org"),
        ("http://[::1", "http://[::1"),
    ],
)
def test_tracking_makes_no_second_page(url: str, same: str) -> None:
    """Fragments and tracking parameters go; what names the page stays."""
    assert urls.canonical(url) == same


def test_a_host_is_named_plainly() -> None:
    """The host comes in lower case without its www."""
    assert urls.host_of("https://WWW.Site.org:80/a") == "site.org"
    assert urls.host_of("/a") is None
    assert urls.host_of(None) is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Jane Doehttps://site.org/author/jane/", ("Jane Doe", "https://site.org/author/jane/", "")),
        ("see https://a.org/b. More", ("see ", "https://a.org/b", ". More")),
        ("(https://a.org/b_(c))", ("(", "https://a.org/b_(c)", ")")),
        ("https://a.org/xhttps://b.org/y", ("", "https://a.org/x", "https://b.org/y")),
        ("https://web.org/save?u=https://b.org/", ("", "https://web.org/save?u=https://b.org/", "")),
        ("no address here", None),
        ("https://", None),
    ],
)
def test_a_glued_address_is_split_off(text: str, parts: tuple[str, str, str] | None) -> None:
    """Name, address and rest come apart, and nothing of the text is lost."""
    assert urls.split_glued(text) == parts


@given(st.text(max_size=80), st.sampled_from(["", "http://", "https://a.org/", "mailto:a@b", "//", "https://["]))
def test_no_text_makes_an_unsafe_address(text: str, start: str) -> None:
    """Whatever the href, the address is printable ASCII with an allowed scheme, or None."""
    url = urls.absolutise(BASE, start + text)
    assert url is None or (url.isascii() and url.isprintable() and " " not in url)
    assert url is None or url.startswith(("http://", "https://", "mailto:"))
    urls.canonical(start + text)
    urls.host_of(start + text)


@given(st.text(max_size=40), st.text(max_size=40))
def test_splitting_keeps_what_stands_around(before: str, after: str) -> None:
    """The text before the first address comes back unchanged."""
    if "http" not in before.lower():
        parts = urls.split_glued(f"{before}https://a.org/b {after}")
        assert parts == (before, "https://a.org/b", f" {after}")
