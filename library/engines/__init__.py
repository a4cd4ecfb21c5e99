"""Recognisers from outside: an engine that a reader has installed finds the names instead of the built-in one.

An engine is a function that a distribution names in the entry point group `newsreader.recognisers`. It takes what
stands behind the colon of the setting ("spacy:en_core_web_sm" → "en_core_web_sm") and returns a
`parsers.entities.Recogniser`. The steps on the whole document and across articles run after any of them. Two come with
the newsreader (spacy.py, gliner.py); the packages and models they need are the reader's to install, and nothing is
ever downloaded.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points
from typing import TYPE_CHECKING, cast

from library.errors import EngineError

if TYPE_CHECKING:
    from parsers.entities import Recogniser

GROUP = "newsreader.recognisers"
BUILT_IN = "builtin"


@lru_cache(maxsize=1)
def engine(setting: str) -> Recogniser | None:
    """The recogniser that a setting names: "name" or "name:model"; None for the built-in one ("" or "builtin").

    Loading takes as long as the engine takes, so the last one is kept. Raises EngineError, which names what is missing
    and the remedy.
    """
    name, _, model = setting.partition(":")
    if name in ("", BUILT_IN):
        return None
    installed = _installed()
    if name not in installed:
        raise EngineError(_unknown(name, (BUILT_IN, *installed)))
    try:
        recogniser = installed[name].load()(model)
    except EngineError:
        raise
    except Exception as error:  # the engine is foreign code: whatever it raises is its answer
        told = f"The entity engine {setting} does not start ({error}). Check that all it needs is installed."
        raise EngineError(told) from error
    if not callable(getattr(recogniser, "find", None)):
        raise EngineError(f"The entity engine {name} is no recogniser: it has no `find`. Ask its author.")
    return cast("Recogniser", recogniser)


def identity(setting: str) -> str:
    """What marks articles as read by this engine: the setting and the version of its distribution.

    "" for the built-in one, and for an engine that is not installed the setting alone.
    """
    name = setting.partition(":")[0]
    if name in ("", BUILT_IN):
        return ""
    point = _installed().get(name)
    return f"{setting} {point.dist.version}" if point is not None and point.dist is not None else setting


def names() -> tuple[str, ...]:
    """The engines that can be named in the configuration, the built-in one first."""
    return (BUILT_IN, *_installed())


def _installed() -> dict[str, EntryPoint]:
    return {point.name: point for point in sorted(entry_points(group=GROUP), key=lambda point: point.name)}


def _unknown(name: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches  # only for the message

    near = get_close_matches(name, known, n=1, cutoff=0.0)[0]
    return f"There is no entity engine {name}. The nearest that is installed is {near}; all: {', '.join(known)}."
