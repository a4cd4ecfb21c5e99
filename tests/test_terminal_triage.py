"""Fifty articles of a morning, gone through with the right hand alone, on a real terminal."""

from datetime import date, timedelta
from pathlib import Path

from library import Library
from library.records import Selection
from tests.conftest import now
from tests.terminal import Terminal, library_of, reader

MANY = 50
RIGHT_HAND = frozenset("67890-=^&*()_+yuiop[]hjkl;'nm,./YUIOP{}HJKL:\"NM<>? \r")
"""Keys of a QWERTY keyboard that the right hand reaches, Space and Enter among them."""
PAGE = """<html><head><title>The {place} ferry sails again</title>
<meta property="article:published_time" content="{day}T06:00:00Z"></head><body><article>
<h1>The {place} ferry sails again</h1>
<p>The ferry to {place} sails again after a winter in the yard, the harbour master told the islanders on Monday.</p>
<p>Its engine was taken apart and put together again, and the crew has learnt to start it in the cold.</p>
</article></body></html>"""


def one_hand(terminal: Terminal, keys: str) -> None:
    """Type these keys, all of which the right hand reaches."""
    assert RIGHT_HAND.issuperset(keys)
    terminal.press(keys)


def place(number: int) -> str:
    """A name for an island, another one for each number."""
    return f"{('North', 'South', 'East', 'West', 'Far')[number % 5]} {chr(ord('A') + number // 5)}island"


def fifty(folder: Path) -> Path:
    """A library of fifty articles, none of them read, the newest one first."""
    (folder / "pages").mkdir()
    for number in range(MANY):
        page = PAGE.format(place=place(number), day=date(2024, 4, 9) - timedelta(days=number))
        (folder / "pages" / f"{number:02}.html").write_text(page)
    kept = library_of(folder / "pages", folder / "library")
    library = Library.open(kept, now=now)
    library.set_setting("screen.read_after", "0")  # what is read is said by the reader, not by the clock
    library.close()
    return kept


def test_fifty_articles_are_gone_through_with_one_hand(environment: dict[str, str], tmp_path: Path) -> None:
    """A count, the unread view, mark, undo, star, next unread, then Space until none is unread."""
    kept = fifty(tmp_path)
    with reader(environment, "--library", str(kept)) as terminal:
        terminal.wait_for(r"1/50")
        one_hand(terminal, "U")
        terminal.wait_for(r"50 unread")
        one_hand(terminal, "7j")
        terminal.wait_for(r"8/50")
        one_hand(terminal, "m")
        terminal.wait_for(r"All +49\b")
        one_hand(terminal, "u")
        terminal.wait_for(r"All +50\b")
        one_hand(terminal, ".")
        terminal.wait_for(r"Starred +1\b")
        one_hand(terminal, "7k")
        terminal.wait_for(r" 1/50")
        for left in range(MANY - 1, -1, -1):
            terminal.wait_for(f"The ferry to {place(MANY - 1 - left)}")
            one_hand(terminal, " ")
            terminal.wait_for(rf"All +{left}\b")
        terminal.wait_for(r"Nothing else is unread in this list")
        one_hand(terminal, "U")
        terminal.wait_until(lambda shown: "50 unread" not in shown)
        terminal.press("Q")
        assert terminal.exit_code() == 0

    library = Library.open(kept, now=now)
    assert list(library.rows(Selection(unread=True))) == []
    (starred,) = library.headlines(library.rows(Selection(starred=True)))
    assert place(7) in starred.title
    library.close()
