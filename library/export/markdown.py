"""An annotated article as Markdown: for Obsidian and its kin, or plain.

Words are what must survive: whatever Markdown has no way to say (a list that jumps three levels, a quote in a
quote in a quote …) is said more simply, and no text of a page is ever taken for Markdown (see inline.py).
"""

import re
from collections.abc import Sequence
from datetime import date
from itertools import groupby

from library.export.frontmatter import front_matter
from library.export.inline import address, escape, escape_start, inline
from library.export.preset import Preset
from parsers.article import (
    AnnotatedArticle,
    Article,
    Block,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Preformatted,
    Quote,
    Table,
)

_DEEPEST = 6
"""Levels of lists and quotes. Readers stop nesting somewhere (markdown-it at 20 elements, two to a list level)."""
_LARGEST_ORDINAL = 999_999_999
"""CommonMark 5.2: an ordered list begins with at most nine digits."""


def markdown(annotated: AnnotatedArticle, *, exported_on: date, preset: Preset = Preset.OBSIDIAN,
             tags: Sequence[str] = ()) -> str:
    """The whole file: front matter as the preset has it, one heading of level 1, the story; UTF-8, LF, one at the end.

    The dek stands below the title in italics. Without front matter, so do the publisher, authors, date and address.
    `tags` are those that the reader gave to the article.
    """
    article = annotated.article
    parts = [f"# {escape_start(escape(article.title))}"]
    if article.dek:
        parts.append(_italic(article.dek))
    if preset is Preset.PLAIN:
        parts += _about(article)
    parts += _story(article.blocks)
    text = "\n\n".join(parts) + "\n"
    return text if preset is Preset.PLAIN else f"{front_matter(annotated, exported_on, tags)}\n{text}"


def _about(article: Article) -> list[str]:
    """What front matter would say, for a person."""
    said = [article.publisher, *(author.name for author in article.authors), article.published]
    line = " · ".join(part for part in said if part)
    target = address(article.url)
    lines = [escape_start(escape(line))] if line else []
    return [*lines, f"[{escape(article.url or '')}]({target})"] if target else lines


def _story(blocks: Sequence[Block]) -> list[str]:
    """The blocks, each as lines that a blank line parts from the next; lists and runs of quotes stay together."""
    parts: list[str] = []
    for _, run in groupby(blocks, key=type):
        alike = list(run)
        items = [block for block in alike if isinstance(block, ListItem) and block.text]
        quotes = [block for block in alike if isinstance(block, Quote) and block.text]
        parts += [_list(items)] if items else []
        parts += [_quotes(quotes)] if quotes else []
        parts += [text for block in alike if (text := _alone(block))]
    return parts


def _alone(block: Block) -> str:
    """A block that stands for itself; "" for one that has nothing to show, or belongs to a list or quote."""
    match block:
        case Paragraph():
            return escape_start(inline(block.text, block.marks))
        case Heading() if block.text:
            level = min(max(block.level, 2), 6)
            return f"{'#' * level} {escape_start(inline(block.text, block.marks))}"
        case Preformatted() if block.text:
            longest = max((len(run) for run in re.findall("`+", block.text)), default=0)
            fence = "`" * max(3, longest + 1)
            return f"{fence}\n{block.text}\n{fence}"
        case Figure():
            return _figure(block)
        case Table():
            return _table(block)
        case _:
            return ""


def _figure(figure: Figure) -> str:
    """The picture when its address is known, then caption and credit in italics; the alt text when all else lacks."""
    target = address(figure.src)
    words = [text for text in (figure.text, figure.credit) if text]
    if target is None and not words and figure.alt:
        words = [figure.alt]
    said = "\n".join(_italic(text) for text in words)
    picture = f"![{escape(figure.alt or '')}]({target})" if target else ""
    return "\n\n".join(part for part in (picture, said) if part)


def _table(table: Table) -> str:
    """GFM's form, whose first row is the heading; "" without cells."""
    if not table.rows or not table.rows[0]:
        return ""
    head, *rest = ["| " + " | ".join(_cell(cell) for cell in row) + " |" for row in table.rows]
    return "\n".join([head, "|" + " --- |" * len(table.rows[0]), *rest])


def _cell(text: str) -> str:
    return escape(" ".join(text.split())).replace("|", "\\|")


def _quotes(quotes: Sequence[Quote]) -> str:
    lines: list[str] = []
    depth = 0
    for quote in quotes:
        before, depth = depth, min(max(quote.depth, 1), _DEEPEST)
        if lines:
            lines.append("> " * (min(before, depth) - 1) + ">")
        lines.append("> " * depth + escape_start(inline(quote.text, quote.marks)))
    return "\n".join(lines)


def _list(items: Sequence[ListItem]) -> str:
    """Items under each other, children under their parent's words. A number out of turn begins a new list.

    Readers number an ordered list from its first item on, so a jump needs a list of its own: the other delimiter,
    ")" for ".", begins one. A blank line before it, because only number 1 may follow a line of words directly.
    """
    lines: list[str] = []
    widths: list[int] = []       # of the markers of the open levels
    numbers: list[int | None] = []
    delimiters: list[str] = []
    for item in items:
        depth = min(max(item.depth, 0), len(widths), _DEEPEST - 1)
        number = item.ordinal if item.ordinal is not None and 0 <= item.ordinal <= _LARGEST_ORDINAL else None
        before = numbers[depth] if depth < len(numbers) else None
        delimiter = delimiters[depth] if depth < len(delimiters) else "."
        if number is not None and before is not None and number != before + 1:
            delimiter = ")" if delimiter == "." else "."
        if lines and number not in (None, 1) and (before is None or number != before + 1):
            lines.append("")
        marker = "- " if number is None else f"{number}{delimiter} "
        lines.append(" " * sum(widths[:depth]) + marker + escape_start(inline(item.text, item.marks)))
        widths[depth:], numbers[depth:], delimiters[depth:] = [len(marker)], [number], [delimiter]
    return "\n".join(lines)


def _italic(text: str) -> str:
    return f"*{escape(text)}*"
