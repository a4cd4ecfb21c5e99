"""Looking for words in the text, and following its links: the keys that are typed into the text rather than at it."""

from collections.abc import Callable, Sequence

from textual import work

from library.errors import LibraryError
from parsers.article import Article
from tui.links import Link
from tui.messages import RevisionsRead, Told
from tui.render import Bit
from tui.screens.moving import Moving


class Finding(Moving):
    """What stands in the article: its words, headings and links."""

    _found: Sequence[str] = ()
    """What was looked for in this session, the latest last."""

    def action_find(self) -> None:
        """Ask for words, and show them while they are being typed; Esc comes back to the place."""
        from tui.screens.prompt import Prompt

        start = self.view.scroll_offset.y

        def look(text: str) -> None:
            self.view.search(text, start)
            self.update_chrome()

        def done(text: str | None) -> None:
            if text and text.strip():
                self._found = [*(one for one in self._found if one != text), text]
                look(text)
            else:
                self.view.end_search()
                self.view.jump(start)
                self.update_chrome()

        where = "in this article · Enter keeps it · Esc leaves"
        self.app.push_screen(Prompt("/", "words of the article", where=where, changed=look, history=self._found), done)

    def action_next_match(self) -> None:
        self._step_match(self.times)

    def action_previous_match(self) -> None:
        self._step_match(-self.times)

    def action_next_heading(self) -> None:
        self.view.step_heading(self.times)

    def action_previous_heading(self) -> None:
        self.view.step_heading(-self.times)

    def action_next_link(self) -> None:
        self.view.step_link(self.times)
        self._tell_link()

    def action_previous_link(self) -> None:
        self.view.step_link(-self.times)
        self._tell_link()

    def action_open_link(self) -> None:
        if self.view.link is not None:
            self.browse(self.view.link.href)

    def action_hints(self) -> None:
        self._choose_link("open", lambda link: self.browse(link.href))

    def action_copy_link(self) -> None:
        self._choose_link("copy", self._copy_link)

    def action_links(self) -> None:
        from tui.screens.links import Links

        self.app.push_screen(Links(self.view.links), self._link_chosen)

    def action_mark(self) -> None:
        if not self.view.mark():
            self.say("There is no text to mark here.")

    def action_mark_more(self) -> None:
        self.view.extend(self.times)

    def action_mark_less(self) -> None:
        self.view.extend(-self.times)

    def action_swap_ends(self) -> None:
        self.view.swap_ends()

    def action_copy_marked(self) -> None:
        passages = self.view.marked_passages
        self.view.end_mark()
        self.copy("\n\n".join(passages))
        self.say(f"{sum(len(passage.split()) for passage in passages):,} words are on the clipboard.")

    def action_quote_marked(self) -> None:
        self._quote(self.view.marked_passages)
        self.view.end_mark()
        self.say("The quote and its source are on the clipboard.")

    def action_cite(self) -> None:
        self._quote(())
        self.say(f"The source is on the clipboard. {self.keys.word('mark')} marks text to quote.")

    def _quote(self, passages: Sequence[str]) -> None:
        from library.export.quotation import quotation

        if self.view.opened is not None:
            today = self.options.now().astimezone().date()
            self.copy(quotation(self.view.opened.annotated.article, passages, read_on=today))

    def action_changes(self) -> None:
        if self.view.opened is not None:
            self.read_revisions(self.view.opened.annotated.article)

    @work(thread=True, exclusive=True, group="revisions")
    def read_revisions(self, article: Article) -> None:
        try:
            self.post_message(RevisionsRead(article, self.library.revisions(article.id)))
        except LibraryError as error:
            self.post_message(Told(str(error), alarming=True))

    def on_revisions_read(self, message: RevisionsRead) -> None:
        if not message.revisions:
            self.say("This article has not changed since it was first read.")
            return
        from tui.screens.changes import Changes

        self.app.push_screen(Changes(message.article, message.revisions, self.palette))

    def browse(self, url: str) -> object:
        """Open a web address in the reader's browser. The screen itself knows how."""
        raise NotImplementedError

    def copy(self, text: str) -> None:
        """Onto the clipboard. The screen itself knows how."""
        raise NotImplementedError

    def _step_match(self, steps: int) -> None:
        if self.view.step_match(steps):
            self.say("Round the end of the text." if steps > 0 else "Round the beginning of the text.")

    def _tell_link(self) -> None:
        """The address, so that nobody opens what they do not mean."""
        if self.view.link is not None:
            self.say(self.view.link.href)

    def _choose_link(self, verb: str, then: Callable[[Link], object]) -> None:
        """By its number when one was typed, else by the letters shown over the links in sight."""
        if self.count is not None:
            if self.count <= len(self.view.links):
                then(self.view.links[self.count - 1])
            else:
                self.say(f"This article has {len(self.view.links)} links.")
            return
        if not self.view.show_hints():
            self.say("No link is in sight.")
            return

        def typed(key: str) -> None:
            chosen = self.view.type_hint(key) if len(key) == 1 and key.isalpha() else None
            if chosen is None and len(key) != 1:
                self.view.hide_hints()
            if self.view.hinted is None:
                self.release()
            if chosen is not None:
                then(chosen)

        def told() -> list[Bit]:
            return [(f" {self.view.typed_hint}… ", "key"), (f"type the letters of a link to {verb} it", "key_label"),
                    ("  Esc", "key"), (" leaves ", "key_label")]

        self.grab(typed, told)

    def _copy_link(self, link: Link) -> None:
        self.copy(link.href)
        self.say(link.href, title="On the clipboard")

    def _link_chosen(self, chosen: "tuple[str, Link] | None") -> None:
        if chosen is None:
            return
        verb, link = chosen
        self.browse(link.href) if verb == "open" else self._copy_link(link)
