"""What every named style looks like in a theme: ours (inks.py), Textual's, and the terminal's own colours.

Widgets name a style ("title", "caption"); only this module mixes what it looks like. Each type of name has an
underline of its own as well as a hue (see underlines.py), so that no meaning rests on colour alone.
"""

from collections.abc import Mapping
from dataclasses import replace

from msgspec import Struct
from rich.color import Color
from rich.color_triplet import ColorTriplet
from rich.style import Style
from textual.theme import BUILTIN_THEMES, Theme

from tui.inks import DARK, INKS, LIGHT, TERMINAL, Inks
from tui.legend import GROUPS, Group

LATER, UNSURE = 0.25, 0.7
"""How far the hue of a later mention, and of an unsure one, is on its way to the colour of the text."""
ANSI_HUES: Mapping[Group, str] = {
    "person": "bright_blue", "organisation": "yellow", "place": "green", "other": "magenta",
}


class Palette(Struct, frozen=True):
    """What every named style looks like in one theme."""

    styles: Mapping[str, Style]
    """For the runs of a line, and for the lists and the frame."""
    first: Mapping[Group, Style]
    """For the mention where the story first names someone."""
    later: Mapping[Group, Style]
    """For all others."""
    unsure: Mapping[Group, Style]
    """For those the recogniser is not sure of."""
    letters: bool
    """Names carry a letter, because no colour tells their type."""


def own_themes() -> list[Theme]:
    """Our themes, for Textual's own parts: dialogs, the palette, toasts."""
    ansi = BUILTIN_THEMES["ansi-dark"]
    # One accent, the panes' own (see _ansi_palette): Textual's blue frames and magenta bars would be two more.
    terminal = replace(ansi, name=TERMINAL, primary="ansi_cyan", accent="ansi_cyan",
                       variables={**ansi.variables, "border": "ansi_cyan", "scrollbar": "ansi_cyan"})
    return [terminal, *(_theme(name, inks) for name, inks in INKS.items())]


def dialog_colours(theme: Theme, *, colour: bool) -> dict[str, str]:
    """What dialogs are styled with beside Textual's own variables, by name; `colour` as for `palette`.

    `told` is the style of what explains, `told-colour` and `told-style` are the same for a style sheet.
    """
    if not colour or theme.ansi:
        # Where the cursor row is turned about, dim letters would leave grey patches on it.
        told = "dim" if colour else "not bold"
        return {"edge": "ansi_cyan", "selected": "ansi_default", "told": told, "told-colour": "ansi_default",
                "told-style": "dim"}
    inks = INKS[theme.name] if theme.name in INKS else _inks_of(theme)
    return {"edge": inks.edge, "selected": inks.selected, "told": inks.muted, "told-colour": inks.muted,
            "told-style": "none"}


def palette(theme: Theme, *, colour: bool) -> Palette:
    """What a theme looks like; `colour` False: no colour at all (NO_COLOR)."""
    if not colour or theme.ansi:
        return _ansi_palette(ANSI_HUES if colour else {})
    return _mixed(INKS[theme.name] if theme.name in INKS else _inks_of(theme))


def _theme(name: str, inks: Inks) -> Theme:
    return Theme(
        name=name, primary=inks.accent, secondary=inks.muted, accent=inks.accent, foreground=inks.text,
        background=inks.room, surface=inks.paper, panel=inks.selected_dim, warning=inks.hues["organisation"],
        error=inks.alert, success=inks.hues["place"], dark=inks.is_dark,
        variables={"border": inks.faint, "border-blurred": inks.faint, "input-cursor-background": inks.text},
    )


def _inks_of(theme: Theme) -> Inks:
    """Inks for a theme that is not ours, mixed from the few colours every theme has."""
    system = theme.to_color_system().generate()
    ours = INKS[DARK if theme.dark else LIGHT]
    room, text = system.get("background", ours.room), system.get("foreground", ours.text)
    paper = system.get("surface", room)
    return Inks(
        about="", is_dark=theme.dark, room=room, paper=paper, text=text, strong=text, muted=_blend(text, paper, 0.4),
        faint=_blend(text, paper, 0.8), accent=system.get("accent", ours.accent),
        edge=_blend(text, paper, 0.5),
        selected=_blend(text, room, 0.82), selected_dim=_blend(text, room, 0.92),
        alert=system.get("error", ours.alert), hues=ours.hues,
    )


