"""Recognisers from outside: an engine that a reader has installed finds the names instead of the built-in one.

An engine is a function that a distribution names in the entry point group `newsreader.recognisers`. It takes what
stands behind the colon of the setting ("spacy:en_core_web_sm" → "en_core_web_sm") and returns a
`parsers.entities.Recogniser`. The steps on the whole document and across articles run after any of them. Two come with
the newsreader (spacy.py, gliner.py); the packages and models they need are the reader's to install, and nothing is
ever downloaded.
"""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from library.errors import EngineError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from parsers.article import AnnotatedArticle, Article
    from parsers.entities import Recogniser

GROUP = "newsreader.recognisers"
BUILT_IN = "builtin"


_chosen = ""


def use(setting: str) -> None:
    """Makes this engine the one of the whole program, once, at its start: "" or "builtin" is the built-in one.

    It is loaded when the first article is annotated. Raises EngineError when none of that name is installed.
    """
    global _chosen
    _entry_point(setting)
    _chosen = setting


def annotated(article: Article) -> AnnotatedArticle:
    """The article as the engine in use annotates it; what that fails at, the built-in one does.

    Raises EngineError when the engine in use does not start.
    """
    from parsers import annotate

    recogniser = engine(_chosen)
    if recogniser is not None:
        from parsers.entities import annotate as annotate_with

        # A recogniser never raises, says the protocol; this one is foreign code, and the article matters more.
        with suppress(Exception):
            return annotate_with(article, recogniser)
    return annotate(article)


@lru_cache(maxsize=1)
def engine(setting: str) -> Recogniser | None:
    """The recogniser that a setting names: "name" or "name:model"; None for the built-in one ("" or "builtin").

    Loading takes as long as the engine takes, so the last one is kept. Raises EngineError, which names what is missing
    and the remedy.
    """
    point = _entry_point(setting)
    if point is None:
        return None
    try:
        recogniser = point.load()(setting.partition(":")[2])
    except EngineError:
        raise
    except Exception as error:  # the engine is foreign code: whatever it raises is its answer
        told = f"The entity engine {setting} does not start ({error}). Check that all it needs is installed."
        raise EngineError(told) from error
    if not callable(getattr(recogniser, "find", None)):
        raise EngineError(f"The entity engine {point.name} is no recogniser: it has no `find`. Ask its author.")
    return cast("Recogniser", recogniser)


def identity() -> str:
    """What marks articles as read by the engine in use: its setting and the version of its distribution.

    "" for the built-in one.
    """
    point = _entry_point(_chosen)
    if point is None:
        return ""
    return f"{_chosen} {point.dist.version}" if point.dist is not None else _chosen


def names() -> tuple[str, ...]:
    """The engines that can be named in the configuration, the built-in one first."""
    return (BUILT_IN, *_installed())


def _entry_point(setting: str) -> EntryPoint | None:
    """None: the built-in engine. Raises EngineError for a name that nobody has."""
    name = setting.partition(":")[0]
    if name in ("", BUILT_IN):
        return None
    installed = _installed()
    if name not in installed:
        raise EngineError(_unknown(name, (BUILT_IN, *installed)))
    return installed[name]


def _installed() -> dict[str, EntryPoint]:
    from importlib.metadata import entry_points  # ten milliseconds that only other engines cost

    return {point.name: point for point in sorted(entry_points(group=GROUP), key=lambda point: point.name)}


def _unknown(name: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches  # only for the message

    near = get_close_matches(name, known, n=1, cutoff=0.0)[0]
    return f"There is no entity engine {name}. The nearest that is installed is {near}; all: {', '.join(known)}."
