"""The links of a text: each once, however its words are broken, and the letters that choose one."""

from parsers.article import AnnotatedArticle, Article, ListItem, Mark, Paragraph
from tui.links import HINTS, hints, links_of
from tui.typeset import typeset

TEXT = "The ferry to the outer islands will not sail this winter, the harbour authority said."
HREF, OTHER = "https://islands.example/outer", "https://harbour.example/"


def article(*marks: Mark) -> AnnotatedArticle:
    item = ListItem("Also here", 0, None, (Mark(0, 9, "link", HREF),))
    return AnnotatedArticle(Article(id="1" * 32, format="text", title="T", blocks=(Paragraph(TEXT, marks), item)))


def test_a_link_over_two_lines_is_one_link() -> None:
    """And the same address in another block is another one."""
    lines = typeset(article(Mark(13, 49, "link", HREF)), 20)
    first, second = links_of(lines)

    assert first.text == TEXT[13:49]
    assert len({one.line for one in first.shown}) > 1
    assert (second.text, second.href) == ("Also here", HREF)


def test_emphasis_inside_a_link_does_not_cut_it() -> None:
    """One mark, one link."""
    marks = (Mark(13, 30, "link", HREF), Mark(17, 22, "emphasis"))

    assert [link.text for link in links_of(typeset(article(*marks), 72))] == [TEXT[13:30], "Also here"]


def test_links_of_other_addresses_are_told_apart() -> None:
    """Side by side they are two."""
    marks = (Mark(4, 9, "link", OTHER), Mark(17, 30, "link", HREF))

    assert [link.href for link in links_of(typeset(article(*marks), 72))] == [OTHER, HREF, HREF]


def test_no_hint_begins_another() -> None:
    """Else the longer one could never be typed."""
    for count in (0, 1, 26, 27, 700):
        found = hints(count)
        assert len(set(found)) == count
        assert len({len(hint) for hint in found}) <= 1
    assert hints(3) == list(HINTS[:3])
