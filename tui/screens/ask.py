"""A dialog with one line to fill in. What goes wrong is said in the dialog, where it can be put right."""

from collections.abc import Callable
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tui.screens.dialog import Dialog
from tui.ways import Complete, Ways

Attempt = Callable[[str], str | None]
"""Does what was asked for with the text; why it failed, as a sentence, or None when it is done. In a thread."""


class Ask(Dialog[str | None]):
    """Dismissed with the text that was accepted, or None when the reader thought better of it."""

    DEFAULT_CSS = """
    Ask > Vertical { width: 72; max-width: 92%; height: auto; padding: 1 2; }
    Ask Input { margin: 1 0; }
    Ask .hint { color: $told-colour; text-style: $told-style; height: auto; }
    Ask .ways { height: auto; margin-bottom: 1; display: none; }
    Ask .failure { color: $error; height: auto; margin-bottom: 1; display: none; }
    """
    KEYS = (("Enter", "take it"), ("Esc", "leave"))
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "leave", "Leave")]

    def __init__(self, title: str, question: str, hint: str, value: str, attempt: Attempt,
                 complete: Complete = lambda text: ()) -> None:
        """`complete` gives ways to go on with what is typed, for Tab."""
        super().__init__()
        self._ways = Ways(complete, value)
        self._title, self._question, self._hint, self._value = title, question, hint, value
        self._attempt = attempt

    def compose(self) -> ComposeResult:
        box = Vertical(classes="dialog")
        box.border_title = Content(self._title)
        with box:
            yield Static(Content(self._question))
            yield Input(self._value, select_on_focus=False, compact=True)
            yield Static("", classes="ways", markup=False)
            yield Static("", classes="failure", markup=False)
            yield Static(Content(self._hint), classes="hint")
        yield self.key_line()

    def on_mount(self) -> None:
        self.query_one(Input).cursor_blink = False
        self.query_one(Input).focus()
        self._ways.type(self._value)
        self._draw()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self._try(event.value.strip())

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        self.query_one(".failure").display = False
        if not self._ways.has_chosen(event.value):
            if event.value != self._ways.typed:
                self._ways.type(event.value)
            self._draw()

    def on_key(self, event: events.Key) -> None:
        if event.key in ("tab", "shift+tab") and self._ways:
            field = self.query_one(Input)
            field.value = self._ways.choose(1 if event.key == "tab" else -1)
            field.cursor_position = len(field.value)
            self._draw()
            event.stop()
            event.prevent_default()

    def _draw(self) -> None:
        shown = self.query_one(".ways", Static)
        shown.display = bool(self._ways)
        shown.update(self._ways.drawn())

    def action_leave(self) -> None:
        self.dismiss(None)

    @work(thread=True, exclusive=True, group="attempt")
    def _try(self, text: str) -> None:
        failure = self._attempt(text)
        self.app.call_from_thread(self._done, text, failure)

    def _done(self, text: str, failure: str | None) -> None:
        if failure is None:
            self.dismiss(text)
            return
        shown = self.query_one(".failure", Static)
        shown.update(Content(failure))
        shown.display = True
