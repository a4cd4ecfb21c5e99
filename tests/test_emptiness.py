"""What an empty list says: why, and which key helps."""

from datetime import UTC, datetime

import pytest

from library.records import Selection, Source, SourceKind
from tui.emptiness import empty_notice

FILED = Source(7, SourceKind.FOLDER, "Saved", "/saved", datetime(2024, 4, 2, tzinfo=UTC), None, None, 0, 0, ())
LOST = Source(8, SourceKind.FOLDER, "Gone", "/gone", FILED.added_at, None, "/gone is not there.", 0, 0, ())


@pytest.mark.parametrize(("shown", "only", "matching", "sources", "why", "key"), [
    (Selection(), "all", "", (), "No articles yet.", "add"),
    (Selection(), "all", "", (FILED,), "No articles here yet.", "refresh"),
    (Selection(source=8), "all", "", (FILED, LOST), "This source could not be read.", "refresh"),
    (Selection(), "unread", "", (FILED,), "Everything here is read.", "show_all"),
    (Selection(starred=True), "all", "", (FILED,), "Nothing is starred here.", "star"),
    (Selection(), "starred", "", (FILED,), "Nothing is starred here.", "show_all"),
    (Selection(), "unread", "[b]ice", (FILED,), "Nothing here has “[b]ice”.", "back"),
])
def test_an_empty_list_says_why_and_which_key_helps(
    shown: Selection, only: str, matching: str, sources: tuple[Source, ...], why: str, key: str
) -> None:
    """The reason first, the key of the action last."""
    lines = empty_notice(lambda action: f"<{action}>", shown, only, matching, sources, is_busy=False)

    assert lines[0] == why
    assert lines[-1].startswith(f"<{key}>")


def test_a_list_that_may_still_fill_says_so() -> None:
    """While sources are read, emptiness has no other reason yet; where only starred ones show, reading brings none."""
    def told(shown: Selection) -> str:
        return empty_notice(str, shown, "all", "", (FILED,), is_busy=True)[0]

    assert (told(Selection()), told(Selection(starred=True))) == ("Reading …", "Nothing is starred here.")
