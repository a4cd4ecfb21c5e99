"""Markup before the tree: scripts taken out exactly, hostile pages recognised, tags stripped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers import markup


def test_scripts_styles_and_comments_go() -> None:
    """What shows no words is taken out, and the scripts are handed over with their start tags."""
    html = "a<script type='x/y' src=1>var x = '<p>';</SCRIPT >b<!-- <p> -->c<STYLE>p > b {}</style>d"
    rest, scripts = markup.without_scripts(html)
    assert rest == "abcd"
    assert [(script.attributes.strip(), script.text) for script in scripts] == [
        ("type='x/y' src=1", "var x = '<p>';")
    ]


@pytest.mark.parametrize(
    ("html", "rest"),
    [
        ("a<!-->b", "ab"),
        ("a<!--->b", "ab"),
        ("a<!-- b", "a"),
        ("a<script>b", "a"),
        ("a<!-- <script> -->b<script>c</script>d", "abd"),
        ("<scripted>a</scripted>", "<scripted>a</scripted>"),
        ("a<style/>b</style>c", "ac"),
    ],
)
def test_their_ends_are_those_of_browsers(html: str, rest: str) -> None:
    """Abrupt, unclosed and nested ones end where a browser ends them."""
    assert markup.without_scripts(html)[0] == rest


@pytest.mark.parametrize(
    ("html", "word"),
    [
        ("<div>" * 5_001, "nested"),
        ("<i><b></i>" * 5_001, "nested"),
        ("<div><a title='</div>'></a>" * 5_001, "nested"),
        ("<div><textarea></div></textarea>" * 5_001, "nested"),
        ("<p " + " ".join(f"a{i}=1" for i in range(1_001)) + ">", "attributes"),
        ("<p " + " ".join(f"a{i}='>'" for i in range(1_001)) + ">", "attributes"),
        ("<select>" + "<OPTION>" * 5_001, "options"),
        ("<p>" * 200_001, "tags"),
        ("".join(f"<b id={i}>" for i in range(500)) + "<p>a</p>" * 2_000, "formatting"),
        ("a" * 8_000_001, "characters"),
    ],
)
def test_hostile_pages_are_recognised(html: str, word: str) -> None:
    """Each bound is held, also when the tags hide in attributes, and the reason is named."""
    assert word in (markup.complexity(html.encode()) or "")


@pytest.mark.parametrize(
    "html",
    [
        "<p>a<br>" * 20_000,
        "<li>a" * 50_000,
        "<svg>" + "<path d='M0 0'/>" * 20_000 + "</svg>",
        "<div title='" + "<div>" * 100 + "'>x</div>" * 5_000,
        "<p title='" + " a=b" * 5_000 + "'>x",
        "<div></div>" * 50_000,
    ],
)
def test_long_pages_are_not_hostile(html: str) -> None:
    """Thousands of paragraphs, list items, shapes or closed boxes are no depth."""
    assert markup.complexity(html.encode()) is None


def test_stripped_text_has_a_line_per_block() -> None:
    """Without a tree, blocks still stand apart, references are resolved and no tag is shown."""
    text = markup.strip_tags("<div>One &amp; two<p title='a>b'>Th<b>re</b>e<br>four</div><script>x</script>")
    assert text.split() == ["One", "&", "two", "Three", "four"]
    assert "Three\n\nfour" in text


@given(st.text(alphabet="<>/!-='\" abpscrit\n&;", max_size=120))
def test_any_markup_is_survived(html: str) -> None:
    """No text raises in any of the three passes."""
    rest, _ = markup.without_scripts(html)
    markup.complexity(rest.encode())
    markup.strip_tags(html)


@pytest.mark.parametrize("sign", ["<", "<a ", "<a = ", '<a b="', "<a b='\"", "<!--", "<script>", "&#", "</", "<p>"])
def test_a_megabyte_of_one_sign_takes_no_time(sign: str) -> None:
    """The passes are linear: what would take minutes if one were quadratic takes less than the test's patience."""
    html = sign * (1_000_000 // len(sign))
    markup.complexity(markup.without_scripts(html)[0].encode())
    assert markup.strip_tags(html) is not None


SOUP = st.text(alphabet="a =\"'<>/\n-bi", max_size=8)


@given(SOUP, st.text(alphabet="a =\"'<>/\nb", min_size=1, max_size=8), st.sampled_from([1, 400, 1_100, 2_300]), SOUP)
def test_the_quick_look_at_a_page_misses_nothing(before: str, again: str, times: int, behind: str) -> None:
    """Whatever quotes, signs and tags a page is made of: what is called plain at a glance is so tag by tag."""
    html = f"{before}<a {again * times}{behind}>"
    if markup._is_plain(html.encode()):
        assert markup._counted(html) is None


@pytest.mark.parametrize("one", [" a", " a=1", ' a="1"', " a='1'", "/a", ' a="\'>"', " a='\"<'", ' "a'])
def test_a_tag_of_very_many_attributes_is_not_plain(one: str) -> None:
    """However its attributes are written."""
    html = "".join(one.replace("a", f"a{i}") for i in range(markup.MOST_ATTRIBUTES + 10))
    reasons = [markup.complexity(f"{before}{html}>".encode()) for before in (f"<p>{html}><b <", "<p")]
    assert "attributes" in (reasons[0] or reasons[1] or "")
