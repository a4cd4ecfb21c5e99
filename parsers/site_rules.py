"""What a reader has taught about a site: pieces to keep in the article, and pieces to leave out.

Extraction goes wrong on somebody's favourite site, and only its reader sees it. A rule is what is left of one such
correction: it says in words what it matches, so that it can be understood, listed and taken back.
"""

from typing import Literal
from urllib.parse import urlsplit

from msgspec import Struct

from parsers.article import Article


class SiteRule(Struct, frozen=True):
    """One correction of how the pages of a site are read."""

    site: str
    """What `site_of` says of the pages it is for."""
    keep: bool
    """True: what it matches belongs to the article; False: it is set aside."""
    by: Literal["words", "opening", "place"]
    """What it goes by: a line's words, how a line opens, or where HTML has a piece."""
    what: str
    """words: the line's letters in lower case, every number as 0. opening: the label before a colon, likewise.
    place: the innermost tags with ">" between them, then the names that mark the place."""
    shown: str
    """For a person: the line, the opening or the place that it was taught on. One line."""


def site_of(article: Article) -> str:
    """Whose page it is: the host of its address without "www.", else its publisher, else this very article's id."""
    host = ""
    if article.url:
        try:
            host = (urlsplit(article.url).hostname or "").removeprefix("www.")
        except ValueError:
            host = ""
    return host or article.publisher or article.id


def is_for_one_page(rule: SiteRule) -> bool:
    """Whether the page it was taught on names neither address nor publisher, so that it serves no other."""
    return len(rule.site) == 32 and not rule.site.strip("0123456789abcdef")


def in_words(rule: SiteRule) -> str:
    """What the rule does, as a sentence without its site: "drops the line “Sign up for our newsletter”"."""
    verb = "keeps" if rule.keep else "drops"
    if rule.by == "words":
        return f"{verb} the line “{rule.shown}”"
    if rule.by == "opening":
        return f"{verb} lines that begin with “{rule.shown}”"
    return f"{verb} what stands at {rule.shown}"
