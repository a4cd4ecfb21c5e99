"""The titles that a page states, and the kickers that it marks up inside its headings.

A page names its story four or five times: for search engines, for social media, for the window, in its headings. The
site's name hangs on some of them and a kicker on others, so each is kept in its forms, with what several sources say
alike. Whoever reads the visible page decides.
"""

from collections.abc import Iterable, Mapping

from parsers import urls
from parsers.clean import clean_line
from parsers.dom import Element
from parsers.news import sentence, trimming
from parsers.news.phrases import word_set

# What content systems name the line above or in front of a headline, in the languages that they are written in.
_KICKERS = word_set("""
    kicker eyebrow overline dachzeile topline roofline spitzmarke titleheader supertitle suptitle pretitle toptitle
    preheadline overhead headlineemphasis antetitulo antetítulo volanta cintillo occhiello surtitre vignette chapeau
    tagline rubric rubrik stikktittel nadtytul nadtytuł hsmall
""")
HEADINGS = frozenset({"h1", "h2"})
MOST_KICKER_WORDS, LEAST_HEADLINE_WORDS = 8, 3
_SEPARATORS = " :–—-|·•/"


def listed(titles: Iterable[str], publishers: tuple[str, ...], url: str | None) -> tuple[str, ...]:
    """The candidates, each without the site's name first where it has one at an end; the bare site's name is none."""
    sites = trimming.site_keys(publishers, urls.host_of(url))
    out: dict[str, None] = {}
    for title in titles:
        if title and trimming.key(title) not in sites:
            if bare := trimming.without_site(title, sites):
                out[bare] = None
            out[title] = None
    return tuple(out)


def voices(
    said: Mapping[str, Iterable[str]], publishers: tuple[str, ...], url: str | None
) -> dict[str, frozenset[str]]:
    """Which voices state each title, by the title as a comparable text, the site's name apart and with it."""
    out: dict[str, set[str]] = {}
    for voice, titles in said.items():
        for title in listed(titles, publishers, url):
            out.setdefault(sentence.comparable(title), set()).add(voice)
    return {title: frozenset(found) for title, found in out.items() if title}


def split(heading: Element) -> tuple[str, str] | None:
    """The kicker and the headline of a heading that marks them apart; None where it does not."""
    if not any(isinstance(child, Element) for child in heading.children):
        return None
    for element in heading.elements():
        if element is not heading and element.weight and _is_kicker(element):
            kicker, whole = clean_line(element.text()), clean_line(heading.text())
            rest = whole.removeprefix(kicker).lstrip(_SEPARATORS)
            kicker = kicker.strip(_SEPARATORS)
            fits = rest != whole and 1 <= sentence.words(kicker) <= MOST_KICKER_WORDS
            return (kicker, rest) if fits and sentence.words(rest) >= LEAST_HEADLINE_WORDS else None
    return None


def _is_kicker(element: Element) -> bool:
    if element.tag == "small" or any("kicker" in name for name in element.attributes):
        return True
    return not _KICKERS.isdisjoint(element.names)
