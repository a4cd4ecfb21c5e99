"""The reader: three panes, the lines around them, and what joins them.

What the first picture does not need (help, dialogs, palette, clipboard, export) is imported when it is asked
for.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar, cast

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.command import Provider
from textual.containers import Horizontal
from textual.timer import Timer

from tui.actions import BY_ID, Pane
from tui.keymaps import Pressed
from tui.screens.chrome import TO_PANE
from tui.screens.commanding import Commanding
from tui.screens.keyboard import Keyboard
from tui.screens.layout import Layout
from tui.settings import BY_NAME
from tui.start import LAST_PLACE, TURNED, Place, place_of, remembered
from tui.themes import Palette
from tui.widgets.article_list import ArticleList
from tui.widgets.article_view import ArticleView
from tui.widgets.frame import FrameLine
from tui.widgets.key_line import KeyLine


def _action_provider() -> type[Provider]:
    from tui.commands import ActionProvider

    return ActionProvider


REMEMBER_AFTER = 1.0
"""Seconds after which a move is remembered: what a terminal that goes away may cost."""


class Reader(Keyboard, Layout, Commanding):
    """The one screen. Dialogs lie over it."""

    COMMANDS = {_action_provider}  # noqa: RUF012 - Textual declares it so
    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Reader { layout: vertical; background: $background; layers: base over; }
    Reader > Horizontal { height: 1fr; }
    Reader #body { width: 1fr; }
    """
    AUTO_FOCUS: ClassVar[str | None] = None

    _remember_timer: Timer | None = None
    _last_place: tuple[str, str] | None = None
    """What was last remembered of it."""

    def compose(self) -> ComposeResult:
        self._hand_out(self.palette)
        yield self.top_line
        with Horizontal():
            yield self.source_list
            yield self.article_list
            yield self.view
        yield self.bottom_line
        yield self.key_bar
        yield self.which_key

    def on_mount(self) -> None:
        look = self.look
        self.source_list.turned = look.turned
        self.source_list.show(look.counted)
        self.source_list.select(self.selection)
        self.article_list.one_line = self.preferences.word("rows") == "one"
        self.view.measure = round(self.preferences.number("width"))
        self.view.justifies = self.preferences.switch("justify")
        self.view.hyphenates = self.preferences.switch("hyphenate")
        self.lay_out()
        self._show_first()
        pane = look.place.pane or "articles"
        self.go_to("articles" if pane == "body" and not len(look.pages) else pane)
        self.watch_config()

    def _show_first(self) -> None:
        """The first picture, before the first layout, so that it is painted once."""
        look = self.look
        unread_sources = [source.id for source in look.counted.sources if source.refreshed_at is None]
        notice: Sequence[str] = ()
        if not len(look.pages):
            notice = ("Reading …",) if unread_sources else self.empty_notice()
        if look.opened is not None:
            self._wanted = look.opened.annotated.article.id
            self.view.show(look.opened, (), -1)
            self._marked_here = self._wanted if look.opened.read else None
            self.watch_reading()
        self.article_list.show(look.pages, look.cursor, notice)
        self.update_chrome()
        self.call_after_refresh(self._read_all, unread_sources)

    def _read_all(self, unread_sources: Sequence[int]) -> None:
        """After the first picture: the whole list, the counts, and sources that have never been read."""
        if unread_sources:
            self.refresh_sources(unread_sources)
        self.load_list()
        self.read_sources()
        self.bring_names_up_to_date()
        self.look_for_copies()

    def restyle(self, palette: Palette) -> None:
        """Other colours."""
        self.palette = palette
        self._hand_out(palette)
        self.view.restyle()
        for dialog in self.app.screen_stack[1:]:
            for line in dialog.query(KeyLine):
                line.palette = palette
                line.refresh()
        self.refresh()
        self.update_chrome()

    def _hand_out(self, palette: Palette) -> None:
        for pane in (self.source_list, self.article_list, self.view):
            pane.palette = palette
            pane.refresh()
        for line in (self.top_line, self.bottom_line, self.key_bar, self.which_key):
            line.palette = palette
            line.refresh()

    def action_help(self) -> None:
        from tui.screens.help import Help

        self.app.push_screen(Help(self.situation, self.keys))

    def action_palette(self) -> None:
        from tui.screens.palette import ActionPalette

        self.app.push_screen(ActionPalette(self.palette))

    def action_close(self) -> None:
        if self.view.as_it_came:
            self.action_set_aside()
        elif self.zen:
            self.action_zen()
        elif self.narrow and self.pane == "body":
            self.go_to("articles")
        else:
            self.action_quit()

    def action_quit(self) -> None:
        """Leave when everything that was changed has reached the library."""
        self.keep_place(self.app.exit)

    def keep_place(self, then: Callable[[], None]) -> None:
        """Where the reader is, and everything that was changed, reaches the library; then this is done."""
        self.leave_article()
        self._remember()
        self.leave(then)

    # Where the reader is, for the next start.

    def update_chrome(self) -> None:
        super().update_chrome()
        if self.greets and self.view.opened is not None:
            self.greets = False
            if self.narrow:  # who has never been here sees a story, not three titles and much room
                self.go_to("body")
        if self._remember_timer is None and self.is_mounted:
            self._remember_timer = self.set_timer(REMEMBER_AFTER, self._remember)

    def _remember(self) -> None:
        """A terminal may go away at any time, without a word."""
        self._remember_timer = None
        self.leave_article()
        shown = replace(self.shown_selection, matching=self.selection.matching, query=self.selection.query)
        place = Place(selection=shown, view=self.selection, pane=self.pane, order=self.order)
        if not self.matching:
            place = place_of(self.article_list.pages, self.article_list.cursor, place)
        here = (remembered(place), remembered(sorted(self.source_list.turned, key=str)))
        if here != self._last_place:
            self._last_place = here
            self.write(partial(self._write_place, *here), counts=False)

    def _write_place(self, place: str, turned: str) -> None:
        self.library.set_setting(LAST_PLACE, place)
        self.library.set_setting(TURNED, turned)

    def _set_measure(self, measure: int) -> None:
        width = BY_NAME["width"]
        self.change("width", round(min(width.most, max(width.least, measure))))

    @on(ArticleList.Chosen)
    def _chosen(self) -> None:
        self.go_to("body")

    @on(ArticleView.Asked)
    def _asked(self) -> None:
        self.action_card()

    @on(ArticleView.Followed)
    def _followed(self, message: ArticleView.Followed) -> None:
        self.browse(message.href)

    @on(FrameLine.Clicked)
    def _clicked(self, message: FrameLine.Clicked) -> None:
        if message.what.startswith(TO_PANE):
            self.go_to(cast(Pane, message.what.removeprefix(TO_PANE)))
        elif self.grabbing is None:
            self.take(Pressed((BY_ID[message.what],)))
