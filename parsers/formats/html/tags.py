"""What each tag of HTML does to the text in it: block or inline, prose, heading, list, mark.

The walk asks this of a thousand elements a page; here all the answers of a tag stand together, found once.
"""

from functools import lru_cache

from msgspec import Struct

from parsers.article import Style

# CSS's defaults (WHATWG HTML, section 15.3), and what pages make blocks of: buttons, labels, options.
BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details",
        "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
        "h4", "h5", "h6", "header", "hgroup", "hr", "label", "legend", "li", "main", "menu", "nav", "ol",
        "optgroup", "option", "p", "pre", "search", "section", "select", "summary", "table", "tbody", "td",
        "textarea", "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
# Content that browsers show only when they cannot show the thing itself, and what is never shown.
NEVER_SHOWN = frozenset(
    {
        "audio", "base", "canvas", "datalist", "embed", "frameset", "head", "iframe", "link", "map", "meta",
        "noembed", "noframes", "object", "param", "source", "template", "title", "track", "video",
    }
)  # fmt: skip
PICTURES = frozenset({"img", "picture", "amp-img", "image"})
_WHOLE = PICTURES | {"table", "pre", "select", "input"}
# Inside a paragraph or a headline these are words of a sentence (a footnote's button, an explained term).
_INLINE_IN_PROSE = frozenset({"button", "label", "dialog"})
_PROSE = frozenset({"p", "blockquote", "figcaption", "dd", "h1", "h2", "h3", "h4", "h5", "h6"})
_LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_CONTAINERS = _LISTS | {"article", "section", "aside", "nav", "header", "footer", "main", "dl", "form"}
_STYLES: dict[str, Style] = {
    "em": "emphasis", "i": "emphasis", "cite": "emphasis", "dfn": "emphasis", "var": "emphasis", "strong": "strong",
    "b": "strong", "code": "code", "kbd": "code", "samp": "code", "tt": "code", "a": "link",
}  # fmt: skip
# Formatting inside a word or a sentence: two of these side by side belong together.
_FORMATTING = frozenset(_STYLES) - {"a"} | {
    "abbr", "acronym", "bdi", "bdo", "big", "del", "font", "ins", "mark", "nobr", "noscript", "q", "rb", "rp", "rt",
    "ruby", "s", "small", "strike", "sub", "sup", "u", "wbr",
}  # fmt: skip


class Kind(Struct, frozen=True):
    """What an element does by its tag alone."""

    tag: str
    block: bool
    """It begins a new line and ends one."""
    runs_on: bool
    """A block, but inside prose a part of the sentence; so is every tag that a site made up."""
    prose: bool
    """Text in it runs on: a paragraph, a headline."""
    level: int
    """Of a heading; 0 for none."""
    is_list: bool
    is_quote: bool
    nests: bool
    """A list, a quotation, a figure or its caption: what is inside is so at any depth."""
    is_box: bool
    """A block that does nothing else, nor any of its attributes but those that may hide it."""
    is_line_break: bool
    is_quotation: bool
    """Words in quotation marks."""
    is_container: bool
    """A sectioning element or a list."""
    style: Style | None
    """The mark that its text gets."""
    formatting: bool
    seldom_shown: bool
    """What of it is seen depends on more than the attributes that may hide any element."""
    may_be_whole: bool
    """It may be taken as one piece: a picture, a table, preformatted text, a form's control."""


@lru_cache(maxsize=1024)
def kind_of(tag: str) -> Kind:
    """The kind of any tag, given in lower case."""
    made_up = "-" in tag and tag not in BLOCKS
    block = made_up or tag in BLOCKS
    seldom_shown = tag in NEVER_SHOWN or tag == "dialog"
    return Kind(
        tag=tag,
        block=block,
        is_box=block and not (seldom_shown or tag in _WHOLE or tag in _CONTAINERS or tag == "li"),
        is_line_break=tag == "br",
        runs_on=made_up or tag in _INLINE_IN_PROSE,
        prose=tag in _PROSE,
        level=_LEVELS.get(tag, 0),
        is_list=tag in _LISTS,
        is_quote=tag == "blockquote",
        nests=tag in _LISTS or tag in ("blockquote", "figure", "figcaption"),
        is_quotation=tag == "q",
        is_container=tag in _CONTAINERS,
        style=_STYLES.get(tag),
        formatting=tag in _FORMATTING,
        seldom_shown=seldom_shown,
        may_be_whole=tag in _WHOLE,
    )
