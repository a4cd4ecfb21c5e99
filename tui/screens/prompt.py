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

from tui.ways import Complete, Ways


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
    Prompt .where { width: auto; color: $told-colour; text-style: $told-style; padding: 0 1; }
    Prompt .ways {
        height: auto; padding: 0 1; display: none; border-top: solid $edge; text-wrap: nowrap; text-overflow: ellipsis;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "leave", "Leave")]

    def __init__(self, sign: str, hint: str, value: str = "", where: str = "", *,
                 changed: Callable[[str], None] = _nothing, complete: Complete = lambda text: (),
                 history: Sequence[str] = ()) -> None:
        """`where` says what the line is about, and how to go on. `changed` hears every version of the line,
        `complete` gives ways to go on, `history` older lines.
        """
        super().__init__()
        self._sign, self._hint, self._value, self._where = sign, hint, value, where
        self._tell, self._ways = changed, Ways(complete, value)
        self._history, self._place = [*history, ""], len(history)

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static("", classes="ways", markup=False)
            with Horizontal():
                # Words stand apart from what is typed, a colon or a slash does not.
                sign = self._sign if len(self._sign) == 1 else f"{self._sign.rstrip()} "
                yield Static(Content(sign), classes="sign")
                yield Input(self._value, placeholder=self._hint, select_on_focus=False, compact=True)
                yield Static(Content(self._where), classes="where")

    def on_mount(self) -> None:
        field = self.query_one(Input)
        field.cursor_blink = False
        field.focus()
        self._ways.type(self._value)
        self._draw()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        if self._ways.has_chosen(event.value):
            return
        if event.value != self._ways.typed:
            self._ways.type(event.value)
        self._draw()
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
        if self._ways:
            self._put(self._ways.choose(step))
            self._draw()

    def _recall(self, step: int) -> None:
        """An older line, or a newer one."""
        self._place = max(0, min(self._place + step, len(self._history) - 1))
        self._ways.leave()
        self._put(self._history[self._place])

    def _put(self, text: str) -> None:
        field = self.query_one(Input)
        field.value = text
        field.cursor_position = len(text)

    def _draw(self) -> None:
        shown = self.query_one(".ways", Static)
        shown.display = bool(self._ways)
        shown.update(self._ways.drawn())
