"""A plain text page as fragments: one for each paragraph, heading, list item or menu entry."""

from itertools import chain

from parsers.clean import clean_part
from parsers.formats.text import broken_lines, markdown, numbered_links
from parsers.formats.text.lines import Line, lines_of
from parsers.formats.text.wrapping import joined, paragraphs, wrap_width
from parsers.fragment import Fragment, Shape, Stated


def read(text: str, base: str | None = None) -> tuple[tuple[Fragment, ...], Stated]:
    """The fragments of a decoded text page; a dump states nothing about itself.

    `base` is the page's own absolute address, from which Markdown's relative ones start; None when nobody knows.
    """
    if markdown.is_written_in(text):
        groups, addresses = markdown.read(text)
        found = (markdown.fragments(_fragment(group), addresses, base) for group in groups)
        return tuple(chain.from_iterable(found)), Stated()
    lines = numbered_links.without(list(lines_of(text)))
    groups = broken_lines.mended(list(paragraphs(lines, wrap_width(lines))))
    return tuple(map(_fragment, groups)), Stated()


def _fragment(group: list[Line]) -> Fragment:
    first, last = group[0], group[-1]
    text = joined(group)
    # Most lines were clean as they stood.
    raw = " ".join(line.text if line.raw.strip() == line.text else clean_part(line.raw) for line in group)
    item = first.bullet or first.ordinal is not None
    return Fragment(
        text=text,
        shape=Shape.HEADING if first.level else Shape.LIST_ITEM if item else Shape.QUOTE if first.quote else Shape.LINE,
        level=first.level,
        depth=first.quote,
        ordinal=first.ordinal,
        bullet=item,
        gap=first.gap,
        indent=first.indent,
        start=first.number,
        end=last.number + 1,
        raw=raw if raw != text else None,
    )
