"""Marks of a stretch of text (emphasis, links), from the spans that a format's reader gathered."""

from operator import itemgetter

from parsers.article import Mark, Style

Span = tuple[Style, str | None, int, int]
"""A style, the address of a link, and where it starts and ends."""

_EXTENT = itemgetter(2, 3)


def marks_of(text: str, spans: list[Span]) -> tuple[Mark, ...]:
    """Marks without white space at their ends, neighbours of one kind joined, in order of their start.

    A link that leads nowhere (None) is none.
    """
    if len(spans) == 1:
        mark = _mark(text, *spans[0])
        return (mark,) if mark else ()
    out: list[Mark] = []
    last: dict[tuple[Style, str | None], int] = {}
    for span in sorted(spans, key=_EXTENT):
        mark = _mark(text, *span)
        if mark is None:
            continue
        kind = mark.style, mark.href
        at = last.get(kind)
        if at is not None and mark.start <= out[at].end + 1 and not text[out[at].end : mark.start].strip():
            out[at] = Mark(out[at].start, max(mark.end, out[at].end), mark.style, mark.href)
        else:
            last[kind] = len(out)
            out.append(mark)
    return tuple(out)


def _mark(text: str, style: Style, href: str | None, start: int, end: int) -> Mark | None:
    """A mark without white space at its ends; None when nothing is left, or a link leads nowhere."""
    if style == "link" and href is None:
        return None
    end = min(end, len(text))
    while start < end and text[start] == " ":
        start += 1
    while start < end and text[end - 1] == " ":
        end -= 1
    return Mark(start, end, style, href) if start < end else None
