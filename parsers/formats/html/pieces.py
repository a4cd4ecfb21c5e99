"""Finished pieces of a page as Fragments: what shape each has, by where it stood."""

from parsers.article import Mark
from parsers.clean import clean_text
from parsers.dom import Element
from parsers.formats.html import tables
from parsers.formats.html.frame import Frame
from parsers.formats.html.pictures import Picture
from parsers.fragment import Fragment, Shape


def paragraph(
    text: str, marks: tuple[Mark, ...], frame: Frame, span: tuple[int, int], *, direct: bool
) -> Fragment:
    """A line of text, shaped by the elements around it. The first of a list item takes its bullet.

    `frame` is the innermost element that holds it all, `span` its first and last position; `direct` says that some
    of it stands right in its block.
    """
    setting, item = frame.setting, frame.item
    level = depth = 0
    ordinal: int | None = None
    bullet = False
    # Text right in a <p> or right in a <div> is written as a paragraph; text in a <span> in a <div> may be anything.
    shape = Shape.PARAGRAPH if setting.block == "p" or direct else Shape.LINE
    if setting.level:
        shape, level = Shape.HEADING, setting.level
    elif setting.caption:
        shape = Shape.CAPTION
    elif item and not item.used:
        shape, depth, ordinal, bullet = Shape.LIST_ITEM, item.depth, item.ordinal, True
    elif setting.quotes:
        shape, depth = Shape.QUOTE, setting.quotes
    if item:
        item.used = True
    place = setting.place.tell()
    return Fragment(
        text=text,
        shape=shape,
        marks=marks,
        level=level,
        depth=depth,
        ordinal=ordinal,
        bullet=bullet,
        path=place.path,
        names=place.names,
        own_names=place.own_names,
        container=frame.container,
        start=span[0],
        end=span[1],
    )


def image(picture: Picture, frame: Frame, position: int) -> Fragment:
    """A picture; its text is what it says it shows."""
    return _whole(Shape.IMAGE, picture.alt, frame, position, src=picture.src, file=picture.file)


def table(element: Element, frame: Frame, position: int) -> Fragment | None:
    """A table of data; None when all its cells are empty."""
    rows = tables.rows_of(element)
    text = "\n".join("\t".join(row) for row in rows)
    return _whole(Shape.TABLE, text, frame, position, rows=rows) if rows else None


def preformatted(element: Element, frame: Frame, position: int) -> Fragment | None:
    """Text whose lines and spaces count; None when there is none."""
    text = clean_text(element.text(breaks=True))
    return _whole(Shape.PREFORMATTED, text, frame, position) if text else None


def _whole(
    shape: Shape,
    text: str,
    frame: Frame,
    position: int,
    *,
    src: str | None = None,
    file: str | None = None,
    rows: tuple[tuple[str, ...], ...] = (),
) -> Fragment:
    place = frame.setting.place.tell()
    return Fragment(
        text=text,
        shape=shape,
        src=src,
        file=file,
        rows=rows,
        path=place.path,
        names=place.names,
        own_names=place.own,
        container=frame.container,
        start=position,
        end=position,
    )
