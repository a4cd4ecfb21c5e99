"""The tree: what a browser would build, in plain objects."""

import inspect
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers import dom
from parsers.formats import html
from parsers.formats.html import flow, frame, microdata, pictures, stated, streamed, tables, titles, visible


def shape(element: dom.Element) -> object:
    """A tree as nested lists, for comparing."""
    return [element.tag, *(child if isinstance(child, str) else shape(child) for child in element.children)]


@pytest.mark.parametrize(
    ("html", "body"),
    [
        ("<p>a<p>b", ["body", ["p", "a"], ["p", "b"]]),
        ("a<b>c<i>d</b>e</i>", ["body", "a", ["b", "c", ["i", "d"]], ["i", "e"]]),
        ("<ul><li>a<li>b</ul>", ["body", ["ul", ["li", "a"], ["li", "b"]]]),
        ("x<noscript>a<img></noscript>", ["body", "x", ["noscript", "a", ["img"]]]),
        ("a<script>x</script><style>y</style><svg><text>w</text></svg>b", ["body", "ab"]),
        ("a<template>z</template>b", ["body", "a", ["template"], "b"]),
        ("", ["body"]),
    ],
)
def test_trees_are_those_of_browsers(html: str, body: object) -> None:
    """Unclosed and crossed tags are repaired as the standard says; what never shows is not in the tree."""
    assert joined(shape(dom.parse(html).body)) == body


def joined(tree: object) -> object:
    """The same tree with neighbouring stretches of text joined."""
    if not isinstance(tree, list):
        return tree
    out: list[object] = []
    for part in map(joined, tree[1:]):
        if out and isinstance(out[-1], str) and isinstance(part, str):
            out[-1] += part
        else:
            out.append(part)
    return [tree[0], *out]


def test_head_language_and_scripts_are_at_hand() -> None:
    """Metadata is found without walking the page."""
    tree = dom.parse("<html lang=de><title>T</title><meta name=a content=b><script type=c>d</script><p>x")
    assert tree.language == "de"
    assert [element.tag for element in tree.head.elements()] == ["head", "title", "meta"]
    assert [script.text for script in tree.scripts] == ["d"]


def test_weight_counts_the_text_below() -> None:
    """An element weighs what all it holds weighs."""
    body = dom.parse("<div> ab <p>cde</p></div>f").body
    assert body.weight == 6
    assert isinstance(body.children[0], dom.Element)
    assert body.children[0].weight == 5


def test_attributes_come_with_and_without_values() -> None:
    """An attribute without a value is there, and reads as empty."""
    paragraph = list(dom.parse("<p hidden ID='x &amp; y'>").body.elements())[1]
    assert paragraph.attributes == {"hidden": None, "id": "x & y"}
    assert paragraph.get("hidden") == ""
    assert paragraph.get("class") == ""


def test_text_comes_in_order() -> None:
    """All text of an element, as it stood."""
    assert dom.parse("<p>a <b>b</b> c</p>d").body.text() == "a b cd"


def test_a_tree_beyond_the_guard_is_refused() -> None:
    """Depth is refused before the parser sees it, with a reason."""
    with pytest.raises(dom.TooComplexError, match="nested"):
        dom.parse("<div>" * 6_000)


def test_depth_within_the_guard_is_walked() -> None:
    """Nothing here recurses: a tree as deep as the guard allows is read."""
    assert dom.parse("<div>" * 4_000 + "x").body.text() == "x"


@given(st.text(alphabet="<>/!-='\" abpldivtsx\n&;\x00\ud800", max_size=200))
def test_any_markup_has_a_tree(html: str) -> None:
    """No markup raises."""
    assert dom.parse(html).body.tag == "body" or "frameset" in html


def test_every_attribute_that_is_asked_for_is_kept() -> None:
    """An element without an attribute that anybody reads carries none: the list of those read must be complete."""
    asked = {*pictures._SETS, *pictures._LATE, *visible.MAY_HIDE, *microdata._MARKING}
    for module in (html, flow, frame, microdata, pictures, stated, streamed, tables, titles, visible):
        source = inspect.getsource(module)
        asked.update(re.findall(r'(?:element|heading|image|one|table|cell|attributes)\.get\("([a-z-]+)"\)', source))
        asked.update(re.findall(r'"([a-z-]+)" (?:not )?in (?:\w+\.)?attributes', source))
    assert {"href", "itemscope", "hidden", "srcset", "value"} <= asked
    assert asked <= dom._READ


@pytest.mark.parametrize("name", ["class", "data-track", "onclick"])
def test_what_nobody_reads_is_left_behind(name: str) -> None:
    """Unless it stands beside something that is read."""
    alone, beside = list(dom.parse(f"<p {name}=x></p><a {name}=x href=y>z</a>").body.elements())[1:]
    assert alone.attributes == {}
    assert beside.attributes["href"] == "y"


@pytest.mark.parametrize(
    ("element", "words"),
    [
        ("<p class='mostRead box-2'>", {"most", "read", "mostread", "box"}),
        ("<p id=top class='x main'>", {"top", "main"}),
        ("<p aria-label='Main story'>", {"main", "story"}),
        ("<p aria-label='A headline of five words'>", set()),
        ("<p class>", set()),
        ("<p style='color: red'>", set()),
        ("<x-card class=wide>", {"card", "wide"}),
    ],
)
def test_elements_carry_the_words_of_their_names(element: str, words: set[str]) -> None:
    """However many attributes name them, and whether these say anything or not."""
    assert list(dom.parse(element).body.elements())[1].names == words
