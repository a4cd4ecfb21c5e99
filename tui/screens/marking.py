"""Read, unread, starred: changing it, and taking it back."""

from collections.abc import Sequence
from functools import partial

from msgspec import Struct

from library.records import Headline
from tui.history import Change
from tui.messages import Marked
from tui.screens.finding import Finding
from tui.wrap import cut

# Marking all above the cursor reads headlines in portions: a hundred thousand at once would be one huge query.
PORTION = 500
TITLE_CELLS = 40
"""Cells of a title in a sentence: enough to know the article, short enough for a toast of two lines."""


class ReadChange(Struct, frozen=True):
    """Articles were marked read, or unread."""

    screen: "Marking"
    article_ids: tuple[str, ...]
    read: bool
    words: str

    def undo(self) -> None:
        self.screen.mark(self.article_ids, read=not self.read)

    def redo(self) -> None:
        self.screen.mark(self.article_ids, read=self.read)


class StarChange(Struct, frozen=True):
    """Articles were starred, or lost their stars."""

    screen: "Marking"
    article_ids: tuple[str, ...]
    starred: bool
    words: str

    def undo(self) -> None:
        self.screen.set_state(self.article_ids, starred=not self.starred)

    def redo(self) -> None:
        self.screen.set_state(self.article_ids, starred=self.starred)


class Marking(Finding):
    """Changes of state. Each of them can be undone, so none of them asks first."""

    def action_toggle_read(self) -> None:
        rows = self.counted_rows()
        if rows:
            read = not rows[0].read
            changed = [headline for headline in rows if headline.read != read]
            words = f"{titles_told(changed)} marked {'read' if read else 'unread'}"
            self._do(ReadChange(self, _ids(changed), read, words))

    def action_star(self) -> None:
        rows = self.counted_rows()
        if rows:
            starred = not rows[0].starred
            changed = [headline for headline in rows if headline.starred != starred]
            words = f"{titles_told(changed)} {'starred' if starred else 'without its star'}"
            self._do(StarChange(self, _ids(changed), starred, words))

    def counted_rows(self) -> list[Headline]:
        """The article under the cursor and, after a number, those below it; as far as they have been read."""
        cursor = self.article_list.cursor
        found = [self.article_list.pages.headline(index)
                 for index in range(cursor, min(cursor + self.times, len(self.article_list.pages)))]
        return [headline for headline in found if headline is not None]

    def _do(self, change: ReadChange | StarChange) -> None:
        """Make a change and remember how to take it back; where its row is not in sight, say what happened."""
        change.redo()
        self.history.add(change)
        if not self.article_list.display or len(change.article_ids) > 1:
            self.say(f"{change.words}. {self.keys.word('undo')} takes it back.")

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
        self.history.add(ReadChange(self, tuple(message.article_ids), True, words))
        self.article_list.pages.mark(message.article_ids, read=True)
        self.article_list.refresh()
        self.say(f"{words}. {self.keys.word('undo')} takes it back.")
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
