"""Read, unread, starred: changing it, taking it back, and lists of it."""

from functools import partial

from tui.messages import Marked
from tui.screens.base import Change, Filter
from tui.screens.moving import Moving

# Marking all above the cursor reads headlines in portions: a hundred thousand at once would be one huge query.
PORTION = 500


class Marking(Moving):
    """Changes of state. Each of them can be undone, so none of them asks first."""

    def action_toggle_read(self) -> None:
        headline = self.article_list.current
        if headline is not None:
            self.changes.append(Change("read", (headline.article_id,), headline.read))
            self._marked_here = headline.article_id
            self.set_state([headline.article_id], read=not headline.read)

    def action_star(self) -> None:
        headline = self.article_list.current
        if headline is not None:
            self.changes.append(Change("starred", (headline.article_id,), headline.starred))
            self.set_state([headline.article_id], starred=not headline.starred)

    def action_mark_all_read(self) -> None:
        selection = self.shown_selection
        self.write(lambda: Marked(self.library.mark_read(selection)))

    def action_mark_above_read(self) -> None:
        rows = self.article_list.pages.rows[:self.article_list.cursor]
        self.write(partial(self._mark_rows, list(rows)))

    def on_marked(self, message: Marked) -> None:
        if not message.article_ids:
            self.say("Nothing was unread there.")
            return
        self.changes.append(Change("read", tuple(message.article_ids), before=False))
        self.article_list.pages.mark(message.article_ids, read=True)
        self.article_list.refresh()
        self.say(f"{_articles(len(message.article_ids))} marked read. u takes it back.")
        self.read_sources()
        self.update_chrome()

    def action_undo(self) -> None:
        change = self.changes.pop()
        if change.what == "read":
            self._marked_here = change.article_ids[0] if len(change.article_ids) == 1 else self._marked_here
            self.set_state(change.article_ids, read=change.before)
            self.say(f"{_articles(len(change.article_ids))} {'read' if change.before else 'unread'} again.")
        else:
            self.set_state(change.article_ids, starred=change.before)
            self.say("The star is back." if change.before else "The star is gone again.")

    def action_show_all(self) -> None:
        self._filter("all")

    def action_show_unread(self) -> None:
        self._filter("unread")

    def action_show_starred(self) -> None:
        self._filter("starred")

    def _filter(self, chosen: Filter) -> None:
        if chosen != self.filter:
            self.filter = chosen
            self.load_list()

    def _mark_rows(self, rows: list[int]) -> Marked:
        marked: list[str] = []
        for start in range(0, len(rows), PORTION):
            headlines = self.library.headlines(rows[start:start + PORTION])
            marked += [headline.article_id for headline in headlines if not headline.read]
        self.library.set_read(marked, True)
        return Marked(marked)


def _articles(count: int) -> str:
    return "1 article" if count == 1 else f"{count:,} articles"
