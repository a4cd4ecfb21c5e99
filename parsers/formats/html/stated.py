"""What a page states about itself, all sources weighed: JSON-LD, Open Graph and other meta tags, microdata.

The order of the sources is that of their measured truth on news pages: JSON-LD, then Open Graph, then the rest.
Candidates that disagree are kept; whoever reads the visible page decides.
"""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from parsers import dates, urls
from parsers.article import Author
from parsers.dom import Element, Tree
from parsers.formats.html import linked_data, microdata, said, titles
from parsers.formats.html.said import Said
from parsers.fragment import Stated
from parsers.news import trimming

_TITLES = (
    "og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "citation_title",
    "title", "headline",
)  # fmt: skip
_DEKS = ("og:description", "description", "twitter:description", "dc.description", "dcterms.description",
         "sailthru.description")  # fmt: skip
_AUTHORS = (
    "author", "article:author", "article:author_name", "parsely-author", "sailthru.author", "byl", "dc.creator",
    "dcterms.creator", "citation_author", "dc.contributor", "cxenseparse:author", "article.author", "og:article:author",
)  # fmt: skip
_PUBLISHERS = ("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "dcterms.publisher",
               "article:publisher", "publisher", "cre")  # fmt: skip
_PUBLISHED = (
    "article:published_time", "og:published_time", "article:published", "og:article:published_time",
    "datepublished", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created",
    "dc.date.created", "dc.date", "dcterms.date", "pubdate", "publishdate", "publish-date", "publish_date",
    "publication_date", "published_time", "published_at", "date", "citation_publication_date", "citation_date",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "article.published", "rnews:datepublished",
    "iso-8601-publish-date", "displaydate", "originalpublicationdate", "created", "date.created", "ptime", "pdate",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:updated_time", "article:modified", "og:modified_time", "datemodified",
    "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "revised", "article.updated",
)  # fmt: skip
_SECTIONS = ("article:section", "parsely-section", "og:article:section", "section", "sailthru.section",
             "article.section", "cxenseparse:category", "category")  # fmt: skip
_TELLING = frozenset({"title", "time"}) | titles.HEADINGS  # also without a single attribute
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:[-_][a-zA-Z0-9]{2,8}){0,3}")


def read(tree: Tree, url: str | None, base: str | None) -> Stated:
    """Everything the page states, from the strongest candidate to the weakest.

    `url` is where the page came from (None when nobody knows), `base` what relative addresses start from.
    """
    telling = [one for one in tree.elements if one.attributes or one.tag in _TELLING]
    meta, heading, voices = _read_meta([*tree.head.elements(), *telling])
    seen = [one for one in (url, *meta.urls) if one]
    here = [urls.absolutise(base, one) or one for one in seen]
    data = linked_data.read(tree.scripts, meta.titles + heading, here, base)
    marked = microdata.read(telling, base)
    sources = (data, meta, marked)
    publishers = _unique(name for source in sources for name in source.publishers)
    home = _own_url((meta, data), url, base)
    language = _language(tree, sources)
    return Stated(
        titles=titles.listed((one for source in sources for one in source.titles), publishers, home or url),
        voices=titles.voices({"data": data.titles[:1], **voices}, publishers, home or url),
        headlines=tuple(
            parts for one in telling if one.tag in titles.HEADINGS and (parts := titles.split(one))
        ),
        deks=_unique(dek for source in sources for dek in source.deks),
        authors=_authors(sources, publishers),
        publishers=publishers,
        published=_date((one for source in sources for one in source.published), language),
        modified=_date((one for source in sources for one in source.modified), language),
        section=next((one for source in sources for one in source.sections if 1 < len(one) < 60), None),
        breadcrumb=tuple(data.breadcrumb),
        language=language,
        url=home,
        image=next((one for source in sources for each in source.images if (one := urls.absolutise(base, each))), None),
        article_body=next((body for source in sources for body in source.bodies), None),
        is_article=_is_article(data, meta, home or url),
    )


