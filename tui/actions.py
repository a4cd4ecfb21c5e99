"""Every action a reader can take, once: its keys, its name, its help, and when it is not there to be taken.

Keys, footer, help screen, command palette and README's key table all derive from ACTIONS. Written down twice,
they would part within a week: a footer that promises a key which does nothing.
"""

from collections.abc import Callable, Mapping
from typing import Literal

from msgspec import Struct, field

Pane = Literal["sources", "articles", "body"]


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
    as_it_came: bool = False
    """The body shows the page as it came, not the article."""
    undoable: bool = True
    """There is a change of state to take back."""
    temporary: bool = False
    """The library is gone with the session: `newsreader PATH …`."""
    refreshable: bool = True
    """The selected row of the sources is, or belongs to, a source that can be read again."""
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
    group: str
    footer: Mapping[Pane, int] = field(default_factory=dict)
    """Where the footer shows it, and in which order."""
    label: str = ""
    """The footer's word for it; "": the name in lower case."""
    why_not: Why = lambda situation: None


ON_THE_ARTICLE = frozenset({"set_aside", "export", "open_url", "copy_url", "keep"})
"""Actions on the open article: they wait for the one that the cursor has just reached."""


def _needs_article(situation: Situation) -> str | None:
    return None if situation.article else "No article is open."


def _needs_articles(situation: Situation) -> str | None:
    return None if situation.articles else "The list is empty."


def _needs_url(situation: Situation) -> str | None:
    if not situation.article:
        return "No article is open."
    return None if situation.url else "This page names no address."


def _needs_names(situation: Situation) -> str | None:
    if not situation.article:
        return "No article is open."
    if situation.as_it_came:
        return "Names are marked in the article; X goes back to it."
    return None if situation.names else "This article names nobody and nothing."


def _needs_undo(situation: Situation) -> str | None:
    return None if situation.undoable else "Nothing to undo."


def _needs_temporary(situation: Situation) -> str | None:
    if not situation.temporary:
        return "Every page here is kept already."
    if not situation.home:
        return "There is no library to keep it in."
    return _needs_article(situation)


def _needs_library(situation: Situation) -> str | None:
    return "These pages were only opened: start newsreader without a path to add sources." \
        if situation.temporary else None


def _needs_source(situation: Situation) -> str | None:
    return None if situation.refreshable else "Select a source first."


MOVING, READING, MARKING, LISTS, PAGES, SOURCES, PROGRAM = (
    "Moving", "Reading", "Read and starred", "Lists", "Taking it elsewhere", "Sources", "The program",
)

