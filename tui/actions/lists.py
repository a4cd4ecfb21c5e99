"""Which articles a list shows. A list that cannot be narrowed is a list that nobody finishes."""

from tui.actions.action import Action, Situation, needs_articles


def needs_a_list(situation: Situation) -> str | None:
    return "The list is filtered, not the text." if situation.pane == "body" else None


def needs_copies(situation: Situation) -> str | None:
    return needs_articles(situation) or (None if situation.copies else "No other article here tells the same text.")


def needs_mutes(situation: Situation) -> str | None:
    return None if situation.mutes else "Nothing is muted."


LISTS: tuple[Action, ...] = (
    Action("toggle_unread", ("U",), "Unread only, or all", "Show unread articles only, or read ones as well."),
    Action("show_all", ("g a",), "All articles", "Show read and unread articles."),
    Action("show_unread", ("g u",), "Unread articles", "Show unread articles only."),
    Action("show_starred", ("g s",), "Starred articles", "Show starred articles only."),
    Action("show_later", ("g +",), "Read later", "Go to the list of what is to be read later."),
    Action("filter", ("/",), "Filter the list", "Only articles whose title or publisher has some words; Esc shows all.",
           {"articles": 10}, "filter", needs_a_list),
    Action("copies", ("c",), "Copies", "The articles that tell the same text, where the row says ×3; Esc goes back.",
           {"articles": 0}, "copies", needs_copies, special=True),
    Action("save_list", ("B",), "Save this list", "Keep the list, with what narrows it, beside the sources."),
    Action("mute", ("x",), "Mute", "Leave articles out of lists by words or a query, now and in what comes."),
    Action("mutes", ("g x",), "What is muted", "Each word and query that mutes, what it hides, and a way to remove it.",
           why_not=needs_mutes),
    Action("sort_newest", ("S n",), "Newest first", "Sort lists by date, the newest article first."),
    Action("sort_oldest", ("S o",), "Oldest first", "Sort lists by date, the oldest article first."),
    Action("sort_source", ("S p",), "By publisher", "Sort lists by publisher."),
    Action("sort_title", ("S t",), "By title", "Sort lists by title."),
    Action("sort_longest", ("S l",), "Longest first", "Sort lists by length, the longest article first."),
    Action("sort_shortest", ("S s",), "Shortest first", "Sort lists by length, the shortest article first."),
    Action("dense", ("Z",), "One line or more", "Give an article of the list one line, or its title and facts."),
)
