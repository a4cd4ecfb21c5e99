"""Where the places of an article are: a country and a point for those that the lists know without doubt.

A map that puts London, Ontario on the Thames is worse than none: a name borne by several towns is resolved only by a
country that the article names or by one bearer far larger than all others, and else not at all.
"""

import unicodedata
from collections.abc import Iterable, Set
from functools import cache
from importlib.resources import files

from msgspec import Struct

from parsers.article import Entity
from parsers.entities.gazetteer import gazetteer, key_of


class Place(Struct, frozen=True, gc=False):
    """A point of the map."""

    name: str
    """As the list has it."""
    country: str | None
    """ISO 3166-1 alpha-2, XK for Kosovo; None where several share it or none owns it."""
    latitude: float
    """Degrees, north positive, to a tenth: about 10 km."""
    longitude: float
    """Degrees, east positive."""
    people: int = 0
    """Thousands; 0 for countries, regions and waters."""
    known: bool = False
    """News knows this town far and wide: it is in cities.txt."""


def located(entities: Iterable[Entity]) -> dict[str, Place]:
    """Entity id → its place, for those GPE and LOC entities of one document that the lists know without doubt."""
    places = [entity for entity in entities if entity.type in ("GPE", "LOC")]
    countries = {place.country for place in map(_country, places) if place is not None and place.country}
    found = {entity.id: place_of(entity.name, countries) for entity in places}
    return {entity: place for entity, place in found.items() if place is not None}


def place_of(name: str, countries: Set[str] = frozenset()) -> Place | None:
    """The place that a name means beside the countries (ISO codes) of its document; None when in doubt or unknown."""
    known = gazetteer().names.get(key_of(name))
    names = [name, known[1]] if known is not None and known[0] in ("GPE", "LOC") else [name]
    names += [one.partition(",")[0] for one in names if ", " in one]
    lists = _lists()
    for one in names:
        sure = lists.certain.get(folded(one))
        if sure is not None:
            return None if _NAMESAKES.get(sure.name) in countries else sure
    for one in names:
        towns = lists.towns.get(folded(one))
        if towns:
            return _chosen(towns, countries)
    return None


_NAMESAKES = {"Georgia": "US"}
"""A country → the country with a region of that name: where an article names it, nobody can tell."""

# Ten to one: Paris (85 times its namesake in Texas) and London (21 times Ontario's) pass. By a writer's hand, no
# measurement: a doubt costs a point of the map, a mistake its trust.
_FAR_LARGER = 10
# Against namesakes in other countries that news seldom speaks of, it is enough to be as large: Barcelona is not the
# one in Venezuela.
_AS_LARGE = 1
# Thousands of people: a town below is likelier to be another of its name where the article speaks of other countries.
_KNOWN_ABROAD = 200


def _chosen(towns: list[Place], countries: Set[str]) -> Place | None:
    """One of the towns of a name, the known ones first, then the largest."""
    named = [town for town in towns if town.country in countries]
    first, *others = named or towns
    for other in others:
        times = _AS_LARGE if first.known and not other.known and first.country != other.country else _FAR_LARGER
        if first.people < times * max(1, other.people):
            return None
    if countries and not named and first.people < _KNOWN_ABROAD:
        return None
    return first


def _country(entity: Entity) -> Place | None:
    """The country that an entity is, or a region certainly lies in."""
    place = place_of(entity.name)
    return place if place is not None and not place.people else None


class _Lists(Struct, frozen=True):
    certain: dict[str, Place]
    """Folded name → country, region or water."""
    towns: dict[str, list[Place]]
    """Folded name → its bearers, known ones first, then the largest."""


@cache
def _lists() -> _Lists:
    """Read from package data at the first call (about 60 ms): only a map needs them."""
    certain: dict[str, Place] = {}
    towns: dict[str, list[Place]] = {}
    code = ""
    for line in lines_of("places.txt"):
        name, latitude, longitude, *rest = line.split(",")
        if name.startswith("= "):
            code, (name, latitude, longitude) = name[2:], (latitude, longitude, rest[0])
            certain[folded(name)] = Place(name, code, float(latitude), float(longitude))
        else:
            known = name.startswith("+")
            name = name[1:] if known else name
            place = Place(name, code, float(latitude), float(longitude), max(1, int(rest[0])), known)
            towns.setdefault(folded(name), []).append(place)
    for bearers in towns.values():
        if len(bearers) > 1:
            bearers.sort(key=lambda town: (not town.known, -town.people))
    for line in lines_of("regions_at.txt"):
        variants, country, latitude, longitude = line.split(",")
        names = variants.split("|")
        at = Place(names[0], None if country == "-" else country, float(latitude), float(longitude))
        certain.update((folded(name), at) for name in names if folded(name) not in certain)
    return _Lists(certain, towns)


def lines_of(name: str) -> list[str]:
    """The lines of a list of the package that are no comments."""
    text = files("parsers.entities").joinpath("data", name).read_text("utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


def folded(name: str) -> str:
    """A name as the lists are searched: without accents, case and "The"."""
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return name.casefold().removeprefix("the ").replace("saint ", "st. ")
