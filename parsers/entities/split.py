"""Hyphenated words that hold names: "US-France", "Paris-based", "anti-American" give up the names inside.

A hyphen joins names as often as it makes one ("Jean-Yves", "Guinea-Bissau"); what is known as a whole stays whole.
"""

from parsers.entities.gazetteer import Gazetteer
from parsers.entities.tokens import Token, parts


def split_compounds(tokens: list[Token], known: Gazetteer) -> list[Token]:
    """The tokens with compounds of names cut at their hyphens; hyphens become tokens of their own."""
    whole: list[Token] = []
    for token in tokens:
        if "-" in token.text and len(token.text) > 2 and _is_compound(token, known):
            whole.extend(parts(token))
        else:
            whole.append(token)
    return whole


def _is_compound(token: Token, known: Gazetteer) -> bool:
    text = token.text
    if text in known.names or text in known.given or text in known.surnames or text in known.longest:
        return False
    pieces = text.split("-")
    if not any(piece[:1].isupper() for piece in pieces) or token.text.casefold() in known.words:
        return False
    if known.is_title(text.casefold()):
        return False
    if all(piece in known.names or piece.casefold() in ("american",) for piece in pieces):
        return True
    tail, lead = pieces[-1], pieces[0]
    if tail.islower() and lead[:1].isupper():
        # "Paris-based" but not "Kim Jong-un" and not "President-elect".
        return tail in known.words and tail not in ("elect", "designate") and lead.casefold() not in known.words
    if lead.islower() and tail[:1].isupper():
        return lead not in ("al", "el", "as", "an", "ar", "ad", "ibn", "bin")
    return False
