"""HTML before it is a tree: scripts taken out, its complexity estimated, its tags stripped if it is hostile.

The HTML parser needs quadratic time for deep nesting, for thousands of attributes in one tag and for thousands
of options (measured, selectolax 1.0.2: 100,000 nested <div> take more than 20 s, 30,000 <option> 4 s). Without
this one pass a single bad page would freeze the reader. Scripts go before the pass, so that what is estimated
is exactly what is parsed; that also halves the time of parsing.
"""

import re
from html import unescape
from itertools import islice
from typing import NamedTuple

# The most that any of 1,260 real pages has stands in brackets.
LONGEST = 8_000_000  # characters without scripts (920,000)
DEEPEST = 5_000  # elements open at once (135)
MOST_ATTRIBUTES = 1_000  # in one tag (48)
MOST_OPTIONS = 5_000  # to choose from (3,700)
MOST_TAGS = 200_000  # start and end tags (19,500)
# Every start tag may have to look through all open elements, and open formatting elements (b, i, font …) are
# built again in every later paragraph: work grows with the product.
MOST_WORK = 20_000_000  # elements open times tags (590,000)
MOST_REBUILT = 1_000_000  # formatting elements open times tags (20,000)

_SKIPPED = re.compile(r"<(?:!--|(?P<name>[sS][cC][rR][iI][pP][tT]|[sS][tT][yY][lL][eE])(?=[\t\n\f\r />]))")
_ENDS = {
    "script": re.compile(r"</[sS][cC][rR][iI][pP][tT](?=[\t\n\f\r />])[^>]*>"),
    "style": re.compile(r"</[sS][tT][yY][lL][eE](?=[\t\n\f\r />])[^>]*>"),
}
# A tag as the WHATWG tokenizer reads it (sections 13.2.5.8 to 13.2.5.40): quotes count only in values. Every
# repetition is possessive and every stretch is consumed up to its end, so one pass over the text is linear.
_SPACE = r"\t\n\f\r "
_VALUE = rf"\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^{_SPACE}>\"'][^{_SPACE}>]*+"
_ATTRIBUTE = rf"(?:=[^{_SPACE}/>=]*+|[^{_SPACE}/>=]++)(?:[{_SPACE}]*+=[{_SPACE}]*+(?:{_VALUE})?+)?+"
_TAG = re.compile(rf"<(/?)([a-zA-Z][^{_SPACE}/>]*+)((?:[{_SPACE}/]++|{_ATTRIBUTE})*+)(?:>|\Z)")
_ONE_ATTRIBUTE = re.compile(_ATTRIBUTE)
# A page none of whose tags can have too many attributes, from end to end: in one match, for making an object of each
# of two thousand tags costs three times as much. Most attributes are a space, a name and a value in double quotes.
_USUAL = rf"(?:[{_SPACE}]++[a-zA-Z-]++=\"[^\"]*+\"){{0,{MOST_ATTRIBUTES // 2}}}+"
_REST = rf"(?:[{_SPACE}/]++|{_ATTRIBUTE}){{0,{MOST_ATTRIBUTES // 2}}}+"
_FEW_ATTRIBUTES = re.compile(
    rf"(?:[^<]++(?:</[a-z0-9]++>)*+|</?[a-zA-Z][^{_SPACE}/>]*+{_USUAL}(?:>|{_REST}(?:>|\Z))|<(?!/?[a-zA-Z]))*+".encode()
)


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Elements that never hold others, and those that the next of their kind closes: they do not add depth.
_FLAT = _names(
    "area base br col embed hr img input link meta param source track wbr image keygen basefont bgsound frame"
    " p li dt dd tr td th tbody thead tfoot caption colgroup option optgroup rp rt rb rtc a nobr button html head"
    " body"
)
_FORMATTING = frozenset({"b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u"})
_FORMATS = re.compile(rf"<(?:{'|'.join(sorted(_FORMATTING))})(?=[{_SPACE}/>])".encode(), re.IGNORECASE)
# Shapes of drawings: closed by their own "/>" inside <svg>, and there may be thousands of them in a map.
_DRAWN = frozenset(
    {"path", "rect", "circle", "line", "polygon", "polyline", "ellipse", "use", "stop", "g", "image", "animate"}
)
_OPTION = re.compile(b"</?option", re.IGNORECASE)
_RAW = frozenset({"textarea", "title", "xmp", "iframe", "noembed", "noframes"})
_BREAKS = re.compile(
    r"<(?:/?(?:p|div|h[1-6]|li|ul|ol|tr|table|section|article|header|footer|aside|blockquote|figure|pre)|br)\b",
    re.IGNORECASE,
)


class Script(NamedTuple):
    """A script element: what stood in its start tag, and its text."""

    attributes: str
    text: str


