"""Where places are, and the map they are marked on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.article import Entity
from parsers.entities.places import located, place_of
from tui.world_map import Point, View, near_view, world_map, world_view
from tui.wrap import cells


def gpe(name: str, number: int = 0) -> Entity:
    return Entity(id=f"{number}{name}", name=name, type="GPE", count=1)


@pytest.mark.parametrize(("name", "country"), [
    ("Kitwe", "ZM"), ("Kiev", "UA"), ("U.S.", "US"), ("Türkiye", "TR"), ("Washington, D.C.", "US"), ("Barcelona", "ES"),
    ("the Netherlands", "NL"), ("London", "GB"), ("Reykjavik", "IS"), ("Donbas", "UA"), ("Cologne", "DE"),
])
def test_a_place_is_found_under_its_usual_names(name: str, country: str) -> None:
    """English and former names, with and without accents, short forms."""
    place = place_of(name)

    assert place is not None
    assert place.country == country


@pytest.mark.parametrize("name", [
    "Springfield", "Birmingham", "San Jose", "Hamilton", "Latin America", "Nowhereville", "",
])
def test_a_name_of_several_places_is_left_off_the_map(name: str) -> None:
    """In doubt nothing is guessed."""
    assert place_of(name) is None


def test_the_countries_of_an_article_settle_a_name() -> None:
    """Birmingham beside Britain is not the one in Alabama."""
    found = located([gpe("Birmingham"), gpe("United Kingdom")])

    assert found["0Birmingham"].country == "GB"


def test_georgia_beside_the_united_states_stays_in_doubt() -> None:
    """A state and a country share the name."""
    assert place_of("Georgia", {"US"}) is None
    assert place_of("Georgia", {"RU"}) is not None


def test_a_small_town_is_not_looked_for_in_another_country() -> None:
    """Where an article speaks of Zambia, a village of the name of a small Belgian town may be meant."""
    assert place_of("Leuven", {"ZM"}) is None
    assert place_of("Leuven", {"BE"}) is not None


def test_only_places_are_located() -> None:
    """A person may be called like a town."""
    assert located([Entity(id="p", name="Paris", type="PERSON", count=1)]) == {}


def test_a_mark_stands_where_its_place_is() -> None:
    """Reykjavik is left of Moscow and above Nairobi, each name beside its mark."""
    points = [Point("Moscow", 55.8, 37.6, 3), Point("Nairobi", -1.3, 36.8, 2), Point("Reykjavik", 64.1, -21.9, 1)]
    rows = ["".join(text for text, _ in row) for row in world_map(points, world_view(100, 28), 100, 28)]
    where = {name: next((y, row.index(name)) for y, row in enumerate(rows) if name in row)
             for name in ("Moscow 3", "Nairobi 2", "Reykjavik 1")}

    assert where["Reykjavik 1"][0] < where["Moscow 3"][0] < where["Nairobi 2"][0]
    assert where["Reykjavik 1"][1] < where["Moscow 3"][1]


def test_names_that_would_lie_on_one_another_leave_room_for_the_one_named_most() -> None:
    """Three cities in a row: the one in the middle, named least, keeps its mark and loses its name."""
    points = [Point("Leuven", 50.9, 5.4, 1), Point("Ghent", 50.9, 3.2, 2), Point("Aachen", 50.9, 9.1, 9)]
    text = "\n".join("".join(text for text, _ in row) for row in world_map(points, world_view(100, 28), 100, 28))

    assert "Aachen 9" in text
    assert "Ghent 2" in text
    assert "Leuven" not in text


def test_the_near_view_holds_its_places_and_less_than_the_world() -> None:
    """Paris and Kyiv need Europe only."""
    points = [Point("Paris", 48.9, 2.4, 1), Point("Kyiv", 50.5, 30.5, 1)]
    view = near_view(points, 80, 24)
    text = "\n".join("".join(text for text, _ in row) for row in world_map(points, view, 80, 24))

    assert view.down < world_view(80, 24).down / 3
    assert "Paris 1" in text
    assert "Kyiv 1" in text


def test_a_terminal_without_braille_gets_dots_and_letters() -> None:
    """Only ASCII, when asked for."""
    rows = world_map([Point("Paris", 48.9, 2.4, 1)], world_view(60, 20), 60, 20, ascii_only=True)

    assert "".join(text for row in rows for text, _ in row).isascii()


@given(
    st.lists(st.builds(Point, st.text(max_size=30), st.floats(-90, 90), st.floats(-180, 180), st.integers(0, 999)),
             max_size=12),
    st.integers(1, 120), st.integers(1, 40), st.booleans(),
)
def test_a_map_fills_its_room_exactly(points: list[Point], width: int, height: int, near: bool) -> None:
    """Whatever the places and however small the room."""
    view: View = near_view(points, width, height) if near else world_view(width, height)
    rows = world_map(points, view, width, height)

    assert len(rows) == height
    assert all(len(row_text) == width for row_text in ("".join(text for text, _ in row) for row in rows))
    assert all(cells(text) == len(text) for row in rows for text, _ in row if "\x00" <= text[:1] <= "~")
