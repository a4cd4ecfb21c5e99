"""Every action a reader can take, once: its keys, its name, its help, and when it is not there to be taken.

Keys, footer, help screen, command line, palette and README's key table all derive from ACTIONS. Written down
twice, they would part within a week: a footer that promises a key which does nothing.
"""

from collections.abc import Mapping

from tui.actions.action import Action, Pane, Situation, Why
from tui.actions.lists import LISTS
from tui.actions.marking import MARKING
from tui.actions.moving import MOVING
from tui.actions.names import NAMES
from tui.actions.pages import PAGES
from tui.actions.pieces import PIECES
from tui.actions.program import PROGRAM
from tui.actions.reading import READING
from tui.actions.selecting import SELECTING
from tui.actions.sources import SOURCES
from tui.actions.text import TEXT

__all__ = [
    "ACTIONS", "BY_ID", "FOOTER_KEYS", "GROUPS", "ON_THE_ARTICLE", "Action", "Pane", "Situation", "Why", "footer",
]

GROUPS: Mapping[str, tuple[Action, ...]] = {
    "Moving": MOVING, "Reading": READING, "In the text": TEXT, "Marked text": SELECTING,
    "Names": NAMES, "What was set aside": PIECES,
    "Read and starred": MARKING, "Lists": LISTS, "Taking it elsewhere": PAGES, "Sources": SOURCES,
    "The program": PROGRAM,
}
"""The actions by what they are for, in the order in which help shows them."""

ACTIONS: tuple[Action, ...] = tuple(action for actions in GROUPS.values() for action in actions)

BY_ID: Mapping[str, Action] = {action.id: action for action in ACTIONS}

ON_THE_ARTICLE = frozenset({"set_aside", "export", "open_url", "copy_url", "keep"})
"""Actions on the open article: they wait for the one that the cursor has just reached."""

FOOTER_KEYS = 8
"""At most so many keys in the footer: more are not read (see landscape.md, the footers people praise)."""


def footer(situation: Situation) -> list[Action]:
    """The actions the footer shows here: those that work, in order, FOOTER_KEYS at most; the last one is help."""
    found = [action for action in ACTIONS if situation.pane in action.footer]
    found = [action for action in found if action.why_not(situation) is None]
    taken = {key for action in found if action.special for key in action.keys}
    found = [action for action in found if action.special or action.keys[0] not in taken]
    *others, last = sorted(found, key=lambda action: action.footer[situation.pane])
    return [*others[:FOOTER_KEYS - 1], last]
