"""The same text in several places: which articles tell it, as a list of their own."""

from functools import partial

from textual import work
from textual.worker import get_current_worker

from library.errors import LibraryError
from library.records import Selection
from tui.messages import CopiesKnown, Told
from tui.screens.naming import Naming


class Copying(Naming):
    """Copies are told in the list and never folded away: each is an article of its own."""

    def action_copies(self) -> None:
        headline = self.article_list.current
        if headline is not None and headline.story is not None:
            self.show_apart(Selection(story=headline.story), headline.row)
            self.go_to("articles")
            self.say(f"{headline.copies} articles tell this. {self.keys.word('back')} goes back.")

    @work(thread=True, exclusive=True, group="copies")
    def look_for_copies(self) -> None:
        """After an update: the copies of what an older newsreader stored, a few articles at a time."""
        worker = get_current_worker()
        try:
            if not self.library.uncompared():
                return
            for done, total in self.library.compare():
                if worker.is_cancelled:
                    return
                self.post_message(CopiesKnown(done, total, worker))
        except LibraryError as error:
            self.post_message(Told(str(error), alarming=True))

    def on_copies_known(self, message: CopiesKnown) -> None:
        if message.done >= message.total:
            self.done_with("copies")
            self.load_list()
        elif message.worker is None or not message.worker.is_cancelled:
            stop = partial(self.workers.cancel_group, self, "copies")
            self.work_on("copies", f"copies {message.done:,}/{message.total:,}", stop)
