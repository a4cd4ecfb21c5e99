"""Where the walk through a tree stands: an open element, and what it inherits from those around it.

A piece of text is a list item, a quotation or a caption because of elements far above it; without this every
piece would have to climb the tree to find out. What elements inherit is worked out once for all that a template
prints alike (a list's hundred items).
"""

from msgspec import Struct
from msgspec.structs import replace

from parsers.dom import Element
from parsers.formats.html.place import Place
from parsers.formats.html.tags import Kind, kind_of

_CAPTION_NAMES = frozenset({"caption", "captions", "figcaption", "imagecaption", "bildunterschrift", "legende"})
_CREDIT_NAMES = frozenset({"credit", "credits", "copyright", "photographer", "photocredit", "imagecredit"})
_BOTH_NAMES = _CAPTION_NAMES | _CREDIT_NAMES


class Item(Struct, eq=False):
    """A list item whose first piece of text carries its bullet."""

    depth: int
    ordinal: int | None
    used: bool = False


class Setting(Struct, eq=False, gc=False):  # knows only what is below it: nothing for the collector to find
    """What an element is and what it inherits, shared by all elements of its tag and names in the same setting."""

    kind: Kind
    place: Place
    block: str
    """The tag of the innermost block around it, or its own."""
    depth: int = 0
    spine: bool = False
    """It holds nearly the whole page."""
    is_block: bool = True
    prose: bool = False
    """Text in it runs on: a paragraph, a headline."""
    level: int = 0
    lists: int = 0
    quotes: int = 0
    figure: bool = False
    caption: bool = False
    named_caption: bool = False
    """It is called a caption or a credit; whether it is one depends on what stands before it."""
    is_plain_block: bool = False
    """A box, and called no caption."""
    below: dict[tuple[str, frozenset[str]], "Setting"] = {}
    captioned: "Setting | None" = None

    def inside(self, element: Element, *, spine: bool = False) -> "Setting":
        """The setting of an element right in it: the same, but for what the element changes."""
        kind, own = kind_of(element.tag), element.names
        is_block = kind.block and not (self.prose and kind.runs_on)
        place = Place(self.place, kind.tag, own, is_block, spine)
        inner = replace(self, kind=kind, place=place, spine=spine, is_block=is_block, below={}, captioned=None)
        inner.depth += 1
        if is_block:
            inner.block, inner.prose = kind.tag, kind.prose
            inner.level = kind.level or _stated_level(element) or (self.level if kind.tag != "p" else 0)
        if kind.nests:
            inner.lists += kind.is_list
            inner.quotes += kind.is_quote
            inner.figure = self.figure or kind.tag == "figure"
            inner.caption = self.caption or kind.tag == "figcaption"
        inner.named_caption = not own.isdisjoint(_CREDIT_NAMES if inner.caption else _BOTH_NAMES)
        inner.is_plain_block = is_block and kind.is_box and not inner.named_caption
        if not spine and "heading" not in own:  # for its attributes may state a level
            self.below[kind.tag, own] = inner
        return inner

    def as_caption(self) -> "Setting":
        """The same of an element that is a caption by its names, whatever its tag."""
        if self.captioned is None:
            tag, around = self.kind.tag, self.place.around
            place = Place(around, tag, self.place.own, True, self.place.unnamed)
            self.captioned = replace(
                self, place=place, block=tag, is_block=True, caption=True, prose=True, level=0, below={}
            )
        return self.captioned


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
    place = Place(None, "body", body.names, True, True)
    return Frame(None, Setting(kind_of("body"), place, "body", spine=True), 0, None)


def opened(element: Element, above: Frame, setting: Setting, position: int) -> Frame:
    """The frame of an element right in `above`; `position` is its place in document order, from 1."""
    frame = Frame(above, setting, position if setting.kind.is_container else above.container, above.item)
    tag = setting.kind.tag
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
