"""The headline: which line it is, and what of that line belongs to it."""

from datetime import UTC, datetime

import pytest

from parsers import Article, Page, parse
from parsers.news import trimming

SEEN = datetime(2026, 1, 1, tzinfo=UTC)
PROSE = """<p>The old bridge over the Aune opens again on Monday, four years after a barge broke its middle pier.</p>
<p>The town paid for the repair with a loan that it will pay back until the year of the next regatta, the mayor said.
</p><p>Fishermen who had rowed to work every morning said that they would miss the quiet, and nothing else of it.</p>"""


def article(head: str, body: str, url: str = "https://www.harbourpost.example/town/bridge") -> Article:
    page = f"<html><head>{head}</head><body>{body}<main><article>{PROSE}</article></main></body></html>"
    return parse(Page(page.encode(), SEEN, url, "text/html; charset=utf-8")).articles[0]


def said(*, data: str = "", social: str = "", window: str = "") -> str:
    """A page's head that states these titles."""
    out = f"<title>{window}</title>" if window else ""
    out += f'<meta property="og:title" content="{social}">' if social else ""
    stated = f'{{"@type": "NewsArticle", "headline": "{data}"}}'
    return out + (f'<script type="application/ld+json">{stated}</script>' if data else "")


def test_a_kicker_marked_up_inside_the_heading_is_no_part_of_the_title() -> None:
    """Style sheets set the two apart; the words alone run into each other."""
    one = article(
        said(social="Bridge news: The bridge opens again"),
        '<h1><span class="dachzeile">Four years later</span> <span class="headline">The bridge opens again</span></h1>',
    )
    assert (one.title, one.kicker) == ("The bridge opens again", "Four years later")


def test_a_kicker_that_the_page_states_as_part_of_its_title_stays() -> None:
    """Where JSON-LD and Open Graph say the two together and nobody the headline alone, the publisher wants it so."""
    both = "Four years later: The bridge opens again"
    one = article(
        said(data=both, social=both), '<h1><span class="kicker">Four years later</span> The bridge opens again</h1>'
    )
    assert one.title == both


def test_a_heading_that_the_page_states_is_not_cut() -> None:
    """A shorter title for search engines does not shorten the one that readers see."""
    long = "'A quiet town': the bridge opens again after four years"
    one = article(said(data=long, window="The bridge opens again after four years"), f"<h1>{long}</h1>")
    assert one.title == long


def test_the_last_crumb_is_no_headline_although_it_is_the_heading_of_level_1() -> None:
    """German papers put a title for search engines there; the headline is the next heading."""
    crumb, shown = "Bridge Aune opening: all dates", "Four quiet years end on Monday"
    one = article(
        said(data=shown, social=crumb, window=crumb), f"<nav><ol><li><h1>{crumb}</h1></ol></nav><h2>{shown}</h2>"
    )
    assert one.title == shown


def test_a_last_crumb_that_all_state_is_the_title() -> None:
    """What JSON-LD and Open Graph both call the story is its title, wherever it stands."""
    crumb, shown = "The bridge over the Aune opens", "Four quiet years end on Monday"
    one = article(said(data=crumb, social=crumb), f"<nav><ol><li><h1>{crumb}</h1></ol></nav><h2>{shown}</h2>")
    assert one.title == crumb


def test_the_name_of_the_site_is_no_headline() -> None:
    """A blog's own name in a heading of level 1 hangs on the window's title too, behind the story's."""
    one = article(
        said(social="The bridge opens again", window="The bridge opens again | Rowing With Odile"),
        "<h1>Rowing With Odile</h1><h2>The bridge opens again</h2>",
    )
    assert one.title == "The bridge opens again"


def test_a_notice_is_no_headline_where_the_page_states_another() -> None:
    """A line that is no heading and shares no word with what the page calls itself is not taken for its title."""
    one = article(said(social="The bridge over the Aune opens again"), "<p>Please update your old browser to go on</p>")
    assert one.title == "The bridge over the Aune opens again"


@pytest.mark.parametrize(
    ("title", "bare", "genre"),
    [
        ("Leave the bridge alone | Editorial", "Leave the bridge alone", "Editorial"),
        ("Opinion | Leave the bridge alone | Editorial", "Leave the bridge alone", "Opinion"),
        ("Kommentar | Lasst die Brücke stehen", "Lasst die Brücke stehen", "Kommentar"),
        ("BUDGET 3.0 | Town to hire bridge keepers", "BUDGET 3.0 | Town to hire bridge keepers", None),
        ("Analysis: what the bridge costs", "Analysis: what the bridge costs", None),
    ],
)
def test_a_genre_behind_a_bar_is_no_part_of_the_title(title: str, bare: str, genre: str | None) -> None:
    """Only a genre goes, and only where a bar sets it apart."""
    assert trimming.without_genre(title) == (bare, genre)


DUMP = """Home
News
Sport
Opinion

Weather in the harbour
9 °C

Bridge over the Aune opens again after four quiet years

Fishermen will miss the silence, and the town will pay until the next regatta

By Odile Marchetti
4 May 2025, 07.30

Share
Email

The old bridge over the Aune opens again on Monday, four years after a barge broke its middle pier.

The town paid for the repair with a loan that it will pay back until the year of the next regatta, the mayor said.

Fishermen who had rowed to work every morning said that they would miss the quiet, and nothing else of it.

Most read
Mayor of Strelsau denies that he ever saw the barge
"""


def dump(text: str) -> Article:
    return parse(Page(text.encode(), SEEN, None, "text/plain; charset=utf-8")).articles[0]


def test_the_headline_of_a_dump_stands_above_its_standfirst() -> None:
    """Neither the menu nor the weather before it, nor the longer standfirst below it, which shares more words."""
    one = dump(DUMP)
    assert one.title == "Bridge over the Aune opens again after four quiet years"
    assert [author.name for author in one.authors] == ["Odile Marchetti"]
    assert one.published == "2025-05-04T07:30:00"


def test_the_headline_of_a_dump_need_not_be_english() -> None:
    """No sign of a headline is a word of some language."""
    one = dump(
        "Etusivu\nUutiset\n\nSilta avataan uudelleen neljän vuoden jälkeen\n\nOdile Marchetti\n4.5.2025 7:30\n\n"
        "Vanha silta Aunejoen yli avataan uudelleen maanantaina, neljä vuotta siitä kun proomu rikkoi pilarin.\n\n"
        "Kaupunki maksoi sillan korjauksen lainalla, jonka se maksaa takaisin seuraavaan regattaan mennessä, kertoi "
        "pormestari.\n\nKalastajat sanoivat kaipaavansa hiljaisuutta, mutta eivät mitään muuta neljästä vuodesta.\n"
    )
    assert one.title == "Silta avataan uudelleen neljän vuoden jälkeen"


def test_a_page_of_menus_has_no_headline() -> None:
    """Its first words stand in for one."""
    assert dump("Home\n\nNews\n\nSport\n\nOpinion\n\nWeather\n").title == "Home"
