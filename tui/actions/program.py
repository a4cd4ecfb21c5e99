"""The program itself: help, colours, the way out. Whoever knows only these finds all others."""

from tui.actions.action import Action

PROGRAM: tuple[Action, ...] = (
    Action("help", ("?", "f1"), "Help", "Every key.", {"sources": 99, "articles": 99, "body": 99}, "all keys"),
    Action("palette", ("ctrl+p",), "Commands", "Search all actions by name."),
    Action("theme_dark", (), "Theme: dark", "Light text on a dark ground."),
    Action("theme_light", (), "Theme: light", "Dark text on a light ground."),
    Action("theme_terminal", (), "Theme: the terminal's colours", "The sixteen colours your terminal is set to."),
    Action("close", ("q",), "Close", "Close what is open on top; quit when nothing is.", {"sources": 7}, "quit"),
    Action("quit", ("Q", "ctrl+q"), "Quit", "Quit at once. Your place is kept."),
)
