"""Whole HTML pages, written for this project: each shows one kind of trouble that real pages make."""

from datetime import UTC, datetime

from parsers import Article, Page, parse
from parsers.article import Figure, Heading, ListItem, Paragraph, Parsed, Quote

SEEN = datetime(2026, 1, 1, tzinfo=UTC)
SENTENCE = "The harbour office said on Monday that the ferry between the two islands would start again in May."
MORE = "Crews have been training since January, and the last of the four boats is back from the yard in the north."
LAST = "Fares stay as they were in the year before the service stopped, and dogs travel free on weekdays."
NAVIGATION = "<nav><ul>" + "".join(f"<li><a href='/{i}'>Section {i}</a></li>" for i in range(12)) + "</ul></nav>"
FOOTER = "<footer><p>© 2025 The Quay Courier. All rights reserved.</p><a href='/about'>About us</a></footer>"


def read(body: str, head: str = "") -> Parsed:
    page = f"<!doctype html><html lang=en><head>{head}</head><body>{NAVIGATION}{body}{FOOTER}</body></html>"
    return parse(Page(page.encode(), SEEN, "https://quay.example/news/ferry", "text/html; charset=utf-8"))


def article(body: str, head: str = "") -> Article:
    return read(body, head).articles[0]


def texts(found: Article) -> list[str]:
    return [block.text for block in found.blocks if not isinstance(block, Figure)]


def paragraphs(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def test_a_plain_page_gives_title_and_paragraphs() -> None:
    """Menus and footer stay outside."""
    found = article(f"<h1>Ferry returns in May</h1>{paragraphs(SENTENCE, MORE, LAST)}")

    assert found.title == "Ferry returns in May"
    assert texts(found) == [SENTENCE, MORE, LAST]
    assert any(piece.text == "Section 3" for piece in found.set_aside)


def test_a_box_inside_the_story_is_set_aside() -> None:
    """Related links stand between the paragraphs on most sites."""
    box = "<aside class='related-stories'><h3>Read more</h3><a href='/x'>Harbour dues rise again in autumn</a></aside>"
    story = f"{paragraphs(SENTENCE)}{box}{paragraphs(MORE, LAST)}"
    found = article(f"<article><h1>Ferry returns in May</h1>{story}</article>")

    assert texts(found) == [SENTENCE, MORE, LAST]


def test_names_that_wrap_the_whole_story_are_no_evidence() -> None:
    """A page whose story stands in "premium with-sidebar more" is not all sidebar."""
    story = f"<h1>Ferry returns in May</h1>{paragraphs(SENTENCE, MORE, LAST)}"
    found = article(f"<div class='premium sidebar-layout more-content'>{story}</div>")

    assert texts(found) == [SENTENCE, MORE, LAST]


def test_a_figure_keeps_caption_credit_and_address() -> None:
    """The picture's address is absolute; the credit leaves the caption."""
    figure = (
        "<figure><img src='/boat.jpg' alt='A white boat'>"
        "<figcaption>The boat in the yard. <span class='credit'>Photo: Jane Roe</span></figcaption></figure>"
    )
    found = article(f"<h1>Ferry returns in May</h1>{figure}{paragraphs(SENTENCE, MORE, LAST)}")
    figures = [block for block in found.blocks if isinstance(block, Figure)]

    assert len(figures) == 1
    assert figures[0].src == "https://quay.example/boat.jpg"
    assert figures[0].text == "The boat in the yard."
    assert figures[0].credit == "Jane Roe"


def test_headings_lists_quotes_and_links_are_kept() -> None:
    """The structure of the story is part of it."""
    found = article(
        f"<h1>Ferry returns in May</h1>{paragraphs(SENTENCE)}<h2>What changes</h2>{paragraphs(MORE)}"
        f"<ul><li>Boats run every hour on weekdays.</li><li>Dogs travel free.</li></ul>"
        f"<blockquote><p>We have waited three years for this day to come.</p></blockquote>"
        f"<p>{LAST} See <a href='/timetable'>the timetable</a>.</p>"
    )

    assert [block.text for block in found.blocks if isinstance(block, Heading)] == ["What changes"]
    assert [block.text for block in found.blocks if isinstance(block, ListItem)] == [
        "Boats run every hour on weekdays.", "Dogs travel free.",
    ]
    assert any(isinstance(block, Quote) for block in found.blocks)
    last = found.blocks[-1]
    assert isinstance(last, Paragraph)
    assert [(mark.style, mark.href) for mark in last.marks] == [("link", "https://quay.example/timetable")]


def test_what_the_page_states_fills_its_fields() -> None:
    """JSON-LD gives authors, dates and publisher; the visible headline stays the title."""
    head = (
        "<title>Ferry returns in May - The Quay Courier</title>"
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry returns in May",'
        '"author": [{"@type": "Person", "name": "Jane Roe", "url": "https://quay.example/jane"}],'
        '"datePublished": "2025-04-01T08:00:00+02:00",'
        '"publisher": {"@type": "Organization", "name": "The Quay Courier"}}</script>'
    )
    found = article(f"<h1>Ferry returns in May</h1>{paragraphs(SENTENCE, MORE, LAST)}", head)

    assert found.title == "Ferry returns in May"
    assert [(author.name, author.url) for author in found.authors] == [("Jane Roe", "https://quay.example/jane")]
    assert found.published == "2025-04-01T08:00:00+02:00"
    assert found.publisher == "The Quay Courier"


def test_comments_are_no_story() -> None:
    """However long they are."""
    comment = "I took this ferry every week for twenty years and I cannot wait to be on board again with my dog."
    said = paragraphs(comment, comment + " Really.", comment + " Yes.")
    comments = f"<section id='comments'><h2>3 Comments</h2>{said}</section>"
    found = article(f"<article><h1>Ferry returns in May</h1>{paragraphs(SENTENCE, MORE, LAST)}</article>{comments}")

    assert texts(found) == [SENTENCE, MORE, LAST]


def test_a_section_front_is_no_article() -> None:
    """Teasers without a story are told as such, and nothing of the page is lost."""
    teasers = "".join(f"<div><h3><a href='/{i}'>Headline number {i} of the day</a></h3></div>" for i in range(20))
    parsed = read(f"<h1>News</h1>{teasers}")

    assert [problem.kind for problem in parsed.problems] == ["no_article"]
    assert any("Headline number 7" in piece.text for piece in parsed.articles[0].pieces)


def test_a_page_drawn_by_a_script_is_read_from_its_metadata() -> None:
    """The best that is there, and a problem that says where it came from."""
    body = "\\n".join([SENTENCE, MORE, LAST, SENTENCE.replace("Monday", "Tuesday")])
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry returns in May",'
        f'"articleBody": "{body}"}}</script>'
    )
    parsed = read("<div id='root'></div>", head)

    assert [problem.kind for problem in parsed.problems] == ["script_only"]
    assert parsed.articles[0].title == "Ferry returns in May"
    assert texts(parsed.articles[0])[:3] == [SENTENCE, MORE, LAST]


