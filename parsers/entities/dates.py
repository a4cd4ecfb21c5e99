"""The grammar of dates and amounts of money in running English text.

Dates and money follow a grammar, not a list; left to the name rules, "April" would be a woman and "May" a
politician.
"""

import re

from parsers.entities.recogniser import Found

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[5-9]|20)\d\d"
_RANGE = r"\s?(?:-|–|—|to|and|through)\s?"
_UNIT = r"(?:day|week|weekend|month|quarter|year|decade|century|spring|summer|autumn|fall|winter)"
_COUNT = (
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|several|a few|some"
    r"|a couple of|many)"
)

_DATE = re.compile(
    r"(?<![\w-])(?:"
    # Monday, 4 March 2024 · Monday, March 4, 2024
    rf"(?:{_WEEKDAY},? (?:the )?)?(?:{_DAY}(?:{_RANGE}{_DAY})?(?: of)? {_MONTH}(?:{_RANGE}{_DAY} {_MONTH})?(?:,? {_YEAR})?"
    rf"|{_MONTH} {_DAY}(?:{_RANGE}(?:{_MONTH} )?{_DAY})?(?!\d)(?:,? {_YEAR}\b)?)"
    # November 2021 · early March · mid-2023
    rf"|(?:(?:early|late|mid)[- ])?{_MONTH}(?: of)?,? {_YEAR}"
    rf"|\d{{4}}-\d\d-\d\d|{_DAY}[./]\d\d?[./]{_YEAR}|\d\d?/\d\d?/\d\d(?:\d\d)?"
    rf"|(?:(?:last|next|this|coming|past|early|late|mid)[- ])?(?:{_WEEKDAY})\b"
    rf"|(?:last|next|this|past|early|late|mid|previous|coming)[- ]+(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December)\b"
    # last week · the past three years · two years ago · earlier this month
    rf"|(?:(?:earlier|later) )?(?:last|next|this|past|previous|coming|the following) {_UNIT}\b"
    rf"|(?:last|next|past|previous|coming) {_COUNT} {_UNIT}s\b"
    rf"|{_COUNT} {_UNIT}s? (?:ago|earlier|later)\b"
    r"|yesterday|tomorrow|today"
    # the 1990s · the early 2000s · 2019-2020
    rf"|(?:(?:early|late|mid)[- ])?(?:the )?(?:1[5-9]|20)\d0s\b"
    r")(?!\w)",
)
# A month alone, or a year alone, is a date only where the words before it say so: "in May", "since 2019".
_BARE = re.compile(
    rf"\b(?:in|since|until|till|by|from|of|for|during|before|after|to|and|between|late|early|mid|around|circa|summer|spring"
    rf"|autumn|winter|fall|On|In|Since|By|Until|From|During|Before|After|Between)[ -]"
    rf"(?:the )?({_YEAR}(?:[-–/](?:{_YEAR}|\d\d))?|January|February|March(?! (?:to|on|for|against|of)\b)|April|May(?! [A-Z])|June|July|August|September|October|November|December)"
    r"(?![\w%]|[-–]\w|[.,]\d)(?! (?:people|men|women|troops|soldiers|dollars|euros|miles|metres|meters|km|votes|seats|cases))"
)
_MONTH_ALONE = re.compile(r"(?<![\w-])(?:January|February|September|October|November|December|June|July|August)(?![\w-])")
_YEAR_IN_BRACKETS = re.compile(rf"(?<=\()({_YEAR}(?:[-–]{_YEAR})?)(?=[),])")

_AMOUNT = r"\d+(?:[.,]\d+)*(?:\s?(?:-|–|to)\s?[$€£]?\d+(?:[.,]\d+)*)?"
_SCALE = r"(?:[\s-]?(?:hundred|thousand|million|billion|trillion|crore|lakh|mn|bn|tn|m|b|k|M|B|K)\b)*"
_CURRENCY = (
    r"(?:(?:US|U\.S\.|Canadian|Australian|Hong Kong|Singapore|New Zealand|Taiwan) )?(?:dollars?|cents?)|euros?|yen|yuan"
    r"|renminbi|(?:British )?pounds?(?: sterling)?|pence|rubles?|roubles?|rupees?|(?:Swiss )?francs?|(?:Mexican )?pesos?"
    r"|kron(?:a|or|e|er)|won|hryvnias?|liras?|rands?|reais|real|shekels?|dirhams?|riyals?|dinars?|naira|shillings?|baht"
    r"|ringgit|rupiah|zlot(?:y|ys)|forints?|bitcoins?|USD|EUR|GBP|JPY|CHF|INR|CNY"
)
_MONEY = re.compile(
    rf"(?:(?:US|A|C|CA|AU|NZ|HK|S|NT|R|Z|J)?\$|[€£¥₹₽₴₩₺₪₦₫฿]|\b(?:USD|EUR|GBP|Rs\.?|INR|CHF|AED|CNY|JPY|RM|Rp|Sh|KSh|R)\s?(?=\d))"
    rf"\s?{_AMOUNT}{_SCALE}(?:\s(?:US )?dollars)?"
    rf"|(?<![\w.,]){_AMOUNT}{_SCALE}[\s-](?:{_CURRENCY})\b"
    rf"|{_AMOUNT}{_SCALE}\s?[€£](?!\d)"
    r"|\b(?:hundreds of |tens of )?(?:thousands|millions|billions|trillions) of (?:dollars|euros|pounds|yen|rupees|rubles)\b"
    rf"|\b(?:a|one|two|three|four|five|six|seven|eight|nine|ten|half a|several)(?: hundred| thousand)? (?:million|billion|trillion)[\s-](?:{_CURRENCY})\b"
)


def find_dates(text: str) -> list[Found]:
    """DATE spans of an English text, sorted, without overlaps."""
    spots = {match.span() for match in _DATE.finditer(text)}
    spots |= {match.span(1) for pattern in (_BARE, _YEAR_IN_BRACKETS) for match in pattern.finditer(text)}
    spots |= {match.span() for match in _MONTH_ALONE.finditer(text)}
    found: list[Found] = []
    for start, end in sorted(spots, key=lambda spot: (spot[0], -spot[1])):
        while text[start:end].startswith("the "):
            start += 4
        if not found or start >= found[-1].end:
            found.append(Found(start, end, "DATE", 0.9, "dates"))
    return found


def find_money(text: str) -> list[Found]:
    """MONEY spans of an English text, sorted, without overlaps."""
    return [Found(match.start(), match.end(), "MONEY", 0.9, "money") for match in _MONEY.finditer(text)]
