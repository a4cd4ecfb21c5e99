"""Names that a head word makes: "Johns Hopkins University", "Ministry of Health", "Lake Chad", "Battle of Mosul".

Most organisations and buildings of the world stand in no list; the word at the end or the beginning of their
name says what they are.
"""

from msgspec import Struct

from parsers.article import EntityType
from parsers.entities.gazetteer import Gazetteer, spoken
from parsers.entities.people import is_person, person_end, title_end
from parsers.entities.runs import phrase_end, run_end
from parsers.entities.tokens import Token


class Headed(Struct, frozen=True):
    end: int
    """Index behind the last token."""
    type: EntityType


def headed_name(tokens: list[Token], start: int, end: int, phrase: int, known: Gazetteer) -> Headed | None:
    """The name that a head word makes of the run tokens[start:end], or None.

    `phrase` is the end of the known name at `start`; a run that went on behind it is read on.
    """
    if phrase > end or (phrase == end and phrase > start and not _owns(tokens, start, phrase, known)):
        end = max(end, run_end(tokens, phrase, known) if phrase < len(tokens) else phrase)
    opening = _opening_head(tokens, start, known)
    if opening:
        return opening
    best: Headed | None = None
    at = start + 1
    while at < end:
        if _title_begins(tokens, at, end, known):
            break
        word = tokens[at].text
        kind = known.heads["last"].get(word)
        if kind and not _is_modifier(tokens, at, end, known):
            reach = _of(tokens, at, known) if word in known.heads["of"] else at + 1
            best = Headed(_numbered(tokens, reach), kind)
            at = max(at + 1, reach)
            end = max(end, reach)
            continue
        at += 1
    if best is None or _is_person_first(tokens, start, best.end, known):
        return None
    return best


def _owns(tokens: list[Token], start: int, end: int, known: Gazetteer) -> bool:
    """Whether a known name owns what follows ("India's Foreign Ministry"), so that the two are names of their own."""
    return tokens[end - 1].possessive and spoken(tokens, start, end) + " 's" not in known.names


def _opening_head(tokens: list[Token], start: int, known: Gazetteer) -> Headed | None:
    """A name that begins with its head: "Bank of Ghana", "Mount Kenya", "Hurricane Otis"."""
    word = tokens[start].text
    kind = known.heads["of"].get(word)
    if kind:
        reach = _of(tokens, start, known)
        if reach > start + 1:
            return Headed(reach, kind)
    kind = known.heads["first"].get(word)
    following = tokens[start + 1] if start + 1 < len(tokens) else None
    if kind and following is not None and following.capital and not tokens[start].possessive:
        reach = max(start + 2, phrase_end(tokens, start + 1, known))
        if kind == "LOC" and following.text in known.heads["last"]:
            return None
        while kind == "EVENT" and reach < len(tokens) and tokens[reach].capital and reach < start + 4:
            reach += 1
        if reach < len(tokens) and known.heads["last"].get(tokens[reach].text) in ("ORG", "FAC"):
            return None
        return Headed(reach, kind)
    return None


def _of(tokens: list[Token], head: int, known: Gazetteer) -> int:
    """The index behind "of …" that completes the name whose head is at `head`; head + 1 when none does."""
    reach = head + 1
    first = True
    while reach + 1 < len(tokens) and not tokens[reach - 1].possessive:
        join, word = tokens[reach].text, tokens[head].text
        if not _joins(join, word, first, known):
            break
        at = reach + 1
        if tokens[at].text == "the" and at + 1 < len(tokens):
            at += 1
        if not tokens[at].capital:
            break
        reach = _stretch(tokens, at, known)
        if word in known.groups["two_subjects"] and reach + 1 < len(tokens) and tokens[reach].text in ("and", "&"):
            reach = _second(tokens, reach, known)
        first = False
    return reach


def _joins(join: str, head: str, first: bool, known: Gazetteer) -> bool:
    """Whether a small word goes on with the name of this head; "at" only behind an "of" ("University of X at Y")."""
    if join == "of":
        return True
    if join == "at":
        return not first
    return (join == "for" and head in known.groups["takes_for"]) or (
        join == "on" and first and head in known.groups["takes_on"]
    )


def _stretch(tokens: list[Token], at: int, known: Gazetteer) -> int:
    """A run behind "of", up to a title that begins the next name."""
    end = run_end(tokens, at, known)
    stop = at + 1
    while stop < end and not _title_begins(tokens, stop, end, known):
        stop += 1
    return max(stop, phrase_end(tokens, at, known))


def _second(tokens: list[Token], conjunction: int, known: Gazetteer) -> int:
    """Behind the second of two subjects; `conjunction` itself when what follows is another name."""
    at = conjunction + 1
    if not tokens[at].capital or tokens[conjunction - 1].possessive:
        return conjunction
    word = tokens[at].text
    ordinary = word.casefold() in known.words and word not in known.names
    if not ordinary or title_end(tokens, at, at + 1, known) > at:
        return conjunction
    return _stretch(tokens, at, known)


def _title_begins(tokens: list[Token], at: int, end: int, known: Gazetteer) -> bool:
    """Whether an office and a name behind it begin here ("Harvard University President Claudine Gay")."""
    stop = title_end(tokens, at, end, known)
    return at < stop < end and not tokens[stop - 1].possessive and tokens[at].text not in known.heads["last"]


def _is_modifier(tokens: list[Token], at: int, end: int, known: Gazetteer) -> bool:
    """Whether a head word here only tells the kind of an office: "Police Chief", "Press Secretary"."""
    lower = tokens[at].text.casefold()
    return lower in known.modifiers and at + 1 < end and title_end(tokens, at + 1, end, known) > at + 1


def _numbered(tokens: list[Token], reach: int) -> int:
    """With the number that belongs to the name: "Interstate 95" reads on, "Police 20" does not."""
    if reach < len(tokens) and tokens[reach - 1].text in ("Highway", "Interstate", "Route", "Terminal", "Gate"):
        return reach + 1 if tokens[reach].text.isdigit() else reach
    return reach


def _is_person_first(tokens: list[Token], start: int, end: int, known: Gazetteer) -> bool:
    """Whether a title with a full name stands before the head, so that the head belongs to something else."""
    title = title_end(tokens, start, end, known)
    if title == start:
        return False
    stop = person_end(tokens, title, end, known, after_title=True)
    return stop >= title + 2 and stop < end and is_person(tokens, title, stop, known)