def _read_meta(elements: Iterable[Element]) -> tuple[Said, list[str], dict[str, list[str]]]:
    """What <meta>, <link> and <title> say, the page's first headings of level 1, and its titles by who is told:
    social media, the window, others."""
    values: dict[str, list[str]] = {}
    window: list[str] = []
    links: list[str] = []
    headings: list[str] = []
    for element in elements:
        if element.tag == "meta":
            _add_meta(element, values)
        elif element.tag == "link" and "canonical" in element.get("rel").lower().split():
            links.append(element.get("href"))
        elif element.tag == "title" and not window:
            window.append(said.line(element.text()))
        elif element.tag == "h1" and len(headings) < 3:
            headings.append(said.line(element.text()))

    def lines(names: tuple[str, ...]) -> list[str]:
        return [text for name in names for value in values.get(name, ()) if (text := said.line(value))]

    authors = next((found for name in _AUTHORS if (found := _people(values.get(name, [])))), [])
    kinds = [value.lower() for value in values.get("og:type", ())]
    out = Said(
        titles=lines(_TITLES) + [title for title in window if title],
        deks=lines(_DEKS),
        authors=authors,
        publishers=[name for name in lines(_PUBLISHERS) if "://" not in name],
        published=lines(_PUBLISHED),
        modified=lines(_MODIFIED),
        sections=[text for text in lines(_SECTIONS) if "://" not in text],
        languages=lines(("content-language", "language", "dc.language", "dcterms.language", "og:locale")),
        urls=links + values.get("og:url", []),
        images=values.get("og:image", []) + values.get("twitter:image", []) + values.get("og:image:url", []),
        is_article=True if any("article" in kind for kind in kinds) else None,
    )
    social = lines(_TITLES[:2])
    others = [title for title in lines(_TITLES[2:]) if title not in window]
    return out, headings, {"social": social, "window": window, "other": others}


def _add_meta(element: Element, values: dict[str, list[str]]) -> None:
    content = element.get("content")
    if content:
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if name := element.get(attribute).strip().lower():
                values.setdefault(name, []).append(content)


def _people(values: list[str]) -> list[Author]:
    return list({author.name.casefold(): author for value in values for author in said.people(value)}.values())


def _authors(sources: Iterable[Said], publishers: tuple[str, ...]) -> tuple[Author, ...]:
    """The authors of the strongest source that names any besides the site itself, with addresses that weaker ones
    know; the site itself where nobody else is named."""
    sites = {trimming.key(name) for name in publishers}
    lists = [source.authors for source in sources if source.authors]
    people = [[one for one in found if trimming.key(one.name) not in sites] for found in lists]
    chosen: list[Author] = next((found for found in people if found), lists[0] if lists else [])
    known = {trimming.key(one.name): one.url for found in lists for one in found if one.url}
    return tuple(Author(one.name, one.url or known.get(trimming.key(one.name)), one.bio) for one in chosen)


def _date(values: Iterable[str], language: str | None) -> str | None:
    """The first date stated; where another source gives the same day with a time, or with a zone, that one."""
    found = [iso for value in values if (iso := dates.read_stated(value, language=language))]
    same_day = [iso for iso in found if iso[:10] == found[0][:10]]
    return max(same_day, key=len, default=None)


def _language(tree: Tree, sources: Iterable[Said]) -> str | None:
    """The page's language as a BCP 47 tag; None when it states none."""
    for value in (tree.language or "", *(one for source in sources for one in source.languages)):
        tag = value.split(",")[0].strip()
        if _LANGUAGE.fullmatch(tag):
            first, *rest = tag.replace("_", "-").split("-")
            return "-".join([first.lower(), *(part.upper() if len(part) == 2 else part for part in rest)])
    return None


def _own_url(sources: Iterable[Said], url: str | None, base: str | None) -> str | None:
    """The address the page calls its own. A story whose canonical address is the front page made a mistake."""
    for source in sources:
        for value in source.urls:
            stated = urls.absolutise(base, value)
            if stated and stated.startswith("http") and (urlsplit(stated).path.strip("/") or not _has_path(url)):
                return stated
    return None


def _has_path(url: str | None) -> bool:
    return bool(url and urlsplit(url).path.strip("/"))


def _is_article(data: Said, meta: Said, url: str | None) -> bool | None:
    if data.is_article or meta.is_article:
        return True
    if data.is_article is False or (url and url.startswith("http") and not urlsplit(url).path.strip("/")):
        return False
    return None


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple({value: None for value in values if value})
