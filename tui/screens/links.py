"""Every link of an article with its address: the footnotes that a terminal page does not have."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList

from tui.links import Link
from tui.render import safe
from tui.screens.dialog import Dialog


class Links(Dialog[tuple[str, Link] | None]):
    """Dismissed with what to do ("open", "copy") with which link; None: nothing."""

    DEFAULT_CSS = """
    Links OptionList { width: 96; max-width: 96%; height: auto; max-height: 84%; padding: 1 2; }
    """
    KEYS = (("Enter", "open"), ("y", "copy"), ("j k", "move"), ("Esc", "close"))
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,backspace", "leave", "Close"), ("y,semicolon", "copy", "Copy"), ("j", "step(1)", "Down"),
        ("k", "step(-1)", "Up"),
    ]

    def __init__(self, links: Sequence[Link]) -> None:
        super().__init__()
        self._links = links

    def compose(self) -> ComposeResult:
        links = OptionList(*(_row(number, link) for number, link in enumerate(self._links, start=1)), markup=False,
                           classes="dialog")
        links.border_title = "Links"
        yield links
        yield self.key_line()

    def on_mount(self) -> None:
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(("open", self._links[event.option_index]))

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_copy(self) -> None:
        at = self.query_one(OptionList).highlighted
        if at is not None:
            self.dismiss(("copy", self._links[at]))

    def action_step(self, rows: int) -> None:
        links = self.query_one(OptionList)
        links.action_cursor_down() if rows > 0 else links.action_cursor_up()


def _row(number: int, link: Link) -> Content:
    return Content.assemble((f"{number:>3}  ", "$told"), (safe(link.text), "bold"), "\n     ",
                            (safe(link.href), "$told"))
