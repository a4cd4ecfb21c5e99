"""Tables: data stays a grid, layout dissolves into what it holds."""

import pytest

from parsers.dom import Element, parse
from parsers.formats.html import tables
from parsers.formats.html.flow import fragments
from parsers.fragment import Shape


def table(page: str) -> Element:
    return next(one for one in parse(page).body.elements() if one.tag == "table")


GRID = "<tr><th>Party<th>Seats<tr><td>Red<td>12<tr><td>Blue<td>9"


@pytest.mark.parametrize(
    ("page", "data"),
    [
        (f"<table>{GRID}</table>", True),
        ("<table><tr><td>Red<td>12<tr><td>Blue<td>9</table>", True),
        (f"<table role=presentation>{GRID}</table>", False),
        ("<table><tr><td>Only one column<tr><td>of text</table>", False),
        ("<table><tr><td>Menu<td><h1>Title</h1><p>Story</table>", False),
        (f"<table><tr><td>{'long ' * 80}<td>short<tr><td>a<td>b</table>", False),
        ("<table><tr><td>a<td><table><tr><td>b<td>c</table></table>", False),
        ("<table><tr><td>a<td>b</table>", False),
        ("<table></table>", False),
    ],
)
def test_data_is_told_from_layout(page: str, data: bool) -> None:
    """Short cells in two or more columns are data; whatever holds headings, tables or long texts is not."""
    assert tables.is_data(table(page)) is data


def test_rows_are_rectangular() -> None:
    """Spanning cells leave empty ones, short rows are filled, absurd spans are bounded."""
    page = "<table><tr><th colspan=2>A<th>B<tr><td rowspan=2>1<td>2<br>x<td>3<tr><td>4<tr><td>5<tr></table>"
    assert tables.rows_of(table(page)) == (("A", "", "B"), ("1", "2 x", "3"), ("", "4", ""), ("5", "", ""))
    wide = tables.rows_of(table("<table><tr><td colspan=9999>a<td>b<td rowspan=99999>c<tr><td>d</table>"))
    assert len(wide[0]) <= 100


def test_a_table_is_one_fragment_behind_its_caption() -> None:
    """Rows and text hold the same words; the caption keeps its own place."""
    caption, grid = fragments(parse(f"<table><caption>Seats</caption>{GRID}</table>").body, None)
    assert caption.text == "Seats"
    assert grid.shape is Shape.TABLE
    assert grid.rows == (("Party", "Seats"), ("Red", "12"), ("Blue", "9"))
    assert grid.text == "Party\tSeats\nRed\t12\nBlue\t9"
