"""Tidying up on a real terminal: a folder, a tag, the list to read later, a mute, and all of it taken back."""

import re
from pathlib import Path

from library import Library
from library.records import Selection
from tests.conftest import now
from tests.terminal import library_of, reader

PAGE = """<html><head><title>{title}</title>
<meta property="article:published_time" content="2024-04-0{day}T06:00:00Z"></head><body><article><h1>{title}</h1>
<p>{title}, the islanders were told on Monday, after a winter in which nobody had believed it any more.</p>
<p>{more} It was said again on Tuesday, so that those who had been at sea would hear of it as well.</p>
</article></body></html>"""
PAGES = (
    ("The ferry sails again", "Its engine was taken apart and put together again in the yard of the harbour."),
    ("The school gets a roof", "Slates came by ship, and the children carried them up the hill in their satchels."),
    ("The football season begins", "Eleven players were found, and a twelfth who owns the only ball of the island."),
)
CTRL_R = "\x12"


def test_a_library_is_tidied_up_and_everything_is_taken_back(environment: dict[str, str], tmp_path: Path) -> None:
    """F, t, +, x and then u four times; what a redo brings back is there at the next start."""
    (tmp_path / "pages").mkdir()
    for day, (title, more) in enumerate(PAGES, 1):
        (tmp_path / "pages" / f"{day}.html").write_text(PAGE.format(title=title, more=more, day=day))
    kept = library_of(tmp_path / "pages", tmp_path / "library")
    with reader(environment, "--library", str(kept)) as terminal:
        terminal.wait_for(r"1/3")
        terminal.wait_for(r"All +3\b")
        terminal.press("F")
        terminal.wait_for(r"into folder:")
        terminal.press("Island/News\r")
        terminal.wait_until(lambda shown: "▾ Island" in shown and "▾ News" in shown, "the folders")
        terminal.press("t")
        terminal.wait_for(r"Tab completes")
        terminal.press("sport\r")
        terminal.wait_for(r"#sport +1\b")
        terminal.press("+")
        terminal.wait_for(r"Read later +1\b")
        terminal.press("x")
        terminal.wait_for(r"Mute:")
        terminal.press("ferry\r")
        terminal.wait_for(r"2 · 1 muted")
        terminal.wait_for(r"Muted +1\b")
        terminal.press("u")
        terminal.wait_for(r"1/3")
        terminal.press("u")
        terminal.wait_for(r"Read later +0\b")
        terminal.press("u")
        terminal.wait_until(lambda shown: re.search(r"#sport +1", shown) is None, "no tag")
        terminal.press("u")
        terminal.wait_until(lambda shown: "▾ Island" not in shown, "no folder")
        terminal.press(4 * CTRL_R)
        terminal.wait_for(r"2 · 1 muted")
        terminal.press("Q")
        assert terminal.exit_code() == 0

    library = Library.open(kept, now=now)
    assert [source.folder for source in library.sources()] == ["Island/News"]
    assert [row.title for row in library.headlines(library.rows(Selection(muted=True)))] == [PAGES[0][0]]
    assert dict(library.tags()) == {"later": 1, "sport": 1}
    library.close()
    with reader(environment, "--library", str(kept)) as terminal:
        terminal.wait_for(r"2 · 1 muted")
        terminal.press("g+")
        terminal.wait_for(r"Read later ─.* 1 ─")
        terminal.wait_for(r"◷")
        terminal.press("Q")
        assert terminal.exit_code() == 0
