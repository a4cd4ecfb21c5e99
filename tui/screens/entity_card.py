"""Who is this, where else, since when: the card of one name over the right half of the screen.

The article stays in sight beside it. A row leads to an article at its sentence, or to the card of another name;
Esc goes back the way one came. What the reader says about the name (another name, the same one, not a name) is
stored as an edit and can be taken back.
"""

from collections.abc import Callable, Sequence
from typing import ClassVar, Literal

from msgspec import Struct
from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from library import Library
from library.entities.records import Card, Edit, EntityRow, Quoted
from library.errors import LibraryError
from tui.card import card_rows
from tui.screens.base import Options
from tui.screens.saying import Saying
from tui.themes import Palette
from tui.widgets.card_pane import CardPane

QUOTED = 60
"""Mentions a card quotes; the list of its articles (`*`) has all of them."""


class Outcome(Struct, frozen=True):
    """What the reader went on to from a card."""

    kind: Literal["read", "list", "dossier", "map"]
    entity: EntityRow
    quoted: Quoted | None = None


class EntityCard(Saying[Outcome | None]):
    """Dismissed with what to go on to; None: back to where one was."""

    DEFAULT_CSS = """
    EntityCard { align: right top; background: $background 40%; }
    EntityCard > Vertical {
        width: 50%; min-width: 56; max-width: 100%; height: 100%;
    }
    """
    KEYS = (
        ("j k", "move"), ("Enter", "open"), ("*", "its articles"), ("w", "watch"), ("e", "dossier"), ("W", "map"),
        ("R", "rename"), ("M", "merge"), ("S", "split"), ("T", "type"), ("i", "ignore"), ("Esc", "back"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        ("j,down", "move(1)", "Down"), ("k,up", "move(-1)", "Up"), ("g,home", "end(True)", "Top"),
        ("G,end", "end(False)", "Bottom"), ("space,pagedown,ctrl+d", "page(1)", "Page down"),
        ("b,pageup,ctrl+u", "page(-1)", "Page up"), ("enter,l,right", "choose", "Open"),
        ("escape,q,backspace,h,left", "leave", "Back"), ("asterisk", "list", "Articles"), ("e", "dossier", "Dossier"),
        ("W", "map", "Map"), ("w", "watch", "Watch"), ("i", "ignore", "Ignore"), ("R", "rename", "Rename"),
        ("M", "merge", "Merge"), ("S", "split", "Split"), ("T", "retype", "Type"), ("u", "undo", "Undo"),
    ]

    def __init__(self, library: Library, entity: int, palette: Palette, options: Options, *,
                 edited: Callable[[Edit], None], undo: Callable[[Callable[[], object]], object],
                 ascii_only: bool = False) -> None:
        """`edited` hears of every edit made here; `undo` takes back the last change and then calls what it is given."""
        super().__init__()
        self._library, self._options, self._ascii = library, options, ascii_only
        self._edited, self._undo = edited, undo
        self._trail = [entity]
        """The cards one came through; the last is shown."""
        self._quoted: Sequence[Quoted] = ()
        self.pane = CardPane()
        self.pane.palette = palette

    def compose(self) -> ComposeResult:
        yield Vertical(self.pane, classes="dialog")
        yield self.key_line()

    def on_mount(self) -> None:
        self.pane.focus()
        self._load()

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    # What is shown.

    @work(thread=True, exclusive=True, group="card")
    def _load(self, *, keep: bool = False) -> None:
        try:
            card = self._library.entities.card(self._trail[-1])
            quoted = self._library.entities.mentions(self._trail[-1], limit=QUOTED)
        except LibraryError as error:
            self.app.call_from_thread(self._say, str(error))
            return
        self.app.call_from_thread(self._show, card, quoted, keep)

    def reload(self) -> None:
        self._load(keep=True)

    def _show(self, card: Card | None, quoted: Sequence[Quoted], keep: bool) -> None:
        self._card, self._quoted = card, quoted
        box = self.query_one(Vertical)
        is_somebody = card is None or card.entity.type == "PERSON"
        box.border_title = "Nobody any more" if card is None else f"{'Who' if is_somebody else 'What'} is this?"
        self._draw(keep=keep)

    def _draw(self, *, keep: bool = True) -> None:
        if self._card is not None:
            rows = card_rows(self._card, self._quoted, self.pane.room, self._options.now(), ascii_only=self._ascii)
            self.pane.show(rows, keep=keep)

    # Moving, and going on.

    def action_move(self, steps: int) -> None:
        self.pane.move(steps)

    def action_end(self, top: bool) -> None:
        self.pane.move_to_end(top=top)

    def action_page(self, pages: int) -> None:
        self.pane.jump(self.pane.scroll_offset.y + pages * max(1, self.pane.size.height - 2))

    def action_choose(self) -> None:
        self.pane.choose()

    @on(CardPane.Chosen)
    def _chosen(self, message: CardPane.Chosen) -> None:
        if message.row.entity is not None:
            self._trail.append(message.row.entity)
            self._load()
        elif message.row.quoted is not None:
            self._leave("read", message.row.quoted)

    def action_leave(self) -> None:
        if len(self._trail) > 1:
            self._trail.pop()
            self._load()
        else:
            self.dismiss(None)

    def action_list(self) -> None:
        self._leave("list")

    def action_dossier(self) -> None:
        self._leave("dossier")

    def action_map(self) -> None:
        self._leave("map")

    def _leave(self, kind: Literal["read", "list", "dossier", "map"], quoted: Quoted | None = None) -> None:
        if self._card is not None:
            self.dismiss(Outcome(kind, self._card.entity, quoted))
