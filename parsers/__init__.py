"""Bytes in, articles out. Pure: no file, network, clock or screen.

Two doors: `parse(page)` turns any bytes into structured articles and never raises; `annotate(article)` marks
the people, organisations, places and dates that an article names.
"""

from parsers.article import AnnotatedArticle, Article, Page, Parsed
from parsers.pages import parse

__all__ = ["AnnotatedArticle", "Article", "Page", "Parsed", "annotate", "parse"]


def annotate(article: Article) -> AnnotatedArticle:
    """The article with its mentions and entities. The recogniser and its gazetteers load at the first call."""
    from parsers.entities import annotate as annotate_article

    return annotate_article(article)
