"""A few things to choose from, each tried as the cursor reaches it: Enter keeps it, Esc brings back what was."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.screens.dialog import Dialog


class Choose(Dialog[str | None]):
    """Dismissed with the name that was kept; None: nothing was, and what was tried last is to be taken back."""

    DEFAULT_CSS = """
    Choose { align: right middle; background: transparent; }
    Choose > Vertical {
        width: auto; max-width: 92%; height: auto; padding: 1 2; margin-right: 2;
    }
    Choose Static { width: auto; height: auto; }
    """
    KEYS = (("j k", "try"), ("Enter", "keep"), ("Esc", "leave all as it was"))
    BINDINGS: ClassVar[list[BindingType]] = [
        ("j,down", "move(1)", "Down"), ("k,up", "move(-1)", "Up"), ("enter,space", "keep", "Keep"),
        ("escape,q,backspace", "leave", "Leave"),
    ]

    def __init__(self, title: str, choices: Sequence[tuple[str, str]], current: str,
                 tried: Callable[[str], None]) -> None:
        """`choices` are names and what they are; `tried` hears of each that the cursor reaches."""
        super().__init__()
        self._title, self._choices, self._tried = title, choices, tried
        names = [name for name, _ in choices]
        self._cursor = names.index(current) if current in names else 0

    def compose(self) -> ComposeResult:
        box = Vertical(classes="dialog")
        box.border_title = Content(self._title)
        with box:
            yield Static(self._drawn())
        yield self.key_line()

    def action_move(self, steps: int) -> None:
        self._cursor = (self._cursor + steps) % len(self._choices)
        self.query_one(Static).update(self._drawn())
        self._tried(self._choices[self._cursor][0])

    def action_keep(self) -> None:
        self.dismiss(self._choices[self._cursor][0])

    def action_leave(self) -> None:
        self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        shown = self.query_one(Static)
        row = event.screen_y - shown.region.y
        if shown.region.contains(event.screen_x, event.screen_y) and 0 <= row < len(self._choices):
            self.action_move(row - self._cursor)

    def _drawn(self) -> Content:
        widest = max(len(name) for name, _ in self._choices)
        lines = []
        for place, (name, told) in enumerate(self._choices):
            here = place == self._cursor
            bar = ("▌", "$primary") if here else " "
            lines.append(Content.assemble(
                bar, " ", (f"{name:{widest}}", "bold" if here else ""), "   ", (told, "$told")))
        return Content("\n").join(lines)
