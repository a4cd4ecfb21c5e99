"""The walk through a tree: every piece of visible text once, in reading order, each with what the tree knew.

Nothing is judged here. Menus, footers and forms come out like paragraphs; only what no browser shows is left
behind. Without one walk that knows all of HTML's ways to show text, each of them (a list in a cell, a heading in
a link, text beside a picture) would be lost in its own place.
"""

from collections.abc import Iterator

from parsers.dom import Element
from parsers.formats.html import pictures, pieces, tables
from parsers.formats.html.frame import Frame, Setting, opened, outermost
from parsers.formats.html.line import Line, Style
from parsers.formats.html.visible import MAY_HIDE, SELDOM_SHOWN, is_shown
from parsers.fragment import Fragment, Shape
from parsers.urls import absolutise

_MARKS: dict[str, Style] = {
    "em": "emphasis", "i": "emphasis", "cite": "emphasis", "dfn": "emphasis", "var": "emphasis", "strong": "strong",
    "b": "strong", "code": "code", "kbd": "code", "samp": "code", "tt": "code", "a": "link",
}  # fmt: skip
# Formatting inside a word or a sentence: two of these side by side belong together.
_FORMATTING = frozenset(_MARKS) - {"a"} | {
    "abbr", "acronym", "bdi", "bdo", "big", "del", "font", "ins", "mark", "nobr", "noscript", "q", "rb", "rp", "rt",
    "ruby", "s", "small", "strike", "sub", "sup", "u", "wbr",
}  # fmt: skip
_WHOLE = pictures.TAGS | {"table", "pre", "select", "input"}
_RUNNING_TEXT = frozenset({"p", "blockquote", "figcaption", "dd"})
_CAPTION_NAMES = frozenset({"caption", "captions", "figcaption", "imagecaption", "bildunterschrift", "legende"})
_CREDIT_NAMES = frozenset({"credit", "credits", "copyright", "photographer", "photocredit", "imagecredit"})
_BOTH_NAMES = _CAPTION_NAMES | _CREDIT_NAMES
_NOT_IN_CAPTIONS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "img", "picture", "figure", "li", "article"})
_LONGEST_CAPTION = 1_000  # characters; a "caption" longer than this is a story set beside its picture
_SPINE = 0.9  # of the page's text: what holds more is the page, not a place on it
_PICTURED = (Shape.IMAGE, Shape.CAPTION)
_RECENT = 3  # fragments back: a picture offered twice (late and for readers without scripts) stands side by side


