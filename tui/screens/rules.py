"""What was taught about sites, each rule in words; the place where a rule is understood and removed."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList

from library import Library
from library.errors import LibraryError
from library.records import TaughtRule
from parsers.site_rules import SiteRule, in_words, is_for_one_page
from tui.render import safe
from tui.screens.dialog import Dialog
from tui.themes import Palette


class Rules(Dialog[bool]):
    """Dismissed with whether any rule was removed or put back."""

    DEFAULT_CSS = """
    Rules OptionList { width: 92; max-width: 96%; height: auto; max-height: 80%; padding: 1 2; }
    """
    KEYS = (("d", "remove"), ("u", "put back"), ("j k", "move"), ("Esc", "close"))
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,backspace", "leave", "Close"), ("d,x,delete", "remove", "Remove"), ("u", "put_back", "Put back"),
        ("j", "step(1)", "Down"), ("k", "step(-1)", "Up"),
    ]

    def __init__(self, library: Library, palette: Palette) -> None:
        super().__init__()
        self._library = library
        self._palette = palette
        self._rules: list[TaughtRule] = []
        self._removed: list[SiteRule] = []
        self._is_changed = False

    def compose(self) -> ComposeResult:
        rules = OptionList(markup=False, classes="dialog")
        rules.border_title = "What was taught"
        yield rules
        yield self.key_line()

    def on_mount(self) -> None:
        self._fill(0)
        self.query_one(OptionList).focus()

    def action_leave(self) -> None:
        self.dismiss(self._is_changed)

    def action_step(self, rows: int) -> None:
        rules = self.query_one(OptionList)
        rules.action_cursor_down() if rows > 0 else rules.action_cursor_up()

    def action_remove(self) -> None:
        at = self.query_one(OptionList).highlighted
        if at is None or not self._rules:
            return
        rule = self._rules[at].rule
        self._change(lambda: self._library.remove_rule(rule), at)
        self._removed.append(rule)

    def action_put_back(self) -> None:
        if self._removed:
            rule = self._removed.pop()
            self._change(lambda: self._library.put_rule(rule), len(self._rules))

    def _change(self, change: Callable[[], object], at: int) -> None:
        try:
            change()
        except LibraryError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self._is_changed = True
        self._fill(at)

    def _fill(self, at: int) -> None:
        self._rules = list(self._library.rules())
        rules = self.query_one(OptionList)
        rules.clear_options()
        if not self._rules:
            rules.add_option(Content("Nothing is taught any more. X on an article, then k or d on a piece."))
            return
        rules.add_options([_row(taught) for taught in self._rules])
        rules.highlighted = min(max(0, at), len(self._rules) - 1)


def _row(taught: TaughtRule) -> Content:
    """A rule in one line: its site, what it does, since when."""
    rule = taught.rule
    site = "one page" if is_for_one_page(rule) else rule.site
    since = f"{taught.taught_at:%Y-%m-%d}"
    return Content.assemble(
        (f"{'+' if rule.keep else '−'} ", "bold"), (safe(site), "bold"), f"  {safe(in_words(rule))}  ",
        (since, "$told"),
    )
