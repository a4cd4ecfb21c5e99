"""Words that are looked for in the text: every place marked, one of them the current one."""

from bisect import bisect_left
from collections.abc import Iterator

from tui.finding import Match, find
from tui.inline import Line
from tui.render import Overlay
from tui.text_map import DEK, TITLE, Spot, texts
from tui.widgets.body import TOP, Body

_FIELDS = {"title": TITLE, "dek": DEK}


class Searching(Body):
    """A search lasts until it is cleared or another article comes."""

    sought = ""
    """The words that are looked for; "": none are."""
    match: int | None = None
    """The current match: its place among `matches`."""
    matches: list[Match]

    def __init__(self) -> None:
        super().__init__()
        self.matches = []

    def search(self, query: str, start: int) -> None:
        """Mark the words everywhere; the first place at or below line `start` of the content becomes current."""
        self.sought = query
        self._find()
        self.match = None
        if self.matches:
            spot = self._spot_at(start)
            self.match = bisect_left(self.matches, (spot.field, spot.offset, 0)) % len(self.matches)
            self._show_match()
        self.refresh()

    @property
    def match_count(self) -> str:
        """Which match of how many is shown: "3/17", "no match"."""
        count = len(self.matches)
        return f"{(self.match or 0) + 1:,}/{count:,}" if count else "no match"

    def step_match(self, steps: int) -> bool:
        """On to another match, round the end of the text; whether the end was passed."""
        if not self.matches or self.match is None:
            return False
        place = self.match + steps
        self.match = place % len(self.matches)
        self._show_match()
        self.refresh()
        return not 0 <= place < len(self.matches)

    def end_search(self) -> bool:
        """No search any more; whether there was one."""
        was = bool(self.sought)
        self.sought, self.matches, self.match = "", [], None
        self.refresh()
        return was

    def _show_match(self) -> None:
        if self.match is None:
            return
        if not self.is_whole:
            self.set_again()
        match = self.matches[self.match]
        shown = self.text_map.shown(match.field, match.start, match.end)
        if shown and not self._in_sight(shown[0].line + TOP):
            self.jump(shown[0].line + TOP - self.size.height // 3)

    def _find(self) -> None:
        article = self.opened.annotated.article if self.opened else None
        self.matches = find(texts(article, as_it_came=self.as_it_came), self.sought) if article and self.sought else []
        if self.match is not None and self.match >= len(self.matches):
            self.match = None

    def _spot_at(self, y: int) -> Spot:
        """The first text at or below a line of the content."""
        for line in self._lines[max(0, y - TOP):]:
            for run in line.runs:
                field = line.block if line.block is not None else _FIELDS.get(run.style)
                if run.at is not None and field is not None:
                    return Spot(field, run.at)
        return Spot(TITLE, 0)

    def _take(self, lines: tuple[Line, ...], *, is_whole: bool = True) -> None:
        super()._take(lines, is_whole=is_whole)
        self._find()

    def _overlays(self, number: int) -> Iterator[Overlay]:
        yield from super()._overlays(number)
        if not self.matches:
            return
        line = self._line(number)
        for run in line.runs:
            field = line.block if line.block is not None else _FIELDS.get(run.style)
            if run.at is None or field is None:
                continue
            end = run.at + run.end - run.start
            place = max(0, bisect_left(self.matches, (field, run.at, 0)) - 1)
            while place < len(self.matches) and self.matches[place][:2] < (field, end):
                found = self.matches[place]
                low, high = max(found.start, run.at), min(found.end, end)
                if found.field == field and low < high:
                    shift = run.start - run.at
                    yield low + shift, high + shift, "match_current" if place == self.match else "match"
                place += 1
