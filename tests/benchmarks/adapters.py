"""What scorers call: the parsers' public doors, their blocks joined to plain text. No logic of its own."""

from datetime import UTC, datetime
from typing import Any

from parsers import Page, parse
from parsers.article import Article, Figure
from parsers.entities import spans

__all__ = ["from_html", "from_text", "spans"]

_SEEN = datetime(2026, 1, 1, tzinfo=UTC)


def from_html(html: bytes, url: str | None) -> dict[str, Any]:
    """title, authors (names), date (ISO 8601 or None) and body (plain text) of a page's first article."""
    return _answer(parse(Page(html, _SEEN, url, "text/html")).articles)


def from_text(text: str) -> dict[str, Any]:
    """The same for a plain text dump."""
    return _answer(parse(Page(text.encode(), _SEEN, None, "text/plain; charset=utf-8")).articles)


def _answer(articles: tuple[Article, ...]) -> dict[str, Any]:
    if not articles:
        return {"title": None, "authors": [], "date": None, "body": ""}
    article = articles[0]
    texts = [block.text for block in article.blocks if not isinstance(block, Figure)]
    return {
        "title": article.title,
        "authors": [author.name for author in article.authors],
        "date": article.published,
        "body": "\n\n".join(([article.dek] if article.dek else []) + texts),
    }
