"""The story's fragments become its blocks; captions and credits join their pictures."""

from collections.abc import Sequence

from parsers.article import Block, Figure, Heading, ListItem, Paragraph, Preformatted, Quote, Role, Table
from parsers.fragment import Fragment
from parsers.labelling.label import Label
from parsers.news import boilerplate, credit

_FIGURE = (Role.IMAGE, Role.CAPTION, Role.CREDIT)


def story_blocks(
    fragments: Sequence[Fragment], labels: Sequence[Label]
) -> tuple[tuple[Block, ...], dict[int, int]]:
    """The blocks of the story in reading order, and for each fragment that is in one, its block's index."""
    blocks: list[Block] = []
    block_of: dict[int, int] = {}
    open_figure: int | None = None
    for i, (fragment, label) in enumerate(zip(fragments, labels, strict=True)):
        if not label.story:
            continue
        if label.role in _FIGURE:
            open_figure = _add_to_figure(blocks, open_figure, fragment, label.role)
            block_of[i] = open_figure
            continue
        block = _block(fragment, label.role)
        if block is not None:
            open_figure = None
            block_of[i] = len(blocks)
            blocks.append(block)
    return tuple(blocks), block_of


def _block(fragment: Fragment, role: Role) -> Block | None:
    text, marks = fragment.text, fragment.marks
    match role:
        case Role.PARAGRAPH | Role.CORRECTION:
            return Paragraph(text, marks)
        case Role.HEADING:
            return Heading(text, min(6, max(2, fragment.level or 2)), marks)
        case Role.QUOTE:
            return Quote(text, max(1, fragment.depth), marks)
        case Role.LIST_ITEM:
            return ListItem(text, fragment.depth, fragment.ordinal, marks)
        case Role.PREFORMATTED:
            return Preformatted(text, marks)
        case Role.TABLE:
            return Table(fragment.rows) if fragment.rows else Paragraph(text, marks)
        case _:
            return None


def _add_to_figure(blocks: list[Block], at: int | None, fragment: Fragment, role: Role) -> int:
    """Add a picture, a caption or a credit to the figure that is open, or begin another; the figure's index."""
    figure = blocks[at] if at is not None else None
    if role is Role.CAPTION and credit.alone(fragment.text):
        role = Role.CREDIT
    text, by = _caption(fragment.text) if role is Role.CAPTION else ("", None)
    if role is Role.CREDIT:
        by = credit.alone(fragment.text) or fragment.text
    if isinstance(figure, Figure) and at is not None and _fits(figure, role):
        blocks[at] = Figure(
            figure.text or text, figure.credit or by, figure.alt, figure.src, figure.file
        )
        return at
    alt = (
        fragment.text
        if role is Role.IMAGE and fragment.text and not boilerplate.says_nothing(fragment.text)
        else None
    )
    src, file = (fragment.src, fragment.file) if role is Role.IMAGE else (None, None)
    blocks.append(Figure(text=text, credit=by, alt=alt, src=src, file=file))
    return len(blocks) - 1


def _caption(text: str) -> tuple[str, str | None]:
    found = credit.split(text)
    return (found[0], found[1]) if found else (text, None)


def _fits(figure: Figure, role: Role) -> bool:
    """Whether a figure still lacks what comes next; a second picture begins its own."""
    if role is Role.CAPTION:
        return not figure.text
    return role is Role.CREDIT and not figure.credit
