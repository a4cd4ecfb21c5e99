"""The card of a name and its sparkline: what they say, and that they fit."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.entities.records import Card, Counted, Day, EntityRow, Quoted, Reason, Together
from tui.card import LEAD, Row, card_rows
from tui.sparkline import sparkline
from tui.wrap import cells

NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)
ADA = EntityRow(1, "Ada Bristow", "PERSON", 3, 7)
HALDEN = EntityRow(2, "Port Halden", "GPE", 2, 2)


def quoted(article: str, sentence: str, name: str) -> Quoted:
    start = sentence.index(name)
    return Quoted(article, 5, f"Title of {article}", "The Tern", "2024-05-30", "body", 0, start, start + len(name),
                  sentence, (start, start + len(name)), 0.9)


def card(**more: object) -> Card:
    known: dict[str, object] = {
        "entity": ADA, "names": (Counted("Bristow", 5), Counted("Ada Bristow", 2)), "roles": (Counted("keeper", 2),),
        "first_seen": datetime(2024, 5, 1, tzinfo=UTC), "last_seen": datetime(2024, 5, 30, tzinfo=UTC),
        "outlets": (Counted("The Tern", 2), Counted("", 1)), "together": (Together(HALDEN, 2),), "counted_in": 3,
        "days": (Day(date(2024, 5, 1), 1, 2), Day(date(2024, 5, 30), 2, 5)),
        "why": (Reason("form", "“A. Bristow” has the same initial.", "a"),),
    }
    return Card(**{**known, **more})  # type: ignore[arg-type]  # keyword by keyword it is one


def text(rows: list[Row]) -> str:
    return "\n".join("".join(part for part, _ in row.bits) for row in rows)


def test_a_card_says_who_since_when_with_whom_and_where() -> None:
    """Everything the library knows, and each thing once."""
    shown = text(card_rows(card(), [quoted("a", "Then Bristow spoke.", "Bristow")], 60, NOW, UTC))

    for words in ("Ada Bristow", "person", "keeper", "7 mentions in 3 articles", "first seen 1 May, last 30 May",
                  "Bristow 5", "The Tern 2 · unnamed pages 1", "Port Halden", "same initial", "Then Bristow spoke.",
                  "6 more mentions"):
        assert words in shown


def test_a_role_is_said_once() -> None:
    """Who is a Secretary of State is not called a Secretary beside it."""
    roles = (Counted("Secretary of State", 9), Counted("secretary", 3), Counted("Senator", 1))
    shown = text(card_rows(card(roles=roles), [], 60, NOW, UTC))

    assert "person · Secretary of State · Senator" in shown


def test_rows_lead_to_articles_and_to_other_cards() -> None:
    """One stop a sentence and one a companion; nothing else can be entered."""
    sentences = [quoted("a", "Then Bristow spoke at length about lamps and boats and birds.", "Bristow"),
                 quoted("b", "Ada Bristow left.", "Ada Bristow")]
    rows = card_rows(card(), sentences, 40, NOW, UTC)

    assert [row.quoted.article_id for row in rows if row.quoted is not None] == ["a", "b"]
    assert [row.entity for row in rows if row.entity is not None] == [2]


def test_the_name_stands_out_in_its_sentence() -> None:
    """The eye finds why the sentence is there."""
    rows = card_rows(card(), [quoted("a", "Then Bristow spoke.", "Bristow")], 60, NOW, UTC)
    bits = next(row.bits for row in rows if row.quoted is not None)

    assert [part for part, style in bits if style == "table_head"] == ["Bristow"]


@given(st.integers(40, 120), st.text(min_size=1, max_size=60), st.text(max_size=80))
def test_no_row_is_wider_than_the_card(width: int, name: str, sentence: str) -> None:
    """Whatever a name or a sentence is made of."""
    entity = EntityRow(1, name, "ORG", 1, 2)
    one = quoted("a", f"{sentence}{name}", name)
    for row in card_rows(card(entity=entity, names=(Counted(name, 2),)), [one], width, NOW, UTC):
        assert cells("".join(part for part, _ in row.bits)) <= width - LEAD


@pytest.mark.parametrize(("days", "bars"), [
    ([(date(2024, 5, 1), 1)], "█"),
    ([(date(2024, 5, 1), 1), (date(2024, 5, 4), 8)], "▁  █"),
    ([(date(2024, 5, 1), 4), (date(2024, 5, 2), 8), (date(2024, 5, 3), 2)], "▄█▂"),
])
def test_a_sparkline_has_a_bar_a_day(days: list[tuple[date, int]], bars: str) -> None:
    """As high as its share of the highest, and nothing where nothing was."""
    spark = sparkline(days, 10)

    assert spark is not None
    assert spark.bars == bars


def test_long_times_share_bars() -> None:
    """A year in 52 bars: each stands for as many days as it takes."""
    spark = sparkline([(date(2023, 1, 1), 1), (date(2023, 12, 31), 3)], 52)

    assert spark is not None
    assert spark.days == 8
    assert len(spark.bars) == 46
    assert spark.last == date(2023, 12, 31)


def test_nothing_counted_is_no_sparkline() -> None:
    """An empty row would look like a broken one."""
    assert sparkline([], 10) is None


@given(st.lists(st.tuples(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(1, 9)), min_size=1, unique_by=lambda
                one: one[0]), st.integers(1, 60))
def test_a_sparkline_fits_and_its_highest_bar_is_full(days: list[tuple[date, int]], width: int) -> None:
    """Never wider than its room; the busiest time reaches the top."""
    spark = sparkline(sorted(days), width)

    assert spark is not None
    assert len(spark.bars) <= width
    assert "█" in spark.bars