def _mixed(inks: Inks) -> Palette:
    def ink(colour: str, on: str, *, bold: bool | None = None, italic: bool | None = None) -> Style:
        return Style(color=colour, bgcolor=on, bold=bold, italic=italic)

    paper, room = inks.paper, inks.room
    styles = {
        "text": ink(inks.text, paper), "title": ink(inks.strong, paper, bold=True),
        "dek": ink(inks.muted, paper, italic=True), "kicker": ink(inks.muted, paper),
        "meta": ink(inks.muted, paper), "problem": ink(inks.alert, paper), "rule": ink(inks.faint, paper),
        "heading": ink(inks.strong, paper, bold=True), "quote": ink(inks.text, paper, italic=True),
        "bar": ink(inks.faint, paper), "marker": ink(inks.muted, paper), "caption": ink(inks.muted, paper),
        "credit": ink(_blend(inks.muted, paper, 0.25), paper, italic=True), "table": ink(inks.text, paper),
        "table_head": ink(inks.strong, paper, bold=True), "preformatted": ink(inks.text, paper),
        "role": ink(inks.muted, paper), "kept": ink(inks.text, paper),
        "aside": ink(_blend(inks.muted, paper, 0.2), paper),
        "row": ink(inks.muted, room), "row_unread": ink(inks.strong, room, bold=True),
        "row_read": ink(inks.text, room), "row_accent": ink(inks.accent, room),
        "row_alert": ink(inks.alert, room), "frame": ink(inks.faint, room),
        "frame_title": ink(inks.muted, room), "frame_focus": ink(inks.accent, room, bold=True),
        "frame_line_focus": ink(inks.edge, room), "key": ink(inks.text, room, bold=True),
        "key_label": ink(inks.muted, room),
        "selected": Style(bgcolor=inks.selected), "selected_dim": Style(bgcolor=inks.selected_dim),
        "land": ink(inks.faint, paper), "map_mark": ink(inks.accent, paper, bold=True),
        "map_name": ink(inks.strong, paper, bold=True),
        "current": Style(reverse=True), "piece": Style(bgcolor=inks.selected),
        "piece_bar": Style(color=inks.accent),
        "marked": Style(bgcolor=inks.selected, color=inks.strong),
        "deleted": Style(color=_blend(inks.alert, paper, 0.25), bgcolor=paper, strike=True),
        "inserted": Style(color=inks.hues["place"], bgcolor=paper, underline=True),
        "match": Style(bgcolor=_blend(inks.hues["organisation"], paper, 0.7)),
        "match_current": Style(color=paper, bgcolor=inks.hues["organisation"], bold=True),
        "hint": Style(color=paper, bgcolor=inks.accent, bold=True, underline=False),
        "hint_typed": Style(color=_blend(paper, inks.accent, 0.5)),
        "edge": ink(_next_to(room), _next_to(room)),
        "edge_of_paper": ink(_next_to(paper), _next_to(paper)),
    }
    first = {group: Style(color=hue) + _UNDERLINES[group] for group, hue in inks.hues.items()}
    later = {group: Style(color=_blend(hue, inks.text, LATER)) for group, hue in inks.hues.items()}
    unsure = {group: Style(color=_blend(hue, inks.text, UNSURE)) for group, hue in inks.hues.items()}
    for group in first:
        styles[f"legend_{group}"] = Style(bgcolor=room) + first[group]
        styles[f"name_{group}"] = Style(bgcolor=paper) + first[group]
    return Palette(styles, first, later, unsure, letters=False)


