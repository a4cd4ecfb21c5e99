"""Decoding: the words of a page come out whatever its encoding is called, and no bytes make it fail."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.charsets import codec_for
from parsers.decode import decode

GERMAN = "Über die Straße läuft ein Bär – „größer“ als gewöhnlich. "


def test_a_byte_order_mark_wins() -> None:
    """A mark decides against every declaration and is not part of the text."""
    assert decode(b"\xef\xbb\xbf" + GERMAN.encode(), "text/plain; charset=iso-8859-1") == (GERMAN, [])
    assert decode(b"\xff\xfe" + GERMAN.encode("utf-16-le")) == (GERMAN, [])
    assert decode(b"\xfe\xff" + GERMAN.encode("utf-16-be")) == (GERMAN, [])


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_text(codec: str) -> None:
    """Zero bytes in every second place tell UTF-16."""
    assert decode(GERMAN.encode(codec)) == (GERMAN, [])


def test_latin_1_means_windows_1252() -> None:
    """Curly quotes and dashes of a page that calls itself latin-1 survive, as in every browser."""
    text = "“Ünsure” – 5 €"
    assert decode(text.encode("cp1252"), "text/html; charset=ISO-8859-1") == (text, [])


def test_a_meta_declares() -> None:
    """Both forms of meta are read, in any quotes; comments and other metas are not."""
    for meta in (
        '<meta charset="windows-1251">',
        "<META http-equiv='Content-Type' content='text/html; charset=windows-1251'>",
        '<!-- <meta charset="utf-8"> --><meta name=x content="charset=koi8-r"><meta charset=cp1251 />',
        '<?xml version="1.0" encoding="windows-1251"?>',
    ):
        page = meta + "<p>Привет, мир"
        assert decode(page.encode("cp1251")) == (page, [])


def test_flawless_utf_8_overrules_an_old_default() -> None:
    """A header that says latin-1 by habit does not turn a UTF-8 page into â€™."""
    assert decode(GERMAN.encode(), "text/html; charset=iso-8859-1") == (GERMAN, [])


def test_the_header_wins_over_the_meta() -> None:
    """Where both fit the bytes, the header decides."""
    body = '<meta charset="windows-1252">Привет'.encode("cp1251")
    assert decode(body, "text/html; charset=windows-1251")[0].endswith("Привет")


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("東京都は2日、予算案を発表した。首相は会見で「経済の再生が最優先だ」と述べた。", "shift_jis"),
        ("Президент в понедельник подписал новый закон о бюджете на следующий год.", "koi8_r"),
        ("대한민국 정부는 오늘 새로운 예산안을 발표했다고 밝혔다.", "euc_kr"),
        ("東京都は新しい予算案を発表した。", "iso2022_jp"),
        (GERMAN, "cp1252"),
    ],
)
def test_undeclared_encodings_are_detected(text: str, codec: str) -> None:
    """A page that names no encoding is read by its letters."""
    assert decode((text * 4).encode(codec)) == (text * 4, [])


def test_damage_is_counted_and_told() -> None:
    """A page cut inside a character keeps every other word, and a reader is told."""
    text, problems = decode((GERMAN * 9).encode() + b"\xc3", "text/html; charset=utf-8")
    assert text == GERMAN * 9 + "\ufffd"
    assert [problem.kind for problem in problems] == ["undecodable"]
    assert "One character" in problems[0].detail


def test_a_declaration_that_fits_nothing_is_dropped() -> None:
    """Latin letters in a page that wrongly says UTF-8 are read, not replaced."""
    assert decode(b"caf\xe9 " * 10, "text/html; charset=utf-8")[0] == "café " * 10


def test_an_unknown_encoding_is_named() -> None:
    """An encoding nobody knows is a problem that names it, and the page is read all the same."""
    text, problems = decode("Grüße".encode(), "text/html; charset=klingon")
    assert text == "Grüße"
    assert "klingon" in problems[0].detail
    assert decode(b"plain", "text/html; charset=klingon") == ("plain", [])


def test_every_label_names_a_codec_that_exists() -> None:
    """Each label of the table, in any letter case, is a codec that Python has."""
    for label in ("latin1", "UTF8", " gb2312 ", "Shift_JIS", "x-mac-cyrillic", "tis-620", "hz-gb-2312"):
        codec = codec_for(label)
        assert codec is not None
        assert "a".encode(codec).decode(codec) == "a"
    assert codec_for("utf-7") is None


CONTENT_TYPES = [None, "", "text/html; charset=utf-8", "x; charset=euc-jp", "charset=", "charset=x"]


@given(st.binary(max_size=300), st.sampled_from(CONTENT_TYPES))
def test_any_bytes_decode(body: bytes, content_type: str | None) -> None:
    """No bytes raise, and what comes out can be written again."""
    text, _ = decode(body, content_type)
    text.encode("utf-8")


@given(st.binary(max_size=100))
def test_replacements_are_told(body: bytes) -> None:
    """Declared UTF-8 never gets a replacement character without a problem that says so."""
    text, problems = decode(GERMAN.encode() * 50 + body, "text/plain; charset=utf-8")
    assert bool(problems) or "\ufffd" not in text or "\ufffd".encode() in body


@given(st.text(max_size=300))
def test_utf_8_is_read_back(text: str) -> None:
    """Declared UTF-8 comes back exactly."""
    if not text.startswith("\ufeff") and "\0" not in text:
        assert decode(text.encode(), "text/plain; charset=utf-8") == (text, [])
