"""What the reader of the news prefers: keymap, macros and settings, from the configuration file and from memory.

Everything is checked here, before anything is shown: a file with a mistake is answered with its line and the
nearest thing that exists, not with a screen that behaves strangely.
"""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from msgspec import Struct, field

from library.config_file import ConfigFile
from tui.actions import ACTIONS, BY_ID
from tui.keymaps import Keys, keymap
from tui.keynames import wrong_key
from tui.presets import DEFAULT, PRESETS, WITHOUT_COUNTS, Bindings, clash, preset, rebound, sequence
from tui.settings import BY_NAME, SETTINGS, Value, checked, typed

REMEMBERED = "screen."
"""Before the name of a setting that was changed while reading, in the library's small memory."""
MACROS = "macros"
"""The setting that remembers recorded macros: keys by letter, as JSON."""

Macros = Mapping[str, tuple[str, ...]]
"""The keys of each macro, by its letter."""


class Preferences(Struct, frozen=True):
    """Without a file and a memory: the defaults."""

    values: Mapping[str, Value] = field(default_factory=lambda: {setting.name: setting.default for setting in SETTINGS})
    """Every setting of the screen."""
    fixed: frozenset[str] = frozenset()
    """Settings that stand in the file: what is changed while reading lasts as long as the session."""
    preset: str = DEFAULT
    own_keys: Bindings = field(default_factory=dict)
    """Keys that the file gives to actions."""
    macros: Macros = field(default_factory=dict)

    def keymap(self) -> Keys:
        return keymap(rebound(preset(self.preset), self.own_keys), counts=self.preset not in WITHOUT_COUNTS)

    def number(self, name: str) -> float:
        """The value of a setting that is a number."""
        value = self.values[name]
        assert isinstance(value, int | float)  # noqa: S101 - SETTINGS says so
        return value

    def switch(self, name: str) -> bool:
        """The value of a setting that is on or off."""
        return bool(self.values[name])

    def word(self, name: str) -> str:
        """The value of a setting that is a text."""
        return str(self.values[name])


def preferences(written: ConfigFile | None, memory: Callable[[str], str | None] = lambda name: None) -> Preferences:
    """What the file says, then what was chosen while reading, then the defaults.

    `memory` gives what the library remembers under a name. Raises ConfigError.
    """
    values: dict[str, Value] = {}
    fixed = _fixed(written) if written else {}
    for setting in SETTINGS:
        values[setting.name] = fixed.get(setting.name, _remembered(setting.name, memory))
    name, own = _keys(written) if written else (DEFAULT, {})
    recorded = _recorded(memory(MACROS))
    return Preferences(values, frozenset(fixed), name, own, {**recorded, **(_macros(written) if written else {})})


def _fixed(written: ConfigFile) -> dict[str, Value]:
    """The table [screen]."""
    found: dict[str, Value] = {}
    for name, value in written.table("screen").items():
        if name not in BY_NAME:
            raise written.unknown(f"screen.{name}", name, tuple(BY_NAME))
        try:
            found[name] = checked(BY_NAME[name], value)
        except ValueError as error:
            raise written.wrong("screen", name, str(error)) from error
    return found


def _remembered(name: str, memory: Callable[[str], str | None]) -> Value:
    """What was last chosen; the default when there is nothing, or something that is no value any more."""
    text = memory(REMEMBERED + name)
    try:
        return BY_NAME[name].default if text is None else typed(BY_NAME[name], text)
    except ValueError:
        return BY_NAME[name].default


def _keys(written: ConfigFile) -> tuple[str, Bindings]:
    """The table [keys]: a preset, and keys by action."""
    table = dict(written.table("keys"))
    name = table.pop("preset", DEFAULT)
    if name not in PRESETS:
        raise written.not_among("keys", "preset", name, PRESETS)
    own: dict[str, tuple[str, ...]] = {}
    for action, keys in table.items():
        if action not in BY_ID:
            raise written.unknown(f"keys.{action}", action, (*(action.id for action in ACTIONS), "preset"), "action")
        own[action] = _key_list(written, "keys", action, keys)
    _refuse_clashes(written, own)
    return name, own


def _key_list(written: ConfigFile, table: str, name: str, keys: Any) -> tuple[str, ...]:
    keys = [keys] if isinstance(keys, str) else keys
    if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
        raise written.wrong(table, name, 'is a key or a list of keys, such as ["x", "g x"].')
    for key in keys:
        wrong = wrong_key(key)
        if wrong:
            raise written.wrong(table, name, wrong)
    return tuple(keys)


def _refuse_clashes(written: ConfigFile, own: Bindings) -> None:
    """Two actions on one key, or on its beginning: one of them would never be heard."""
    seen: dict[tuple[str, ...], str] = {}
    for action, keys in own.items():
        for key in keys:
            for other, owner in seen.items():
                if owner != action and clash(sequence(key), other):
                    raise written.wrong("keys", action, f'has "{key}", which {owner} has as well or begins with.')
            seen[sequence(key)] = action


def _macros(written: ConfigFile) -> dict[str, tuple[str, ...]]:
    """The table [macros]: the keys of each, one after the other, by a letter."""
    found: dict[str, tuple[str, ...]] = {}
    for letter, keys in written.table("macros").items():
        if len(letter) != 1 or not letter.isalpha():
            raise written.wrong("macros", letter, "is called by one letter.")
        if not isinstance(keys, str) or not keys.strip():
            raise written.wrong("macros", letter, 'is the keys to press, such as "] e ] e X".')
        found[letter] = tuple(key for chord in _key_list(written, "macros", letter, keys) for key in chord.split(" "))
    return found


def _recorded(text: str | None) -> dict[str, tuple[str, ...]]:
    try:
        return {} if text is None else msgspec.json.decode(text, type=dict[str, tuple[str, ...]])
    except msgspec.MsgspecError:
        return {}  # an older or newer version wrote it
