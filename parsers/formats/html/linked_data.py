"""JSON-LD: what the page says about itself in schema.org's words.

Four in five news pages carry it, and it is the best source of authors and dates, but a page may describe many
articles (its teasers, a live blog's entries): the one that agrees with the page's own title and address counts.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from parsers.article import Author
from parsers.formats.html import loose_json, said
from parsers.formats.html.said import Said
from parsers.markup import Script
from parsers.news import trimming
from parsers.urls import absolutise, canonical

_TYPE = re.compile(r"type\s*=\s*[\"']?\s*application/(?:ld|json-ld|[\w.-]*ld)\+?(?:json)?", re.IGNORECASE)
_MOST_NODES = 20_000
_DEEPEST = 12
_POSTS = frozenset({"BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "DiscussionForumPosting", "Report"})
_OTHER_PAGES = frozenset({"CollectionPage", "SearchResultsPage", "ProfilePage", "ImageGallery", "AboutPage"})
# Below these keys stand other things than the page's own story.
_OTHERS = frozenset(
    {
        "itemListElement", "hasPart", "liveBlogUpdate", "isPartOf", "mentions", "about", "citation", "review",
        "comment", "isBasedOn", "relatedLink", "video", "associatedMedia", "blogPost", "subjectOf", "workExample",
    }
)  # fmt: skip
_Object = dict[str, object]


class _Node(NamedTuple):
    value: _Object
    types: frozenset[str]
    nested: bool
    """It stands inside the description of something else."""


def read(scripts: list[Script], titles: list[str], urls: list[str], base: str | None) -> Said:
    """What the page's JSON-LD says about its story. `titles` and `urls` are what the page calls itself elsewhere:
    they decide which of several articles is meant. `base` resolves relative addresses."""
    nodes: list[_Node] = []
    for script in scripts:
        if "ld" in script.attributes.lower() and _TYPE.search(script.attributes):
            for value in loose_json.values(script.text):
                nodes += _nodes(value)
    by_id = {node.value["@id"]: node.value for node in nodes if isinstance(node.value.get("@id"), str) and node.types}
    articles = [node for node in nodes if _is_article(node.types)]
    out = Said()
    if articles:
        wanted = {trimming.key(title) for title in titles if title}
        places = {canonical(url) for url in urls if url}
        best = max(articles, key=lambda node: _fitness(node, wanted, places, base))
        if _fitness(best, wanted, places, base) > 0:
            _read_story(best.value, by_id, base, out)
            out.is_article = True
    _read_surroundings(nodes, by_id, base, out)
    if out.is_article is None and any(node.types & _OTHER_PAGES and not node.nested for node in nodes):
        out.is_article = False
    return out


def _nodes(top: object) -> Iterator[_Node]:
    """Every object in a value, outermost first, in order."""
    waiting: list[tuple[object, int, bool]] = [(top, 0, False)]
    seen = 0
    while waiting and seen < _MOST_NODES:
        value, depth, nested = waiting.pop()
        seen += 1
        if isinstance(value, list):
            waiting.extend((one, depth, nested) for one in reversed(value))
        elif isinstance(value, dict):
            yield _Node(value, _types(value), nested)
            if depth < _DEEPEST:
                inner = [(one, depth + 1, nested or key in _OTHERS) for key, one in value.items()]
                waiting.extend(item for item in reversed(inner) if isinstance(item[0], (dict, list)))


def _types(value: _Object) -> frozenset[str]:
    stated = value.get("@type")
    listed = stated if isinstance(stated, list) else [stated]
    return frozenset(re.split(r"[/#:]", one)[-1] for one in listed if isinstance(one, str))


def _is_article(types: frozenset[str]) -> bool:
    return any(one.endswith("Article") or one in _POSTS for one in types)


def _fitness(node: _Node, titles: set[str], places: set[str], base: str | None) -> float:
    """How surely an article object is the page's own: its title, its address, its place, how much it says."""
    value = node.value
    key = trimming.key(_text(value.get("headline")) or _text(value.get("name")))
    agrees = any(key and (key in title or title in key) for title in titles if title)
    stated = (_address(value.get(name), base) for name in ("url", "mainEntityOfPage", "@id"))
    here = any(canonical(url) in places for url in stated if url)
    said_much = sum(name in value for name in ("headline", "datePublished", "author", "publisher", "description"))
    return 1 + 6 * agrees + 4 * here - 5 * node.nested + 0.2 * said_much


