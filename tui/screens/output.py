"""What a command wrote about the article that it was given."""

from textual.content import Content

from tui.piping import LARGEST, Piped
from tui.screens.pager import Entry, Pager
from tui.wrap import wrap

MOST_LINES = 5_000
"""Lines that are shown: a page of more is laid out for longer than anyone waits."""


class Output(Pager):
    """The lines of the output, and how the command ended when it did not end well."""

    def __init__(self, command: str, piped: Piped) -> None:
        super().__init__()
        self._command, self._piped = command, piped

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one("Vertical").border_title = Content(self._command)

    def entries(self, width: int) -> list[Entry]:
        lines = self._piped.text.split("\n")
        entries = [Entry([Content(line[start:end]) for start, end in wrap(line, width)] or [Content("")], line or " ")
                   for line in lines[:MOST_LINES]]
        return [*entries, *(Entry([Content.assemble((told, "$told"))], told) for told in self._told(len(lines)))]

    def _told(self, lines: int) -> list[str]:
        """What the lines do not say."""
        told = []
        if not self._piped.text.strip():
            told.append("It wrote nothing.")
        if lines > MOST_LINES:
            told.append(f"{lines - MOST_LINES:,} more lines are not shown.")
        if self._piped.is_cut:
            told.append(f"It wrote more than {LARGEST >> 20} MB and was ended.")
        elif self._piped.code:
            told.append(f"It ended with code {self._piped.code}.")
        return told
