"""Plain text dumps as fragments: unwrapped, cut at the right lines, with what the lines know."""

from datetime import UTC, datetime

from parsers import Page, parse
from parsers.formats.text import read
from parsers.formats.text.lines import LONGEST_LINE
from parsers.fragment import Shape

SEEN = datetime(2026, 1, 1, tzinfo=UTC)
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
    parsed = parse(Page(page.encode(), SEEN))

    assert parsed.articles[0].title.startswith("The ferry service between")
    assert [author.name for author in parsed.articles[0].authors] == ["Jane Roe"]


def test_numbers_of_links_are_no_words() -> None:
    """Text browsers count links; the number goes, a gap stays where nothing else stood, footnotes stay."""
    menu = "\n".join(f"   [{n}]Entry{n}" for n in range(3, 9))
    page = f"   [1]Home[2]News\n{menu}\n   [9]\n   The ferry[10]is back in [11]Kelmouth.[12] Its crew is too.\n"

    assert texts(page)[:3] == ["Home", "News", "Entry3"]
    assert texts(page)[-1] == "The ferry is back in Kelmouth.[12] Its crew is too."
    assert read(page)[0][-1].gap == 1
    assert read(page)[0][2].raw is None


def test_a_few_numbers_in_brackets_are_the_writers() -> None:
    """Footnotes, and references that do not count on."""
    page = "It sank [3]twice.\nIt rose [1]once.\nIt drifted [7]east.\n[2]Odile\n[9]Maren\n[4]Nick"

    assert texts(page) == page.split("\n")


TORN = """Home
Ferry will be back in May
by Odile Marchetti and others
The ferry will be back in May, the
harbour office
said on Monday
, when the last of
four
new
boats is out of the yard.
Crews
have been training since January.
Read more
Storks leave"""


def test_sentences_that_a_dump_tore_at_their_links_are_whole_again() -> None:
    """A page without blank lines, lines that open with a comma: a program printed the tree, text by text."""
    assert texts(TORN) == [
        "Home", "Ferry will be back in May", "by Odile Marchetti and others",
        "The ferry will be back in May, the harbour office said on Monday, when the last of four new boats is out of"
        " the yard.",
        "Crews have been training since January.", "Read more", "Storks leave",
    ]  # fmt: skip


def test_lines_between_blank_lines_are_not_torn() -> None:
    """Where paragraphs stand apart a line in lower case is one of its own."""
    page = TORN.replace("\n", "\n\n")

    assert texts(page) == TORN.split("\n")


MARKDOWN = """[Home](/)[News](https://example.org/news/all-
the-news "All of it") ![A map](https://example.org/map.png)

Ferry will be back
==================

By [Odile Marchetti](https://example.org/odile)

The **harbour office** said _on Monday_ that 5 * 3 is 15, as `snake_case` and \\*stars\\* show [1].
See [the report][r], [nobody](javascript:alert(1)) and [this.

[r]: https://example.org/report
"""


def test_markdown_is_read_without_its_signs() -> None:
    """Links and emphasis are marks, pictures are pictures, an address may be wrapped; what is no sign stays."""
    fragments = read(MARKDOWN)[0]
    told = [(fragment.shape, fragment.text) for fragment in fragments]

    assert told[:5] == [
        (Shape.LINE, "Home"), (Shape.LINE, "News"), (Shape.IMAGE, "A map"), (Shape.HEADING, "Ferry will be back"),
        (Shape.LINE, "By Odile Marchetti"),
    ]  # fmt: skip
    assert " ".join(text for _, text in told[5:]) == (
        "The harbour office said on Monday that 5 * 3 is 15, as snake_case and *stars* show [1]. "
        "See the report, nobody and [this."
    )
    assert fragments[2].src == "https://example.org/map.png"
    assert fragments[3].level == 1
    shown = {fragment.text[mark.start : mark.end]: mark.href or mark.style
             for fragment in fragments for mark in fragment.marks}  # fmt: skip
    assert shown == {
        "News": "https://example.org/news/all-the-news", "Odile Marchetti": "https://example.org/odile",
        "harbour office": "strong", "on Monday": "emphasis", "snake_case": "code",
        "the report": "https://example.org/report",
    }  # fmt: skip


def test_relative_addresses_start_from_the_page() -> None:
    """Where its own address is known."""
    first = read(MARKDOWN, "https://example.net/a/b")[0][0]

    assert first.marks[0].href == "https://example.net/"


def test_a_text_with_a_bracket_or_two_is_no_markdown() -> None:
    """Its stars stay stars."""
    page = "He wrote *this* himself.\n\nAnd [that](s odd)."

    assert texts(page) == ["He wrote *this* himself.", "And [that](s odd)."]


def test_many_signs_that_nothing_closes_take_no_time() -> None:
    """A page of nothing but openings is read like any other."""
    signs = "[a](https://x.org) # ![ [ ** _a *b ](( ` <https://y "

    assert read(signs * 3 + "\n" + signs * 20_000)[0]


def test_a_note_is_named_by_its_first_line() -> None:
    """However short it is."""
    parsed = parse(Page(b"Ferry is back\nThe ferry is back in Kelmouth since Monday, its office said.\n", SEEN))

    assert parsed.articles[0].title == "Ferry is back"
