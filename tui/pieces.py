"""A page as it came, piece by piece: what the article keeps and what it leaves out, each with its role.

The reader's answer to "what did you hide from me?". Every piece of the page is here, in its order; what was
set aside is dimmed and stands behind a dotted bar, so that it is told apart without colour as well.
"""

from parsers.article import Article, Piece
from tui.columns import column
from tui.inline import Inline, Line, Run, plain
from tui.wrap import cells

MARGIN = 14
"""Cells for the role: the longest, "preformatted", and room to breathe."""
NARROW = 44
"""Below this width the margin would eat the text: the role stands above its piece."""
KEPT_BAR, ASIDE_BAR = "│ ", "┊ "
CURSOR_BAR = "▌"
"""In the bar's place where the cursor is."""


def typeset_pieces(article: Article, width: int) -> tuple[Line, ...]:
    """The page in lines of at most `width` cells (16 at least); Line.block is the index into
    Article.pieces."""
    width = max(width, 16)
    lines: list[Line] = []
    before: Piece | None = None
    for number, piece in enumerate(article.pieces):
        if before is not None and not _same_list(before, piece):
            lines.append(Line())
        lines += _piece_lines(piece, number, width, tells_why=_tells_why(before, piece))
        before = piece
    return tuple(lines)


def bar_at(width: int) -> int:
    """The column of the bar in the lines of a page typeset for that width."""
    return 0 if width < NARROW else MARGIN


def piece_of_block(article: Article, block: int | None) -> int:
    """The piece that a block came from; the first kept one for what stands above the story (None)."""
    for number, piece in enumerate(article.pieces):
        if piece.kept and (block is None or (piece.block is not None and piece.block >= block)):
            return number
    return max(0, len(article.pieces) - 1)


def _same_list(before: Piece, piece: Piece) -> bool:
    """Both are entries of one menu or box: those stand close together."""
    return before.role == piece.role and not before.kept and not piece.kept


def _tells_why(before: Piece | None, piece: Piece) -> bool:
    """The reason is given once for entries of one menu that share it: forty times the same says nothing."""
    if not piece.reason:
        return False
    return before is None or not _same_list(before, piece) or before.reason != piece.reason


def _piece_lines(piece: Piece, number: int, width: int, *, tells_why: bool) -> list[Line]:
    role = piece.role.replace("_", " ")
    bar = KEPT_BAR if piece.kept else ASIDE_BAR
    texts, at = [], 0
    for part in piece.text.split("\n"):
        texts.append(_inline(piece, part.replace("\t", " "), at))
        at += len(part) + 1
    if tells_why:
        texts.append(plain(f"({piece.reason})", "role"))
    if width < NARROW:
        lines = column(plain(role, "role"), width, block=number)
        margin = bar
    else:
        lines = []
        margin = " " * MARGIN + bar
    for text in texts:
        lines += column(text, width, prefix=margin, style="role", block=number)
    if not lines:
        lines = [Line(margin, (Run(0, len(margin), "role"),), number)]
    return lines if width < NARROW else [_with_role(lines[0], role), *lines[1:]]


def _inline(piece: Piece, text: str, at: int) -> Inline:
    return plain(text, "kept" if piece.kept else "aside", at=at)


def _with_role(line: Line, role: str) -> Line:
    """The line with the role set at the right of its empty margin."""
    room = MARGIN - 2
    label = role if cells(role) <= room else role[:room]
    return line._replace(text=" " * (room - len(label)) + label + line.text[room:])