ACTIONS: tuple[Action, ...] = (
    Action("down", ("j", "down"), "Down", "Next row, or a line down in the body.", MOVING,
           {"sources": 1, "articles": 2, "body": 2}, "move"),
    Action("up", ("k", "up"), "Up", "Previous row, or a line up in the body.", MOVING),
    Action("left", ("h", "left"), "Left", "The pane on the left; in the sources: fold.", MOVING,
           {"body": 5}, "back"),
    Action("right", ("l", "right"), "Right", "The pane on the right; in the sources: unfold first.", MOVING),
    Action("next_pane", ("tab",), "Next pane", "The next pane, round and round.", MOVING),
    Action("previous_pane", ("shift+tab",), "Previous pane", "The previous pane.", MOVING),
    Action("top", ("g g", "home"), "Top", "First row or line.", MOVING),
    Action("bottom", ("G", "end"), "Bottom", "Last row or line.", MOVING),
    Action("half_page_down", ("ctrl+d",), "Half a page down", "Half a page down.", MOVING),
    Action("half_page_up", ("ctrl+u",), "Half a page up", "Half a page up.", MOVING),
    Action("page_down", ("pagedown",), "Page down", "A page down.", MOVING),
    Action("page_up", ("pageup",), "Page up", "A page up.", MOVING),
    Action("read_on", ("space",), "Read on", "A page down in the body; at its end the next unread article.",
           READING, {"articles": 1, "body": 1}, "read on", _needs_article),
    Action("page_back", ("b",), "Page back", "A page up in the body.", READING, why_not=_needs_article),
    Action("body_down", ("J", "alt+down"), "Scroll body down",
           "Scroll the body, whichever pane has the keyboard.",
           READING, why_not=_needs_article),
    Action("keep", ("K",), "Keep page", "Keep this page in the library (it was only opened).", PAGES,
           {"articles": 3, "body": 3}, "keep", _needs_temporary),
    Action("body_up", ("alt+up", "K"), "Scroll body up",
           "Scroll the body up (K keeps the page instead where pages were only opened).", READING,
           why_not=_needs_article),
    Action("next_unread", ("n",), "Next unread", "The next unread article of the list.", READING,
           {"articles": 4}, "next unread", _needs_articles),
    Action("previous_unread", ("p",), "Previous unread", "The previous unread article of the list.", READING,
           why_not=_needs_articles),
    Action("open", ("enter",), "Open", "Go on to the articles of a source, or into the article.", READING,
           {"sources": 2}, "open"),
    Action("back", ("escape", "backspace"), "Back", "Close what is open on top, else the pane on the left.",
           READING),
    Action("next_name", ("] e", "ctrl+down"), "Next name",
           "The next person, organisation or place in the text.",
           READING, {"body": 3}, "next name", _needs_names),
    Action("previous_name", ("[ e", "ctrl+up"), "Previous name", "The previous one.", READING,
           why_not=_needs_names),
    Action("toggle_names", ("I",), "Marks on or off", "Show or hide the marks of names.", READING,
           why_not=_needs_article),
    Action("set_aside", ("X",), "What was set aside",
           "The page as it came: what the article leaves out, dimmed, and what each piece was taken for.",
           READING, {"body": 4}, "set aside", _needs_article),
    Action("zen", ("z", "f11"), "Only the text", "Hide everything but the body.",
           READING, why_not=_needs_article),
    Action("narrower", ("<",), "Narrower text", "Shorter lines.", READING),
    Action("wider", (">",), "Wider text", "Longer lines.", READING),
    Action("toggle_read", ("m",), "Read or unread", "Mark the article read, or unread again.", MARKING,
           {"articles": 5}, "mark read", _needs_articles),
    Action("star", ("s",), "Star", "Star the article, or take the star away.", MARKING,
           {"articles": 6, "body": 6}, "star", _needs_articles),
    Action("mark_all_read", ("A",), "Mark all read", "Mark the whole list read.",
           MARKING, why_not=_needs_articles),
    Action("mark_above_read", ("M",), "Mark above read", "Mark every article above this one read.", MARKING,
           why_not=_needs_articles),
    Action("undo", ("u",), "Undo", "Take back the last change of read or starred.",
           MARKING, why_not=_needs_undo),
    Action("show_all", ("1",), "All articles", "Show read and unread articles.", LISTS),
    Action("show_unread", ("2",), "Unread articles", "Show unread articles only.", LISTS),
    Action("show_starred", ("3",), "Starred articles", "Show starred articles only.", LISTS),
    Action("open_url", ("o",), "Open in the browser", "Open the page's address in the browser.", PAGES,
           why_not=_needs_url),
    Action("copy_url", ("y",), "Copy address", "Copy the page's address, or its title when it names none.",
           PAGES,
           why_not=_needs_article),
    Action("export", ("e", "ctrl+e"), "Export", "Write the article as a Markdown file.", PAGES,
           {"articles": 7, "body": 7}, "export", _needs_article),
    Action("export_list", ("E",), "Export list", "Write every article of the list as a Markdown file.", PAGES,
           why_not=_needs_articles),
    Action("add", ("a",), "Add", "Add a file or a folder to the library.", SOURCES,
           {"sources": 4, "articles": 8}, "add", _needs_library),
    Action("refresh", ("r", "f5"), "Refresh", "Read the selected source again.", SOURCES,
           {"sources": 5, "articles": 9}, "refresh", _needs_source),
    Action("refresh_all", ("R", "ctrl+r"), "Refresh all", "Read every source again.", SOURCES),
    Action("help", ("?", "f1"), "Help", "Every key.", PROGRAM, {"sources": 99, "articles": 99, "body": 99},
           "all keys"),
    Action("palette", ("ctrl+p",), "Commands", "Search all actions by name.", PROGRAM),
    Action("theme_dark", (), "Theme: dark", "Light text on a dark ground.", PROGRAM),
    Action("theme_light", (), "Theme: light", "Dark text on a light ground.", PROGRAM),
    Action("theme_terminal", (), "Theme: the terminal's colours",
           "The sixteen colours your terminal is set to.",
           PROGRAM),
    Action("close", ("q",), "Close", "Close what is open on top; quit when nothing is.", PROGRAM,
           {"sources": 7}, "quit"),
    Action("quit", ("Q", "ctrl+q"), "Quit", "Quit at once. Your place is kept.", PROGRAM),
)

BY_ID: Mapping[str, Action] = {action.id: action for action in ACTIONS}
FOOTER_KEYS = 8
"""At most so many keys in the footer: more are not read (see landscape.md, the footers people praise)."""


def footer(situation: Situation) -> list[Action]:
    """The actions the footer shows here: those that work, in order, FOOTER_KEYS at most; the last one is help."""
    found = [action for action in ACTIONS if situation.pane in action.footer]
    found = [action for action in found if action.why_not(situation) is None]
    *others, last = sorted(found, key=lambda action: action.footer[situation.pane])
    return [*others[:FOOTER_KEYS - 1], last]


def groups() -> dict[str, list[Action]]:
    """The actions by group, both in the order of ACTIONS."""
    grouped: dict[str, list[Action]] = {}
    for action in ACTIONS:
        grouped.setdefault(action.group, []).append(action)
    return grouped
