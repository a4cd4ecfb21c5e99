"""What lies over the panes: one look for every dialog, and its keys where the footer's stand.

Without it each dialog would have a frame of its own kind, and the footer would go on promising the panes' keys,
which do nothing meanwhile.
"""

from collections.abc import Sequence
from typing import ClassVar

from textual.screen import ModalScreen, ScreenResultType

from tui.screens.base import ReaderBase
from tui.themes import Palette
from tui.widgets.key_line import KeyLine


class Dialog(ModalScreen[ScreenResultType]):
    """Subclasses put `.dialog` on their box and yield `key_line()`.

    Without colour the row with the cursor is underlined: Textual loses `reverse` between the style sheet and a list.
    """

    KEYS: ClassVar[Sequence[tuple[str, str]]] = ()
    """Keys with what they do here, the most useful ones first and the way out last."""
    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 60%; }
    Dialog .dialog, Dialog .dialog:focus {
        background: $surface; background-tint: transparent; border: round $edge; border-title-color: $primary;
        border-title-style: bold; border-subtitle-color: $told-colour; border-subtitle-style: $told-style;
        scrollbar-size-vertical: 1; scrollbar-color: $edge; scrollbar-background: $surface;
    }
    Dialog OptionList > .option-list--option-highlighted, Dialog OptionList:focus > .option-list--option-highlighted {
        background: $selected; color: $foreground; text-style: none;
    }
    Dialog OptionList:ansi > .option-list--option-highlighted {
        background: $block-cursor-background; color: $block-cursor-foreground; text-style: none;
    }
    Dialog OptionList:nocolor > .option-list--option-highlighted { text-style: bold underline; }
    Dialog Input { background: $panel; }
    """

    def key_line(self) -> KeyLine:
        """This dialog's keys, for the lowest line of the screen."""
        return KeyLine(self.palette, self.KEYS)

    @property
    def palette(self) -> Palette:
        """What the panes below are drawn in."""
        below = self.app.screen_stack[0]
        assert isinstance(below, ReaderBase)  # noqa: S101 - the application has this one screen, and dialogs over it
        return below.palette
