"""Runs of capitalised words: how far a name that begins here may reach.

A name ends where capitals end, but for the small words that live inside names ("Ursula von der Leyen",
"Johnson & Johnson") and the possessives that do ("Women’s Tennis Association").
"""

from parsers.entities.gazetteer import Gazetteer, spoken
from parsers.entities.tokens import Token

# No name in news is longer; a page of nothing but capitals must not be read again from each of its words.
_LONGEST = 16


def run_end(tokens: list[Token], start: int, known: Gazetteer) -> int:
    """The index behind the last word of the run of capitalised words that begins at `start`."""
    at = start
    while at < min(len(tokens), start + _LONGEST):
        token = tokens[at]
        if at > start and token.text in known.groups["weekday"]:
            break
        if token.capital:
            at += 1
            if token.possessive and not _possessive_inside(tokens, at, known):
                break
            continue
        if at == start:
            break
        reach = _bridge(tokens, at, known)
        if not reach:
            break
        at = reach
    return at


def _bridge(tokens: list[Token], at: int, known: Gazetteer) -> int:
    """The index of the capitalised word behind a small word that joins names; 0 when nothing joins here."""
    text = tokens[at].text
    if text == "&":
        return at + 1 if _capital_at(tokens, at + 1) else 0
    if text == "and":
        return at + 1 if _two_subjects(tokens, at, known) else 0
    hop = at
    while hop < len(tokens) and tokens[hop].text in known.groups["particle"] and hop - at < 3:
        hop += 1
    return hop if hop > at and _capital_at(tokens, hop) else 0


def _two_subjects(tokens: list[Token], at: int, known: Gazetteer) -> bool:
    """Whether "and" joins the two subjects of one organisation ("Securities and Exchange Commission")."""
    left = tokens[at - 1]
    if left.first or left.possessive or not _is_plain_word(left.text, known):
        return False
    for n in range(at + 1, min(at + 4, len(tokens))):
        if not tokens[n].capital or (n == at + 1 and not _is_plain_word(tokens[n].text, known)):
            return False
        if n > at + 1 and known.heads["last"].get(tokens[n].text) == "ORG":
            return True
    return False


def _is_plain_word(text: str, known: Gazetteer) -> bool:
    lower = text.casefold()
    return lower in known.words and text not in known.names and text not in known.heads["last"]


def _capital_at(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].capital


def _possessive_inside(tokens: list[Token], at: int, known: Gazetteer) -> bool:
    """Whether the possessive before `at` belongs to a name: the owner is an ordinary word, not a name."""
    owner = tokens[at - 1].text.casefold()
    if tokens[at - 1].text in known.names or not _capital_at(tokens, at):
        return False
    if owner.endswith("s") and known.heads["last"].get(tokens[at].text) == "ORG":
        # "Growers’ Association": the owners of an association are many.
        return tokens[at - 1].text not in known.surnames
    return owner in known.words and not tokens[at - 1].first


def phrase_end(tokens: list[Token], start: int, known: Gazetteer) -> int:
    """The index behind the longest known name that begins at `start`; `start` when none does."""
    text = tokens[start].text
    longest = known.longest.get(text.replace("’", "'"), 0)
    if longest:
        reach = min(start + longest, len(tokens))
        for end in range(reach, start, -1):
            if is_known(tokens, start, end, known):
                return end
    if text.isupper() and len(text) >= 4:
        return _shouted_end(tokens, start, known)
    return start


def is_known(tokens: list[Token], start: int, end: int, known: Gazetteer) -> bool:
    """Whether tokens[start:end] are a known name, a possessive that belongs to it ("McDonald’s") included."""
    key = spoken(tokens, start, end)
    return key in known.names or (tokens[end - 1].possessive and key + " 's" in known.names)


def _shouted_end(tokens: list[Token], start: int, known: Gazetteer) -> int:
    """Like phrase_end for a place in capitals at the head of a story ("NEW DELHI, April 4")."""
    end = start
    while end < min(start + 3, len(tokens)) and tokens[end].text.isupper() and len(tokens[end].text) > 2:
        end += 1
    for stop in range(end, start, -1):
        if " ".join(token.text.title() for token in tokens[start:stop]) in known.names:
            return stop
    return start
