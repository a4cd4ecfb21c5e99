"""What the trained model is told about each word: its letters, its neighbours, the lists, and what the rules say.

The model can learn when to overrule the rules only because their answer is one of its features. Training and
reading both build the features here, so that they can never differ. Names of features are short, since each
stands in the model file thousands of times.
"""

from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct

from parsers.entities.gazetteer import Gazetteer, gazetteer, spoken
from parsers.entities.runs import phrase_end
from parsers.entities.survey import Document, Island, Marked
from parsers.entities.tokens import Token
from parsers.entities.towns import Towns, towns_in

_REMEMBERED = 20_000
_KINDS = {"PERSON": "P", "ORG": "O", "GPE": "G", "LOC": "L", "NORP": "N", "FAC": "F", "EVENT": "E"}


class Word(Struct, frozen=True, gc=False):
    """What is known about a word wherever it stands."""

    lower: str = ""
    shape: str = ""
    lists: str = ""
    """A letter or two for each list that holds it."""
    cluster: str = ""
    """The fine and, in its first three letters, the coarse group of words that stand in like places."""
    own: tuple[str, ...] = ()
    """The features of the word itself."""


_NO_WORD = Word()


class Extractor:
    """Builds the features of a document's islands; remembers what it knows of each word."""

    def __init__(self, clusters: Mapping[str, str], towns: Towns) -> None:
        self.known = gazetteer()
        self.towns = towns
        self.clusters = clusters
        self.word = lru_cache(maxsize=_REMEMBERED)(self._word)

    def rows(self, text: Marked, island: Island, document: Document) -> list[list[str]]:
        """For each token of an island the names of its features."""
        tokens = text.reading.tokens
        around = range(max(0, island.start - 2), min(len(tokens), island.end + 2))
        words = {at: self.word(tokens[at].text) for at in around}
        phrases = self._phrases(tokens, island)
        towns = towns_in(tokens, island, self.towns, self.known)
        runs = _runs(tokens, island)
        rows: list[list[str]] = []
        for at in range(island.start, island.end):
            word = words[at]
            row = ["b", *word.own]
            row += _of_rules(text, at, word)
            row += _of_neighbours(words, at)
            row += _of_document(tokens, at, document, text.labels[at])
            row += _of_phrase(phrases.get(at, ""), text.labels[at])
            if at in towns:
                row += _of_town(towns[at], word, words.get(at - 1, _NO_WORD), text.labels[at])
            if at in runs:
                row += self._of_run(tokens, at, runs[at], words)
            rows.append(row)
        rows[0].append("bos")
        rows[-1].append("eos")
        return rows

    def _word(self, text: str) -> Word:
        lower = text.lower()
        shape, lists, cluster = _shape(text), _lists(text, lower, self.known), self.clusters.get(lower, "")
        own = [f"w={lower}", f"W={text}", f"s={shape}", f"l={lists}", f"n={min(len(text), 9)}"]
        own += [f"2={lower[-2:]}", f"3={lower[-3:]}", f"4={lower[-4:]}", f"<={lower[:3]}", f"<4={lower[:4]}"]
        own += [f"L={letter}" for letter in lists]
        if cluster:
            own += [f"k={cluster}", f"k3={cluster[:3]}"]
        if "-" in text:
            own.append("hyphen")
        return Word(lower, shape, lists, cluster, tuple(own))

    def _phrases(self, tokens: list[Token], island: Island) -> dict[int, str]:
        """Tokens of the island that stand in a known name → where in it, its type and length."""
        names = self.known.names
        found: dict[int, str] = {}
        at = island.start
        while at < island.end:
            end = phrase_end(tokens, at, self.known)
            if end > at:
                key = spoken(tokens, at, end)
                name = names.get(key) or names.get(key + " 's") or names.get(key.title())
                kind = (name[0] if name else "?") + str(min(end - at, 3))
                for n in range(at, end):
                    found[n] = ("B" if n == at else "I") + kind
            at = max(end, at + 1)
        return found

    def _of_run(self, tokens: list[Token], at: int, run: Island, words: dict[int, Word]) -> list[str]:
        """The run of capitals that the word stands in: its first and last word, and those around it."""
        start, end = run.start, run.end
        first, last = words[start], words[end - 1]
        before = self.word(tokens[start - 1].text) if start else _NO_WORD
        after = self.word(tokens[end].text) if end < len(tokens) else _NO_WORD
        length, is_last = min(end - start, 4), end - 1 == at
        shapes = "|".join([words[n].shape for n in range(start, min(end, start + 4))])
        lists = "|".join([words[n].lists for n in range(start, min(end, start + 4))])
        return [
            f"rn={min(at - start, 3)}/{min(end - start, 5)}",
            f"hd={last.lower}",
            f"hl={last.lists}|{is_last}",
            f"ld={first.lower}",
            f"bf={before.lower}",
            f"af={after.lower}",
            f"bl={before.lists}|{length}",
            f"al={after.lists}|{length}",
            f"rsh={shapes}",
            f"rls={lists}|{min(at - start, 3)}",
            f"poss={tokens[end - 1].possessive}|{is_last}",
        ]


