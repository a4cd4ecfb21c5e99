"""A question before the few things that cannot be taken back."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static


class Confirm(ModalScreen[bool]):
    """Dismissed with True only for a plain yes: any other way out changes nothing."""

    DEFAULT_CSS = """
    Confirm { align: center middle; background: $background 60%; }
    Confirm > Vertical {
        width: 64; max-width: 92%; height: auto; padding: 1 2; background: $surface; border: round $error;
        border-title-color: $error; border-title-style: bold; border-subtitle-color: $secondary;
    }
    Confirm Static { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("y", "answer(True)", "Yes"), ("n,escape,q,backspace,enter", "answer(False)", "No"),
    ]

    def __init__(self, title: str, question: str) -> None:
        super().__init__()
        self._title, self._question = title, question

    def compose(self) -> ComposeResult:
        box = Vertical()
        box.border_title, box.border_subtitle = Content(self._title), "y yes · n no"
        with box:
            yield Static(Content(self._question))

    def action_answer(self, yes: bool) -> None:
        self.dismiss(yes)
