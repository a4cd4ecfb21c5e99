"""What the visible page marks up about itself: microdata, rel=author, <time>.

Older sites, and many small ones, say who wrote a story and when only here.
"""

from collections.abc import Sequence

from parsers.article import Author
from parsers.dom import Element
from parsers.formats.html import said
from parsers.formats.html.said import Said
from parsers.urls import absolutise

_PUBLISHED = frozenset({"published", "pubdate", "publishdate", "datepublished", "entrydate", "postdate", "postedon"})
_MODIFIED = frozenset({"updated", "modified", "datemodified", "lastmodified"})
_MARKING = frozenset({"itemscope", "rel"})
_MOST_AUTHORS = 4  # more names with rel=author are those of teasers


def read(elements: Sequence[Element], base: str | None) -> Said:
    """What the page's visible elements claim about its story: those with attributes, in document order."""
    out = Said()
    marked = [element for element in elements if element.tag == "time" or not _MARKING.isdisjoint(element.attributes)]
    scopes = [element for element in marked if "itemscope" in element.attributes and _is_story(element)]
    if scopes:
        _read_scope(max(scopes, key=lambda element: element.weight), base, out)
    _read_times([element for element in marked if element.tag == "time"], out)
    if not out.authors:
        signed = [element for element in marked if "rel" in element.attributes and "author" in element.get("rel")]
        known = {author.name.casefold(): author for element in signed for author in _named(element, base)}
        out.authors += known.values() if len(known) <= _MOST_AUTHORS else ()
    return out


def _is_story(element: Element) -> bool:
    kind = element.get("itemtype").rstrip("/").rsplit("/", 1)[-1]
    return kind.endswith("Article") or kind in ("BlogPosting", "LiveBlogPosting", "Report")


def _read_scope(scope: Element, base: str | None, out: Said) -> None:
    """The properties of one article; those of things inside it (comments, teasers) are theirs."""
    waiting = [child for child in reversed(scope.children) if isinstance(child, Element)]
    while waiting:
        element = waiting.pop()
        properties = element.get("itemprop").split()
        if properties:
            _read_property(element, properties, base, out)
        if "itemscope" not in element.attributes:
            waiting.extend(child for child in reversed(element.children) if isinstance(child, Element))


def _read_property(element: Element, properties: list[str], base: str | None, out: Said) -> None:
    value = element.get("content") or element.get("datetime")
    for name in properties:
        if name in ("author", "creator") and "comment" not in element.names:
            out.authors += [one for one in _named(element, base) if one not in out.authors]
        elif name == "publisher":
            out.publishers += [one.name for one in _named(element, base)]
        elif name == "headline":
            out.titles.append(said.line(value or element.text()))
        elif name == "datePublished":
            out.published.append(value or element.text().strip())
        elif name == "dateModified":
            out.modified.append(value or element.text().strip())
        elif name == "articleSection":
            out.sections.append(said.line(value or element.text()))
        elif name in ("description", "alternativeHeadline") and element.weight < 600:
            out.deks.append(said.line(value or element.text()))


def _named(element: Element, base: str | None) -> list[Author]:
    """The people an element names: by the names marked in it, else by its text."""
    inside = list(element.elements())
    marked = [one for one in inside if "name" in one.get("itemprop").split()]
    link = next((one.get("href") for one in inside if one.tag in ("a", "link") and one.get("href")), None)
    url = absolutise(base, link)
    out: list[Author] = []
    for one in marked or [element]:
        out += said.people(one.get("content") or one.text(), url)
    return out


def _read_times(times: list[Element], out: Said) -> None:
    """<time> elements that say what they mean; one that stands alone on the page needs not say it."""
    days: dict[str, str] = {}
    for element in times:
        value = element.get("datetime") or element.text().strip()
        words = element.names
        if words & _MODIFIED and not words & _PUBLISHED:
            out.modified.append(value)
        elif words & _PUBLISHED or "pubdate" in element.attributes:
            out.published.append(value)
        days.setdefault(value[:10], value)
    if len(days) == 1 and not out.published:
        out.published += days.values()
