"""What can be typed after a colon: every action by its name, and the few verbs that take words.

A line in, what it means or could mean out; the disk is only asked for paths. screens/commanding.py does it.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from msgspec import Struct

from library.records import Order
from tui.actions import ACTIONS, BY_ID, Action, Situation
from tui.inks import INKS, TERMINAL, THEME_NAMES
from tui.keymaps import Keys, shown
from tui.paths import path_completions
from tui.presets import PRESETS
from tui.settings import BY_NAME, SETTINGS


class Completion(Struct, frozen=True):
    """One way to go on with what was typed."""

    text: str
    """The whole line when it is taken."""
    help: str = ""
    refused: bool = False
    """It cannot be done now; `help` says why."""


Values = Callable[[str], Sequence[tuple[str, str]]]
"""What a verb may be given after these words: the words as a whole, and what they mean."""


def _none(words: str) -> Sequence[tuple[str, str]]:
    return ()


class Verb(Struct, frozen=True):
    """A command that takes words. `command_<name>` of the screen does it."""

    name: str
    usage: str
    """What stands after the name."""
    help: str
    values: Values = _none
    needs_words: bool = True


class Said(Struct, frozen=True):
    """A line that means something."""

    action: Action | None = None
    verb: Verb | None = None
    words: str = ""


class Mistake(Struct, frozen=True):
    """A line that means nothing; `sentence` says what was probably meant."""

    sentence: str


def themes() -> Sequence[tuple[str, str]]:
    """The themes, with what they look like."""
    about = {TERMINAL: "The sixteen colours your terminal is set to."}
    return [(name, about.get(name) or INKS[name].about) for name in THEME_NAMES]


def _settings(words: str) -> Sequence[tuple[str, str]]:
    name, space, _ = words.partition(" ")
    setting = BY_NAME.get(name)
    if not space or setting is None:
        return [(setting.name, setting.help) for setting in SETTINGS]
    values = setting.choices or (("on", "off") if isinstance(setting.default, bool) else (f"{setting.default:g}",))
    return [(f"{name} {value}", "") for value in values]


def completed_paths(line: str, *, folders_only: bool = False) -> list[Completion]:
    """How a line that is a path may go on."""
    return [Completion(path, told) for path, told in path_completions(line, folders_only=folders_only)] if line else []


VERBS: Sequence[Verb] = (
    Verb("add", "PATH", "Add a file or a folder to the library.", path_completions),
    Verb("export", "[FOLDER]", "Write the article as a Markdown file.", partial(path_completions, folders_only=True),
         needs_words=False),
    Verb("filter", "[WORDS]", "Only articles with these words, or, with keys like person:, what a query finds.",
         needs_words=False),
    Verb("keys", "KEYMAP", "Another keymap for this session.", lambda words: [(name, "") for name in PRESETS]),
    Verb("move", "FOLDER", "Put the source into a folder: World/Europe; a mere / takes it out."),
    Verb("mute", "WORDS", "Leave out of lists what has these words, or what a query finds."),
    Verb("pipe", "COMMAND", "Give the article to a command, as Markdown on its standard input."),
    Verb("rename", "NAME", "Another name for the source, folder, tag or saved list."),
    Verb("save", "NAME", "Keep the list, with what narrows it, under a name beside the sources."),
    Verb("set", "NAME VALUE", "Change a setting of the screen.", _settings),
    Verb("sort", "ORDER", "Sort lists.", lambda words: [(order.value, "") for order in Order]),
    Verb("tag", "TAGS", "Give the article these tags, apart by spaces, and no others; a mere - takes all away."),
    Verb("theme", "[NAME]", "Other colours.", lambda words: themes(), needs_words=False),
)
_NO_VALUES: Mapping[str, Values] = {}
_BY_VERB: Mapping[str, Verb] = {verb.name: verb for verb in VERBS}
_SHORT = {"q": "close", "q!": "quit", "qa": "quit", "w": "export", "h": "help", "x": "quit"}
"""What fingers that know vi type."""


def said(line: str) -> Said | Mistake:
    """What the line asks for."""
    name, _, words = line.strip().partition(" ")
    name, words = _SHORT.get(name, name).replace("-", "_"), words.strip()
    if name.isascii() and name.isdigit():
        return Said(action=BY_ID["top"], words=name)
    verb = _BY_VERB.get(name)
    if verb is not None and (words or name not in BY_ID):
        if verb.needs_words and not words:
            return Mistake(f":{verb.name} needs {verb.usage}.")
        return Said(verb=verb, words=words)
    action = BY_ID.get(name)
    if action is None or action.takes_key:
        from library.config_file import nearest

        return Mistake(f"There is no command {line.split()[0]}. The nearest is {nearest(name, _names())}.")
    if words:
        return Mistake(f":{name.replace('_', '-')} takes no words.")
    return Said(action=action)


def completions(line: str, situation: Situation, keys: Keys, known: Mapping[str, Values] = _NO_VALUES,
                ) -> list[Completion]:
    """How the line may go on: commands by any part of their name, then what a verb may be given.

    `known` are values that only the library knows, by the verb.
    """
    name, space, words = line.lstrip().partition(" ")
    verb = _BY_VERB.get(name)
    if space:
        values = known.get(name, verb.values)(words) if verb else ()
        matching = [value for value in values if words.strip().lower() in value[0].lower()] if words.strip() else values
        return [Completion(f"{name} {value}", told) for value, told in matching]
    asked = name.lower().replace("_", "-")
    found = [Completion(verb.name, f"{verb.usage} · {verb.help}") for verb in VERBS if asked in verb.name]
    for action in ACTIONS:
        told = action.id.replace("_", "-")
        if asked in told and action.id not in _BY_VERB and not action.takes_key:
            found.append(_action(action, told, situation, keys))
    return sorted(found, key=lambda way: not way.text.startswith(asked)) if asked else found


def _action(action: Action, told: str, situation: Situation, keys: Keys) -> Completion:
    reason = action.why_not(situation)
    bound = " ".join(map(shown, keys.of(action)))
    return Completion(told, reason or (f"{bound} · {action.help}" if bound else action.help), reason is not None)


def _names() -> list[str]:
    return [*_BY_VERB, *(action.id.replace("_", "-") for action in ACTIONS if not action.takes_key)]
