"""The program itself: help, colours, the way out. Whoever knows only these finds all others."""

from tui.actions.action import Action, Situation


def needs_no_recording(situation: Situation) -> str | None:
    return "End the recording first." if situation.recording else None


PROGRAM: tuple[Action, ...] = (
    Action("help", ("?", "f1"), "Help", "Every key.", {"sources": 99, "articles": 99, "body": 99}, "all keys"),
    Action("palette", ("ctrl+p",), "Commands", "Search all actions by name."),
    Action("command_line", (":",), "Command line", "Type a command: any action by its name, or set, theme, add."),
    Action("theme", ("f9",), "Colours", "Try other colours, one after the other."),
    Action("reload_config", (), "Read the configuration again", "Read it again now; it is also read when it changes."),
    Action("close", ("q",), "Close", "Close what is open on top; quit when nothing is.", {"sources": 7}, "quit"),
    Action("quit", ("Q", "ctrl+q"), "Quit", "Quit at once. Your place is kept."),
    Action("record_macro", ('"',), "Record a macro",
           "Remember the keys that follow under a letter, until the same key ends it.", why_not=needs_no_recording,
           takes_key=True),
    Action("play_macro", (",",), "Play a macro",
           "Press the keys again that stand under a letter; pressed twice, the last macro.",
           why_not=needs_no_recording, counted=True, takes_key=True),
)
