"""Where the walk through a tree stands: an open element, and what it inherits from those around it.

A piece of text is a list item, a quotation or a caption because of elements far above it; without this every
piece would have to climb the tree to find out.
"""

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
_NONE: frozenset[str] = frozenset()
_LONGEST_PATH = 64  # tags; no real page is deeper than 135, and what matters stands at the ends


class Item:
    """A list item whose first piece of text carries its bullet."""

    __slots__ = ("depth", "ordinal", "used")

    def __init__(self, depth: int, ordinal: int | None) -> None:
        self.depth = depth
        self.ordinal = ordinal
        self.used = False


class Frame:
    """An open element."""

    __slots__ = (
        "_below", "_names", "_own", "_path", "block", "caption", "container", "depth", "element", "figure",
        "is_block", "item", "level", "lists", "next_ordinal", "parent", "position", "prose", "quotes", "spine", "tag",
    )  # fmt: skip

    def __init__(self, parent: "Frame | None", element: Element, position: int, *, spine: bool = False) -> None:
        self.parent = parent
        self.element = element
        self.tag = tag = element.tag
        self.position = position
        """Its place in document order, from 1."""
        self.spine = spine
        """It holds nearly the whole page: its names say nothing about a piece of it."""
        self._own: frozenset[str] | None = None
        self._below: dict[frozenset[str], frozenset[str]] | None = None
        self._names: frozenset[str] | None = None
        self._path: tuple[str, ...] | None = None
        self.block = self
        """The innermost block around it, or itself."""
        self.is_block = True
        self.next_ordinal: int | None = None
        if parent is None:
            self.depth = self.level = self.lists = self.quotes = self.container = 0
            self.item: Item | None = None
            self.caption = self.figure = self.prose = False
            return
        self.depth = parent.depth + 1
        self.level, self.lists, self.quotes = parent.level, parent.lists, parent.quotes
        self.container = parent.container
        self.item, self.caption, self.figure, self.prose = parent.item, parent.caption, parent.figure, parent.prose
        if tag in BLOCKS:
            if not (self.prose and tag in _INLINE_IN_PROSE):
                self._open_block(parent)
                return
        elif "-" in tag and not self.prose:
            self._open_block(parent)
            return
        self.block = parent.block
        self.is_block = False

    def _open_block(self, parent: "Frame") -> None:
        """What a block changes for all that stands in it."""
        tag = self.tag
        self.prose = tag in _PROSE
        stated = _stated_level(self.element) if "role" in self.element.attributes else 0
        self.level = _LEVELS.get(tag) or stated or (parent.level if tag != "p" else 0)
        if tag in _CONTAINERS:
            self.container = self.position
            if tag in _LISTS:
                self.lists += 1
                self.next_ordinal = (_number(self.element.get("start")) or 1) if tag == "ol" else None
        elif tag == "li":
            self.item = Item(max(0, self.lists - 1), _ordinal(self.element, parent))
        elif tag == "blockquote":
            self.quotes += 1
        elif tag == "figure":
            self.figure = True
        elif tag == "figcaption":
            self.caption = True

    def make_caption(self) -> None:
        """It is a caption by its names, whatever its tag."""
        self.block, self.is_block = self, True
        self.caption, self.prose, self.level = True, True, 0

    @property
    def own(self) -> frozenset[str]:
        """The words of its own names."""
        if self._own is None:
            self._own = names.of(self.element)
        return self._own

    def own_names(self) -> frozenset[str]:
        """The words of its names and those of the elements between it and its block, the block included."""
        frame, words = self, self.own
        while frame is not self.block and frame.parent is not None:
            frame = frame.parent
            words = words | frame.own if frame.own else words
        return words

    def names(self) -> frozenset[str]:
        """The words of its names and of all elements around it, up to the one that holds nearly the whole page."""
        if self._names is None:
            for frame in self._unknown("_names"):
                around = frame.parent._names if frame.parent else None
                own = _NONE if frame.spine else frame.own
                frame._names = frame.parent._joined(around, own) if frame.parent and around and own else around or own
        return self._names or _NONE

    def _joined(self, names: frozenset[str], own: frozenset[str]) -> frozenset[str]:
        """Its `names` and the `own` of an element in it; remembered, for a list's items are all named alike."""
        if self._below is None:
            self._below = {}
        both = self._below.get(own)
        if both is None:
            both = self._below[own] = names | own
        return both

    def path(self) -> tuple[str, ...]:
        """Tags from below the body down to it; of an absurdly deep one the last 64."""
        if self._path is None:
            for frame in self._unknown("_path"):
                above = frame.parent._path if frame.parent else None
                frame._path = () if above is None else (*above[1 - _LONGEST_PATH :], frame.tag)
        return self._path or ()

    def _unknown(self, slot: str) -> list["Frame"]:
        """It and the frames around it that have not worked this out yet, outermost first. (A tree may be deeper
        than Python recurses.)"""
        frames: list[Frame] = []
        frame: Frame | None = self
        while frame is not None and getattr(frame, slot) is None:
            frames.append(frame)
            frame = frame.parent
        return frames[::-1]


def common(first: Frame, second: Frame) -> Frame:
    """The innermost element that holds both."""
    while first is not second:
        if first.depth >= second.depth and first.parent is not None:
            first = first.parent
        elif second.parent is not None:
            second = second.parent
        else:
            break
    return first


def _ordinal(element: Element, parent: Frame) -> int | None:
    """The number an ordered list gives its item; None in any other list."""
    if parent.next_ordinal is None:
        return None
    number = _number(element.get("value")) or parent.next_ordinal
    parent.next_ordinal = number + 1
    return number


def _stated_level(element: Element) -> int:
    if element.attributes.get("role") != "heading":
        return 0
    return min(max(_number(element.get("aria-level")) or 2, 1), 6)


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else None
