"""How pictures are drawn on this terminal, or why they are not.

Nothing is asked of the terminal: an answer may come late, or never, and would hold up the start. What a terminal says
about itself in the environment is enough for those that are known; every other one can draw half blocks.
"""

from collections.abc import Mapping
from importlib.util import find_spec
from typing import Literal

from msgspec import Struct

Way = Literal["off", "blocks", "kitty", "iterm", "sixel"]
CHOICES: tuple[str, ...] = ("auto", "off", "blocks", "kitty", "iterm", "sixel")
"""What the setting `pictures` may say."""


WAYS: Mapping[Way, str] = {
    "blocks": "half blocks", "kitty": "kitty's graphics protocol", "iterm": "iTerm2's protocol in the viewer",
    "sixel": "sixel in the viewer",
}
"""What they are called where a person is told."""


class Ability(Struct, frozen=True):
    way: Way
    why: str = ""
    """Why pictures are off, and what helps, as a sentence; "": they are not."""


def are_there() -> bool:
    """Whether the extra is installed."""
    return find_spec("PIL") is not None


def ability(choice: str, environment: Mapping[str, str], *, colours: str | None, ascii_only: bool) -> Ability:
    """How pictures are drawn.

    `choice` is the setting; `colours` how many the terminal shows, as rich calls them ("truecolor", "256", "standard",
    None); `ascii_only`: it has no half blocks.
    """
    why = _impossible(choice, environment, colours, ascii_only)
    if not why and choice == "auto" and _is_far(environment):
        why = "Pictures are not drawn over SSH, where they are slow: “:set pictures blocks” draws them all the same."
    if why:
        return Ability("off", why)
    way = _known(environment) if choice == "auto" else choice
    if way == "kitty" and colours != "truecolor":
        way = "blocks"  # the number of a picture is told by a colour, which must arrive as it was sent
    for one in ("kitty", "iterm", "sixel"):
        if way == one:
            return Ability(one)
    return Ability("blocks")


def _impossible(choice: str, environment: Mapping[str, str], colours: str | None, ascii_only: bool) -> str:
    if choice == "off":
        return "Pictures are switched off: “:set pictures auto” draws them."
    if not are_there():
        return "Pictures are drawn by Pillow, which is not installed: install newsreader[pictures]."
    if "NO_COLOR" in environment:
        return "Pictures need colours, and NO_COLOR is set in the environment."
    if environment.get("TERM") == "dumb" or colours not in ("truecolor", "256"):
        return "Pictures need more colours than this terminal says it has."
    if ascii_only:
        return "Pictures are drawn with signs beyond ASCII, which are switched off here."
    return ""


def _is_far(environment: Mapping[str, str]) -> bool:
    return any(environment.get(name) for name in ("SSH_TTY", "SSH_CONNECTION", "SSH_CLIENT"))


def _known(environment: Mapping[str, str]) -> Way:
    """What the terminal is known to draw.

    tmux and screen pass on no pictures unless they are told to; what is around them is of no use then. Kitty's
    placeholders are drawn by kitty (0.28) and Ghostty; iTerm2's protocol by iTerm2 and WezTerm; sixel by foot, mlterm
    and contour (each by its own documentation).
    """
    term, program = environment.get("TERM", ""), environment.get("TERM_PROGRAM", "")
    if environment.get("TMUX") or environment.get("STY") or term.startswith(("tmux", "screen")):
        return "blocks"
    if term in ("xterm-kitty", "xterm-ghostty") or program == "ghostty":
        return "kitty"
    if program in ("iTerm.app", "WezTerm"):
        return "iterm"
    return "sixel" if term.startswith(("foot", "mlterm", "contour")) else "blocks"
