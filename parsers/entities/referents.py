"""One entity for each referent of a document: which of its mentions name the same person, body or place.

Without this a story about one minister lists "Antony J. Blinken", "Blinken" and "Mr. Blinken" as three people.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence

from msgspec import Struct

from parsers.article import EntityType
from parsers.entities.gazetteer import Gazetteer, gazetteer, key_of
from parsers.entities.propagate import family_parts

_SUFFIX = re.compile(r",? (?:Jr|Sr)\.?$")
# The part of a company's name that says only what kind of company it is.
_LEGAL = re.compile(
    r",? (?:Inc|Corp|Corporation|Co|Ltd|Limited|LLC|LLP|PLC|plc|GmbH|AG|SE|SA|S\.A|SpA|NV|AB|ASA|Group|Holdings"
    r"|Company|FC)\.?$"
)
_NATION = re.compile(r"^(?:U\.S\.|US|UK|U\.K\.|United States|American|British) ")


class Named(Struct, frozen=True):
    """A mention as far as its referent is concerned."""

    form: str
    type: EntityType


def canonical_names(mentions: Sequence[Named], expansions: dict[str, str]) -> list[str]:
    """For each mention, in reading order, the canonical name of its referent.

    `expansions` are the acronyms that the document itself explains. Mentions of one type with one canonical name
    name one referent.
    """
    known = gazetteer()
    people = _people([one.form for one in mentions if one.type == "PERSON"], known)
    others = {one for one in mentions if one.type != "PERSON"}
    names = {one: _of_list(one, expansions, known) for one in others}
    full = Counter(name for one, name in names.items() if one.type == "ORG")
    person = iter(people)
    return [
        next(person) if one.type == "PERSON" else _fullest(one, names[one], full) for one in mentions
    ]


def entity_id(kind: EntityType, name: str) -> str:
    """"person:antony-j-blinken": equal for equal names of one type, whatever their points, accents and capitals."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    plain = re.sub(r"[.'’]", "", plain) if kind not in ("DATE", "MONEY") else plain
    slug = re.sub(r"[^\w$€£¥%.,/]+", "-", plain).strip("-") or "-".join(f"{ord(c):x}" for c in name)
    return f"{kind.casefold()}:{slug}"


def _of_list(one: Named, expansions: dict[str, str], known: Gazetteer) -> str:
    """The canonical name that the gazetteer or the document's own explanation gives; the form itself otherwise."""
    form = expansions.get(one.form, one.form)
    for key in (key_of(form), key_of("The " + form)):
        name = known.names.get(key)
        if name is not None and name[0] == one.type:
            return name[1].removeprefix("The ")
    if form.isupper() and len(form) > 3:
        name = known.names.get(form.title())
        if name is not None and name[0] == one.type:
            return name[1]
    return form


def _fullest(one: Named, name: str, organisations: Counter[str]) -> str:
    """For an organisation also the longer form of its name, when the document uses one and only one."""
    if one.type != "ORG":
        return name
    longer = [
        other
        for other in organisations
        if other != name and (_NATION.sub("", other) == name or _LEGAL.sub("", other) == name)
    ]
    return longer[0] if len(longer) == 1 else name


def _people(forms: list[str], known: Gazetteer) -> list[str]:
    """The canonical name of each mention of a person, in reading order."""
    groups = _full_names(forms)
    fullest = {form: max(group, key=lambda f: (len(f.split()), len(f))) for group in groups for form in group}
    by_part: dict[str, list[int]] = defaultdict(list)
    for at, form in enumerate(forms):
        if form in fullest:
            for part in {*family_parts(form, known), form.split()[0]}:
                by_part[part].append(at)
    resolved: list[str] = []
    for at, form in enumerate(forms):
        if form in fullest:
            resolved.append(fullest[form])
            continue
        places = _best_places(form, by_part, forms, known)
        before = [place for place in places if place < at]
        place = before[-1] if before else (places[0] if places else None)
        resolved.append(form if place is None else fullest[forms[place]])
    return resolved


def _best_places(form: str, by_part: dict[str, list[int]], forms: list[str], known: Gazetteer) -> list[int]:
    """Where full names stand that this short form may shorten; family names before given names."""
    places = by_part.get(form, [])
    family = [place for place in places if form in family_parts(forms[place], known)]
    return family or places


def _full_names(forms: list[str]) -> list[list[str]]:
    """The full names (two words or more) grouped by person."""
    groups: list[list[str]] = []
    for form in dict.fromkeys(form for form in forms if " " in form):
        for group in groups:
            if any(same_person(form, other) for other in group):
                group.append(form)
                break
        else:
            groups.append([form])
    return groups


def same_person(one: str, other: str) -> bool:
    """Whether two full names may name one person: "Antony J. Blinken" and "Antony Blinken", "J. Biden", "Joe Biden"."""
    first, second = (_SUFFIX.sub("", name).casefold().split() for name in (one, other))
    if len(first) > len(second):
        first, second = second, first
    if not first or first[-1] != second[-1]:
        # "Kim Jong Un" and "Kim Jong-un" differ in the hyphen alone.
        return "".join(first).replace("-", "") == "".join(second).replace("-", "")
    givens, others = first[:-1], second[:-1]
    at = 0
    for given in givens:
        while at < len(others) and not _same_given(given, others[at]):
            at += 1
        if at == len(others):
            return False
        at += 1
    return bool(givens) and (_same_given(givens[0], others[0]) or len(givens[0]) > 2)


def _same_given(one: str, other: str) -> bool:
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    if short == long or gazetteer().alike(short, long):
        return True
    return len(short) == 1 and long.startswith(short)
