"""How a text uses capitals: a headline in Title Case or ALL CAPITALS says nothing by them.

Read as prose, "Blinken Heads to NATO as Alliance Prepares" would name five people.
"""

from typing import Literal

from parsers.entities.gazetteer import Gazetteer
from parsers.entities.tokens import Token

Lettercase = Literal["sentence", "title", "upper"]

# Ordinary words of four letters or more all have a capital in a Title Case headline, hardly any has one in prose;
# short words ("to", "the") stay small in both and names have theirs anyway, so neither is counted.
_SHARE = 0.7
_FEWEST = 2


def lettercase(tokens: list[Token], known: Gazetteer) -> Lettercase:
    """How this text uses capitals; "sentence" when it is too short to tell."""
    shouted = [token for token in tokens if len(token.text) >= 4 and token.text[0].isalpha()]
    if len(shouted) >= _FEWEST and sum(token.text.isupper() for token in shouted) > _SHARE * len(shouted):
        return "upper"
    ordinary = [token for n, token in enumerate(tokens) if n and _is_ordinary(token, known)]
    if len(ordinary) >= _FEWEST and sum(token.capital for token in ordinary) > _SHARE * len(ordinary):
        return "title"
    return "sentence"


def _is_ordinary(token: Token, known: Gazetteer) -> bool:
    lower = token.text.casefold()
    if len(lower) < 4 or lower not in known.words or token.text in known.longest:
        return False
    return not (token.capital and (known.is_title(lower) or lower in known.modifiers or lower in known.portfolios))
