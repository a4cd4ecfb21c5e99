"""Breadcrumbs: "Home > World > Europe", and what becomes of them in a paste: "HomeWorldEuropeThe headline".

Copying drops the separators, so a glued breadcrumb is told by the headline at its end and by a capital inside words.
"""

import re
from functools import lru_cache

from parsers.news import sentence
from parsers.news.phrases import whole

_HOME = whole("""
    home|homepage|home page|start|startseite|accueil|inicio|início|hem|hjem|forside|etusivu|strona główna
    главная|головна|ana sayfa|anasayfa|الرئيسية|ホーム|首页|首頁|홈
""")
_SEPARATOR = re.compile(r"\s*(?:[>›»→|]|\s/\s|::|\\)\s*")
_ARROW = re.compile(r"\w\s*[>›»→]\s*\w")
_LEVEL = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\xa0": " "})
_SEAM = re.compile(r"(?<=[a-zß-ÿ0-9.)])(?=[A-ZÀ-Þ])")


def read(text: str, title: str | None) -> tuple[str, ...]:
    """The steps of a breadcrumb line, from the home page down, without the headline; () when it is not one."""
    parts = [part for part in _SEPARATOR.split(text.strip(" >›»→|/")) if part]
    if len(parts) >= 2 and all(sentence.words(part) <= 5 for part in parts[:-1]) and not sentence.ends_sentence(text):
        if title and same(parts[-1], title):
            return tuple(parts[:-1])
        if _HOME.match(parts[0]) or (len(parts) >= 3 and _ARROW.search(text)):
            return tuple(parts)
    return glued(text, title) if title else ()


def glued(text: str, title: str) -> tuple[str, ...]:
    """The steps of a breadcrumb whose separators were lost and whose end is the headline; () otherwise."""
    before = _without_title(text, title)
    if before is None:
        return ()
    parts = [part.strip() for part in _SEAM.split(before) if part.strip()]
    if not parts or any(sentence.words(part) > 4 or sentence.ends_sentence(part) for part in parts):
        return ()
    return tuple(parts)


def same(a: str, b: str) -> bool:
    """Whether two texts are one headline, by their letters and digits."""
    return sentence.comparable(a) == sentence.comparable(b)


def _without_title(text: str, title: str) -> str | None:
    """What stands before the title at the end of the text, quotes and apostrophes levelled; None if it is not there."""
    if len(text) <= len(title):  # levelled, no text is shorter than before
        return None
    whole, end = _levelled(text), _levelled(title)
    if len(whole) != len(text) or not whole.endswith(end) or len(whole) == len(end):
        return None
    return text[: len(whole) - len(end)]


@lru_cache(maxsize=sentence.REMEMBERED)
def _levelled(text: str) -> str:
    return text.translate(_LEVEL).casefold()
