"""The reader: three panes, the lines around them, and the keys.

Every key arrives here, whichever pane has the keyboard, and is looked up in the one registry of actions. What
the first picture does not need (help, dialogs, palette, clipboard, export) is imported when it is asked for.
"""

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.command import Provider
from textual.containers import Horizontal

from tui.actions import Action, footer
from tui.keymaps import chosen, key_name, keymap, press, shown
from tui.legend import legend
from tui.render import Bit
from tui.rows import title_of
from tui.screens.base import Filter
from tui.screens.moving import PANES
from tui.screens.sourcing import Sourcing
from tui.screens.taking import Taking
from tui.start import FOLDED, LAST_PLACE, MEASURE_SETTING, THEME, Place, remembered
from tui.themes import DARK, LIGHT, TERMINAL_DARK, Palette
from tui.widgets.article_list import ArticleList
from tui.widgets.article_view import NARROWEST_MEASURE, WIDEST_MEASURE, ArticleView
from tui.widgets.frame import Stretch, frame_bits
from tui.widgets.pane import Pane as PaneWidget
from tui.wrap import cells

SPACIOUS = 150
"""Columns from which sources and articles get all the room they can use."""
_FILTERS: dict[Filter, str] = {"all": "", "unread": "unread", "starred": "★"}


def _action_provider() -> type[Provider]:
    from tui.commands import ActionProvider

    return ActionProvider


