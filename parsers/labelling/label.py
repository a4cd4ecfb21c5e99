"""The labeller's verdict on one fragment."""

from msgspec import Struct

from parsers.article import Related, Role


class Label(Struct, frozen=True):
    role: Role
    reason: str | None = None
    """Why, in a few words for a person; None when the role says it all."""
    related: Related | None = None
    """The other story that the fragment points to, where it does."""
    story: bool = False
    """It belongs to the story: its block is part of the article's body."""


BODY_ROLES = frozenset(
    {Role.PARAGRAPH, Role.HEADING, Role.QUOTE, Role.LIST_ITEM, Role.PREFORMATTED, Role.TABLE, Role.CORRECTION}
)
"""The roles whose blocks make the body."""
