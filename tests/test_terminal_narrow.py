"""Reading far away, on the smallest usual terminal: 80 columns, 24 rows, over ssh."""

import shutil
from pathlib import Path

from tests.terminal import reader

FAR = {"SSH_TTY": "/dev/pts/7", "SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22", "TERM": "xterm-256color"}


def test_an_article_is_read_on_a_small_terminal_far_away(
        environment: dict[str, str], examples: Path, tmp_path: Path) -> None:
    """One pane at a time, told by a breadcrumb; Space goes through the article; h goes back to the list."""
    shutil.copytree(examples, tmp_path / "library")
    with reader({**environment, **FAR}, "--library", str(tmp_path / "library"), size=(80, 24)) as terminal:
        terminal.wait_for(r"Blinken Heads to NATO")
        shown = terminal.screen
        if "Sources ▸ All ▸" not in terminal.lines[0]:
            terminal.press("\r")
        shown = terminal.wait_for(r"^ Sources ▸ All ▸ Blinken Heads")
        assert "│" not in shown.split("\n")[1], "one pane only"
        pages = 1
        while "end" not in terminal.lines[-2]:
            before = terminal.screen
            terminal.press(" ")
            terminal.wait_until(lambda now, was=before: now != was)  # type: ignore[misc]
            pages += 1
        assert 2 <= pages <= 4
        assert "withdraw the United States" in terminal.screen or "State Department" in terminal.screen
        terminal.press("h")
        terminal.wait_for(r"^ Sources ▸ All\n")
        terminal.press("h")
        terminal.wait_for(r"^ Sources\n[\s\S]*Starred")
        assert all(len(line) <= 80 for line in terminal.lines)
        terminal.press("Q")
        assert terminal.exit_code() == 0
