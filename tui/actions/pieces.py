"""The page as it came, piece by piece: what a reader teaches about a site.

These keys mean something else elsewhere (k is up), so they are there only while the page is shown and has the
keyboard.
"""

from tui.actions.action import Action, Situation


def needs_page(situation: Situation) -> str | None:
    if situation.as_it_came and situation.pane == "body":
        return None
    return "X shows the page as it came; there its pieces are kept and dropped."


def needs_rules(situation: Situation) -> str | None:
    return None if situation.taught else "Nothing has been taught yet: X, then k or d on a piece."


PIECES: tuple[Action, ...] = (
    Action("next_piece", ("j", "down", "J", "] p"), "Next piece", "In the page as it came: the next piece.",
           {"body": 0}, "next", needs_page, special=True, counted=True),
    Action("previous_piece", ("up", "K", "[ p"), "Previous piece",
           "In the page as it came: the previous piece (k keeps there).", {"body": 0}, "previous", needs_page,
           special=True, counted=True),
    Action("keep_piece", ("k", "+"), "Keep piece",
           "In the page as it came: this piece, and what is like it on the site's pages, belongs to the article.",
           {"body": 0}, "keep", needs_page, special=True),
    Action("drop_piece", ("d", "-"), "Drop piece",
           "In the page as it came: this piece, and what is like it on the site's pages, is left out.",
           {"body": 0}, "drop", needs_page, special=True),
    Action("rules", ("g X",), "What was taught", "The rules for sites, each in words; there they can be removed.",
           why_not=needs_rules),
)
