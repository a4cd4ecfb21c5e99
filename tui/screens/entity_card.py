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
from textual.screen import ModalScreen

from library import Library
from library.entities.records import AlertKind, Card, Edit, EntityRow, Quoted
from library.errors import LibraryError
from parsers.article import EntityType
from tui.card import TYPES, card_rows
from tui.screens.base import Options
from tui.themes import Palette
from tui.widgets.card_pane import CardPane
from tui.widgets.key_line import KeyLine

QUOTED = 60
"""Mentions a card quotes; the list of its articles (`*`) has all of them."""
KEYS = (
    ("j k", "move"), ("Enter", "open"), ("*", "its articles"), ("w", "watch"), ("e", "dossier"), ("W", "map"),
    ("R", "rename"), ("M", "merge"), ("S", "split"), ("T", "type"), ("i", "ignore"), ("Esc", "back"),
)

EVERY, RETURN, TOGETHER = "every article", "its return", "both together"
TOLD = {
    AlertKind.MENTION: "New articles that name {} are told.",
    AlertKind.COMEBACK: "The first article in 30 days that names {} is told.",
    AlertKind.TOGETHER: "The first article that names {} is told.",
}
"""What is said when a watch begins."""


class Outcome(Struct, frozen=True):
    """What the reader went on to from a card."""

    kind: Literal["read", "list", "dossier", "map"]
    entity: EntityRow
    quoted: Quoted | None = None


