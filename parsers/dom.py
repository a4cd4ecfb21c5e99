"""The tree of an HTML page, as a browser would build it: the one module that knows the HTML parser.

The tree is copied into small Python objects at once. The parser's own nodes live in C memory, crash when they
outlive their tree in some versions, and cost a call for every look; and a parser that is exchanged one day is
exchanged here. (selectolax 1.0.2 builds 1,477 of the 1,481 html5lib trees right and survived 25,000 mutated
pages; `clone()` is quadratic and never used.)
"""

from collections.abc import Iterator

from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser, LexborNode

from parsers import markup

_TEXT = "-text"
# What never shows as text, whatever its content.
_INVISIBLE = frozenset({"-comment", "-doctype", "style", "script", "svg", "head", "!doctype"})


class TooComplexError(Exception):
    """The page would take the parser too long; its message ends a sentence ("its elements are nested …")."""


class Element(Struct, eq=False, gc=False):  # held by what is above it alone: nothing for the collector to find
    """An element with its children in order: elements, and stretches of text as plain strings."""

    tag: str
    """In lower case."""
    attributes: dict[str, str | None]
    """Names in lower case; None for an attribute without a value."""
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
    html, scripts = markup.without_scripts(html)
    if reason := markup.complexity(html):
        raise TooComplexError(reason)
    # A lone surrogate has no UTF-8 form; selectolax would drop it silently or, in other versions, raise.
    parser = LexborHTMLParser(html.encode("utf-8", "replace"))
    root = parser.root
    attributes = root.attributes if root is not None else {}
    head = _copied(parser.head) if parser.head is not None else [Element("head", {}, [])]
    body = _copied(parser.body) if parser.body is not None else [Element("body", {}, [])]
    return Tree(head[0], body[0], attributes.get("lang") or attributes.get("xml:lang") or None, scripts, body)


def _copied(top: LexborNode) -> list[Element]:
    """A parser's node and all elements below it, in document order."""
    element = Element(top.tag or "", top.attributes, [])
    order = [element]
    above: list[tuple[Element, LexborNode]] = []
    node = top.first_child
    while True:
        while node is not None:
            tag = node.tag or ""
            if tag == _TEXT:
                text = node.text_content or ""
                element.children.append(text)
                element.weight += len(text.strip())
            elif tag not in _INVISIBLE:
                inner = Element(tag, node.attributes, [])
                element.children.append(inner)
                order.append(inner)
                if (child := node.first_child) is not None:
                    above.append((element, node))
                    element, node = inner, child
                    continue
            node = node.next
        if not above:
            return order
        weight = element.weight
        element, node = above.pop()
        element.weight += weight
        node = node.next
