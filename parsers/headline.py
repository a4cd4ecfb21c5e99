"""The title of an article: the headline as the page shows it, without what hangs on it.

What is shown wins over what is stated: a reader must find the line on the page, and pages state other titles for
search engines. The statements tell where the shown line begins and ends: a kicker in front, a subtitle or the site's
name behind.
"""

from collections.abc import Sequence

from parsers import urls
from parsers.fragment import STRONG_VOICES, Fragment, Stated
from parsers.labelling import Labelled
from parsers.news import sentence, trimming

# A stated title of fewer words may be a section or a site's name.
LEAST_TITLE = 4
_NOBODY: frozenset[str] = frozenset()


def headline_of(
    fragments: Sequence[Fragment], labelled: Labelled, stated: Stated
) -> tuple[str | None, str | None]:
    """The title, and the kicker or genre that stood in the same line; None for what the page does not give."""
    if labelled.title is None:
        shown, kicker = next(iter(stated.titles), None), None
    else:
        shown, kicker = _without_kicker(fragments[labelled.title].text, stated)
        shown = _as_stated(shown, stated) if kicker is None else shown
    if shown is None:
        return None, None
    sites = trimming.site_keys(stated.publishers, urls.host_of(stated.url))
    bare, genre = trimming.without_genre(trimming.without_site(shown, sites) or shown)
    return bare, kicker or genre


def _without_kicker(shown: str, stated: Stated) -> tuple[str, str | None]:
    """A heading without the kicker that it marks up, unless the page states only the two together as its title."""
    key = sentence.comparable(shown)
    for kicker, headline in stated.headlines:
        if sentence.comparable(f"{kicker} {headline}") != key or trimming.opens_with(shown, kicker):
            continue
        said = stated.voices.get(key, _NOBODY) & STRONG_VOICES
        together = said and sentence.comparable(headline) not in stated.voices
        return (shown, None) if together else (headline, kicker)
    return shown, None


def _as_stated(shown: str, stated: Stated) -> str:
    """The shown line cut, or lengthened by its kicker, to what the page calls itself; as shown where they agree."""
    key = sentence.comparable(shown)
    said = stated.voices.get(key, _NOBODY)
    if said & STRONG_VOICES:
        return next((title for title in stated.titles if sentence.comparable(title) == key), shown)
    for title in stated.titles:
        other = sentence.comparable(title)
        voices = stated.voices.get(other, _NOBODY)
        if sentence.words(title) < LEAST_TITLE or other == key:
            continue
        behind = key.startswith(other + " ") and len(voices) > 1 and shown[len(title) :].lstrip()[:1] in ("|", "(", "[")
        if key.endswith(" " + other) or behind:
            return title  # a kicker in front; a source or a site's name behind
        longer = other.endswith(" " + key) and trimming.opens_with(title, title[: -len(shown)])
        if longer and not said and voices >= STRONG_VOICES:
            return title  # its kicker stands elsewhere
    return shown
