"""The grammar of dates in running English text.

Dates follow a grammar, not a list; left to the name rules, "April" would be a woman and "May" a politician.
"""

import re

from parsers.entities.recogniser import Found

_FULL_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH = rf"(?:{_FULL_MONTH}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[5-9]|20)\d\d"
_RANGE = r"\s?(?:-|–|—|to|and|through)\s?"
_UNIT = r"(?:day|week|weekend|month|quarter|year|decade|century|spring|summer|autumn|fall|winter)"
_COUNT = (
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|several|a few|some"
    r"|a couple of|many)"
)
_PART = r"(?:early|late|mid)"

_DATE = re.compile(
    r"(?<![\w-])(?:"
    # Monday, 4 March 2024 · 28 February to 3 March
    rf"(?:{_WEEKDAY},? (?:the )?)?{_DAY}(?:{_RANGE}{_DAY})?(?: of)? {_MONTH}"
    rf"(?:{_RANGE}{_DAY} {_MONTH})?(?:,? {_YEAR})?"
    # Monday, March 4, 2024 · April 1-5
    rf"|(?:{_WEEKDAY},? )?{_MONTH} {_DAY}(?:{_RANGE}(?:{_MONTH} )?{_DAY})?(?!\d)(?:,? {_YEAR}\b)?"
    # November 2021 · early March 2023
    rf"|(?:{_PART}[- ])?{_MONTH}(?: of)?,? {_YEAR}"
    # 2024-03-04 · 4.3.2024 · 3/4/24
    rf"|\d{{4}}-\d\d-\d\d|{_DAY}[./]\d\d?[./]{_YEAR}|\d\d?/\d\d?/\d\d(?:\d\d)?"
    # last Friday · early April
    rf"|(?:(?:last|next|this|coming|past|{_PART})[- ])?{_WEEKDAY}\b"
    rf"|(?:last|next|this|past|{_PART}|previous|coming)[- ]+(?:{_FULL_MONTH})\b"
    # last week · the past three years · two years ago · earlier this month
    rf"|(?i:(?:(?:earlier|later) )?(?:last|next|this|past|previous|coming|the following) {_UNIT})\b"
    rf"|(?i:(?:last|next|past|previous|coming) {_COUNT} {_UNIT}s)\b"
    rf"|(?i:{_COUNT} {_UNIT}s? (?:ago|earlier|later))\b"
    r"|(?i:yesterday|tomorrow|today)"
    # the 1990s · the early 2000s
    rf"|(?:{_PART}[- ])?(?:1[5-9]|20)\d0s\b"
    r")(?!\w)"
)
# A month or a year alone is a date only where the words before it say so: "in May", "since 2019".
_LEAD = (
    r"(?i:in|since|through|until|till|by|from|of|for|during|before|after|to|and|between|late|early|mid|around|circa|summer"
    r"|spring|autumn|winter|fall)"
)
# "2019 people" and "March to" are no dates.
_COUNTED = r"(?! (?:people|men|women|troops|soldiers|dollars|euros|miles|metres|meters|km|votes|seats|cases))"
_BARE = re.compile(
    rf"\b{_LEAD}[ -](?:the )?({_YEAR}(?:[-–/](?:{_YEAR}|\d\d))?"
    rf"|March(?! (?:to|on|for|against|of)\b)|May(?! [A-Z])|(?!March|May)(?:{_FULL_MONTH}))"
    rf"(?![\w%]|[-–]\w|[.,]\d){_COUNTED}"
)
_MONTH_ALONE = re.compile(rf"(?<![\w-])(?!March|May|April)(?:{_FULL_MONTH})(?![\w-])")
_YEAR_IN_BRACKETS = re.compile(rf"(?<=\()({_YEAR}(?:[-–]{_YEAR})?)(?=[),])")


def find_dates(text: str) -> list[Found]:
    """DATE spans of an English text, sorted, without overlaps."""
    spots = {match.span() for pattern in (_DATE, _MONTH_ALONE) for match in pattern.finditer(text)}
    spots |= {match.span(1) for pattern in (_BARE, _YEAR_IN_BRACKETS) for match in pattern.finditer(text)}
    found: list[Found] = []
    for start, end in sorted(spots, key=lambda spot: (spot[0], -spot[1])):
        if text[start : start + 4].casefold() == "the ":
            start += len("the ")
        if not found or start >= found[-1].end:
            found.append(Found(start, end, "DATE", 0.9, "dates"))
    return found
