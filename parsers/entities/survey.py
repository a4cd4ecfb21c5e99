"""What the rules' reading of a document tells the trained model: where names may stand, and who is known already.

The model reads only the stretches that may hold names, which is why it costs little more than the rules alone.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from msgspec import Struct

from parsers.entities.gazetteer import Gazetteer, gazetteer
from parsers.entities.rules import Reading
from parsers.entities.tokens import Token

_LINKS = frozenset(
    ["of", "the", "for", "and", "on", "in", "at", "to", "&", "-", "–", "/", "'", "’", "'s", "a", "et", "o", "."]
)
_MOST_LINKS = 3
_NOTHING = "O"


class Island(Struct, frozen=True):
    """Tokens [start, end) that may hold names; what lies between islands is certainly none."""

    start: int
    end: int


class Marked(Struct, frozen=True):
    """A text as the rules left it."""

    reading: Reading
    labels: list[str]
    """For each token "B-" or "I-" and the type of the rules' name, or "O"."""
    rules: list[str]
    """For each token the rule that named it, or ""."""
    islands: list[Island]


class Document(Struct, frozen=True):
    """What the texts of a document say together about each of its words."""

    types: dict[str, str]
    """A word → the type of the names that the rules find it in."""
    families: frozenset[str]
    """Last words of people's full names."""
    small: frozenset[str]
    """Words that stand in lower case somewhere."""
    inner: frozenset[str]
    """Words that have a capital somewhere that is not the beginning of a sentence."""


def marked(reading: Reading) -> Marked:
    """The rules' names as labels of tokens, and the islands around them."""
    labels, rules = [_NOTHING] * len(reading.tokens), [""] * len(reading.tokens)
    at = 0
    for one in reading.found:
        while at < len(reading.tokens) and reading.tokens[at].start < one.start:
            at += 1
        lead = "B-"
        while at < len(reading.tokens) and reading.tokens[at].start < one.end:
            labels[at], rules[at] = lead + one.type, one.found_by.removeprefix("rules:")
            lead = "I-"
            at += 1
    return Marked(reading, labels, rules, _islands(reading.tokens, labels))


def _islands(tokens: list[Token], labels: list[str]) -> list[Island]:
    """The stretches in which names may stand: words with a capital, and the small words between two of them."""
    known = gazetteer()
    found: list[Island] = []
    for at, token in enumerate(tokens):
        if labels[at] == _NOTHING and token.text.islower() | (not token.text[0].isalnum()):
            continue
        if labels[at] == _NOTHING and not any(map(str.isupper, token.text)):
            continue
        last = found[-1].end if found else -_MOST_LINKS - 1
        if at - last <= _MOST_LINKS and all(_links(tokens[n], known) for n in range(last, at)):
            found[-1] = Island(found[-1].start, at + 1)
        else:
            found.append(Island(_with_particles(tokens, at, known), at + 1))
    return found


def _with_particles(tokens: list[Token], at: int, known: Gazetteer) -> int:
    """The start of an island that begins with the particles before `at`: "bin Laden", "van der Bellen"."""
    start = at
    while start and at - start < _MOST_LINKS and _is_particle(tokens[start - 1].text, known):
        start -= 1
    return start


def _is_particle(word: str, known: Gazetteer) -> bool:
    return word in known.groups["particle"] and word not in known.words


def _links(token: Token, known: Gazetteer) -> bool:
    return token.text in _LINKS or token.text in known.groups["particle"] or token.text.isdigit()


def survey(texts: Sequence[Marked]) -> Document:
    """What the rules' readings of all texts of a document say together."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    families: set[str] = set()
    small: set[str] = set()
    inner: set[str] = set()
    for text in texts:
        labels = [*text.labels, _NOTHING]
        trusted = text.reading.case == "sentence"
        for at, token in enumerate(text.reading.tokens):
            if not token.capital:
                small.add(token.text)
            elif not token.first and trusted:
                inner.add(token.text)
            if labels[at] != _NOTHING:
                # The later words of a name say more about it than its first: they are seldom there by chance.
                votes[token.text][labels[at][2:]] += 3 if labels[at][0] == "I" else 1
                if labels[at] == "I-PERSON" != labels[at + 1]:
                    families.add(token.text)
    types = {word: tally.most_common(1)[0][0] for word, tally in votes.items()}
    return Document(types, frozenset(families), frozenset(small), frozenset(inner))
