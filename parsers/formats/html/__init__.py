"""HTML: a page's tree as fragments, and what the page states about itself."""

from urllib.parse import urljoin

from parsers import dom, markup
from parsers.article import Problem
from parsers.formats import text as plain
from parsers.formats.html import stated
from parsers.formats.html.flow import fragments
from parsers.fragment import Fragment, Stated
from parsers.urls import absolutise


def read(text: str, url: str | None = None) -> tuple[tuple[Fragment, ...], Stated, list[Problem]]:
    """The page's visible pieces in reading order, what it states about itself, and what went wrong.

    `text` is the decoded page, `url` its absolute address or None. Never raises: a tree that would take too long
    is read as text, with a problem of kind "too_complex".
    """
    try:
        tree = dom.parse(text)
    except dom.TooComplexError as error:
        pieces, nothing = plain.read(markup.strip_tags(text[: markup.LONGEST]))
        detail = f"The page was read as plain text, because {error}; its links, lists and pictures are not told apart."
        return pieces, nothing, [Problem(kind="too_complex", detail=detail)]
    base = _base(tree, url)
    return fragments(tree.body, base), stated.read(tree, url, base), []


def _base(tree: dom.Tree, url: str | None) -> str | None:
    """The address that relative ones start from: <base href> where there is one, else the page's own."""
    for element in tree.head.elements():
        if element.tag == "base" and element.get("href"):
            return absolutise(url, urljoin(url or "", element.get("href"))) or url
    return url