def fragments(body: Element, base: str | None) -> tuple[Fragment, ...]:
    """The visible text and pictures of a page, flat and in reading order.

    `base` is the absolute address that relative ones start from; None when nobody knows.
    """
    walk = _Walk(body, base)
    frame, children = outermost(body), iter(body.children)
    around: list[tuple[Frame, Iterator[Element | str]]] = []
    while True:
        for node in children:
            if isinstance(node, str):
                if node.isspace():
                    walk.space()
                else:
                    walk.text(node, frame)
            elif inner := walk.open(node, frame):
                around.append((frame, children))
                frame, children = inner, iter(node.children)
                break
        else:  # everything inside the innermost element is done
            if not around:
                break
            walk.close(frame)
            frame, children = around.pop()
    walk.flush()
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
        # The last fragment but one, or the last, is a picture or its caption.
        self.behind_picture = False
        # The last thing in the line is a line break.
        self.broken = False

    def space(self) -> None:
        """White space between two elements."""
        if not self.line.spaced:
            self.line.space()
        self.closed = ""

    def text(self, text: str, frame: Frame) -> None:
        self.position += 1
        if self.closed and text[:1].isupper() and frame.setting.block not in _RUNNING_TEXT:
            # "</a>s" is an ending, "</a>Jane" is the next thing.
            self.line.glue = True
        before = self.line.length
        self.line.add(text, frame, self.position)
        if self.line.length > before:
            self.closed, self.broken = "", False

    def open(self, element: Element, above: Frame) -> Frame | None:
        """An element begins. None when nothing in it is left to walk."""
        self.position += 1
        tag = element.tag
        if tag == "br":
            self.line_break()
            return None
        if (tag in SELDOM_SHOWN or not MAY_HIDE.isdisjoint(element.attributes)) and not is_shown(element, self.weight):
            return None
        spine = above.setting.spine and element.weight > self.spine_weight and tag not in ("article", "main")
        frame = opened(element, above, self.position, spine=spine)
        if tag in _WHOLE and self.is_one_piece(element, frame):
            return None
        setting = frame.setting
        if (self.behind_picture or setting.figure or setting.caption) and _is_caption(element, setting):
            setting = frame.setting = setting.as_caption()
        if setting.is_block:
            self.flush()
        elif tag not in _FORMATTING and not self.line.spaced:
            self.meet(tag, frame)
        if style := _MARKS.get(tag):
            self.line.open(style, self.address(element) if tag == "a" else None)
        elif tag == "q":
            self.line.add("“", frame, self.position)
        return frame

    def close(self, frame: Frame) -> None:
        """An element ends."""
        tag = frame.setting.tag
        if tag in _MARKS:
            self.line.close()
        elif tag == "q":
            self.line.add("”", frame, self.position)
        if frame.setting.is_block:
            self.flush()
        elif tag not in _FORMATTING:
            self.closed = tag

    def meet(self, tag: str, frame: Frame) -> None:
        """An inline element right behind a word: apart in a menu or a byline, in a sentence perhaps half of it."""
        apart = frame.setting.block not in _RUNNING_TEXT or tag == self.closed == "a" or "time" in (tag, self.closed)
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
        if not line.length and not self.late:
            return
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
        self.behind_picture = fragment.shape in _PICTURED or (
            len(self.out) > 1 and self.out[-2].shape in _PICTURED
        )

    def is_one_piece(self, element: Element, frame: Frame) -> bool:
        """True when the element was taken whole: a picture, a table of data, preformatted text, a form's control."""
        tag = element.tag
        if tag in pictures.TAGS:
            self.picture(element, frame)
        elif tag == "table" and tables.is_data(element):
            self.whole(pieces.table(element, frame, self.position), tables.caption_of(element), frame)
        elif tag == "pre":
            self.whole(pieces.preformatted(element, frame, self.position), None, frame)
        elif tag in ("select", "input"):
            self.flush()
            self.line.add(_shown_choice(element), frame, self.position)
            self.flush()
        else:
            return False
        return True

    def whole(self, fragment: Fragment | None, caption: Element | None, frame: Frame) -> None:
        self.flush()
        if caption:
            self.line.add(caption.text(), opened(caption, frame, self.position, spine=False), self.position)
            self.flush()
        if fragment:
            self.add(fragment)

    def picture(self, element: Element, frame: Frame) -> None:
        picture = pictures.read(element, self.base)
        if picture is None:
            return
        if not {"emoji", "smiley", "emoticon"}.isdisjoint(frame.setting.own):
            self.text(picture.alt, frame)
            return
        if picture.small and not frame.setting.figure:
            return
        recent = [one for one in (self.late or self.out)[-_RECENT:] if one.shape is Shape.IMAGE]
        fallback = "noscript" in frame.setting.path and recent
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
        href = element.get("href")
        if href not in self.hrefs:
            self.hrefs[href] = absolutise(self.base, href)
        return self.hrefs[href]


def _is_caption(element: Element, setting: Setting) -> bool:
    """Whether an element is a caption or a credit by its names: inside a figure or right behind a picture."""
    wanted = _CREDIT_NAMES if setting.caption else _BOTH_NAMES
    return (
        0 < element.weight <= _LONGEST_CAPTION
        and not wanted.isdisjoint(setting.own)
        and not any(one.tag in _NOT_IN_CAPTIONS for one in element.elements())
    )


def _shown_choice(element: Element) -> str:
    """What a form's control shows before anyone touches it: a button's label, the chosen option; "" for a field."""
    if element.tag == "input":
        return element.get("value") if element.get("type").lower() in ("submit", "button", "reset") else ""
    options = [one for one in element.elements() if one.tag == "option"]
    chosen = next((one for one in options if "selected" in one.attributes), options[0] if options else element)
    return chosen.text()
