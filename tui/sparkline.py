"""How often something happened over time, in one row of bars.

A number says how much, not when; and "since when" is what one asks about a name in the news.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct

BARS, ASCII_BARS = "▁▂▃▄▅▆▇█", ".:-=+*#@"
NOTHING = " "


class Spark(Struct, frozen=True):
    """A row of bars and what it spans."""

    bars: str
    first: date
    last: date
    """The last day of the last bar, or the last day counted when that is earlier."""
    days: int
    """Days a bar."""


def sparkline(days: Sequence[tuple[date, int]], width: int, *, ascii_only: bool = False) -> Spark | None:
    """Counts by day (ascending, gaps are 0) as at most `width` bars of equally many days; None: nothing was counted."""
    if not days or width < 1:
        return None
    first, last = days[0][0], days[-1][0]
    step = -(-((last - first).days + 1) // width)
    sums = [0] * (((last - first).days) // step + 1)
    for day, count in days:
        sums[(day - first).days // step] += count
    most = max(sums)
    signs = ASCII_BARS if ascii_only else BARS
    bars = "".join(signs[-(-count * len(signs) // most) - 1] if count else NOTHING for count in sums)
    return Spark(bars, first, min(last, first + timedelta(days=step * len(sums) - 1)), step)
