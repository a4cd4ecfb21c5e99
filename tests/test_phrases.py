"""Lists of phrases: the short way through them finds what trying every phrase would find."""

import re

from hypothesis import given
from hypothesis import strategies as st

from parsers.formats import html
from parsers.news import boilerplate, phrases

_KINDS = (
    ("post", r"""
        \b(?:subscribe|sign[ -]?up)\b.{0,20}\b(?:newsletter|e-?mail)\b
        \b(?:in|to) your inbox\b|^comments? (?:are|have been) closed\b
    """),
    ("law", r"""
        \ball rights? reserved\b|\b(?:un)?subscribed\b
        (?:\d+ )?cookies?|[©®] \w+|подпис(?:ка|аться)
    """),
)  # fmt: skip
_WORDS = phrases.word_set("""
    subscribe Subscribed unsubscribed sign sign-up SIGN up e-mail email newsletter in to your inbox comment
    comments are have been closed all rights right reserved 12 cookies Cookie © ® acme подписка ПОДПИСАТЬСЯ x
""")
_TEXTS = st.lists(st.sampled_from(sorted(_WORDS)), max_size=8).map(" ".join)


@given(_TEXTS)
def test_search_finds_what_each_kind_alone_would_find(text: str) -> None:
    """A text has the first kind of which any phrase is found, as if every phrase were tried."""
    expected = next((kind for kind, lines in _KINDS if phrases.within(lines).search(text)), None)
    assert phrases.Search(*_KINDS).first(text, phrases.openings(text)) == expected


@given(_TEXTS)
def test_whole_finds_what_each_kind_alone_would_find(text: str) -> None:
    """A line has the first kind that it is a phrase of from end to end, as if every phrase were tried."""
    expected = next((kind for kind, lines in _KINDS if phrases.whole(lines).match(text)), None)
    assert phrases.Whole(*_KINDS).kind(text) == expected


def test_a_line_that_no_phrase_can_begin_is_none_of_them() -> None:
    """Neither an empty line nor one with another first letter is a phrase of a list."""
    heads = phrases.Whole((True, "more|related"), end=r"\s*:?")
    assert heads.kind("More:") is True
    assert [heads.kind(text) for text in ("", ":", "zebra", "zebra:")] == [None] * 4


def test_millions_of_tags_become_few_pieces_without_losing_a_word() -> None:
    """Of a page of more tags than any real one has the words come out, in a bounded number of pieces."""
    pieces, _, problems = html.read("<p>a" * 250_000)
    assert [problem.kind for problem in problems] == ["too_complex"]
    assert len(pieces) < 50_000
    assert len(re.findall(r"\ba\b", " ".join(piece.text for piece in pieces))) == 250_000


def test_long_words_full_of_underscores_are_judged_at_once() -> None:
    """A word that could be cut in very many ways is no picture's file, and finding out takes no time."""
    assert not boilerplate.is_file_name("1_" * 59 + "!")
    assert not boilerplate.is_file_name("x_" * 59 + "!")
    assert boilerplate.is_file_name("police_car-2024_large")
