"""How the screen looks and behaves as its reader wants it: settings, themes, the configuration as it changes."""

import asyncio
from contextlib import ExitStack
from pathlib import Path

from msgspec.structs import replace
from textual import work

from library.config import load
from library.config_file import read
from library.errors import LibraryError
from tui.commandline import themes
from tui.glyphs import extent
from tui.keymaps import keymap_of
from tui.messages import ConfigRead, Told
from tui.preferences import preferences
from tui.screens.listing import Listing
from tui.settings import Value
from tui.themes import Palette, palette

LOOK_EVERY = 2.0
"""Seconds between two looks at the date of the configuration: soon enough for who has just saved it."""


class Looks(Listing):
    """Puts preferences into effect."""

    _config_date: int | None = None

    def action_theme(self) -> None:
        """Try themes one after the other; what is kept is remembered."""
        from tui.screens.choose import Choose

        before = self.app.theme

        def done(chosen: str | None) -> None:
            if chosen is None:
                self.show_theme(before)
            else:
                self.change("theme", chosen)

        self.app.push_screen(Choose("Colours", themes(), before, self.show_theme), done)

    def show_theme(self, name: str) -> None:
        """Other colours. What Textual draws and what we draw change in one frame.

        Between the two, Textual would blend a colour of the old theme with a ground of the new one, and end the
        program over one that has no red, green and blue.
        """
        if "NO_COLOR" in self.options.environment:
            self.say("NO_COLOR is set in the environment: no theme has colours.")
            return
        with ExitStack() as stack:
            stack.enter_context(self.app.batch_update())
            self.app.theme = name
            self.restyle(palette(self.app.current_theme, colour=True))
            self.app.call_next(stack.pop_all().close)

    def restyle(self, palette: Palette) -> None:
        """Other colours for what we draw. The reader knows what that is."""
        raise NotImplementedError

    def change(self, name: str, value: Value) -> None:
        """Another value of a setting, in effect at once."""
        self.prefer(name, value)
        self.put_into_effect(name)
        if name in self.preferences.fixed:
            self.say(f"The configuration file fixes screen.{name}: this lasts until you leave.")
        elif name == "mouse":
            self.say("The mouse changes with the next start.")

    def put_into_effect(self, name: str) -> None:
        """Show what a setting says now."""
        preferences = self.preferences
        if name == "theme":
            self.show_theme(preferences.word("theme"))
        elif name == "width":
            self.view.measure = round(preferences.number("width"))
            self.view.set_again()
        elif name in ("justify", "hyphenate"):
            self._set_text(name)
        elif name == "rows":
            self.article_list.set_density(one_line=preferences.word("rows") == "one")
        elif name == "glyphs":
            self.ascii_filter.take(extent(preferences.word("glyphs"), self.options.environment))
            for widget in self.query("*"):
                widget.refresh()
        elif name == "sort":
            self.load_list()
        elif name == "read_after":
            self.watch_reading()
        elif name in ("pictures", "picture_rows"):
            self.draw_pictures_again()
        self.update_chrome()

    def action_justify(self) -> None:
        self.change("justify", not self.preferences.switch("justify"))
        self.say("Both edges are straight." if self.view.justifies else "The right edge is ragged.")

    def action_hyphenate(self) -> None:
        self.change("hyphenate", not self.preferences.switch("hyphenate"))
        self.say("Words may be broken." if self.view.hyphenates else "Words stay whole.")

    def _set_text(self, name: str) -> None:
        """Justified and hyphenated as it is wanted."""
        from tui.hyphens import are_there

        self.view.justifies = self.preferences.switch("justify")
        self.view.hyphenates = self.preferences.switch("hyphenate") and are_there()
        self.view.set_again()
        if name == "hyphenate" and self.preferences.switch("hyphenate") and not are_there():
            self.say("Words are broken by Pyphen, which is not installed: install newsreader[hyphens].", alarming=True)

    def draw_pictures_again(self) -> None:
        """Draw the article's pictures as the settings say now. The screen itself knows how."""
        raise NotImplementedError

    def use_keymap(self, name: str) -> None:
        """The keys of a preset, for this session."""
        self.keys = keymap_of(name)
        self.say(f"Keys as in {name}. {self.keys.word('help')} shows them.")
        self.update_chrome()

    # The configuration file.

    def watch_config(self) -> None:
        """Read the configuration again whenever it is saved."""
        if self.options.config_file is not None:
            self._config_date = _date(self.options.config_file)
            self.set_interval(LOOK_EVERY, self.look_at_config)

    @work(exclusive=True, group="config")
    async def look_at_config(self) -> None:
        file = self.options.config_file
        if file is None:
            return
        date = await asyncio.to_thread(_date, file)
        if date != self._config_date:
            self._config_date = date
            self.action_reload_config()

    @work(thread=True, exclusive=True, group="config_file")
    def action_reload_config(self) -> None:
        file = self.options.config_file
        if file is None:
            return
        try:
            self.post_message(ConfigRead(load(file), preferences(read(file), self.library.setting)))
        except LibraryError as error:
            self.post_message(Told(f"{error} What was before still counts.", alarming=True))

    def on_config_read(self, message: ConfigRead) -> None:
        before, self.preferences = self.preferences, message.preferences
        self.options = replace(self.options, config=message.config)
        self.keys = self.preferences.keymap()
        for name, value in self.preferences.values.items():
            if before.values[name] != value:
                self.put_into_effect(name)
        self.say("The configuration was read again.")
        self.update_chrome()


def _date(file: Path) -> int | None:
    """When the file was last written, in nanoseconds; None: there is none."""
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return None
