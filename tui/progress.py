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


def _sizes(article: Article) -> list[int]:
    """HEAD, then the code points of each block, at least 1: a picture without words is a place too."""
    return [HEAD, *(max(1, len(block.text)) for block in article.blocks)]
