"""Plain text dumps as fragments: unwrapped, cut at the right lines, with what the lines know."""

from datetime import UTC, datetime

from parsers import Page, parse
from parsers.formats.text import LONGEST_LINE, read
from parsers.fragment import Shape

WRAPPED = """
   The ferry service between the two islands will start again in May
   after three years, the harbour office said on Monday, when the last
   of four boats is back from the yard.

   Crews have been training since January. The first boat leaves at six
   in the morning and the last one returns shortly before midnight, with
   a pause at noon.

     * Boats run every hour on
       weekdays and every two
       hours on Sundays
     * Dogs travel free
"""


def texts(page: str) -> list[str]:
    return [fragment.text for fragment in read(page)[0]]


def test_hard_wrapped_paragraphs_become_one_line_each() -> None:
    """The width is found from the page; list items keep their own continuation."""
    found = texts(WRAPPED)

    assert found[0].startswith("The ferry service")
    assert found[0].endswith("back from the yard.")
    assert found[1].startswith("Crews have been")
    assert found[1].endswith("pause at noon.")
    assert "Dogs travel free" in found


def test_what_stands_for_a_frame_goes_without_joining_words() -> None:
    """A text browser prints IFRAME: where it shows nothing; words before and behind stay two, a bullet stays."""
    assert texts("Boats IFRAME: https://example.org/x\n\n• IFRAME: https://example.org/y\n") == [
        "Boats https://example.org/x", "https://example.org/y"]


def test_an_unwrapped_page_keeps_its_lines() -> None:
    """Two long paragraphs on neighbouring lines stay two."""
    first = "The ferry service between the two islands will start again in May after three years of repairs. " * 3
    second = "Crews have been training since January and the first boat leaves at six in the morning. " * 3

    assert texts(f"{first}\n{second}") == [first.strip(), second.strip()]


def test_a_menu_is_not_a_wrapped_paragraph() -> None:
    """Short neighbouring lines are entries."""
    assert texts("Home\nWorld news\nSport\nmore") == ["Home", "World news", "Sport", "more"]


def test_lines_wrapped_by_hand_are_joined() -> None:
    """A long line that breaks off before a lower-case one."""
    page = "The harbour office said that the ferry would return in the spring,\nwhen the last of its boats is back."

    assert len(texts(page)) == 1


def test_bullets_numbers_and_quotes_are_read() -> None:
    """The signs leave the text and stay in raw."""
    fragments = read("• First of all\n2. Second of all\n> It was late.\n## Heading here")[0]

    assert [fragment.shape for fragment in fragments] == [
        Shape.LIST_ITEM, Shape.LIST_ITEM, Shape.QUOTE, Shape.HEADING,
    ]
    assert [fragment.text for fragment in fragments] == [
        "First of all", "Second of all", "It was late.", "Heading here",
    ]
    assert fragments[0].raw == "• First of all"
    assert fragments[1].ordinal == 2


def test_blank_lines_and_rules_are_gaps() -> None:
    """A drawn rule says nothing but keeps its distance."""
    first, second = read("One line here\n\n-----------\n\nAnother line here")[0]

    assert (first.gap, second.gap) == (0, 3)


def test_what_text_browsers_print_for_buttons_is_raw_only() -> None:
    """The button's label is its text; a button alone stays, to be set aside."""
    fragments = read("(BUTTON) Share\n(BUTTON)")[0]

    found = [(fragment.text, fragment.raw) for fragment in fragments]
    assert found == [("Share", "(BUTTON) Share"), ("(BUTTON)", None)]


def test_an_endless_line_is_cut_and_loses_nothing() -> None:
    """Every grammar behind sees lines of a bounded length."""
    page = "word " * (LONGEST_LINE // 2)
    found = texts(page)

    assert max(map(len, found)) <= LONGEST_LINE
    assert sum(len(text.split()) for text in found) == LONGEST_LINE // 2


def test_scripts_without_spaces_are_joined_without_a_space() -> None:
    """A wrapped Japanese paragraph has no blanks in it."""
    line = "市議会は月曜日の本会議で老朽化した橋の架け替えに関する予算案を全会一致で可決しこの秋から工事を始める"
    page = "\n".join([line] * 6)

    assert " " not in texts(page)[0]


def test_a_page_without_a_headline_is_named_by_its_first_words() -> None:
    """Not by its byline."""
    first = "The ferry service between the two islands will start again in May, the harbour office said on Monday."
    page = f"By Jane Roe\n\n{first}\n\nCrews have been training since January, and the last of four boats is back.\n"
    parsed = parse(Page(page.encode(), datetime(2026, 1, 1, tzinfo=UTC)))

    assert parsed.articles[0].title.startswith("The ferry service between")
    assert [author.name for author in parsed.articles[0].authors] == ["Jane Roe"]
