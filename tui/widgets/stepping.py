"""From name to name through the text."""

from bisect import bisect_left

from tui.widgets.body import Body


class Stepping(Body):
    """Jumps to the next thing of a kind, seen from the last one or, when that is out of sight, from the screen."""

    def step_name(self, forward: bool) -> None:
        """To the next or previous mention that is marked in the text."""
        order = sorted(self._places)
        if not order:
            return
        if self.current_name is not None and self._in_sight(self._places[self.current_name]):
            place = order.index(self.current_name) + (1 if forward else -1)
        else:
            lines = [self._places[name] for name in order]
            place = bisect_left(lines, self.scroll_offset.y) - (0 if forward else 1)
        if not 0 <= place < len(order):
            return
        before, self.current_name = self.current_name, order[place]
        if before is not None:
            self.redraw(self._places[before], 2)
        line = self._places[self.current_name]
        self.bring(line)
        self.redraw(line, 2)

    @property
    def names(self) -> int:
        """How many places of the text can be jumped to."""
        return len(self._places)

    def bring(self, line: int) -> None:
        """Scroll a line into the upper third of the pane, unless it is in sight."""
        if not self._in_sight(line):
            self.jump(line - self.size.height // 3)
