"""What the library hands out about people, bodies and places across articles: values, never SQL."""

from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from msgspec import Struct

from parsers.article import EntityType


class EntityRow(Struct, frozen=True):
    """One line of a list of entities."""

    id: int
    """Stays the same as long as anything speaks of it; of a merged one also the id of what it was merged into."""
    name: str
    """The reader's name for it, else the full name that most articles use."""
    type: EntityType
    articles: int
    mentions: int
    ignored: bool = False
    """The reader does not want to see it marked or listed; it is still counted."""


class Listed(Struct, frozen=True):
    """An entity in the list of all."""

    entity: EntityRow
    outlets: int
    """Publishers whose articles name it; all that name no publisher count as one."""
    first_seen: datetime
    last_seen: datetime


class Counted(Struct, frozen=True):
    """A form of a name, a role or an outlet, and how often."""

    value: str
    """"" for an outlet: the pages name none."""
    count: int
    """Mentions for forms, articles for roles and outlets."""


class Together(Struct, frozen=True):
    """Another entity that is named in the same articles."""

    entity: EntityRow
    articles: int
    """How many of the articles counted name both."""


class Day(Struct, frozen=True):
    """One day (UTC) on which an entity is named."""

    date: date
    articles: int
    mentions: int


class Reason(Struct, frozen=True):
    """Why something was taken for this entity, where an equal full name was not all there was."""

    kind: Literal["form", "company", "namesake", "person"]
    """Another form of the full name; a surname or acronym in like company; kept apart; the reader's word."""
    why: str
    """A sentence."""
    article_id: str | None
    """Where it was seen; None for the reader's own edits."""


class Card(Struct, frozen=True):
    """All that the library knows of one entity, but for its mentions: see `Entities.mentions`."""

    entity: EntityRow
    names: tuple[Counted, ...]
    """The forms articles use, by number of mentions."""
    roles: tuple[Counted, ...]
    first_seen: datetime | None
    """Of its oldest article: published, or else arrived; None: it is in no article now."""
    last_seen: datetime | None
    outlets: tuple[Counted, ...]
    """Publishers, by number of articles."""
    together: tuple[Together, ...]
    """Named in the same articles, by how many; peoples ("French") left out."""
    counted_in: int
    """In how many of its articles `together` was counted: all of them, or the newest ones of very many."""
    days: tuple[Day, ...]
    """Days on which it is named, oldest first, without gaps filled: for a sparkline see `buckets`."""
    why: tuple[Reason, ...]
    """At most 50, newest article first."""


class Quoted(Struct, frozen=True):
    """One mention in its sentence."""

    article_id: str
    row: int
    """The article's row key."""
    title: str
    publisher: str | None
    published: str | None
    """As the page states it; None: no date given."""
    field: Literal["title", "dek", "body"]
    block: int | None
    start: int
    """Where the mention stands in the field's or block's text, as in Mention."""
    end: int
    sentence: str
    at: tuple[int, int]
    """Where the mention stands in the sentence."""
    score: float


class EditKind(StrEnum):
    RENAME = "rename"
    MERGE = "merge"
    SPLIT = "split"
    RETYPE = "retype"
    IGNORE = "ignore"


class Edit(Struct, frozen=True):
    """Something the reader said about entities. It holds for ever, also for what comes later, until undone."""

    id: int
    kind: EditKind
    entity: int
    sentence: str
    """What it says, for a list of edits."""
    made_at: datetime
    undone: bool


class AlertKind(StrEnum):
    MENTION = "mention"
    """Any article that names one of the watched."""
    COMEBACK = "comeback"
    """The first article in 30 days that names one of them."""
    TOGETHER = "together"
    """The first article that names two of them."""


class Watch(Struct, frozen=True):
    """Names to be told about."""

    id: int
    name: str
    kind: AlertKind
    entities: tuple[EntityRow, ...]
    aliases: tuple[str, ...]
    """Spellings that count as well, whoever they mean."""
    unseen: int
    """Alerts not seen yet."""


class Alert(Struct, frozen=True):
    """An article that arrived and that a watch was waiting for."""

    id: int
    watch: int
    name: str
    """The watch's."""
    article_id: str
    row: int
    title: str
    why: str
    """A sentence."""
    arrived_at: datetime
    seen: bool


class Reannotated(Struct, frozen=True):
    """How far bringing the index up to date has come."""

    done: int
    total: int
