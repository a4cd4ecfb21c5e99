"""Text with Markdown's signs: its links, emphasis and pictures, whether a person or a program wrote them.

Programs that turn pages into Markdown wrap lines inside of addresses, link pictures and empty words, and put
emphasis beside spaces. A strict reader (CommonMark) shows all of that as it stands; here each sign is taken for what
it was meant to be, and what is none stays as it was written.
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from parsers.article import Style
from parsers.clean import clean_part
from parsers.formats.text.lines import Line, lines_of
from parsers.formats.text.wrapping import paragraphs as wrapped
from parsers.formats.text.wrapping import wrap_width
from parsers.fragment import Fragment, Shape
from parsers.marks import Span, marks_of
from parsers.urls import absolutise

# So many links or headings, one link among them, make a text Markdown: nobody writes "](https://" by chance.
LEAST_SIGNS = 3
# A link that is still open after so many characters never closes.
LONGEST_OPEN = 2_000
# Of more signs that nothing has closed the first are what they look like.
MOST_OPEN = 50

_LINK = re.compile(r"\]\(<?(?:https?:|mailto:|\.{0,2}/|#|\s*\))")
_HEADING = re.compile(r"^#{1,6} \S", re.MULTILINE)
_UNDERLINED = re.compile(r"^(?P<title>[^\s|>#*+-][^\n]*)\n(?:(?P<first>=+)|-+)[ \t]*$", re.MULTILINE)
_DEFINITION = re.compile(r"^ {0,3}\[(?P<name>[^\]\[\n]+)\]:[ \t]+<?(?P<to>[^\s>]+)>?[^\n]*$", re.MULTILINE)
_WORD = re.compile(r"\w+")
_STILL_OPEN = re.compile(r"\[[^\[\]]*\Z|\]\([^()]*(?:\([^()]*\)[^()]*)*\Z")
_TITLED = re.compile(r"\s+(?:\"[^\"]*\"|'[^']*')\s*\Z")

_TO = r"\((?P<to>(?:[^()]|\([^()]*\))*+)\)"
_SIGN = re.compile(
    rf"\\(?P<escaped>[!-/:-@\[-`{{-~])|`(?P<code>[^`]+)`|<(?P<address>https?://[^<>\s]+)>|(?P<opens>!?\[)"
    rf"|\](?:{_TO}|\[(?P<name>[^\]\[]*)\])?|(?P<emphasis>\*\*|__|\*|_)"
)
_BEHIND_SPACE = re.compile(r" [,.;:!?)](?!\S*\w)")  # html2text puts a space behind all emphasis
_STYLES: dict[str, Style] = {"**": "strong", "__": "strong", "*": "emphasis", "_": "emphasis"}


def is_written_in(text: str) -> bool:
    """Whether a text is Markdown: it has links as only Markdown writes them."""
    links = len(_LINK.findall(text)) if "](" in text else 0
    return links >= LEAST_SIGNS or (links > 0 and links + len(_HEADING.findall(text)) >= LEAST_SIGNS)


def read(text: str) -> tuple[list[list[Line]], dict[str, str]]:
    """The lines of each paragraph, and the addresses that stand by themselves, by the names that links give them."""
    addresses = {found["name"].lower(): found["to"] for found in _DEFINITION.finditer(text)}
    if addresses:
        text = _DEFINITION.sub("", text)
    text = _UNDERLINED.sub(lambda found: f"{'#' if found['first'] else '##'} {found['title']}", text)
    lines = list(lines_of(text))
    groups: list[list[Line]] = []
    for group in wrapped(lines, wrap_width(lines)):
        if groups and not group[0].gap and _is_open(groups[-1]):
            groups[-1] += group
        else:
            groups.append(group)
    return groups, addresses


def fragments(paragraph: Fragment, addresses: dict[str, str], base: str | None) -> Iterator[Fragment]:
    """A paragraph without its signs, if anything is left, and the pictures that stood in it."""
    inline = _Inline(addresses, base)
    text, spans = inline.read(paragraph.text)
    links = [(start, end) for style, _, start, end in spans if style == "link"]
    raw = _Inline(addresses, base).read(paragraph.raw)[0] if paragraph.raw else None
    words = sum(len(_WORD.findall(text[start:end])) for start, end in links)
    if len(links) > 1 and words == len(_WORD.findall(raw or text)):
        hrefs = [href for style, href, _, _ in spans if style == "link"]
        gap = paragraph.gap
        for (start, end), href in zip(links, hrefs, strict=True):  # a menu
            if entry := text[start:end].strip():
                marks = marks_of(entry, [("link", href, 0, len(entry))])
                yield replace(paragraph, text=entry, marks=marks, gap=gap, raw=None)
                gap = 0
    elif text:
        yield replace(paragraph, text=text, marks=marks_of(text, spans) if spans else (), raw=raw)
    for description, src in inline.pictures:
        yield Fragment(description, Shape.IMAGE, src=src, gap=paragraph.gap, start=paragraph.start, end=paragraph.end)


def _is_open(group: list[Line]) -> bool:
    """Whether a link that began in these lines goes on in the next."""
    text = ""
    for line in reversed(group):
        text = f"{line.text} {text}"
        if len(text) > LONGEST_OPEN:
            break
    return "[" in text and _STILL_OPEN.search(text) is not None


class _Inline:
    """A paragraph while it is read: its parts so far, and the signs that still wait for their other half."""

    def __init__(self, addresses: dict[str, str], base: str | None) -> None:
        self.addresses, self.base = addresses, base
        self.parts: list[str] = []
        self.styled: list[tuple[Style, str | None, int, int]] = []
        """Styles with the parts that they begin and end before."""
        self.waiting: list[tuple[str, int]] = []
        """Signs that opened something, and the parts that they are until it closes."""
        self.pictures: list[tuple[str, str | None]] = []
        self.closed = self.behind_link = False
        """Emphasis or a link ends here."""

    def read(self, text: str) -> tuple[str, list[Span]]:
        """The text without signs, and its marks."""
        at = 0
        for found in _SIGN.finditer(text):
            self.say(text[at : found.start()])
            before, behind = text[at : found.start()][-1:] or text[: found.start()][-1:], text[found.end() :][:1]
            self.sign(found, before, behind)
            at = found.end()
        self.say(text[at:])
        return self.finished()

    def say(self, text: str) -> None:
        if self.closed and _BEHIND_SPACE.match(text):
            text = text[1:]
        if text:
            self.parts.append(text)
            self.closed = self.behind_link = False

    def sign(self, found: re.Match[str], before: str, behind: str) -> None:
        if found["escaped"]:
            self.say(found["escaped"])
        elif found["code"]:
            self.styled.append(("code", None, len(self.parts), len(self.parts) + 1))
            self.say(found["code"])
        elif found["address"]:
            href = absolutise(self.base, found["address"])
            self.styled.append(("link", href, len(self.parts), len(self.parts) + 1))
            self.say(found["address"])
        elif found["opens"]:
            if self.behind_link:  # two links side by side are two things
                self.parts.append(" ")
            self.wait(found["opens"])
        elif found["emphasis"]:
            self.emphasise(found["emphasis"], before, behind)
        else:
            self.close(found)

    def wait(self, sign: str) -> None:
        del self.waiting[:-MOST_OPEN]
        self.waiting.append((sign, len(self.parts)))
        self.say(sign)

    def close(self, found: re.Match[str]) -> None:
        """A bracket closes: a link or a picture ends, or it is only a bracket."""
        at = next((i for i in reversed(range(len(self.waiting))) if self.waiting[i][0][-1] == "["), None)
        to = found["to"]
        if to is None and found["name"] is not None and at is not None:
            name = found["name"] or "".join(self.parts[self.waiting[at][1] + 1 :])
            to = self.addresses.get(name.lower())
        if at is None or to is None:
            if at is not None:
                del self.waiting[at:]
            self.say(found[0])
            return
        sign, begin = self.waiting[at]
        del self.waiting[at:]
        address = re.sub(r"\s+", "", _TITLED.sub("", to)).strip("<>")
        href = absolutise(self.base, address)
        if sign == "[":
            self.parts[begin] = ""
            self.styled.append(("link", href, begin, len(self.parts)))
            self.closed = self.behind_link = True
            return
        description = clean_part("".join(self.parts[begin + 1 :]))
        del self.parts[begin:]
        self.styled = [one for one in self.styled if one[3] <= begin]
        if href or description:
            self.pictures.append((description, href))

    def emphasise(self, sign: str, before: str, behind: str) -> None:
        """Emphasis begins or ends, or the sign is none: "5 * 3", "snake_case"."""
        may_open = not behind.isspace() and behind != ""
        may_close = not before.isspace() and before != ""
        if sign == "_":
            may_open, may_close = may_open and not before.isalnum(), may_close and not behind.isalnum()
        at = next((i for i in reversed(range(len(self.waiting))) if self.waiting[i][0] == sign), None)
        if at is not None and (may_close or len(sign) == 2):
            begin = self.waiting[at][1]
            del self.waiting[at:]
            self.parts[begin] = ""
            self.styled.append((_STYLES[sign], None, begin, len(self.parts)))
            self.closed = True
        elif may_open or len(sign) == 2:
            self.wait(sign)
        else:
            self.say(sign)

    def finished(self) -> tuple[str, list[Span]]:
        """The parts as one clean text, and the styles as spans of it."""
        starts: list[int] = []
        pieces: list[str] = []
        length = 0
        spaced = True
        for part in self.parts:
            starts.append(length)
            if part:
                part = part.lstrip(" ") if spaced else part
                pieces.append(part)
                length += len(part)
                spaced = part[-1:] == " " if part else spaced
        starts.append(length)
        text = "".join(pieces).rstrip()
        return text, [(style, href, starts[begin], starts[end]) for style, href, begin, end in self.styled]
