"""Which articles hold words or phrases, whatever their capitals, accents and the signs between them."""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from parsers.article import AnnotatedArticle

if TYPE_CHECKING:  # see articles.py
    import sqlite3

_AT_ONCE = 400
"""Articles per statement: see articles.py."""


def articles(connection: sqlite3.Connection, among: set[int], words: Sequence[tuple[str, bool]]) -> set[int]:
    """Of these articles (row keys) those whose text holds the words that are wanted and none that are not.

    `words` are words or phrases, each with whether it is not wanted.

    The stored bytes are looked at first: most articles lack the word altogether and need not be read whole.
    """
    tests = [(pattern(word), unwanted) for word, unwanted in words]
    rough = [letters(word).split() for word, unwanted in words if not unwanted]
    found = set()
    ordered = sorted(among)
    for start in range(0, len(ordered), _AT_ONCE):
        some = ordered[start : start + _AT_ONCE]
        marks = ",".join("?" * len(some))
        for key, body in connection.execute(f"select key, body from bodies where key in ({marks})", some):  # noqa: S608
            if _holds(body, rough, tests):
                found.add(key)
    return found


def _holds(body: bytes, rough: Sequence[Sequence[str]], tests: Sequence[tuple[Callable[[str], bool], bool]]) -> bool:
    from library import codec

    try:
        plain = letters((body if body.startswith(b"{") else zlib.decompress(body)).decode())
        if not all(word in plain for wanted in rough for word in wanted):
            return False
        text = _text(codec.decode(body))
    except (ValueError, zlib.error):  # damaged: `check` tells
        return False
    return all(test(text) is not unwanted for test, unwanted in tests)


def _text(annotated: AnnotatedArticle) -> str:
    article = annotated.article
    return "\n".join(letters(text) for text in (article.title, article.dek or "", *(b.text for b in article.blocks)))


def pattern(value: str) -> Callable[[str], bool]:
    """A test for the word or phrase: whole words, whatever stands between two of them; always true for mere signs."""
    words = letters(value).split()
    if not words:
        return lambda _: True
    expression = re.compile(r"(?<!\w)" + r" ".join(map(re.escape, words)) + r"(?!\w)")
    return lambda text: expression.search(text) is not None


def letters(text: str) -> str:
    """Lower case without accents; signs between words are one space, line breaks stay."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c)) if not plain.isascii() else plain
    return re.sub(r"[^\w\n]+", " ", re.sub(r"['’]", "", plain)).strip()
