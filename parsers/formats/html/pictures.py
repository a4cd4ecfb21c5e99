"""Pictures: the largest file that an image element offers, and what it says the picture shows.

Pages load pictures late: `src` often holds a grey pixel, and the real address stands in one of a dozen attributes.
A page that was saved with its pictures names the copies in `src` alone, or writes them into it.
"""

import re
from hashlib import sha256
from typing import NamedTuple

from parsers.clean import clean_line
from parsers.dom import Element
from parsers.urls import absolutise, below_page

_SETS = ("srcset", "data-srcset", "data-lazy-srcset", "data-original-set")
_ALL_SETS = frozenset(_SETS)
_LATE = (
    "data-src", "data-original", "data-lazy-src", "data-lazy", "data-hi-res-src", "data-full-src", "data-img-src",
    "data-image", "data-url",
)  # fmt: skip
_ALL_LATE = frozenset(_LATE)
_PIXELS = re.compile(r"\s*(\d{1,6})")
_CANDIDATE = re.compile(r"(?<![^\s,])([^\s,]\S*)\s+(\d{1,6}(?:\.\d+)?)([wx])\b")
_STAND_IN = re.compile(r"blank|spacer|placeholder|transparent|pixel|1x1|lazy|loading", re.IGNORECASE)
# Shorter ones are what a page shows while it waits for the picture: measured ones have 80 to 2,000 characters.
_WRITTEN_IN = re.compile(rb"data:image/(?:png|jpe?g|gif|webp|avif|bmp);base64,[A-Za-z0-9+/=]{4000,}", re.IGNORECASE)
_ELSEWHERE = ("http:", "https:", "/")
_SMALL = 50  # pixels declared: icons, avatars, tracking pixels; a story's pictures are ten times as wide


class Picture(NamedTuple):
    src: str | None
    """Absolute; None when only its description is known."""
    alt: str
    """Clean; "" when the page gives none."""
    small: bool
    """An icon, an avatar or a drawing for decoration."""
    file: str | None = None
    """The saved page's own copy: see article.Figure.file."""


def read(element: Element, base: str | None) -> Picture | None:
    """The picture of an <img>, <picture> or <amp-img>; None when it has neither an address nor a description."""
    image = element
    sources: list[Element] = []
    if element.tag == "picture":
        inside = list(element.elements())
        image = next((one for one in inside if one.tag in ("img", "amp-img")), element)
        sources = [one for one in inside if one.tag == "source"]
    src = _address([image, *sources], base)
    alt = clean_line(image.get("alt"))
    file = _copy(image.get("src"))
    if not src and not alt and not file:
        return None
    sizes = [_pixels(image.get(name)) for name in ("width", "height")]
    small = any(size is not None and size < _SMALL for size in sizes) or ".svg" in (src or "")
    return Picture(src, alt, small, file)


def written_in(page: bytes, file: str) -> bytes | None:
    """The `data:` address of a picture that is written into a page; `file` is what `read` called it.

    None when the page holds no such picture: it is another page, or in an encoding that is not close to ASCII.
    """
    return next((found.group() for found in _WRITTEN_IN.finditer(page) if _name(found.group()) == file), None)


def _copy(src: str) -> str | None:
    """What `src` says when it names a file below the page, or holds the picture itself."""
    if src[:5].lower() == "data:":
        address = src.strip().encode("utf-8", "replace")
        return _name(address) if _WRITTEN_IN.fullmatch(address) else None
    if not src or src.startswith(_ELSEWHERE) or _stands_in(src):
        return None
    return below_page(src)


def _name(address: bytes) -> str:
    """Short, so that an article does not carry its pictures along."""
    return "data:" + sha256(address).hexdigest()[:32]


def _address(elements: list[Element], base: str | None) -> str | None:
    """The widest candidate of all sets; else the late address; else the plain one."""
    best, most = "", 0.0
    for element in elements:
        if _ALL_SETS.isdisjoint(element.attributes):
            continue
        for name in _SETS:
            listed = element.get(name)
            for url, size, unit in _CANDIDATE.findall(listed[:20_000]) if listed else ():
                # A density says less than a width: 2x of an unknown size.
                width = float(size) * (1000 if unit == "x" else 1)
                if width > most and not url.startswith("data:"):
                    best, most = url, width
    late = "" if _ALL_LATE.isdisjoint(elements[0].attributes) else _late(elements[0])
    for candidate in (best, late):
        if candidate and (url := absolutise(base, candidate.rstrip(","))):
            return url
    plain = elements[0].get("src")
    if plain and not _stands_in(plain) and (url := absolutise(base, plain.rstrip(","))):
        return url
    alone = (element.get(name).split(",")[0].split() for element in elements for name in _SETS)
    return next((url for words in alone if words and (url := absolutise(base, words[0]))), None)


def _stands_in(src: str) -> bool:
    """Whether an address shows nothing but that a picture will come: by the name of its file."""
    return src[:5].lower() == "data:" or _STAND_IN.search(src.rpartition("/")[2]) is not None


def _late(element: Element) -> str:
    """The address that a script would put into an image; "" when there is none."""
    return next((value for name in _LATE if (value := element.get(name)) and not value.startswith("data:")), "")


def _pixels(value: str) -> int | None:
    match = _PIXELS.match(value)
    return int(match[1]) if match and not value.rstrip().endswith("%") else None
