"""Fields of whole pages: who wrote them and when, where several lines of one page could say so."""

from datetime import UTC, datetime

from parsers import Page, parse
from parsers.article import Article

HEADLINE = "Ferry to the Skerries runs on Sundays again"
STORY = (
    "The ferry between Kelmouth and the Skerries will run on Sundays from next month, the harbour board said.",
    "Islanders had asked for the crossing since the old boat was taken out of service three winters ago.",
    "The first boat leaves the north pier at eight in the morning, the last one returns after the evening tide.",
    "Tickets cost as much as on weekdays, and children of the islands cross without paying anything at all.",
)


def read(*lines: str) -> Article:
    """The article of a text page with these lines."""
    page = Page("\n\n".join(lines).encode(), datetime(2026, 1, 1, tzinfo=UTC), None, "text/plain; charset=utf-8")
    return parse(page).articles[0]


def test_a_page_with_its_last_date_alone_is_dated_by_it() -> None:
    """Many papers show nothing but the time of the last change."""
    article = read(HEADLINE, "By Jane Roe", "Updated Dec. 22, 2023 11:48 a.m. ET", *STORY)
    assert article.published == article.modified == "2023-12-22T11:48:00-05:00"


def test_a_day_of_change_without_its_time_is_no_day_of_publication() -> None:
    """Guides are kept up to date over years."""
    article = read(HEADLINE, "By Jane Roe", "Updated on December 11, 2023", *STORY)
    assert (article.published, article.modified) == (None, "2023-12-11")


def test_the_date_beside_an_agency_is_the_storys() -> None:
    """"AFP / Updated: …" has the shape of a picture's credit."""
    article = read(HEADLINE, "AFP / Updated: Dec 22, 2023, 19:28 IST", "Share", "AA", *STORY)
    assert article.published == "2023-12-22T19:28:00"


def test_a_labelled_date_opens_a_line_of_other_facts() -> None:
    """Press services set date, source and summary in one line."""
    facts = "Date: December 18, 2023 Source: Harbour Institute Summary: " + STORY[0]
    assert read(HEADLINE, facts, "FULL STORY", *STORY).published == "2023-12-18"


def test_the_date_of_an_embedded_post_is_not_the_storys() -> None:
    """Its signature stands among the story's first paragraphs."""
    post = ("Look at her!", "— Harbour Zoo (@HarbourZoo) December 19, 2023")
    assert read(HEADLINE, "By Jane Roe", STORY[0], *post, *STORY[1:]).published is None


def test_the_day_of_publication_goes_before_that_of_a_change() -> None:
    """Both are told where both are shown."""
    article = read(HEADLINE, "By Jane Roe", "Published 20 December 2023", "Updated 22 December 2023", *STORY)
    assert (article.published, article.modified) == ("2023-12-20", "2023-12-22")


def test_a_clock_that_copying_glued_to_the_year_is_read() -> None:
    """"20232:23 PM" is the year 2023 and 2:23 in the afternoon."""
    article = read(HEADLINE, "Published Fri, Apr 28 20232:23 PM EDTUpdated Fri, Apr 28 20235:01 PM EDT", *STORY)
    assert article.published == "2023-04-28T14:23:00-04:00"
    assert article.modified == "2023-04-28T17:01:00-04:00"


def test_the_byline_of_another_story_names_no_author() -> None:
    """A card in the middle of the story has a byline of its own."""
    card = ("Also of interest", "Harbour crane sold to a museum", "By Ann Lee")
    article = read(HEADLINE, "By Jane Roe", "3 May 2024", *STORY[:2], *card, *STORY[2:])
    assert [one.name for one in article.authors] == ["Jane Roe"]


def test_a_job_below_a_name_is_no_second_author() -> None:
    """Jobs are set in capitals as names are."""
    article = read(HEADLINE, "3 May 2024", "Jane Roe", "Lead Harbour Writer", *STORY)
    assert [one.name for one in article.authors] == ["Jane Roe"]


def test_a_photographer_is_no_author() -> None:
    """A credit may open with "By" too."""
    article = read(HEADLINE, "By Jane Roe", "3 May 2024", "By Karl Berg/Getty Images.", *STORY)
    assert [one.name for one in article.authors] == ["Jane Roe"]


def names(*lines: str) -> list[str]:
    """The authors of a text page with these lines."""
    return [one.name for one in read(*lines).authors]


def test_a_name_beside_a_date_is_a_byline_however_often_it_stands_there() -> None:
    """An author's name stands below the headline, in the box behind the story and on other cards."""
    lines = (HEADLINE, "Jane Roe", "Published Yesterday", *STORY, "Jane Roe", "More stories", "Jane Roe")
    assert names(*lines) == ["Jane Roe"]


def test_a_name_with_its_paper_is_no_section() -> None:
    """"Jane Roe • Harbourpost" has the shape of "Analysis • Europe"."""
    assert names(HEADLINE, "Jane Roe • Harbourpost", "Publisher", "@jane_roe", *STORY) == ["Jane Roe"]


def test_names_that_only_commas_join_are_all_authors() -> None:
    """Text browsers print each link, and each comma between, on a line of its own."""
    assert names(HEADLINE, "3 May 2024", "By", "Jane Roe", ",", "Karl Berg", ",", "Ann Lee", *STORY) == [
        "Jane Roe", "Karl Berg", "Ann Lee",
    ]  # fmt: skip


def test_who_checks_the_facts_is_no_author() -> None:
    """Nor is anybody else to whom a line with "by" hands over."""
    assert names(HEADLINE, "3 May 2024", "Fact checked by", "Karl Berg", *STORY) == []


def test_whom_the_headline_names_did_not_write_it() -> None:
    """A name alone below the headline may be a picture's, or a button's."""
    assert names("Jane Roe opens the new ferry line", "3 May 2024", "Read in app", "Jane Roe", *STORY) == []


def test_the_text_of_a_portrait_names_the_author() -> None:
    """Text browsers print it in place of the picture."""
    assert names(HEADLINE, "Headshot of Jane Roe", *STORY) == ["Jane Roe"]


def test_sections_behind_a_name_are_no_authors() -> None:
    """"By Jane Roe In Budget Travel, Travel Guides" names one person."""
    assert names(HEADLINE, "By Jane Roe In Budget Travel, Travel Guides", "3 May 2024", *STORY) == ["Jane Roe"]


def test_a_story_without_a_headline_is_called_by_its_own_first_words() -> None:
    """Not by those of the menu above it."""
    title = read("Home", "News", "Sport", *STORY).title
    assert title == " ".join(STORY[0].split()[:12]) + "…"


def test_degrees_behind_a_fact_checker_make_no_author() -> None:
    """Text browsers print the name twice, with its degrees and without."""
    checker = ("Fact checked by", "Karl Berg, MLIS", "Karl Berg")
    assert names(HEADLINE, "By", "Jane Roe", "Updated on December 11, 2023", *checker, *STORY) == ["Jane Roe"]


def test_a_picture_of_whom_the_headline_names_is_no_second_author() -> None:
    """Its text stands right below the byline."""
    headline = "Harbour interview: why Karl Berg sells his ferry"
    assert names(headline, "Jane Roe", "5 min read", "Karl Berg and Ann Lee", *STORY) == ["Jane Roe"]


def test_the_words_of_a_date_are_nobody() -> None:
    """"UhrLesedauer" is two words in capitals, and no name."""
    assert names(HEADLINE, "Von Harbourpost, jro", "15.04.2026 - 15:48 UhrLesedauer: 2 Min.", *STORY) == []