def _of_rules(text: Marked, at: int, word: Word) -> list[str]:
    labels, token = text.labels, text.reading.tokens[at]
    label = labels[at]
    before = labels[at - 1] if at else ""
    after = labels[at + 1] if at + 1 < len(labels) else ""
    place = ("1" if token.first else "0") + text.reading.case[0]
    features = [
        f"r={label}",
        f"R={label}|{text.rules[at]}",
        f"r-={before}",
        f"r+={after}",
        f"r-0={before}|{label}",
        f"r0+={label}|{after}",
        f"r3={before}|{label}|{after}",
        f"rf={label}|{place}",
        f"rl={label}|{word.lists}",
        f"rs={label}|{word.shape}",
        f"rw={label}|{word.lower}",
        f"f={place}",
        f"fs={place}|{word.shape}",
        f"fl={place}|{word.lists}",
    ]
    if token.possessive:
        features.append("poss")
    if at and text.reading.tokens[at - 1].possessive:
        features.append("after_poss")
    return features


def _of_neighbours(words: dict[int, Word], at: int) -> list[str]:
    word = words[at]
    before, after = words.get(at - 1, _NO_WORD), words.get(at + 1, _NO_WORD)
    before2, after2 = words.get(at - 2, _NO_WORD), words.get(at + 2, _NO_WORD)
    features = [
        f"p={before.lower}",
        f"n={after.lower}",
        f"pp={before2.lower}",
        f"nn={after2.lower}",
        f"pl={before.lists}",
        f"nl={after.lists}",
        f"ppl={before2.lists}",
        f"nnl={after2.lists}",
        f"plw={before.lists}|{word.lists}",
        f"wln={word.lists}|{after.lists}",
        f"plwn={before.lists}|{word.lists}|{after.lists}",
        f"ps={before.shape}",
        f"ns={after.shape}",
        f"psn={before.shape}|{word.shape}|{after.shape}",
    ]
    coarse = word.cluster[:3]
    if before.cluster:
        features += [f"pk={before.cluster}", f"pk3={before.cluster[:3]}", f"pkw={before.cluster[:3]}|{coarse}"]
    if after.cluster:
        features += [f"nk={after.cluster}", f"nk3={after.cluster[:3]}", f"nkw={after.cluster[:3]}|{coarse}"]
    return features


def _of_document(tokens: list[Token], at: int, document: Document, label: str) -> list[str]:
    """What the rest of the document says about the word."""
    token = tokens[at]
    kind = document.types.get(token.text, "")
    before = document.types.get(tokens[at - 1].text, "") if at else ""
    seen = (token.text in document.families, token.text.lower() in document.small, token.text in document.inner)
    return [f"d={kind}|{label}", f"dp={before}|{kind}", "ds={}{}{}|{}".format(*map(int, seen), int(token.first))]


def _of_phrase(phrase: str, label: str) -> list[str]:
    return [f"ph={phrase}", f"phr={phrase}|{label}"]


def _of_town(town: str, word: Word, before: Word, label: str) -> list[str]:
    return [f"tn={town}", f"tnr={town}|{label}", f"tnl={town}|{word.lists}", f"tnp={town}|{before.lower}"]


def _runs(tokens: list[Token], island: Island) -> dict[int, Island]:
    """Each capitalised token of an island → the unbroken run of capitals that it stands in."""
    runs: dict[int, Island] = {}
    at = island.start
    while at < island.end:
        stop = at
        while stop < island.end and tokens[stop].capital:
            stop += 1
            if tokens[stop - 1].possessive:
                break
        run = Island(at, stop)
        runs.update((n, run) for n in range(at, stop))
        at = max(stop, at + 1)
    return runs


def _shape(text: str) -> str:
    """Capitals as X, small letters as x, digits as 9, at most two of a kind in a row: "McDonald" is XxXxx."""
    out: list[str] = []
    for c in text:
        kind = "X" if c.isupper() else "x" if c.isalpha() else "9" if c.isdigit() else c
        if out[-2:] != [kind, kind]:
            out.append(kind)
    return "".join(out)


def _lists(text: str, lower: str, known: Gazetteer) -> str:
    """A letter or two for each list that holds the word."""
    plain = lower.rstrip(".")
    name = known.names.get(text)
    found = [
        "g" if text in known.given else "",
        "s" if text in known.surnames else "",
        "w" if lower in known.words else "",
        "h" if plain in known.honorifics else "t" if plain in known.offices else "c" if plain in known.callings else "",
        "m" if plain in known.modifiers else "",
        "p" if plain in known.portfolios else "",
        _KINDS.get(name[0], "") if name else "",
        "C" if text in known.countries else "",
    ]
    for place in ("last", "first", "before", "after"):
        kind = known.heads[place].get(text)
        if kind:
            found.append(place[0] + _KINDS[kind].lower())
    groups = ("particle", "speech", "locative", "compass", "function", "not_a_name", "acts")
    found += ["." + group[:2] for group in groups if text in known.groups[group]]
    return "".join(found)
