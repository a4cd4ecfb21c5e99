"""The walk: every way HTML has to show text comes out in its place, with what the tree knew of it."""

import pytest

from parsers.dom import parse
from parsers.formats.html.flow import fragments
from parsers.fragment import Fragment, Shape

BASE = "https://site.org/news/a.html"


def read(page: str) -> tuple[Fragment, ...]:
    return fragments(parse(page).body, BASE)


def texts(page: str) -> list[str]:
    return [fragment.text for fragment in read(page)]


@pytest.mark.parametrize(
    ("page", "pieces"),
    [
        ("<p>Hello <b>wor</b>ld,\n this</p>", ["Hello world, this"]),
        ("<p>one<br>two<br><br>three<br> <br>four", ["one two", "three", "four"]),
        ("<div>text <i>in</i> a div<p>a paragraph</p>and more</div>", ["text in a div", "a paragraph", "and more"]),
        ("<a href=/x><h2>Head</h2><p>Teaser</p></a>", ["Head", "Teaser"]),
        ("<ul><li>a<ul><li>b</ul>c<li><p>d<p>e</ul>", ["a", "b", "c", "d", "e"]),
        ("<dl><dt>Term<dd>Meaning</dl>", ["Term", "Meaning"]),
        ("<details><summary>More</summary>Inside</details>", ["More", "Inside"]),
        ("<form><label>Mail</label><input value=x><input type=submit value=Send><button>Go</button></form>",
         ["Mail", "Send", "Go"]),
        ("<select><option>One<option selected>Two</select>", ["Two"]),
        ("<table><tr><td><p>Left</p><p>more</p><td><h2>Right</h2></table>", ["Left", "more", "Right"]),
        ("<p>He said <q>no</q>.", ["He said “no”."]),
        ("<nav>Menu</nav><footer>Legal</footer><aside>Box</aside>", ["Menu", "Legal", "Box"]),
        ("<noscript>Turn it on</noscript>", ["Turn it on"]),
        ("<p>H<sub>2</sub>O x<sup>2</sup>", ["H2O x2"]),
        ("<p>word<button>note</button>s", ["wordnotes"]),
        ("<x-card>One</x-card><x-card>Two</x-card>", ["One", "Two"]),
        ("<p>in<wbr>divisible soft\xadhyphen", ["indivisible softhyphen"]),
        ("e<b>\u0301</b>t\u00e9", ["\u00e9t\u00e9"]),
    ],
)  # fmt: skip
def test_pieces(page: str, pieces: list[str]) -> None:
    """Inline elements are joined, blocks are split, and nothing is lost."""
    assert texts(page) == pieces


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<div><a href=/>Home</a><a href=/n>News</a></div>", "Home News"),
        ("<div><span>By</span><span>Jane Doe</span><time>2 April</time></div>", "By Jane Doe 2 April"),
        ("<h1><span>Politics</span><span>A headline</span></h1>", "Politics A headline"),
        ("<div><a href=/>Markets<span>category</span></a></div>", "Markets category"),
        ("<div><a href=/>LinkedIn</a>Patrick</div>", "LinkedIn Patrick"),
        ("<p><span>un</span><span>believable</span></p>", "unbelievable"),
        ("<p><a href=/a>one</a><a href=/b>two</a></p>", "one two"),
        ("<div><a href=/>Merkel</a>s <span>T</span><span>he</span></div>", "Merkels The"),
        ("<div><span>(</span><span>AP</span><span>)</span></div>", "(AP)"),
        ("<div><span>東京</span><span>都</span></div>", "東京都"),
    ],
)
def test_words_stand_apart_where_a_style_sheet_sets_them_apart(page: str, text: str) -> None:
    """Neighbours in menus and bylines are two words; halves of a word in a sentence are one."""
    assert texts(page) == [text]


