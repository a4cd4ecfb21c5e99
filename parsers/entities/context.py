"""What a word that no list knows is, by the words around it.

"in Luhasnk", "Luhasnk, Ukraine" and "Donetsk and Luhasnk" are places; "Luhasnk said" and "Luhasnk, 54," are
people; "shares of Luhasnk" is a company.
"""

import re

from parsers.article import EntityType
from parsers.entities.gazetteer import Gazetteer
from parsers.entities.people import is_initial
from parsers.entities.runs import phrase_end
from parsers.entities.tokens import Token


def type_by_context(
    tokens: list[Token], start: int, end: int, known: Gazetteer
) -> tuple[EntityType | None, float, str, int]:
    """The type of the unknown words tokens[start:end] with its score, the rule, and where the name really ends."""
    words = [token.text for token in tokens[start:end]]
    before, after = _text(tokens, start - 1), _text(tokens, end)
    reach = end
    if after.isdigit() and len(after) <= 3 and _text(tokens, end + 1) in known.heads["after"] and words[0].isalpha():
        after, reach = _text(tokens, end + 1), end + 1
    if not any(character.isalpha() for character in words[0]) or (len(words) == 1 and len(words[0]) < 2):
        return None, 0.0, "", end
    if len(words) == 1 and (_PLURAL.fullmatch(words[0]) or _is_no_name(words[0], known)):
        return None, 0.0, "", end
    kind = _by_neighbours(tokens, start, end, before, after, known)
    if kind is not None:
        return kind, 0.75, "context", reach
    return (*_by_shape(tokens, start, end, words, before, after, known), end)


_PLURAL = re.compile(r"[A-Z]{2,}s")
# "Athenians", "Spartacists": what a people or a following is called.
_PEOPLE = re.compile(r"[A-Z][a-z]{2,}(?:ians|eans|ites|ists|ese|ish)")
# Endings of ordinary words that the list of words may lack.
_ABSTRACT = re.compile(r"(?:[ts]ion|ment|ness|ism|ology|ography)s?$")
_REGNAL = re.compile(r"[IVX]{1,5}")
_CONTRACTED = re.compile(r"['’](?:d|ll|m|re|s|t|ve)$")
_DERIVED = re.compile(r"(?:ly|ing|able|ible|ous|ful|less|ical|ive|ed)$")


def _is_no_name(word: str, known: Gazetteer) -> bool:
    """Words in capitals that name nobody ("CEO", "G.D.P."), and titles that lost their name."""
    plain = word.replace(".", "")
    return plain in known.groups["not_a_name"] or plain.casefold() in known.groups["not_a_name"]


