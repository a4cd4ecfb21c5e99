"""The text in the right pane: one article in a centred column, or the page it was read from.

Lines are wrapped once for a width and then only looked up; a widget per paragraph would make a long article slow
to open and to scroll (textual.md, section 3). What is done with the text (stepping, finding, teaching) lives in the
files beside this one, each a class on top of this.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from rich.style import Style
from textual.message import Message
from textual.strip import Strip

from library.records import Opened
from parsers.article import Article
from tui.columns import RAGGED, Manner
from tui.inline import Line
from tui.legend import Group
from tui.pictures.fit import Box
from tui.pieces import piece_of_block, typeset_pieces
from tui.progress import Place, place_of, share_of
from tui.render import Overlay, bits_strip, line_strip, name_styles
from tui.text_map import TextMap
from tui.typeset import LETTERS, typeset
from tui.widgets.pane import Pane

MEASURE = 72
"""Characters of a line when there is room: books have 45 to 75 (Bringhurst), newspapers' screens up to 76."""
NARROWEST_MEASURE, WIDEST_MEASURE = 40, 120
TOP = 1
"""Blank lines above the title."""


class Body(Pane):
    """Shows an article that was opened and typeset elsewhere; says when it has been scrolled."""

    EDGE = "edge_of_paper"
    is_parted = False

    class Scrolled(Message):
        """Another part of the article is in sight."""

    def __init__(self) -> None:
        super().__init__(id="body")
        self.opened: Opened | None = None
        self.measure = MEASURE
        self.justifies = self.hyphenates = False
        self.marks_names = True
        self.only: Group | None = None
        """The one group of names that is marked; None: all are."""
        self.as_it_came = False
        self.current_name: int | None = None
        """The mention that was last jumped to."""
        self.notice: Sequence[str] = ()
        """What stands here while no article is open."""
        self._lines: tuple[Line, ...] = ()
        self._anchors: list[tuple[int, int]] = []
        """The place of each line, in ascending order."""
        self._column = 0
        self._names: tuple[Style | None, ...] = ()
        self._places: dict[int, int] = {}
        self._return_to = 0
        self.is_whole = True
        """All lines are there, not only the first ones of a long article."""
        self._story: tuple[Line, ...] = ()
        """The lines of the article while the page is shown as it came, for _story_column."""
        self._story_column = 0
        self._story_anchors: list[tuple[int, int]] = []
        self._is_placing = False
        self._text_map: TextMap | None = None
        self._words = 0

    @property
    def column(self) -> int:
        """Cells of the text column now."""
        margin = 3 if self.room >= 56 else 2 if self.room >= 36 else 1
        return max(1, min(self.measure, self.room - 2 * margin))

    def show(self, opened: Opened, lines: tuple[Line, ...], column: int, *, is_whole: bool = True) -> None:
        """Another article, typeset for a column; it opens where its reader left it.

        Of a long one the first lines are enough for the moment; `complete` brings the others.
        """
        self.opened, self.as_it_came, self.current_name = opened, False, None
        self._names = name_styles(opened.annotated, self.palette, shown=self.marks_names, only=self.only)
        fits = column == self.column
        self._take(lines if fits else self._typeset(), is_whole=is_whole or not fits)
        if opened.position > 0:
            place = place_of(opened.annotated.article, opened.position)
            self._place(self._line_at(place) + TOP)
        else:
            self._place(0)

    def complete(self, lines: tuple[Line, ...], column: int) -> None:
        """All lines of the article whose first ones are shown; what is in sight stays."""
        if self.is_whole or column != self.column:
            return
        y, name = self.scroll_offset.y, self.current_name
        self._take(lines)
        self.current_name = name
        self._place(y)

    def retell(self, opened: Opened) -> None:
        """The same article in other words: what is in sight stays there as far as it still exists."""
        self.opened, self.current_name = opened, None
        self._names = name_styles(opened.annotated, self.palette, shown=self.marks_names, only=self.only)
        self.set_again()

    def close(self, notice: Sequence[str] = ()) -> None:
        """No article, but words that say why."""
        self.opened, self.notice = None, notice
        self._take(())
        self._place(0)

    def restyle(self) -> None:
        """The palette, or whether names are marked, has changed."""
        if self.opened is not None:
            self._names = name_styles(self.opened.annotated, self.palette, shown=self.marks_names, only=self.only)
            self.set_again()
        self.refresh()

    def set_again(self) -> None:
        """Typeset anew for the width there is now; the text at the top stays there."""
        if self.opened is None:
            return
        anchor, at_top = self._anchor(), self.scroll_offset.y == 0
        self._story = ()
        self._take(self._pieces() if self.as_it_came else self._typeset())
        if not at_top:
            self._place(self._line_at(anchor) + TOP)

    def toggle_page(self) -> int | None:
        """Between the article and the page as it came, at the same place; back again to the same line.

        The piece of the page (index into Article.pieces) that stands there; None: it is the article again.
        """
        if self.opened is None:
            return None
        self.as_it_came = not self.as_it_came
        if not self.as_it_came:
            known = self._story if self._story_column == self.column else ()
            self._take(known or self._typeset())
            self._place(self._return_to)
            return None
        self._return_to = top = self.scroll_offset.y
        anchor = self._anchor()
        piece = piece_of_block(self.opened.annotated.article, None if top == 0 or anchor[0] < 0 else anchor[0])
        self._take(self._pieces())
        line = self._line_at((piece, 0)) + TOP
        # Above the beginning of a story stands much that is none of it: some of it is shown, the story stays in sight.
        self._place(max(0, line - self.size.height // 3) if top == 0 else line)
        return piece

    @property
    def story_share(self) -> float:
        """Where the reader is in the article, as a share of its text, 0.0 at its top.

        It counts text and not lines, so that another width, or another font, opens it at the same words.
        """
        top = self._return_to if self.as_it_came else self.scroll_offset.y
        if self.opened is None or top == 0 or not self._story_anchors:
            return 0.0
        place = self._story_anchors[min(max(0, top - TOP), len(self._story_anchors) - 1)]
        return share_of(self.opened.annotated.article, place)

    @property
    def seen(self) -> float:
        """How much of the article is above the bottom of the pane, 0.0 to 1.0."""
        height = len(self._lines) + TOP
        return min(1.0, (self.scroll_offset.y + self.size.height) / height) if self._lines else 1.0

    @property
    def at_end(self) -> bool:
        return self.is_whole and self.scroll_offset.y + self.size.height >= len(self._lines) + TOP

    @property
    def words_left(self) -> int:
        """Words of the story below the bottom of the pane, about."""
        bottom = min(len(self._lines), self.scroll_offset.y + self.size.height - TOP) - 1
        if self.opened is None or self.as_it_came or bottom < 0:
            return 0
        if bottom >= len(self._lines) - 1:
            return 0
        return round(self._words * (1 - share_of(self.opened.annotated.article, self._anchors[bottom])))

    @property
    def text_map(self) -> TextMap:
        """Where the texts stand on the lines there are now."""
        if self._text_map is None:
            self._text_map = TextMap(self._lines)
        return self._text_map

    def scroll_lines(self, lines: int) -> None:
        self.jump(self.scroll_offset.y + lines)

    def go_to_end(self, *, top: bool) -> None:
        """To the first line, or to the last one."""
        if not self.is_whole and not top:
            self.set_again()
        self.jump(0 if top else self.virtual_size.height)

    @property
    def page(self) -> int:
        """Lines of a page; two stay in sight, so that the eye finds its place."""
        return max(1, self.size.height - 2)

    def line(self, y: int, width: int) -> Strip:
        number = y - TOP
        if self.opened is None:
            text = self.notice[number] if 0 <= number < len(self.notice) else ""
            return bits_strip([(f"   {text}", "text" if number == 0 else "meta")], width, self.palette,
                              ground="text")
        line = self._line(number)
        left = (width - self.column) // 2
        names = () if self.as_it_came else self._names
        return line_strip(line, width, left, self.palette, names, self.current_name, tuple(self._overlays(number)))

    def on_resize(self) -> None:
        if self.opened is not None and self.column != self._column:
            self.set_again()
        self.set_height(len(self._lines) + TOP)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value) and not self._is_placing:
            self.post_message(self.Scrolled())

    def _line(self, number: int) -> Line:
        """A line as it is drawn; a blank one beyond the ends."""
        return self._lines[number] if 0 <= number < len(self._lines) else Line()

    def _overlays(self, number: int) -> Iterator[Overlay]:
        """What is laid over a line: a found word, a selection. The classes on top of this one add to it."""
        return iter(())

    def _place(self, y: int) -> None:
        """Scroll without it counting as the reader's doing."""
        self._is_placing = True
        self.jump(y)
        self._is_placing = False

    def _typeset(self) -> tuple[Line, ...]:
        if self.opened is None:
            return ()
        letters = LETTERS if self.palette.letters and self.marks_names else None
        manner = self.manner(self.opened.annotated.article)
        return typeset(self.opened.annotated, self.column, letters=letters, manner=manner, pictures=self._boxes())

    def _boxes(self) -> Mapping[int, Box]:
        """The room that pictures take above their captions, by block."""
        return {}

    def manner(self, article: Article) -> Manner:
        """How the reader wants the text of an article set."""
        if not (self.justifies or self.hyphenates):
            return RAGGED
        from tui.hyphens import manner_of

        return manner_of(article.language, justify=self.justifies, hyphenate=self.hyphenates)

    def _pieces(self) -> tuple[Line, ...]:
        return typeset_pieces(self.opened.annotated.article, self.column) if self.opened else ()

    def _take(self, lines: tuple[Line, ...], *, is_whole: bool = True) -> None:
        """These are the lines now."""
        self.is_whole = is_whole
        self._lines, self._column, self._text_map = lines, self.column, None
        self._words = self.opened.annotated.article.words if self.opened else 0
        self._places, self._anchors = {}, []
        at = (-1, 0)
        for number, line in enumerate(lines):
            if line.block is not None:
                at = max(at, (line.block, line.offset))
            elif at[0] < 0:
                at = (-1, number)
            self._anchors.append(at)
            if not self.as_it_came:
                for run in line.runs:
                    if run.mention is not None:
                        self._places.setdefault(run.mention, number + TOP)
        if not self.as_it_came:
            self._story_anchors = self._anchors
            self._story, self._story_column = (lines, self.column) if is_whole else ((), 0)
        self.set_height(len(lines) + TOP)

    def _anchor(self) -> Place:
        """The place of the text at the top of the pane."""
        top = max(0, self.scroll_offset.y - TOP)
        while top < len(self._lines) - 1 and self._lines[top].block is None and self._anchors[top][0] >= 0:
            top += 1  # the blank line above a block
        return self._anchors[min(top, len(self._anchors) - 1)] if self._anchors else (-1, 0)

    def _line_at(self, place: Place) -> int:
        """The line of a block that holds this offset; the nearest one before it when none does."""
        found = bisect_left(self._anchors, place)
        if found < len(self._anchors) and self._anchors[found] == place:
            return found
        found = max(0, found - 1)
        while found > 0 and self._lines[found].block is None and place[0] >= 0:
            found -= 1  # the blank line below belongs to no block
        return found

    def _in_sight(self, y: int) -> bool:
        return self.scroll_offset.y <= y < self.scroll_offset.y + self.size.height