class Reader(Taking, Sourcing):
    """The one screen. Dialogs lie over it."""

    COMMANDS = {_action_provider}  # noqa: RUF012 - Textual declares it so
    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Reader { layout: vertical; background: $background; }
    Reader > Horizontal { height: 1fr; }
    Reader #body { width: 1fr; }
    """
    AUTO_FOCUS: ClassVar[str | None] = None

    _pending: tuple[str, ...] = ()
    _keys = keymap()

    def compose(self) -> ComposeResult:
        self._hand_out(self.palette)
        yield self.top_line
        with Horizontal():
            yield self.source_list
            yield self.article_list
            yield self.view
        yield self.bottom_line
        yield self.key_bar

    def on_mount(self) -> None:
        look = self.look
        self.source_list.folded = look.folded
        self.source_list.show(look.sources, look.starred)
        self.source_list.select(self.selection)
        if look.measure is not None:
            self.view.measure = min(WIDEST_MEASURE, max(NARROWEST_MEASURE, look.measure))
        self.lay_out()
        self._show_first()
        self.go_to("articles")

    def _show_first(self) -> None:
        """The first picture, before the first layout, so that it is painted once."""
        look = self.look
        unread_sources = [source.id for source in look.sources if source.refreshed_at is None]
        notice: Sequence[str] = ()
        if not len(look.pages):
            notice = ("Reading …",) if unread_sources else self.empty_notice()
        if look.opened is not None:
            self._wanted = look.opened.annotated.article.id
            self.view.show(look.opened, (), -1)
            self._marked_here = self._wanted if look.opened.read else None
            self.watch_reading()
        self.article_list.show(look.pages, look.cursor, notice, look.failures)
        self.update_chrome()
        if unread_sources:
            self.refresh_sources(unread_sources)

    def restyle(self, palette: Palette) -> None:
        """Other colours."""
        self.palette = palette
        self._hand_out(palette)
        self.view.restyle()
        self.refresh()
        self.update_chrome()

    def _hand_out(self, palette: Palette) -> None:
        for pane in (self.source_list, self.article_list, self.view):
            pane.palette = palette
            pane.refresh()
        for line in (self.top_line, self.bottom_line, self.key_bar):
            line.palette = palette
            line.refresh()

    # Keys.

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        pressed = press(key_name(event.key, event.character), self._pending, self._keys)
        self._pending = pressed.pending
        if pressed.actions:
            self.take(pressed.actions)
        self.update_chrome()

    def take(self, actions: tuple[Action, ...]) -> None:
        """Do the first of these that can be done; say why when none can."""
        action, reason = chosen(actions, self.situation)
        if reason is not None:
            self.say(reason)
        else:
            getattr(self, f"action_{action.id}")()

    def action_help(self) -> None:
        from tui.screens.help import Help

        self.app.push_screen(Help(self.situation))

    def action_palette(self) -> None:
        self.app.action_command_palette()

    def action_theme_dark(self) -> None:
        self.remember_theme(DARK)

    def action_theme_light(self) -> None:
        self.remember_theme(LIGHT)

    def action_theme_terminal(self) -> None:
        self.remember_theme(TERMINAL_DARK)

    def remember_theme(self, name: str) -> None:
        """Another theme, now and from now on."""
        self.app.theme = name
        self.write(lambda: self.library.set_setting(THEME, name))

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
        self.leave_article()
        place = Place(self.shown_selection, self.current_row)
        folded = self.source_list.folded

        def remember() -> None:
            self.library.set_setting(LAST_PLACE, remembered(place))
            self.library.set_setting(FOLDED, remembered(sorted(folded)))

        self.write(remember)
        self.leave()

    def _set_measure(self, measure: int) -> None:
        self.view.measure = min(WIDEST_MEASURE, max(NARROWEST_MEASURE, measure))
        self.view.set_again()
        self.write(lambda: self.library.set_setting(MEASURE_SETTING, str(self.view.measure)))

    # Layout.

    def on_resize(self) -> None:
        self.lay_out()
        self.update_chrome()

    def lay_out(self) -> None:
        """One pane when it is narrow or the text alone is wanted, else three."""
        alone = self.alone
        panes: tuple[tuple[str, PaneWidget], ...] = (
            ("sources", self.source_list), ("articles", self.article_list), ("body", self.view),
        )
        for name, widget in panes:
            widget.display = not alone or name == self.pane
        left, middle = self._widths()
        self.view.expected_width = self.size.width - (0 if alone else left + middle)
        self.source_list.styles.width = "1fr" if alone else left
        self.article_list.styles.width = "1fr" if alone else middle
        self.watch_reading()

    def _widths(self) -> tuple[int, int]:
        """Columns of sources and articles, the line at their right included."""
        width = self.size.width
        if width >= SPACIOUS:
            return 27, 47
        return max(18, min(21, width * 21 // 120)), max(31, min(37, width * 37 // 120))

    @on(events.DescendantFocus)
    def _focused(self, event: events.DescendantFocus) -> None:
        """A click gives a pane the keyboard. Where one pane hides the others, Textual's own search for something
        to focus must not bring another one up."""
        for pane in PANES:
            if event.widget is self.widget_of(pane) and pane != self.pane:
                if self.alone:
                    self.widget_of(self.pane).focus(scroll_visible=False)
                else:
                    self.pane = pane
        self.update_chrome()

    @on(ArticleList.Chosen)
    def _chosen(self) -> None:
        self.go_to("body")

    @on(ArticleView.Followed)
    def _followed(self, message: ArticleView.Followed) -> None:
        self.browse(message.href)

    def update_chrome(self) -> None:
        if not self.is_mounted:
            return
        alone = self.alone
        for widget, bright in ((self.source_list, self.pane != "body"),
                               (self.article_list, self.pane != "sources")):
            if widget.bright_edge != bright:
                widget.bright_edge = bright
                widget.refresh()
            widget.is_parted = not alone
        self.top_line.show(self._breadcrumb() if alone else frame_bits(self._top(), "┬"))
        self.bottom_line.show(frame_bits(self._bottom(alone), "┴"))
        self.key_bar.show(self._footer())

    def _top(self) -> list[Stretch]:
        left, middle = self._widths()
        width = self.size.width
        pane = self.pane
        titles: list[list[Bit]] = [
            [("Sources", self._title_style("sources"))],
            [(self._list_title(), self._title_style("articles"))],
            [(self._body_title(), self._title_style("body"))],
        ]
        return [
            Stretch(left, titles[0], "", pane == "sources", pane in ("sources", "articles")),
            Stretch(middle, titles[1], self._chip(), pane == "articles", pane in ("articles", "body")),
            Stretch(width - left - middle - 1, titles[2], self._place(), pane == "body"),
        ]

    def _bottom(self, alone: bool) -> list[Stretch]:
        left, middle = self._widths()
        width = self.size.width
        pane = self.pane
        last = width - 1 if alone else width - left - middle - 1
        words: list[Bit] = []
        if self.view.opened is not None and self.view.display and not self.view.as_it_came:
            told = legend(self.view.opened.annotated, last - 10)
            words = [(text, f"legend_{group}" if group else "frame_title") for text, group in told]
        elif self.view.as_it_came:
            words = [("│ kept", "frame_title"), ("   ", "frame"), ("┊ set aside", "frame_title")]
        right = self._percent() if self.view.display else self._place()
        body = Stretch(last, words, right, pane == "body")
        if alone:
            return [body]
        return [Stretch(left, (), "", pane == "sources", pane in ("sources", "articles")),
                Stretch(middle, (), "", pane == "articles", pane in ("articles", "body")), body]

    def _breadcrumb(self) -> list[Bit]:
        """Where we are, when one pane hides the others."""
        steps: list[tuple[str, bool]] = [("Sources", self.pane == "sources")]
        if self.pane != "sources":
            steps.append((self._list_title(), self.pane == "articles"))
        if self.pane == "body" and self.view.opened is not None:
            steps.append((self.view.opened.annotated.article.title, True))
        bits: list[Bit] = [(" ", "frame")]
        for place, (text, here) in enumerate(steps):
            if place:
                bits.append((" ▸ ", "frame_title"))
            bits.append((text, "frame_focus" if here else "frame_title"))
        return bits

    def _title_style(self, pane: str) -> str:
        return "frame_focus" if pane == self.pane else "frame_title"

    def _list_title(self) -> str:
        return title_of(self.selection, self.sources)

    def _chip(self) -> str:
        """The filter, and how long the list is."""
        chip = _FILTERS[self.filter]
        count = f"{len(self.article_list.pages):,}"
        return f"{count} {chip}".strip()

    def _body_title(self) -> str:
        opened = self.view.opened
        if opened is None:
            return ""
        if self.view.as_it_came:
            return "The page as it came"
        return opened.annotated.article.publisher or opened.source

    def _place(self) -> str:
        count = len(self.article_list.pages)
        return f"{self.article_list.cursor + 1:,}/{count:,}" if count else ""

    def _percent(self) -> str:
        opened = self.view.opened
        if opened is None or not self.size.height:
            return ""
        if self.view.seen >= 1.0:
            return "end" if self.view.scroll_offset.y else ""
        return f"{self.view.seen:.0%}".replace("%", " %")

    def _footer(self) -> list[Bit]:
        """The keys that work right here; the way to all others is never left out."""
        if self._pending:
            return [(f" {shown(' '.join(self._pending))} …", "key")]
        told = f"{self.busy} " if self.busy else ""
        *actions, last = [self._footer_bits(action) for action in footer(self.situation)]
        room = self.size.width - 1 - cells(told) - sum(cells(text) for text, _ in last)
        bits: list[Bit] = []
        for part in actions:
            size = sum(cells(text) for text, _ in part)
            if size > room:
                break
            bits += part
            room -= size
        return [*bits, *last, (" " * max(0, room), "row"), (told, "frame_title")]

    def _footer_bits(self, action: Action) -> list[Bit]:
        keys = "j k" if action.id == "down" else shown(action.keys[0])
        label = action.label or action.name.lower()
        if action.id == "set_aside" and self.view.as_it_came:
            label = "the article"
        return [(f" {keys}", "key"), (f" {label} ", "key_label")]