class EntityCard(ModalScreen[Outcome | None]):
    """Dismissed with what to go on to; None: back to where one was."""

    DEFAULT_CSS = """
    EntityCard { align: right top; background: $background 40%; }
    EntityCard > Vertical {
        width: 50%; min-width: 56; max-width: 100%; height: 100%; background: $surface; border: round $primary;
        border-title-color: $primary; border-title-style: bold; border-subtitle-color: $secondary;
    }
    """
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
        self._card: Card | None = None
        self._quoted: Sequence[Quoted] = ()
        self.pane = CardPane()
        self.pane.palette = palette

    def compose(self) -> ComposeResult:
        yield Vertical(self.pane)
        yield KeyLine(self.pane.palette, KEYS)

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

    # What the reader says about the name.

    def action_ignore(self) -> None:
        card = self._card
        if card is not None:
            self._edit(lambda: self._library.entities.ignore(card.entity.id, not card.entity.ignored))

    def action_rename(self) -> None:
        from tui.screens.ask import Ask

        card = self._card
        if card is not None:
            self.app.push_screen(Ask("Rename", "What do you call this?", "Enter renames it everywhere · Esc leaves",
                                     card.entity.name, lambda name: self._try(
                                         lambda: self._library.entities.rename(card.entity.id, name))))

    def action_merge(self) -> None:
        from tui.screens.ask import Ask

        if self._card is not None:
            self.app.push_screen(Ask("The same as", "Whose other name is this? Its full name, or enough of it:",
                                     "Enter takes both for one · Esc leaves", "", self._merge))

    def action_split(self) -> None:
        from tui.screens.ask import Ask

        card = self._card
        if card is not None:
            names = " · ".join(form.value for form in card.names)
            self.app.push_screen(Ask("Somebody else", f"Which of these names is another one's? {names}",
                                     "Enter makes it a name of its own · Esc leaves", "", self._split))

    def action_retype(self) -> None:
        from tui.screens.choose import Choose

        card = self._card
        if card is None:
            return
        kinds: tuple[EntityType, ...] = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT")
        by_word = {TYPES[kind]: kind for kind in kinds}

        def done(word: str | None) -> None:
            if word is not None:
                self._edit(lambda: self._library.entities.retype(card.entity.id, by_word[word]))

        self.app.push_screen(Choose("What it is", [(word, "") for word in by_word], TYPES[card.entity.type],
                                    lambda word: None), done)

    def action_watch(self) -> None:
        card = self._card
        if card is not None:
            self._watch(card.entity)

    def action_undo(self) -> None:
        self._undo(lambda: self._load(keep=True))

    @work(thread=True, exclusive=True, group="watch")
    def _watch(self, entity: EntityRow) -> None:
        """Stop watching who is watched; ask what to tell of who is not."""
        entities = self._library.entities
        try:
            known = [watch for watch in entities.watches() if entity.id in [one.id for one in watch.entities]]
            for watch in known:
                entities.unwatch(watch.id)
        except LibraryError as error:
            self.app.call_from_thread(self._say, str(error))
            return
        if known:
            self.app.call_from_thread(self._say, f"{entity.name} is not watched any more.")
        else:
            self.app.call_from_thread(self._ask_what_to_tell, entity)

    def _ask_what_to_tell(self, entity: EntityRow) -> None:
        from tui.screens.choose import Choose

        def chosen(what: str | None) -> None:
            if what == TOGETHER:
                self._ask_with_whom(entity)
            elif what is not None:
                kind = AlertKind.MENTION if what == EVERY else AlertKind.COMEBACK
                self._begin_watch(entity.name, [entity.id], kind)

        choices = [(EVERY, "each that comes"), (RETURN, "after 30 days of silence"), (TOGETHER, "with another name")]
        self.app.push_screen(Choose("Tell me of", choices, EVERY, lambda what: None), chosen)

    def _ask_with_whom(self, entity: EntityRow) -> None:
        from tui.screens.ask import Ask

        def begin(text: str) -> str | None:
            found = self._one_called(text, entity)
            if isinstance(found, str):
                return found
            self.app.call_from_thread(
                self._begin_watch, f"{entity.name} and {found.name}", [entity.id, found.id], AlertKind.TOGETHER)
            return None

        self.app.push_screen(Ask("Together", f"{entity.name} and who? A full name, or enough of it:",
                                 "Enter watches both · Esc leaves", "", begin))

    @work(thread=True, exclusive=True, group="watch")
    def _begin_watch(self, name: str, ids: Sequence[int], kind: AlertKind) -> None:
        try:
            self._library.entities.watch(name, entities=ids, kind=kind)
            told = TOLD[kind].format(name)
        except LibraryError as error:
            told = str(error)
        self.app.call_from_thread(self._say, told)

    def _merge(self, text: str) -> str | None:
        """In a thread: take the shown one and the one that the text names for the same."""
        card = self._card
        if card is None:
            return "There is nobody to merge any more."
        into = self._one_called(text, card.entity)
        if isinstance(into, str):
            return into
        return self._try(lambda: self._library.entities.merge(card.entity.id, into.id))

    def _one_called(self, text: str, other: EntityRow) -> EntityRow | str:
        """In a thread: the one entity besides the other that a text names; a sentence when it is none or several."""
        try:
            found = [row for row in self._library.entities.search(text, limit=9) if row.id != other.id]
        except LibraryError as error:
            return str(error)
        exact = [row for row in found if row.name.casefold() == text.casefold()]
        if not found:
            return f"Nobody in the library is called {text}."
        if len(found) > 1 and len(exact) != 1:
            return "Which of them? " + " · ".join(row.name for row in found)
        return (exact or found)[0]

    def _split(self, text: str) -> str | None:
        card = self._card
        if card is None:
            return "There is nothing to split any more."
        names = [form.value for form in card.names if form.value.casefold() == text.casefold()]
        if not names:
            return f"{text} is none of these names."
        return self._try(lambda: self._library.entities.split(card.entity.id, names=names)[0])

    @work(thread=True, exclusive=True, group="edit")
    def _edit(self, change: Callable[[], Edit]) -> None:
        failure = self._try(change)
        if failure is not None:
            self.app.call_from_thread(self._say, failure)

    def _try(self, change: Callable[[], Edit]) -> str | None:
        """In a thread: make an edit and show what it did; why it could not be made, or None."""
        try:
            edit = change()
        except LibraryError as error:
            return str(error)
        self.app.call_from_thread(self._done, edit)
        return None

    def _done(self, edit: Edit) -> None:
        self._edited(edit)
        self._say(f"{edit.sentence} u takes it back.")
        self._load(keep=True)

    def _say(self, sentence: str) -> None:
        self.notify(sentence, markup=False, timeout=4)
