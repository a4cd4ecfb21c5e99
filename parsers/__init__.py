"""Bytes in, articles out. Pure: no file, network, clock or screen.

Two doors: `parse(page)` turns any bytes into structured articles and never raises; `annotate(article)` marks
the people, organisations, places and dates that an article names. Beside the first, `propose` makes a reader's
correction of one page into a rule for all pages of its site, which `parse` then obeys. What is behind a door
loads when it is first opened: the screen shows stored articles and must not wait for grammars and gazetteers.
"""

from collections.abc import Sequence

from parsers.article import AnnotatedArticle, Article, Page, Parsed
from parsers.site_rules import SiteRule

__all__ = ["AnnotatedArticle", "Article", "Page", "Parsed", "SiteRule", "annotate", "parse", "propose"]


def parse(page: Page, rules: Sequence[SiteRule] = ()) -> Parsed:
    """The articles of a page, whatever its bytes are. Never raises; what is wrong is in the problems.

    Of the rules those of the page's own site are obeyed (site_rules.py).
    """
    from parsers import collector
    from parsers.pages import parse as parse_page

    with collector.held():
        return parse_page(page, rules)


def propose(page: Page, piece: int, text: str, *, keep: bool) -> SiteRule | None:
    """The rule that would keep or drop a piece of this page, by its index in Article.pieces and its text.

    None: the page has no such piece.
    """
    from parsers.pages import propose as propose_rule

    return propose_rule(page, piece, text, keep=keep)


def annotate(article: Article) -> AnnotatedArticle:
    """The article with its mentions and entities."""
    from parsers.entities import annotate as annotate_article

    return annotate_article(article)
