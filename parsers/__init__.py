"""Bytes in, articles out. Pure: no file, network, clock or screen.

Two doors: `parse(page)` turns any bytes into structured articles and never raises; `annotate(article)` marks
the people, organisations, places and dates that an article names. What is behind a door loads when it is first
opened: the screen shows stored articles and must not wait for grammars and gazetteers.
"""

from parsers.article import AnnotatedArticle, Article, Page, Parsed

__all__ = ["AnnotatedArticle", "Article", "Page", "Parsed", "annotate", "parse"]


def parse(page: Page) -> Parsed:
    """The articles of a page, whatever its bytes are. Never raises; what is wrong is in the problems."""
    from parsers.pages import parse as parse_page

    return parse_page(page)


def annotate(article: Article) -> AnnotatedArticle:
    """The article with its mentions and entities."""
    from parsers.entities import annotate as annotate_article

    return annotate_article(article)
