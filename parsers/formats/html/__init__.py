"""HTML: a page's tree as fragments, and what the page states about itself."""

from parsers import dom, markup
from parsers.article import Problem
from parsers.formats import text as plain
from parsers.formats.html import stated
from parsers.formats.html.flow import fragments
from parsers.formats.html.streamed import put_in_place
from parsers.fragment import Fragment, Stated
from parsers.urls import absolutise

# Of a page that is read as text: two for each tag of the longest real one (19,500). What stands behind them is put
# together, so that millions of tags do not become millions of pieces, and no word is lost.
_MOST_LINES = 40_000


def read(text: str, url: str | None = None) -> tuple[tuple[Fragment, ...], Stated, list[Problem]]:
    """The page's visible pieces in reading order, what it states about itself, and what went wrong.

    `text` is the decoded page, `url` its absolute address or None. Never raises: a tree that would take too long
    is read as text, with a problem of kind "too_complex".
    """
    try:
        tree = dom.parse(text)
    except dom.TooComplexError as error:
        return _as_text(text, str(error))
    if "<template" in text:  # as servers write the gaps; without one nothing was sent in pieces
        put_in_place(tree)
    base = _base(tree, url)
    return fragments(tree.body, base), stated.read(tree, url, base), []


def _as_text(text: str, why: str) -> tuple[tuple[Fragment, ...], Stated, list[Problem]]:
    """The words of a page whose tree would take too long to build."""
    detail = f"The page was read as plain text, because {why}; its links, lists and pictures are not told apart."
    problems = [Problem(kind="too_complex", detail=detail)]
    if len(text) > markup.LONGEST:
        cut = f"Only the first {markup.LONGEST:,} characters of the page were read; split it to read the rest."
        problems.append(Problem(kind="cut", detail=cut))
    lines = markup.strip_tags(text[: markup.LONGEST]).split("\n", _MOST_LINES)
    if len(lines) > _MOST_LINES:
        lines[-1] = " ".join(lines[-1].split())
    pieces, nothing = plain.read("\n".join(lines))
    return pieces, nothing, problems


def _base(tree: dom.Tree, url: str | None) -> str | None:
    """The address that relative ones start from: <base href> where there is one, else the page's own; of a saved
    page whose address nobody knows, the one it gives itself."""
    base = own = None
    for element in tree.head.elements():
        if element.tag == "base" and base is None:
            base = element.get("href") or None
        elif element.tag == "link" and "canonical" in element.get("rel").lower().split():
            own = own or absolutise(None, element.get("href"))
        elif element.tag == "meta" and element.get("property") == "og:url":
            own = own or absolutise(None, element.get("content"))
    home = url or own
    return absolutise(home, base) or home if base else home
