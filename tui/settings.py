"""What a reader can set about the screen: each setting once, with what it may be and what it does.

The configuration file, `:set`, its completion and the commented default file all derive from SETTINGS. A setting
that only one of them knew would be one that nobody finds.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from tui.inks import TERMINAL, THEME_NAMES
from tui.pictures.ability import CHOICES

Value = str | int | float | bool


class Setting(Struct, frozen=True):
    name: str
    help: str
    """One sentence, for a comment in the file and for the command line's completion."""
    default: Value
    choices: Sequence[str] = ()
    """What a text may be; () for numbers and switches."""
    least: float = 0
    most: float = 0
    """The range of a number."""


SETTINGS: Sequence[Setting] = (
    Setting("theme", "The colours.", TERMINAL, THEME_NAMES),
    Setting("glyphs", "Signs and lines: auto takes what the terminal's encoding allows.", "auto",
            ("auto", "unicode", "ascii")),
    Setting("width", "Characters of a line of the text.", 72, least=40, most=120),
    Setting("justify", "Both edges of the text straight.", False),
    Setting("hyphenate", "Words of the text may be broken at the end of a line; needs the extra hyphens.", False),
    Setting("rows", "How much of the list an article takes: its title and facts, or one line.", "full",
            ("full", "one")),
    Setting("sort", "The order of lists.", "newest", ("newest", "oldest", "source", "title", "longest", "shortest")),
    Setting("read_after", "Seconds on the screen after which an article counts as read; 0: never by itself.", 3.0,
            least=0, most=3600),
    Setting("pictures", "How pictures are drawn; auto goes by the terminal, and is off over SSH. Needs the extra "
            "pictures.", "auto", CHOICES),
    Setting("picture_rows", "Lines that a picture takes in the text at most; 0: pictures are seen by their key alone.",
            12, least=0, most=40),
    Setting("mouse", "Clicks, wheel and dragging; without it the terminal selects text itself.", True),
)
BY_NAME: Mapping[str, Setting] = {setting.name: setting for setting in SETTINGS}


def checked(setting: Setting, value: object) -> Value:
    """The value, when the setting may have it. Raises ValueError, a sentence that goes on from its name."""
    if isinstance(setting.default, bool):
        if isinstance(value, bool):
            return value
        raise ValueError("is true or false.")
    if isinstance(setting.default, str):
        if isinstance(value, str) and value in setting.choices:
            return value
        *others, last = (f'"{choice}"' for choice in setting.choices)
        raise ValueError(f"is {', '.join(others)} or {last}.")
    whole = isinstance(setting.default, int)
    if isinstance(value, bool) or not isinstance(value, int if whole else (int, float)):
        raise ValueError(f"is a {'whole ' if whole else ''}number.")
    assert isinstance(value, int | float)  # noqa: S101 - said again for the type checker
    if not setting.least <= value <= setting.most:  # also when it is no number at all
        raise ValueError(f"is between {setting.least:g} and {setting.most:g}.")
    return value


def typed(setting: Setting, text: str) -> Value:
    """What a person typed, as a value of the setting. Raises ValueError, like `checked`."""
    if isinstance(setting.default, bool):
        switches = {"on": True, "true": True, "yes": True, "off": False, "false": False, "no": False}
        return checked(setting, switches.get(text.lower(), text))
    if isinstance(setting.default, str):
        return checked(setting, text)
    try:
        return checked(setting, int(text) if isinstance(setting.default, int) else float(text))
    except ValueError as error:
        raise error if str(error).startswith("is ") else ValueError("is a number.") from error
