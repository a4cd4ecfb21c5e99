"""What is muted, each with how many articles it hides; the place where a mute is removed."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList

from library import Library
from library.errors import LibraryError
from library.mutes import Mute
from tui.render import safe
from tui.screens.dialog import Dialog
from tui.screens.marking import articles_told


class Mutes(Dialog[str | None]):
    """Dismissed with the queries that were removed, a line each; "" when their articles are wanted; None: nothing."""

    DEFAULT_CSS = """
    Mutes OptionList { width: 72; max-width: 96%; height: auto; max-height: 80%; padding: 1 2; }
    """
    KEYS = (("Enter", "their articles"), ("d", "remove"), ("j k", "move"), ("Esc", "close"))
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,backspace", "leave", "Close"), ("d,x,delete", "remove", "Remove"),
        ("j", "step(1)", "Down"), ("k", "step(-1)", "Up"), ("enter,l", "show", "Their articles"),
    ]

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._mutes: list[Mute] = []
        self._removed: list[str] = []

    def compose(self) -> ComposeResult:
        mutes = OptionList(markup=False, classes="dialog")
        mutes.border_title = "What is muted"
        yield mutes
        yield self.key_line()

    def on_mount(self) -> None:
        self._fill(0)
        self.query_one(OptionList).focus()

    def action_leave(self) -> None:
        self.dismiss("\n".join(self._removed) or None)

    def action_show(self) -> None:
        self.dismiss("\n".join(self._removed))

    def on_option_list_option_selected(self) -> None:
        self.action_show()

    def action_step(self, rows: int) -> None:
        mutes = self.query_one(OptionList)
        mutes.action_cursor_down() if rows > 0 else mutes.action_cursor_up()

    def action_remove(self) -> None:
        at = self.query_one(OptionList).highlighted
        if at is None or not self._mutes:
            return
        query = self._mutes[at].query
        try:
            self._library.unmute(query)
        except LibraryError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self._removed.append(query)
        self._fill(at)

    def _fill(self, at: int) -> None:
        self._mutes = list(self._library.mutes())
        mutes = self.query_one(OptionList)
        mutes.clear_options()
        if not self._mutes:
            mutes.add_option(Content("Nothing is muted any more."))
            return
        widest = max(len(safe(mute.query)) for mute in self._mutes)
        mutes.add_options([Content.assemble(
            (f"{safe(mute.query):{widest}}", "bold"), f"  {articles_told(mute.articles)}  ",
            (f"{mute.made_at:%Y-%m-%d}", "$told"),
        ) for mute in self._mutes])
        mutes.highlighted = min(max(0, at), len(self._mutes) - 1)
