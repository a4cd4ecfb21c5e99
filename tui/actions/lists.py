"""Which articles a list shows. A list that cannot be narrowed is a list that nobody finishes."""

from tui.actions.action import Action

LISTS: tuple[Action, ...] = (
    Action("toggle_unread", ("U",), "Unread only, or all", "Show unread articles only, or read ones as well."),
    Action("show_all", ("g a",), "All articles", "Show read and unread articles."),
    Action("show_unread", ("g u",), "Unread articles", "Show unread articles only."),
    Action("show_starred", ("g s",), "Starred articles", "Show starred articles only."),
)
