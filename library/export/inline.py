"""One line of an article as Markdown that reads back as the same words.

News is full of signs that Markdown takes for its own: a footnote star, a hash before a word, brackets around an
editor's note, a year at the start of a sentence. Unescaped they turn into emphasis, links, headings and lists,
and words are lost. The rules are those of CommonMark 0.31 (spec.commonmark.org), the tables and strikethrough of
GFM, and Obsidian's tags, wikilinks, highlights, comments, formulas and block names.
"""

import re
import unicodedata
from collections.abc import Sequence

from msgspec import Struct

from parsers.article import Mark

_SIGNS = re.compile(
    r"[\\`*\[\]<~]"                            # escapes, code, emphasis, links, HTML, strikethrough
    r"|(?<![^\W_])_|_(?![^\W_])"               # emphasis; an underscore inside a word is none
    r"|={2,}|%{2,}|\^(?=\S)"                   # highlight, comment, block name
    r"|&(?=#?\w+;)"                            # entities
    r"|(?<!\w)#(?=\S)|(?<=\s)#"                # tags; the signs that may close a heading
)
"""What means something wherever it stands in a line."""
_START = re.compile(r"()(?:>|#(?=\s|$)|[-+](?=[-+\s]|$))|(\d{1,9})[.)](?=\s|$)")
"""What means something only where a line begins: quotes, headings, rules and lists."""

_DELIMITERS = {"strong": "**", "emphasis": "_"}
"""Different signs, so that no two can run into one."""
_RANK = {"link": 0, "code": 1, "strong": 2, "emphasis": 3}
"""Which mark stays when two cross, as only badly nested HTML makes them: an address is worth most."""
_OUTSIDE = {"link": 0, "strong": 1, "emphasis": 2, "code": 3}
"""Which stands outside when two mark the same words: code may hold no other mark."""
_WEB = re.compile(r"(?:https?://|mailto:)\S", re.IGNORECASE)
_UNSAFE = re.compile(r"[^\w:/?#@!$&*+,;=.~%'-]")
"""What could end or break the address of a link. `\\w` leaves the letters of every script as they are."""


class _Token(Struct, frozen=True):
    """A stretch of the line as it will be written."""

    text: str
    mark: Mark | None = None
    """The mark it opens or closes by a delimiter; None: words, code, or part of a link."""
    opens: bool = False


def escape(text: str) -> str:
    """The text so that it reads back as itself anywhere inside a line."""
    text = _SIGNS.sub(lambda sign: "".join("\\" + character for character in sign.group()), text)
    return text.replace("$", "\\$") if text.count("$") > 1 else text  # two make a formula, one is a price


def escape_start(line: str) -> str:
    """The line of Markdown so that it begins no list, quote, heading or rule."""
    start = _START.match(line)
    if start is None:
        return line
    number = start.group(2) or ""
    return f"{number}\\{line[len(number):]}"


def address(url: str | None) -> str | None:
    """The address as the target of a link or picture; None when it is none of the web's, or of mail."""
    if url is None or not _WEB.match(url):
        return None
    url = _UNSAFE.sub(lambda sign: "".join(f"%{byte:02X}" for byte in sign.group().encode()), url)
    return re.sub(r"&(?=#?\w+;)", "&amp;", url)


def inline(text: str, marks: Sequence[Mark] = ()) -> str:
    """The text with its marks. A mark that Markdown cannot express where it stands is left out, never the words."""
    usable = _usable(text, marks)
    while True:
        tokens = list(_tokens(text, 0, len(text), usable))
        line = "".join(token.text for token in tokens)
        broken = _broken(line, tokens)
        if broken is None:
            return line
        usable = [mark for mark in usable if mark is not broken]


