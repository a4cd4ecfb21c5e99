"""The walk through a tree: every piece of visible text once, in reading order, each with what the tree knew.

Nothing is judged here. Menus, footers and forms come out like paragraphs; only what no browser shows is left
behind. Without one walk that knows all of HTML's ways to show text, each of them (a list in a cell, a heading in
a link, text beside a picture) would be lost in its own place.
"""

from collections.abc import Iterator

from parsers.dom import Element
from parsers.formats.html import pictures, pieces, tables
from parsers.formats.html.frame import Frame, Setting, opened, outermost
from parsers.formats.html.line import Line
from parsers.formats.html.tags import PICTURES, Kind
from parsers.formats.html.visible import MAY_HIDE, is_shown
from parsers.fragment import Fragment, Shape
from parsers.urls import absolutise

_RUNNING_TEXT = frozenset({"p", "blockquote", "figcaption", "dd"})
_NOT_IN_CAPTIONS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "img", "picture", "figure", "li", "article"})
_LONGEST_CAPTION = 1_000  # characters; a "caption" longer than this is a story set beside its picture
_ALWAYS_NAMED = frozenset({"article", "main"})  # however much of the page they hold
_SPINE = 0.9  # of the page's text: what holds more is the page, not a place on it
_PICTURED = (Shape.IMAGE, Shape.CAPTION)
_RECENT = 3  # fragments back: a picture offered twice (late and for readers without scripts) stands side by side


def fragments(body: Element, base: str | None) -> tuple[Fragment, ...]:
    """The visible text and pictures of a page, flat and in reading order.

    `base` is the absolute address that relative ones start from; None when nobody knows.
    """
    walk = _Walk(body, base)
    line = walk.line
    frame, children = outermost(body), iter(body.children)
    around: list[Iterator[Element | str]] = []
    while True:
        for node in children:
            if isinstance(node, str):
                if not node.isspace():
                    walk.text(node, frame)
                elif not line.spaced:
                    walk.space()
            elif inner := walk.open(node, frame):
                if node.children:
                    around.append(children)
                    frame, children = inner, iter(node.children)
                    break
                walk.close(inner)
        else:  # everything inside the innermost element is done
            if frame.above is None:
                break
            walk.close(frame)
            frame, children = frame.above, around.pop()
    walk.boundary()
    return tuple(walk.out)


