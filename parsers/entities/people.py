"""Titles, and the people behind them.

A person is known by a given name that some list holds, by a title before it, or by a family name much in the
news; the shape (initials, particles, "Jr.") tells where the name ends.
"""

from parsers.entities.gazetteer import Gazetteer, spoken
from parsers.entities.runs import phrase_end
from parsers.entities.tokens import Token

_SUFFIXES = frozenset(
    ["Junior", "Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "VI", "VII", "VIII", "XIV", "XVI", "XXIII"]
)
# No culture's full names in news are longer than this ("Luiz Inácio Lula da Silva").
_LONGEST = 5


def title_end(tokens: list[Token], start: int, end: int, known: Gazetteer) -> int:
    """The index behind the title that begins at `start` ("Deputy Foreign Minister"); `start` when none does."""
    at, last = start, start
    while at < end:
        token = tokens[at]
        word = token.text.casefold().rstrip(".")
        called = word in known.callings and (not token.first or at + 1 < end)
        if word in known.honorifics or word in known.offices or called:
            last = at + 1
            if token.possessive:
                break
            if word in known.offices:
                last = _portfolio_end(tokens, last, known)
                if last > at + 1:
                    end = max(end, last)
                    while end < len(tokens) and tokens[end].capital:
                        end += 1
                    at = last
                    continue
        elif word not in known.modifiers and not _joined_title(word, known):
            break
        elif _joined_title(word, known):
            last = at + 1
        at += 1
    return last


def _portfolio_end(tokens: list[Token], at: int, known: Gazetteer) -> int:
    """Behind "of State", "of Health and Human Services"; `at` when no portfolio follows."""
    if at + 1 >= len(tokens) or tokens[at].text not in ("of", "for"):
        return at
    reach = at + 1
    if tokens[reach].text == "the" and reach + 1 < len(tokens):
        reach += 1
    begin = reach
    while reach < len(tokens) and tokens[reach].capital and tokens[reach].text.casefold() in known.portfolios:
        reach += 1
        if (
            reach + 1 < len(tokens)
            and tokens[reach].text == "and"
            and tokens[reach + 1].text.casefold() in known.portfolios
        ):
            reach += 1
    return reach if reach > begin else at


def _joined_title(word: str, known: Gazetteer) -> bool:
    """Titles with a hyphen: "ex-president", "vice-chairman", "minister-designate"."""
    if "-" not in word:
        return False
    pieces = word.split("-")
    ends = known.is_title(pieces[-1]) or (pieces[-1] in ("elect", "designate", "general") and known.is_title(pieces[0]))
    return ends and all(piece in known.modifiers or known.is_title(piece) or len(piece) <= 9 for piece in pieces)


def person_end(tokens: list[Token], start: int, end: int, known: Gazetteer, *, after_title: bool) -> int:
    """The index behind the words from `start` that may be one person's name."""
    at = start
    while at < end and at - start < _LONGEST:
        token = tokens[at]
        if at > start and tokens[at - 1].possessive:
            break
        if token.text in known.groups["particle"]:
            at += 1
            continue
        if not _namely(tokens, at, start, known, after_title):
            break
        at += 1
    while at > start and tokens[at - 1].text in known.groups["particle"]:
        at -= 1
    return at


def _namely(tokens: list[Token], at: int, start: int, known: Gazetteer, after_title: bool) -> bool:
    """Whether the word at `at` can go on (or begin) the name that begins at `start`."""
    text = tokens[at].text
    if not text[0].isalpha() or text == "&":
        return False
    if is_initial(text) or text in _SUFFIXES:
        return at > start or not text.rstrip(".").isdigit()
    listed = text in known.given or text in known.surnames
    if at > start and text in known.groups["weekday"]:
        # "President Yushchenko Friday presented": agencies leave out "on".
        return False
    if at > start and text in known.heads["last"] and not listed:
        return False
    if len(text) > 2 and text.isupper() and not listed and at > start:
        return False
    phrase = phrase_end(tokens, at, known)
    if phrase > at + 1:
        return False
    if listed:
        return True
    if phrase > at:
        kind = known.names.get(spoken(tokens, at, phrase), ("GPE", ""))[0]
        if at == start + 1 and _surely_given(tokens[start], known):
            return kind == "GPE" and text not in known.countries
        return at == start and after_title and kind in ("GPE", "LOC", "ORG") and not text.isupper()
    if text.casefold() in known.words:
        if at == start:
            return after_title and _is_honorific(tokens, at - 1, known)
        before = tokens[at - 1].text
        if before in known.given or is_initial(before) or before in known.groups["particle"]:
            return True
        return after_title and at == start + 1
    return True


def _is_honorific(tokens: list[Token], at: int, known: Gazetteer) -> bool:
    return at >= 0 and tokens[at].text.casefold().rstrip(".") in known.honorifics


def _surely_given(token: Token, known: Gazetteer) -> bool:
    """A given name that is no place, and no ordinary word at the head of a sentence either."""
    plain = token.first and token.text.casefold() in known.words
    return token.text in known.given and token.text not in known.names and not plain


def is_initial(text: str) -> bool:
    """Whether a token is one or more initials: "J.", "J.K."."""
    letters = text.replace(".", "")
    if text in ("U.S.", "U.K.", "U.N.", "E.U.", "D.C."):
        return False
    return text[-1] == "." and len(letters) <= 3 and letters.isupper() and 2 * len(letters) == len(text)


def is_person(tokens: list[Token], start: int, end: int, known: Gazetteer) -> bool:
    """Whether tokens[start:end], two words or more, read as a person's full name."""
    names = [token.text for token in tokens[start:end] if token.text not in known.groups["particle"]]
    if len(names) < 2:
        return False
    first, last = names[0], names[-2] if names[-1] in _SUFFIXES and len(names) > 2 else names[-1]
    if is_initial(last) and len(names) == 2:
        return False
    ordinary = first.casefold() in known.words or first in known.names
    if _is_given(first, known):
        others = [name for name in names[1:] if not is_initial(name)]
        unlisted = all(name not in known.given and name not in known.surnames for name in others)
        if ordinary and unlisted and any(name.casefold() in known.words for name in others):
            return False
        if first in known.names and last in known.names:
            return last in known.surnames and first not in known.countries
        return not (unlisted and first in known.names and names[-1].isupper())
    if is_initial(first):
        return True
    if last in known.surnames and not ordinary:
        return True
    return first in known.surnames and not ordinary and (_is_given(last, known) or last.casefold() not in known.words)


def _is_given(name: str, known: Gazetteer) -> bool:
    """A given name, also when its parts are joined by a hyphen ("Anne-Sophie") or an article ("al-")."""
    return name in known.given or ("-" in name and name.split("-")[0] in known.given)
