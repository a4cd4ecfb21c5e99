"""Where words of a language may be broken: the patterns of Pyphen, where it is installed.

The patterns of 40 languages weigh two megabytes and serve one option, so they are an extra (`hyphens`). Pyphen
reads the dictionaries that LibreOffice uses; its licence is GPL, LGPL or MPL, to choose.
"""

from functools import lru_cache
from importlib.util import find_spec

from tui.columns import Manner
from tui.wrap import Hyphens


def are_there() -> bool:
    """Whether the extra is installed."""
    return find_spec("pyphen") is not None


def manner_of(language: str | None, *, justify: bool, hyphenate: bool) -> Manner:
    """How an article in that language (BCP 47; None: unknown) is set."""
    return Manner(justify, hyphens_of(language) if hyphenate and language else None)


@lru_cache(maxsize=8)
def hyphens_of(language: str) -> Hyphens | None:
    """Where words of the language may be broken; None: no patterns for it, or the extra is not installed."""
    if not are_there():
        return None
    from pyphen import Pyphen, language_fallback

    known = language_fallback(language)
    if known is None:
        return None
    patterns = Pyphen(lang=known)

    @lru_cache(maxsize=4096)
    def places(word: str) -> tuple[int, ...]:
        return tuple(place for place in patterns.positions(word) if 2 <= place <= len(word) - 3)

    return places
