"""Names: from one to the next, who they are, and where else they are named."""

from tui.actions.action import Action, Situation, needs_article, needs_articles


def needs_names(situation: Situation) -> str | None:
    if not situation.article:
        return "No article is open."
    if situation.as_it_came:
        return "Names are marked in the article; X goes back to it."
    return None if situation.names else "This article names nobody and nothing."


def needs_a_name(situation: Situation) -> str | None:
    reason = needs_names(situation)
    if reason is not None or situation.name:
        return reason
    return "Go to a name first: ]e finds the next one."


NAMES: tuple[Action, ...] = (
    Action("next_name", ("] e", "ctrl+down"), "Next name", "The next person, organisation or place in the text.",
           {"body": 3}, "next name", needs_names, counted=True),
    Action("previous_name", ("[ e", "ctrl+up"), "Previous name", "The previous one.",
           why_not=needs_names, counted=True),
    Action("card", ("enter",), "Who is this", "The card of the name that was gone to: who, since when, where.",
           {"body": 4}, "who is this", needs_a_name, special=True),
    Action("where_else", ("*",), "Where else", "Every article of the library that mentions this name; Esc goes back.",
           {"body": 5}, "where else", needs_a_name),
    Action("names", ("i",), "Names", "The names of the article, of the library, this week's new and the watched ones."),
    Action("toggle_names", ("I",), "Which names are marked", "All names, one kind of them, or none.",
           why_not=needs_article),
    Action("world", ("W",), "Map of its places", "The places that the article names, on a map of the world.",
           why_not=needs_names),
    Action("world_of_list", ("g W",), "Map of the list", "The places that the articles of the list name, on a map.",
           why_not=needs_articles),
)
