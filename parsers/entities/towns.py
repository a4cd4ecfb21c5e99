"""Towns of the world that the lists of names leave out: too many to take for certain, and most bear other names too.

Without them a town of 40,000 people is a surname to the model. They are kept beside its weights as checksums, so that
32,000 names cost milliseconds to read; one word in a hundred thousand has a town's checksum by chance.
"""

from collections.abc import Iterable
from struct import pack, unpack
from zlib import crc32

from msgspec import Struct

from parsers.entities.gazetteer import Gazetteer
from parsers.entities.places import folded
from parsers.entities.survey import Island
from parsers.entities.tokens import Token

# Thousands of people: a larger town is likelier to be meant.
_LARGE = 100
_LONGEST = 3


class Towns(Struct, frozen=True):
    """Names of towns as CRC-32 of their folded form."""

    large: frozenset[int] = frozenset()
    small: frozenset[int] = frozenset()

    @classmethod
    def read(cls, large: bytes, small: bytes) -> "Towns":
        """From four bytes a name, little-endian, as `pack_towns` gives them."""
        return cls(*(frozenset(unpack(f"<{len(some) // 4}I", some)) for some in (large, small)))


def pack_towns(towns: Iterable[tuple[str, int]]) -> tuple[bytes, bytes]:
    """The large and the small towns as bytes, from names and thousands of people."""
    large: set[int] = set()
    small: set[int] = set()
    for name, people in towns:
        (large if people >= _LARGE else small).add(_checksum(name))
    return _packed(large), _packed(small - large)


def _packed(marks: set[int]) -> bytes:
    return pack(f"<{len(marks)}I", *sorted(marks))


def towns_in(tokens: list[Token], island: Island, towns: Towns, known: Gazetteer) -> dict[int, str]:
    """Tokens of the island that stand in a town's name → where in it, its number of words, and whether it is large."""
    found: dict[int, str] = {}
    at = island.start
    while at < island.end:
        length, size = _town_at(tokens, at, island.end, towns, known) if tokens[at].capital else (0, "")
        for n in range(length):
            found[at + n] = f"{'I' if n else 'B'}{length}{size}"
        at += max(length, 1)
    return found


def _town_at(tokens: list[Token], at: int, end: int, towns: Towns, known: Gazetteer) -> tuple[int, str]:
    """The number of words of the longest town's name that begins at `at`, and its size; (0, "") for none."""
    for length in range(min(_LONGEST, end - at), 0, -1):
        if length == 1 and tokens[at].text.lower() in known.words:
            break
        mark = _checksum(" ".join([token.text for token in tokens[at : at + length]]))
        if mark in towns.large:
            return length, "T"
        if mark in towns.small:
            return length, "t"
    return 0, ""


def _checksum(name: str) -> int:
    return crc32(folded(name).encode("utf-8", "replace"))
