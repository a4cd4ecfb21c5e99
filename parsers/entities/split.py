"""Hyphenated words that hold names: "US-France", "Paris-based", "anti-American" give up the names inside.

A hyphen joins names as often as it makes one ("Jean-Yves", "Guinea-Bissau"); what is known as a whole stays whole.
"""

from parsers.entities.gazetteer import Gazetteer
from parsers.entities.tokens import Token, has_capital


def split_compounds(tokens: list[Token], known: Gazetteer) -> list[Token]:
    """The tokens with compounds of names cut at their hyphens; hyphens become tokens of their own."""
    whole: list[Token] = []
    for token in tokens:
        pieces = _pieces(token.text, known) if "-" in token.text else [token.text]
        whole.extend(_cut(token, pieces) if len(pieces) > 1 else [token])
    return whole


def _pieces(text: str, known: Gazetteer) -> list[str]:
    """The names and words that a hyphenated word is made of; the word alone when it is one."""
    if text in known.names or text in known.given or text in known.surnames or text in known.longest:
        return [text]
    if text.islower() or text.casefold() in known.words or known.is_title(text.casefold()):
        return [text]
    pieces = text.split("-")
    if all(piece in known.names for piece in pieces):
        return pieces
    front, _, tail = text.rpartition("-")
    if tail in known.groups["compound_tail"]:
        return [front, tail]
    if tail.islower() and front[:1].isupper() and _cuts_tail(front, tail, known):
        return [front, tail]
    lead, _, back = text.partition("-")
    if lead.islower() and back and has_capital(back) and lead not in ("al", "el", "as", "an", "ar", "ad", "ibn", "bin"):
        return [lead, back]
    return [text]


def _cuts_tail(front: str, tail: str, known: Gazetteer) -> bool:
    """ "Paris-style" but not "Kim Jong-un" and not "President-elect"."""
    return tail in known.words and tail not in ("elect", "designate") and front.casefold() not in known.words


def _cut(token: Token, pieces: list[str]) -> list[Token]:
    """The pieces as tokens, with the hyphens as tokens of their own between them."""
    cut: list[Token] = []
    at = token.start
    for n, piece in enumerate(pieces):
        if n:
            cut.append(Token("-", at, at + 1, False, False))
            at += 1
        if piece:
            cut.append(Token(piece, at, at + len(piece), has_capital(piece), token.first and not n))
        at += len(piece)
    cut[-1].possessive = token.possessive
    return cut