@pytest.mark.parametrize(
    "page",
    [
        "<p hidden>x", "<div style='color:red; display : none'><p>x</div>", "<p style=visibility:hidden>x",
        "<dialog>x</dialog>", "<span aria-hidden=true>›</span>", "<script>x</script>", "<style>x</style>",
        "<template><p>x</template>", "<svg><text>x</text></svg>", "<iframe>x</iframe>", "<video>x</video>",
        "<!-- x -->", "<object>x</object>", "<title>x</title>",
    ],
)  # fmt: skip
def test_what_no_browser_shows_is_left_out(page: str) -> None:
    """Hidden elements, scripts and fallbacks give no fragment; their neighbours stay."""
    assert texts(f"<p>before</p>{page}<p>after, and much more of it</p>") == ["before", "after, and much more of it"]


def test_a_page_that_scripts_would_show_is_shown() -> None:
    """What hides the whole page until a script has run does not hide it here."""
    assert texts("<div style='display:none'><p>The whole story</p></div>") == ["The whole story"]
    page = "<article hidden><p>The story</p></article><p>And a long footer that outweighs it</p>"
    assert texts(page)[0] == "The story"


def test_shapes() -> None:
    """Headings, list items, quotes, captions and preformatted text say what they are."""
    page = """<h3>Head</h3><ol start=3><li>three<li value=7>seven<ul><li>deep</ul></ol>
      <blockquote><p>said<blockquote>deeper</blockquote></blockquote>
      <pre>a\n  b<br>c</pre><div role=heading aria-level=4>Role</div><div>loose</div><div><span>set</span></div>"""
    found = [(one.shape, one.text, one.level, one.depth, one.ordinal, one.bullet) for one in read(page)]
    assert found == [
        (Shape.HEADING, "Head", 3, 0, None, False),
        (Shape.LIST_ITEM, "three", 0, 0, 3, True),
        (Shape.LIST_ITEM, "seven", 0, 0, 7, True),
        (Shape.LIST_ITEM, "deep", 0, 1, None, True),
        (Shape.QUOTE, "said", 0, 1, None, False),
        (Shape.QUOTE, "deeper", 0, 2, None, False),
        (Shape.PREFORMATTED, "a\n  b\nc", 0, 0, None, False),
        (Shape.HEADING, "Role", 4, 0, None, False),
        (Shape.PARAGRAPH, "loose", 0, 0, None, False),
        (Shape.LINE, "set", 0, 0, None, False),
    ]


def test_only_the_first_piece_of_an_item_has_its_bullet() -> None:
    """A second paragraph in a list item is a paragraph, and a card's headline stays a heading."""
    assert [one.shape for one in read("<ul><li><p>a<p>b</ul>")] == [Shape.LIST_ITEM, Shape.PARAGRAPH]
    assert [one.shape for one in read("<ul><li><h3>a</h3><p>b</ul>")] == [Shape.HEADING, Shape.PARAGRAPH]


def test_marks_cut_out_their_words() -> None:
    """Links, emphasis, strong and code lie exactly on their words, also across blocks, with absolute addresses."""
    (one,) = read(
        "<p>a <a href='b#c'> link <em>and</em></a>, <b>bo</b><strong>ld </strong><code>x</code>"
        "<a href='javascript:y'>z</a>"
    )
    assert one.text == "a link and, bold xz"
    assert [(mark.style, one.text[mark.start : mark.end], mark.href) for mark in one.marks] == [
        ("link", "link and", "https://site.org/news/b#c"),
        ("emphasis", "and", None),
        ("strong", "bold", None),
        ("code", "x", None),
    ]
    first, second = read("<a href=/x><p>one</p><p>two</p></a>")
    assert first.marks[0].href == second.marks[0].href == "https://site.org/x"
    assert (first.link_density, second.link_density) == (1.0, 1.0)


