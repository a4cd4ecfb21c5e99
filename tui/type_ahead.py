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

    def __init__(self, send: Send) -> None:
        """`send` hands a key to whatever has the keyboard."""
        self._send = send
        self._waiting: deque[events.Key] = deque()

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def hold(self, key: events.Key) -> None:
        """Let a key wait for `release`."""
        self._waiting.append(events.Key(key.key, key.character))

    async def release(self) -> None:
        """Send all that wait; what is typed meanwhile comes behind them."""
        while self._waiting:
            await self._send(self._waiting[0])
            self._waiting.popleft()
