"""What stands around a headline without being part of it: the name of its site, the genre of its piece.

"Bridge opens at last | The Harbour Post", "Opinion | Leave the bridge alone | Editorial". Left on, every headline of a
site ends alike, and none equals the same headline elsewhere.
"""

import re
from collections.abc import Iterable

from parsers.news import kicker

_SEPARATOR = re.compile(r"\s+[|·•–—\-:»«/~]+\s+|\s*[|｜»·•]\s*|:\s+")
_MARKS = (":", "–", "—", "-", "|", "·", "•", "/")
_GENRE_FRONT = re.compile(r"([^|]{2,24}?)\s*\|\s+(?=\S)")
_GENRE_END = re.compile(r"(?<=\S)\s+\|\s*([^|]{2,24})$")


def key(name: str) -> str:
    """A name or a title for comparing: its letters and digits in lower case, nothing between them."""
    return "".join(filter(str.isalnum, name.casefold()))


def site_keys(publishers: Iterable[str], host: str | None) -> frozenset[str]:
    """The names under which a page's site may hang on its titles, as keys."""
    host = (host or "").removeprefix("www.")
    return frozenset({key(name) for name in (*publishers, host, *host.split("."))} - {""})


def without_site(title: str, sites: frozenset[str]) -> str | None:
    """A title without the name of its site; None when that name does not stand at one of its ends."""
    cuts = list(_SEPARATOR.finditer(title))
    if not cuts:
        return None
    if key(title[cuts[-1].end() :].removeprefix("www.")) in sites:
        return title[: cuts[-1].start()].strip() or None
    if key(title[: cuts[0].start()]) in sites:
        return title[cuts[0].end() :].strip() or None
    return None


def without_genre(title: str) -> tuple[str, str | None]:
    """A title without the genre that a bar sets apart at either end, and that genre; None when there is none."""
    genre: str | None = None
    if "|" not in title:
        return title, None
    if (front := _GENRE_FRONT.match(title)) and kicker.is_genre(front[1]):
        genre, title = front[1], title[front.end() :]
    if (end := _GENRE_END.search(title)) and kicker.is_genre(end[1]):
        genre, title = genre or end[1], title[: end.start()]
    return title, genre


def opens_with(title: str, kicker: str) -> bool:
    """Whether a title opens with a kicker that a colon, a dash or their like sets apart."""
    rest = title[len(kicker) :].lstrip()
    return title.startswith(kicker) and (rest[:1] in _MARKS or kicker.rstrip()[-1:] in _MARKS) and bool(rest)
