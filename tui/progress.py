"""Where in a story a reader is, counted in its text and not in its lines.

Lines change with every width and every font; a place counted in them would be another place in a wider window.
"""

from parsers.article import Article

Place = tuple[int, int]
"""Index of a block (or of a piece of the page as it came), and code points of its text before the place.

Above the story: -1, and the line.
"""
HEAD = 50
"""Counted for all that stands above the story: more lines than a title, a dek and a meta line ever take."""


def share_of(article: Article, place: Place) -> float:
    """How much of the story's text stands before the place, 0.0 to 1.0."""
    sizes = _sizes(article)
    part = min(max(0, place[0] + 1), len(sizes) - 1)
    return (sum(sizes[:part]) + min(place[1], sizes[part])) / sum(sizes)


def place_of(article: Article, share: float) -> Place:
    """The place before which that share of the story's text stands."""
    sizes = _sizes(article)
    left = round(min(1.0, max(0.0, share)) * sum(sizes))
    for part, size in enumerate(sizes):
        if left < size:
            return part - 1, left
        left -= size
    return len(sizes) - 2, sizes[-1]


AT_ONCE = 60_000
"""Code points of a story that are set in one go, in some 20 ms; of a longer one first what is in sight."""
IN_SIGHT = 20_000
"""More than the largest screen shows of it."""


def first_blocks(article: Article, share: float) -> int | None:
    """How many blocks to set before a long story can be shown from that place on; None: it is set in one go."""
    sizes = _sizes(article)[1:]
    if sum(sizes) <= AT_ONCE:
        return None
    wanted = share * sum(sizes) + IN_SIGHT
    for block, size in enumerate(sizes):
        wanted -= size
        if wanted <= 0:
            return block + 1 if block + 1 < len(sizes) else None
    return None


def _sizes(article: Article) -> list[int]:
    """HEAD, then the code points of each block, at least 1: a picture without words is a place too."""
    return [HEAD, *(max(1, len(block.text)) for block in article.blocks)]
