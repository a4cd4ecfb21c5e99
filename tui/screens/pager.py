"""A page of text over the panes: it scrolls like the body, and a slash narrows it to what holds some words."""

from collections.abc import Sequence
from typing import ClassVar

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from tui.screens.dialog import Dialog

WIDTH, BORDERS = 84, 9
"""Cells of the page, and those of them that its border, padding and scrollbar take."""


class Entry(Struct, frozen=True):
    """Lines that are found, or not, together."""

    lines: Sequence[Content]
    words: str = ""
    """What is looked through; "": a heading, which stays when an entry below it does."""


class Pager(Dialog[None]):
    """A page. Subclasses say what stands on it, for a width."""

    TITLE_WORD = ""
    DEFAULT_CSS = """
    Pager > Vertical { width: 84; max-width: 96%; height: auto; padding: 1 0 0 0; }
    Pager VerticalScroll {
        height: auto; max-height: 78vh; padding: 0 3 1 3; scrollbar-size-vertical: 1; scrollbar-color: $edge;
        scrollbar-background: $surface; background: $surface;
    }
    Pager Static { width: 1fr; height: auto; }
    Pager Input { display: none; background: $surface; margin: 0 3; }
    """
    KEYS = (("j k", "scroll"), ("Space", "a page down"), ("/", "find"), ("Esc", "close"))
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,question_mark,f1,backspace", "leave", "Close"), ("j,down", "scroll(1)", "Down"),
        ("k,up", "scroll(-1)", "Up"), ("space,pagedown,ctrl+d", "scroll(20)", "Page down"),
        ("b,pageup,ctrl+u", "scroll(-20)", "Page up"), ("g,home", "scroll(-100000)", "Top"),
        ("G,end", "scroll(100000)", "Bottom"), ("slash,ctrl+f", "find", "Find"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._words = ""

    def entries(self, width: int) -> Sequence[Entry]:
        """What stands on the page when its lines have so many cells."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        page = Vertical(classes="dialog")
        page.border_title = Content(self.TITLE_WORD)
        with page:
            with VerticalScroll():
                yield Static()
            yield Input(placeholder="words to find; Enter keeps them, Esc shows all", compact=True)
        yield self.key_line()

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()
        self.query_one(Input).cursor_blink = False

    def on_resize(self) -> None:
        self._show()

    def action_leave(self) -> None:
        """End the search, if there is one; else the page."""
        if self._words or self.query_one(Input).has_focus:
            self.query_one(Input).value = ""
            self._close_search()
        else:
            self.dismiss(None)

    def action_find(self) -> None:
        self.query_one(Input).display = True
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        self._words = event.value
        self._show()

    @on(Input.Submitted)
    def _close_search(self) -> None:
        self.query_one(Input).display = bool(self._words)
        self.query_one(VerticalScroll).focus()

    def action_scroll(self, lines: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def _show(self) -> None:
        width = min(WIDTH, self.size.width * 96 // 100) - BORDERS
        shown = found(self.entries(width), self._words)
        lines = [line for entry in shown for line in entry.lines]
        self.query_one(Static).update(Content("\n").join(lines) if lines else Content("Nothing here has these words."))


def found(entries: Sequence[Entry], words: str) -> list[Entry]:
    """The entries that hold all the words, in capitals or not, with their headings; all of them without words."""
    wanted = words.lower().split()
    if not wanted:
        return list(entries)
    kept: list[Entry] = []
    heading: Entry | None = None
    for entry in entries:
        if not entry.words:
            heading = entry
        elif all(word in entry.words.lower() for word in wanted):
            if heading is not None:
                kept.append(heading)
                heading = None
            kept.append(entry)
    return kept
