"""Dates as pages write them, read into ISO 8601: for people ("Posted on 2 avril 2024") and for machines.

Nothing is guessed: a month without a day, a date without a year, "2 hours ago", or 11/12/2024 in a page whose
language does not decide are no dates. Without that rule an article gets a date its page never stated, and a
reader's list is sorted by fiction. (dateutil's fuzzy mode reads "12 novembre" as 22 December and finds a date
in "By John May": measured.)
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from parsers import date_labels
from parsers.date_words import OFFSETS, month_number
from parsers.times import TIME, with_time

_LONGEST = 160  # a line that is nothing but dates; the longest of 810 benchmark pages has 97 characters
_FIRST_YEAR, _LAST_YEAR = 1700, 2199  # newspapers begin; beyond lie other calendars (Thai 2567, Persian 1403)

# The digits of other scripts, one code point each, so that offsets stay.
_DIGITS = {
    ord(digit): str(value)
    for zero in "٠۰०০๐０"
    for value, digit in enumerate(chr(ord(zero) + step) for step in range(10))
}
_ORDINAL = r"(?:st|nd|rd|th|er|re|e|de|:e|º|°|ª|\.º|-?го|a)?"
_LETTER = r"(?:[^\W\d_]|[ऀ-ॣ])"  # the vowel signs of Devanagari are no letters to \w
_WORD = rf"{_LETTER}+(?:[ ](?:الثاني|الأول))?"
# "Apr 28 20232:23 PM": copying glued the time of day to the year.
_BEHIND_YEAR = r"(?:(?=\d{1,2}:\d\d)|(?![\d:]))"
_FORMS = re.compile(
    rf"""(?<![\w.,/:])(?<!\w-)(?:
      (?P<y1>\d{{4}})(?P<sep>[-/.])[ ]?(?P<m1>\d{{1,2}})(?P=sep)[ ]?(?P<d1>\d{{1,2}})(?![\d/-]|\.\d)
    | (?P<y2>\d{{4}})[ ]?[年년][ ]?(?P<m2>\d{{1,2}})[ ]?[月월][ ]?(?P<d2>\d{{1,2}})[ ]?[日일]
    | (?P<d3>\d{{1,2}})(?P<dot>[./-])[ ]?(?P<m3>\d{{1,2}})(?P=dot)[ ]?(?P<y3>\d{{4}}|\d\d)(?![\w/-]|\.\d)
    | (?P<d4>\d{{1,2}}){_ORDINAL}\.?,?[ ]?(?:of[ ]|de[ ]|d[’']|[-/])?[ ]?(?P<w4>{_WORD})\.?,?
        (?:[ ]de[ ]|[ ]del[ ]|[ ]|[-/])?[ ]?(?P<y4>\d{{4}}){_BEHIND_YEAR}
    | (?P<w5>{_LETTER}{{3,}})\.?[ ](?P<d5>\d{{1,2}}){_ORDINAL}\.?,?[ ](?:of[ ])?(?P<y5>\d{{4}}){_BEHIND_YEAR}
    | (?P<y6>\d{{4}})\.?[ -](?P<w6>{_LETTER}{{3,}})\.?[ -](?P<d6>\d{{1,2}})(?![\d:])
    | (?:ngày[ ])?(?P<d7>\d{{1,2}})[ ]tháng[ ](?P<m7>\d{{1,2}}),?[ ](?:năm[ ])?(?P<y7>\d{{4}})(?!\d)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_READING_TIME = re.compile(
    r"(?:reading time|lesezeit|leestijd|temps de lecture|tiempo de lectura|tempo di lettura|lecture)?[ :]*"
    r"\b\d{1,3}[ -]?(?:minutes?|minuten|minutos|minuti|mins?|min\.)(?!\w)"
    r"[ -]*(?:reading time|read|lesezeit|lesedauer|leestijd|de lecture|de lectura|di lettura"
    r"|de leitura|lesetid)?",
    re.IGNORECASE,
)
_FIRST_WORD = re.compile(r"\w+")
_BEFORE_TIME = re.compile(r"[ ,|/·•–-]{0,4}(?:(?:at|um|à|alle|kl\.?|às|om)[ ])?")
# American zones' names behind the clock: there the month comes first.
_US_CLOCK = re.compile(r"[ ,]{1,3}(?:at )?\d{1,2}:\d\d(?::\d\d)? ?[ap]\.?m\.?,? (?:[ECMP][SD]?T)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[7-9]|2[01])\d\d|\d[./-]\d\d(?!\d)")
_DIGIT = re.compile(r"\d")
_DAY_FIRST_ENGLISH = ("gb", "uk", "ie", "au", "nz", "in", "za", "ng", "ke", "gh", "pk", "mt", "sg", "my")


def read(text: str, *, language: str | None = None) -> str | None:
    """The one date that this whole line states, as ISO 8601.

    A date alone when no time is given; a time without an offset when no zone is given. Words that only wrap a
    date ("Published", "Updated:", "Veröffentlicht am", a weekday, "· 5 min read") are read over. Of
    "Published X, updated Y" it is X. None when the line says anything else, is no full date, or is ambiguous.
    `language` is a BCP 47 tag: it decides 11/12/2024.
    """
    if len(text) > _LONGEST or not _DIGIT.search(text) or not _YEAR.search(line := _plain(text)):
        return None
    found = list(_dates(line, language))
    if not found:
        return None
    if len(found) == 1:
        return _whole(line, found[0], language)
    if len(found) > 2:
        return None
    cut = date_labels.between(line, found[0][1], found[1][0])
    if cut is None:
        return None
    first, second = (read(part, language=language) for part in (line[:cut], line[cut:]))
    if first is None or second is None:
        return None
    return second if date_labels.says_updated(line[:cut]) and not date_labels.says_updated(line[cut:]) else first


def find(text: str, *, language: str | None = None) -> tuple[int, int, str] | None:
    """Start, end (code points, half-open) and ISO 8601 form of the first full date inside a text, or None.

    A time right behind the date belongs to it.
    """
    if not _DIGIT.search(text) or not _YEAR.search(line := text.translate(_DIGITS)):
        return None
    line = line.replace("\xa0", " ").replace("\u202f", " ")
    for start, end, day in _dates(line, language):
        gap = _BEFORE_TIME.match(line, end)
        time = TIME.match(line, gap.end()) if gap else None
        if time is None:
            return start, end, day.isoformat()
        stamp, after = with_time(line, day, time)
        return (start, after, stamp) if stamp else (start, end, day.isoformat())
    return None


def read_stated(value: str, *, language: str | None = None) -> str | None:
    """A date from a machine-readable field (metadata, a feed, a header) as ISO 8601; None when it is none.

    ISO 8601, RFC 2822, JavaScript's form, seconds or milliseconds since 1970, and whatever `read` reads.
    Midnight without a zone is a date alone: software that knows only the day writes it so.
    """
    value = value.strip().translate(_DIGITS)
    if not value or len(value) > _LONGEST:
        return None
    if re.fullmatch(r"\d{4}-?\d\d-?\d\d", value):
        return _iso_day(value)
    moment = _stamp(value)
    if moment is None:
        return read(value, language=language)
    # Systems write these for "unknown": year 1, and second 0 of Unix time.
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR or moment.date() == date(1970, 1, 1):
        return None
    if moment.tzinfo is None and (moment.hour, moment.minute, moment.second) == (0, 0, 0):
        return moment.date().isoformat()
    return moment.isoformat(timespec="seconds")


def _iso_day(value: str) -> str | None:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    return day.isoformat() if _FIRST_YEAR <= day.year <= _LAST_YEAR else None


def _stamp(value: str) -> datetime | None:
    """A moment in one of the forms that machines write."""
    if re.fullmatch(r"\d{10}|\d{13}", value):
        # Reckoned from 1970 by hand: datetime.fromtimestamp's range depends on the platform.
        return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(value[:10]))
    tidy = re.sub(r"\s*(?:\[[\w/]+\]|\([^)]*\))$", "", value)
    tidy = re.sub(r"(?<=[+-]\d{4}) UTC$|(?<=:\d\d) (?=[+-]\d\d:?\d\d$)", "", tidy)
    tidy = re.sub(r"(?<=:\d\d) ?(?:UTC|GMT)$", "Z", tidy)
    tidy = re.sub(r"(?<=:\d\d)\.\d+", "", tidy)
    try:
        if re.match(r"\d{4}", tidy) and ":" in tidy:
            return datetime.fromisoformat(tidy.replace(" +", "+"))
        if re.match(r"(?:[A-Za-z]{3},? )?\d{1,2} [A-Za-z]{3} \d{4}", tidy):
            return parsedate_to_datetime(tidy)
        if java := re.fullmatch(r"[A-Z]\w\w ([A-Z]\w\w \d\d) ([\d:]{8}) ([A-Z]{2,5}) (\d{4})", tidy):
            day, time, zone, year = java.groups()
            moment = datetime.strptime(f"{day} {year} {time}", "%b %d %Y %H:%M:%S")  # noqa: DTZ007  zone comes next
            minutes = OFFSETS.get(zone.lower())
            return moment if minutes is None else moment.replace(tzinfo=timezone(timedelta(minutes=minutes)))
        if script := re.fullmatch(r"[A-Z]\w\w ([A-Z]\w\w \d\d \d{4} [\d:]{8}) GMT([+-]\d{4})", tidy):
            return datetime.strptime(" ".join(script.groups()), "%b %d %Y %H:%M:%S %z")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return None


def _plain(text: str) -> str:
    return " ".join(text.translate(_DIGITS).split())


def _dates(line: str, language: str | None) -> Iterator[tuple[int, int, date]]:
    """Every full, unambiguous date: start, end, day."""
    at = 0
    while match := _FORMS.search(line, at):
        day = _day(match, language)
        if day is None:
            # Another form may begin inside this one ("Room 12 April 2024"): go on behind its first word.
            word = _FIRST_WORD.match(line, match.start())
            at = word.end() if word else match.start() + 1
            continue
        yield match.start(), match.end(), day
        at = match.end()


def _day(match: re.Match[str], language: str | None) -> date | None:
    part = match.groupdict()
    form = next(number for number in "1234567" if part[f"d{number}"])
    year, day = int(part[f"y{form}"]), int(part[f"d{form}"])
    month = month_number(part[f"w{form}"], language) if form in "456" else int(part[f"m{form}"])
    if form == "3":
        order = _numeric(part["dot"], day, month or 0, part["y3"], language)
        if order is None and _US_CLOCK.match(match.string, match.end()):
            order = _numeric(part["dot"], day, month or 0, part["y3"], "en-US")
        if order is None:
            return None
        year, month, day = order
    if month is None or not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _numeric(
    dot: str, first: int, second: int, year: str, language: str | None
) -> tuple[int, int, int] | None:
    """Year, month and day of 11.12.2024 and its kin; None when nothing decides which number is the month."""
    day_first = _is_day_first(dot, language)
    if len(year) == 2:
        # Two digits may be anything (a version, a score): a date only where a language is stated.
        if language is None or day_first is None:
            return None
        year = "20" + year
    if first == second or (day_first is None and first > 12):
        return int(year), second, first
    if day_first is None and second > 12:
        return int(year), first, second
    if day_first is None:
        return None
    return (int(year), second, first) if day_first else (int(year), first, second)


def _is_day_first(dot: str, language: str | None) -> bool | None:
    """Whether the day comes before the month; None where both are common (English without a region)."""
    tongue, _, region = (language or "").lower().replace("_", "-").partition("-")
    if tongue == "en":
        if region == "us":
            return False
        return True if region in _DAY_FIRST_ENGLISH else None
    # Nobody's standard puts the month first before full stops; with slashes only a stated language decides.
    return True if dot == "." or tongue else None


def _whole(line: str, found: tuple[int, int, date], language: str | None) -> str | None:
    """The date with its time when nothing but their wrapping stands around them."""
    start, end, day = found
    rest = _READING_TIME.sub(" ", f"{line[:start]} \n {line[end:]}")
    time = TIME.search(rest)
    stamp: str | None = day.isoformat()
    if time:
        stamp, after = with_time(rest, day, time)
        rest = rest[: time.start()] + " " + rest[after:]
    if re.search(r"\d", rest):
        return None
    return stamp if all(date_labels.is_wrapping(word) for word in date_labels.WORDS.findall(rest)) else None
