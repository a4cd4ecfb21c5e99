"""What was changed and can be taken back: read, starred, and whatever else says how.

A reader who marks a list read by accident must not have to remember what was unread in it. Everything that
changes state puts one value here; nothing in this file knows what was changed.
"""

from collections.abc import Callable

from msgspec import Struct

LONGEST = 500
"""Changes that are remembered. Nobody counts back further than a session, and a list marked read holds its ids."""


class Change(Struct, frozen=True):
    """Something that was done and can be undone, in any order with other changes of other things."""

    words: str
    """What was done, as the beginning of a sentence: "3 articles marked read"."""
    redo: Callable[[], object]
    """Does it (again), on the screen and in the library, wherever the reader is by now."""
    undo: Callable[[], object]
    """Makes it as it was, there too."""


class History:
    """The changes of a session, those done and those taken back."""

    def __init__(self) -> None:
        self._done: list[Change] = []
        self._undone: list[Change] = []

    def add(self, change: Change) -> None:
        """A change that has just been made; what was taken back before it cannot be done again any more."""
        self._done = [*self._done[1 - LONGEST:], change]
        self._undone.clear()

    def undo(self) -> Change | None:
        """Takes the last change back and says which; None: there is none."""
        if not self._done:
            return None
        change = self._done.pop()
        self._undone.append(change)
        change.undo()
        return change

    def redo(self) -> Change | None:
        """Does again what was taken back last; None: there is nothing."""
        if not self._undone:
            return None
        change = self._undone.pop()
        self._done.append(change)
        change.redo()
        return change

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)
