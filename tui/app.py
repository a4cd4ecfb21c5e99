"""The application: a library, a theme, and the reader's screen. Nothing else.

`run_app` is what the command line calls. First paint is what a start-up is judged by: the caller should call
`gc.disable()` before it imports this module (a third of the start is Textual's import), and the application
switches the collector on again once it is on the screen.
"""

import gc
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from textual import events
from textual.app import App
from textual.driver import Driver
from textual.filter import LineFilter
from textual.notifications import SeverityLevel

from library import Library
from library.config import Config
from library.config_file import read
from library.records import Order
from tui import hangup, underlines, widths
from tui.inks import TERMINAL
from tui.preferences import preferences
from tui.render import safe
from tui.screens.base import Options
from tui.screens.reader import Reader
from tui.start import first_look
from tui.themes import Palette, dialog_colours, own_themes, palette
from tui.type_ahead import TypeAhead


def run_app(library: Library, *, now: Callable[[], datetime], environment: Mapping[str, str],
            home: Callable[[], Library] | None = None, config: Config | None = None,
            config_file: Path | None = None) -> int:
    """Show the reader on this library until it is left; the exit code, 0 unless the screen failed.

    The library may be new: what has never been read is read once the screen stands. `home` opens the
    reader's own library, into which pages of a temporary one can be kept; None: there is none.
    `environment` is the process's; it decides about colours and the clipboard. Neither library is closed
    here. `config_file` is where the configuration is written, which is read again when it changes. Raises
    StoreError when the library cannot be read, ConfigError when the file has a mistake.
    """
    underlines.install(environment)
    widths.install()
    options = Options(now=now, config=config or Config(), environment=environment, config_file=config_file)
    app = NewsreaderApp(library, options, home)
    app.run(mouse=bool(app.preferences.values["mouse"]))
    return app.return_code or 0


class NewsreaderApp(App[None]):
    """Textual's side of the program."""

    TITLE = "newsreader"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS = set()  # noqa: RUF012 - the reader's screen brings its own (see commands.py)
    CSS = """
    Toast { background: $panel; border-left: outer $primary; width: auto; max-width: 64; padding: 0 1; }
    ToastRack { margin-bottom: 2; }
    """

    def __init__(self, library: Library, options: Options, home: Callable[[], Library] | None = None,
                 driver_class: type[Driver] | None = None) -> None:
        self._is_colourless = "NO_COLOR" in options.environment
        super().__init__(driver_class=driver_class, ansi_color=True if self._is_colourless else None)
        for theme in own_themes():
            self.register_theme(theme)
        self.animation_level = "none"
        written = None if options.config_file is None else read(options.config_file)
        self.preferences = preferences(written, library.setting)
        """As they were at the start; the screen keeps them from then on."""
        look = first_look(library, Order(self.preferences.word("sort")))
        self.theme = self._first_theme(self.preferences.word("theme"), options.environment)
        # TEXTUAL_THEME may have named one of ours before it was there: Textual then made do with another.
        self.stylesheet.set_variables(self.get_css_variables())
        self.type_ahead = TypeAhead(super().on_event, lambda: self.screen is not self.reader)
        self.reader = Reader(library, look, self._palette(), options, self.preferences, home, self.type_ahead)

    def get_default_screen(self) -> Reader:
        return self.reader

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dialog_colours(self.current_theme, colour=not self._is_colourless)

    def get_line_filters(self) -> Sequence[LineFilter]:
        ours = self.reader.ascii_filter
        return [*super().get_line_filters(), ours] if ours.enabled else super().get_line_filters()

    def notify(self, message: str, *, title: str = "", severity: SeverityLevel = "information",
               timeout: float | None = None, markup: bool = False) -> None:
        """A toast. Whatever it quotes, a page, a name, a command or a foreign engine, is never markup and is clean."""
        super().notify(safe(message), title=safe(title), severity=severity, timeout=timeout, markup=False)

    async def on_event(self, event: events.Event) -> None:
        if self.type_ahead and isinstance(event, events.Key):
            self.type_ahead.hold(event)
        else:
            await super().on_event(event)

    def on_mount(self) -> None:
        self.call_after_refresh(_collect_garbage_again)
        hangup.watch(self.reader.keep_place, self.reader.action_quit)

    def action_command_palette(self) -> None:
        if self.screen is self.reader:
            self.reader.action_palette()

    async def action_quit(self) -> None:
        self.reader.action_quit()

    def _palette(self) -> Palette:
        return palette(self.current_theme, colour=not self._is_colourless)

    def _first_theme(self, preferred: str, environment: Mapping[str, str]) -> str:
        """The terminal's own colours where it has few or shall show none; else what was asked for."""
        if self._is_colourless or self.console.color_system not in ("truecolor", "256"):
            return TERMINAL
        asked = environment.get("TEXTUAL_THEME")
        return asked if asked in self.available_themes else preferred


def _collect_garbage_again() -> None:
    """What the start made stays for the session: the collector need never look at it."""
    gc.freeze()
    gc.enable()
