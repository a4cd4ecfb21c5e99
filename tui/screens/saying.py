"""What the reader says about a name: another name, the same one as another, not a name, one to be told of.

A person knows what no matching can; so what is said here stands above it for ever, and all of it but the watching can
be taken back. The card (entity_card.py) shows the name; this is the half of it that changes something.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

from textual import work

from library import Library
from library.entities.records import AlertKind, Card, Edit, EntityRow
from library.errors import LibraryError
from parsers.article import EntityType
from tui.card import TYPES
from tui.screens.dialog import Dialog

Result = TypeVar("Result")

EVERY, RETURN, TOGETHER = "every article", "its return", "both together"
TOLD = {
    AlertKind.MENTION: "New articles that name {} are told.",
    AlertKind.COMEBACK: "The first article in 30 days that names {} is told.",
    AlertKind.TOGETHER: "The first article that names {} is told.",
}
"""What is said when a watch begins."""


class Saying(Dialog[Result]):
    """Actions on the name that is shown; each says what it did."""

    _library: Library
    _card: Card | None = None
    """Of the name that is shown; None: nobody's yet."""
    _edited: Callable[[Edit], None]
    _undo: Callable[[Callable[[], object]], object]

    def reload(self) -> None:
        """Read the card again, the cursor where it is. The card itself knows how."""
        raise NotImplementedError

    def action_ignore(self) -> None:
        card = self._card
        if card is not None:
            self._edit(lambda: self._library.entities.ignore(card.entity.id, not card.entity.ignored))

    def action_rename(self) -> None:
        from tui.screens.ask import Ask

        card = self._card
        if card is not None:
            self.app.push_screen(Ask("Rename", "What do you call this?", "Enter renames it everywhere",
                                     card.entity.name, lambda name: self._try(
                                         lambda: self._library.entities.rename(card.entity.id, name))))

    def action_merge(self) -> None:
        from tui.screens.ask import Ask

        if self._card is not None:
            self.app.push_screen(Ask("The same as", "Whose other name is this? Its full name, or enough of it:",
                                     "Enter takes both for one", "", self._merge))

    def action_split(self) -> None:
        from tui.screens.ask import Ask

        card = self._card
        if card is not None:
            names = " · ".join(form.value for form in card.names)
            self.app.push_screen(Ask("Somebody else", f"Which of these names is another one's? {names}",
                                     "Enter makes it a name of its own", "", self._split))

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
        self._undo(self.reload)

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
                                 "Enter watches both", "", begin))

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
        self.reload()

    def _say(self, sentence: str) -> None:
        self.notify(sentence, markup=False, timeout=4)
