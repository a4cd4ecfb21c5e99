"""How a text uses capitals: a headline in Title Case or ALL CAPITALS says nothing by them.

Read as prose, "Blinken Heads to NATO as Alliance Prepares" would name five people.
"""

from typing import Literal

from parsers.entities.tokens import Token

Lettercase = Literal["sentence", "title", "upper"]

# Of the words with four letters or more in English news prose under a tenth carry a capital; of those in a Title
# Case headline nearly all do. Short words ("to", "the") stay small in both.
_SHARE = 0.7
_FEWEST = 3


def lettercase(tokens: list[Token]) -> Lettercase:
    """How this text uses capitals; "sentence" when it is too short to tell."""
    long = [token for token in tokens if len(token.text) >= 4 and token.text[0].isalpha()]
    if len(long) < _FEWEST:
        return "sentence"
    if sum(token.text.isupper() for token in long) > _SHARE * len(long):
        return "upper"
    # The last words count as much as the first: prose that opens with a long name is still prose.
    if sum(token.capital for token in long) > _SHARE * len(long) and len(long) < 40:
        return "title"
    return "sentence"
