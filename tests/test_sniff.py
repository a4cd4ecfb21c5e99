"""Sniffing: bytes tell what a page is; a header is a hint."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.sniff import sniff


@pytest.mark.parametrize(
    ("body", "content_type", "kind"),
    [
        (b"", None, "empty"),
        (b" \n\t ", "text/html", "empty"),
        (b"\xef\xbb\xbf", None, "empty"),
        (b"%PDF-1.7\n", "text/html", "binary"),
        (b"\x89PNG\r\n\x1a\n", None, "binary"),
        (b"PK\x03\x04rest", "text/plain", "binary"),
        (b"\x00\x00\x00\x18ftypmp42", None, "binary"),
        (bytes(range(256)) * 9, None, "binary"),
        (b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00", None, "binary"),
        (b"<!DOCTYPE html><title>x</title>", "text/plain", "html"),
        (b"\xef\xbb\xbf  <!-- saved --><html lang=en>", None, "html"),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x">', None, "html"),
        (b"<p>One</p><p>Two</p>", None, "html"),
        (b"<b>one</b>", "text/html; charset=utf-8", "html"),
        (b"Use <b>bold</b> text.", None, "text"),
        (b"<p>One</p><p>Two</p>", "text/plain", "text"),
        (b"Home\nNews\nA story about 3 < 4 > 2", None, "text"),
        (b"no tags at all", "text/html", "text"),
        (b"A bell\x07, an escape \x1b]52;c;x\x07 and a zero\x00 do not make a text binary", None, "text"),
    ],
)
def test_kinds(body: bytes, content_type: str | None, kind: str) -> None:
    """Each kind of input is known by its bytes."""
    assert sniff(body, content_type) == kind


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_text(codec: str) -> None:
    """Zero bytes of UTF-16 do not make a page binary, and its tags are seen."""
    assert sniff("Plain words of a story.".encode(codec)) == "text"
    assert sniff("<!doctype html><p>x".encode(codec)) == "html"


@given(st.binary(max_size=300), st.none() | st.text(max_size=30))
def test_any_bytes_are_some_kind(body: bytes, content_type: str | None) -> None:
    """No bytes and no header raise."""
    assert sniff(body, content_type) in ("empty", "binary", "html", "text")


@given(st.text(alphabet=st.characters(min_codepoint=32), min_size=1, max_size=200))
def test_words_are_never_binary(text: str) -> None:
    """Printable text in UTF-8 is never called binary."""
    assert sniff(text.encode("utf-8", "ignore")) != "binary"
