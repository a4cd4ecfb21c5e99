"""Lines of a header that say several things in one breath, and the people that a line names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.news import byline, header_line, people, seams
from parsers.times import in_shown_zone


@pytest.mark.parametrize(
    ("line", "language", "authors", "published", "modified"),
    [
        ("27. Januar 2026 • Anna Meier • 3 Minuten", "de", ("Anna Meier",), "2026-01-27", None),
        ("Do 25.04.24 | 14:07 Uhr | Von Eva Lind", "de", ("Eva Lind",), "2024-04-25T14:07:00", None),
        ("By Jane RoePublished: Dec 22, 2023 10:55 AM EST", "en", ("Jane Roe",), "2023-12-22T10:55:00-05:00", None),
        ("Dec 21, 2023 at1:39 pm | By Jane R", "en", ("Jane R",), "2023-12-21T13:39:00", None),
        ("6 December 20238 December 2023 Jane Roe", "en", ("Jane Roe",), "2023-12-06", None),
        ("posted on 2023-12-19 23:30 EST by Jane Roe", "en", ("Jane Roe",), "2023-12-19T23:30:00-05:00", None),
        ("Jane Roe, General Editor, F1 Dec 19, 2023, 05:30 PM", "en", ("Jane Roe",), "2023-12-19T17:30:00", None),
        ("Por Juan Pérez García | Madrid | 3 de mayo de 2024", "es", ("Juan Pérez García",), "2024-05-03", None),
        (
            "Par Marie Durand, avec AFP Publié le 3 mai 2024 à 10h20, mis à jour le 4 mai 2024",
            "fr", ("Marie Durand",), "2024-05-03T10:20:00", "2024-05-04",
        ),
        ("Di Marco Rossi - 3 maggio 2024", "it", ("Marco Rossi",), "2024-05-03", None),
        ("Текст: Анна Петрова, 3 мая 2024, 12:30", "ru", ("Анна Петрова",), "2024-05-03T12:30:00", None),
        ("2024年5月3日 12時30分 記者 山田太郎", "ja", ("山田太郎",), "2024-05-03T12:30:00", None),
        ("Publiziert6. November 2025, 12:26", "de", (), "2025-11-06T12:26:00", None),
        ("Updated on: December 20, 2023 / 12:51 PM EST", "en", (), None, "2023-12-20T12:51:00-05:00"),
        ("Associated Press April 28, 2023 GMT", "en", (), "2023-04-28", None),
        ("by Amanda · Dec 20, 2025 at 3:00 am", "en", ("Amanda",), "2025-12-20T03:00:00", None),
        ("by AFP · Dec 20, 2025", "en", (), "2025-12-20", None),
        ("9/8/2015 12:15 PM PT", "en", (), "2015-09-08T12:15:00-07:00", None),
        ("Last updated on -Dec 23, 2023, 08:59", "en", (), None, "2023-12-23T08:59:00"),
        ("Publié par Marie Durand le 3 mai 2024", "fr", ("Marie Durand",), "2024-05-03", None),
        ("Text: Eva Lind, Foto: Karl Berg", "de", ("Eva Lind",), None, None),
    ],
)  # fmt: skip
def test_a_header_line_says_who_and_when(
    line: str, language: str, authors: tuple[str, ...], published: str | None, modified: str | None
) -> None:
    """Whatever stands first, whatever copying glued, whatever else the line says."""
    said = header_line.read(line, language)
    assert said is not None
    assert (said.authors, said.published, said.modified) == (authors, published, modified)


@pytest.mark.parametrize(
    "line",
    [
        "The Best of the Harbour, 3 May 2024 by the numbers and other things",
        "Mayor Odile Marchetti opens the bridge over the Aune on 3 May 2024, as her mother did",
        "More stories from the harbour",
        "A museum by the sea",
        "8 января, 17:46",
    ],
)
def test_a_line_that_says_more_is_no_header_line(line: str) -> None:
    """A teaser, a caption, a sentence with a date in it; and a day without its year is no date."""
    assert header_line.read(line, "en") is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jane Roe Lifestyle Writer", ("Jane Roe",)),
        ("Jane Roe Arts & TV Reporter", ("Jane Roe",)),
        ("Jane Roe USA NOW", ("Jane Roe",)),
        ("Jane Roe Kelmouth Daily Post", ("Jane Roe",)),
        ("Jane Roe For Dailypost.Com", ("Jane Roe",)),
        ("Jane Roe in Tallinn", ("Jane Roe",)),
        ("Jane Roe MS, RDN, LD", ("Jane Roe",)),
        ("Jane Roe, Chief Technology Officer", ("Jane Roe",)),
        ("Jane Roe and John Smith Globe Staff and Globe Correspondent", ("Jane Roe", "John Smith")),
        ("JANE ROE , JOHN SMITH and ANNA LEE-POOLE", ("Jane Roe", "John Smith", "Anna Lee-Poole")),
        ("Anna Baumann Maria Giulia Fink Eva Kern", ("Anna Baumann", "Maria Giulia Fink", "Eva Kern")),
        ("Felix Schröder und Anna Sold, dpa", ("Felix Schröder", "Anna Sold")),
        ("Anna Lind und Lea Wagner, Nairobi", ("Anna Lind", "Lea Wagner")),
        ("Jane Roe, New York", ("Jane Roe",)),
        ("David Straub, RTV THÜRINGEN", ("David Straub",)),
        ("Jane Roe Deputy Content Hub Director", ("Jane Roe",)),
        ("Jane Roe – Journalist", ("Jane Roe",)),
        ("Jane Roe Technology, News", ("Jane Roe",)),
        ("Jane RoeWriter", ("Jane Roe",)),
        ("Jane RoeShowbiz & TV Reporter", ("Jane Roe",)),
        ("Jane McRoe", ("Jane McRoe",)),
        ("Jane MacRoe, reporter", ("Jane MacRoe",)),
        ("Jane Roe Reveals Buzzcut Mullet", ()),
        ("Jane Roe Reacts to Secret Service Probe", ()),
        ("National Recruiting Analyst", ()),
        ("Key Points", ()),
        ("Share Save", ()),
        ("Saudi Arabia", ()),
    ],
)
def test_people_are_told_from_what_stands_behind_them(text: str, names: tuple[str, ...]) -> None:
    """Jobs, papers, places, agencies and degrees begin with capitals too."""
    assert people.named(text, marked=False) == names


def test_a_byline_that_copying_glued_is_one() -> None:
    """"ByJane" is two words, "Byron" is one."""
    said = byline.read("ByJane Roe")
    assert said is not None
    assert said.authors == ("Jane Roe",)
    assert byline.read("Byron Roe") is None
    assert byline.read("Bypass opens") is None


@pytest.mark.parametrize("line", ["By", "Von", "Written by", "By Jane Roe and"])
def test_a_byline_may_break_off(line: str) -> None:
    """Text browsers print the link with the name on a line of its own."""
    assert byline.is_open(line)
    assert not byline.is_open("By Jane Roe")


def test_seams_open_and_nothing_else_changes() -> None:
    """A month inside a word is no seam without a day behind it."""
    assert seams.opened("Jane RoeDec. 18, 2023") == "Jane Roe Dec. 18, 2023"
    assert seams.opened("McMarch 2023, McMay and Stanford 12") == "McMarch 2023, McMay and Stanford 12"


def test_a_stated_moment_is_told_in_the_zone_that_the_page_shows() -> None:
    """Late in the evening Greenwich's day is another; moments that differ, and days alone, stay as they are."""
    assert in_shown_zone("2023-12-22T04:00:41+00:00", "2023-12-21T23:00:00-05:00") == "2023-12-21T23:00:00-05:00"
    assert in_shown_zone("2023-12-22T04:00:41+00:00", "2023-12-21T22:00:00-05:00") == "2023-12-22T04:00:41+00:00"
    assert in_shown_zone("2023-12-22", "2023-12-21T23:00:00-05:00") == "2023-12-22"
    assert in_shown_zone("2023-12-22T04:00:41+00:00", "2023-12-22T04:00:00") == "2023-12-22T04:00:41+00:00"
    assert in_shown_zone(None, "2023-12-21T23:00:00-05:00") is None


def test_a_clock_without_its_zone_tells_the_zone() -> None:
    """Where the stated moment and the shown clock differ by quarters of an hour, that is how far the page is away."""
    assert in_shown_zone("2023-12-23T01:48:19+00:00", "2023-12-22T20:48:00") == "2023-12-22T20:48:19-05:00"
    assert in_shown_zone("2023-12-23T01:48:19+00:00", "2023-12-22T20:40:00") == "2023-12-23T01:48:19+00:00"
    assert in_shown_zone("2023-12-23T01:48:19+00:00", "2023-12-20T20:48:00") == "2023-12-23T01:48:19+00:00"


@given(st.text(max_size=120))
def test_any_line_is_read(line: str) -> None:
    """No line makes the grammar fail, and no author has a line's length."""
    said = header_line.read(line, "en")
    assert said is None or all(0 < len(author) <= len(line) for author in said.authors)
