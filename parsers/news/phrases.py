"""Lists of words and phrases, written so that a person can read and extend them: one group to a line."""

import re
from collections.abc import Iterator
from typing import Generic, TypeVar

Kind = TypeVar("Kind")


def alternatives(lines: str) -> str:
    """The non-empty lines as one alternation, without surrounding group; each line may itself hold alternatives."""
    return "|".join(line.strip() for line in lines.strip().splitlines() if line.strip())


def whole(lines: str) -> re.Pattern[str]:
    """Matches a text that is one of the phrases from end to end, whatever its case."""
    return re.compile(f"(?:{alternatives(lines)})$", re.IGNORECASE)


def within(lines: str) -> re.Pattern[str]:
    """Finds any of the phrases anywhere in a text, whatever its case."""
    return re.compile(alternatives(lines), re.IGNORECASE)


def word_set(lines: str) -> frozenset[str]:
    """The words of a text, as a set: a lexicon that a person can read."""
    return frozenset(lines.split())


_OPENING = 3  # letters: enough to rule out nearly every phrase, and no phrase of the lists needs more
_WORD = re.compile(r"\w+")
_OPENINGS = re.compile(rf"\b\w{{1,{_OPENING}}}")
_LITERAL = re.compile(r"[^\\.^$*+?{}\[\]|()]+")
_NEVER = "(?!)"  # a pattern that nothing matches
_REPEATED = ("?", "*", "{")


def openings(text: str) -> set[str]:
    """The first letters of each word, in lower case: what decides cheaply which phrases a text cannot hold."""
    return set(_OPENINGS.findall(text.lower()))


class Search(Generic[Kind]):
    """Phrases of several kinds that are looked for together.

    A page has hundreds of lines and the lists hundreds of phrases: trying each on each was half of the time of
    labelling. Nearly all phrases open with known words, and only those are tried whose first words the text holds.
    """

    def __init__(self, *kinds: tuple[Kind, str]) -> None:
        self._phrases: list[tuple[Kind, tuple[str, ...], re.Pattern[str]]] = []
        self._by_opening: dict[str, list[int]] = {}
        self._always: list[int] = []
        for kind, lines in kinds:
            for phrase in _split(alternatives(lines)):
                leads = tuple(_leads(phrase))
                found = {_opening(lead) for lead in leads} if phrase.startswith(("^", r"\b")) else {None}
                for opening in found:
                    rows = self._always if opening is None else self._by_opening.setdefault(opening, [])
                    rows.append(len(self._phrases))
                begins = tuple({lead.rstrip().lower() for lead in leads})
                self._phrases.append((kind, begins, re.compile(phrase, re.IGNORECASE)))
        self._known = frozenset(self._by_opening)

    def possible(self, text: str, words: set[str]) -> bool:
        """Whether a text with these `openings` may hold a phrase at all: the beginning of one stands in it."""
        return bool(self._rows(text, words))

    def first(self, text: str, words: set[str]) -> Kind | None:
        """The first kind, in the order of the lists, of which the text holds a phrase; `words` are its openings."""
        for row in self._rows(text, words):
            kind, _, phrase = self._phrases[row]
            if phrase.search(text):
                return kind
        return None

    def _rows(self, text: str, words: set[str]) -> list[int]:
        """The phrases whose beginning stands in the text."""
        known = self._known & words
        if not known and not self._always:
            return []
        lower = text.lower()
        rows = {row for opening in known for row in self._by_opening[opening]}.union(self._always)
        return [row for row in sorted(rows) if any(begin in lower for begin in self._phrases[row][1])]


class Whole(Generic[Kind]):
    """Phrases of several kinds, of which a line is one from end to end. Tries only those with its first letter."""

    def __init__(self, *kinds: tuple[Kind, str], end: str = "") -> None:
        self._end = end  # a pattern for what may stand behind the phrase
        self._kinds = [kind for kind, _ in kinds]
        self._phrases = [(at, phrase) for at, (_, lines) in enumerate(kinds) for phrase in _split(alternatives(lines))]
        self._firsts = [{lead[:1].lower() for lead in _leads(phrase)} for _, phrase in self._phrases]
        self._by_letter: dict[str, re.Pattern[str]] = {}

    def kind(self, text: str) -> Kind | None:
        """The first kind, in the order of the lists, that has the text as a phrase; None when none has."""
        letter = text[:1].lower()
        known = self._by_letter.get(letter)
        if known is None:
            known = self._by_letter[letter] = self._compiled(letter)
        found = known.match(text)
        return self._kinds[int((found.lastgroup or "k0")[1:])] if found else None

    def _compiled(self, letter: str) -> re.Pattern[str]:
        """The phrases that may open with a letter, a named group for each kind."""
        groups: dict[int, list[str]] = {}
        for (at, phrase), firsts in zip(self._phrases, self._firsts, strict=True):
            if "" in firsts or letter in firsts:
                groups.setdefault(at, []).append(phrase)
        parts = [f"(?P<k{at}>{'|'.join(phrases)})" for at, phrases in groups.items()] or [_NEVER]
        return re.compile(f"(?:{'|'.join(parts)}){self._end}$", re.IGNORECASE)


def _split(pattern: str) -> list[str]:
    """The alternatives of a pattern, those inside its groups and classes left together."""
    parts, depth, at, begin = [], 0, 0, 0
    while at < len(pattern):
        char = pattern[at]
        if char == "\\":
            at += 1
        elif char == "[":
            at = pattern.index("]", at)
        elif char in "()":
            depth += 1 if char == "(" else -1
        elif char == "|" and not depth:
            parts.append(pattern[begin:at])
            begin = at + 1
        at += 1
    return [*parts, pattern[begin:]]


def _leads(phrase: str) -> Iterator[str]:
    r"""The plain texts that a match can begin with, each as long as it is certain; "" where that is unknown.

    A word that surely ends there has a space behind it: of `\bto (?:keep|go) on` they are "to keep on" and "to go on".
    """
    phrase = phrase.removeprefix("^").removeprefix(r"\b")
    if phrase.startswith("(?:"):
        inner, rest = _group(phrase)
        optional = rest.startswith(_REPEATED)
        rest = re.sub(r"^(?:[?*+]|\{[^}]*\})\??", "", rest)
        for option in _split(inner):
            yield from _leads(option + rest)
        if optional:
            yield from _leads(rest)
        return
    if phrase.startswith(r"\d"):
        yield from "0123456789"
        return
    found = _LITERAL.match(phrase)
    text, rest = (found[0], phrase[found.end() :]) if found else ("", phrase)
    if rest.startswith(_REPEATED):
        text = text[:-1]
    yield text + (" " if text and rest.startswith(r"\b") else "")


def _group(phrase: str) -> tuple[str, str]:
    """What stands in the group that opens a phrase, and what stands behind it."""
    depth, at = 0, 0
    while True:
        if phrase[at] == "\\":
            at += 1
        elif phrase[at] == "[":
            at = phrase.index("]", at)
        elif phrase[at] in "()":
            depth += 1 if phrase[at] == "(" else -1
            if not depth:
                return phrase[3:at], phrase[at + 1 :]
        at += 1


def _opening(lead: str) -> str | None:
    """The first letters of the longest word that a lead surely holds, for it is the rarest; None when none is sure."""
    words = [word for word in _WORD.finditer(lead) if len(word[0]) >= _OPENING or word.end() < len(lead)]
    return max(words, key=lambda word: len(word[0]))[0][:_OPENING].lower() if words else None
