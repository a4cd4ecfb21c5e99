"""The lines around the panes: titles and frame, legend, breadcrumb, footer. Everything here is told, nothing done.

They are composed anew after every key and shown only when they differ, so nobody has to remember what else a
change makes untrue.
"""

from tui.actions import Action, footer
from tui.keymaps import shown
from tui.legend import legend
from tui.panes import Widths
from tui.render import Bit
from tui.screens.base import Filter, ReaderBase
from tui.source_tree import health, title_of
from tui.typeset import minutes
from tui.widgets.frame import Stretch, frame_bits
from tui.wrap import cells, cut

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
        self.top_line.show(self._breadcrumb() if alone else frame_bits(self._top(), "┬"))
        self.bottom_line.show(frame_bits(self._bottom(alone), "┴"))
        self.key_bar.show(self._footer())

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

    def _breadcrumb(self) -> list[Bit]:
        """Where we are, when one pane hides the others."""
        steps: list[tuple[str, bool]] = [("Sources", self.pane == "sources")]
        if self.pane != "sources":
            chip = _FILTERS[self.filter]
            steps.append((f"{self._list_title()} {chip}".strip(), self.pane == "articles"))
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
        return title_of(self.selection, self.sources, self.named)

    def _chip(self) -> str:
        """The filter, and how long the list is."""
        chip = _FILTERS[self.filter]
        count = f"{len(self.article_list.pages):,}"
        words = f"“{self.matching}”" if self.matching else ""
        return " ".join(part for part in (count, chip, words) if part)

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

    def _footer(self) -> list[Bit]:
        """The keys that work right here; the way to all others is never left out."""
        if self.grabbing is not None:
            return self.prompt()
        if self.typed.keys or self.typed.count:
            return [(f" {self.typed.count}{shown(' '.join(self.typed.keys))} …", "key")]
        told = " · ".join(task.words for task in self.tasks.values())
        told = f"{told} · {self.keys.word('back')} stops " if told else ""
        if self.recording is not None:
            told = f"recording {self.recording[0]}: {self.keys.word('record_macro')} ends it "
        *actions, last = [self._footer_bits(action) for action in footer(self.situation)]
        room = self.size.width - 1 - cells(told) - sum(cells(text) for text, _ in last)
        bits: list[Bit] = []
        for part in actions:
            size = sum(cells(text) for text, _ in part)
            if size > room:
                continue
            bits += part
            room -= size
        return [*bits, *last, (" " * max(0, room), "row"), (told, "frame_title")]

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
