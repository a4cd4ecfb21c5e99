"""From keys pressed to actions: the names of keys, how they are shown, and chords of several keys.

Textual binds single keys; `g g` and `] e` need a memory of what was pressed before. It is one small value
here, and the screen asks it for every key, so that no widget swallows half of a chord.

Keys are named as they are typed where they print ("j", "J", "]", "?"), else by Textual's name ("down",
"ctrl+d", "space", "shift+tab").
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from tui.actions import ACTIONS, Action, Situation

Keymap = Mapping[tuple[str, ...], tuple[Action, ...]]
"""Key sequences and what they do. Two actions on one key are tried in order: the first one available is
meant."""

_SHOWN = {
    "space": "Space", "enter": "Enter", "escape": "Esc", "backspace": "Bksp", "down": "↓", "up": "↑", "left": "←",
    "right": "→", "pagedown": "PgDn", "pageup": "PgUp", "home": "Home", "end": "End", "tab": "Tab",
    "shift+tab": "S-Tab",
}
_MODIFIERS = {"ctrl": "C", "alt": "A", "shift": "S"}


class Pressed(Struct, frozen=True):
    """What a key did: the actions it asks for, or keys that wait for more; neither: it means nothing."""

    actions: tuple[Action, ...] = ()
    pending: tuple[str, ...] = ()


def keymap(actions: Sequence[Action] = ACTIONS) -> Keymap:
    """The default keys."""
    found: dict[tuple[str, ...], tuple[Action, ...]] = {}
    for action in actions:
        for key in action.keys:
            sequence = tuple(key.split(" "))
            others = found.get(sequence, ())
            found[sequence] = (action, *others) if action.special else (*others, action)
    return found


def press(key: str, pending: tuple[str, ...], keys: Keymap) -> Pressed:
    """What the key does after those that are pending.

    A chord that breaks off is forgotten and its last key counts for itself, so that `g j` moves down.
    """
    for sequence in ((*pending, key), (key,)):
        if sequence in keys:
            return Pressed(actions=keys[sequence])
        if any(known[:len(sequence)] == sequence for known in keys):
            return Pressed(pending=sequence)
    return Pressed()


def chosen(actions: Sequence[Action], situation: Situation) -> tuple[Action, str | None]:
    """The action that is meant, and why it cannot be done (None: it can)."""
    reasons = [action.why_not(situation) for action in actions]
    for action, reason in zip(actions, reasons, strict=True):
        if reason is None:
            return action, None
    return actions[-1], reasons[-1]


def key_name(key: str, character: str | None) -> str:
    """Our name of a key that Textual reports as `key`, typing `character`."""
    if character is not None and len(character) == 1 and character.isprintable() and character != " ":
        return character
    return key


def shown(key: str) -> str:
    """A key as the footer and the help screen write it: "gg", "C-d", "A-↓", "space"."""
    return "".join(_shown_one(part) for part in key.split(" "))


def _shown_one(key: str) -> str:
    if key in _SHOWN:
        return _SHOWN[key]
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    if not modifiers:
        return last.upper() if last.startswith("f") and last[1:].isdigit() else last
    return "-".join([*(_MODIFIERS[modifier] for modifier in modifiers), _SHOWN.get(last, last)])


def key_table() -> str:
    """Every key as a Markdown table, for README."""
    rows = ["| Keys | What they do |", "|---|---|"]
    for action in ACTIONS:
        if action.keys:
            keys = " ".join(f"`{shown(key).replace('|', chr(92) + '|')}`" for key in action.keys)
            rows.append(f"| {keys} | {action.help} |")
    return "\n".join(rows) + "\n"
