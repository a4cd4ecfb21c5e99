"""A passage of an article as it is quoted: Markdown, with where it is from.

A quote without its source is hearsay; one that has to be looked up later is not looked up at all.
"""

from collections.abc import Sequence
from datetime import date

from library.export.inline import address, escape, escape_start, inline
from parsers.article import Article, Mark


def quotation(article: Article, passages: Sequence[str], *, read_on: date) -> str:
    """The passages as a block quote, a blank line between them, and the citation below; ends with a newline.

    Without passages it is the citation alone.
    """
    quoted = "\n>\n".join("\n".join(f"> {escape_start(escape(line))}" for line in passage.split("\n"))
                          for passage in passages if passage.strip())
    return f"{quoted}\n>\n> — {citation(article, read_on=read_on)}\n" if quoted \
        else f"{citation(article, read_on=read_on)}\n"


def citation(article: Article, *, read_on: date) -> str:
    """Who, what, where and when in one line of Markdown: authors, the title (linked), publisher, date, day of reading.

    What the page does not say is left out, never guessed.
    """
    url = address(article.url)
    title = inline(article.title, (Mark(0, len(article.title), "link", url),) if url else ())
    names = ", ".join(escape(author.name) for author in article.authors)
    parts = (names, f"“{title}”", escape(article.publisher or ""), (article.published or "")[:10],
             f"read {read_on.isoformat()}")
    return ", ".join(part for part in parts if part)