# Attributes of rich that no terminal shows as they are named; underlines.py gives them another meaning.
_UNDERLINES: Mapping[Group, Style] = {
    "person": Style(underline2=True), "organisation": Style(underline=True), "place": Style(frame=True),
    "other": Style(encircle=True),
}


def _ansi_palette(hues: Mapping[Group, str]) -> Palette:
    """The terminal's own colours, or none: weight, slant and dimness carry the voices."""
    plain, dim, bold, italic = Style(), Style(dim=True), Style(bold=True), Style(italic=True)
    not_dim = Style(dim=False)
    accent, alert = (Style(color="cyan"), Style(color="red")) if hues else (plain, plain)
    # Turned round, an accent would be a block of its colour: the cursor row has one ground.
    # Not dim, whatever the row was: turned about, dim letters are grey on grey.
    turned = Style(reverse=True, dim=False, color="default") if hues else Style(reverse=True, dim=False)
    # The one block of colour there is: letters that are to be typed must not look like the words they lie on.
    block = Style(color="black", bgcolor="yellow") if hues else Style(reverse=True)
    hint = block + Style(bold=True, dim=False, underline=False, underline2=False, frame=False, encircle=False)
    styles = {
        "text": plain, "title": bold, "dek": italic, "kicker": dim, "meta": dim, "problem": bold, "rule": dim,
        "heading": bold, "quote": italic, "bar": dim, "marker": dim, "caption": dim, "credit": dim + italic,
        "table": plain, "table_head": bold, "preformatted": plain, "role": dim, "kept": plain, "aside": dim,
        "row": dim, "row_unread": bold, "row_read": plain, "row_accent": bold + accent,
        "row_alert": alert if hues else bold,
        "frame": dim, "frame_title": dim, "frame_focus": bold + accent, "frame_line_focus": accent, "key": bold,
        "key_label": dim, "selected": turned, "selected_dim": bold,
        "land": dim, "map_mark": bold, "map_name": bold,
        "current": Style(reverse=True), "piece": Style(bold=True, dim=False), "piece_bar": bold + accent + not_dim,
        "marked": turned, "deleted": (alert if hues else dim) + Style(strike=True),
        "inserted": Style(underline=True, bold=True, color="green" if hues else None),
        "match": Style(reverse=True, bold=False),
        "match_current": Style(reverse=True, bold=True, underline=True),
        "hint": hint, "hint_typed": dim, "edge": plain, "edge_of_paper": plain,
    }
    colours = {group: Style(color=hues[group]) if hues else Style() for group in GROUPS}
    # Dates and demonyms are many: without colour, only who, what and where is bold.
    heavy = {group: plain if hues or group == "other" else bold for group in GROUPS}
    first = {group: colours[group] + _UNDERLINES[group] + heavy[group] for group in GROUPS}
    later = {group: colours[group] if hues else _UNDERLINES[group] for group in GROUPS}
    # A dim hue of sixteen is hard to read in running text (2.6 : 1 for a usual blue): unsure names are then as light as
    # later ones, and never underlined.
    unsure = {group: later[group] if hues else later[group] + dim for group in GROUPS}
    for group in GROUPS:
        styles[f"legend_{group}"] = styles[f"name_{group}"] = first[group]
    return Palette(styles, first, later, unsure, letters=not hues)


def _next_to(colour: str) -> str:
    """The colour, different by what no eye sees.

    The last cell of a line has it: whoever records a screen line by line (tmux capture-pane and what is built on
    it) leaves out attributes that have not changed since the line before, and the ground would be lost.
    """
    triplet = Color.parse(colour).get_truecolor()
    return triplet._replace(blue=triplet.blue + 1 if triplet.blue < 255 else 254).hex


def _blend(colour: str, towards: str, share: float) -> str:
    """A colour on the way from one to the other, 0.0 to 1.0."""
    start, end = Color.parse(colour).get_truecolor(), Color.parse(towards).get_truecolor()
    mixed = ColorTriplet(*(round(a + (b - a) * share) for a, b in zip(start, end, strict=True)))
    return mixed.hex
