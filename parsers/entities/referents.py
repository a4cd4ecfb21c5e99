"""One entity for each referent of a document: which of its mentions name the same person, body or place.

Without this a story about one minister lists "Antony J. Blinken", "Blinken" and "Mr. Blinken" as three people.
"""

import re
import unicodedata
from bisect import bisect
from collections import defaultdict
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
    longer = _longer_names({name for one, name in names.items() if one.type == "ORG"})
    person = iter(people)
    return [next(person) if one.type == "PERSON" else _said_longer(one, names[one], longer) for one in mentions]


def entity_id(kind: EntityType, name: str) -> str:
    """"person:antony-j-blinken": equal for equal names of one type, whatever their points, accents and capitals."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    plain = re.sub(r"[.'’]", "", plain) if kind not in ("DATE", "MONEY") else plain
    slug = re.sub(r"[^\w$€£¥%.,/]+", "-", plain).strip("-") or "-".join(f"{ord(c):x}" for c in name)
    return f"{kind.casefold()}:{slug}"


def _of_list(one: Named, expansions: dict[str, str], known: Gazetteer) -> str:
    """The canonical name that the gazetteer or the document's own explanation gives; the form itself otherwise."""
    form = expansions.get(one.form, one.form)
    if key_of(form) in known.shared:
        return form
    for key in (key_of(form), key_of("The " + form)):
        name = known.names.get(key)
        if name is not None and name[0] == one.type:
            return name[1].removeprefix("The ")
    if form.isupper() and len(form) > 3:
        name = known.names.get(form.title())
        if name is not None and name[0] == one.type:
            return name[1]
    return form


def _said_longer(one: Named, name: str, longer: dict[str, str]) -> str:
    return longer.get(name, name) if one.type == "ORG" else name


def _longer_names(organisations: set[str]) -> dict[str, str]:
    """Short form of an organisation's name → the longer one, where the document uses one and only one."""
    longer: dict[str, set[str]] = defaultdict(set)
    for name in organisations:
        for short in (_NATION.sub("", name), _LEGAL.sub("", name)):
            if short != name and short in organisations:
                longer[short].add(name)
    return {short: min(names) for short, names in longer.items() if len(names) == 1}


def _people(forms: list[str], known: Gazetteer) -> list[str]:
    """The canonical name of each mention of a person, in reading order."""
    fullest = {
        form: max(group, key=lambda full: (len(full.split()), len(full)))
        for group in _full_names(forms)
        for form in group
    }
    families: dict[str, list[int]] = defaultdict(list)
    givens: dict[str, list[int]] = defaultdict(list)
    for at, form in enumerate(forms):
        if form in fullest:
            givens[form.split()[0]].append(at)
            for part in family_parts(form, known):
                families[part].append(at)
    resolved: list[str] = []
    for at, form in enumerate(forms):
        places = families.get(form) or givens.get(form)
        if form in fullest:
            resolved.append(fullest[form])
        elif places:
            # The nearest full name before it; the first one in the document when none came before.
            resolved.append(fullest[forms[places[max(bisect(places, at) - 1, 0)]]])
        else:
            resolved.append(form)
    return resolved


def _full_names(forms: list[str]) -> list[list[str]]:
    """The full names (two words or more) grouped by person."""
    groups: list[list[str]] = []
    by_key: dict[str, list[list[str]]] = defaultdict(list)
    for form in dict.fromkeys(form for form in forms if " " in form):
        keys = {_SUFFIX.sub("", form).casefold().split()[-1], _squashed(form)}
        candidates = [group for key in keys for group in by_key[key]]
        home = next((group for group in candidates if any(same_person(form, other) for other in group)), None)
        if home is None:
            home = []
            groups.append(home)
        home.append(form)
        for key in keys:
            if home not in by_key[key]:
                by_key[key].append(home)
    return groups


def _squashed(name: str) -> str:
    """A name without spaces and hyphens: "Kim Jong Un" and "Kim Jong-un" differ in them alone."""
    return re.sub(r"[\s-]", "", name).casefold()


def same_person(one: str, other: str) -> bool:
    """Whether two full names may name one person: "Antony J. Blinken" and "Antony Blinken", "J. Biden", "Joe Biden"."""
    suffixes = {found[0].strip(" ,.") for name in (one, other) if (found := _SUFFIX.search(name))}
    if len(suffixes) > 1:
        return False  # a father and his son
    first, second = (_SUFFIX.sub("", name).casefold().split() for name in (one, other))
    if len(first) > len(second):
        first, second = second, first
    if not first or first[-1] != second[-1]:
        return _squashed(one) == _squashed(other)
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
