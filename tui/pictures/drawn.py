"""A picture as a terminal shows it: its cells, and what has to be sent for them.

Apart from what makes one, so that the start of the program, which knows that there may be pictures, pays for none.
"""

from typing import NamedTuple

from textual.strip import Strip

from tui.pictures.fit import Box


class Drawn(NamedTuple):
    """A picture in so many cells."""

    box: Box
    strips: tuple[Strip, ...]
    """Its rows; () when the terminal puts it over cells that stay blank."""
    number: int = 0
    """What the terminal calls it (kitty.py); 0: nothing."""
    sent: str = ""
    """What has to reach the terminal before its cells do."""
    over: str = ""
    """What puts it over blank cells, once the cursor is at the first of them."""
