"""One evening with the reader on a real pseudo-terminal: what Pilot cannot see (start, screen, files, exit).

The screen is read as a person would, by a terminal emulator (pyte); nothing inside the program is touched.
"""

import subprocess
import sys
from pathlib import Path

from tests.terminal import reader
from tests.test_teaching import PAGE


def test_an_evening_with_the_reader(environment: dict[str, str], home: Path) -> None:
    """An empty home: the examples are there; move, look at what was set aside, export, quit, come back."""
    with reader(environment) as terminal:
        terminal.wait_for(r"1/3")
        shown = terminal.wait_for(r"Blinken Heads to NATO as Alliance")
        terminal.press("j")
        terminal.wait_for(r"2/3")
        terminal.press("X")
        aside = terminal.wait_for(r"(?i)promo|navigation|related|breadcrumb")
        assert aside != shown
        terminal.press("e")
        terminal.wait_for(r"Markdown files into this folder")
        terminal.press("\r")
        terminal.wait_for(r"(?i)exported")
        terminal.press("Q")
        assert terminal.exit_code() == 0
    (exported,) = (home / "Documents" / "newsreader").glob("*.md")
    assert exported.read_text("utf-8").startswith("---\n")
    with reader(environment) as terminal:
        terminal.wait_for(r"2/3")
        terminal.press("Q")
        assert terminal.exit_code() == 0


def test_just_these_pages(environment: dict[str, str], home: Path, tmp_path: Path) -> None:
    """`newsreader PATH` shows only that, and leaves nothing behind."""
    page = tmp_path / "page.txt"
    page.write_text("Snow closes the pass\n\nThe road over the pass was closed on Friday after a night of snow, "
                    "the canton said.\n\nIt is expected to open again before Easter, as it does every year.\n")
    with reader(environment, str(page)) as terminal:
        shown = terminal.wait_for(r"Snow closes the pass")
        assert "Blinken" not in shown
        terminal.press("Q")
        assert terminal.exit_code() == 0
    assert not list(home.rglob("*.db"))


def test_a_library_that_cannot_be_opened(environment: dict[str, str], tmp_path: Path) -> None:
    """The screen never starts; the terminal shows a sentence, and the exit code is 3."""
    (tmp_path / "library.db").write_bytes(b"not a database, but a love letter\n" * 50)
    with reader(environment, "--library", str(tmp_path)) as terminal:
        assert terminal.exit_code() == 3
        assert "library.db" in terminal.screen
        assert "Traceback" not in terminal.screen


def test_a_site_is_taught_and_the_terminal_is_lost(environment: dict[str, str], tmp_path: Path) -> None:
    """X, down to a piece, d: told in words. After the terminal has gone, the rule and its effect are still there."""
    pages = tmp_path / "pages"
    pages.mkdir()
    for name in ("Ann", "Bob"):
        (pages / f"{name}.html").write_text(PAGE.format(name=name, day="Monday"))
    library = ("--library", str(tmp_path / "library"))
    subprocess.run([sys.executable, "-m", "tui", *library, "add", str(pages)], env=environment, check=True,
                   capture_output=True)
    with reader(environment, *library) as terminal:
        terminal.wait_for(r"says (Ann|Bob)")
        terminal.press("/says ann\r")
        terminal.wait_for(r"“says ann”")
        terminal.press("l")
        terminal.wait_for(r"harbour authority said on Monday")
        terminal.press("X")
        terminal.wait_for(r"k keep +d drop")
        for _ in range(3):
            terminal.press("j")
        terminal.wait_for(r"▌ The cafe of Ann")
        terminal.press("d")
        terminal.wait_for(r"quay\.example: drops what stands at")
    with reader(environment, *library) as terminal:  # the first one was killed
        terminal.wait_for(r"says (Ann|Bob)")
        terminal.press("h/says bob\r")  # the keyboard is where it was left: in the body
        terminal.wait_for(r"“says bob”")
        terminal.press("l")
        shown = terminal.wait_for(r"A replacement has been ordered")
        assert "The cafe of Bob" not in shown
        terminal.press("gX")
        terminal.wait_for(r"− quay\.example +drops what stands at")
