"""The first recogniser: rules over capitals, titles, head words and the gazetteer.

It reads each text from left to right; at a capitalised word the first rule that fits takes the words of one
name. What it cannot tell in one text (who "Lavrov" is in a headline) is settled over the document in propagate.py.
"""

from collections.abc import Sequence

from msgspec import Struct

from parsers.article import EntityType
from parsers.entities.context import type_by_context
from parsers.entities.dates import find_dates
from parsers.entities.gazetteer import Gazetteer, gazetteer, spoken
from parsers.entities.headed import headed_name
from parsers.entities.lettercase import Lettercase, lettercase
from parsers.entities.money import find_money
from parsers.entities.people import is_person, person_end, title_end
from parsers.entities.recogniser import Context, Found
from parsers.entities.runs import phrase_end, run_end
from parsers.entities.split import split_compounds
from parsers.entities.tidy import without_overlaps
from parsers.entities.tokens import Token, tokenise


class Rules(Struct, frozen=True):
    """The recogniser of rules and gazetteer; implements `Recogniser`."""

    name: str = "rules"
    languages: frozenset[str] = frozenset()
    """Any; in others than English fewer rules apply."""

    def find(self, texts: Sequence[str], context: Context) -> list[list[Found]]:
        return [read(text, context).found for text in texts]


class Reading(Struct, frozen=True):
    """What the rules made of one text."""

    text: str
    tokens: list[Token]
    case: Lettercase
    found: list[Found]


def read(text: str, context: Context) -> Reading:
    """The names that the rules see in one text, with the words as they cut them."""
    known = gazetteer()
    tokens = split_compounds(tokenise(text), known)
    scan = Scan(tokens, known, lettercase(tokens, known), context.is_english)
    blocked: list[Found] = []
    if context.is_english:
        blocked = sorted(find_money(text) + find_dates(text), key=lambda f: (f.start, -f.end))
    spots = iter(blocked)
    spot = next(spots, None)
    at = 0
    while at < len(tokens):
        while spot is not None and spot.end <= tokens[at].start:
            spot = next(spots, None)
        if spot is not None and tokens[at].end > spot.start:
            at += 1
        elif tokens[at].capital or (tokens[at].text in known.longest and not tokens[at].first):
            at = max(scan.name_at(at), at + 1)
        else:
            at += 1
    return Reading(text, tokens, scan.case, without_overlaps(blocked + scan.found))


