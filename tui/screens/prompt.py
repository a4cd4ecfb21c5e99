"""One line to type into at the bottom of the screen, with what could be meant above it.

The panes stay in sight and go on working under it: a filter shows what it finds while it is typed.
"""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.commandline import Completion
from tui.wrap import cells

MOST_SHOWN = 8
"""Completions in sight at once: as many as a glance takes in (the footer has the same number)."""


def _nothing(text: str) -> None:
    pass


class Prompt(ModalScreen[str | None]):
    """Dismissed with the line, or None when the reader thought better of it."""

    DEFAULT_CSS = """
    Prompt { background: transparent; align: left bottom; }
    Prompt > Vertical { height: auto; background: $surface; }
    Prompt Horizontal { height: 1; }
    Prompt .sign { width: auto; color: $primary; text-style: bold; padding-left: 1; }
    Prompt Input { background: $surface; width: 1fr; }
    Prompt .ways { height: auto; padding: 0 1; display: none; border-top: solid $edge; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "leave", "Leave")]

    def __init__(self, sign: str, hint: str, value: str = "", *, changed: Callable[[str], None] = _nothing,
                 complete: Callable[[str], Sequence[Completion]] = lambda text: (),
                 history: Sequence[str] = ()) -> None:
        """`changed` hears every version of the line, `complete` gives ways to go on, `history` older lines."""
        super().__init__()
        self._sign, self._hint, self._value = sign, hint, value
        self._tell, self._complete = changed, complete
        self._history, self._place = [*history, ""], len(history)
        self._ways: Sequence[Completion] = ()
        self._chosen = -1
        self._typed = value
        """What the reader typed, without the completion that is shown in its place."""

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static("", classes="ways", markup=False)
            with Horizontal():
                yield Static(Content(self._sign), classes="sign")
                yield Input(self._value, placeholder=self._hint, select_on_focus=False, compact=True)

    def on_mount(self) -> None:
        field = self.query_one(Input)
        field.cursor_blink = False
        field.focus()
        self._show_ways(self._value)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        if 0 <= self._chosen < len(self._ways) and event.value == self._ways[self._chosen].text:
            return
        self._typed = event.value
        self._show_ways(event.value)
        self._tell(event.value)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value)

    def on_key(self, event: events.Key) -> None:
        if event.key in ("tab", "shift+tab"):
            self._choose(1 if event.key == "tab" else -1)
        elif event.key in ("up", "down"):
            self._recall(-1 if event.key == "up" else 1)
        elif event.key == "backspace" and not self.query_one(Input).value:
            self.dismiss(None)
        else:
            return
        event.stop()
        event.prevent_default()

    def action_leave(self) -> None:
        self.dismiss(None)

    def _choose(self, step: int) -> None:
        """Put the next completion in the place of what was typed; after the last one, that again."""
        if not self._ways:
            return
        self._chosen = (self._chosen + step + 1) % (len(self._ways) + 1) - 1
        self._put(self._typed if self._chosen < 0 else self._ways[self._chosen].text)
        self._draw()

    def _recall(self, step: int) -> None:
        """An older line, or a newer one."""
        self._place = max(0, min(self._place + step, len(self._history) - 1))
        self._chosen = -1
        self._put(self._history[self._place])

    def _put(self, text: str) -> None:
        field = self.query_one(Input)
        field.value = text
        field.cursor_position = len(text)

    def _show_ways(self, text: str) -> None:
        self._ways, self._chosen = self._complete(text), -1
        self._draw()

    def _draw(self) -> None:
        """The completions around the chosen one."""
        shown = self.query_one(".ways", Static)
        shown.display = bool(self._ways)
        first = max(0, min(self._chosen - MOST_SHOWN // 2, len(self._ways) - MOST_SHOWN))
        ways = self._ways[first:first + MOST_SHOWN]
        widest = max((cells(way.text) for way in ways), default=0)
        lines = [_line(way, widest, first + number == self._chosen) for number, way in enumerate(ways)]
        more = len(self._ways) - first - len(lines)
        if more > 0:
            lines.append(Content.assemble((f"  {more} more", "$told")))
        shown.update(Content("\n").join(lines))


def _line(way: Completion, width: int, chosen: bool) -> Content:
    bar = ("▌", "$primary") if chosen else " "
    style = "$told" if way.refused else "bold" if chosen else ""
    gap = " " * (width - cells(way.text) + 3)
    return Content.assemble(bar, " ", (way.text, style), gap, (way.help, "$told"))
