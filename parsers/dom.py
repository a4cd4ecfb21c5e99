"""The tree of an HTML page, as a browser would build it: the one module that knows the HTML parser.

The tree is copied into small Python objects at once. The parser's own nodes live in C memory, crash when they
outlive their tree in some versions, and cost a call for every look; and a parser that is exchanged one day is
exchanged here. (selectolax 1.0.2 builds 1,477 of the 1,481 html5lib trees right and survived 25,000 mutated
pages; `clone()` is quadratic and never used.)
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser, LexborNode

from parsers import markup, naming

_TEXT = "-text"
# What never shows as text, whatever its content.
_INVISIBLE = frozenset({"-comment", "-doctype", "style", "script", "svg", "head", "!doctype"})
# The attributes that anybody reads, besides names. Half of a page's elements have none of them, only what style sheets
# and scripts want: a tree that carried those along would be twice as large.
_READ = frozenset({
    "alt", "aria-hidden", "aria-level", "colspan", "content", "datetime", "height", "hidden", "href", "http-equiv",
    "id", "itemprop", "itemscope", "itemtype", "name", "open", "property", "pubdate", "rel", "role", "rowspan",
    "selected", "src", "srcset", "start", "style", "type", "value", "width",
    "data-hi-res-src", "data-full-src", "data-image", "data-img-src", "data-lazy", "data-lazy-src", "data-lazy-srcset",
    "data-original", "data-original-set", "data-src", "data-srcset", "data-url",
})  # fmt: skip
_KICKER = "kicker"  # some sites mark one by an attribute of their own
_NO_ATTRIBUTES: Mapping[str, str | None] = {}


class TooComplexError(Exception):
    """The page would take the parser too long; its message ends a sentence ("its elements are nested …")."""


class Element(Struct, eq=False, gc=False):  # held by what is above it alone: nothing for the collector to find
    """An element with its children in order: elements, and stretches of text as plain strings."""

    tag: str
    """In lower case."""
    attributes: Mapping[str, str | None]
    """Their names in lower case; None for an attribute without a value. Empty where none of them is ever read."""
    names: frozenset[str]
    """The words that its makers named it with, in its class, id and the like (naming.py)."""
    children: "list[Element | str]"
    weight: int = 0
    """Characters of text in it and all it holds, white space at the ends of each stretch not counted."""

    def get(self, name: str) -> str:
        """An attribute's value; "" when it is absent or has none."""
        return self.attributes.get(name) or ""

    def weigh(self) -> None:
        """Its weight from its text and its children's weights, after they changed."""
        self.weight = sum(
            len(child.strip()) if isinstance(child, str) else child.weight for child in self.children
        )

    def elements(self) -> Iterator["Element"]:
        """It and all elements in it, in document order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            if element.children:
                waiting.extend([child for child in reversed(element.children) if isinstance(child, Element)])

    def text(self, *, breaks: bool = False) -> str:
        """All text in it, in document order, as it stood; with `breaks`, <br> is a newline."""
        parts: list[str] = []
        waiting: list[Element | str] = [self]
        while waiting:
            node = waiting.pop()
            if isinstance(node, str):
                parts.append(node)
            elif breaks and node.tag == "br":
                parts.append("\n")
            else:
                waiting.extend(reversed(node.children))
        return "".join(parts)


class Tree(Struct, eq=False, gc=False):
    """A parsed page."""

    head: Element
    body: Element
    language: str | None
    """The lang attribute of the page as written; None when it has none."""
    scripts: list[markup.Script]
    """Its scripts, in order; they are not in the tree."""
    elements: list[Element]
    """The body and all elements in it, in document order."""


def parse(html: str) -> Tree:
    """The tree of a page or of a piece of one: there is always a head and a body.

    Scripts, styles, comments and drawings (svg) are not in it; templates are, without what they hold. Raises
    TooComplexError for a page beyond the bounds of markup.py, before any time is spent on it.
    """
    parser, scripts = _parsed(html)
    root = parser.root
    attributes = root.attributes if root is not None else {}
    head = _copied(parser.head) if parser.head is not None else [_element("head", {})]
    body = _copied(parser.body) if parser.body is not None else [_element("body", {})]
    return Tree(head[0], body[0], attributes.get("lang") or attributes.get("xml:lang") or None, scripts, body)


def _parsed(html: str) -> tuple[LexborHTMLParser, list[markup.Script]]:
    """The parser's own tree, and the page's scripts; the page's other forms are let go."""
    html, scripts = markup.without_scripts(html)
    # A lone surrogate has no UTF-8 form; selectolax would drop it silently or, in other versions, raise.
    encoded = html.encode("utf-8", "replace")
    if reason := markup.complexity(encoded):
        raise TooComplexError(reason)
    return LexborHTMLParser(encoded), scripts


def _copied(top: LexborNode) -> list[Element]:
    """A parser's node and all elements below it, in document order."""
    element = _element(top.tag or "", top.attributes)
    order, children, weight = [element], element.children, 0
    above: list[tuple[Element, LexborNode, int]] = []
    node = top.first_child
    while True:
        while node is not None:
            tag = node.tag or ""
            if tag == _TEXT:
                text = node.text_content or ""
                children.append(text)
                if not text.isspace():
                    weight += len(text.strip())
            elif tag not in _INVISIBLE:
                inner = _element(tag, node.attributes)
                children.append(inner)
                order.append(inner)
                child = node.first_child
                if child is not None:
                    above.append((element, node, weight))
                    element, node, children, weight = inner, child, inner.children, 0
                    continue
            node = node.next
        element.weight = weight
        if not above:
            return order
        element, node, before = above.pop()
        children = element.children
        weight += before
        node = node.next


def _element(tag: str, attributes: dict[str, str | None]) -> Element:
    """An element that nothing stands in yet."""
    naming_ones, alone, is_read = _sorted(tuple(attributes))
    if alone is None or "-" in tag:
        names = naming.words(tag, naming_ones, tuple(map(attributes.get, naming_ones)))
    else:  # nearly always: its class, or none at all
        names = naming.words_of(attributes[alone]) if alone else naming.NONE
    return Element(tag, attributes if is_read else _NO_ATTRIBUTES, names, [])


@lru_cache(maxsize=4096)  # a site writes the same attributes, in the same order, on most of its elements
def _sorted(attributes: tuple[str, ...]) -> tuple[tuple[str, ...], str | None, bool]:
    """Those of an element's attributes that name it; the one that does so alone, "" when none does and None when more
    do; and whether anybody reads any of them for something else."""
    naming_ones = tuple(name for name in attributes if name in naming.ATTRIBUTES)
    alone = None if len(naming_ones) > 1 or naming.LABEL in naming_ones else "".join(naming_ones)
    return naming_ones, alone, any(name in _READ or _KICKER in name for name in attributes)
