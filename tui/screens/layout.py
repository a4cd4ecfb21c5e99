"""Which panes are on the screen, how wide they are, and which of them has the keyboard."""

from textual import events, on

from tui.panes import Widths, pulled, widths
from tui.screens.chrome import Chrome
from tui.screens.moving import PANES, Moving
from tui.start import WIDTHS, remembered
from tui.widgets.pane import Pane

STEP = 2
"""Columns by which a key moves a divider."""


class Layout(Chrome, Moving):
    """Lays the panes out whenever the screen, the pane in use or a divider changes."""

    def on_resize(self) -> None:
        self.lay_out()
        self.update_chrome()

    def lay_out(self) -> None:
        """One pane when it is narrow or the text alone is wanted, else three."""
        alone = self.alone
        for name in PANES:
            self.widget_of(name).display = not alone or name == self.pane
        wide = self.widths()
        self.view.expected_width = self.size.width - (0 if alone else wide.sources + wide.articles)
        self.source_list.styles.width = "1fr" if alone else wide.sources
        self.article_list.styles.width = "1fr" if alone else wide.articles
        self.watch_reading()

    def widths(self) -> Widths:
        return widths(self.size.width, self.own_widths)

    def action_divider_left(self) -> None:
        self._pull(self.pane == "sources", -STEP * self.times)

    def action_divider_right(self) -> None:
        self._pull(self.pane == "sources", STEP * self.times)

    def action_divider_reset(self) -> None:
        self._set_widths(None)

    @on(Pane.Pulled)
    def _pulled(self, message: Pane.Pulled) -> None:
        now, first = self.widths(), message.pane is self.source_list
        edge = now.sources if first else now.sources + now.articles
        self._pull(first, message.column + 1 - edge)

    @on(Pane.LetGo)
    def _let_go(self) -> None:
        self.action_divider_reset()

    def _pull(self, first: bool, columns: int) -> None:
        if self.alone:
            self.say("There is one pane only.")
        elif columns:
            self._set_widths(widths(self.size.width, pulled(self.widths(), first=first, by=columns)))

    def _set_widths(self, own: Widths | None) -> None:
        if own != self.own_widths:
            self.own_widths = own
            self.lay_out()
            self.update_chrome()
            self.write(lambda: self.library.set_setting(WIDTHS, remembered(own)), counts=False)

    @on(events.DescendantFocus)
    def _focused(self, event: events.DescendantFocus) -> None:
        """A click gives a pane the keyboard. Where one pane hides the others, Textual's own search for something
        to focus must not bring another one up. Each pane tells it by itself, so one that has lost the keyboard
        again already may tell it last."""
        if event.widget is not self.focused:
            return
        for pane in PANES:
            if event.widget is self.widget_of(pane) and pane != self.pane:
                if self.alone:
                    self.widget_of(self.pane).focus(scroll_visible=False)
                else:
                    self.pane = pane
        self.update_chrome()