def _usable(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """Marks around words, not spaces, that lie inside or outside each other; outer ones first."""
    chosen: list[Mark] = []
    for mark in sorted(_joined(text, marks), key=lambda mark: (_RANK[mark.style], mark.start)):
        if mark.style == "link" and address(mark.href) is None:
            continue
        if not any(_conflict(mark, other) for other in chosen):
            chosen.append(mark)
    return sorted(chosen, key=lambda mark: (mark.start, -mark.end, _OUTSIDE[mark.style]))


def _joined(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """The marks without spaces at their ends; those of one style that touch are one, but for links."""
    joined: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.style, mark.start, mark.end)):
        words = text[mark.start : mark.end]
        if not words.strip():
            continue
        start = mark.start + len(words) - len(words.lstrip())
        end = start + len(words.strip())
        last = joined[-1] if joined else None
        if last is not None and mark.style != "link" and last.style == mark.style and start <= last.end:
            joined[-1] = Mark(last.start, max(end, last.end), mark.style)
        else:
            joined.append(Mark(start, end, mark.style, mark.href))
    return joined


def _conflict(mark: Mark, other: Mark) -> bool:
    """Both cannot stand: they cross, are links in one another, or one would stand inside code."""
    if mark.end <= other.start or other.end <= mark.start:
        return False
    inside = other.start <= mark.start and mark.end <= other.end
    around = mark.start <= other.start and other.end <= mark.end
    if not (inside or around) or mark.style == other.style:
        return True
    return (other.style == "code" and not around) or (mark.style == "code" and not inside)


def _tokens(text: str, start: int, end: int, marks: Sequence[Mark]) -> list[_Token]:
    """The stretch [start, end) of the text with the marks that lie in it, outer ones first."""
    tokens: list[_Token] = []
    at = start
    while marks:
        mark = marks[0]
        inner = [other for other in marks[1:] if other.start < mark.end]
        words = escape(text[at : mark.start])
        if mark.style == "link" and words.endswith("!"):
            words = words[:-1] + "\\!"  # or the link would be a picture
        tokens += [_Token(words), *_marked(text, mark, inner)]
        at = mark.end
        marks = marks[1 + len(inner) :]
    return [*tokens, _Token(escape(text[at:end]))]


def _marked(text: str, mark: Mark, inner: Sequence[Mark]) -> list[_Token]:
    if mark.style == "code":
        return [_Token(_code(text[mark.start : mark.end]))]
    words = _tokens(text, mark.start, mark.end, inner)
    if mark.style == "link":
        return [_Token("["), *words, _Token(f"]({address(mark.href)})")]
    sign = _DELIMITERS[mark.style]
    return [_Token(sign, mark, opens=True), *words, _Token(sign, mark)]


def _code(content: str) -> str:
    """Between more backticks than it holds in a row (CommonMark 6.1)."""
    longest = max((len(run) for run in re.findall("`+", content)), default=0)
    pad = " " if content.startswith("`") or content.endswith("`") else ""
    fence = "`" * (longest + 1)
    return fence + pad + content + pad + fence


def _broken(line: str, tokens: Sequence[_Token]) -> Mark | None:
    """The first mark whose delimiters would stay stars and underscores where they stand (CommonMark 6.2)."""
    at = 0
    for token in tokens:
        if token.mark is not None:
            before, after = line[at - 1 : at], line[at + len(token.text) : at + len(token.text) + 1]
            outside, inside = (before, after) if token.opens else (after, before)
            if not _holds(outside, inside, can_split_words=token.mark.style == "strong"):
                return token.mark
        at += len(token.text)
    return None


def _holds(outside: str, inside: str, *, can_split_words: bool) -> bool:
    """A delimiter between these characters opens or closes, whichever the parser takes symbols for.

    CommonMark 0.31 counts symbols (category S) as punctuation, earlier ones do not: we rely on neither.
    """
    is_free = outside in ("", " ") or outside in _ASCII_PUNCTUATION or unicodedata.category(outside)[0] == "P"
    if inside in ("", " "):
        return False
    is_word = inside not in _ASCII_PUNCTUATION and unicodedata.category(inside)[0] not in "PS"
    return is_free or (can_split_words and is_word)


_ASCII_PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
