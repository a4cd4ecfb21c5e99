"""Where the walk through a tree stands: an open element, and what it inherits from those around it.

A piece of text is a list item, a quotation or a caption because of elements far above it; without this every
piece would have to climb the tree to find out. What elements inherit is worked out once for all that a template
prints alike (a list's hundred items): measured, that halves the time of the walk.
"""

from msgspec import Struct
from msgspec.structs import replace

from parsers.dom import Element
from parsers.formats.html import names

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
# Inside a paragraph or a headline these are words of a sentence (a footnote's button, an explained term).
_INLINE_IN_PROSE = frozenset({"button", "label", "dialog"})
_PROSE = frozenset({"p", "blockquote", "figcaption", "dd", "h1", "h2", "h3", "h4", "h5", "h6"})
_LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_CONTAINERS = _LISTS | {"article", "section", "aside", "nav", "header", "footer", "main", "dl", "form"}
_LONGEST_PATH = 64  # tags; no real page is deeper than 135, and what matters stands at the ends


class Item(Struct, eq=False):
    """A list item whose first piece of text carries its bullet."""

    depth: int
    ordinal: int | None
    used: bool = False


class Setting(Struct, eq=False, gc=False):  # knows only what is below it: nothing for the collector to find
    """What an element is and what it inherits, shared by all elements of its tag and names in the same setting."""

    tag: str
    own: frozenset[str]
    """The words of its own names."""
    own_names: frozenset[str]
    """The words of its names and those of the elements between it and its block, the block included."""
    block: str
    """The tag of the innermost block around it, or its own."""
    names: frozenset[str] = frozenset()
    """The words of its names and of all elements around it, up to the one that holds nearly the whole page."""
    path: tuple[str, ...] = ()
    """Tags from below the body down to it; of an absurdly deep one the last 64."""
    depth: int = 0
    spine: bool = False
    """It holds nearly the whole page: its names say nothing about a piece of it."""
    is_block: bool = True
    prose: bool = False
    """Text in it runs on: a paragraph, a headline."""
    level: int = 0
    lists: int = 0
    quotes: int = 0
    figure: bool = False
    caption: bool = False
    below: dict[tuple[str, frozenset[str]], "Setting"] = {}
    captioned: "Setting | None" = None

    def inside(self, element: Element, *, spine: bool) -> "Setting":
        """The setting of an element right in it."""
        own = names.of(element)
        if spine or "heading" in own:  # its attributes may state a level
            return _inside(self, element, own, spine=spine)
        key = element.tag, own
        known = self.below.get(key)
        if known is None:
            known = self.below[key] = _inside(self, element, own, spine=False)
        return known

    def as_caption(self) -> "Setting":
        """The same of an element that is a caption by its names, whatever its tag."""
        if self.captioned is None:
            self.captioned = replace(
                self, block=self.tag, is_block=True, own_names=self.own, caption=True, prose=True, level=0, below={}
            )
        return self.captioned


def _inside(around: Setting, element: Element, own: frozenset[str], *, spine: bool) -> Setting:
    tag = element.tag
    is_block = not (around.prose and tag in _INLINE_IN_PROSE) if tag in BLOCKS else "-" in tag and not around.prose
    return Setting(
        tag=tag,
        own=own,
        own_names=own if is_block or not around.own_names else around.own_names | own,
        block=tag if is_block else around.block,
        names=around.names if spine or own <= around.names else around.names | own,
        path=(*around.path[1 - _LONGEST_PATH :], tag),
        depth=around.depth + 1,
        spine=spine,
        is_block=is_block,
        prose=tag in _PROSE if is_block else around.prose,
        level=_level(element, around) if is_block else around.level,
        lists=around.lists + (tag in _LISTS),
        quotes=around.quotes + (tag == "blockquote"),
        figure=around.figure or tag == "figure",
        caption=around.caption or tag == "figcaption",
    )


def _level(block: Element, around: Setting) -> int:
    """The level of heading that text in a block is; 0 for none."""
    return _LEVELS.get(block.tag) or _stated_level(block) or (around.level if block.tag != "p" else 0)


class Frame(Struct, eq=False, gc=False):  # knows only what is above it: nothing for the collector to find
    """An open element."""

    above: "Frame | None"
    setting: Setting
    container: int
    """The position of the innermost sectioning element or list around it, or its own; 0 for none."""
    item: Item | None
    """The list item that it is, or stands in."""
    next_ordinal: int | None = None
    """The number of an ordered list's next item; None for any other element."""


def outermost(body: Element) -> Frame:
    """The frame of the body, where every walk begins."""
    own = names.of(body)
    return Frame(None, Setting("body", own, own, "body", spine=True), 0, None)


def opened(element: Element, above: Frame, position: int, *, spine: bool) -> Frame:
    """The frame of an element right in `above`; `position` is its place in document order, from 1."""
    setting = above.setting.inside(element, spine=spine)
    tag = setting.tag
    frame = Frame(above, setting, position if tag in _CONTAINERS else above.container, above.item)
    if tag == "li":
        frame.item = Item(max(0, setting.lists - 1), _ordinal(element, above))
    elif tag == "ol":
        frame.next_ordinal = _number(element.get("start")) or 1
    return frame


def common(first: Frame, second: Frame) -> Frame:
    """The innermost element that holds both."""
    while first is not second:
        if first.setting.depth >= second.setting.depth and first.above is not None:
            first = first.above
        elif second.above is not None:
            second = second.above
        else:
            break
    return first


def _ordinal(element: Element, above: Frame) -> int | None:
    """The number an ordered list gives its item; None in any other list."""
    if above.next_ordinal is None:
        return None
    number = _number(element.get("value")) or above.next_ordinal
    above.next_ordinal = number + 1
    return number


def _stated_level(element: Element) -> int:
    if element.attributes.get("role") != "heading":
        return 0
    return min(max(_number(element.get("aria-level")) or 2, 1), 6)


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else None
