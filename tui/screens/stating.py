"""What the reader does with articles (read, starred, tagged): seen at once, written down as soon as it can be."""

from collections.abc import Mapping, Sequence
from functools import partial

from msgspec.structs import replace

from library.tags import Tags
from tui.paging import Marks
from tui.screens.base import ReaderBase


class Stating(ReaderBase):
    """The list and the open article show a new state before the library has it."""

    def set_state(self, article_ids: Sequence[str], *, read: bool | None = None,
                  starred: bool | None = None) -> None:
        """Show and write a new state."""
        state = {name: value for name, value in (("read", read), ("starred", starred)) if value is not None}
        self._show_state(article_ids, state)
        self.write(partial(self._write_state, list(article_ids), read, starred))

    def set_tags(self, tags: Mapping[str, Tags]) -> None:
        """Show and write which tags articles have."""
        for article_id, names in tags.items():
            self._show_state([article_id], {"tags": names})
        self.write(partial(self._write_tags, dict(tags)))

    def _show_state(self, article_ids: Sequence[str], state: Marks) -> None:
        self.article_list.pages.mark(article_ids, **state)
        self.article_list.refresh()
        opened = self.view.opened
        if opened is not None and opened.annotated.article.id in article_ids:
            self.view.opened = replace(opened, **state)
        self.update_chrome()

    def _write_tags(self, tags: Mapping[str, Tags]) -> None:
        self.library.give_tags(tags)

    def _write_state(self, article_ids: list[str], read: bool | None, starred: bool | None) -> None:
        if read is not None:
            self.library.set_read(article_ids, read)
        if starred is not None:
            for article_id in article_ids:
                self.library.set_starred(article_id, starred)
