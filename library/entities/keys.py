"""Names as they are compared across articles: what two pages must share before they can mean the same one.

"Antony J. Blinken" and "ANTONY BLINKEN" are one full name, "The Harbour Trust, Inc." and "Harbour Trust" too. A
surname, an acronym or "Health Ministry" is no such name: many bear it, so it is weak and needs other evidence. If all
names were equally good, every Smith of a library would become one person.
"""

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from msgspec import Struct

from parsers.entities.gazetteer import gazetteer, key_of
from parsers.entities.propagate import family_parts

PLACES = frozenset({"GPE", "LOC", "FAC"})
KINDS = frozenset({"PERSON", "ORG", "NORP", "EVENT"}) | PLACES
"""The entity types that are followed across articles; dates and sums of money are not."""

_LETTERS = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th", "&": " and ",
})
_SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}

_REMEMBERED = 16_384
"""Names whose forms are remembered: the same few thousand come up all the time."""


class NameKey(Struct, frozen=True):
    """A name as it is compared."""

    key: str
    """Equal for equal names of one class; "~" in front of one that is never enough by itself."""
    token: str
    """The key under which it counts as company of other names: a person's surname, else the key itself."""
    weight: float
    """How much it says that two articles both name it: 0 to 1."""
    short: tuple[str, ...] = ()
    """The weak keys that a later article may shorten it to."""

    @property
    def is_weak(self) -> bool:
        return self.key.startswith("~")


class PersonName(Struct, frozen=True):
    """The parts of a person's name that matter when two are compared."""

    first: str
    last: str
    middle: tuple[str, ...] = ()
    suffix: str = ""


@lru_cache(maxsize=_REMEMBERED)
def folded(text: str) -> str:
    """Lower case without accents, points, apostrophes and a leading "the"; other signs are spaces."""
    text = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    text = "".join(c for c in text if not unicodedata.combining(c))
    parts = re.sub(r"[^\w]+|_", " ", re.sub(r"[.'’`ʼ]", "", text)).split()
    if len(parts) > 1 and parts[0] == "the":
        parts = parts[1:]
    return " ".join(parts)


@lru_cache(maxsize=_REMEMBERED)
def name_key(kind: str, name: str, country: str | None = None) -> NameKey | None:
    """The key of a name of this entity type; None when nothing of it can be compared.

    `country` is whose, where the article tells: it makes "the Supreme Court" the one of that country.
    """
    if kind == "PERSON":
        return _person_key(name)
    plain = folded(name)
    if not plain:
        return None
    if kind == "NORP":
        return NameKey(f"g {plain}", f"g {plain}", 0.0)
    if kind == "EVENT":
        return NameKey(f"e {plain}", f"e {plain}", 1.0)
    return _place_key(kind, name, plain) if kind in PLACES else _body_key(name, plain, country)


@lru_cache(maxsize=_REMEMBERED)
def person_name(name: str) -> PersonName | None:
    """The parts of a person's name, titles left out; None when no word is left."""
    known = gazetteer()
    written = [word for word in re.split(r"[\s\-‐–]+", name.replace("’", "'")) if folded(word)]
    while len(written) > 1 and folded(written[0]) in _honorifics():
        written = written[1:]
    plain = [_initials(word) or folded(word) for word in written]
    plain = [part for part in plain if part]
    if len(plain) == 2 and plain[0] in known.groups["particle"] and written[0] not in known.given:
        plain = plain[1:]  # "Le Drian" is a surname
    suffix = ""
    while len(plain) > 2 and plain[-1] in _SUFFIXES:
        suffix = _SUFFIXES[plain.pop()]
    if not plain:
        return None
    middle = tuple(spelt(part) for part in plain[1:-1] if part not in known.groups["particle"])
    return PersonName(spelt(plain[0]) if len(plain) > 1 else "", spelt(plain[-1]), middle, suffix)


@cache
def _honorifics() -> frozenset[str]:
    return frozenset(title.rstrip(".") for title in gazetteer().honorifics)


@lru_cache(maxsize=_REMEMBERED)
def spelt(word: str) -> str:
    """A part of a name as most would spell it: what transliterations and habits disagree on is left out."""
    if len(word) < 4:
        return word
    word = re.sub(r"(.)\1", r"\1", word.replace("ph", "f").replace("th", "t").replace("ou", "u"))
    word = re.sub(r"(?:iy|yi|ij|ie|[yij])$", "y", word)
    return re.sub(r"^m[uo]ham[ae]d$", "mohamed", word)


def _person_key(name: str) -> NameKey | None:
    parts = person_name(name)
    if parts is None:
        return None
    surname = f"~p {parts.last}"
    if not parts.first:
        return NameKey(surname, surname, 1.0)
    if len(parts.first) == 1:
        return NameKey(f"~p {parts.first} {parts.last}", surname, 1.0)
    shorter = [f"~p {spelt(folded(part).split()[-1])}" for part in family_parts(name, gazetteer()) if folded(part)]
    initial = f"~p {parts.first[0]} {parts.last}"
    return NameKey(f"p {parts.first} {parts.last}", surname, 1.0, tuple(dict.fromkeys([surname, *shorter, initial])))


