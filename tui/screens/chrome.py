"""The lines around the panes: titles and frame, legend, breadcrumb, footer. Everything here is told, nothing done.

They are composed anew after every key and shown only when they differ, so nobody has to remember what else a
change makes untrue.
"""

from tui.actions import BY_ID, Action, Pane, footer
from tui.keymaps import shown
from tui.legend import GROUPS, legend
from tui.panes import Widths
from tui.render import Bit
from tui.screens.base import Filter, ReaderBase
from tui.source_tree import health, title_of
from tui.typeset import minutes
from tui.widgets.frame import Stretch, frame_bits
from tui.wrap import cells, cut

TO_PANE = "pane "
"""Before the name of a pane: what a click on a step of the breadcrumb asks for."""
_OF_LEGEND = {"frame_title": "set_aside", **{f"legend_{group}": "names" for group in GROUPS}}
"""What a click on the words of the legend does, by their style: an action."""
_FILTERS: dict[Filter, str] = {"all": "", "unread": "unread", "starred": "★"}


class Chrome(ReaderBase):
    """Knows how to say where the reader is."""

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
        if alone:
            self.top_line.show(*self._breadcrumb())
        else:
            self.top_line.show(frame_bits(self._top(), "┬"))
        bottom = self._bottom(alone)
        self.bottom_line.show(frame_bits(bottom, "┴"), {text: _OF_LEGEND[style] for text, style in bottom[-1].left
                                                        if style in _OF_LEGEND and text.strip()})
        self.key_bar.show(*self._footer())

    def _top(self) -> list[Stretch]:
        wide = self.widths()
        left, middle = wide.sources, wide.articles
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
        wide = self.widths()
        left, middle = wide.sources, wide.articles
        width = self.size.width
        pane = self.pane
        last = width - 1 if alone else width - left - middle - 1
        words: list[Bit] = []
        if self.view.opened is not None and self.view.display and not self.view.as_it_came:
            told = legend(self.view.opened.annotated, last - cells(self._percent()) - 6)
            words = [(text, f"legend_{group}" if group else "frame_title") for text, group in told]
        elif self.view.as_it_came:
            words = [("│ kept", "frame_title"), ("   ", "frame"), ("┊ set aside", "frame_title")]
        right = self._percent() if self.view.display else self._place()
        body = Stretch(last, words, right, pane == "body")
        if alone and pane == "sources":
            return [Stretch(last, [(self._health(), "frame_title")], "", True)]
        if alone:
            return [body]
        fares: list[Bit] = [(self._health(), "frame_title")] if pane == "sources" else []
        return [Stretch(left, fares, "", pane == "sources", pane in ("sources", "articles")),
                Stretch(middle, (), "", pane == "articles", pane in ("articles", "body")), body]

    def _breadcrumb(self) -> tuple[list[Bit], dict[str, str]]:
        """Where we are, when one pane hides the others, and the pane that each step of the way is."""
        steps: list[tuple[str, Pane]] = [("Sources", "sources")]
        if self.pane != "sources":
            steps.append((" ".join(part for part in (self._list_title(), *self._narrowed()) if part), "articles"))
        if self.pane == "body" and self.view.opened is not None:
            steps.append((self.view.opened.annotated.article.title, "body"))
        bits: list[Bit] = [(" ", "frame")]
        for place, (text, pane) in enumerate(steps):
            if place:
                bits.append((" ▸ ", "frame_title"))
            bits.append((text, self._title_style(pane)))
        return bits, {text: f"{TO_PANE}{pane}" for text, pane in steps}

    def _title_style(self, pane: Pane) -> str:
        return "frame_focus" if pane == self.pane else "frame_title"

    def _list_title(self) -> str:
        return title_of(self.selection, self.sources, self.named, self.source_list.counted.saved)

    def _chip(self) -> str:
        """The filter, and how long the list is."""
        muted = f"· {self.muted:,} muted" if self.muted else ""
        return " ".join(part for part in (f"{len(self.article_list.pages):,}", *self._narrowed(), muted) if part)

    def _narrowed(self) -> tuple[str, str]:
        """The words for what narrows the list, "" where nothing does."""
        return _FILTERS[self.filter], f"“{self.matching}”" if self.matching else ""

    def _body_title(self) -> str:
        opened = self.view.opened
        if opened is None:
            return ""
        if self.view.as_it_came:
            return "The page as it came"
        return opened.annotated.article.publisher or opened.source

    def _health(self) -> str:
        return health(self.source_list.current, self.sources, self.options.now())

    def _place(self) -> str:
        count = len(self.article_list.pages)
        return f"{self.article_list.cursor + 1:,}/{count:,}" if count else ""

    def _percent(self) -> str:
        opened = self.view.opened
        if opened is None or not self.size.height or not self.view.is_whole:
            return ""
        if self.view.sought:
            return f"{self.view.match_count} “{cut(self.view.sought, 20)}”"
        if self.view.seen >= 1.0:
            return "end" if self.view.scroll_offset.y else ""
        left = self.view.words_left
        return f"{int(self.view.seen * 100)} %" + (f" · {minutes(left)} min left" if left else "")

    def _footer(self) -> tuple[list[Bit], dict[str, str]]:
        """The keys that work right here, and their actions; the way to all others is never left out."""
        if self.grabbing is not None:
            return self.prompt(), {}
        if self.typed.keys or self.typed.count:
            return [(f" {self.typed.count}{shown(' '.join(self.typed.keys))} …", "key")], {}
        told = " · ".join(task.words for task in self.tasks.values())
        told = f"{told} · {self.keys.word('back')} stops " if told else ""
        if self.recording is not None:
            told = f"recording {self.recording[0]}: {self.keys.word('record_macro')} ends it "
        offered = footer(self.situation)
        if self._is_changed():
            offered = [BY_ID["changes"], *offered]
        *actions, last = [self._footer_bits(action) for action in offered]
        doors = {text: action.id for action in offered for text, _ in self._footer_bits(action)}
        way_back = self._way_back()
        if way_back:
            last = [(f" {self.keys.word('back')}", "key"), (f" {way_back} ", "key_label"), *last]
            doors |= {text: "back" for text, _ in last[:2]}
        room = self.size.width - 1 - cells(told) - sum(cells(text) for text, _ in last)
        bits: list[Bit] = []
        for part in actions:
            size = sum(cells(text) for text, _ in part)
            if size > room:
                continue
            bits += part
            room -= size
        return [*bits, *last, (" " * max(0, room), "row"), (told, "frame_title")], doors

    def _is_changed(self) -> bool:
        """The article in use said something else before: what its sign in the list stands for."""
        if self.pane == "sources" or self.view.as_it_came or not len(self.article_list.pages):
            return False
        headline = self.article_list.pages.headline(self.article_list.cursor)
        return headline is not None and headline.changed

    def _way_back(self) -> str:
        """What Esc ends here before it goes to the pane on the left; "": nothing."""
        in_body = self.pane == "body"
        if in_body and (self.view.marked is not None or self.view.sought):
            return "unmark" if self.view.marked is not None else "end search"
        if self.zen:
            return "all panes"
        if self.matching and not in_body:
            return "show all"
        return "back" if self.is_apart and not in_body else ""

    def _footer_bits(self, action: Action) -> list[Bit]:
        keys = self.keys.word(action.id)
        if action.id == "down":
            keys = f"{keys} {self.keys.word('up')}"
        label = action.label or action.name.lower()
        if action.id == "set_aside" and self.view.as_it_came:
            label = "the article"
        return [(f" {keys}", "key"), (f" {label} ", "key_label")]

    def widths(self) -> Widths:
        """How wide the panes are. Layout knows."""
        raise NotImplementedError
