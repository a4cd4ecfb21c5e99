"""Names as a way to move through the news: who is this, where else, since when."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual import on, work
from textual.worker import get_current_worker

from library.entities.records import Edit, EntityRow
from library.errors import LibraryError
from library.records import Selection
from parsers.article import Entity
from tui.actions import Pane
from tui.history import Change
from tui.legend import Group
from tui.messages import Exported, NamesKnown, RefreshEnded, Told
from tui.screens.base import Filter
from tui.screens.taking import Taking
from tui.source_tree import title_of

if TYPE_CHECKING:  # cards and lists of names are loaded when the first one opens
    from tui.screens.entity_card import Outcome
    from tui.screens.names import Picked

MARKED: tuple[tuple[Group | None, bool, str], ...] = (
    (None, True, "All names are marked."), ("person", True, "People are marked."),
    ("organisation", True, "Organisations are marked."), ("place", True, "Places are marked."),
    (None, False, "No names are marked."),
)
"""What the marks of names go through: the only group that is marked (None: all), whether any is, and how it is told."""

MAPPED = 300
"""Articles of a list whose places a map shows: opening them takes about half a second."""


class Naming(Taking):
    """Actions on names: cards, lists of the articles that name somebody, and what is known across articles."""

    _came_from: tuple[Selection, Filter, str, int | None, Pane] | None = None
    """What the list showed before it showed articles that share a name or a text, its row, and the pane that had the
    keyboard; None: it shows none."""

    def action_toggle_names(self) -> None:
        place = [(group, shown) for group, shown, _ in MARKED].index((self.view.only, self.view.marks_names))
        self.view.only, self.view.marks_names, told = MARKED[(place + 1) % len(MARKED)]
        self.view.restyle()
        self.say(told)
        self.update_chrome()

    def action_card(self) -> None:
        """Who the name is that was gone to; without one, all names of the article."""
        mention = self.view.current_mention
        if mention is None:
            self.action_names()
        else:
            self.who_is(mention.entity, self._show_card)

    def action_where_else(self) -> None:
        mention = self.view.current_mention
        if mention is not None:
            self.who_is(mention.entity, self.list_articles)

    def action_names(self) -> None:
        from tui.screens.names import Names

        opened = self.view.opened
        article_id = opened.annotated.article.id if opened is not None else None
        order = [entity.id for entity in opened.annotated.entities] if opened is not None else []
        self.app.push_screen(Names(self.library, article_id, order, self.palette), self._picked)

    def action_world(self) -> None:
        if self.view.opened is not None:
            annotated = self.view.opened.annotated
            self._show_world(annotated.article.title, list(annotated.entities))

    @work(thread=True, exclusive=True, group="who")
    def who_is(self, entity: str, then: Callable[[EntityRow], None]) -> None:
        """Find the name of the open article in the library, and go on with it."""
        opened = self.view.opened
        try:
            known = {} if opened is None else self.library.entities.of_article(opened.annotated.article.id)
        except LibraryError as error:
            self.post_message(Told(str(error), alarming=True))
            return
        if entity in known:
            self.app.call_from_thread(then, known[entity])
        else:
            self.post_message(Told("Dates and amounts, and names of articles not yet counted, have no card."))

    def _show_card(self, entity: EntityRow) -> None:
        from tui.screens.entity_card import EntityCard

        card = EntityCard(self.library, entity.id, self.palette, self.options, edited=self._edited,
                          undo=self._undo_then, ascii_only=self.ascii_only)
        self.app.push_screen(card, self._left_card)

    def _left_card(self, outcome: "Outcome | None") -> None:
        """What the reader went on to from a card."""
        if outcome is None:
            return
        if outcome.kind == "list":
            self.list_articles(outcome.entity)
        elif outcome.kind == "dossier":
            self._with_folder(partial(self._write_dossier, outcome.entity))
        elif outcome.kind == "map":
            self._map_of(outcome.entity)
        elif outcome.quoted is not None:
            self.list_articles(outcome.entity, row=outcome.quoted.row)
            self.go_to("body")

    def _picked(self, picked: "Picked | None") -> None:
        if picked is not None:
            self._show_card(picked.entity) if picked.kind == "card" else self.list_articles(picked.entity)

    # Lists.

    def list_articles(self, entity: EntityRow, *, row: int | None = None) -> None:
        """The list shows all articles that name it, the cursor on this one (row key); Esc brings back what was."""
        self.named[entity.id] = entity.name
        self.show_apart(Selection(entities=(entity.id,)), row if row is not None else self.current_row)
        if self.pane == "sources" or row is None:
            self.go_to("articles")
        self.say(f"{entity.articles:,} article{'' if entity.articles == 1 else 's'}. "
                 f"{self.keys.word('back')} goes back.", title=entity.name)

    def show_apart(self, selection: Selection, row: int | None) -> None:
        """The list shows something that was come to from an article, the cursor on this row key; Esc goes back."""
        if self._came_from is None:
            self._came_from = (self.selection, self.filter, self.matching, self.current_row, self.pane)
        self.selection, self.filter, self.matching = selection, "all", ""
        self.reload_at(row)
        self.source_list.select(selection)

    @property
    def is_apart(self) -> bool:
        return self._came_from is not None and bool(self.selection.entities or self.selection.story is not None)

    def leave_apart(self) -> bool:
        """Back to the list that was there before; whether there was one."""
        if self._came_from is None or not self.is_apart:
            self._came_from = None
            return False
        (self.selection, self.filter, self.matching, row, pane), self._came_from = self._came_from, None
        self.source_list.select(self.selection)
        self.reload_at(row)
        self.go_to(pane)
        return True

    def reload_at(self, row: int | None) -> None:
        """Read the list with the cursor on this row key."""
        self.generation += 1
        self.article_list.pages.marks.clear()
        self._keeps_cursor = False
        self.read_list(self.generation, self.shown_selection, self.order, row)
        self.update_chrome()

    # Maps and dossiers.

    def action_world_of_list(self) -> None:
        rows = list(self.article_list.pages.rows[:MAPPED])
        self._map_rows(rows, title_of(self.selection, self.sources, self.named))

    @work(thread=True, exclusive=True, group="map")
    def _map_rows(self, rows: Sequence[int], title: str) -> None:
        """The places that these articles name, each counted once an article."""
        places: dict[str, Entity] = {}
        try:
            for headline in self.library.headlines(rows):
                opened = self.library.opened(headline.article_id)
                for entity in opened.annotated.entities if opened is not None else ():
                    if entity.type in ("GPE", "LOC"):
                        before = places[entity.id].count if entity.id in places else 0
                        places[entity.id] = replace(entity, count=before + 1)
        except LibraryError as error:
            self.post_message(Told(str(error), alarming=True))
            return
        told = f"{title}: places of the first {MAPPED} articles" if len(rows) == MAPPED else f"{title}: places"
        self.app.call_from_thread(self._show_world, told, list(places.values()))

    @work(thread=True, exclusive=True, group="map")
    def _map_of(self, entity: EntityRow) -> None:
        """The places that are named together with somebody."""
        try:
            card = self.library.entities.card(entity.id, together=200)
        except LibraryError as error:
            self.post_message(Told(str(error), alarming=True))
            return
        others = [] if card is None else card.together
        places = [Entity(id=str(other.entity.id), name=other.entity.name, type=other.entity.type, count=other.articles)
                  for other in others]
        if entity.type in ("GPE", "LOC"):
            places.append(Entity(id=str(entity.id), name=entity.name, type=entity.type, count=entity.articles))
        self.app.call_from_thread(self._show_world, f"Named together with {entity.name}", places)

    def _show_world(self, title: str, places: list[Entity]) -> None:
        from tui.screens.world import World

        self.app.push_screen(World(title, places, self.palette, ascii_only=self.ascii_only))

    @work(thread=True, group="export")
    def _write_dossier(self, entity: EntityRow, folder: Path) -> None:
        from library.export.files import write_named

        try:
            text = self.library.entities.dossier(entity.id)
            if text is not None:
                self.post_message(Exported([str(write_named(text, folder, entity.name))], []))
        except LibraryError as error:
            self.post_message(Told(str(error), alarming=True))

    # What the reader said, and what changes by itself.

    def _edited(self, edit: Edit) -> None:
        self.history.add(Change(edit.sentence.rstrip("."), partial(self._change_edit, edit.id, True),
                                partial(self._change_edit, edit.id, False)))
        self.read_sources()
        self.update_chrome()

    def _undo_then(self, then: Callable[[], object]) -> None:
        """Take back the last change, say which it was, and go on when the library has it."""
        if self.history.can_undo:
            self.action_undo()
            self._when_written(then)
        else:
            self.say("Nothing to undo.")

    @work(group="undo")
    async def _when_written(self, then: Callable[[], object]) -> None:
        await self.written()
        then()

    def _change_edit(self, edit: int, holds: bool) -> None:
        entities = self.library.entities

        def change() -> None:
            if holds:
                entities.redo(edit)
            else:
                entities.undo(edit)

        self.write(change)

    @work(thread=True, exclusive=True, group="alerts")
    def tell_alerts(self) -> None:
        """Say which watched names came up; each is told once."""
        try:
            alerts = self.library.entities.alerts()
            self.library.entities.set_seen([alert.id for alert in alerts])
        except LibraryError as error:
            self.post_message(Told(str(error), alarming=True))
            return
        for alert in alerts[:3]:
            self.post_message(Told(f"{alert.name}: {alert.title}"))
        if len(alerts) > 3:
            self.post_message(Told(f"{len(alerts) - 3} more articles name who you watch."))

    @work(thread=True, exclusive=True, group="names")
    def bring_names_up_to_date(self) -> None:
        """After an update: articles that an older recogniser read are read again, a few at a time."""
        worker = get_current_worker()
        try:
            if not self.library.entities.pending():
                return
            for step in self.library.entities.reannotate():
                if worker.is_cancelled:
                    return
                self.post_message(NamesKnown(step.done, step.total, worker))
        except LibraryError as error:
            self.post_message(Told(str(error), alarming=True))

    def on_names_known(self, message: NamesKnown) -> None:
        done = message.done >= message.total
        if done:
            self.done_with("names")
            self.read_sources()
        elif message.worker is None or not message.worker.is_cancelled:
            stop = partial(self.workers.cancel_group, self, "names")
            self.work_on("names", f"names {message.done:,}/{message.total:,}", stop)

    @on(RefreshEnded)
    def _articles_came(self) -> None:
        """New articles may name who is watched."""
        self.tell_alerts()
