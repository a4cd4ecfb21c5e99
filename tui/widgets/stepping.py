"""From name to name, heading to heading, link to link through the text, and the letters that choose a link."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from parsers.article import Heading, Mention
from tui.inline import Line
from tui.links import Link, hints, links_of
from tui.render import Overlay
from tui.widgets.body import TOP, Body
from tui.wrap import cells


class Stepping(Body):
    """Jumps to the next thing of a kind, seen from the last one or, when that is out of sight, from the screen."""

    current_link: int | None = None
    """The link that was last jumped to: its place among `links`."""
    hinted: dict[str, Link] | None = None
    """The links in sight by their hints, while one is being chosen."""
    typed_hint = ""
    """The letters of a hint so far."""
    _links: list[Link] | None = None

    @property
    def links(self) -> Sequence[Link]:
        """Every link of the text, in reading order."""
        if self._links is None:
            self._links = links_of(self._lines)
        return self._links

    @property
    def link(self) -> Link | None:
        """The link that was last jumped to, while it is in sight."""
        if self.current_link is None or not self._in_sight(self.links[self.current_link].line + TOP):
            return None
        return self.links[self.current_link]

    @property
    def links_in_sight(self) -> list[Link]:
        return [link for link in self.links if any(self._in_sight(one.line + TOP) for one in link.shown)]

    @property
    def names(self) -> int:
        """How many places of the text can be jumped to."""
        return len(self._places)

    @property
    def current_mention(self) -> Mention | None:
        """The name that was last jumped to, while it is in sight; else None."""
        if self.opened is None or self.as_it_came or self.current_name not in self._places:
            return None
        if not self._in_sight(self._places[self.current_name]):
            return None
        return self.opened.annotated.mentions[self.current_name]

    def mention_at(self, x: int, y: int) -> int | None:
        """The mention shown in this cell of the content; None: no name stands there."""
        line = self._line(y - TOP)
        at = x - (self.room - self.column) // 2
        for run in line.runs:
            if run.mention is not None and cells(line.text[:run.start]) <= at < cells(line.text[:run.end]):
                return run.mention
        return None

    def go_to_name(self, mention: int) -> None:
        """This mention is the one that was jumped to."""
        self.forget_place()
        self.current_name = mention
        self.redraw(self._places.get(mention, 0), 2)

    def step_name(self, steps: int) -> None:
        """To the next or previous mention that is marked in the text, or further."""
        order = sorted(self._places)
        lines = [self._places[name] for name in order]
        last = None if self.current_name is None else bisect_left(order, self.current_name)
        place = self._next(lines, last, steps)
        if place is None:
            return
        self.forget_place()
        self.current_name = order[place]
        self.bring(lines[place])
        self.redraw(lines[place], 2)

    def step_link(self, steps: int) -> None:
        place = self._next([link.line + TOP for link in self.links], self.current_link, steps)
        if place is not None:
            self.forget_place()
            self.current_link = place
            self.bring(self.links[place].line + TOP)
            self.refresh()

    def step_heading(self, steps: int) -> None:
        """The next heading comes to the top of the pane."""
        lines = [number + TOP for number, line in enumerate(self._lines) if _begins_heading(self._lines, number, line)]
        top = self.scroll_offset.y
        place = bisect_right(lines, top + 1) + steps - 1 if steps > 0 else bisect_left(lines, top + 1) + steps
        if lines and (place >= 0 or steps > 0):
            self.jump(max(0, lines[min(place, len(lines) - 1)] - 1))

    @property
    def has_headings(self) -> bool:
        if self.opened is None or self.as_it_came:
            return False
        return any(isinstance(block, Heading) for block in self.opened.annotated.article.blocks)

    def forget_place(self) -> bool:
        """Nothing is marked as jumped to any more; whether anything was."""
        had = self.current_name is not None or self.current_link is not None
        if self.current_name is not None:
            self.redraw(self._places.get(self.current_name, 0), 2)
        if self.current_link is not None:
            self.refresh()
        self.current_name = self.current_link = None
        return had

    def show_hints(self) -> bool:
        """Letters over the links in sight; False: there is none."""
        found = self.links_in_sight
        self.hinted = dict(zip(hints(len(found)), found, strict=True)) if found else None
        self.typed_hint = ""
        self.refresh()
        return self.hinted is not None

    def type_hint(self, letter: str) -> Link | None:
        """One more letter of a hint: the link that is chosen by it; None: not yet, or (no hints any more) none."""
        if self.hinted is None:
            return None
        self.typed_hint += letter
        chosen = self.hinted.get(self.typed_hint)
        if chosen is not None or not any(hint.startswith(self.typed_hint) for hint in self.hinted):
            self.hide_hints()
        self.refresh()
        return chosen

    def hide_hints(self) -> None:
        self.hinted = None
        self.refresh()

    def bring(self, line: int) -> None:
        """Scroll a line into the upper third of the pane, unless it is in sight."""
        if not self._in_sight(line):
            self.jump(line - self.size.height // 3)

    def _next(self, lines: Sequence[int], last: int | None, steps: int) -> int | None:
        """The place in `lines` (ascending) that is meant; None: there is nothing on that side."""
        if last is not None and last < len(lines) and self._in_sight(lines[last]):
            place = last + steps
        else:
            first = bisect_left(lines, self.scroll_offset.y)
            place = first + steps - 1 if steps > 0 else first + steps
        if last is None and not 0 <= place < len(lines):
            return None
        place = min(max(place, 0), len(lines) - 1)
        return None if place == last or not lines else place

    def _take(self, lines: tuple[Line, ...], *, is_whole: bool = True) -> None:
        self._links, self.current_link, self.hinted = None, None, None
        super()._take(lines, is_whole=is_whole)

    def _line(self, number: int) -> Line:
        line = super()._line(number)
        for hint, link in (self.hinted or {}).items():
            first = link.shown[0]
            if first.line == number and hint.startswith(self.typed_hint):
                size = min(len(hint), first.end - first.start)
                text = line.text[:first.start] + hint[:size] + line.text[first.start + size:]
                line = line._replace(text=text)
        return line

    def _overlays(self, number: int) -> Iterator[Overlay]:
        yield from super()._overlays(number)
        if self.current_link is not None:
            yield from ((one.start, one.end, "current") for one in self.links[self.current_link].shown
                        if one.line == number)
        for hint, link in (self.hinted or {}).items():
            first = link.shown[0]
            if first.line == number and hint.startswith(self.typed_hint):
                typed = len(self.typed_hint)
                yield first.start, min(first.end, first.start + len(hint)), "hint"
                yield first.start, first.start + typed, "hint_typed"


def _begins_heading(lines: Sequence[Line], number: int, line: Line) -> bool:
    if not any(run.style == "heading" for run in line.runs):
        return False
    return number == 0 or lines[number - 1].block != line.block
