"""Which articles a list shows. A list that cannot be narrowed is a list that nobody finishes."""

from tui.actions.action import Action

LISTS: tuple[Action, ...] = (
    Action("show_all", ("1",), "All articles", "Show read and unread articles."),
    Action("show_unread", ("2",), "Unread articles", "Show unread articles only."),
    Action("show_starred", ("3",), "Starred articles", "Show starred articles only."),
)