def _read_story(value: _Object, by_id: dict[object, _Object], base: str | None, out: Said) -> None:
    out.titles += _lines(value, "headline", "name")
    out.deks += _lines(value, "description", "abstract")
    out.authors += _people(value.get("author") or value.get("creator"), by_id, base)
    out.publishers += [author.name for author in _people(value.get("publisher"), by_id, base)]
    out.published += _lines(value, "datePublished", "dateCreated", "uploadDate")
    out.modified += _lines(value, "dateModified")
    out.sections += _lines(value, "articleSection")
    out.languages += _lines(value, "inLanguage")
    out.urls += [url for name in ("url", "mainEntityOfPage") if (url := _address(value.get(name), base))]
    out.images += [url for name in ("image", "thumbnailUrl") if (url := _address(value.get(name), base))]
    body = value.get("articleBody")
    parts = [part for part in (body if isinstance(body, list) else [body]) if isinstance(part, str)]
    if text := said.prose("\n\n".join(parts)):
        out.bodies.append(text)


def _read_surroundings(nodes: list[_Node], by_id: dict[object, _Object], base: str | None, out: Said) -> None:
    """What other objects say: the page, the site, the breadcrumb."""
    for node in nodes:
        if "BreadcrumbList" in node.types and not out.breadcrumb:
            out.breadcrumb += _crumbs(node.value)
        elif node.types & {"WebPage", "ItemPage"} and not node.nested and out.is_article is not False:
            out.published += _lines(node.value, "datePublished")
            out.modified += _lines(node.value, "dateModified")
        elif node.types & {"WebSite", "NewsMediaOrganization"} and not node.nested:
            out.publishers += _lines(node.value, "name")


def _crumbs(value: _Object) -> list[str]:
    items = value.get("itemListElement")
    listed = [item for item in (items if isinstance(items, list) else [items]) if isinstance(item, dict)]

    def position(item: _Object) -> int:
        stated = str(item.get("position", ""))
        return int(stated) if stated.isascii() and stated.isdigit() and len(stated) < 5 else 0

    crumbs = (_text(item.get("name")) or _text(item.get("item")) for item in sorted(listed, key=position))
    return [crumb for crumb in crumbs if crumb and not crumb.startswith("http")]


def _people(value: object, by_id: dict[object, _Object], base: str | None) -> list[Author]:
    """Authors or publishers: objects, strings, lists of either, references to objects elsewhere."""
    out: list[Author] = []
    for one in (value if isinstance(value, list) else [value])[:50]:
        if isinstance(one, str):
            out += said.people(one)
        elif isinstance(one, dict):
            whole = by_id.get(one["@id"], one) if isinstance(one.get("@id"), str) and "name" not in one else one
            name = whole.get("name") or " ".join(_lines(whole, "givenName", "familyName"))
            url = _address(whole.get("url") or whole.get("sameAs"), base)
            bio = _text(whole.get("description")) or None
            for part in name if isinstance(name, list) else [name]:
                if isinstance(part, (str, dict)):
                    out += said.people(part if isinstance(part, str) else _text(part), url, bio)
    known: dict[str, Author] = {}
    for author in out:
        known.setdefault(author.name.casefold(), author)
    return list(known.values())


def _lines(value: _Object, *names: str) -> list[str]:
    return [text for name in names if (text := _text(value.get(name)))]


def _text(value: object) -> str:
    """A value as one clean line: a string, the first of a list, the name of an object; "" for anything else."""
    for _ in range(3):
        if isinstance(value, list):
            value = value[0] if value else None
        elif isinstance(value, dict):
            value = next((value[name] for name in ("name", "@value", "text", "alternateName") if name in value), None)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return said.line(value) if isinstance(value, str) else ""


def _address(value: object, base: str | None) -> str | None:
    for _ in range(3):
        if isinstance(value, list):
            value = value[0] if value else None
        elif isinstance(value, dict):
            value = next((value[name] for name in ("url", "contentUrl", "@id") if name in value), None)
    return absolutise(base, value) if isinstance(value, str) else None
