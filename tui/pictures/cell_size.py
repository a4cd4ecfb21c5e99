"""How many pixels a cell of this terminal has: only sixel needs to know, for it counts in pixels."""

import sys

USUAL = (10, 20)
"""Width and height of a cell of the VT340, which terminals take that do not tell theirs."""


def cell_size() -> tuple[int, int]:
    """As the terminal has told the system (TIOCGWINSZ); nothing is asked of it."""
    try:
        import fcntl
        import struct
        import termios

        told = fcntl.ioctl(sys.__stdout__.fileno(), termios.TIOCGWINSZ, b"\0" * 8) if sys.__stdout__ else b"\0" * 8
        rows, columns, width, height = struct.unpack("HHHH", told)
    except (ImportError, OSError, ValueError):  # no Unix, no terminal
        return USUAL
    return (width // columns, height // rows) if columns and rows and width >= columns and height >= rows else USUAL
