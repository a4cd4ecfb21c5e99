"""Every key on one page, from the registry: what cannot be done right now says why."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.actions import GROUPS, Action, Situation
from tui.keymaps import Keys, shown
from tui.wrap import wrap

KEYS = 13
"""Cells for the keys of an action."""
WIDTH, BORDERS = 84, 9
"""Cells of the page, and those of them that its border, padding and scrollbar take."""


class Help(ModalScreen[None]):
    """Scrolls like the body; any of the closing keys closes it."""

    DEFAULT_CSS = """
    Help { align: center middle; background: $background 60%; }
    Help > VerticalScroll {
        width: 84; max-width: 96%; height: auto; max-height: 92%; padding: 1 3; background: $surface;
        border: round $primary; border-title-color: $primary; border-title-style: bold;
        border-subtitle-color: $secondary; scrollbar-size-vertical: 1; scrollbar-color: $border;
        scrollbar-background: $surface;
    }
    Help Static { width: 1fr; height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,question_mark,f1,backspace", "leave", "Close"), ("j,down", "scroll(1)", "Down"),
        ("k,up", "scroll(-1)", "Up"), ("space,pagedown,ctrl+d", "scroll(20)", "Page down"),
        ("b,pageup,ctrl+u", "scroll(-20)", "Page up"), ("g,home", "scroll(-1000)", "Top"),
        ("G,end", "scroll(1000)", "Bottom"),
    ]

    def __init__(self, situation: Situation, keys: Keys) -> None:
        super().__init__()
        self._situation, self._keys = situation, keys

    def compose(self) -> ComposeResult:
        page = VerticalScroll()
        page.border_title = "Keys"
        page.border_subtitle = "j k scroll · esc closes"
        with page:
            yield Static()

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    def on_resize(self) -> None:
        width = min(WIDTH, self.size.width * 96 // 100) - BORDERS
        self.query_one(Static).update(help_text(self._situation, self._keys, width))

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_scroll(self, lines: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)


def help_text(situation: Situation, keys: Keys, width: int) -> Content:
    """The registry as text of at most `width` cells, by group."""
    parts: list[Content] = []
    for group, actions in GROUPS.items():
        parts.append(Content.assemble((group, "bold $primary")))
        for action in actions:
            if keys.of(action):
                parts += _rows(action, keys, situation, width)
        parts.append(Content(""))
    return Content("\n").join(parts[:-1])


def _rows(action: Action, keymap: Keys, situation: Situation, width: int) -> list[Content]:
    keys = " ".join(shown(key) for key in keymap.of(action))
    reason = action.why_not(situation)
    told = f"{action.help} Not now: {reason[0].lower()}{reason[1:]}" if reason else action.help
    style = "$secondary" if reason else ""
    lines = [told[start:end] for start, end in wrap(told, max(20, width - KEYS))]
    first = Content.assemble((keys, "bold"), " " * max(1, KEYS - len(keys)), (lines[0], style))
    return [first, *(Content.assemble(" " * KEYS, (line, style)) for line in lines[1:])]
