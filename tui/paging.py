"""The rows of a list without the rows: keys for all, headlines for the pages that are looked at.

A library holds a hundred thousand articles and a screen thirty. Only the keys are in memory; headlines come
in pages and the least recently used pages go, so that a long scroll costs no more than a short one.
"""

from array import array
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from library.records import Headline

PAGE = 64
"""Rows that are read together: about two screens."""
KEPT_PAGES = 32
Marks = Mapping[str, bool | tuple[str, ...]]
"""Fields of a headline as they were set on the screen."""


class Pages:
    """The keys of a list in order, and the headlines read so far."""

    def __init__(self, rows: Sequence[int] = ()) -> None:
        self.rows = array("q", rows)
        self.is_whole = True
        """All keys are known."""
        self.marks: dict[str, Marks] = {}
        """What was last set here, by article."""
        self._pages: OrderedDict[int, dict[int, Headline]] = OrderedDict()

    @classmethod
    def part(cls, total: int, start: int, keys: Sequence[int]) -> "Pages":
        """A list of which only the keys from `start` on are known yet; the others are 0, which no row has."""
        total = max(total, start + len(keys))
        pages = cls()
        pages.rows = array("q", bytes(8 * total))
        pages.rows[start:start + len(keys)] = array("q", keys)
        pages.is_whole = False
        return pages

    def __len__(self) -> int:
        return len(self.rows)

    def headline(self, index: int) -> Headline | None:
        """The headline at a place of the list; None when its page has not been read or its article is
        gone."""
        page = self._pages.get(index // PAGE)
        if page is None:
            return None
        self._pages.move_to_end(index // PAGE)
        return page.get(self.rows[index])

    def is_read(self, index: int) -> bool:
        """Whether the page of that place has been read from the library, whatever it held."""
        return index // PAGE in self._pages

    def missing(self, start: int, stop: int) -> list[int]:
        """The pages to read before [start, stop) can be shown."""
        start, stop = max(0, start), min(stop, len(self.rows))
        if start >= stop:
            return []
        pages = range(start // PAGE, (stop - 1) // PAGE + 1)
        return [page for page in pages if page not in self._pages and (self.is_whole or self.rows[page * PAGE])]

    def keys(self, page: int) -> "array[int]":
        """The row keys of a page, for the library."""
        return self.rows[page * PAGE:(page + 1) * PAGE]

    def put(self, page: int, headlines: Iterable[Headline]) -> None:
        self._pages[page] = {headline.row: self._marked(headline) for headline in headlines}
        self._pages.move_to_end(page)
        while len(self._pages) > KEPT_PAGES:
            self._pages.popitem(last=False)

    def loaded(self) -> Iterator[Headline]:
        for page in self._pages.values():
            yield from page.values()

    def forget(self) -> None:
        """Drop the headlines, which will be read again; the keys stay."""
        self._pages.clear()

    def mark(self, article_ids: Iterable[str], **state: bool | tuple[str, ...]) -> None:
        """Show a new state (read, starred, tags) at once, before the library has it.

        It counts over what the library says from now on, for this list: an answer may have been under way.
        """
        changed = frozenset(article_ids)
        for article_id in changed:
            self.marks[article_id] = {**self.marks.get(article_id, {}), **state}
        for page in self._pages.values():
            for key, headline in page.items():
                if headline.article_id in changed:
                    page[key] = self._marked(headline)

    def take_marks(self, marks: Mapping[str, Marks]) -> None:
        """The states that were shown since this list was asked for."""
        self.marks.update(marks)
        for page in self._pages.values():
            for key, headline in page.items():
                page[key] = self._marked(headline)

    def _marked(self, headline: Headline) -> Headline:
        marks = self.marks.get(headline.article_id)
        return replace(headline, **marks) if marks else headline

    def index_of(self, row: int) -> int | None:
        """The place of a row key; None when it is not in the list."""
        try:
            return self.rows.index(row)
        except ValueError:
            return None
