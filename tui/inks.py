"""The colours themes are mixed from: a dozen inks each, told by what they are for.

Widgets name styles, themes.py mixes styles from inks, and only this file holds colours; so a theme is these
lines and nothing else. The hues of names are those of Okabe and Ito (Color Universal Design, 2008), which
colour-blind readers tell apart, adjusted in lightness until each has a contrast of at least 4.5 : 1 (WCAG 2.2,
1.4.3) on the paper of its theme; 7 : 1 in the theme `contrast`. A test measures it.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from tui.legend import Group

DARK, LIGHT = "dark", "light"
TERMINAL = "terminal"
"""The theme of the terminal's own sixteen colours, which has no inks."""


class Inks(Struct, frozen=True):
    """The colours a palette is mixed from, as #rrggbb."""

    about: str
    """What the theme looks like, for who chooses it."""
    is_dark: bool
    room: str
    """Behind lists, frame and footer."""
    paper: str
    """Behind the article."""
    text: str
    strong: str
    """Titles and headings."""
    muted: str
    """What is there when looked for: meta lines, captions, keys' names."""
    faint: str
    """Rules and frames."""
    accent: str
    """The one colour of the chrome: what has the keyboard, what is unread."""
    edge: str
    """The frame of the pane that has the keyboard."""
    selected: str
    """Behind the cursor row of the pane that has the keyboard."""
    selected_dim: str
    """Behind the cursor row of the others."""
    alert: str
    hues: Mapping[Group, str]


def _hues(person: str, organisation: str, place: str, other: str) -> Mapping[Group, str]:
    return {"person": person, "organisation": organisation, "place": place, "other": other}


DARK_HUES = _hues("#62b5ea", "#e69f00", "#2fbf94", "#d592b8")
LIGHT_HUES = _hues("#0064a4", "#8f5a00", "#00694c", "#8d4273")

INKS: Mapping[str, Inks] = {
    DARK: Inks(
        about="Calm paper in a dark room.", is_dark=True,
        room="#141619", paper="#191b1f", text="#cfccc4", strong="#f2efe8", muted="#8d8a83", faint="#3a3d42",
        accent="#e8896f", edge="#7d7a74", selected="#33302f", selected_dim="#212328", alert="#f0785a", hues=DARK_HUES,
    ),
    LIGHT: Inks(
        about="Daylight: dark text on a light ground.", is_dark=False,
        room="#efebe3", paper="#f8f5ee", text="#34322e", strong="#161513", muted="#6b675f", faint="#cdc7ba",
        accent="#a8371f", edge="#8f887b", selected="#e3d9c9", selected_dim="#e7e2d8", alert="#a8371f", hues=LIGHT_HUES,
    ),
    "newsprint": Inks(
        about="Warm, yellowed paper and brown ink.", is_dark=False,
        room="#e8dcc3", paper="#f3e9d4", text="#3f3528", strong="#241c12", muted="#6b5c46", faint="#cbb994",
        accent="#9a3b12", edge="#94815f", selected="#dbc9a3", selected_dim="#e0d2b4", alert="#9a2f12",
        hues=_hues("#00588f", "#7a4a00", "#005c42", "#7f3a67"),
    ),
    "harbour": Inks(
        about="Cool slate blue, before sunrise.", is_dark=True,
        room="#1b2330", paper="#212b3a", text="#c8d2de", strong="#eef3f8", muted="#8c9bae", faint="#3d4a5e",
        accent="#7fc4e8", edge="#7285a0", selected="#33435a", selected_dim="#28334a", alert="#f08f7a",
        hues=_hues("#74bdee", "#e8ac3a", "#4cc9a3", "#dd9fc3"),
    ),
    "forest": Inks(
        about="Deep green and moss.", is_dark=True,
        room="#141b17", paper="#19221d", text="#c9d2c6", strong="#eef4ea", muted="#8b998b", faint="#384639",
        accent="#d9b45b", edge="#748573", selected="#2c3a2f", selected_dim="#202b24", alert="#ee8366",
        hues=_hues("#6fb9ea", "#e3a41f", "#46c79c", "#d899bd"),
    ),
    "lagoon": Inks(
        about="Teal and sand, quiet.", is_dark=True,
        room="#06303a", paper="#093843", text="#b9c6c4", strong="#f0e9d6", muted="#8fa5a6", faint="#2b5560",
        accent="#dcae4a", edge="#6d8f94", selected="#154c58", selected_dim="#0f414c", alert="#f2947c",
        hues=_hues("#79c1f0", "#e7b04a", "#56cfae", "#e0a6c9"),
    ),
    "contrast": Inks(
        about="High contrast: white on black, nothing grey.", is_dark=True,
        room="#000000", paper="#000000", text="#ffffff", strong="#ffffff", muted="#d0d0d0", faint="#8a8a8a",
        accent="#ffd700", edge="#ffffff", selected="#00327a", selected_dim="#2e2e2e", alert="#ff9d85",
        hues=_hues("#7cc8ff", "#ffb52e", "#4ce0b3", "#f2b3d6"),
    ),
    "okabe-ito": Inks(
        about="For every colour vision: blue, orange and yellow.",
        is_dark=True,
        room="#101214", paper="#15181b", text="#d4d4d0", strong="#f6f6f2", muted="#94948f", faint="#3b3e42",
        accent="#e69f00", edge="#80807b", selected="#1d3246", selected_dim="#202428", alert="#e69f00",
        hues=_hues("#56b4e9", "#e69f00", "#f0e442", "#cc79a7"),
    ),
}
"""Our own themes, by the name that a reader chooses."""

THEME_NAMES: Sequence[str] = (TERMINAL, *INKS)
