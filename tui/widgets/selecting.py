"""Text that is marked in the body, by keys in sentences, paragraphs and lines, by the mouse to the letter."""

from bisect import bisect_right
from collections.abc import Iterator

from textual import events, on

from tui.inline import Line
from tui.render import Overlay
from tui.selection import UNITS, Part, Unit, parts, passages
from tui.text_map import DEK, TITLE, Spot, texts
from tui.widgets.body import TOP, Body
from tui.wrap import cells

_FIELDS = {"title": TITLE, "dek": DEK}


class Selecting(Body):
    """A mark lasts until it is copied or given up, or the text changes."""

    marked: Part | None = None
    """What is marked; None: nothing."""
    unit: Unit = "sentence"
    _anchor_part: Part | None = None
    _head_part: Part | None = None
    _pressed_at: Spot | None = None
    """Where a mouse button went down."""

    def mark(self) -> bool:
        """Mark the first sentence in sight; with something marked already, by the next larger unit.

        False: there is no text to mark.
        """
        if self.opened is None or self.as_it_came:
            return False
        if self.marked is None:
            self.unit = UNITS[0]
            spot = self._first_spot()
        else:
            self.unit = UNITS[(UNITS.index(self.unit) + 1) % len(UNITS)]
            spot = self.marked[0]
        units = self._units()
        if not units:
            return False
        place = max(0, bisect_right(units, (spot, Spot(spot.field + 1, 0))) - 1)
        self._anchor_part = self._head_part = units[place]
        self._spread()
        return True

    def extend(self, steps: int) -> None:
        """Move the end that moves by so many units; the other one stays."""
        units = self._units()
        if self._head_part is None or not units:
            return
        place = max(0, bisect_right(units, self._head_part) - 1) + steps
        self._head_part = units[min(max(0, place), len(units) - 1)]
        self._spread()

    def swap_ends(self) -> None:
        """The other end moves from now on."""
        self._anchor_part, self._head_part = self._head_part, self._anchor_part
        self._spread()

    def end_mark(self) -> bool:
        """Nothing is marked any more; whether anything was."""
        was = self.marked is not None
        self.marked = self._anchor_part = self._head_part = self._pressed_at = None
        if was:
            self.refresh()
        return was

    @property
    def marked_passages(self) -> list[str]:
        """What is marked, paragraph by paragraph."""
        if self.opened is None or self.marked is None:
            return []
        return passages(texts(self.opened.annotated.article, as_it_came=self.as_it_came), self.marked)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        if event.button == 1 and self.opened is not None:
            self.end_mark()
            self._pressed_at = self._spot_under(event)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._pressed_at is None:
            return
        here = self._spot_under(event)
        if here is not None and (here != self._pressed_at or self.marked is not None):
            self.marked = min(here, self._pressed_at), max(here, self._pressed_at)
            self._anchor_part = self._head_part = self.marked
            self.refresh()

    @on(events.MouseUp)
    def _released(self) -> None:
        self._pressed_at = None
        self.release_mouse()

    def _spot_under(self, event: events.MouseEvent) -> Spot | None:
        number = event.y + self.scroll_offset.y - TOP
        left = (self.size.width - 1 - self.column) // 2
        if not 0 <= number < len(self._lines):
            return None
        text, at = self._lines[number].text, 0
        while at < len(text) and cells(text[: at + 1]) <= event.x - left:
            at += 1
        return self.text_map.spot(number, at)

    def _units(self) -> list[Part]:
        if self.opened is None:
            return []
        fields = texts(self.opened.annotated.article, as_it_came=False)
        return parts(fields, self.unit, self.text_map.lines() if self.unit == "line" else ())

    def _first_spot(self) -> Spot:
        """The text at the top of the pane."""
        for line in self._lines[max(0, self.scroll_offset.y - TOP):]:
            for run in line.runs:
                field = line.block if line.block is not None else _FIELDS.get(run.style)
                if run.at is not None and field is not None:
                    return Spot(field, run.at)
        return Spot(TITLE, 0)

    def _spread(self) -> None:
        """Mark everything between the two ends, and bring the one that moves into sight."""
        anchor, head = self._anchor_part, self._head_part
        if anchor is None or head is None:
            return
        self.marked = min(anchor[0], head[0]), max(anchor[1], head[1])
        first, last = head
        shown = self.text_map.shown(first.field, first.offset, max(first.offset + 1, last.offset))
        if shown:
            self.reveal(shown[0].line + TOP, min(shown[-1].line - shown[0].line + 1, self.size.height))
        self.refresh()

    def _take(self, lines: tuple[Line, ...], *, is_whole: bool = True) -> None:
        self.end_mark()
        super()._take(lines, is_whole=is_whole)

    def _overlays(self, number: int) -> Iterator[Overlay]:
        yield from super()._overlays(number)
        if self.marked is None:
            return
        (first_field, first), (last_field, last) = self.marked
        line = self._line(number)
        for run in line.runs:
            field = line.block if line.block is not None else _FIELDS.get(run.style)
            if run.at is None or field is None or not first_field <= field <= last_field:
                continue
            low = max(run.at, first) if field == first_field else run.at
            high = min(run.at + run.end - run.start, last) if field == last_field else run.at + run.end - run.start
            if low < high:
                yield low + run.start - run.at, high + run.start - run.at, "marked"
