"""Pictures on the wire: what a terminal that draws them is sent, read as kitty documents it, and freed again."""

import base64
import re
from io import BytesIO
from pathlib import Path

from tests.drawn_pictures import Image, saved_page
from tests.terminal import reader
from tui.pictures.kitty import DIACRITICS, PLACEHOLDER

KITTY = {"TERM": "xterm-kitty", "COLORTERM": "truecolor"}
CODE = re.compile(rb"\x1b_G([^;\x1b]*);?([A-Za-z0-9+/=]*)\x1b\\")
SHOWN = re.compile(rb"\x1b\[[0-9;]*38;2;(\d+);(\d+);(\d+)[0-9;]*m((?:" + PLACEHOLDER.encode() + rb"[^\x1b]*)+)")


def quiet(environment: dict[str, str]) -> dict[str, str]:
    """An environment of this machine, not of a link to another one."""
    return {name: value for name, value in environment.items() if not name.startswith(("SSH_", "TMUX", "TERM"))}


def test_kitty_is_sent_each_picture_once_told_where_it_stands_and_freed_of_it(
    environment: dict[str, str], tmp_path: Path
) -> None:
    """From the page to the end of the program, with the viewer in between."""
    page = saved_page(tmp_path / "saved")
    with reader({**quiet(environment), **KITTY}, str(page)) as terminal:
        terminal.wait_for(PLACEHOLDER)
        terminal.press("P")
        terminal.wait_for("1 of 3")
        terminal.wait_until(lambda _: terminal.written.count(b"a=T") > 1, "a larger picture")
        terminal.press("\x1b")
        terminal.wait_until(lambda shown: "1 of 3" not in shown, "the end of the viewer")
        terminal.press("Q")
        assert terminal.exit_code() == 0
        written = terminal.written

    sent: dict[int, dict[str, str]] = {}
    pixels: dict[int, bytes] = {}
    freed: list[int] = []
    number = 0
    for keys, payload in CODE.findall(written):
        told = dict(key.split("=") for key in keys.decode().split(","))
        assert told["q"] == "2"
        if told.get("a") == "d":
            freed.append(int(told["i"]))
            continue
        if told.get("a") == "T":
            number = int(told["i"])
            sent[number], pixels[number] = told, b""
        pixels[number] += payload

    assert sorted(freed) == sorted(sent)
    for data in pixels.values():
        assert Image.open(BytesIO(base64.b64decode(data))).size == (320, 192)
    shown = SHOWN.findall(written)
    assert {int(red) << 16 | int(green) << 8 | int(blue) for red, green, blue, _ in shown} == set(sent)
    for red, green, blue, text in shown:
        box = sent[int(red) << 16 | int(green) << 8 | int(blue)]
        places = [DIACRITICS.index(sign) for sign in text.decode() if sign in DIACRITICS]
        assert all(row < int(box["r"]) for row in places[::2])
        assert places[1::2] == list(range(int(box["c"])))


def test_half_blocks_reach_a_terminal_in_their_colours(environment: dict[str, str], tmp_path: Path) -> None:
    """Red at the left, blue at the right, beside the bar of the figure."""
    page = saved_page(tmp_path / "saved")
    with reader({**quiet(environment), "TERM": "xterm-256color", "COLORTERM": "truecolor"}, str(page)) as terminal:
        terminal.wait_for("▐ ▀▀▀")
        row = next(number for number, line in enumerate(terminal.lines) if "▐ ▀▀▀" in line)
        at = terminal.lines[row].index("▀")
        cells = terminal._screen.buffer[row]
        assert [cells[at].fg, cells[at].bg, cells[at + 39].fg] == ["c80000", "c80000", "0000c8"]


def test_over_ssh_no_picture_is_sent(environment: dict[str, str], tmp_path: Path) -> None:
    """Nor in a terminal that could show it: the link may be slow."""
    page = saved_page(tmp_path / "saved")
    with reader({**quiet(environment), **KITTY, "SSH_TTY": "/dev/pts/9"}, str(page)) as terminal:
        terminal.wait_for("The cranes at dusk")
        terminal.press("P")
        terminal.wait_for("not drawn over SSH")
        terminal.press("\x1b")
        terminal.wait_until(lambda shown: "1 of 3" not in shown, "the end of the viewer")
        terminal.press("Q")
        assert terminal.exit_code() == 0
        assert b"\x1b_G" not in terminal.written
        assert PLACEHOLDER.encode() not in terminal.written
