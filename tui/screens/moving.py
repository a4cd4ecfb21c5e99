"""The keyboard's way through the panes: which one has it, and what moving means there."""

from textual.widget import Widget

from tui.actions import Pane
from tui.screens.loading import Loading

PANES: tuple[Pane, ...] = ("sources", "articles", "body")
BODY_STEP = 2
"""Lines that J and K scroll the body by, as lazygit's main view does."""
MEASURE_STEP = 4
"""Characters that < and > take from a line or add to it."""


class Moving(Loading):
    """Everything that only moves or shows; nothing here changes the library."""

    def widget_of(self, pane: Pane) -> Widget:
        return {"sources": self.source_list, "articles": self.article_list, "body": self.view}[pane]

    def go_to(self, pane: Pane) -> None:
        """Give a pane the keyboard, and show it when there is room for one only."""
        self.pane = pane
        if self.zen and pane != "body":
            self.zen = False
        self.lay_out()
        self.widget_of(pane).focus(scroll_visible=False)
        self.update_chrome()

    def look_for(self, words: str) -> None:
        """Narrow the list to articles with these words. Listing knows how."""
        raise NotImplementedError

    def leave_apart(self) -> bool:
        """From the articles that share a name or a text to the list before; whether there was one. Naming knows how."""
        raise NotImplementedError

    def lay_out(self) -> None:
        """Which panes are shown, and how wide. The screen itself knows how."""
        raise NotImplementedError

    def action_down(self) -> None:
        self._move(1)

    def action_up(self) -> None:
        self._move(-1)

    def action_left(self) -> None:
        if self.pane == "sources":
            self._fold(folded=True)
        else:
            self.go_to(PANES[PANES.index(self.pane) - 1])

    def action_right(self) -> None:
        if self.pane == "sources" and self._fold(folded=False):
            return
        if self.pane != "body":
            self.go_to(PANES[PANES.index(self.pane) + 1])

    def action_next_pane(self) -> None:
        self.go_to(PANES[(PANES.index(self.pane) + 1) % len(PANES)])

    def action_previous_pane(self) -> None:
        self.go_to(PANES[PANES.index(self.pane) - 1])

    def action_top(self) -> None:
        if self.count is not None:
            self._go_to_row(self.count - 1)
        elif self.pane == "sources":
            self.source_list.move_to_end(top=True)
        elif self.pane == "articles":
            self.article_list.go(0)
        else:
            self.view.go_to_end(top=True)

    def action_bottom(self) -> None:
        if self.count is not None:
            self._go_to_row(self.count - 1)
        elif self.pane == "sources":
            self.source_list.move_to_end(top=False)
        elif self.pane == "articles":
            self.article_list.go(len(self.article_list.pages) - 1)
        else:
            self.view.go_to_end(top=False)

    def action_half_page_down(self) -> None:
        self._move(self._page() // 2)

    def action_half_page_up(self) -> None:
        self._move(-(self._page() // 2))

    def action_page_down(self) -> None:
        self._move(self._page())

    def action_page_up(self) -> None:
        self._move(-self._page())

    def action_read_on(self) -> None:
        """A page on; at the end, what is read is read, and the next unread article comes."""
        if not self.view.display:
            self.go_to("body")
        elif not self.view.at_end:
            self._scroll(self.view.page)
        elif self.view.as_it_came:
            self.action_set_aside()
        else:
            self.note_read()
            self.action_next_unread()

    def action_page_back(self) -> None:
        self._scroll(-self.view.page * self.times)

    def action_body_down(self) -> None:
        self._scroll(BODY_STEP * self.times)

    def action_body_up(self) -> None:
        self._scroll(-BODY_STEP * self.times)

    def action_next_unread(self) -> None:
        self.go_to_unread(forward=True)

    def action_previous_unread(self) -> None:
        self.go_to_unread(forward=False)

    def action_open(self) -> None:
        if self.pane != "body":
            self.action_right() if self.pane == "articles" else self.go_to("articles")

    def action_back(self) -> None:
        """Close what is open on top, end what goes on; where nothing does, the pane on the left. Never quits."""
        if self.pane == "body" and (self.view.end_mark() or self.view.end_search()):
            return
        if self.view.as_it_came:
            self.action_set_aside()
        elif self.zen:
            self.action_zen()
        elif self.matching and self.pane != "body":
            self.look_for("")
        elif (self.pane == "body" and self.view.forget_place()) or self.leave_apart():
            return
        elif not self.stop_work() and self.pane != "sources":
            self.action_left()

    def action_next_name(self) -> None:
        self.view.step_name(self.times)

    def action_previous_name(self) -> None:
        self.view.step_name(-self.times)

    def action_set_aside(self) -> None:
        self.view.toggle_page()
        if self.view.as_it_came and self.pane != "body":
            self.go_to("body")
        self.update_chrome()

    def action_zen(self) -> None:
        self.zen = not self.zen
        self.go_to("body" if self.zen else self.pane)

    def action_narrower(self) -> None:
        self._set_measure(self.view.measure - MEASURE_STEP * self.times)

    def action_wider(self) -> None:
        self._set_measure(self.view.measure + MEASURE_STEP * self.times)

    def _set_measure(self, measure: int) -> None:
        """Another width of the text; the screen remembers it."""
        raise NotImplementedError

    def action_next_article(self) -> None:
        self.article_list.move(self.times)

    def action_previous_article(self) -> None:
        self.article_list.move(-self.times)

    def action_next_source(self) -> None:
        self.source_list.move(self.times)

    def action_previous_source(self) -> None:
        self.source_list.move(-self.times)

    def _go_to_row(self, index: int) -> None:
        """To a row of the pane, or a line of the body, counted from 0."""
        if self.pane == "sources":
            self.source_list.move_to_end(top=True)
            self.source_list.move(index)
        elif self.pane == "articles":
            self.article_list.go(index)
        else:
            self.view.jump(index)

    def _scroll(self, lines: int) -> None:
        if self.view.as_it_came:
            self.view.scroll_pieces(lines)
        else:
            self.view.scroll_lines(lines)

    def _move(self, steps: int) -> None:
        steps *= self.times
        if self.pane == "sources":
            self.source_list.move(steps)
        elif self.pane == "articles":
            self.article_list.move(steps)
        else:
            self._scroll(steps)

    def _page(self) -> int:
        """Rows (or lines) of a page of the pane with the keyboard, at least 2."""
        if self.pane == "body":
            return self.view.page
        if self.pane == "articles":
            return max(2, self.article_list.rows_in_sight - 1)
        return max(2, self.source_list.size.height - 1)

    def _fold(self, *, folded: bool) -> bool:
        return self.source_list.fold(folded=folded)
