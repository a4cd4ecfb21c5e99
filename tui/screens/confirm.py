"""A question before the few things that cannot be taken back."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.screens.dialog import Dialog


class Confirm(Dialog[bool]):
    """Dismissed with True only for a plain yes: any other way out changes nothing."""

    DEFAULT_CSS = """
    Confirm > .dialog {
        width: 64; max-width: 92%; height: auto; padding: 1 2; border: round $error; border-title-color: $error;
    }
    Confirm Static { height: auto; }
    """
    KEYS = (("y", "yes"), ("Esc", "no"))
    BINDINGS: ClassVar[list[BindingType]] = [
        ("y", "answer(True)", "Yes"), ("n,escape,q,backspace,enter", "answer(False)", "No"),
    ]

    def __init__(self, title: str, question: str) -> None:
        super().__init__()
        self._title, self._question = title, question

    def compose(self) -> ComposeResult:
        box = Vertical(classes="dialog")
        box.border_title = Content(self._title)
        with box:
            yield Static(Content(self._question))
        yield self.key_line()

    def action_answer(self, yes: bool) -> None:
        self.dismiss(yes)
