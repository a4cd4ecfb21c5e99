"""Sources: adding one, and reading them again."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from textual import work
from textual.message import Message
from textual.timer import Timer
from textual.worker import get_current_worker

from library.errors import LibraryError
from library.folders import is_inside
from library.records import Refreshed
from tui.commandline import completed_paths
from tui.messages import Reading, RefreshEnded, Removed, Told
from tui.screens.marking import Marking

GLANCE_EVERY = 1.0
"""Seconds after which a refresh shows what it has read so far: hundreds of pages take longer than anyone waits."""


class Sourcing(Marking):
    """Workers over sources. The list and the counts follow, while they work and when they are done."""

    _glance: Timer | None = None
    """Runs while a refresh does."""

    def action_add(self) -> None:
        from tui.screens.ask import Ask

        self.app.push_screen(Ask(
            "Add to the library", "A file or a folder with pages (Tab completes):", "Enter adds it · ~ is your home",
            "", self._add, completed_paths,
        ))

    def _add(self, text: str) -> str | None:
        """In a thread: add the path and read it."""
        try:
            source = self.library.add(Path(text).expanduser())
        except (LibraryError, RuntimeError) as error:  # RuntimeError: a ~name that nobody has
            return str(error)
        self.app.call_from_thread(self.refresh_sources, [source.id])
        return None

    def action_remove_source(self) -> None:
        """Ask first: this is the one thing that cannot be taken back."""
        from tui.screens.confirm import Confirm

        row = self.source_list.current
        source = next((source for source in self.sources if source.id == row.source), None)
        if source is None:
            return
        files = "Your files stay where they are. " if source.location else ""
        question = (f"“{source.title}” leaves the library, with the {source.total:,} articles that only it has. "
                    f"{files}What was read and starred is remembered.")

        def done(yes: bool | None) -> None:
            if yes:
                self.write(partial(self._remove, source.id, source.title))

        self.app.push_screen(Confirm("Remove a source", question), done)

    def _remove(self, identity: int, title: str) -> Message:
        """In a thread."""
        self.library.remove(identity)
        return Removed(title)

    def on_removed(self, message: Removed) -> None:
        self.say(f"“{message.title}” was removed.")
        self.source_list.move_to_end(top=True)
        self.read_sources()
        self.load_list()

    def action_refresh(self) -> None:
        """The selected source, or those of the folder; in the articles or the body, the one the article came from."""
        row = self.source_list.current
        source = row.source
        if self.pane == "sources" and row.folder is not None:
            self.refresh_sources([one.id for one in self.sources if is_inside(one.folder, row.folder)])
            return
        headline = self.article_list.current
        if self.pane != "sources" and headline is not None:
            source = headline.source_id
        self.refresh_sources(None if source is None else [source])

    def action_refresh_all(self) -> None:
        self.refresh_sources(None)

    @work(thread=True, exclusive=True, group="refresh")
    def refresh_sources(self, source_ids: Sequence[int] | None) -> None:
        worker = get_current_worker()

        def progress(done: int, total: int, name: str) -> None:
            if worker.is_cancelled:
                raise InterruptedError
            self.post_message(Reading(done, total, name, worker))

        results: list[Refreshed] = []
        try:
            results.extend(self.library.refresh(source_ids, progress=progress))
        except InterruptedError:
            return
        except LibraryError as error:
            self.post_message(Told(str(error), alarming=True))
        self.post_message(RefreshEnded(results))

    def on_reading(self, message: Reading) -> None:
        if message.worker is not None and message.worker.is_cancelled:
            return
        words = f"reading {message.done:,}/{message.total:,}" if message.total else "reading …"
        self.work_on("refresh", words, self._stop_refresh)
        if self._glance is None:
            self._glance = self.set_interval(GLANCE_EVERY, self._show_read_so_far)
        self.update_chrome()

    def _stop_refresh(self) -> None:
        self.workers.cancel_group(self, "refresh")
        self._end_refresh()
        self.read_sources()
        self.load_list()

    def _end_refresh(self) -> None:
        self.done_with("refresh")
        if self._glance is not None:
            self._glance.stop()
            self._glance = None

    def _show_read_so_far(self) -> None:
        self.read_sources()
        if self.filter == "all":  # the others lose rows when they are read again: what is just read would vanish
            self.load_list()

    def on_refresh_ended(self, message: RefreshEnded) -> None:
        self._end_refresh()
        failures = [failure for result in message.results for failure in result.failures]
        failures += [result.source.failure for result in message.results if result.source.failure]
        if self.view.opened is not None:  # at the first start the articles themselves are the answer
            self.say(_summary(message.results))
        for failure in list(dict.fromkeys(failures))[:3]:
            self.say(failure, alarming=True)
        if len(failures) > 3:
            self.say(f"{len(failures) - 3} more pages could not be read.", alarming=True)
        self.read_sources()
        # A filtered list that is read again loses what was just read; without anything new there is no reason to.
        if self.filter == "all" or any(result.new or result.changed for result in message.results):
            self.load_list()


def _summary(results: Sequence[Refreshed]) -> str:
    new, changed = sum(result.new for result in results), sum(result.changed for result in results)
    if not new and not changed:
        return "Nothing new."
    parts = [f"{new:,} new" if new else "", f"{changed:,} changed" if changed else ""]
    return ", ".join(part for part in parts if part) + "."
