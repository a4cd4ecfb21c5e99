"""What one place of a document says about another: a name found once is found everywhere.

A headline cannot tell that "Lavrov" is a person, and a later paragraph does not say so again; the body's
"Sergei Lavrov" settles both. Runs after any recogniser.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from parsers.article import EntityType
from parsers.entities.gazetteer import Gazetteer, gazetteer, key_of
from parsers.entities.recogniser import Context, Found

_SUFFIX = re.compile(r",? (?:Jr\.?|Sr\.?|I{2,3}|IV|VI{0,3}|XIV|XVI|XXIII)$")
_LOCATIVE = re.compile(r"\b(?:in|In|near|across|throughout|outside|to|from|at) $")
_WORD = re.compile(r"\w+")
_GOES_ON = re.compile(r"[’']\w\w|-[A-Z]")
_SMALL_WORD = re.compile(r"(?<!\w)[a-zß-ÿ]{3,}(?!\w)")
_CAPITAL_PARTICLES = frozenset(["Le", "La", "De", "Van", "Von", "El", "Al", "Bin", "Abu"])
# A full name below this was only guessed from its shape: it teaches nothing about single words.
_TAUGHT = 0.5
# A name that the recogniser saw elsewhere and not here is right in about half of all cases (measured on dev).
_REPEATED = 0.55


def propagate(texts: Sequence[str], found: Sequence[list[Found]], context: Context) -> list[list[Found]]:
    """The names of a document, agreed over all its texts: repeated names found again, guesses outvoted."""
    known = gazetteer()
    settled = [list(names) for names in found]
    settled = _vote(texts, settled, known)
    families = family_names(texts, settled, known)
    learned = _learned(texts, settled, families, known)
    settled = _find_again(texts, settled, learned)
    settled = _split_pairs(texts, settled, families, known)
    return _without_doubt(texts, settled)


def family_names(texts: Sequence[str], found: Sequence[list[Found]], known: Gazetteer) -> dict[str, list[str]]:
    """Family name → the full names in the document that end (or, in East Asia, begin) with it."""
    families: dict[str, list[str]] = defaultdict(list)
    for text, names in zip(texts, found, strict=True):
        for one in names:
            if one.type == "PERSON" and one.score > _TAUGHT:
                full = text[one.start : one.end]
                for family in family_parts(full, known):
                    families[family].append(full)
    return families


def family_parts(full: str, known: Gazetteer) -> list[str]:
    """What a later mention may shorten a full name to: "Leyen" and "von der Leyen", "Xi" of Xi Jinping."""
    words = _SUFFIX.sub("", full).split()
    if len(words) < 2:
        return []
    shorter = [words[-1]]
    at = len(words) - 1
    while at > 1 and words[at - 1][0].islower():
        at -= 1
    if at < len(words) - 1:
        shorter.append(" ".join(words[at:]))
    if len(words) >= 3 and (words[-2] in known.surnames or words[-2] in _CAPITAL_PARTICLES):
        shorter.append(" ".join(words[-2:]))
    if words[0] in known.surnames and words[0] not in known.names and len(words[0]) <= 6 and not _western(words, known):
        shorter.append(words[0])
    return shorter


def _western(words: list[str], known: Gazetteer) -> bool:
    """Whether a full name has its given name first, as far as the lists tell."""
    return words[-1] in known.surnames and words[0] in known.given and words[-1] not in known.given


def _vote(texts: Sequence[str], found: list[list[Found]], known: Gazetteer) -> list[list[Found]]:
    """One type for one form: guesses follow the surer mentions of the same words in the document."""
    votes: dict[str, Counter[EntityType]] = defaultdict(Counter)
    for text, names in zip(texts, found, strict=True):
        for one in names:
            votes[text[one.start : one.end]][one.type] += round(100 * one.score)
    agreed: list[list[Found]] = []
    for text, names in zip(texts, found, strict=True):
        row: list[Found] = []
        for one in names:
            tally = votes[text[one.start : one.end]]
            best = max(tally, key=lambda kind: tally[kind])
            if best != one.type and one.score < 0.9 and one.type not in ("DATE", "MONEY"):
                one = replace(one, type=best, found_by="vote")
            row.append(one)
        agreed.append(row)
    return agreed


def _learned(
    texts: Sequence[str], found: list[list[Found]], families: dict[str, list[str]], known: Gazetteer
) -> dict[str, EntityType]:
    """Forms to look for in the whole document, each with its type."""
    learned: dict[str, EntityType] = {}
    surest: dict[str, float] = {}
    for text, names in zip(texts, found, strict=True):
        for one in names:
            form = text[one.start : one.end]
            if one.type in ("DATE", "MONEY") or one.score <= 0.4 or len(form) < 2:
                continue
            if " " not in form and (form.casefold() in known.words or key_of(form) in known.names):
                continue
            if one.score > surest.get(form, 0):
                learned[form], surest[form] = one.type, one.score
    for family in families:
        if family.casefold() not in known.words or family in known.surnames:
            learned[family] = "PERSON"
    return learned


def _find_again(
    texts: Sequence[str], found: list[list[Found]], learned: dict[str, EntityType]
) -> list[list[Found]]:
    """Mark every place where a learned form stands; inside a longer name it is left alone."""
    if not learned:
        return found
    by_first: dict[str, list[str]] = defaultdict(list)
    for form in sorted(learned, key=len, reverse=True):
        if first := _WORD.search(form):
            by_first[first[0]].append(form)
    again: list[list[Found]] = []
    for text, names in zip(texts, found, strict=True):
        row = {(one.start, one.end): one for one in names}
        taken = {at for one in names for at in range(one.start, one.end)}
        for word in _WORD.finditer(text):
            for form in by_first.get(word[0], ()):
                if _stands_at(form, text, word.start()):
                    _mark(text, word.start(), form, learned[form], row, taken)
                    break
        again.append(sorted(row.values(), key=lambda one: one.start))
    return again


def _stands_at(form: str, text: str, start: int) -> bool:
    """Whether the whole form stands at `start`: "Oslo" stands in "Oslo-based", not in "Oslo-Smith" or "Oslo’n"."""
    if not text.startswith(form, start):
        return False
    behind = text[start + len(form) : start + len(form) + 3]
    if not behind or not (behind[0].isalnum() or behind[0] in "-’'"):
        return True
    return not behind[0].isalnum() and _GOES_ON.match(behind) is None


def _mark(
    text: str, start: int, form: str, kind: EntityType, row: dict[tuple[int, int], Found], taken: set[int]
) -> None:
    """Add one repeated name to `row`, or correct the guess that stands there."""
    span = (start, start + len(form))
    held = row.get(span)
    if held is None:
        if taken.isdisjoint(range(*span)):
            row[span] = Found(*span, kind, _REPEATED, "repeat")
            taken.update(range(*span))
    elif held.type != kind and kind == "PERSON" and not _LOCATIVE.search(text, max(0, start - 9), start):
        row[span] = replace(held, type=kind, score=0.8, found_by="repeat")


def _split_pairs(
    texts: Sequence[str], found: list[list[Found]], families: dict[str, list[str]], known: Gazetteer
) -> list[list[Found]]:
    """Cut "Blinken-Lavrov" in two when each half names somebody or something of its own."""
    split: list[list[Found]] = []
    whole = (known.names, known.given, known.surnames, families)
    for text, names in zip(texts, found, strict=True):
        row: list[Found] = []
        for one in names:
            form = text[one.start : one.end]
            halves = [] if " " in form or any(form in some for some in whole) else form.split("-")
            if len(halves) == 2 and _stand_alone(halves, families, known):
                middle = one.start + len(halves[0])
                for start, end, half in ((one.start, middle, halves[0]), (middle + 1, one.end, halves[1])):
                    name = known.names.get(half)
                    row.append(replace(one, start=start, end=end, type=name[0] if name else "PERSON", found_by="pair"))
            else:
                row.append(one)
        split.append(row)
    return split


def _stand_alone(halves: list[str], families: dict[str, list[str]], known: Gazetteer) -> bool:
    """Whether both halves name somebody or something: a family name does so where the document knows the other half.

    Two family names of which the document knows neither are likelier one person's.
    """
    named = [half in families or half in known.names for half in halves]
    if all(named):
        return True
    return any(named) and all(half in known.surnames and half not in known.given for half in halves)


def _without_doubt(texts: Sequence[str], found: list[list[Found]]) -> list[list[Found]]:
    """Without the guesses at single words that the document elsewhere writes in lower case."""
    small = {word for text in texts for word in _SMALL_WORD.findall(text)}
    return [
        [one for one in names if one.score >= _TAUGHT or text[one.start : one.end].casefold() not in small]
        for text, names in zip(texts, found, strict=True)
    ]
