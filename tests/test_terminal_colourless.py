"""Reading without colour: nothing on the wire sets one, and what colours tell is told by other means."""

import re
import shutil
from pathlib import Path

from tests.terminal import reader

SGR = re.compile(rb"\x1b\[([0-9;:]*)m")
COLOURS = frozenset({*range(30, 39), *range(40, 49), 58, *range(90, 108)})
"""Numbers of SGR that set a colour of text, ground or underline (ECMA-48, 8.3.117, and the bright ones of aixterm);
39 and 49 do not: they ask for the terminal's own."""


def colours(written: bytes) -> list[bytes]:
    """The sequences among these bytes that set a colour."""
    return [code for code in SGR.findall(written)
            if any(int(part.split(b":")[0] or 0) in COLOURS for part in code.split(b";"))]


def test_nothing_sets_a_colour_and_names_and_focus_are_told(
        environment: dict[str, str], examples: Path, tmp_path: Path) -> None:
    """Under NO_COLOR no colour is written by any of the screens; types have letters and underlines, focus is seen."""
    shutil.copytree(examples, tmp_path / "library")
    with reader({**environment, "NO_COLOR": "1"}, "--library", str(tmp_path / "library")) as terminal:
        terminal.wait_for(r"1/3")
        shown = terminal.wait_for(r"traveled to\s")
        assert re.search(r"Antony J\. Blinkenᴾ", shown)
        assert re.search(r"NATOᴼ", shown)
        assert re.search(r"Brusselsᴸ", shown)
        assert terminal.is_underlined("Antony J. Blinken")
        assert terminal.cursor_bar, "the row with the cursor has a bar"

        before = terminal.cursor_bar
        terminal.press("h")
        terminal.wait_until(lambda _: terminal.cursor_bar != before, "the bar in another pane")
        for keys, seen in (("l", r"next unread"), ("l", r"next name"), ("]e", r"who is this")):
            terminal.press(keys)
            terminal.wait_for(seen)
        for keys, seen, back in (("\r", "mentions in", "\x1b"), ("?", "─ Keys ─", "\x1b"), ("X", "as it came", "X")):
            terminal.press(keys)
            terminal.wait_for(seen)
            terminal.press(back)
            terminal.wait_until(lambda shown, gone=seen: gone not in shown)  # type: ignore[misc]
        terminal.press("Q")
        assert terminal.exit_code() == 0
        assert colours(terminal.written) == []
