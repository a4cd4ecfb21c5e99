"""The time of day that stands behind a date, and whose: "9:30 p.m. ET", "21.30 Uhr", "21:30 GMT+2".

A time without its zone is another moment for every reader; a zone that several parts of the world call so is none.
"""

import re
from datetime import UTC, date, datetime, timedelta, timezone

from parsers.date_words import AMBIGUOUS_ZONES, OFFSETS, US_ZONES

TIME = re.compile(
    r"""(?<![\w.,:])(?:(?P<cjk>午前|午後|上午|下午|오전|오후)[ ]?)?
    (?:(?P<h>\d{1,2})(?:[:.](?P<m>\d\d)(?:[:.](?P<s>\d\d)(?:[.,]\d+)?)?
        |[ ]?[h時点시][ ]?(?P<hm>\d\d)?[ ]?[分분]?)
       (?:[ ]?(?P<half>[ap]\.?[ ]?m\b\.?))?
     | (?P<h2>\d{1,2})[ ]?(?P<half2>[ap]\.?m\b\.?)
     | (?P<h3>\d{1,2})[ ](?=uhr\b))(?!\d)""",
    re.VERBOSE | re.IGNORECASE,
)
FURTHEST_ZONE = timedelta(hours=14)
"""From Greenwich, of any zone in use (the Line Islands)."""
_ZONE = re.compile(
    r"[ ]?(?:uhr|hrs|uur|h)?,?[ ]?\(?(?P<name>[a-z]{1,4}(?![^\W\d_]))?"
    r"[ ]?(?P<offset>[+−-]\d{1,2}(?::?[0-5]\d)?(?!\d))?\)?",
    re.IGNORECASE,
)


def with_time(line: str, day: date, time: re.Match[str]) -> tuple[str | None, int]:
    """The moment as ISO 8601 and where its time and zone end; (None, …) for a time that no clock shows."""
    part = time.groupdict()
    hour = int(part["h"] or part["h2"] or part["h3"])
    minute, second = int(part["m"] or part["hm"] or 0), int(part["s"] or 0)
    half = (part["half"] or part["half2"] or "").lower()[:1]
    half = half or {"午前": "a", "上午": "a", "오전": "a"}.get(part["cjk"] or "", "p" if part["cjk"] else "")
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None, time.end()
    moment = datetime(day.year, day.month, day.day, hour, minute, second)  # noqa: DTZ001  naive where the page is
    zone = _ZONE.match(line, time.end())
    offset = _offset(zone, moment) if zone else None
    if zone is None or (offset is None and (zone["name"] or "").lower() not in AMBIGUOUS_ZONES):
        return moment.isoformat(), time.end()
    if offset is not None:
        moment = moment.replace(tzinfo=timezone(timedelta(minutes=offset)))
    return moment.isoformat(), zone.end() - (zone.group()[-1:] == " ")


def _offset(zone: re.Match[str], moment: datetime) -> int | None:
    """Minutes east of Greenwich that a zone's name, its number, or both state."""
    name, number = (zone["name"] or "").lower(), zone["offset"]
    if name and name not in OFFSETS and name not in US_ZONES:
        return None
    if number:
        digits = number[1:].replace(":", "")
        hours, minutes = (int(digits), 0) if len(digits) <= 2 else (int(digits[:-2]), int(digits[-2:]))
        total = hours * 60 + minutes
        return None if timedelta(minutes=total) > FURTHEST_ZONE else (total if number[0] == "+" else -total)
    if name in US_ZONES:
        return US_ZONES[name] + (60 if _is_us_summer(moment) else 0)
    return OFFSETS.get(name)


def _is_us_summer(moment: datetime) -> bool:
    """Daylight saving time in the United States, by the Energy Policy Act of 2005 (in force since 2007)."""
    march = date(moment.year, 3, 8)
    november = date(moment.year, 11, 1)
    begins = march + timedelta(days=(6 - march.weekday()) % 7)
    ends = november + timedelta(days=(6 - november.weekday()) % 7)
    return begins <= moment.date() < ends


def in_shown_zone(stated: str | None, shown: str | None) -> str | None:
    """A stated moment, as the page shows it where both are the same minute: pages state Greenwich's time and show
    their own, and late in the evening the two are different days.

    A clock shown without its zone is the same moment in the page's own zone where whole quarters of an hour lie
    between the two, for all zones of the world are such, and no more of them than to the furthest zone.
    """
    if not stated or not shown or ":" not in stated or ":" not in shown:
        return stated
    one, other = datetime.fromisoformat(stated), datetime.fromisoformat(shown)
    if one.tzinfo is None:
        return stated
    if other.tzinfo is None:
        ahead = other - one.astimezone(UTC).replace(tzinfo=None, second=0)
        if abs(ahead) > FURTHEST_ZONE or ahead % timedelta(minutes=15):
            return stated
        return one.astimezone(timezone(ahead)).isoformat()
    if abs(one - other) >= timedelta(minutes=1):
        return stated
    return shown if one.utcoffset() != other.utcoffset() else stated
