"""The palette of all actions, in the look of the other dialogs.

Textual's own brings a black frame, a magnifying glass and a highlight of its own colours, and leaves the panes' footer
to promise keys that do nothing meanwhile.
"""

from textual.app import ComposeResult
from textual.command import CommandPalette

from tui.themes import Palette
from tui.widgets.key_line import KeyLine

KEYS = (("↑ ↓", "move"), ("Enter", "do it"), ("Esc", "close"))


class ActionPalette(CommandPalette):
    """What is chosen in it is done when it has closed."""

    DEFAULT_CSS = """
    ActionPalette > Vertical { max-width: 84; background: $surface; }
    ActionPalette SearchIcon { display: none; }
    ActionPalette #--input, ActionPalette #--input.--list-visible {
        height: 3; border: round $edge; background: $surface;
    }
    ActionPalette CommandInput, ActionPalette CommandInput:focus { border: none; padding: 0 1; }
    ActionPalette CommandList, ActionPalette CommandList:focus {
        border: round $edge; border-top: none; background: $surface; scrollbar-size-vertical: 1;
        scrollbar-color: $edge; scrollbar-background: $surface;
    }
    ActionPalette CommandList > .option-list--option { padding: 0 1; text-style: none; }
    ActionPalette CommandList > .option-list--option-highlighted { background: $selected; text-style: none; }
    ActionPalette CommandList:ansi > .option-list--option-highlighted {
        background: $block-cursor-background; color: $block-cursor-foreground; text-style: none;
    }
    ActionPalette CommandList:nocolor > .option-list--option-highlighted { text-style: bold underline; }
    """

    def __init__(self, palette: Palette) -> None:
        super().__init__(placeholder="a few letters of what you want to do", id="--command-palette")
        self._palette = palette

    def compose(self) -> ComposeResult:
        yield from super().compose()
        yield KeyLine(self._palette, KEYS)
