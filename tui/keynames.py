"""Whether a key that someone wrote into the configuration exists, and what was probably meant.

A misspelt key would be an action that seems to have none.
"""

from collections.abc import Sequence

NAMED: Sequence[str] = (
    "enter", "escape", "space", "tab", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown", "up",
    "down", "left", "right", *(f"f{number}" for number in range(1, 25)),
)
"""Keys that type nothing, as Textual calls them (textual.keys.Keys)."""

_SAME: dict[str, str] = {
    "ctrl+i": "tab", "ctrl+m": "enter", "ctrl+j": "enter", "ctrl+h": "backspace", "ctrl+[": "escape",
}
# What people write who know vim, Emacs or our own footer.
_OTHER_SPELLINGS = {
    "esc": "escape", "return": "enter", "cr": "enter", "bksp": "backspace", "bs": "backspace", "del": "delete",
    "ins": "insert", "pgup": "pageup", "pgdn": "pagedown", "pgdown": "pagedown", "page_up": "pageup",
    "page_down": "pagedown", "spacebar": "space", "s-tab": "shift+tab",
}


def wrong_key(key: str) -> str | None:
    """What is wrong with a key or a chord, as a sentence with what would be right; None: it is one."""
    parts = key.split(" ")
    if not key.strip() or "" in parts:
        return 'is no key: write one like "x", "g x" or "ctrl+x"; the space bar is "space".'
    for part in parts:
        if part in _SAME:
            return f'cannot be "{part}": a terminal sends {_SAME[part]} for it.'
        if not _is_key(part):
            return f'has no key "{part}". The nearest that exists is "{_nearest(part)}".'
    return None


def _is_key(part: str) -> bool:
    if len(part) == 1:
        return part.isprintable()
    *modifiers, last = part.split("+")
    if part in NAMED or part == "shift+tab":
        return True
    if not modifiers or len(set(modifiers)) != len(modifiers) or not set(modifiers) <= {"ctrl", "alt", "shift"}:
        return False
    if len(last) == 1:
        return "shift" not in modifiers and last.isprintable() and last == last.lower()
    return last in NAMED


def _nearest(part: str) -> str:
    from difflib import get_close_matches  # only for a message

    plain = part.strip("<>").lower()
    if plain in _OTHER_SPELLINGS:
        return _OTHER_SPELLINGS[plain]
    for written, modifier in (("c-", "ctrl+"), ("m-", "alt+"), ("a-", "alt+"), ("s-", "shift+"), ("^", "ctrl+")):
        if plain.startswith(written) and _is_key(modifier + plain[len(written):]):
            return modifier + plain[len(written):]
    known = [*NAMED, "shift+tab", *(f"{modifier}+{key}" for modifier in ("ctrl", "alt")
                                     for key in [*map(chr, range(ord("a"), ord("z") + 1)), *NAMED])]
    return get_close_matches(plain, known, n=1, cutoff=0.0)[0]