def test_a_headline_set_like_the_first_ends_the_story() -> None:
    """Endless scrolling puts the next story below, under a headline of its own."""
    first = f"<article><h1 class='head'>Ferry returns in May</h1>{paragraphs(SENTENCE, MORE, LAST)}</article>"
    other = paragraphs(MORE.replace("Crews", "Masons"), LAST.replace("Fares", "Prices"))
    found = article(f"{first}<article><h1 class='head'>Weir closes for repairs</h1>{other}</article>")

    assert texts(found) == [SENTENCE, MORE, LAST]


def test_a_list_is_kept_or_left_as_a_whole() -> None:
    """The items of one list share a verdict, however short some of them are."""
    items = ["The first boat leaves at six.", "Dogs travel free.", "No bicycles", "Tickets are sold from seven."]
    listed = "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"
    story = f"{paragraphs(SENTENCE, MORE)}{listed}{paragraphs(LAST)}"
    found = article(f"<article><h1>Ferry returns in May</h1>{story}</article>")

    assert [block.text for block in found.blocks if isinstance(block, ListItem)] == items


def test_prose_behind_a_paywalls_name_is_the_story() -> None:
    """Subscribers get it there; what a few words say there ("Subscribe now") is the appeal."""
    story = f"{paragraphs(SENTENCE)}<div class='paywall'>{paragraphs(MORE, LAST)}<p>Subscribe now</p></div>"
    found = article(f"<article><h1>Ferry returns in May</h1>{story}</article>")

    assert texts(found) == [SENTENCE, MORE, LAST]


def test_the_sites_name_in_a_bigger_heading_is_not_the_headline() -> None:
    """Some templates set the site's name as the first heading and the story's headline as the second."""
    head = (
        "<title>Ferry returns in May | Quay Courier</title>"
        '<meta property="og:title" content="Ferry returns in May"><meta property="og:site_name" content="Quay Courier">'
    )
    ticker = "<ul>" + "".join(f"<li>Item {i}: {MORE}</li>" for i in range(3)) + "</ul>"
    story = f"<h1>Quay Courier</h1>{ticker}<div><h2>Ferry returns in May</h2>{paragraphs(SENTENCE, MORE, LAST)}</div>"
    found = article(story, head)

    assert found.title == "Ferry returns in May"
    assert texts(found) == [SENTENCE, MORE, LAST]
