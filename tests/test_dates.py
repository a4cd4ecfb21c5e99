"""Dates: what pages and machines write comes out as ISO 8601, and nothing that is no full date does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers import date_labels, dates
from parsers.date_words import MONTHS

LINES = {
    "2 April 2024": "2024-04-02",
    "Apr. 2, 2024": "2024-04-02",
    "Published 2 April 2024": "2024-04-02",
    "April 2, 2024 · 5 min read": "2024-04-02",
    "1st of May 2024": "2024-05-01",
    "Updated: April 2, 2024 5:30 p.m. ET": "2024-04-02T17:30:00-04:00",
    "January 2, 2024 5:30 PM ET": "2024-01-02T17:30:00-05:00",
    "Published 10:15 AM EDT, Tue April 2, 2024": "2024-04-02T10:15:00-04:00",
    "Published: 03:04 BST, 5 April 2024 | Updated: 09:10 BST, 6 April 2024": "2024-04-05T03:04:00+01:00",
    "Updated April 3, 2024. First published April 2, 2024": "2024-04-02",
    "Tuesday, 2 April 2024 10:15 GMT+1": "2024-04-02T10:15:00+01:00",
    "3 Apr 2024, 10.15am IST": "2024-04-03T10:15:00",
    "Veröffentlicht am 2. April 2024 um 14:30 Uhr": "2024-04-02T14:30:00",
    "Stand: 02.04.2024, 14:30 Uhr": "2024-04-02T14:30:00",
    "Publié le 2 avril 2024 à 14h30": "2024-04-02T14:30:00",
    "Mis à jour le mardi 1er octobre 2024": "2024-10-01",
    "2 de abril de 2024": "2024-04-02",
    "Última atualização em 2 de abril de 2024 às 14h30": "2024-04-02T14:30:00",
    "2 aprile 2024 alle 14:30": "2024-04-02T14:30:00",
    "2. huhtikuuta 2024 klo 14.30": "2024-04-02T14:30:00",
    "2 kwietnia 2024, 14:30": "2024-04-02T14:30:00",
    "2 Nisan 2024 Salı, 14:30": "2024-04-02T14:30:00",
    "2024. április 2.": "2024-04-02",
    "2 апреля 2024 г., 14:30": "2024-04-02T14:30:00",
    "12:30, 2 квітня 2024": "2024-04-02T12:30:00",
    "٢ أبريل ٢٠٢٤": "2024-04-02",
    "5 كانون الثاني 2024": "2024-01-05",
    "2 tháng 4, 2024": "2024-04-02",
    "2024年4月2日 14時30分": "2024-04-02T14:30:00",
    "2024년 4월 2일 오후 2:30": "2024-04-02T14:30:00",
    "입력 2024.04.02. 오후 2:30": "2024-04-02T14:30:00",
    "[2024/04/02]": "2024-04-02",
    "13/12/2024": "2024-12-13",
}

NOT_DATES = [
    "", "By John May", "Room 2024", "12/2024", "11/12/2024", "April 2", "April 2024", "2 hours ago",
    "2 April 2024 – 5 April 2024", "The 2 April 2024 agreement holds", "31 February 2024", "2 เมษายน 2567",
    "Call 02.04.2024.17", "4/2/24", "May 12", "Room 12 April 2024", "2024", "2 April 99999",
]  # fmt: skip


@pytest.mark.parametrize(("line", "iso"), LINES.items())
def test_a_line_that_is_a_date_is_read(line: str, iso: str) -> None:
    """A line that wraps nothing but a date gives that date."""
    assert dates.read(line) == iso


@pytest.mark.parametrize("line", NOT_DATES)
def test_nothing_is_guessed(line: str) -> None:
    """A line that is no full, unambiguous date gives none."""
    assert dates.read(line) is None


@pytest.mark.parametrize(
    ("line", "language", "iso"),
    [
        ("11/12/2024", "en-US", "2024-11-12"),
        ("11/12/2024", "en-GB", "2024-12-11"),
        ("11/12/2024", "fr", "2024-12-11"),
        ("11/12/2024", "en", None),
        ("02.04.24, 14:30", "de", "2024-04-02T14:30:00"),
        ("5 ago 2024", "it", "2024-08-05"),
        ("5 ago 2024", "en", None),
    ],
)
def test_the_language_decides(line: str, language: str, iso: str | None) -> None:
    """What two countries read differently is read as the stated language does."""
    assert dates.read(line, language=language) == iso


@pytest.mark.parametrize(
    ("text", "cut", "iso"),
    [
        ("Paris, 2 April 2024 (TDI): The talks", "2 April 2024", "2024-04-02"),
        ("By Jane, April 2, 2024 5:30 PM ET | More", "April 2, 2024 5:30 PM ET", "2024-04-02T17:30:00-04:00"),
        ("on 12/11/2024 and 3 May 2023", "3 May 2023", "2023-05-03"),
    ],
)
def test_a_date_is_found_inside_a_text(text: str, cut: str, iso: str) -> None:
    """The offsets cut out the date, with the time behind it."""
    found = dates.find(text)
    assert found is not None
    assert text[found[0] : found[1]] == cut
    assert found[2] == iso


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2024-04-02T10:15:00Z", "2024-04-02T10:15:00+00:00"),
        ("2024-04-02T10:15:00.123+0000", "2024-04-02T10:15:00+00:00"),
        ("2024-04-02T10:15:00+02:00[Europe/Berlin]", "2024-04-02T10:15:00+02:00"),
        ("2024-04-02 10:15:00 +0000 UTC", "2024-04-02T10:15:00+00:00"),
        ("Tue, 02 Apr 2024 10:15:00 GMT", "2024-04-02T10:15:00+00:00"),
        ("Tue Apr 02 2024 10:15:00 GMT+0200 (CEST)", "2024-04-02T10:15:00+02:00"),
        ("Tue Apr 02 10:15:00 CEST 2024", "2024-04-02T10:15:00+02:00"),
        ("1712052900", "2024-04-02T10:15:00+00:00"),
        ("1712052900000", "2024-04-02T10:15:00+00:00"),
        ("20240402", "2024-04-02"),
        ("2024-04-02 00:00:00", "2024-04-02"),
        ("April 2, 2024", "2024-04-02"),
        ("1970-01-01T00:00:00Z", None),
        ("0001-01-01T00:00:00", None),
        ("2024-04", None),
        ("2024-13-45", None),
        ("soon", None),
    ],
)
def test_machine_values(value: str, iso: str | None) -> None:
    """Every form that metadata uses is read; placeholders and parts of dates are not."""
    assert dates.read_stated(value) == iso


def test_updated_is_told_from_published() -> None:
    """A line's own words say whether its date is that of a change."""
    assert date_labels.says_updated("Zuletzt aktualisiert: 2. April 2024")
    assert not date_labels.says_updated("Published 2 April 2024")


@given(st.sampled_from(sorted(MONTHS)), st.integers(1, 28), st.integers(1700, 2199))
def test_every_month_name_is_read(name: str, day: int, year: int) -> None:
    """A day, any month name of the table and a year are a date."""
    assert dates.read(f"{day} {name} {year}") == f"{year}-{MONTHS[name]:02}-{day:02}"


@given(st.text(max_size=200) | st.text(alphabet="0123456789:./-+ apmETZ年月日,", max_size=40))
def test_any_text_is_survived(text: str) -> None:
    """No text makes the readers raise, and a date found lies inside the text."""
    dates.read(text)
    dates.read(text, language="de")
    dates.read_stated(text)
    if found := dates.find(text):
        assert 0 <= found[0] < found[1] <= len(text)
