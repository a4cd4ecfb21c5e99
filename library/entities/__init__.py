"""People, bodies and places across articles: who is the same one, and what the library knows of each.

`Entities` is the door, reached as `Library.entities`. Behind it, an article that comes is read for evidence
(evidence.py: names as keys.py compares them, traits.py), each of its entities is matched to one of the library
(place.py on the tables, settle.py as a pure function), and what follows is counted (rows.py). The reader's edits
(edits.py) stand above all of that. Importing this loads neither SQLite nor the parsers' lists of names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from library.entities.records import (
    Alert,
    AlertKind,
    Card,
    Edit,
    EntityRow,
    Listed,
    Quoted,
    Reannotated,
    Watch,
)
from parsers.article import EntityType

if TYPE_CHECKING:  # see library/articles.py
    from library.database import Database

NAMES: tuple[EntityType, ...] = ("PERSON", "ORG", "GPE", "LOC", "FAC", "EVENT")
"""What lists show unless asked otherwise: all that is followed across articles, but for peoples ("French")."""


class Entities:
    """All that a library knows of entities. Methods may be called from any thread; they raise StoreError.

    An entity's id stays good: of one that was merged it leads to what it was merged into. Methods that take ids
    the library does not know return None or nothing, those that change something raise LibraryError.
    """

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        """Not for callers: see `Library.entities`."""
        self._database = database
        self._now = now

    # One entity.

    def of_article(self, article_id: str) -> dict[str, EntityRow]:
        """For an open article: the id of each `Entity` (and so of `Mention.entity`) → who that is in the library.

        Dates, sums of money, and articles that were not indexed yet (`pending`) have none.
        """
        from library.entities import lists

        return lists.of_article(self._database, article_id)

    def card(self, entity: int, *, together: int = 20) -> Card | None:
        """All about one entity, with at most `together` others it is named with; None: there is no such entity."""
        from library.entities import card

        return card.card(self._database, entity, together)

    def mentions(self, entity: int, *, offset: int = 0, limit: int = 50) -> list[Quoted]:
        """Its mentions in their sentences, newest article first, from number `offset` on; [] behind the last."""
        from library.entities import card

        return card.mentions(self._database, entity, offset, limit)

    def dossier(self, entity: int, *, as_json: bool = False) -> str | None:
        """Card and mentions as a Markdown document in which every line names its article, or as a JSON object.

        None when there is no such entity.
        """
        from library.entities import dossier

        if as_json:
            return dossier.dossier_json(self._database, entity)
        return dossier.dossier(self._database, entity, self._now())

    # Lists. For the articles that name entities see `Selection.entities`.

    def top(self, types: Sequence[EntityType] = NAMES, *, limit: int = 50, ignored: bool = False) -> list[EntityRow]:
        """Those that most articles name; with `ignored` the ignored ones instead."""
        from library.entities import lists

        return lists.top(self._database, types, limit, ignored=ignored)

    def listed(self, types: Sequence[EntityType] = NAMES) -> Iterator[Listed]:
        """All that are in articles, most named first, with outlets and first and last day; ignored ones left out."""
        from library.entities import lists

        yield from lists.listed(self._database, types)

    def new(self, *, days: int = 7, types: Sequence[EntityType] = NAMES, limit: int = 50) -> list[EntityRow]:
        """Those whose oldest article is no older than so many days, most named first."""
        from library.entities import lists

        since = int((self._now() - timedelta(days=days)).timestamp())
        return lists.new_since(self._database, since, types, limit)

    def search(self, text: str, *, types: Sequence[EntityType] = NAMES, limit: int = 50) -> list[EntityRow]:
        """Those with all words of the text, or words that begin so, in their names; else those spelt nearly so."""
        from library.entities import lists

        return lists.search(self._database, text, types, limit)

    # Edits: the reader's word, which holds for what comes later too. All can be undone.

    def rename(self, entity: int, name: str | None) -> Edit:
        """Calls it so; None: as its articles do."""
        from library.entities import edits

        return edits.rename(self._database, entity, name, self._now())

    def retype(self, entity: int, kind: EntityType | None) -> Edit:
        """Takes it for a person, an organisation …; None: for what most of its articles take it."""
        from library.entities import edits

        return edits.retype(self._database, entity, kind, self._now())

    def ignore(self, entity: int, ignored: bool = True) -> Edit:
        """Leaves it out of lists (and, on the screen, unmarked), or takes it in again."""
        from library.entities import edits

        return edits.ignore(self._database, entity, ignored, self._now())

    def merge(self, entity: int, into: int) -> Edit:
        """Takes both for one, which goes by the name of `into`."""
        from library.entities import edits

        return edits.merge(self._database, entity, into, self._now())

    def split(self, entity: int, *, names: Sequence[str] = (), articles: Sequence[str] = ()) -> tuple[Edit, int]:
        """Takes some of its full names, or what it is in some articles (ids), for another: (edit, the new entity)."""
        from library.entities import edits

        return edits.split(self._database, entity, names, articles, self._now())

    def undo(self, edit: int | None = None) -> Edit | None:
        """Takes back this edit or (None) the last one that holds; None when there is nothing to undo."""
        from library.entities import edits

        return edits.undo(self._database, edit)

    def redo(self, edit: int | None = None) -> Edit | None:
        """Does an undone edit again: this one or (None) the one undone last, if nothing was edited since."""
        from library.entities import edits

        return edits.redo(self._database, edit)

    def edits(self, entity: int | None = None) -> list[Edit]:
        """All edits, or those about one entity; the last first, undone ones included."""
        from library.entities import edits

        return edits.edits(self._database, entity)

    # Watchlists.

    def watch(
        self, name: str, *, entities: Sequence[int] = (), aliases: Sequence[str] = (),
        kind: AlertKind = AlertKind.MENTION,
    ) -> Watch:
        """Tells from now on of articles that arrive and name these. Raises LibraryError when that is nobody."""
        from library.entities import watch

        return watch.add(self._database, name, kind, entities, aliases, self._now())

    def unwatch(self, watch_id: int) -> None:
        """Forgets the watch with its alerts."""
        from library.entities import watch

        watch.remove(self._database, watch_id)

    def watches(self) -> list[Watch]:
        """In the order they were made."""
        from library.entities import watch

        return watch.watches(self._database)

    def alerts(self, *, unseen: bool = True, limit: int = 200) -> list[Alert]:
        """Articles that a watch was waiting for, the newest first; those not seen yet, or all."""
        from library.entities import watch

        return watch.alerts(self._database, unseen, limit)

    def set_seen(self, alerts: Sequence[int], seen: bool = True) -> None:
        """Ids that are not there are passed over."""
        from library.entities import watch

        watch.see(self._database, alerts, seen)

    # After an update.

    def pending(self) -> int:
        """How many articles another version annotated, or none; `reannotate` brings them up to date."""
        from library.entities import reannotate

        return reannotate.pending(self._database)

    def reannotate(self) -> Iterator[Reannotated]:
        """Reads those again, some at each step of the iterator; stop asking to cancel, call again to go on."""
        from library.entities import reannotate

        yield from reannotate.reannotate(self._database)
