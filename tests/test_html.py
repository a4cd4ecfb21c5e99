"""HTML as a format: never raises, loses no word, invents none, and falls back to text for hostile trees."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.clean import clean_line
from parsers.decode import decode
from parsers.formats import html
from parsers.fragment import Shape

TAGS = (
    "p", "div", "span", "a", "b", "i", "em", "h1", "h2", "ul", "ol", "li", "table", "tr", "td", "th", "blockquote",
    "pre", "br", "img", "figure", "figcaption", "nav", "section", "article", "select", "option", "button", "q",
    "noscript", "details", "summary", "dl", "dt", "dd", "x-y",
)  # fmt: skip


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Tag soup: opened, closed and crossed tags between words, none of which is glued to another."""
    parts: list[str] = []
    for number in range(draw(st.integers(1, 25))):
        tag = draw(st.sampled_from(TAGS))
        parts.append(draw(st.sampled_from([f"<{tag}>", f"</{tag}>", f"<{tag} class=caption>", "<br>", "", " "])))
        parts.append(draw(st.sampled_from([f" word{number} ", f" wörd{number}, ", "", "\n"])))
    return "".join(parts)


@given(pages())
def test_every_word_comes_out_once(page: str) -> None:
    """Whatever the tags, each word of the page stands in exactly one fragment, and in order."""
    fragments, _, _ = html.read(page, None)
    shown = re.findall(r"w[oö]rd\d+", " ".join(one.text for one in fragments if one.shape is not Shape.IMAGE))
    hidden = "<select" in page or "</select" in page or "table" in page  # choices not shown; text moved out of tables
    assert hidden or shown == re.findall(r"w[oö]rd\d+", page)
    assert set(shown) <= set(re.findall(r"w[oö]rd\d+", page))


@given(st.binary(max_size=400), st.sampled_from([None, "https://site.org/a", "nonsense"]))
def test_any_bytes_are_read(body: bytes, url: str | None) -> None:
    """No bytes raise, and every line that comes out is clean."""
    text, _ = decode(body, "text/html")
    fragments, stated, _ = html.read(text, url)
    for line in (*(one.text for one in fragments if one.shape is not Shape.PREFORMATTED), *stated.titles):
        assert clean_line(line) == line


@given(st.text(alphabet="<>/=\"' abhpximgtdlr\n&;\x1b\u202e[{", max_size=300))
@settings(max_examples=300)
def test_any_markup_is_read(text: str) -> None:
    """No markup raises; marks lie inside their text and links are absolute."""
    fragments, _, _ = html.read(text, "https://site.org/a/")
    for fragment in fragments:
        for mark in fragment.marks:
            assert 0 <= mark.start < mark.end <= len(fragment.text)
            assert (mark.style == "link") == (mark.href is not None)


def test_no_control_reaches_a_fragment() -> None:
    """Escape sequences, bidi overrides and controls go, wherever they stand."""
    page = (
        "<title>a\x1b[31mb</title><p>a\x1b]52;c;x\x07b &#x1b;[31mc \u202ed<img alt='\x1b[1me' src='/\x1b.jpg'>"
        "<a href='/\x1b]8;;'>f</a><pre>g\x1b[2J\nh</pre><table><tr><th>i\x07<th>j<tr><td>k<td>l\x9b1m</table>"
    )
    fragments, stated, _ = html.read(page, "https://site.org/")
    everything = repr((fragments, stated))
    assert "\\x1b" not in everything
    assert "\\x07" not in everything
    assert "\\x9b" not in everything
    assert "\\u202e" not in everything


def test_a_hostile_tree_is_read_as_text() -> None:
    """A page beyond the guard keeps its words, shows no tags, and says why it looks plain."""
    fragments, _, problems = html.read("<div>" * 6_000 + "One &amp; two<p>three</p><script>x</script>", None)
    assert " ".join(fragment.text for fragment in fragments).split() == ["One", "&", "two", "three"]
    assert [problem.kind for problem in problems] == ["too_complex"]
    assert "nested" in problems[0].detail


def test_deep_trees_within_the_guard_are_walked() -> None:
    """Nothing recurses: depth alone breaks nothing."""
    fragments, _, problems = html.read("<div><span>" * 2_000 + "deep", None)
    assert [fragment.text for fragment in fragments] == ["deep"]
    assert problems == []


def test_addresses_start_where_the_page_says() -> None:
    """<base> counts, then the page's address, then the address a saved page gives itself."""

    def link(head: str, url: str | None) -> str | None:
        fragments, _, _ = html.read(f"<head>{head}</head><p><a href='b'>x</a>", url)
        return fragments[0].marks[0].href if fragments[0].marks else None

    assert link("", "https://site.org/a/") == "https://site.org/a/b"
    assert link("<base href='/c/'>", "https://site.org/a/") == "https://site.org/c/b"
    assert link("<link rel=canonical href='https://site.org/d/'>", None) == "https://site.org/d/b"
    assert link("", None) is None


def test_a_page_sent_in_pieces_is_put_together() -> None:
    """Parts that a streaming server sent behind the page stand in their gaps, nested ones too; odd ones stay."""
    page = """<p>one</p><template id="B:0"></template><p>five</p><template id="B:9"></template>
      <div hidden id="S:1"><p>three</p></div>
      <div hidden id="S:0"><p>two</p><template id="P:1"></template><p>four</p></div>
      <div hidden id="S:7">never asked for</div><footer>And a long footer that outweighs all of the parts</footer>"""
    fragments, _, _ = html.read(page, None)
    assert [fragment.text for fragment in fragments][:-1] == ["one", "two", "three", "four", "five"]
    html.read("<div hidden id='S:0'><template id='B:0'></template>x</div>", None)
    html.read("<div hidden id='S:0'><template id='B:1'></template><div hidden id='S:1'><template id='B:0'>", None)
