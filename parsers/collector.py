"""The garbage collector, held while a page is read.

A page becomes some ten thousand small objects that hold no cycles and are all freed the moment they are let go. The
collector cannot know: it looks through them, and through every gazetteer and cache of the process, again and again.
Measured on news pages, that was a fifth of the time of reading one.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def held() -> Iterator[None]:
    """No collection of cycles inside; afterwards the collector is as it was, whatever happened.

    Threads may be inside at the same time: the first to leave lets the collector go on.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
