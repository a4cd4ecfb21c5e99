"""The lines of a text dump that say something, without their signs: bullets, numbers, quotation signs, headings.

What text browsers print for what they cannot show (buttons, frames, form fields) goes too.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from parsers.clean import clean_part, scrub
from parsers.date_words import month_number

# Longer lines are cut into pieces at white space: no grammar downstream needs more, and each stays linear.
LONGEST_LINE = 20_000

_BULLET = re.compile(r"(?:[•‣◦▪▸►●○■□∙·*+-]|o(?=\s{2,}))(?:\s+|$)")
_ORDINAL = re.compile(r"(\d{1,3})[.)]\s+(?=\S)")
_RULE = re.compile(r"[\s_=*~+.·•|─━═\-–—]*")
# What text browsers print for what they cannot show: buttons, frames, form fields, check boxes.
_WIDGET = re.compile(
    r"\((?:BUTTON|SUBMIT|IMAGE)\)\s*|\[(?:BUTTON|SUBMIT|INLINE|IMAGE|EMBED)\]\s*|_{4,}|\[[ x]\]\s+|\( \)\s+"
)
_FRAME = re.compile(r"IFRAME: ")
_QUOTED = re.compile(r"(?:>\s?)+(?=\S)")
_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")


class Line(Struct, frozen=True):
    """One line of the dump that says something."""

    number: int
    text: str
    raw: str
    indent: int
    gap: int
    """Blank lines or drawn rules before it."""
    bullet: bool
    ordinal: int | None
    level: int
    quote: int
    """How many ">" it opens with."""
    columns: int
    """Where it ends: its indent and its text."""


def lines_of(text: str) -> Iterator[Line]:
    """The lines of a page from top to bottom, without those that say nothing."""
    gap = 0
    for number, raw in enumerate(scrub(text).split("\n")):
        shown = raw.expandtabs(8).rstrip()
        body = shown.lstrip(" \xa0\u3000")
        if not body[:1].isalnum() and _RULE.fullmatch(body):
            gap += 1
            continue
        indent = len(shown) - len(body)
        for part in _cut(body):
            # Of a line that was cut each part is its own raw: the whole line in each would be parts times length.
            line = _line(number, part, raw if len(part) == len(body) else part, indent, gap)
            if line is None:
                gap += 1
                continue
            yield line
            gap = 0


def _line(number: int, part: str, raw: str, indent: int, gap: int) -> Line | None:
    """One line; None for what prints nothing. A widget alone on its line stays, as furniture to be set aside."""
    body = _FRAME.sub("", part) if "IFRAME" in part else part
    body = (_WIDGET.sub("", body) if "(" in body or "[" in body or "____" in body else body) or part
    bullet, ordinal, level, quote, signs = False, None, 0, 0, 0
    if found := _QUOTED.match(body):
        quote, body = found[0].count(">"), body[found.end() :]
    if found := _BULLET.match(body):
        bullet, indent, body = True, indent + found.end(), body[found.end() :]
    elif (found := _ORDINAL.match(body)) and not _opens_with_date(body[found.end() :]):
        ordinal, indent, body = int(found[1]), indent + found.end(), body[found.end() :]
    elif found := _HEADING.match(body):
        level, signs, body = len(found[1]), found.end(), body[found.end() :]
    text = clean_part(body)
    columns = indent + signs + len(text)
    return Line(number, text, raw, indent, gap, bullet, ordinal, level, quote, columns) if text else None


def _opens_with_date(rest: str) -> bool:
    """Whether the number before was a day: "3. Mai 2024" is no item of a list."""
    month, *year = rest.split(None, 2)[:2]
    return bool(year) and year[0][:4].isdigit() and month_number(month.strip(",."), None) is not None


def _cut(body: str) -> Iterator[str]:
    while len(body) > LONGEST_LINE:
        at = body.rfind(" ", 0, LONGEST_LINE)
        at = at if at > 0 else LONGEST_LINE
        yield body[:at]
        body = body[at:]
    yield body
