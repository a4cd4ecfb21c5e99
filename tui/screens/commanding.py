"""The command line: what was typed after a colon, done."""

from collections.abc import Mapping
from pathlib import Path

from textual import work

from library.records import Order
from tui.commandline import Mistake, Values, completions, said
from tui.inks import THEME_NAMES
from tui.keymaps import Pressed
from tui.messages import Told
from tui.presets import PRESETS
from tui.screens.copying import Copying
from tui.screens.illustrating import Illustrating
from tui.screens.looks import Looks
from tui.screens.piping import Piper
from tui.screens.saving import Saving
from tui.settings import BY_NAME, typed

KEPT_LINES = 50
"""Command lines that the arrows bring back."""


class Commanding(Illustrating, Looks, Copying, Piper, Saving):
    """Each verb of commandline.py has a method here."""

    _lines: tuple[str, ...] = ()

    def action_command_line(self) -> None:
        from tui.screens.prompt import Prompt

        def done(line: str | None) -> None:
            if line and line.strip():
                self._lines = (*(old for old in self._lines if old != line), line)[-KEPT_LINES:]
                self.run_line(line)

        self.app.push_screen(Prompt(
            ":", "a command", where="Tab completes · ↑ older ones · Esc leaves", history=self._lines,
            complete=lambda line: completions(line, self.situation, self.keys, self._known_values),
        ), done)

    @property
    def _known_values(self) -> Mapping[str, Values]:
        """What the library has for verbs to be given."""
        return {"move": lambda words: [(folder, "") for folder in self.known_folders],
                "tag": lambda words: [(way.text.strip(), way.help) for way in self.tag_completions(words)]}

    def run_line(self, line: str) -> None:
        """Do what a command line asks for; say what was probably meant when it means nothing."""
        meant = said(line)
        if isinstance(meant, Mistake):
            self.say(meant.sentence)
        elif meant.verb is not None:
            getattr(self, f"command_{meant.verb.name}")(meant.words)
        elif meant.action is not None:
            count = int(meant.words) if meant.words else None
            self.take(Pressed((meant.action,), count))

    @work(thread=True, group="adding")
    def command_add(self, words: str) -> None:
        failure = self._add(words)
        if failure is not None:
            self.post_message(Told(failure, alarming=True))

    def command_export(self, words: str) -> None:
        opened = self.view.opened
        if opened is None:
            self.say("No article is open.")
            return
        try:
            self._export([opened.annotated.article.id], Path(words).expanduser().absolute())
        except RuntimeError as error:  # a ~name that nobody has
            self.say(f"{error}.", alarming=True)

    def command_filter(self, words: str) -> None:
        self.look_for(words)

    def command_keys(self, words: str) -> None:
        if words in PRESETS:
            self.use_keymap(words)
        else:
            self.say(f"Keymaps are {', '.join(PRESETS)}.")

    def command_pipe(self, words: str) -> None:
        self.pipe_to(words)

    def command_set(self, words: str) -> None:
        name, _, value = words.partition(" ")
        setting = BY_NAME.get(name)
        if setting is None:
            self.say(f"There is no setting {name}. There are {', '.join(BY_NAME)}.")
            return
        if not value.strip():
            self.say(f"{name} is {self.preferences.values[name]}. {setting.help}")
            return
        try:
            self.change(name, typed(setting, value.strip()))
        except ValueError as error:
            self.say(f"{name} {error}")

    def command_sort(self, words: str) -> None:
        if words in tuple(Order):
            self.sort(Order(words))
        else:
            self.say(f"Lists are sorted {', '.join(Order)}.")

    def command_theme(self, words: str) -> None:
        if words in THEME_NAMES:
            self.change("theme", words)
        else:
            self.say(f"Themes are {', '.join(THEME_NAMES)}.")
