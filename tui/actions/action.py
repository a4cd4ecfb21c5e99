"""What an action is, and the moment it depends on. The actions themselves stand in the files beside this one.

An action knows when it cannot be taken and says why; a key that does nothing without a word teaches a reader
that keys do nothing.
"""

from collections.abc import Callable, Mapping
from typing import Literal

from msgspec import Struct, field

Pane = Literal["sources", "articles", "body"]
Row = Literal["source", "folder", "tag", "saved", "view"]


class Situation(Struct, frozen=True):
    """What an action may depend on, at this moment."""

    pane: Pane = "articles"
    """The pane that has the keyboard."""
    article: bool = True
    """An article is open."""
    articles: bool = True
    """The list has at least one row."""
    url: bool = True
    """The open article has an address."""
    names: bool = True
    """The open article names anything."""
    name: bool = True
    """One of the names was gone to and is in sight."""
    as_it_came: bool = False
    """The body shows the page as it came, not the article."""
    undoable: bool = True
    """There is a change to take back."""
    redoable: bool = True
    """There is a change that was taken back."""
    recording: bool = False
    """The keys are being remembered as a macro."""
    temporary: bool = False
    """The library is gone with the session: `newsreader PATH …`."""
    refreshable: bool = True
    """The selected row of the sources is, belongs to or holds sources that can be read again."""
    row: Row = "source"
    """What the selected row of the sources is."""
    mutes: bool = True
    """Something is muted."""
    copies: bool = True
    """Other articles of the library tell the same text."""
    marked: bool = True
    """A part of the text is marked."""
    searching: bool = True
    """Words are being looked for in the text."""
    headings: bool = True
    """The text has headings."""
    links: bool = True
    """The text has links."""
    link: bool = True
    """One of them was gone to and is in sight."""
    figures: bool = True
    """The article has pictures, or tells of some."""
    taught: bool = True
    """There are rules for sites."""
    home: bool = True
    """There is a library of the reader's own to keep pages in."""


Why = Callable[[Situation], str | None]
"""Why an action is not available, as a sentence; None: it is."""


class Action(Struct, frozen=True):
    id: str
    """`action_<id>` of the reader's screen does it."""
    keys: tuple[str, ...]
    """How it is asked for; the keys of a chord are parted by a space ("g g"). keymaps.py has the names."""
    name: str
    help: str
    """One sentence for the help screen."""
    footer: Mapping[Pane, int] = field(default_factory=dict)
    """Where the footer shows it, and in which order."""
    label: str = ""
    """The footer's word for it; "": the name in lower case."""
    why_not: Why = lambda situation: None
    special: bool = False
    """It is there in few situations only, and then it goes before other actions on the same key."""
    counted: bool = False
    """A number typed before its key says how often, or how far."""
    takes_key: bool = False
    """One more key belongs to it, whichever it is: the letter of a macro."""


def needs_article(situation: Situation) -> str | None:
    return None if situation.article else "No article is open."


def needs_articles(situation: Situation) -> str | None:
    return None if situation.articles else "The list is empty."
