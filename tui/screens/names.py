"""Names as a list: those of the open article, of the whole library, this week's new ones, and those watched."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from msgspec import Struct
from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList

from library import Library
from library.entities.records import EntityRow
from library.errors import LibraryError
from tui.card import TYPES
from tui.legend import GROUP_OF
from tui.render import safe
from tui.screens.dialog import Dialog
from tui.themes import Palette
from tui.wrap import cells, cut

View = Literal["here", "library", "new", "watched", "ignored"]
VIEWS: dict[View, str] = {
    "here": "In this article", "library": "In the library", "new": "New this week", "watched": "Watched",
    "ignored": "Ignored",
}
MOST = 200
"""Rows: who wants more types a few letters of the name."""
NAME_CELLS = 38


class Picked(Struct, frozen=True):
    """The name that was chosen, and what for."""

    kind: Literal["card", "list"]
    entity: EntityRow


class Names(Dialog[Picked | None]):
    """Dismissed with a name; None: none was chosen."""

    DEFAULT_CSS = """
    Names > Vertical { width: 76; max-width: 96%; height: 84%; padding: 0 1; }
    Names Input { display: none; margin: 0 1; }
    Names OptionList, Names OptionList:focus {
        height: 1fr; border: none; background: $surface; background-tint: transparent; scrollbar-size-vertical: 1;
        scrollbar-color: $edge; scrollbar-background: $surface; padding: 0;
    }
    """
    KEYS = (
        ("Tab", "next list"), ("j k", "move"), ("Enter", "card"), ("*", "its articles"), ("/", "search"),
        ("Esc", "back"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        ("j", "step(1)", "Down"), ("k", "step(-1)", "Up"), ("tab", "turn(1)", "Next view"),
        ("shift+tab", "turn(-1)", "Previous view"), ("slash", "search", "Search"), ("asterisk", "list", "Articles"),
        ("escape,q,backspace", "leave", "Close"),
    ]

    def __init__(self, library: Library, article_id: str | None, order: Sequence[str], palette: Palette) -> None:
        """`article_id` and the ids of its entities in their order; None: no article is open."""
        super().__init__()
        self._library, self._article_id, self._order = library, article_id, order
        self._view: View = "here" if article_id is not None else "library"
        self._sought, self._palette = "", palette
        self._rows: list[EntityRow] = []

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Input(placeholder="a few letters of a name", compact=True)
            yield OptionList(markup=False)
        yield self.key_line()

    def on_mount(self) -> None:
        self.query_one(OptionList).focus()
        self._load()

    @work(thread=True, exclusive=True, group="names")
    def _load(self) -> None:
        try:
            rows = self._found()
        except LibraryError as error:
            self.app.call_from_thread(self.notify, str(error), severity="error", markup=False)
            return
        self.app.call_from_thread(self._show, rows)

    def _found(self) -> list[EntityRow]:
        entities = self._library.entities
        if self._sought:
            return entities.search(self._sought, limit=MOST)
        if self._view == "here" and self._article_id is not None:
            known = entities.of_article(self._article_id)
            rows = [known[one] for one in self._order if one in known]
            return sorted(dict.fromkeys(rows), key=lambda row: list(GROUP_OF).index(row.type))
        if self._view == "new":
            return entities.new(limit=MOST)
        if self._view == "watched":
            return list(dict.fromkeys(row for watch in entities.watches() for row in watch.entities))
        return entities.top(limit=MOST, ignored=self._view == "ignored")

    def _show(self, rows: list[EntityRow]) -> None:
        self._rows = rows
        shown = self.query_one(OptionList)
        shown.clear_options()
        shown.add_options([_row(row) for row in rows] or [Content("Nobody." if not self._sought else "Nobody is.")])
        shown.highlighted = 0
        box = self.query_one(Vertical)
        box.border_title = Content(f"Called “{safe(self._sought)}”") if self._sought else self._tabs()
        box.border_subtitle = _told(len(rows))

    def _tabs(self) -> Content:
        """All lists, the shown one bright."""
        parts = [(f" {words} ", "bold $primary" if view == self._view else "not bold $told")
                 for view, words in self._views().items()]
        return Content.assemble(*parts)

    def _views(self) -> dict[View, str]:
        return {view: words for view, words in VIEWS.items() if view != "here" or self._article_id is not None}

    def action_turn(self, steps: int) -> None:
        views = list(self._views())
        self._view = views[(views.index(self._view) + steps) % len(views)]
        self._seek("")
        self.query_one(Input).display = False
        self.query_one(OptionList).focus()

    def action_search(self) -> None:
        field = self.query_one(Input)
        field.display = True
        field.cursor_blink = False
        field.focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._seek(event.value.strip())

    @on(Input.Submitted)
    def _searched(self) -> None:
        self.query_one(OptionList).focus()

    def _seek(self, text: str) -> None:
        self._sought = text
        self._load()

    def action_step(self, rows: int) -> None:
        shown = self.query_one(OptionList)
        shown.action_cursor_down() if rows > 0 else shown.action_cursor_up()

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self._pick("card")

    def action_list(self) -> None:
        self._pick("list")

    def action_leave(self) -> None:
        self.dismiss(None)

    def _pick(self, kind: Literal["card", "list"]) -> None:
        at = self.query_one(OptionList).highlighted
        if at is not None and at < len(self._rows):
            self.dismiss(Picked(kind, self._rows[at]))


def _told(count: int) -> str:
    """How many names the list shows; "" for none."""
    if count == MOST:
        return f"the first {MOST} names"
    return f"{count} name{'' if count == 1 else 's'}" if count else ""


def _row(row: EntityRow) -> Content:
    name = cut(safe(row.name), NAME_CELLS)
    gap = " " * (NAME_CELLS + 1 - cells(name))
    return Content.assemble(
        (name, "bold"), gap, (f"{TYPES[row.type]:17}", "$told"), f"{row.articles:>6,}",
        (" article" if row.articles == 1 else " articles", "$told"),
    )
