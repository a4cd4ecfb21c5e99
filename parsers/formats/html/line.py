"""The line that is being gathered: text of neighbouring inline elements, with its marks.

Here words are joined or kept apart. A browser shows "<a>Home</a><a>News</a>" apart because a style sheet says
so; a reader without style sheets that only joins text shows "HomeNews", the commonest fault of text dumps.
"""

from parsers.article import Mark, Style
from parsers.clean import clean_line, scrub
from parsers.formats.html.frame import Frame, common
from parsers.marks import Span, marks_of

_ENDS = ".,;:!?)]}”’»…%"
_BEGINS = "([{“‘«„"
_UNSPACED = "\u2e80"  # from here on scripts write words without spaces between them (CJK)


class Line:
    """Text between two block boundaries."""

    __slots__ = ("_open", "direct", "end", "frame", "glue", "length", "marks", "parts", "spaced", "start")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.spaced = True
        """It is empty or ends with a space."""
        self.glue = False
        """An inline element begins here, right behind a letter, where words are set apart by style sheets."""
        self.frame: Frame | None = None
        """The innermost element that holds all its text."""
        self.direct = False
        """Some of its text stands right in its block, in no inline element."""
        self.start = self.end = 0
        self.marks: list[Span] = []
        self._open: list[tuple[Style, str | None, int]] = []

    def add(self, text: str, frame: Frame, position: int) -> bool:
        """A stretch of text, white space as in the source. False when nothing of it shows."""
        text = _tidy(text)
        if self.spaced:
            text = text.lstrip(" ")
        if not text:
            return False
        if self.glue:
            if not self.spaced and text[0] != " " and self._stands_apart(text):
                self.space()
            self.glue = False
        if text != " ":
            if self.frame is None:
                self.frame, self.start = frame, position
            elif self.frame is not frame:
                self.frame = common(self.frame, frame)
            self.end = position
            if frame.setting.is_block:
                self.direct = True
        self.parts.append(text)
        self.length += len(text)
        self.spaced = text[-1] == " "
        return True

    def space(self) -> None:
        """A space, unless there is one already."""
        if not self.spaced:
            self.parts.append(" ")
            self.length += 1
            self.spaced = True

    def open(self, style: Style, href: str | None) -> None:
        """Formatting begins. A link that leads nowhere (href None) is none."""
        self._open.append((style, href, self.length))

    def close(self) -> None:
        """The formatting that was opened last ends."""
        style, href, start = self._open.pop()
        if start < self.length:
            self.marks.append((style, href, start, self.length))

    def take(self) -> tuple[str, tuple[Mark, ...]]:
        """The finished text and its marks; formatting that is still open goes on in the next line.

        Read frame, start, end and direct first: they begin anew.
        """
        parts, spans = self.parts, self.marks
        if self._open:
            spans += [(style, href, start, self.length) for style, href, start in self._open]
            self._open = [(style, href, 0) for style, href, _ in self._open]
        self.parts, self.marks, self.length = [], [], 0
        self.spaced, self.glue, self.direct, self.frame = True, False, False, None
        if len(parts) == 1:
            text = parts[0].rstrip()
        else:
            text = "".join(parts).rstrip()
            # Each part is clean by itself; only characters beyond ASCII can change by standing together.
            if not text.isascii() and (clean := clean_line(text)) != text:
                spans = [(style, href, _moved(text, a), _moved(text, b)) for style, href, a, b in spans]
                text = clean
        return text, marks_of(text, spans) if spans else ()

    def _stands_apart(self, text: str) -> bool:
        last = self.parts[-1]
        behind, before = last[-1], text[0]
        if not (behind.isalnum() or behind in _ENDS) or not (before.isalnum() or before in _BEGINS):
            return False
        if behind >= _UNSPACED and before >= _UNSPACED:
            return False
        # An initial set large: "<span>T</span><span>he".
        return not (len(last) == 1 and last.isupper() and before.islower())


def _tidy(text: str) -> str:
    """White space as single spaces, at the ends too, and no character that acts on a terminal."""
    words = " ".join(text.split())
    if not (words.isascii() and words.isprintable()):
        text = scrub(text)
        words = " ".join(text.split())
    if len(words) == len(text):
        return words  # no white space at the ends, and no run of it
    if not words:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{words}{' ' if text[-1].isspace() else ''}"


def _moved(text: str, offset: int) -> int:
    return len(clean_line(text[:offset] + "x")) - 1