def test_pictures_stand_before_their_captions() -> None:
    """A figure gives a picture, then its caption, then its credit on its own."""
    page = """<figure><img src=a.jpg alt="A house"><figcaption>The house. <span class=credit>Photo: Jane</span>
      </figcaption></figure><div class=wp-caption><img src=b.jpg><p class=wp-caption-text>The garden</p></div>
      <div class=picture><img src=c.jpg></div><div class="image-caption">The lake</div><p>Text</p>"""
    assert [(one.shape, one.text, one.src) for one in read(page)] == [
        (Shape.IMAGE, "A house", "https://site.org/news/a.jpg"),
        (Shape.CAPTION, "The house.", None),
        (Shape.CAPTION, "Photo: Jane", None),
        (Shape.IMAGE, "", "https://site.org/news/b.jpg"),
        (Shape.CAPTION, "The garden", None),
        (Shape.IMAGE, "", "https://site.org/news/c.jpg"),
        (Shape.CAPTION, "The lake", None),
        (Shape.PARAGRAPH, "Text", None),
    ]


def test_a_picture_never_cuts_a_sentence() -> None:
    """A picture inside a paragraph follows it; an emoji is a word of it; a teaser's headline is no caption."""
    assert [(one.shape, one.text) for one in read("<p>One <img src=a.jpg alt=b> two</p>")] == [
        (Shape.PARAGRAPH, "One two"),
        (Shape.IMAGE, "b"),
    ]
    assert texts("<p>Well <img class=emoji alt='🙂' src=s.png> done") == ["Well 🙂 done"]
    card = read("<figure><img src=a.jpg><figcaption><h3>Head</h3></figcaption></figure>")
    assert card[1].shape is Shape.HEADING


def test_a_picture_offered_twice_comes_once() -> None:
    """The copy for readers without scripts is the same picture; tracking pixels and icons are none."""
    assert [one.src for one in read("<img data-src=/a.jpg><noscript><img src=/a.jpg></noscript>")] == [
        "https://site.org/a.jpg"
    ]
    assert [one.src for one in read("<img alt=x src='data:y'><noscript><img src=/a.jpg></noscript>")] == [
        "https://site.org/a.jpg"
    ]
    assert read("<img src=/t.gif width=1 height=1><img src=/i.png width=24><img>") == ()


def test_places_are_remembered() -> None:
    """Path, names, own names and container tell where a piece stood."""
    page = """<div class=page-wrap><main class=site><section class="Related-posts">
      <ul id=list><li>One<li>Two</ul></section><div class="byLine has-sidebar"><a class=name>Jane Doe</a></div>
      <p>A long, long, long story.</p></main></div>"""
    one, two, jane, story = read(page)
    assert one.path == ("div", "main", "section", "ul", "li")
    assert {"related", "posts", "relatedposts", "list"} <= one.names
    assert one.container == two.container != jane.container
    assert jane.own_names == {"by", "line", "byline", "name"}
    assert story.names == {"site"}
    assert [fragment.start for fragment in (one, two, jane, story)] == sorted(
        fragment.start for fragment in (one, two, jane, story)
    )


def test_a_wordpress_article_is_not_its_tags() -> None:
    """The taxonomy that WordPress writes on every article names no place on the page."""
    (one,) = read("<article class='post type-post hentry category-comments tag-newsletter entry'><p>x</article>")
    assert not {"comments", "newsletter", "tag", "category"} & one.names
    assert "entry" in one.names


def test_removed_characters_leave_no_gap() -> None:
    """Where a control character stood between two spaces, one space is left."""
    assert texts("<p>one \x07 two \u200b three</p>") == ["one two three"]


def test_hidden_prose_is_a_part_of_the_story() -> None:
    """Paragraphs that a script would open are shown; a hidden dialog with a form is not."""
    sentence = "The ministers met again on Tuesday and agreed on nothing at all, which surprised nobody in the city."
    rest = f"<p>{sentence}</p>" * 5
    page = f"<p>one</p><div class=subscriber-only style=display:none><p>{sentence}</p></div>{rest}"
    assert len(texts(page)) == 7
    for hidden in (f"<div class=modal hidden><p>{sentence}</p></div>", f"<div hidden><p>{sentence}</p><input></div>"):
        assert len(texts(f"<p>one</p>{hidden}{rest}")) == 6
