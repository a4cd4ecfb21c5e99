"""The lists of names and words that the rules know, read once from the package when first asked for.

Without them "Leuven" and "Lavrov" look the same. The lists are facts written for this project (each file says
so in its first line), kept as plain text so that adding a name is adding a word.
"""

import unicodedata
from functools import cache
from importlib.resources import files
from typing import cast

from msgspec import Struct

from parsers.article import EntityType
from parsers.entities.tokens import Token, tokenise


class Gazetteer(Struct, frozen=True):
    """Everything that is known about names before a page is read."""

    names: dict[str, tuple[EntityType, str]]
    """A name as tokens joined by spaces → its type and the canonical name of its referent."""
    longest: dict[str, int]
    """First token of a name → number of tokens of the longest name that begins so."""
    countries: frozenset[str]
    """Countries under all their names: no ordinary words, whatever their spelling."""
    shared: frozenset[str]
    """Names, by their keys, that several bodies bear ("PSA"): to be marked, but nobody's alone."""
    peoples: dict[str, str]
    """A people or adjective, in lower case → its country ("kenyans" → "Kenya")."""
    given: frozenset[str]
    surnames: frozenset[str]
    words: frozenset[str]
    """Words that English writes in lower case."""
    honorifics: frozenset[str]
    offices: frozenset[str]
    callings: frozenset[str]
    modifiers: frozenset[str]
    portfolios: frozenset[str]
    short_names: dict[str, frozenset[str]]
    """A short given name → the names it may stand for, in lower case."""
    groups: dict[str, frozenset[str]]
    """Small groups of words that a rule asks for by name (word_groups.txt)."""
    heads: dict[str, dict[str, EntityType]]
    """Where it stands in the name ("last", "first", "of", "after", "before") → head word → type."""

    def is_title(self, word: str) -> bool:
        """Whether a word, in lower case and without its point, names an office or calling or is an honorific."""
        return word in self.offices or word in self.honorifics or word in self.callings


    def alike(self, one: str, other: str) -> bool:
        """Whether one given name, in lower case, is a short form of the other."""
        return other in self.short_names.get(one, ()) or one in self.short_names.get(other, ())


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer; read from package data at the first call (about 30 ms), the same object ever after."""
    names, shared, countries, peoples = _names()
    longest: dict[str, int] = {}
    for key in names:
        first, *rest = key.split(" ")
        if longest.get(first, 0) <= len(rest):
            longest[first] = len(rest) + 1
    titles = _sections("titles.txt")
    return Gazetteer(
        names=names,
        longest=longest,
        countries=countries,
        shared=shared,
        peoples=peoples,
        given=_people_words("given_names.txt"),
        surnames=_people_words("surnames.txt"),
        words=_words("words.txt"),
        honorifics=frozenset(word.casefold() for word in titles["honorific"]),
        offices=titles["head"],
        callings=titles["calling"],
        modifiers=titles["modifier"],
        portfolios=titles["portfolio"],
        short_names=_sections("short_names.txt"),
        groups=_sections("word_groups.txt"),
        heads=_heads(),
    )


def key_of(text: str) -> str:
    """The form under which a name is looked up: its tokens joined by spaces, straight apostrophes."""
    if text.replace(" ", "").isalpha():
        return text
    tokens: list[str] = []
    for token in tokenise(text):
        tokens.append(token.text)
        if token.possessive:
            tokens.append("'s")
    return " ".join(tokens).replace("’", "'")


def spoken(tokens: list[Token], start: int, end: int) -> str:
    """The key of a stretch of tokens, as `key_of` would build it from their text."""
    if end == start + 1:
        return tokens[start].text.replace("’", "'")
    pieces: list[str] = []
    for n in range(start, end):
        pieces.append(tokens[n].text)
        if tokens[n].possessive and n + 1 < end:
            pieces.append("'s")
    return " ".join(pieces).replace("’", "'")


def _read(name: str) -> list[str]:
    text = files("parsers.entities").joinpath("data", name).read_text("utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


def _words(name: str) -> frozenset[str]:
    return frozenset(word for line in _read(name) for word in line.split())


def _people_words(name: str) -> frozenset[str]:
    """The words of a list of people's names, with accents and, as many pages write them, without."""
    words = _words(name)
    return words | {_unaccented(word) for word in words if not word.isascii()}


def _unaccented(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def _sections(name: str) -> dict[str, frozenset[str]]:
    """Lines "section: word word …" as section → words."""
    found: dict[str, frozenset[str]] = {}
    for line in _read(name):
        section, _, words = line.partition(":")
        found[section] = found.get(section, frozenset()) | frozenset(words.split())
    return found


def _heads() -> dict[str, dict[str, EntityType]]:
    heads: dict[str, dict[str, EntityType]] = {}
    for section, words in _sections("heads.txt").items():
        kind, _, place = section.partition(" ")
        for word in words:
            heads.setdefault(place, {}).setdefault(word, cast(EntityType, kind))
    return heads


def _names() -> tuple[dict[str, tuple[EntityType, str]], frozenset[str], frozenset[str], dict[str, str]]:
    """All names; where lists disagree the later one wins: cities, regions, organisations, countries."""
    names: dict[str, tuple[EntityType, str]] = {}
    shared: set[str] = set()
    for file in ("cities.txt", "regions.txt", "organisations.txt"):
        for line in _read(file):
            section, _, entries = line.partition(": ")
            kind = cast(EntityType, "GPE" if file == "cities.txt" else section.removesuffix(" shared"))
            if section.endswith(" shared"):
                shared.update(map(key_of, entries.split("; ")))
            for entry in entries.split("; "):
                variants = entry.split("|")
                for variant in variants:
                    names[key_of(variant)] = (kind, variants[0])
    countries: set[str] = set()
    peoples: dict[str, str] = {}
    for line in _read("countries.tsv"):
        name, variants_of, people_of = line.split("\t")
        people = people_of.split("|") if people_of else []
        for variant in [name, *(variants_of.split("|") if variants_of else [])]:
            names[key_of(variant)] = ("GPE", name)
            countries.add(key_of(variant))
        for person in people:
            names[key_of(person)] = ("NORP", people[0])
            peoples.setdefault(person.casefold(), name)
    return names, frozenset(shared), frozenset(countries), peoples
