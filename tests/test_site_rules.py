"""What a reader teaches about a site: which rule comes out of a correction, and what it does to other pages."""

from datetime import UTC, datetime

import pytest

from parsers import parse, propose
from parsers.article import Article, Page
from parsers.site_rules import SiteRule, in_words, is_for_one_page, site_of

SEEN = datetime(2026, 1, 1, tzinfo=UTC)
STORY = [
    "The ferry to the outer islands will not sail this winter, the harbour authority said on Monday morning.",
    "Its engine was found to be beyond repair after a storm in November tore the vessel from its moorings.",
    "Islanders will have to rely on a smaller boat, which carries twelve passengers and no vehicles at all.",
    "A replacement has been ordered from a yard in the south, and is expected to arrive by the end of May.",
]


def html_page(name: str, *, box: str = "", url: bool = True) -> Page:
    first, second, *others = (f"<p>{text} {name}.</p>" for text in STORY)
    link = f'<link rel="canonical" href="https://www.quay.example/{name}">' if url else ""
    page = (
        f"<html><head>{link}<title>No ferry: {name}</title></head><body><main><article class='story'>"
        f"<h1>No ferry this winter, says {name}</h1>{first}{second}{box}{''.join(others)}</article></main>"
    )
    return Page(page.encode(), SEEN, None, "text/html; charset=utf-8")


def box(words: str) -> str:
    return (f'<div class="harbour-note"><p>{words} The harbour cafe opens at seven, and its soup is made of what the '
            "boats bring in, said the harbour authority, which had asked the islanders to wait there.</p></div>")


def text_page(name: str, *lines: str) -> Page:
    story = "\n\n".join(f"{text} {name}." for text in STORY)
    return Page(("\n\n".join([f"No ferry this winter, says {name}", story, *lines])).encode(), SEEN)


def index_of(article: Article, words: str) -> int:
    return next(i for i, piece in enumerate(article.pieces) if words in piece.text)


def taught(page: Page, words: str, *, keep: bool) -> SiteRule:
    article = parse(page).articles[0]
    at = index_of(article, words)
    rule = propose(page, at, article.pieces[at].text, keep=keep)
    assert rule is not None
    return rule


def kept(page: Page, words: str, *rules: SiteRule) -> bool:
    article = parse(page, rules).articles[0]
    return article.pieces[index_of(article, words)].kept


def test_a_dropped_block_drops_what_shares_its_place_on_later_pages() -> None:
    """The other page's words are different: its place is what was taught."""
    first, later = html_page("Ann", box=box("Soup.")), html_page("Bob", box=box("Bread and cheese."))
    rule = taught(first, "Soup.", keep=False)

    assert rule.by == "place"
    assert kept(later, "Bread and cheese.")
    assert not kept(later, "Bread and cheese.", rule)
    assert not kept(first, "Soup.", rule)
    assert all(kept(later, text, rule) for text in STORY)


def test_a_paragraph_of_the_story_is_dropped_by_its_words_alone() -> None:
    """Its place is the story's own: a rule by place would empty every article of the site."""
    rule = taught(html_page("Ann"), STORY[1], keep=False)

    assert rule.by == "words"
    assert [kept(html_page("Ann"), text, rule) for text in STORY] == [True, False, True, True]


def test_a_dropped_line_of_a_dump_drops_the_same_line_elsewhere_whatever_it_counts() -> None:
    """Case, punctuation and numbers differ from page to page; the line is the same."""
    line = "Sign on to the harbour bulletin, read by 4,210 people every morning, before the first boat leaves."
    later = "SIGN ON to the harbour bulletin, read by 5,377 people every morning, before the first boat leaves"
    first, other = text_page("Ann", line, STORY[0]), text_page("Bob", later, STORY[0])
    rule = taught(first, "harbour bulletin", keep=not kept(first, "harbour bulletin"))

    assert rule.by == "words"
    assert kept(first, "harbour bulletin", rule) == rule.keep
    same_site = SiteRule(site_of(parse(other).articles[0]), rule.keep, rule.by, rule.what, rule.shown)
    assert kept(other, "harbour bulletin", same_site) == rule.keep


def test_a_line_that_opens_with_a_label_is_known_by_it() -> None:
    """“Also read: …” is followed by another headline every day."""
    first = text_page("Ann", "Also read: Harbour master retires", STORY[2])
    rule = taught(first, "Also read", keep=True)
    other = text_page("Ann", "ALSO READ: Gulls take over the pier", STORY[2])
    same = SiteRule(site_of(parse(other).articles[0]), rule.keep, rule.by, rule.what, rule.shown)

    assert rule.by == "opening"
    assert in_words(rule) == "keeps lines that begin with “Also read:”"
    assert not kept(other, "Gulls")
    assert kept(other, "Gulls", same)


def test_rules_of_another_site_are_not_obeyed() -> None:
    """What is junk in one paper may be the story in another."""
    page = html_page("Ann", box=box("Soup."))
    rule = taught(page, "Soup.", keep=False)
    foreign = SiteRule("elsewhere.example", rule.keep, rule.by, rule.what, rule.shown)

    assert rule.site == "quay.example"
    assert parse(page, [foreign]) == parse(page)


def test_the_later_rule_decides() -> None:
    """Who changes their mind is right the second time."""
    page = html_page("Ann", box=box("Soup."))
    drop = taught(page, "Soup.", keep=False)
    keep = SiteRule(drop.site, True, drop.by, drop.what, drop.shown)

    assert kept(page, "Soup.", drop, keep)
    assert not kept(page, "Soup.", keep, drop)


@pytest.mark.parametrize("page", [html_page("Ann", box=box("Soup.")), text_page("Ann", "Menu", "Contact us")],
                         ids=["html", "text"])
def test_any_piece_can_be_taught_and_nothing_is_lost_by_it(page: Page) -> None:
    """The piece changes sides, no piece of the page disappears, and the article keeps its id."""
    before = parse(page).articles[0]
    for at, piece in enumerate(before.pieces):
        rule = propose(page, at, piece.text, keep=not piece.kept)
        assert rule is not None
        after = parse(page, [rule]).articles[0]
        assert after.pieces[at].kept is not piece.kept
        assert [one.text for one in after.pieces] == [one.text for one in before.pieces]
        assert after.id == before.id


def test_a_piece_that_is_not_there_any_more_teaches_nothing() -> None:
    """The page may have changed since it was read: a rule for another piece would be a wrong one."""
    page = html_page("Ann")

    assert propose(page, 1, "other words", keep=False) is None
    assert propose(page, 999, STORY[0], keep=False) is None
    assert propose(Page(b"", SEEN), 0, "", keep=False) is None


def test_a_page_that_names_nobody_is_a_site_of_its_own() -> None:
    """Without address and publisher a rule can serve this page only, and says so."""
    rule = taught(text_page("Ann"), STORY[0], keep=False)

    assert is_for_one_page(rule)
    assert not is_for_one_page(taught(html_page("Ann"), STORY[0], keep=False))
