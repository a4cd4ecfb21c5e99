"""The bytes of pages that no file holds for us: those of standard input, and those that a reader kept.

Without them such a page could not be read again when the parsers, or the rules taught about its site, have changed.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # see articles.py
    import sqlite3


def put(connection: sqlite3.Connection, sha256: bytes, body: bytes) -> None:
    """Keeps a page's bytes, compressed; the same page twice is kept once."""
    connection.execute(
        "insert or ignore into pages (sha256, body) values (?, ?)", (sha256, zlib.compress(body))
    )


def get(connection: sqlite3.Connection, sha256: bytes) -> bytes | None:
    """A kept page's bytes as they were received; None when they were not kept."""
    row = connection.execute("select body from pages where sha256 = ?", (sha256,)).fetchone()
    return None if row is None else zlib.decompress(row[0])