def without_scripts(html: str) -> tuple[str, list[Script]]:
    """The page without comments, scripts and styles, and the scripts.

    Unclosed ones reach to the end of the page, as in browsers.
    """
    kept: list[str] = []
    scripts: list[Script] = []
    at = 0
    while match := _SKIPPED.search(html, at):
        kept.append(html[at : match.start()])
        if name := match["name"]:
            head = _TAG.match(html, match.start())
            begin = head.end() if head else match.end()
            end = _ENDS[name.lower()].search(html, begin)
            if head and name.lower() == "script":
                scripts.append(Script(head[3], html[begin : end.start() if end else len(html)]))
            at = end.end() if end else len(html)
        else:
            at = _comment_end(html, match.end())
    kept.append(html[at:])
    return "".join(kept), scripts


def complexity(html: bytes) -> str | None:
    """Why a page without scripts is too complex for the parser, as the end of a sentence; None when it is not.

    The page comes as the parser gets it, in UTF-8: nearly every page can be told to be plain quickly, and in bytes
    twice as quickly as in text.
    """
    if _is_plain(html):
        return None
    text = html.decode("utf-8", "replace")
    if len(text) > LONGEST:
        return f"it has more than {LONGEST:,} characters"
    return _counted(text)


def _counted(html: str) -> str | None:
    """The same of a page whose tags have to be counted one by one."""
    signs = html.count("<")
    if signs > MOST_TAGS and sum(1 for _ in islice(_TAG.finditer(html), MOST_TAGS + 1)) > MOST_TAGS:
        return f"it has more than {MOST_TAGS:,} tags"
    tags = _TAG.findall(html) if signs > 64 or len(html) > 2 * MOST_ATTRIBUTES else []
    long = (tag[2] for tag in tags if len(tag[2]) > 2 * MOST_ATTRIBUTES)
    attributes = max((len(_ONE_ATTRIBUTE.findall(text)) for text in long), default=0)
    if attributes > MOST_ATTRIBUTES:
        return f"one of its tags has {attributes:,} attributes"
    if len(tags) > MOST_OPTIONS and sum(tag[1].lower() == "option" for tag in tags) > MOST_OPTIONS:
        return f"it has more than {MOST_OPTIONS:,} options to choose from"
    depth, formatting = _depths(tags) if _may_be_deep(tags) else (0, 0)
    if depth > DEEPEST or depth * len(tags) > MOST_WORK:
        return f"its elements are nested {depth:,} deep"
    if formatting * len(tags) > MOST_REBUILT:
        return f"{formatting:,} of its formatting tags are never closed"
    return None


def _is_plain(html: bytes) -> bool:
    """Whether no bound can be broken."""
    signs = html.count(b"<")
    if len(html) > LONGEST or (signs > MOST_OPTIONS and _OPTION.search(html)):
        return False
    # As many elements may be open at once, and no more.
    opening = signs if signs * signs <= MOST_WORK else signs - html.count(b"</")
    if opening > DEEPEST or opening * signs > MOST_WORK:
        return False
    formats = signs if signs * signs <= MOST_REBUILT else len(_FORMATS.findall(html))
    return signs * formats <= MOST_REBUILT and _FEW_ATTRIBUTES.fullmatch(html) is not None


def _may_be_deep(tags: list[tuple[str, str, str]]) -> bool:
    """Whether the bounds could be broken if no tag were ever closed; of most pages not, and this is quickly told."""
    n = len(tags)
    if n > DEEPEST or n * n > MOST_WORK:
        return True
    return n * sum(tag[1].lower() in _FORMATTING for tag in tags) > MOST_REBUILT


def strip_tags(html: str) -> str:
    """The text of a page too complex to parse: a line per block, no tags, character references resolved."""
    html, _ = without_scripts(html)
    broken = _BREAKS.sub(r"\n\n\g<0>", html)
    return unescape(_TAG.sub("", broken))


def _comment_end(html: str, at: int) -> int:
    """Where the comment ends whose "<!--" ends at `at`."""
    for abrupt in (">", "->"):
        if html.startswith(abrupt, at):
            return at + len(abrupt)
    end = html.find("-->", at)
    return end + 3 if end >= 0 else len(html)


def _depths(tags: list[tuple[str, str, str]]) -> tuple[int, int]:
    """The most elements, and formatting elements, that can be open at once: never less than in the tree."""
    still_open: dict[str, int] = {}
    depth = deepest = formatting = most_formatting = 0
    raw = ""
    for slash, name, attributes in tags:
        name = name.lower()
        if raw:
            # Inside <textarea> and its kind tags are text up to its own end tag.
            raw = "" if slash and name == raw else raw
            continue
        if name in _FLAT or (attributes.endswith("/") and name in _DRAWN):
            continue
        if not slash:
            raw = name if name in _RAW else ""
            if raw:
                continue
            still_open[name] = still_open.get(name, 0) + 1
            depth += 1
            deepest = max(deepest, depth)
            if name in _FORMATTING:
                formatting += 1
                most_formatting = max(most_formatting, formatting)
        elif still_open.get(name, 0):
            still_open[name] -= 1
            depth -= 1
            formatting -= name in _FORMATTING
    return deepest, most_formatting
