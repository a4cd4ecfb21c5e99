"""Keys that were typed while a dialog opened: they wait until it stands, and all behind them wait too.

A key reaches the pane it was typed in. If the key before it has opened a dialog by then, it is meant for that; but a
key typed later goes to the dialog at once. Without one queue for both "/says ann" became "ys ann", and the two letters
that had been overtaken were taken for commands when the dialog was gone.
"""

from collections import deque
from collections.abc import Awaitable, Callable

from textual import events

Send = Callable[[events.Event], Awaitable[None]]


class TypeAhead:
    """The keys that wait, in the order in which they were typed."""

    def __init__(self, send: Send, stands: Callable[[], bool]) -> None:
        """`send` hands a key to whatever has the keyboard; `stands` tells whether a dialog is on the screen."""
        self._send, self._stands = send, stands
        self._waiting: deque[events.Key] = deque()
        self._is_sending = False

    def __bool__(self) -> bool:
        """Whether keys wait. Those for a dialog that closed before it got one are let go: they were no commands."""
        if self._waiting and not self._is_sending and not self._stands():
            self._waiting.clear()
        return bool(self._waiting)

    def hold(self, key: events.Key) -> None:
        """Let a key wait for `release`."""
        self._waiting.append(events.Key(key.key, key.character))

    async def release(self) -> None:
        """Send all that wait; what is typed meanwhile comes behind them. Nothing happens when none does."""
        if self._is_sending or not self:
            return
        self._is_sending = True
        try:
            while self._waiting:
                await self._send(self._waiting[0])
                self._waiting.popleft()
        finally:
            self._is_sending = False
            self._waiting.clear()  # where one could not be sent, none may block the keyboard
