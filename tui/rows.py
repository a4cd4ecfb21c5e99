"""The words of the article list's rows: what of an article decides a click, in two or three lines of so many cells.

Pure text and style names; the widgets only put it on the screen.
"""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from library import tags
from library.records import Headline
from tui.dates import ago
from tui.render import Bit
from tui.typeset import minutes
from tui.wrap import cells, cut, is_right_to_left, wrap

UNREAD, STARRED, CHANGED, LATER, MUTED = "●", "★", "Δ", "◷", "∅"
CURSOR, OTHER_CURSOR = "▌", "▏"
"""The bar of the cursor row in the pane that has the keyboard, and in the others."""
LEAD = 3
"""Cells before a title: cursor bar, state, space."""

SHORTEST_NAME = 6
"""Cells below which a publisher's name says nothing any more."""
WHEN = 6
"""Cells of a date in a row of one line: "12 Apr"."""
WITH_SOURCE = 56
"""Cells from which a row of one line names its source: the title keeps thirty."""


def headline_rows(headline: Headline, width: int, title_lines: int, now: datetime, *, selected: str = " ",
                  zone: tzinfo | None = None) -> list[list[Bit]]:
    """An article as `title_lines` + 1 rows: its title, then what decides whether to read it; or, with 0, in one row.

    `selected` stands at the left edge of every row (the cursor's bar). A title that is written from the right stands
    at the right.
    """
    if title_lines == 0:
        return [headline_line(headline, width, now, selected=selected, zone=zone)]
    style = "row_read" if headline.read else "row_unread"
    marks = _marks(headline)
    room = width - LEAD - 1 - cells(marks)
    rows: list[list[Bit]] = []
    for number, text in enumerate(shortened(headline.title, room, title_lines)):
        first = number == 0
        if is_right_to_left(headline.title):
            text = " " * (room - cells(text)) + text
        row: list[Bit] = [bar(selected), (_state(headline) if first else "  ", "row_accent"), (text, style)]
        if first and marks:
            row.append((" " * (room - cells(text)) + marks, "row_accent"))
        rows.append(row)
    spare = title_lines + 1 - len(rows)
    told = _problem(headline, width, spare) or _facts(headline, width, spare, now, zone)
    rows += [[bar(selected), ("  ", "row"), (text, "row_alert" if headline.problem else "row")] for text in told]
    while len(rows) < title_lines + 1:
        rows.append([bar(selected)])
    return rows


def headline_line(headline: Headline, width: int, now: datetime, *, selected: str = " ",
                  zone: tzinfo | None = None) -> list[Bit]:
    """An article in one row: state, when, whose (where there is room), the title, its marks."""
    when = ago(headline.published, now, zone, brief=True) if headline.published else "–"
    lead: list[Bit] = [bar(selected), (_state(headline), "row_accent"), (f"{cut(when, WHEN):>{WHEN}} ", "row")]
    room = width - LEAD - WHEN - 1
    if width >= WITH_SOURCE:
        size = min(18, width // 5)
        whose = cut(_whose(headline), size)
        lead.append((whose + " " * (size - cells(whose) + 1), "row"))
        room -= size + 1
    marks = _marks(headline)
    style = "row_alert" if headline.problem else "row_read" if headline.read else "row_unread"
    title = cut(headline.title, room - cells(marks) - 1)
    gap = " " * max(0, room - cells(title) - cells(marks) - 1)
    if is_right_to_left(headline.title):
        return [*lead, (gap + title, style), (marks, "row_accent")]
    return [*lead, (title, style), (gap + marks, "row_accent")]


def _problem(headline: Headline, width: int, lines: int) -> list[str]:
    """What is wrong with the page, in so many lines."""
    return shortened(headline.problem, width - LEAD - 1, lines) if headline.problem else []


def _facts(headline: Headline, width: int, lines: int, now: datetime, zone: tzinfo | None) -> list[str]:
    """What decides whether to read it: in one line, or whose it is above the rest, so that none stays empty."""
    room = width - LEAD - 1
    whose, facts = _whose(headline), facts_of(headline, now, zone)
    if lines < 2:
        return [about(headline, width - LEAD - 1, now, zone)]
    if not whose:
        return [facts[0], cut(" · ".join(facts[1:]), room)]
    return [cut(whose, room), cut(" · ".join(facts), room)]


def _whose(headline: Headline) -> str:
    return headline.publisher or headline.kicker or headline.section or ""


def _state(headline: Headline) -> str:
    return "  " if headline.read else f"{UNREAD} "


def _marks(headline: Headline) -> str:
    """How many articles tell it, and what the reader, or the page's publisher, did with it: starred,
    kept for later, changed."""
    copies = f" ×{headline.copies}" if headline.copies > 1 else ""
    later = f" {LATER}" if tags.LATER in headline.tags else ""
    return copies + (f" {STARRED}" if headline.starred else "") + later + (f" {CHANGED}" if headline.changed else "")


def bar(selected: str) -> Bit:
    """The cursor's bar: in the accent only where the keyboard is."""
    return (selected, "row_accent" if selected == CURSOR else "row")


def shortened(text: str, width: int, lines: int) -> list[str]:
    """The text in at most so many lines; where it does not fit, the last one ends in an ellipsis."""
    ranges = wrap(text, max(2, width))
    shown = [text[start:end] for start, end in ranges[:lines]]
    if len(ranges) > lines:
        start = ranges[lines - 1][0]
        shown[-1] = cut(text[start:], width)
    return shown


def facts_of(headline: Headline, now: datetime, zone: tzinfo | None = None) -> list[str]:
    """When, how long, how many names, which tags."""
    facts = [ago(headline.published, now, zone) if headline.published else "no date",
             f"{minutes(headline.words)} min"]
    if headline.entities:
        facts.append(f"{headline.entities} name{'' if headline.entities == 1 else 's'}")
    return [*facts, *(f"#{tag}" for tag in headline.tags if tag != tags.LATER)]


def about(headline: Headline, width: int, now: datetime, zone: tzinfo | None = None) -> str:
    """Whose it is and the facts: as much as fits, the publisher cut before the rest."""
    whose, facts = _whose(headline), facts_of(headline, now, zone)
    if whose and cells(" · ".join([whose, *facts])) > width:
        facts = facts[:2]
    told = " · ".join(facts)
    if not whose:
        return cut(told, width)
    room = width - cells(told) - 3
    return f"{cut(whose, room)} · {told}" if room >= SHORTEST_NAME else cut(told, width)


def tail_rows(notice: Sequence[str], failures: Sequence[str], width: int) -> list[list[Bit]]:
    """What stands below the articles: why there are none, and each page that could not be read, in words."""
    rows: list[list[Bit]] = []
    for number, sentence in enumerate(notice):
        style = "row_read" if number == 0 else "row"
        rows += [[("  ", "row"), (text, style)] for text in _lines(sentence, width - 3)]
    for sentence in failures:
        rows.append([])
        for number, text in enumerate(_lines(sentence, width - LEAD - 1)):
            rows.append([(" ! " if number == 0 else "   ", "row_alert"), (text, "row_alert")])
    return [[], *rows] if notice else rows


def _lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, max(2, width))]
