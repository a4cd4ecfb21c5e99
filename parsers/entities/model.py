"""The trained recogniser: a linear-chain conditional random field that reads over the rules' shoulder.

The rules know what is certain; the weights know how often they are wrong, and what to do about it. The model tells
people, organisations, places and peoples apart; dates, amounts, events and the kinds of place come from the rules.
tests/benchmarks/train_entities.py makes the weights, data/MODEL.md says from what.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from struct import unpack
from zlib import crc32

from msgspec import Struct, msgpack

from parsers.article import EntityType
from parsers.entities.decode import Row, best_path, probabilities
from parsers.entities.features import Extractor
from parsers.entities.gazetteer import gazetteer
from parsers.entities.recogniser import Context, Found
from parsers.entities.rules import Reading, read
from parsers.entities.settle import PLACES, WORK, settled
from parsers.entities.survey import Document, Island, Marked, marked, survey
from parsers.entities.towns import Towns

# The byte of a row that means "says nothing about this label".
ZERO = 128


class Packed(Struct, frozen=True):
    """The weights as they lie in the file: small, and read in a few milliseconds."""

    labels: list[str]
    """O, B-PER, I-PER …: the order of all rows."""
    steps: list[Row]
    """The score of each label behind each other."""
    unit: float
    """What one step of a row's byte is worth."""
    keys: bytes
    """CRC-32 of the names of the features, four bytes each, little-endian."""
    rows: bytes
    """For each key one byte a label; ZERO says nothing."""
    clusters: dict[str, str]
    """A group of words that stand in like places → its words, in lower case, separated by spaces."""
    towns: tuple[bytes, bytes] = (b"", b"")
    """The large and the small towns of the world, as towns.py packs them."""
    slope: float = 1.0
    """What the log odds of a name are multiplied by, so that its score is the share of such names that are right."""


class Weights(Struct, frozen=True):
    """The weights as they are used."""

    labels: list[str]
    steps: list[Row]
    unit: float
    places: dict[int, int]
    """CRC-32 of a feature's name → where its row begins."""
    rows: bytes
    clusters: dict[str, str]
    """Word → its group."""
    towns: Towns
    slope: float


def unpacked(packed: Packed) -> Weights:
    width = len(packed.labels)
    keys = unpack(f"<{len(packed.keys) // 4}I", packed.keys)
    places = dict(zip(keys, range(0, width * len(keys), width), strict=True))
    clusters = {word: cluster for cluster, words in packed.clusters.items() for word in words.split(" ")}
    towns = Towns.read(*packed.towns)
    return Weights(packed.labels, packed.steps, packed.unit, places, packed.rows, clusters, towns, packed.slope)


@cache
def weights() -> Weights:
    """The shipped weights; read at the first call, the same object ever after."""
    data = files("parsers.entities").joinpath("data", "model.msgpack").read_bytes()
    return unpacked(msgpack.decode(data, type=Packed))


@cache
def _shipped_extractor() -> Extractor:
    return Extractor(weights().clusters, weights().towns)


class Model:
    """The trained recogniser; implements `Recogniser`."""

    name = "model"
    languages = frozenset(["en"])

    def __init__(self, trained: Weights | None = None) -> None:
        """None takes the weights that ship with the package."""
        self._weights = trained or weights()
        self._extractor = Extractor(trained.clusters, trained.towns) if trained else _shipped_extractor()

    def find(self, texts: Sequence[str], context: Context) -> list[list[Found]]:
        readings = [read(text, context) for text in texts]
        read_by_rules = [marked(reading) for reading in readings]
        document = survey(read_by_rules)
        return [self._names(text, document) for text in read_by_rules]

    def _names(self, text: Marked, document: Document) -> list[Found]:
        found: list[Found] = []
        for island in text.islands:
            rows = self._extractor.rows(text, island, document)
            found.extend(self._decoded(text.reading, island, [self._scores(row) for row in rows]))
        return settled(found, text.reading, document)

    def _scores(self, features: list[str]) -> Row:
        """The score of each label for one token: the sum of its features' rows."""
        places, rows, width = self._weights.places, self._weights.rows, len(self._weights.labels)
        found = [places.get(crc32(feature.encode("utf-8", "replace"))) for feature in features]
        held = [rows[at : at + width] for at in found if at is not None]
        if not held:
            return [0.0] * width
        zero, unit = ZERO * len(held), self._weights.unit
        return [(total - zero) * unit for total in map(sum, zip(*held, strict=True))]

    def _decoded(self, reading: Reading, island: Island, scores: list[Row]) -> list[Found]:
        """The names of an island; works, awards and the like (MISC) are marked as found by "work"."""
        path = best_path(scores, self._weights.steps)
        if not any(path):
            return []
        sure = probabilities(scores, self._weights.steps)
        names = [self._weights.labels[label] for label in path]
        tokens = reading.tokens[island.start : island.end]
        found: list[Found] = []
        at = 0
        while at < len(names):
            end = at + 1
            kind = names[at][2:]
            while kind and end < len(names) and names[end] == "I-" + kind:
                end += 1
            if kind:
                score = _calibrated(min(sure[n][path[n]] for n in range(at, end)), self._weights.slope)
                type_ = _TYPES.get(kind) or _kind_of_place([token.text for token in tokens[at:end]])
                by = WORK if kind == "MISC" else self.name
                found.append(Found(tokens[at].start, tokens[end - 1].end, type_, round(score, 3), by))
            at = end
        return found


def _calibrated(probability: float, slope: float) -> float:
    """Platt scaling without an offset (Platt, 1999): such models are right less often than they think."""
    return 1 / (1 + ((1 - probability) / probability) ** slope) if 0 < probability < 1 else probability


_TYPES: dict[str, EntityType] = {"PER": "PERSON", "ORG": "ORG", "NORP": "NORP", "MISC": "EVENT"}


def _kind_of_place(words: list[str]) -> EntityType:
    """GPE, LOC or FAC, by the lists and by the words that make a name one of them."""
    known = gazetteer()
    name = known.names.get(" ".join(words))
    if name is not None and name[0] in PLACES:
        return name[0]
    for place, word in (("last", words[-1]), ("first", words[0])):
        kind = known.heads[place].get(word)
        if kind in ("LOC", "FAC") and len(words) > 1:
            return kind
    return "GPE"
