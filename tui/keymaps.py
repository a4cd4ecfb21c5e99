"""From keys pressed to actions: chords of several keys, counts before them, and how keys are written.

Textual binds single keys; `g g`, `] e` and `5 j` need a memory of what was pressed before. It is one small value
here, and the screen asks it for every key, so that no widget swallows half of a chord.

Keys are named as they are typed where they print ("j", "J", "]", "?"), else by Textual's name ("down",
"ctrl+d", "space", "shift+tab").
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from tui.actions import ACTIONS, BY_ID, Action, Situation
from tui.presets import DEFAULT, PRESETS, WITHOUT_COUNTS, Bindings, preset, sequence

Keymap = Mapping[tuple[str, ...], tuple[Action, ...]]
"""Key sequences and what they do. Two actions on one key are tried in order: the first one available is
meant."""

LONGEST_COUNT = 6
"""Digits of a count: a million rows are more than any list has."""
_SHOWN = {
    "space": "Space", "enter": "Enter", "escape": "Esc", "backspace": "Bksp", "down": "↓", "up": "↑", "left": "←",
    "right": "→", "pagedown": "PgDn", "pageup": "PgUp", "home": "Home", "end": "End", "tab": "Tab",
    "shift+tab": "S-Tab", "insert": "Ins", "delete": "Del",
}
_MODIFIERS = {"ctrl": "C", "alt": "A", "shift": "S"}


class Keys(Struct, frozen=True):
    """A keymap: which keys ask for which action."""

    bindings: Bindings
    sequences: Keymap
    counts: bool
    """Digits before a key say how often."""

    def of(self, action: Action) -> tuple[str, ...]:
        """The keys of an action, the one to be shown first; () when it has none."""
        return self.bindings.get(action.id, ())

    def word(self, action_id: str) -> str:
        """How a sentence names the way to an action: its first key, or what the command line calls it."""
        keys = self.of(BY_ID[action_id])
        return shown(keys[0]) if keys else f":{action_id.replace('_', '-')}"

    def after(self, begun: tuple[str, ...]) -> list[tuple[str, tuple[Action, ...]]]:
        """How a chord that has begun may go on: the rest of the keys, and what they do, as the registry has it."""
        found = [(" ".join(keys[len(begun):]), actions) for keys, actions in self.sequences.items()
                 if keys[:len(begun)] == begun and len(keys) > len(begun)]
        order = {action.id: place for place, action in enumerate(ACTIONS)}
        return sorted(found, key=lambda entry: order[entry[1][0].id])


class Typed(Struct, frozen=True):
    """The beginning of a command, of which more keys are awaited."""

    count: str = ""
    """The digits so far."""
    keys: tuple[str, ...] = ()
    """The keys of a chord so far."""
    awaits_any: tuple[Action, ...] = ()
    """Actions to which any one key is still to be given."""


class Pressed(Struct, frozen=True):
    """What a key did: the actions it asks for, or a beginning that waits for more; neither: it means nothing."""

    actions: tuple[Action, ...] = ()
    count: int | None = None
    """How often; None: no count was typed."""
    argument: str = ""
    """The key that was given to an action which takes one."""
    typed: Typed = Typed()


def keymap(bindings: Bindings | None = None, *, counts: bool = True) -> Keys:
    """A keymap from the keys of each action; the default one without."""
    bindings = preset(DEFAULT) if bindings is None else bindings
    found: dict[tuple[str, ...], tuple[Action, ...]] = {}
    for action in ACTIONS:
        for key in bindings.get(action.id, ()):
            others = found.get(sequence(key), ())
            found[sequence(key)] = (action, *others) if action.special else (*others, action)
    return Keys(bindings, found, counts)


def keymap_of(name: str) -> Keys:
    """The keymap of a preset."""
    return keymap(preset(name), counts=name not in WITHOUT_COUNTS)


def press(key: str, typed: Typed, keys: Keys) -> Pressed:
    """What the key does after those that were typed.

    A chord that breaks off is forgotten and its last key counts for itself, so that `g j` moves down.
    """
    count = int(typed.count) if typed.count else None
    if key == "escape" and typed != Typed():
        return Pressed()
    if typed.awaits_any:
        return Pressed(typed.awaits_any, count, key)
    if not typed.keys and _counts(key, typed, keys):
        return Pressed(typed=Typed((typed.count + key)[-LONGEST_COUNT:]))
    for pressed in ((*typed.keys, key), (key,)):
        actions = keys.sequences.get(pressed, ())
        if any(action.takes_key for action in actions):
            return Pressed(typed=Typed(typed.count, pressed, actions))
        if actions:
            return Pressed(actions, count)
        if any(known[:len(pressed)] == pressed for known in keys.sequences):
            return Pressed(typed=Typed(typed.count, pressed))
    return Pressed()


def _counts(key: str, typed: Typed, keys: Keys) -> bool:
    """The key is a digit of a count: where digits count, no key is bound to it, and it is no 0 to begin with."""
    is_digit = keys.counts and len(key) == 1 and key in "0123456789"
    return is_digit and (key,) not in keys.sequences and (bool(typed.count) or key != "0")


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
    """Every key of every preset as a Markdown table, for README."""
    maps = [keymap_of(name) for name in PRESETS]
    rows = [f"| What it does | {' | '.join(PRESETS)} |", "|---" * (len(PRESETS) + 1) + "|"]
    for action in ACTIONS:
        keys = [" ".join(map(_code, keys.of(action))) for keys in maps]
        if any(keys):
            rows.append(f"| {action.help} | {' | '.join(keys)} |")
    return "\n".join(rows) + "\n"


def _code(key: str) -> str:
    return f"`{shown(key).replace('|', chr(92) + '|')}`"
