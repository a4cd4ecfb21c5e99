"""A terminal that goes away, or a program that is told to end: the place is kept either way.

Without it a broken connection would cost the last second, and `kill` would leave a terminal that shows what one
types nowhere.
"""

import asyncio
import signal
from collections.abc import Callable

WAIT = 3
"""Seconds a program without a terminal has to write down where it is. Then the system ends it: what it draws may
wait for ever to be taken."""


def watch(keep: Callable[[Callable[[], None]], None], leave: Callable[[], None]) -> None:
    """Until the running event loop ends: `leave` at SIGTERM; at SIGHUP `keep`, which is told how to end at once.

    Windows has neither signal, and there nothing happens; nor does it outside the main thread.
    """
    loop = asyncio.get_running_loop()

    def die() -> None:
        loop.remove_signal_handler(signal.SIGHUP)
        signal.raise_signal(signal.SIGHUP)

    def hung_up() -> None:
        if not signal.alarm(WAIT):  # shells tell it twice
            keep(die)

    try:
        loop.add_signal_handler(signal.SIGHUP, hung_up)
        loop.add_signal_handler(signal.SIGTERM, leave)
    except (AttributeError, NotImplementedError, RuntimeError, ValueError):
        return
