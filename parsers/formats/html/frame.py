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

    tag: str
    kind: Kind
    own: frozenset[str]
    """The words of its own names."""
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

    def inside(self, element: Element, *, spine: bool) -> "Setting":
        """The setting of an element right in it."""
        setting = _inside(self, element, spine=spine)
        if not spine and "heading" not in element.names:  # for its attributes may state a level
            self.below[element.tag, element.names] = setting
        return setting

    def as_caption(self) -> "Setting":
        """The same of an element that is a caption by its names, whatever its tag."""
        if self.captioned is None:
            place = Place(self.place.around, self.tag, self.own, True, self.place.unnamed)
            self.captioned = replace(
                self, place=place, block=self.tag, is_block=True, caption=True, prose=True, level=0, below={}
            )
        return self.captioned


def _inside(around: Setting, element: Element, *, spine: bool) -> Setting:
    tag, own = element.tag, element.names
    kind = kind_of(tag)
    is_block = kind.block and not (around.prose and kind.runs_on)
    caption = around.caption or tag == "figcaption"
    named_caption = not own.isdisjoint(_CREDIT_NAMES if caption else _BOTH_NAMES)
    return Setting(
        tag,
        kind,
        own,
        Place(around.place, tag, own, is_block, spine),
        tag if is_block else around.block,
        around.depth + 1,
        spine,
        is_block,
        kind.prose if is_block else around.prose,
        _level(element, kind, around) if is_block else around.level,
        around.lists + kind.is_list,
        around.quotes + kind.is_quote,
        around.figure or tag == "figure",
        caption,
        named_caption,
        is_block and kind.is_box and not named_caption,
    )


def _level(block: Element, kind: Kind, around: Setting) -> int:
    """The level of heading that text in a block is; 0 for none."""
    return kind.level or _stated_level(block) or (around.level if block.tag != "p" else 0)


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
    return Frame(None, Setting("body", kind_of("body"), body.names, place, "body", spine=True), 0, None)


def opened(element: Element, above: Frame, setting: Setting, position: int) -> Frame:
    """The frame of an element right in `above`; `position` is its place in document order, from 1."""
    frame = Frame(above, setting, position if setting.kind.is_container else above.container, above.item)
    if setting.tag == "li":
        frame.item = Item(max(0, setting.lists - 1), _ordinal(element, above))
    elif setting.tag == "ol":
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