def _place_key(kind: str, name: str, plain: str) -> NameKey:
    listed = gazetteer().names.get(key_of(name))
    if listed is not None and listed[0] in PLACES:
        plain = folded(listed[1])
        return NameKey(f"l {plain}", f"l {plain}", 0.25 if is_country(name) else 0.7)
    if kind == "FAC" and all(word in words()["built"] for word in plain.split()):
        return NameKey(f"~l {plain}", f"~l {plain}", 0.5)
    return _unlisted(plain, "l")


def _body_key(name: str, plain: str, country: str | None) -> NameKey:
    known = gazetteer()
    own, rest = _of_country(plain)
    if is_generic(rest):
        whose = own or country
        rest = " ".join(sorted(word for word in rest.split() if word not in ("of", "for", "and", "the", "on")))
        if whose is None:
            return NameKey(f"~o {rest}", f"~o {rest}", 0.5)
        return NameKey(f"o {rest} @{folded(whose)}", f"~o {rest}", 0.5, (f"~o {rest}",))
    listed = known.names.get(key_of(name)) or known.names.get(key_of("The " + name))
    if listed is not None and listed[0] == "ORG" and key_of(name) not in known.shared:
        plain = folded(listed[1])
        return NameKey(f"o {plain}", f"o {plain}", 0.5, tuple(_acronyms(listed[1])))
    parts = plain.split()
    while len(parts) > 1 and parts[-1] in words()["legal"]:
        parts.pop()
    bare = " ".join(parts)
    if len(parts) == 1 and bare == plain and (_is_acronym(name) or bare in known.words):
        return NameKey(f"~o {bare}", f"~o {bare}", 1.0)
    key = _unlisted(bare, "o")
    is_word = len(parts) == 1 and bare in known.words
    return NameKey(key.key, key.token, key.weight, (f"~o {bare}",)) if is_word else key


def _unlisted(plain: str, letter: str) -> NameKey:
    """Names of two words that no list knows: one recogniser's hospital is an organisation, another's a building."""
    key = f"n {plain}" if " " in plain else f"{letter} {plain}"
    return NameKey(key, key, 1.0)


def acronym_key(form: str) -> str | None:
    """The weak key of an acronym or a short name that an article gives for a longer one; None for other forms."""
    plain = folded(form)
    return f"~o {plain}" if plain and " " not in plain and _is_acronym(form) else None


def is_country(name: str) -> bool:
    return key_of(name) in gazetteer().countries


def is_generic(plain: str) -> bool:
    """Whether a folded name says what a body is and not whose: "supreme court", "ministry of health"."""
    known, parts = words(), plain.split()
    if plain.replace(" ", "_") in known["known"] or not all(part in known["generic"] for part in parts):
        return False
    return any(part in known["head"] for part in parts)


@cache
def _alike() -> dict[str, frozenset[str]]:
    return {
        spelt(short): frozenset(spelt(name) for name in names) for short, names in gazetteer().short_names.items()
    }


def first_names_alike(one: str, other: str) -> bool:
    """Whether one first name, as compared, stands for the other: "bil" and "wiliam"."""
    return other in _alike().get(one, ()) or one in _alike().get(other, ())


@cache
def words() -> dict[str, frozenset[str]]:
    """words.txt: section → its words."""
    found: dict[str, frozenset[str]] = {}
    for line in files("library.entities").joinpath("words.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            section, _, listed = line.partition(": ")
            found[section] = found.get(section, frozenset()) | frozenset(listed.split())
    return found


@cache
def nations() -> dict[str, str]:
    """A folded name of a country or its people → the country's name: "kenyan" → "Kenya"."""
    known = gazetteer()
    found = {folded(key): known.names[key][1] for key in known.countries}
    return {**known.peoples, **found}


def _of_country(plain: str) -> tuple[str | None, str]:
    """The country that a folded name itself tells, and the name without it: "kenyan ministry of health"."""
    parts = plain.split()
    for length in (1, 2):
        head, tail = " ".join(parts[:length]), " ".join(parts[-length:])
        whose = nations().get(head) or nations().get(head.removesuffix("s"))  # "indias": a possessive
        if len(parts) > length and whose:
            return whose, " ".join(parts[length:])
        if len(parts) > length + 1 and tail in nations() and parts[-length - 1] in ("of", "in"):
            return nations()[tail], " ".join(parts[: -length - 1])
    return _of_town(parts) or (None, plain)


def _of_town(parts: list[str]) -> tuple[str, str] | None:
    """The same for "city council of ripon" and "ripon city council"; None when it is no such office."""
    for n in range(1, len(parts)):
        front, back = " ".join(parts[:n]), " ".join(parts[n:])
        if parts[n] == "of" and _is_office(front) and not is_generic(" ".join(parts)):
            return " ".join(parts[n + 1 :]), front
        if _is_office(back) and len(parts) - n > 1 and not any(part in words()["generic"] for part in parts[:n]):
            return front, back
    return None


def _is_office(plain: str) -> bool:
    return is_generic(plain) and any(part in words()["office"] for part in plain.split())


def _is_acronym(form: str) -> bool:
    letters = re.sub(r"[\W\d_]", "", form)
    return 2 <= len(letters) <= 7 and " " not in form and sum(c.isupper() for c in letters) >= len(letters) - 1 > 0


def _acronyms(name: str) -> list[str]:
    key = acronym_key(name)
    return [key] if key else []


def _initials(word: str) -> str:
    """"jk" for "J.K."; "" for any other word."""
    return folded(word) if re.fullmatch(r"(?:[^\W\d_]\.){2,}", word) else ""
