"""The ways a line that is being typed could go on: which are shown, and which one stands in its place."""

from collections.abc import Callable, Sequence

from textual.content import Content

from tui.commandline import Completion
from tui.wrap import cells

MOST_SHOWN = 8
"""Completions in sight at once: as many as a glance takes in (the footer has the same number)."""

Complete = Callable[[str], Sequence[Completion]]


class Ways:
    """What was typed, the ways on from it, and the chosen one."""

    def __init__(self, complete: Complete, typed: str = "") -> None:
        self._complete = complete
        self.typed = typed
        """What the reader typed, without the completion that is shown in its place."""
        self._ways: Sequence[Completion] = ()
        self._chosen = -1

    def __bool__(self) -> bool:
        return bool(self._ways)

    def has_chosen(self, text: str) -> bool:
        """Whether the line is the chosen way, not something new that was typed."""
        return 0 <= self._chosen < len(self._ways) and text == self._ways[self._chosen].text

    def type(self, text: str) -> None:
        """The line says something new."""
        self.typed, self._chosen = text, -1
        self._ways = self._complete(text)

    def leave(self) -> None:
        """None is chosen any more."""
        self._chosen = -1

    def choose(self, step: int) -> str:
        """The line with the next way in the place of what was typed; after the last one, that again.

        The only way there is counts as typed when it can go on, so that the next step does: into a folder, to another
        tag.
        """
        if len(self._ways) == 1 and self._ways[0].text.endswith(("/", " ")):
            self.type(self._ways[0].text)
            return self.typed
        self._chosen = (self._chosen + step + 1) % (len(self._ways) + 1) - 1
        return self.typed if self._chosen < 0 else self._ways[self._chosen].text

    def drawn(self) -> Content:
        """The ways around the chosen one."""
        first = max(0, min(self._chosen - MOST_SHOWN // 2, len(self._ways) - MOST_SHOWN))
        ways = self._ways[first:first + MOST_SHOWN]
        widest = max((cells(way.text) for way in ways), default=0)
        lines = [_line(way, widest, first + number == self._chosen) for number, way in enumerate(ways)]
        more = len(self._ways) - first - len(lines)
        if more > 0:
            lines.append(Content.assemble((f"  {more} more", "$told")))
        return Content("\n").join(lines)


def _line(way: Completion, width: int, chosen: bool) -> Content:
    bar = ("▌", "$primary") if chosen else " "
    style = "$told" if way.refused else "bold" if chosen else ""
    gap = " " * (width - cells(way.text) + 3)
    return Content.assemble(bar, " ", (way.text, style), gap, (way.help, "$told"))
