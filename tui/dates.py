"""Dates as a reader wants them: short, in the local zone, and never invented.

A page states a date alone ("2024-04-02") or a moment with its offset. A date alone is shown as it stands:
moving it through a time zone would turn it into the day before.
"""

from datetime import date, datetime, tzinfo

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def long_date(stated: str, zone: tzinfo | None = None) -> str:
    """"2 Apr 2024", with the time when one is stated: "2 Apr 2024, 08:15". `zone` None: the reader's own.

    What is no ISO 8601 date comes back as it is: a page's own words are better than nothing.
    """
    moment = _moment(stated, zone)
    if moment is None:
        return stated
    day = f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"
    return f"{day}, {moment:%H:%M}" if isinstance(moment, datetime) else day


def short_date(stated: str, today: date, zone: tzinfo | None = None) -> str:
    """For a row of a list: "08:15" (or "today") today, "2 Apr" this year, "2 Apr ’24" before or after."""
    moment = _moment(stated, zone)
    if moment is None:
        return stated
    if isinstance(moment, datetime) and moment.date() == today:
        return f"{moment:%H:%M}"
    if moment == today:
        return "today"
    day = f"{moment.day} {MONTHS[moment.month - 1]}"
    return day if moment.year == today.year else f"{day} ’{moment.year % 100:02}"


def _moment(stated: str, zone: tzinfo | None) -> date | datetime | None:
    try:
        if len(stated) <= len("2024-04-02"):
            return date.fromisoformat(stated)
        moment = datetime.fromisoformat(stated)
        return moment if moment.tzinfo is None else moment.astimezone(zone)
    except (ValueError, OverflowError):
        return None
