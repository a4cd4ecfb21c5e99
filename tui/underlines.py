"""Double, dotted and dashed underlines, which tell types of names apart where a terminal can draw them.

Rich and Textual know one underline and a double one. The others exist in most terminals of today (SGR 4:4 and
4:5, as kitty defined them in 2017), and some attributes of rich exist in none: `frame` (51) and `encircle`
(52). So the palette marks places as framed and the rest as encircled, and the one table with which Textual
writes attributes is told to write underlines for them. Where the terminal is not known to understand, all
four are written as the plain underline (4): an unknown `4:4` would show as nothing at all, or as blinking.
"""

from collections.abc import Mapping

from textual import strip

_DOUBLE, _FRAME, _ENCIRCLE = 9, 10, 11
"""Places in Textual's table, which follows the bits of rich.style.Style."""
_PLAIN = {_DOUBLE: "4", _FRAME: "4", _ENCIRCLE: "4"}
_STYLED = {_DOUBLE: "21", _FRAME: "4:4", _ENCIRCLE: "4:5"}

# VTE 0.52 (GNOME Terminal and kin) and Konsole 22.04 were the first of theirs to draw them.
_VTE, _KONSOLE = 5200, 220400
_PROGRAMS = frozenset({"WezTerm", "ghostty", "iTerm.app", "vscode", "mintty", "rio"})
_TERMS = ("xterm-kitty", "xterm-ghostty", "foot", "alacritty", "wezterm", "contour", "mintty")

_VARIABLES = ("KITTY_WINDOW_ID", "WEZTERM_PANE", "GHOSTTY_RESOURCES_DIR", "WT_SESSION")


def install(environment: Mapping[str, str]) -> bool:
    """Have Textual write the underlines that this terminal can draw; whether it can draw more than the
    plain one."""
    able = draws_styled(environment)
    for place, code in (_STYLED if able else _PLAIN).items():
        strip.SGR_STYLES[place] = code
    return able


def draws_styled(environment: Mapping[str, str]) -> bool:
    """Whether the terminal is known to draw double, dotted and dashed underlines.

    tmux and screen hide the terminal around them; what that one left in the environment still tells.
    """
    return (
        environment.get("TERM", "").startswith(_TERMS)
        or environment.get("TERM_PROGRAM", "") in _PROGRAMS
        or _number(environment.get("VTE_VERSION")) >= _VTE
        or _number(environment.get("KONSOLE_VERSION")) >= _KONSOLE
        or any(name in environment for name in _VARIABLES)
    )


def _number(text: str | None) -> int:
    return int(text) if text and text.isdigit() else 0
