"""What a page states about itself: every source is read, broken ones too, and the page's own story is chosen."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.article import Author
from parsers.formats import html
from parsers.formats.html import loose_json
from parsers.fragment import Stated

URL = "https://www.site.org/2024/story"


def read(page: str, url: str | None = URL) -> Stated:
    return html.read(page, url)[1]


def ld(*values: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(value)}</script>' for value in values)


STORY = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "The talks &amp; the deal",
    "description": "What <b>happened</b>.",
    "author": [{"@type": "Person", "name": "Jane Doe", "url": "/jane"}, {"@type": "Person", "name": "John Roe"}],
    "publisher": {"@type": "Organization", "name": "The Site"},
    "datePublished": "2024-04-02T10:00:00+02:00",
    "dateModified": "2024-04-03T11:00:00Z",
    "articleSection": ["World", "Europe"],
    "inLanguage": "en-gb",
    "image": {"@type": "ImageObject", "url": "/a.jpg"},
    "articleBody": "One.\\n\\nTwo.",
    "mainEntityOfPage": {"@id": URL},
}


def test_json_ld_states_everything() -> None:
    """A story's object gives each field, clean and absolute."""
    stated = read(ld({**STORY, "articleBody": "One.\n\nTwo."}))
    assert stated == Stated(
        titles=("The talks & the deal",),
        voices={"the talks the deal": frozenset({"data"})},
        deks=("What happened.",),
        authors=(Author("Jane Doe", "https://www.site.org/jane"), Author("John Roe")),
        publishers=("The Site",),
        published="2024-04-02T10:00:00+02:00",
        modified="2024-04-03T11:00:00+00:00",
        section="World",
        language="en-GB",
        url=URL,
        image="https://www.site.org/a.jpg",
        article_body="One.\n\nTwo.",
        is_article=True,
    )


def test_a_graph_is_followed() -> None:
    """Objects that refer to each other by @id are put together."""
    stated = read(
        ld(
            {
                "@graph": [
                    {"@type": "Article", "headline": "A", "author": {"@id": "#jane"}, "publisher": {"@id": "#us"}},
                    {"@type": "WebPage", "datePublished": "2024-04-02"},
                    {"@type": ["Person"], "@id": "#jane", "name": "Jane Doe", "description": "Writes."},
                    {"@type": "Organization", "@id": "#us", "name": "Site"},
                    {
                        "@type": "BreadcrumbList",
                        "itemListElement": [
                            {"position": 2, "item": {"name": "World"}},
                            {"position": 1, "name": "Home"},
                        ],
                    },
                ]
            }
        )
    )
    assert stated.authors == (Author("Jane Doe", None, "Writes."),)
    assert stated.publishers == ("Site",)
    assert stated.published == "2024-04-02"
    assert stated.breadcrumb == ("Home", "World")


def test_the_pages_own_story_is_chosen() -> None:
    """Of several articles the one counts that agrees with the page's title or address, not a teaser or a reply."""
    other = {"@type": "NewsArticle", "headline": "Another story", "author": "Mary Major", "url": "/other"}
    listed = {"@type": "ItemList", "itemListElement": [other, other]}
    assert read(ld(listed, other, STORY)).authors[0].name == "Jane Doe"
    placeless = {**STORY, "mainEntityOfPage": None}
    assert read(ld(other, placeless) + "<h1>The talks & the deal</h1>").authors[0].name == "Jane Doe"
    live = {"@type": "LiveBlogPosting", "headline": "Live", "liveBlogUpdate": [{**other, "@type": "BlogPosting"}]}
    assert read(ld(live)).titles == ("Live",)
    assert read(ld(listed)).authors == ()


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "headline": "A\n\tstory",}',
        '// <![CDATA[\n{"@type": "NewsArticle", "headline": "A story"}\n// ]]>',
        "{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;A story&quot;}",
        '{"@type": "WebSite"}; {"@type": "NewsArticle", "headline": "A story", "keywords": ["a",, "b",]}',
        r'{"@type": "NewsArticle", "headline": "A\x20story", "about": "it\'s"}'.replace(r"\x20", " "),
        '[{"@type": "NewsArticle", "headline": "A story", "description": "an "unescaped" quote"}]',
        '{"@type": "NewsArticle", "headline": "A story", "author": {',
    ],
)
def test_broken_json_is_mended(script: str) -> None:
    """What sites get wrong in JSON does not cost the headline."""
    assert read(f"<script type=application/ld+json>{script}</script>").titles == ("A story",)


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Jane Doe", ["Jane Doe"]),
        ("By Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
        ("Von Jane Doe und John Roe, Nairobi", ["Jane Doe", "John Roe"]),
        (["Jane Doe (jdo)", "Jane Doe"], ["Jane Doe"]),
        ({"name": ["Jane Doe", "John Roe"]}, ["Jane Doe", "John Roe"]),
        ({"givenName": "Jane", "familyName": "Doe"}, ["Jane Doe"]),
        ("Jane Doe | The Agency", ["Jane Doe"]),
        ("https://site.org/jane", []),
        ("jane.doe@site.org", []),
        ("jdoe99", []),
        ("(Image: Jane Doe)", []),
        ([None, 3, {"name": None}, [[["x"]]], {}], []),
        ("Jane Doe MS, RDN", ["Jane Doe"]),
        ("Jane Doe Founder", ["Jane Doe"]),
        ("Marketing Director", []),
        ("Ann Lee as told to Jane Doe", ["Jane Doe"]),
    ],
)
def test_authors(author: object, names: list[str]) -> None:
    """Names come out alone, each once; addresses, logins and picture credits are no authors."""
    assert [one.name for one in read(ld({**STORY, "author": author})).authors] == names


