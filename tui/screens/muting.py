"""Muting: words and queries whose articles lists leave out. Nothing is lost: they are counted and can be looked at."""

from functools import partial

from textual import work

from library.errors import LibraryError
from library.records import Selection
from tui.commandline import Completion
from tui.history import Change
from tui.messages import Told, WasMuted
from tui.screens.marking import articles_told
from tui.screens.tagging import Tagging


class Muting(Tagging):
    """Actions on what lists leave out."""

    def action_mute(self) -> None:
        from tui.screens.prompt import Prompt

        def done(line: str | None) -> None:
            if line and line.strip():
                self.command_mute(line)

        hint = "words of the article, or a query: publisher:echo -ferry"
        self.app.push_screen(Prompt("Mute: ", hint, complete=_mistake), done)

    def command_mute(self, words: str) -> None:
        words = " ".join(words.split())
        self.work_on("mute", f"muting {words}", partial(self.set_mute, words, mutes=False))
        self._mute(words, is_new=True)

    def action_mutes(self) -> None:
        from tui.screens.mutes import Mutes

        self.app.push_screen(Mutes(self.library), self._mutes_closed)

    @work(thread=True, group="mutes")
    def _mute(self, words: str, *, is_new: bool) -> None:
        """Beside the other changes: searching a hundred thousand stories takes its time."""
        try:
            self.post_message(WasMuted(self.library.mute(words), is_new))
        except LibraryError as error:
            self.post_message(Told(str(error)))
            self.app.call_from_thread(self.done_with, "mute")

    def on_was_muted(self, message: WasMuted) -> None:
        mute = message.mute
        self.done_with("mute")
        if message.is_new:
            told = f"“{mute.query}” muted: {articles_told(mute.articles)}"
            self.history.add(self._change(told, mute.query, mutes=True))
            self.say(f"{told}. {self.keys.word('undo')} takes it back, {self.keys.word('mutes')} lists what is muted.")
        self._show_without()

    def set_mute(self, query: str, *, mutes: bool) -> None:
        """Mute it again, or not any more."""
        if mutes:
            self._mute(query, is_new=False)
        else:
            self.write(lambda: self.library.unmute(query))
            self.load_list()

    def _change(self, words: str, query: str, *, mutes: bool) -> Change:
        return Change(words, partial(self.set_mute, query, mutes=mutes), partial(self.set_mute, query, mutes=not mutes))

    def _show_without(self) -> None:
        """Lists and counts as they are now."""
        self.read_sources()
        self.load_list()

    def _mutes_closed(self, outcome: str | None) -> None:
        """Back from what is muted: the queries that were removed there, a line each; or its articles are wanted."""
        if outcome is None:
            return
        removed = outcome.splitlines()
        for query in removed:
            self.history.add(self._change(f"“{query}” muted no more", query, mutes=False))
        if removed:
            self.say(f"{len(removed)} removed. {self.keys.word('undo')} takes it back.")
            self._show_without()
        else:
            self.source_list.select(Selection(muted=True))
            self.source_list.announce()
            self.go_to("articles")


def _mistake(line: str) -> list[Completion]:
    """What is wrong with the query so far, while it is typed."""
    from library.query import Mistake, parse

    asked = parse(line)
    return [Completion(line, asked.message, refused=True)] if isinstance(asked, Mistake) and line.strip() else []
