"""An article with one paragraph per line and no decoration, for braille displays, speech and pipes.

A bar, a rule or a bullet is noise under the finger, and lines that are wrapped twice fall apart.
What a reader would see from the layout (a heading, a caption, the column of a cell) is said in words.
"""

from collections.abc import Iterator

from parsers.article import Article, Block, Figure, Heading, ListItem, Preformatted, Quote, Table
from tui.dates import long_date
from tui.pictures.words import shows


def paragraphs(article: Article) -> Iterator[str]:
    """The lines: title, dek, who and when, then the blocks. None of them is empty, none holds a newline."""
    yield article.title
    if article.dek:
        yield article.dek
    yield _credits(article)
    for problem in article.problems:
        yield f"Note: {problem.detail}"
    for block in article.blocks:
        for line in _lines(block):
            if line.strip():
                yield line


def _credits(article: Article) -> str:
    """Publisher, authors and date in one sentence's order; that no date is given when none is."""
    names = ", ".join(author.name for author in article.authors)
    date = long_date(article.published) if article.published else "no date given"
    parts = (article.publisher, f"by {names}" if names else None, date)
    return ", ".join(part for part in parts if part)


def _lines(block: Block) -> Iterator[str]:
    """A block with the role that the eye would see from its place, in a word before it."""
    match block:
        case Figure():
            credit = f"({block.credit})" if block.credit else ""
            words, more = " ".join(part for part in (block.text, credit) if part), shows(block)
            if words and more:
                words = f"{words.removesuffix('.')}. "
            if words or more:
                yield f"Picture: {words}{more}"
        case Heading():
            yield f"Heading: {block.text}"
        case Quote():
            yield f"Quote: {block.text}"
        case ListItem(ordinal=int(ordinal)):
            yield f"{ordinal}. {block.text}"
        case ListItem():
            yield f"Item: {block.text}"
        case Preformatted():
            yield from block.text.split("\n")
        case Table():
            yield from _rows(block)
        case _:
            yield block.text


def _rows(table: Table) -> Iterator[str]:
    """Each row with the names of its columns; a table of one row is its cells."""
    if len(table.rows) == 1:
        yield "Table: " + "; ".join(cell for cell in table.rows[0] if cell)
        return
    head, *rows = table.rows
    for row in rows:
        cells = (f"{name}: {cell}" if name else cell for name, cell in zip(head, row, strict=True) if cell)
        yield "Row: " + "; ".join(cells)
