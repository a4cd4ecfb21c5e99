"""The keymaps to choose from: `vim` is the keys the actions name themselves, the others say where they differ.

A person who comes from newsboat should find its keys, and one who never met a modal editor should need no
letters at all; but no reader should have to write sixty lines of configuration first.
"""

from collections.abc import Mapping, Sequence

from tui.actions import ACTIONS

Bindings = Mapping[str, tuple[str, ...]]
"""The keys of each action, by its id."""

DEFAULT = "vim"

# newsboat's own defaults (newsboat.org/releases/2.44/docs/newsboat.html, "Keys"): j and k go from feed to feed,
# J and K from article to article, and the arrows move; g and G sort.
_NEWSBOAT: Bindings = {
    "down": ("down",), "up": ("up",), "left": ("left",), "right": ("right",), "top": ("home",), "bottom": ("end",),
    "next_source": ("j", "ctrl+n"), "previous_source": ("k", "ctrl+p"), "next_article": ("J",),
    "previous_article": ("K",), "body_down": ("alt+down",), "body_up": ("alt+up",), "keep": ("ctrl+k",),
    "toggle_read": ("N",), "export": ("s", "ctrl+e"), "export_list": ("S",), "star": ("*",), "toggle_unread": ("l",),
    "sort_newest": ("g d",), "sort_oldest": ("G d",), "sort_title": ("g t",), "sort_source": ("g a",),
    "sort_longest": ("g l",), "sort_shortest": ("G l",), "show_all": ("v a",), "show_unread": ("v u",),
    "show_starred": ("v s",), "show_later": ("v +",), "filter": ("/", "F"), "where_else": ("w",),
    "move": ("V",), "palette": ("f2",), "undo": ("ctrl+z",), "redo": ("ctrl+y",),
}

# Nothing that a person who types text would hit by accident: signs, arrows, function keys, and Ctrl with a letter.
_ARROWS: Bindings = {
    "next_unread": ("ctrl+n",), "previous_unread": ("ctrl+b",),
    "next_article": ("ctrl+pagedown", ")"), "previous_article": ("ctrl+pageup", "("), "top": ("home",),
    "half_page_down": (), "half_page_up": (), "toggle_read": ("ctrl+t",), "star": ("ctrl+s",),
    "mark_all_read": ("ctrl+a",), "undo": ("ctrl+z",), "redo": ("ctrl+y",), "show_all": ("1",), "show_unread": ("2",),
    "show_starred": ("3",), "show_later": ("4",), "tag": ("ctrl+l",),
    "toggle_unread": ("ctrl+u",), "filter": ("/", "ctrl+f"), "next_name": ("ctrl+down",),
    "previous_name": ("ctrl+up",), "toggle_names": ("f7",), "names": ("f3",),
    "world": ("f6",), "pictures": ("f2",), "set_aside": ("f4",), "zen": ("f11",),
    "open_url": ("ctrl+o",), "copy_url": ("ctrl+c",), "export": ("ctrl+e",), "add": ("insert",), "refresh": ("f5",),
    "refresh_all": ("ctrl+r",), "keep": ("ctrl+k",), "dense": ("f8",), "theme": ("f9",), "close": ("ctrl+w",),
    "quit": ("ctrl+q",), "move": ("f12",), "copies": ("ctrl+g",), "mute": ("ctrl+x",), "help": ("f1", "?"),
}

_DIFFERENCES: Mapping[str, Bindings] = {DEFAULT: {}, "newsboat": _NEWSBOAT, "arrows": _ARROWS}

PRESETS: Sequence[str] = tuple(_DIFFERENCES)

WITHOUT_COUNTS = frozenset({"arrows"})
"""Presets in which digits are keys like others, not the beginning of `5j`."""


def preset(name: str) -> Bindings:
    """The keys of a preset, for every action."""
    own: Bindings = {action.id: action.keys for action in ACTIONS}
    if name in WITHOUT_COUNTS:
        own = {identity: tuple(key for key in keys if not _has_letters(key)) for identity, keys in own.items()}
    known = {identity: keys for identity, keys in _DIFFERENCES[name].items() if identity in own}
    return rebound(own, known)


def rebound(bindings: Bindings, changes: Bindings) -> Bindings:
    """The bindings with other keys for some actions.

    A key that is given to an action is taken from all others, and so is one that could not be told from it: who
    binds `g` has no `g g` any more.
    """
    taken = [sequence(key) for keys in changes.values() for key in keys]
    found: dict[str, tuple[str, ...]] = {}
    for identity, keys in bindings.items():
        free = tuple(key for key in keys if not any(clash(sequence(key), other) for other in taken))
        found[identity] = changes.get(identity, free)
    return found


def sequence(key: str) -> tuple[str, ...]:
    """The single keys of a chord: ("g", "g") for "g g"."""
    return tuple(key.split(" "))


def clash(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """One of them is the other, or its beginning: whoever presses it cannot have meant both."""
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def _has_letters(key: str) -> bool:
    return any(len(part) == 1 and part.isalpha() for part in key.split(" "))
