"""Text cut into words, each with its place, its capital and whether it begins a sentence.

A capital is the strongest sign of a name in English, and the beginning of a sentence is where it means nothing;
every rule reads both from here, so that they are decided once.
"""

import re

from msgspec import Struct

# In order: an acronym with points (U.S., J.K.), an abbreviation or an initial that keeps its point, a number
# with what is glued to it (20th, 3.5, 1,000), a word with its inner apostrophes, ampersands and hyphens, any
# other visible character.
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"
    r"|(?:Mr|Mrs|Ms|Mx|Dr|Prof|St|Ste|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|Col|Maj|Capt|Cmdr|Cpl|Sgt|Adm|Brig|Jr|Sr"
    r"|Inc|Corp|Ltd|Co|Bros|Rev|Hon|Mt|Ft|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.(?=\W|$)"
    r"|[A-Z]\.(?=\s?[A-Z])"
    r"|\d+(?:[.,:/]\d+)*[^\W_]*"
    r"|[^\W\d_][^\W_]*(?:['’&.][^\W_]+)*(?:-[^\W_]+(?:['’][^\W_]+)*)*\+?"
    r"|\S"
)
_SENTENCE_ENDS = frozenset(".!?…:•·▪")
_CARRIES_ON = frozenset("\"'“”‘’«»„([{)]}*")
_ARABIC_ARTICLES = frozenset(["al", "el", "as", "an", "ar", "ad", "ul"])
_DOT = re.compile(r"[^\W\d_]{2,}\.[^\W_]{4,}")


class Token(Struct, gc=False):
    """One word, number or punctuation mark; [start, end) cuts it out of its text."""

    text: str
    start: int
    end: int
    capital: bool
    """It begins with a capital letter, or an Arabic article before one does ("al-Assad")."""
    first: bool
    """A sentence, a quotation or the text begins here, so that the capital means little."""
    possessive: bool = False
    """A possessive ’s or ’ follows; it is no part of the token."""


def tokenise(text: str) -> list[Token]:
    """The tokens of a text, in order; white space and the possessive ’s are left out."""
    tokens: list[Token] = []
    first = True
    for match in _TOKEN.finditer(text):
        word, start, end = match[0], match.start(), match.end()
        lead = word[0]
        if not lead.isalnum():
            if _is_plural_possessive(tokens, word, start, text):
                tokens[-1].possessive = True
                continue
            tokens.append(Token(word, start, end, False, first))
            if lead in _SENTENCE_ENDS or (lead in "\"“‘'" and not first):
                first = True
            elif lead not in _CARRIES_ON:
                first = False
            continue
        possessive = False
        if len(word) > 2 and word[-1] in "sS" and word[-2] in "'’":
            word, end, possessive = word[:-2], end - 2, True
        if "." in word and _DOT.fullmatch(word):
            # "signed.Then": a full stop that lost its space is still a full stop.
            head, _, tail = word.partition(".")
            tokens.append(Token(head, start, start + len(head), head[0].isupper(), first))
            start, word, first = start + len(head) + 1, tail, True
        tokens.append(Token(word, start, end, has_capital(word), first, possessive))
        first = False
    return tokens


def _is_plural_possessive(tokens: list[Token], mark: str, start: int, text: str) -> bool:
    """Whether a quote mark glued behind a word in s and before a space is a possessive ("the Leaders’ Summit")."""
    if mark not in "'’" or not tokens or tokens[-1].end != start or tokens[-1].text[-1:] not in ("s", "S"):
        return False
    return text[start + 1 : start + 2] == " "


def has_capital(word: str) -> bool:
    """Whether a word begins with a capital, or an Arabic article before one does ("al-Assad")."""
    return word[0].isupper() or (word[2:3] == "-" and word[:2] in _ARABIC_ARTICLES and word[3:4].isupper())
