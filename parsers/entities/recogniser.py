"""What a recogniser is: texts in, names found out. A trained model and the rules stand behind the same door.

Without this small protocol the steps that look at a whole document (one referent, one entity) would be written
once for the rules and again for every model after them.
"""

from collections.abc import Sequence
from typing import Literal, Protocol

from msgspec import Struct

from parsers.article import EntityType

TextKind = Literal["title", "dek", "heading", "caption", "body"]


class Found(Struct, frozen=True):
    """A name that a recogniser found in one text, before anything is known about its referent."""

    start: int
    end: int
    type: EntityType
    score: float
    """0 to 1: how sure the recogniser is."""
    found_by: str
    """The recogniser or rule that found it."""


class Context(Struct, frozen=True):
    """What is known about the texts of a document besides their words."""

    kinds: tuple[TextKind, ...]
    """One for each text, in the same order."""
    language: str | None = None
    """BCP 47; None when unknown."""

    @property
    def is_english(self) -> bool:
        """True when the language is English or not known."""
        return self.language is None or self.language.casefold().split("-")[0] in ("en", "eng", "english")


def serves(recogniser: "Recogniser", context: Context) -> bool:
    """Whether the recogniser knows the language of the texts; one that nobody stated is taken for English."""
    language = "en" if context.is_english else str(context.language).casefold().split("-")[0]
    return not recogniser.languages or language in recogniser.languages


class Recogniser(Protocol):
    """Finds names in the texts of one document.

    `find` returns one list for each text, each sorted by start and free of overlaps, with offsets into that
    text. It never raises, whatever the texts.
    """

    @property
    def name(self) -> str: ...

    @property
    def languages(self) -> frozenset[str]:
        """The languages (ISO 639-1) it was made for; empty: any. Texts in others are never given to it."""

    def find(self, texts: Sequence[str], context: Context) -> list[list[Found]]: ...
