"""The keyboard's way through the panes.

Without one meaning for each of these keys in every pane, a reader would have to look where the cursor is
before pressing any.
"""

from tui.actions.action import Action, needs_articles

MOVING: tuple[Action, ...] = (
    Action("down", ("j", "down"), "Down", "Next row, or a line down in the body.",
           {"sources": 1, "articles": 2, "body": 2}, "move", counted=True),
    Action("up", ("k", "up"), "Up", "Previous row, or a line up in the body.", counted=True),
    Action("left", ("h", "left"), "Left", "The pane on the left; in the sources: fold.", {"body": 5}, "back"),
    Action("right", ("l", "right"), "Right", "The pane on the right; in the sources: unfold first."),
    Action("next_pane", ("tab",), "Next pane", "The next pane, round and round."),
    Action("previous_pane", ("shift+tab",), "Previous pane", "The previous pane."),
    Action("top", ("g g", "home"), "Top", "First row or line; after a number, that one.", counted=True),
    Action("bottom", ("G", "end"), "Bottom", "Last row or line; after a number, that one.", counted=True),
    Action("half_page_down", ("ctrl+d",), "Half a page down", "Half a page down.", counted=True),
    Action("half_page_up", ("ctrl+u",), "Half a page up", "Half a page up.", counted=True),
    Action("page_down", ("pagedown",), "Page down", "A page down.", counted=True),
    Action("page_up", ("pageup",), "Page up", "A page up.", counted=True),
    Action("next_article", (")",), "Next article", "The next article of the list, whichever pane has the keyboard.",
           why_not=needs_articles, counted=True),
    Action("previous_article", ("(",), "Previous article", "The previous article of the list.", why_not=needs_articles,
           counted=True),
    Action("next_source", ("}",), "Next source", "The next row of the sources, whichever pane has the keyboard.",
           counted=True),
    Action("previous_source", ("{",), "Previous source", "The previous row of the sources.", counted=True),
    Action("divider_left", ("H", "ctrl+left"), "Divider to the left", "Move the line at the pane's right to the left.",
           counted=True),
    Action("divider_right", ("L", "ctrl+right"), "Divider to the right", "Move it to the right; a mouse pulls it too.",
           counted=True),
    Action("divider_reset", ("=",), "Dividers as they were", "Panes as wide as they were before they were moved."),
)
