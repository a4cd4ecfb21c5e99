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


def later_date(stated: str, before: str | None, zone: tzinfo | None = None) -> str:
    """A date that follows another one of the same page: the time alone on the same day; "" when it is no later."""
    moment, first = _moment(stated, zone), _moment(before, zone) if before else None
    if not isinstance(moment, datetime) or not isinstance(first, datetime):
        return "" if stated == before else long_date(stated, zone)
    if moment.replace(tzinfo=None) <= first.replace(tzinfo=None):
        return ""
    return f"{moment:%H:%M}" if moment.date() == first.date() else long_date(stated, zone)


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


DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def ago(stated: str, now: datetime, zone: tzinfo | None = None, *, brief: bool = False) -> str:
    """How long ago, for a row of a list: "12 min ago", "3 h ago", "yesterday", "Tue", then like `short_date`.

    `brief` for a column of six cells: "12m", "3h", "1d", and the year alone when it is another.
    A date without a time is never told by the hour, and one that lies ahead is told as it is.
    """
    moment = _moment(stated, zone)
    if moment is None:
        return stated
    now = now.astimezone(zone)
    today = now.date()
    if isinstance(moment, datetime):
        moment = moment if moment.tzinfo is not None else moment.replace(tzinfo=now.tzinfo)
        minutes = int((now - moment).total_seconds() // 60)
        if minutes == 0:
            return "now" if brief else "just now"
        if 0 <= minutes < 60:
            return f"{minutes}m" if brief else f"{minutes} min ago"
        if 0 <= minutes < 24 * 60:
            return f"{minutes // 60}h" if brief else f"{minutes // 60} h ago"
        moment = moment.date()
    days = (today - moment).days
    if 0 <= days < 2:
        return "today" if days == 0 else "1d" if brief else "yesterday"
    if brief and moment.year != today.year:
        return str(moment.year)
    return DAYS[moment.weekday()] if 0 < days < 7 else short_date(moment.isoformat(), today, zone)


def _moment(stated: str, zone: tzinfo | None) -> date | datetime | None:
    try:
        if len(stated) <= len("2024-04-02"):
            return date.fromisoformat(stated)
        moment = datetime.fromisoformat(stated)
        return moment if moment.tzinfo is None else moment.astimezone(zone)
    except (ValueError, OverflowError):
        return None
