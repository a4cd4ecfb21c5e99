"""Lists and articles on their way from the library to the panes."""

import asyncio
from collections.abc import Collection, Sequence
from functools import partial
from itertools import islice

from msgspec.structs import replace
from textual import on, work
from textual.message import Message
from textual.timer import Timer

from library.errors import LibraryError, QueryError
from library.folders import is_inside
from library.records import Headline, Order, Selection
from tui.emptiness import empty_notice
from tui.keymaps import Pressed
from tui.messages import ArticleRead, ArticleSet, ListRead, PageRead, Told, UnreadFound
from tui.paging import Pages
from tui.progress import first_blocks
from tui.screens.stating import Stating
from tui.start import first_unread
from tui.typeset import LETTERS, typeset
from tui.widgets.article_list import ArticleList
from tui.widgets.article_view import ArticleView
from tui.widgets.source_list import SourceList

PREVIEW_AFTER = 0.045
"""Seconds the cursor rests on a row before its article is opened: a held key, which comes every 33 to 40 ms, passes
over what nobody reads, and an article is still there 80 ms after its row was reached."""
READ_SHARE = 0.6
"""An article scrolled this far counts as read."""


class Loading(Stating):
    """Opens what the cursors are on, without ever waiting for it."""

    _keeps_cursor = True
    _preview: Timer | None = None
    _read_timer: Timer | None = None
    _wanted: str | None = None
    """Id of the article that was asked for last."""
    _coming: str | None = None
    """Id of the article that the cursor is on while it is not open yet; None: what is shown is meant."""
    _deferred: tuple[str, Pressed] | None = None
    """What a key asked of the article (id) that is coming: `j X` means the page below, however fast it is typed."""
    _marked_here: str | None = None
    """Id of the open article when its being read has been noted, or undone by hand."""

    @on(SourceList.Selected)
    def _source_selected(self, message: SourceList.Selected) -> None:
        if message.row.selection is not None and message.row.selection != self.selection:
            self.selection = message.row.selection
            is_view = self.selection.starred or self.selection.unread or self.selection.tag
            self.filter = "all" if is_view else self.filter
            self.matching = ""
            self.load_list(keep=False)

    def load_list(self, *, keep: bool = True) -> None:
        """Read the list again; `keep`: the cursor stays on its article, else on the first unread one."""
        self.generation += 1
        self.article_list.pages.marks.clear()  # what is marked from now on, the list that comes may not know
        self._keeps_cursor = keep
        self.read_list(self.generation, self.shown_selection, self.order, self.current_row if keep else None)
        self.update_chrome()

    @property
    def current_row(self) -> int | None:
        """The key of the row under the cursor; None when the list is empty."""
        pages = self.article_list.pages
        return pages.rows[self.article_list.cursor] if len(pages) else None

    @work(exclusive=True, group="list")
    async def read_list(self, generation: int, selection: Selection, order: Order, row: int | None) -> None:
        await self.written()  # what was marked just now has to be in the list
        self.post_message(await asyncio.to_thread(self._list, generation, selection, order, row))

    def _list(self, generation: int, selection: Selection, order: Order, row: int | None) -> Message:
        """In a thread: the list, with the page around the cursor."""
        try:
            pages = Pages(self.library.rows(selection, order))
            cursor = pages.index_of(row) if row is not None else None
            if cursor is None:
                cursor = first_unread(self.library, selection, order, pages)
            for page in pages.missing(cursor, cursor + 1):
                pages.put(page, self.library.headlines(pages.keys(page)))
            failures = self.library.failures(self._told_of(selection))
            muted = 0 if selection.query or selection.tag or selection.starred or selection.muted \
                else self.library.count(replace(selection, muted=True))
        except QueryError as error:
            return ListRead(generation, Pages(), 0, str(error))
        except LibraryError as error:
            return Told(str(error), alarming=True)
        return ListRead(generation, pages, cursor, failures=failures, muted=muted)

    def _told_of(self, selection: Selection) -> Collection[int] | None:
        """The sources (None: all) whose failures stand below this list: those it shows whole."""
        if selection == Selection():
            return None
        if selection == Selection(folder=selection.folder):
            return [source.id for source in self.sources if is_inside(source.folder, selection.folder)]
        return [selection.source] if selection == Selection(source=selection.source) and selection.source else []

    def on_list_read(self, message: ListRead) -> None:
        if message.generation != self.generation:
            return
        cursor = message.cursor
        if self._keeps_cursor and self.current_row is not None:  # it may have moved while the list was read
            moved = message.pages.index_of(self.current_row)
            cursor = cursor if moved is None else moved
        self.muted = message.muted
        message.pages.take_marks(self.article_list.pages.marks)
        notice = () if len(message.pages) else (message.problem,) if message.problem else self.empty_notice()
        self.article_list.show(message.pages, cursor, notice, message.failures)
        if not len(message.pages):
            self.leave_article()
            self.view.close()
        self.update_chrome()

    def explain_emptiness(self) -> None:
        pages = self.article_list.pages
        if not len(pages) and self.article_list.display:
            self.article_list.show(pages, 0, self.empty_notice(), self.article_list.failures)

    def empty_notice(self) -> Sequence[str]:
        """Why the list is empty, and the key that helps."""
        return empty_notice(self.keys.word, self.selection, self.filter, self.matching, self.sources,
                            is_busy=bool(self.tasks))

    @on(ArticleList.Needed)
    def _pages_needed(self, message: ArticleList.Needed) -> None:
        for page in message.pages:
            self.read_page(self.generation, page, self.article_list.pages.keys(page))

    @work(thread=True, group="pages")
    def read_page(self, generation: int, page: int, keys: Sequence[int]) -> None:
        try:
            headlines = self.library.headlines(keys)
        except LibraryError as error:
            self.post_message(Told(str(error), alarming=True))
            return
        self.post_message(PageRead(generation, page, headlines))

    def on_page_read(self, message: PageRead) -> None:
        if message.generation == self.generation:
            self.article_list.put(message.page, message.headlines)

    @on(ArticleList.Highlighted)
    def _highlighted(self, message: ArticleList.Highlighted) -> None:
        if self._preview is not None:
            self._preview.stop()
        self.update_chrome()
        self._coming = None
        if self._deferred is not None and self._deferred[0] != message.headline.article_id:
            self._deferred = None
        if self.view.opened is None or self.view.opened.annotated.article.id != message.headline.article_id:
            self._coming = message.headline.article_id
            self._preview = self.set_timer(PREVIEW_AFTER, partial(self.open_article, message.headline))

    def open_article(self, headline: Headline) -> None:
        self._wanted = headline.article_id
        letters = LETTERS if self.palette.letters and self.view.marks_names else None
        self.read_article(headline.article_id, self.view.column, letters is not None)

    @work(thread=True, exclusive=True, group="article")
    def read_article(self, article_id: str, column: int, letters: bool) -> None:
        try:
            opened = self.library.opened(article_id)
        except LibraryError as error:
            self.post_message(Told(str(error), alarming=True))
            return
        if opened is None:
            self.post_message(ArticleRead(article_id, None, (), column))
            return
        article = opened.annotated.article
        set_in = partial(typeset, opened.annotated, column, letters=LETTERS if letters else None,
                         manner=self.view.manner(article))
        first = first_blocks(article, opened.position)
        self.post_message(ArticleRead(article_id, opened, set_in(blocks=first), column, is_whole=first is None))
        if first is not None and article_id == self._wanted:
            self.post_message(ArticleSet(article_id, set_in(), column))

    def on_article_read(self, message: ArticleRead) -> None:
        if message.article_id != self._wanted:
            return
        self.leave_article()
        if message.opened is None:
            again = f"{self.keys.word('refresh')} reads the source again."
            self.view.close(("This article is no longer in the library.", again))
        else:
            self.view.show(message.opened, message.lines, message.column, is_whole=message.is_whole)
            self._marked_here = message.article_id if message.opened.read else None
        self.watch_reading()
        self._coming, deferred = None, self._deferred
        if deferred is not None and deferred[0] == message.article_id:
            self._deferred = None
            self.take(deferred[1])
        self.update_chrome()

    def on_article_set(self, message: ArticleSet) -> None:
        opened = self.view.opened
        if opened is not None and opened.annotated.article.id == message.article_id:
            self.view.complete(message.lines, message.column)
            self.update_chrome()

    @property
    def coming(self) -> str | None:
        """Id of the article that the cursor is on while it is not open yet, said as soon as the cursor has moved."""
        opened, headline = self.view.opened, self.article_list.current
        if self._coming is not None or opened is None or headline is None:
            return self._coming
        return headline.article_id if opened.annotated.article.id != headline.article_id else None

    @property
    def times(self) -> int:
        """How often: the number that was typed, else once."""
        return self.count or 1

    def take(self, pressed: Pressed) -> None:
        """Do what was asked for, if it can be done. The keyboard knows how."""
        raise NotImplementedError

    def leave_article(self) -> None:
        """Remember where the open article was left."""
        opened = self.view.opened
        if opened is None:
            return
        article_id, share = opened.annotated.article.id, self.view.story_share
        if abs(share - opened.position) > 1e-6:
            self.view.opened = replace(opened, position=share)
            self.write(partial(self._remember_position, article_id, share), counts=False)

    def _remember_position(self, article_id: str, share: float) -> None:
        self.library.set_position(article_id, share)

    def watch_reading(self) -> None:
        """An article counts as read when it has been on the screen for a while."""
        if self._read_timer is not None:
            self._read_timer.stop()
            self._read_timer = None
        wait = self.preferences.number("read_after")
        if wait and self.view.opened is not None and self.view.display and self._marked_here is None:
            self._read_timer = self.set_timer(wait, self.note_read)

    def note_read(self) -> None:
        """The open article has been read, by time or by scrolling; once, so that `m` can take it back."""
        opened = self.view.opened
        if opened is None or self._marked_here == opened.annotated.article.id:
            return
        article_id = opened.annotated.article.id
        self._marked_here = article_id
        self.set_state([article_id], read=True)

    @on(ArticleView.Scrolled)
    def _scrolled(self) -> None:
        if self.view.display and self.view.seen >= READ_SHARE and self.view.scroll_offset.y > 0:
            self.note_read()
        self.update_chrome()

    def go_to_unread(self, *, forward: bool) -> None:
        """To the next unread row, or that so many steps on; one that is near is found without asking the library."""
        pages, cursor, found = self.article_list.pages, self.article_list.cursor, 0
        for place in range(cursor + 1, len(pages)) if forward else range(cursor - 1, -1, -1):
            headline = pages.headline(place)
            if headline is None:
                break
            found += not headline.read
            if found == self.times:
                self.article_list.go(place)
                return
        self.find_unread(self.generation, self.shown_selection, forward, self.times)

    @work(thread=True, exclusive=True, group="unread")
    def find_unread(self, generation: int, selection: Selection, forward: bool, steps: int) -> None:
        """The next unread row after the cursor, or that so many steps on, round the list's end; None: all are read."""
        pages, cursor = self.article_list.pages, self.article_list.cursor
        try:
            unread = frozenset(self.library.rows(replace(selection, unread=True)))
        except LibraryError as error:
            self.post_message(Told(str(error), alarming=True))
            return
        count = len(pages)
        order = range(1, count) if forward else range(count - 1, 0, -1)
        places = ((cursor + step) % count for step in order)
        found = list(islice((place for place in places if pages.rows[place] in unread), steps))
        self.post_message(UnreadFound(generation, found[-1] if found else None))

    def on_unread_found(self, message: UnreadFound) -> None:
        if message.generation != self.generation:
            return
        if message.index is None:
            self.say("Nothing else is unread in this list.")
        else:
            self.article_list.go(message.index)