class _Walk:
    """What the walk has found so far, and the line it is gathering."""

    def __init__(self, body: Element, base: str | None) -> None:
        self.out: list[Fragment] = []
        self.base = base
        self.weight = body.weight  # of the whole page
        self.spine_weight = _SPINE * body.weight
        self.line = Line()
        self.position = 0
        # Pictures inside a line: they follow its text, so that a picture never cuts a sentence.
        self.late: list[Fragment] = []
        self.hrefs: dict[str, str | None] = {}
        # The inline element that ended right here; "" when text stands behind it.
        self.closed = ""
        # The last fragment is a picture or its caption; it is, or the last but one.
        self.pictured = self.behind_picture = False
        # The last thing in the line is a line break.
        self.broken = False

    def space(self) -> None:
        """White space between two elements."""
        self.line.space()
        self.closed = ""

    def text(self, text: str, frame: Frame) -> None:
        self.position += 1
        line = self.line
        if self.closed and text[:1].isupper() and frame.setting.block not in _RUNNING_TEXT:
            # "</a>s" is an ending, "</a>Jane" is the next thing.
            line.glue = True
        if line.add(text, frame, self.position):
            self.closed, self.broken = "", False

    def open(self, element: Element, above: Frame) -> Frame | None:
        """An element begins. None when nothing in it is left to walk."""
        self.position += 1
        around = above.setting
        setting = around.below.get((element.tag, element.names))
        if setting is None or around.spine:
            setting = self.setting(element, around)
        if setting.is_plain_block and not element.attributes:
            self.boundary()
            return Frame(above, setting, above.container, above.item)
        return self.open_unusual(element, above, setting)

    def open_unusual(self, element: Element, above: Frame, setting: Setting) -> Frame | None:
        """The same of an element that may be more than a box."""
        kind = setting.kind
        if kind.is_line_break:
            self.line_break()
            return None
        if (element.attributes or kind.seldom_shown) and not self.shows(element, kind):
            return None
        frame = opened(element, above, setting, self.position)
        if kind.may_be_whole and self.is_one_piece(element, frame):
            return None
        if setting.named_caption and self.is_caption(element, setting):
            setting = frame.setting = setting.as_caption()
        if setting.is_block:
            self.boundary()
        elif not (kind.formatting or self.line.spaced):
            self.meet(setting)
        if kind.style:
            self.line.open(kind.style, self.address(element) if kind.style == "link" else None)
        elif kind.is_quotation:
            self.line.add("“", frame, self.position)
        return frame

    def setting(self, element: Element, around: Setting) -> Setting:
        """What an element is, where that is not known yet, or where it may hold nearly the whole page."""
        if not around.spine:
            return around.inside(element)
        if element.weight > self.spine_weight and element.tag not in _ALWAYS_NAMED:
            return around.inside(element, spine=True)
        return around.below.get((element.tag, element.names)) or around.inside(element)

    def shows(self, element: Element, kind: Kind) -> bool:
        """Whether a reader sees the element."""
        may_hide = kind.seldom_shown or not MAY_HIDE.isdisjoint(element.attributes)
        return not may_hide or is_shown(element, self.weight)

    def is_caption(self, element: Element, setting: Setting) -> bool:
        """Whether an element that is called a caption or a credit is one: inside a figure or right behind a picture."""
        return (
            (self.behind_picture or setting.figure or setting.caption)
            and 0 < element.weight <= _LONGEST_CAPTION
            and not any(one.tag in _NOT_IN_CAPTIONS for one in element.elements())
        )

    def close(self, frame: Frame) -> None:
        """An element ends."""
        setting = frame.setting
        if setting.is_plain_block:
            self.boundary()
            return
        kind = setting.kind
        if kind.style:
            self.line.close()
        elif kind.is_quotation:
            self.line.add("”", frame, self.position)
        if setting.is_block:
            self.boundary()
        elif not kind.formatting:
            self.closed = kind.tag

    def boundary(self) -> None:
        """A block begins or ends."""
        if self.line.length or self.late:
            self.flush()
        else:
            self.closed = ""

    def meet(self, setting: Setting) -> None:
        """An inline element right behind a word: apart in a menu or a byline, in a sentence perhaps half of it."""
        tag, closed = setting.kind.tag, self.closed
        apart = setting.block not in _RUNNING_TEXT or tag == closed == "a" or "time" in (tag, closed)
        self.line.glue = self.line.glue or apart

    def line_break(self) -> None:
        """One is a space, two in a row end the paragraph."""
        self.closed = ""
        if self.broken:
            self.flush()
        elif self.line.length:
            self.line.space()
            self.broken = True

    def flush(self) -> None:
        """The gathered line becomes a fragment, and the pictures that stood in it follow."""
        self.closed, self.broken = "", False
        line = self.line
        frame, span, direct = line.frame, (line.start, line.end), line.direct
        text, marks = line.take()
        if text and frame is not None:
            self.add(pieces.paragraph(text, marks, frame, span, direct=direct))
        if self.late:
            for fragment in self.late:
                self.add(fragment)
            self.late = []

    def add(self, fragment: Fragment) -> None:
        self.out.append(fragment)
        pictured = fragment.shape in _PICTURED
        self.behind_picture = pictured or self.pictured
        self.pictured = pictured

    def is_one_piece(self, element: Element, frame: Frame) -> bool:
        """True when the element was taken whole: a picture, a table of data, preformatted text, a form's control."""
        tag = element.tag
        if tag in PICTURES:
            self.picture(element, frame)
        elif tag == "table" and tables.is_data(element):
            self.whole(pieces.table(element, frame, self.position), tables.caption_of(element), frame)
        elif tag == "pre":
            self.whole(pieces.preformatted(element, frame, self.position), None, frame)
        elif tag in ("select", "input"):
            self.boundary()
            self.line.add(_shown_choice(element), frame, self.position)
            self.boundary()
        else:
            return False
        return True

    def whole(self, fragment: Fragment | None, caption: Element | None, frame: Frame) -> None:
        self.boundary()
        if caption:
            setting = frame.setting.inside(caption)
            self.line.add(caption.text(), opened(caption, frame, setting, self.position), self.position)
            self.boundary()
        if fragment:
            self.add(fragment)

    def picture(self, element: Element, frame: Frame) -> None:
        picture = pictures.read(element, self.base)
        if picture is None:
            return
        if not {"emoji", "smiley", "emoticon"}.isdisjoint(frame.setting.place.own):
            self.text(picture.alt, frame)
            return
        if picture.small and not frame.setting.figure:
            return
        recent = [one for one in (self.late or self.out)[-_RECENT:] if one.shape is Shape.IMAGE]
        fallback = recent and "noscript" in frame.setting.place.tell().path
        address = picture.src or picture.file
        if fallback or any((one.src or one.file) == address for one in recent if one.src or one.file):
            if recent and recent[-1].src is None and (self.late or self.out)[-1] is recent[-1]:
                (self.late or self.out)[-1] = pieces.image(picture, frame, self.position)
            return
        fragment = pieces.image(picture, frame, self.position)
        if self.line.frame:
            self.late.append(fragment)
            self.behind_picture = True
        else:
            self.add(fragment)

    def address(self, element: Element) -> str | None:
        href = element.attributes.get("href")
        if not href:
            return None
        if href not in self.hrefs:
            self.hrefs[href] = absolutise(self.base, href)
        return self.hrefs[href]


def _shown_choice(element: Element) -> str:
    """What a form's control shows before anyone touches it: a button's label, the chosen option; "" for a field."""
    if element.tag == "input":
        return element.get("value") if element.get("type").lower() in ("submit", "button", "reset") else ""
    options = [one for one in element.elements() if one.tag == "option"]
    chosen = next((one for one in options if "selected" in one.attributes), options[0] if options else element)
    return chosen.text()