def test_the_site_is_an_author_only_where_nobody_is() -> None:
    """A publisher that signs its own story gives way to a person named anywhere else."""
    site = {**STORY, "author": {"name": "The Site"}}
    assert [one.name for one in read(ld(site)).authors] == ["The Site"]
    assert [one.name for one in read(ld(site) + "<meta name=author content='Jane Doe'>").authors] == ["Jane Doe"]


def test_meta_tags() -> None:
    """Open Graph, article:*, Dublin Core and the window's title are read, in that order of trust."""
    stated = read(
        """<html lang=de><head><title>A story – The Site</title>
        <meta property=og:title content="A &amp;quot;story&amp;quot;"><meta property=og:site_name content="The Site">
        <meta name=Description content="Dek"><meta property=og:type content=article>
        <meta property=article:published_time content=2024-04-02><meta name=date content="2024-04-02T10:15:00+02:00">
        <meta property=article:modified_time content=2024-04-03T00:00:00Z><meta property=article:section content=World>
        <meta name=author content="Jane Doe; John Roe"><link rel=canonical href=/canonical>
        <meta property=og:image content=/i.jpg></head>"""
    )
    assert stated == Stated(
        titles=('A "story"', "A story", "A story – The Site"),
        voices={"a story": frozenset({"social", "window"}), "a story the site": frozenset({"window"})},
        deks=("Dek",),
        authors=(Author("Jane Doe"), Author("John Roe")),
        publishers=("The Site",),
        published="2024-04-02T10:15:00+02:00",
        modified="2024-04-03T00:00:00+00:00",
        section="World",
        language="de",
        url="https://www.site.org/canonical",
        image="https://www.site.org/i.jpg",
        is_article=True,
    )


@pytest.mark.parametrize(
    ("title", "titles"),
    [
        ("A story | Site", ("A story", "A story | Site")),
        ("Site: a story", ("a story", "Site: a story")),
        ("A story - www.site.org", ("A story", "A story - www.site.org")),
        ("A story - site.org", ("A story", "A story - site.org")),
        ("Man-made: a story", ("Man-made: a story",)),
        ("Site", ()),
    ],
)
def test_a_sites_name_is_no_part_of_a_title(title: str, titles: tuple[str, ...]) -> None:
    """The name goes only where the page states it as its own, and the whole candidate stays."""
    assert read(f"<title>{title}</title><meta property=og:site_name content=Site>").titles == titles


def test_microdata_and_times() -> None:
    """What older pages mark up in their text is read; comments and teasers keep theirs."""
    page = """<article itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop=headline>A story</h1>
      <div itemprop=author itemscope><a itemprop=url href=/jane><span itemprop=name>Jane Doe</span></a></div>
      <time itemprop=datePublished datetime=2024-04-02>Tuesday</time><p>Long, long, long text of the story.</p>
      <div itemscope itemtype=http://schema.org/Comment><b itemprop=author>Troll</b></div></article>
      <div itemscope itemtype="http://schema.org/NewsArticle"><b itemprop=author>Teaser</b></div>"""
    stated = read(page)
    assert stated.titles == ("A story",)
    assert stated.authors == (Author("Jane Doe", "https://www.site.org/jane"),)
    assert stated.published == "2024-04-02"
    assert read("<p><time datetime=2024-04-02T10:00>2 April</time>").published == "2024-04-02T10:00:00"
    assert read("<time datetime=2024-04-02>a</time><time datetime=2024-05-06>b</time>").published is None
    two = "<time class=entry-date datetime=2024-04-02>a</time><time datetime=2024-05-06>b</time>"
    assert read(two).published == "2024-04-02"
    signed = "<a rel='author nofollow' href=/j>Jane Doe</a>"
    assert read(signed).authors == (Author("Jane Doe", "https://www.site.org/j"),)


def test_what_is_no_article_says_so() -> None:
    """A front page and a list of results are no articles; silence is no answer."""
    assert read(ld({"@type": "CollectionPage", "name": "World"})).is_article is False
    assert read("<p>x", "https://site.org/").is_article is False
    assert read("<p>x").is_article is None


def test_a_wrong_canonical_address_is_not_believed() -> None:
    """A story that calls the front page its own address made a mistake."""
    assert read("<link rel=canonical href=/>").url is None
    page = "<link rel=canonical href='javascript:x'><meta property=og:url content=/b>"
    assert read(page).url == "https://www.site.org/b"


KEYS = st.sampled_from([*STORY, "@id", "@graph", "itemListElement", "name", "x"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5),
)


@given(VALUES)
def test_any_json_is_read(value: object) -> None:
    """Values of the wrong kind in any place break nothing."""
    read(ld({"@type": "NewsArticle", "headline": value, "author": value, "datePublished": value}, value))


@given(st.text(max_size=60))
def test_any_script_is_read(text: str) -> None:
    """No text of a script raises."""
    assert isinstance(loose_json.values(text), list)


def test_depth_in_json_breaks_nothing() -> None:
    """A script nested deeper than Python recurses is given up, not crashed on."""
    assert loose_json.values("[" * 100_000) == []
    assert read(f"<script type=application/ld+json>{'[' * 100_000}</script>").titles == ()
