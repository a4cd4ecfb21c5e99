"""How wide the panes are: shares of the screen, or what the reader has made them, as far as it fits.

Without limits a divider that is pulled too far would leave a pane of no cells, and nothing to pull it back by.
"""

from msgspec import Struct

SPACIOUS = 150
"""Columns from which sources and articles get all the room they can use."""
NARROWEST_SOURCES, NARROWEST_ARTICLES, NARROWEST_BODY = 12, 24, 40
"""Cells below which a pane tells nothing: a name with its count, a title in three words, a line of text."""


class Widths(Struct, frozen=True):
    """Columns of sources and articles, the line at their right included; the body has the rest."""

    sources: int
    articles: int


def widths(total: int, own: Widths | None) -> Widths:
    """The widths on a screen of so many columns; `own` is what the reader has pulled them to, None: nothing."""
    if own is None:
        if total >= SPACIOUS:
            return Widths(27, 47)
        return Widths(max(18, min(21, total * 21 // 120)), max(31, min(37, total * 37 // 120)))
    sources = max(NARROWEST_SOURCES, min(own.sources, total - NARROWEST_ARTICLES - NARROWEST_BODY))
    return Widths(sources, max(NARROWEST_ARTICLES, min(own.articles, total - sources - NARROWEST_BODY)))


def pulled(now: Widths, *, first: bool, by: int) -> Widths:
    """With the first divider (or the second) so many columns to the right; the other one stays where it is."""
    if first:
        return Widths(now.sources + by, now.articles - by)
    return Widths(now.sources, now.articles + by)
