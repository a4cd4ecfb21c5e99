"""Where articles come from. None of them waits: the pages arrive while one reads."""

from tui.actions.action import Action, Situation


def needs_library(situation: Situation) -> str | None:
    return "These pages were only opened: start newsreader without a path to add sources." \
        if situation.temporary else None


def needs_source(situation: Situation) -> str | None:
    return None if situation.refreshable else "Select a source first."


def needs_own_row(situation: Situation) -> str | None:
    if situation.pane == "sources" and situation.row == "view":
        return "This row is always there."
    return None if situation.pane == "sources" else "Go to the sources, and to the one to remove."


def needs_named(situation: Situation) -> str | None:
    return needs_own_row(situation) if situation.pane == "sources" else needs_source(situation)


def needs_folder_row(situation: Situation) -> str | None:
    return None if situation.pane == "sources" and situation.row == "folder" else "Go to the sources, and to a folder."


SOURCES: tuple[Action, ...] = (
    Action("add", ("a",), "Add", "Add a file or a folder to the library.", {"sources": 4, "articles": 8}, "add",
           needs_library),
    Action("refresh", ("r", "f5"), "Refresh", "Read the selected source again.", {"sources": 5, "articles": 9},
           "refresh", needs_source),
    Action("remove_source", ("delete",), "Remove a source or tag",
           "Take the source out of the library; asks first. Folder, tag or saved list go at once.",
           why_not=needs_own_row),
    Action("move", ("F",), "Into a folder", "Put the source, or the folder, into a folder: World/Europe.",
           why_not=needs_source),
    Action("rename", ("C", "f2"), "Rename", "Another name for the source, folder, tag or saved list.",
           why_not=needs_named),
    Action("toggle_fold", ("space",), "Fold or unfold", "Hide or show what is in the folder.", {"sources": 0}, "fold",
           needs_folder_row, special=True),
    Action("refresh_all", ("R",), "Refresh all", "Read every source again."),
)
