"""Read, unread, starred, tagged, kept for later. Each of these can be taken back, so none of them asks first."""

from tui.actions.action import Action, Situation, needs_articles


def needs_undo(situation: Situation) -> str | None:
    return None if situation.undoable else "Nothing to undo."


def needs_redo(situation: Situation) -> str | None:
    return None if situation.redoable else "Nothing was taken back."


MARKING: tuple[Action, ...] = (
    Action("toggle_read", ("m",), "Read or unread", "Mark the article read, or unread again.", {"articles": 5},
           "mark read", needs_articles),
    Action("star", ("s", "."), "Star", "Star the article, or take the star away.", {"articles": 6, "body": 6}, "star",
           needs_articles),
    Action("later", ("+",), "Read later", "Put the article on the list to read later, or take it off.",
           why_not=needs_articles, counted=True),
    Action("tag", ("t",), "Tag", "Give the article tags; each is a list beside the sources.", why_not=needs_articles,
           counted=True),
    Action("mark_all_read", ("A",), "Mark all read", "Mark the whole list read.", why_not=needs_articles),
    Action("mark_above_read", ("M",), "Mark above read", "Mark every article above this one read.",
           why_not=needs_articles),
    Action("undo", ("u",), "Undo", "Take back the last change.", why_not=needs_undo, counted=True),
    Action("redo", ("ctrl+r",), "Redo", "Do again what was taken back.", why_not=needs_redo, counted=True),
)
