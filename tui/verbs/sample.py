"""The configuration file as a sample: every table and setting with what it does, nothing in effect.

Who has to look up a key in a manual does not set it.
"""

from collections.abc import Iterator

from tui.presets import PRESETS
from tui.settings import SETTINGS, Setting, Value


def sample() -> str:
    """The text of a configuration file in which everything is a comment with its default."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# newsreader reads this file when it starts and whenever it is saved. Everything in it is optional."
    yield ""
    yield "[export]"
    yield '# folder = "~/notes/clippings"   # where articles are written; without it the first export asks'
    yield '# preset = "obsidian"            # or "plain": no front matter'
    yield ""
    yield "[entities]"
    yield '# engine = "builtin"             # who finds names; or one that is installed, such as "spacy:en_core_web_sm"'
    yield ""
    yield "[keys]"
    yield f'# preset = "{PRESETS[0]}"{" " * 17}# or {" or ".join(f"{chr(34)}{name}{chr(34)}" for name in PRESETS[1:])}'
    yield '# star = ["s", "g ."]            # an action and its keys; `:` lists the actions, [] takes all keys away'
    yield ""
    yield "[macros]"
    yield '# t = "] e ] e X"                # played by the key for macros and t'
    yield ""
    yield "[screen]"
    for setting in SETTINGS:
        yield f"# {setting.help} {_allowed(setting)}"
        yield f"# {setting.name} = {_toml(setting.default)}"


def _allowed(setting: Setting) -> str:
    if setting.choices:
        return f"One of {', '.join(setting.choices)}."
    return "true or false." if isinstance(setting.default, bool) else f"From {setting.least:g} to {setting.most:g}."


def _toml(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)