class Scan:
    """One reading of one text; `found` fills up as `name_at` is called from left to right."""

    def __init__(self, tokens: list[Token], known: Gazetteer, case: Lettercase, english: bool) -> None:
        self.tokens = tokens
        self.known = known
        self.case = case
        self.english = english
        self.found: list[Found] = []

    def add(self, start: int, end: int, kind: EntityType, score: float, rule: str) -> int:
        if kind == "PERSON" and end + 1 < len(self.tokens) and self.tokens[end].text == ",":
            end += 2 * (self.tokens[end + 1].text in ("Jr", "Jr.", "Sr", "Sr."))
        first, last = self.tokens[start], self.tokens[end - 1]
        owned = kind != "PERSON" and last.possessive and spoken(self.tokens, start, end) + " 's" in self.known.names
        self.found.append(Found(first.start, last.end + 2 * owned, kind, score, f"rules:{rule}"))
        return end

    def name_at(self, at: int) -> int:
        """Take the name that begins at `at`; the index to read on from."""
        tokens, known = self.tokens, self.known
        end = run_end(tokens, at, known)
        phrase = phrase_end(tokens, at, known)
        if self.case != "sentence" or not self.english:
            return self._known_only(at, end, phrase)
        at = self._skip_opening(at, end, phrase)
        if at >= end and phrase <= at:
            return end
        phrase = phrase_end(tokens, at, known)
        headed = headed_name(tokens, at, max(end, phrase), phrase, known)
        if headed and headed.end > phrase:
            start = self._left_of_compound(at) if headed.type in ("EVENT", "ORG") else at
            return self.add(start, headed.end, headed.type, 0.85, "head")
        title = title_end(tokens, at, end, known)
        if title > at and phrase <= title:
            return self._titled(title, end)
        return self._plain(at, end, phrase)

    def _skip_opening(self, at: int, end: int, phrase: int) -> int:
        """Past an ordinary word that has its capital from the beginning of the sentence."""
        token = self.tokens[at]
        lower = token.text.casefold()
        if not token.first or phrase > at + 1 or not self._ordinary(lower, token.text):
            return at
        if lower in self.known.groups["function"]:
            return at + 1
        if self.known.is_title(lower.rstrip(".")) or lower in self.known.modifiers:
            return at
        if token.text in self.known.heads["of"] or token.text in self.known.heads["first"]:
            return at
        if phrase > at and (token.text in self.known.countries or token.text.isupper() or self._acts(at)):
            return at
        following = self.tokens[at + 1] if at + 1 < end else None
        headed = following is not None and following.text in self.known.heads["last"]
        if headed and lower not in self.known.groups["function"]:
            return at
        if following is not None and token.text in self.known.given and is_person(self.tokens, at, end, self.known):
            return at
        return at + 1

    def _acts(self, at: int) -> bool:
        """Whether what follows is done by somebody ("Apple said"), so that the ordinary word before it is a name."""
        after = self.tokens[at + 1].text if at + 1 < len(self.tokens) else ""
        return after in self.known.groups["speech"] or after in self.known.groups["acts"]

    def _ordinary(self, lower: str, text: str) -> bool:
        if lower in self.known.words:
            return True
        if text in self.known.names or text in self.known.given or text in self.known.surnames:
            return False
        return "-" in text and text.rpartition("-")[2] in self.known.words

    def _left_of_compound(self, at: int) -> int:
        """The start of "US-France …" when the name at `at` is its second half."""
        if at >= 2 and self.tokens[at - 1].text == "-" and self.found:
            before = self.found[-1]
            if before.end == self.tokens[at - 2].end:
                self.found.pop()
                while at and self.tokens[at - 1].start >= before.start:
                    at -= 1
        return at

    def _titled(self, at: int, end: int) -> int:
        """The name behind a title; just past the title when none follows."""
        tokens, known = self.tokens, self.known
        if at >= end:
            return at
        phrase = phrase_end(tokens, at, known)
        stop = person_end(tokens, at, end, known, after_title=True)
        name = known.names.get(spoken(tokens, at, stop)) if stop > at and phrase == stop else None
        if stop > at and phrase <= stop and (name is None or name[0] != "NORP"):
            return self.add(at, stop, "PERSON", 0.95, "title")
        return self.name_at(at)

    def _plain(self, at: int, end: int, phrase: int) -> int:
        tokens, known = self.tokens, self.known
        stop = person_end(tokens, at, end, known, after_title=False)
        if stop > phrase and stop > at + 1 and is_person(tokens, at, stop, known):
            return self.add(at, stop, "PERSON", 0.85, "person")
        if phrase > at:
            return self._known(at, phrase)
        return self._unknown(at, end, stop)

    def _known(self, at: int, phrase: int) -> int:
        key = spoken(self.tokens, at, phrase)
        names = self.known.names
        kind, _ = names.get(key) or names.get(key + " 's") or names.get(key.title()) or ("GPE", "")
        if kind == "GPE" and at and self._compass(at):
            return self.add(at - 1, phrase, "LOC", 0.8, "compass")
        return self.add(at, phrase, kind, 0.9, "gazetteer")

    def _compass(self, at: int) -> bool:
        before = self.tokens[at - 1]
        if self.found and self.found[-1].end > before.start:
            return False
        return before.text in self.known.groups["compass"] and not before.possessive

    def _unknown(self, at: int, end: int, stop: int) -> int:
        """Words that no list knows, up to the next known name or title."""
        tokens, known = self.tokens, self.known
        limit = at + 1
        while limit < end and not self._begins_known(limit, end):
            limit += 1
        if limit < end and tokens[limit - 1].text in known.groups["compass"]:
            limit -= 1
            if limit == at:
                return at + 1
        kind, score, rule, reach = type_by_context(tokens, at, limit, known)
        if kind is None:
            return limit
        return self.add(at, max(reach, limit), kind, score, rule)

    def _begins_known(self, at: int, end: int) -> bool:
        return phrase_end(self.tokens, at, self.known) > at or title_end(self.tokens, at, end, self.known) > at

    def _known_only(self, at: int, end: int, phrase: int) -> int:
        """For headlines and foreign texts: known names, names behind honorifics, given names with a family name."""
        tokens, known = self.tokens, self.known
        title = title_end(tokens, at, end, known)
        if phrase > at:
            if phrase > at + 1 or not self._ordinary(tokens[at].text.casefold(), tokens[at].text) or (
                tokens[at].text in known.countries
            ):
                stop = person_end(tokens, at, end, known, after_title=False)
                if stop > phrase and is_person(tokens, at, stop, known) and tokens[at].text in known.given:
                    return self.add(at, stop, "PERSON", 0.7, "person")
                return self._known(at, phrase)
            return phrase
        if title > at and title < end and tokens[title].text.casefold() not in known.words:
            stop = person_end(tokens, title, end, known, after_title=True)
            while stop > title + 1 and tokens[stop - 1].text.casefold() in known.words:
                stop -= 1
            if stop > title and phrase_end(tokens, title, known) <= title:
                return self.add(title, stop, "PERSON", 0.8, "title")
            return title
        return self._person_only(at, end)

    def _person_only(self, at: int, end: int) -> int:
        tokens, known = self.tokens, self.known
        text = tokens[at].text
        if text.casefold() in known.words:
            return at + 1
        if text in known.given and at + 1 < end:
            following = tokens[at + 1].text
            if following in known.surnames or (
                following.casefold() not in known.words and phrase_end(tokens, at + 1, known) == at + 1
            ):
                stop = at + 2
                if stop < end and tokens[stop].text in known.surnames and len(following) <= 2:
                    stop += 1
                return self.add(at, stop, "PERSON", 0.7, "person")
        if text in known.surnames and self.english:
            return self.add(at, at + 1, "PERSON", 0.55, "surname")
        return at + 1


