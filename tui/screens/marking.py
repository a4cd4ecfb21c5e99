"""Read, unread, starred: changing it, and taking it back."""

from collections.abc import Sequence
from functools import partial

from library.records import Headline
from tui.history import Change
from tui.messages import Marked
from tui.screens.finding import Finding
from tui.wrap import cut

# Marking all above the cursor reads headlines in portions: a hundred thousand at once would be one huge query.
PORTION = 500
TITLE_CELLS = 40
"""Cells of a title in a sentence: enough to know the article, short enough for a toast of two lines."""


class Marking(Finding):
    """Changes of state. Each of them can be undone, so none of them asks first."""

    def action_toggle_read(self) -> None:
        rows = self.counted_rows()
        if rows:
            read = not rows[0].read
            changed = [headline for headline in rows if headline.read != read]
            words = f"{titles_told(changed)} marked {'read' if read else 'unread'}"
            self._do_in_sight(changed, self._read_change(words, _ids(changed), read=read))

    def action_star(self) -> None:
        rows = self.counted_rows()
        if rows:
            starred = not rows[0].starred
            changed = [headline for headline in rows if headline.starred != starred]
            words = f"{titles_told(changed)} {'starred' if starred else 'without its star'}"
            ids = _ids(changed)
            self._do_in_sight(changed, Change(words, partial(self.set_state, ids, starred=starred),
                                              partial(self.set_state, ids, starred=not starred)))

    def counted_rows(self) -> list[Headline]:
        """The article under the cursor and, after a number, those below it; as far as they have been read."""
        cursor = self.article_list.cursor
        found = [self.article_list.pages.headline(index)
                 for index in range(cursor, min(cursor + self.times, len(self.article_list.pages)))]
        return [headline for headline in found if headline is not None]

    def do(self, change: Change) -> None:
        """Make a change, and remember it."""
        change.redo()
        self.remember(change)

    def remember(self, change: Change) -> None:
        """It has just been made: say so, with the key that takes it back."""
        self.history.add(change)
        self.say(f"{change.words}. {self.keys.word('undo')} takes it back.")

    def _do_in_sight(self, changed: Sequence[Headline], change: Change) -> None:
        """Make a change of these articles; of a single one whose row shows it, nothing needs to be said."""
        if self.article_list.display and len(changed) == 1:
            change.redo()
            self.history.add(change)
        else:
            self.do(change)

    def _read_change(self, words: str, ids: Sequence[str], *, read: bool) -> Change:
        return Change(words, partial(self.mark, ids, read=read), partial(self.mark, ids, read=not read))

    def mark(self, article_ids: Sequence[str], *, read: bool) -> None:
        """Read or unread by the reader's own hand: being looked at changes it no more."""
        opened = self.view.opened
        if opened is not None and opened.annotated.article.id in article_ids:
            self._marked_here = opened.annotated.article.id
        self.set_state(article_ids, read=read)

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
        words = f"{articles_told(len(message.article_ids))} marked read"
        self.remember(self._read_change(words, tuple(message.article_ids), read=True))
        self.article_list.pages.mark(message.article_ids, read=True)
        self.article_list.refresh()
        self.read_sources()
        self.update_chrome()

    def action_undo(self) -> None:
        self._tell("Taken back", [self.history.undo() for _ in range(self.times)])

    def action_redo(self) -> None:
        self._tell("Done again", [self.history.redo() for _ in range(self.times)])

    def _tell(self, what: str, changes: Sequence[Change | None]) -> None:
        """Which changes were taken back or done again: their articles may be in another list by now."""
        words = [change.words for change in changes if change is not None]
        more = f", and {len(words) - 1} more" if len(words) > 1 else ""
        if words:
            self.say(f"{what}: {words[0]}{more}.")

    def _mark_rows(self, rows: list[int]) -> Marked:
        marked: list[str] = []
        for start in range(0, len(rows), PORTION):
            headlines = self.library.headlines(rows[start:start + PORTION])
            marked += [headline.article_id for headline in headlines if not headline.read]
        self.library.set_read(marked, True)
        return Marked(marked)


def articles_told(count: int) -> str:
    return "1 article" if count == 1 else f"{count:,} articles"


def _ids(headlines: Sequence[Headline]) -> tuple[str, ...]:
    return tuple(headline.article_id for headline in headlines)


def titles_told(headlines: Sequence[Headline]) -> str:
    """One article by its title, more by their number."""
    if len(headlines) == 1:
        return f"“{cut(headlines[0].title, TITLE_CELLS)}”"
    return articles_told(len(headlines))