def _text(tokens: list[Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""


def _by_neighbours(
    tokens: list[Token], start: int, end: int, before: str, after: str, known: Gazetteer
) -> EntityType | None:
    """What the words right before and behind say; None when they say nothing."""
    ordinary = all(token.text.casefold() in known.words for token in tokens[start:end])
    if ordinary and end - start == 1 and tokens[start].first:
        return None
    if not tokens[end - 1].possessive and after in known.heads["after"] and not ordinary:
        kind = known.heads["after"][after]
        if kind != "ORG" or end - start == 1 or before in ("the", "The"):
            return kind
    if after == "," and _place_follows(tokens, end + 1, known) and end - start <= 2:
        return "GPE"
    place = known.heads["before"].get(_text(tokens, start - 2)) if before == "of" else None
    if place == "GPE" and not ordinary:
        return "GPE"
    if before in known.heads["before"] and not ordinary and (before not in known.names):
        kind = known.heads["before"][before]
        if kind == "ORG" or before in ("near", "outside"):
            return kind
    if before in known.callings or (before in known.offices and before.islower()):
        return None if ordinary else "PERSON"
    if _age_follows(tokens, end):
        return "PERSON"
    if after in known.groups["company_after"] and end - start == 1 and not ordinary:
        return "ORG"
    if not ordinary and _beside_place(tokens, start, end, before, after, known):
        return "GPE"
    return None


def _place_follows(tokens: list[Token], at: int, known: Gazetteer) -> bool:
    if at >= len(tokens) or not tokens[at].capital:
        return False
    end = phrase_end(tokens, at, known)
    name = known.names.get(" ".join(token.text for token in tokens[at:end])) if end > at else None
    return name is not None and name[0] == "GPE"


def _age_follows(tokens: list[Token], at: int) -> bool:
    """", 34," behind a name."""
    return (
        _text(tokens, at) == ","
        and _text(tokens, at + 1).isdigit()
        and len(_text(tokens, at + 1)) == 2
        and _text(tokens, at + 2) in (",", ".")
    )


def _beside_place(tokens: list[Token], start: int, end: int, before: str, after: str, known: Gazetteer) -> bool:
    """Whether "and" or "or" ties the words to a known place."""
    if before in ("and", "or") and start >= 2 and tokens[start - 2].capital and end - start == 1:
        name = known.names.get(tokens[start - 2].text)
        if tokens[start].text in known.surnames or tokens[start].text in known.given:
            return False
        return name is not None and name[0] == "GPE"
    joined = after in ("and", "or") and end - start == 1 and before in known.groups["locative"]
    return joined and _place_follows(tokens, end + 1, known)


def _by_shape(
    tokens: list[Token], start: int, end: int, words: list[str], before: str, after: str, known: Gazetteer
) -> tuple[EntityType | None, float, str]:
    """What the letters and the number of the words say."""
    first = tokens[start]
    if len(words) == 1:
        return _single(first, words[0], before, after, known)
    ordinary = [word.casefold() in known.words or _is_no_name(word, known) for word in words]
    if _REGNAL.fullmatch(words[-1]) and not any(ordinary[:-1]):
        return "PERSON", 0.7, "regnal number"
    if all(word.isupper() for word in words) and not all(is_initial(word) for word in words):
        return ("ORG", 0.4, "capitals") if len(words) <= 3 and not any(ordinary) else (None, 0.0, "")
    if any(token.text == "&" for token in tokens[start:end]):
        return "ORG", 0.6, "ampersand"
    if not any(ordinary) and len(words) <= 4:
        if before in known.groups["locative"]:
            return "GPE", 0.5, "locative"
        return "PERSON", 0.55, "shape"
    if len(words) <= 3 and not ordinary[0] and (after in known.groups["speech"] or before in known.groups["speech"]):
        return "PERSON", 0.55, "speech"
    if len(words) <= 4 and not all(ordinary) and before in ("the", "The"):
        return "ORG", 0.4, "shape"
    return None, 0.0, ""


def _single(token: Token, word: str, before: str, after: str, known: Gazetteer) -> tuple[EntityType | None, float, str]:
    lower = word.casefold()
    if lower in known.words and not (word.isupper() and len(word) > 1):
        if word in known.surnames and not token.first and (after in known.groups["speech"] or token.possessive):
            return "PERSON", 0.5, "surname"
        return None, 0.0, ""
    letters = word.replace(".", "")
    if letters.isupper() and letters.isalpha():
        # Longer words in capitals are shouted words, not initials, and so are ordinary ones ("CREDIT").
        initials = 2 <= len(letters) <= 5 and (len(letters) < 4 or lower not in known.words)
        return ("ORG", 0.6, "acronym") if initials else (None, 0.0, "")
    if word in known.surnames:
        return "PERSON", 0.7, "surname"
    if word in known.given:
        return "PERSON", 0.5 if token.first else 0.6, "given name"
    if _PEOPLE.fullmatch(word):
        return "NORP", 0.5, "people"
    if before in known.groups["locative"] and not token.possessive:
        return "GPE", 0.5, "locative"
    if after in known.groups["speech"]:
        return "PERSON", 0.45, "speech"
    if "-" in word and word.rpartition("-")[2] in known.words:
        return None, 0.0, ""
    if before == "the" or any(character.isdigit() for character in word):
        return None, 0.0, ""
    if any(character.isupper() for character in word[1:]) and not word.startswith(("Mc", "Mac", "De", "Le", "La", "O")):
        return "ORG", 0.5, "camel case"
    if _ABSTRACT.search(word) or _CONTRACTED.search(word) or (token.first and _DERIVED.search(word)):
        return None, 0.0, ""
    return ("PERSON", 0.35, "opening" if token.first else "single")
