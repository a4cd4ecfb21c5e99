"""Labelled fragments become an article, and everything else stays beside it.

Nothing is thrown away: every fragment is a piece of the article's page, kept or set aside, with its role; what fed
a field (a byline, a breadcrumb, an author's bio) is read here and its piece says so.
"""

from collections.abc import Sequence

from parsers import identity
from parsers.article import Article, Piece, Problem, Related, Role
from parsers.blocks import story_blocks
from parsers.fields import Fields, read_fields
from parsers.fragment import Fragment, Stated
from parsers.labelling import Labelled
from parsers.news import sentence

# The longest title made of a page's first words, when nothing on it looks like a headline.
FALLBACK_WORDS = 12
_FIELD_ROLES = frozenset({Role.TITLE, Role.DEK, Role.KICKER, Role.SECTION, Role.BYLINE, Role.DATE})


def assemble(
    format: str,
    fragments: Sequence[Fragment],
    labelled: Labelled,
    stated: Stated,
    *,
    url: str | None,
    language: str | None,
    problems: Sequence[Problem] = (),
) -> Article:
    """The article that labelled fragments make. `url` is where the page came from, if it does not state its own."""
    blocks, block_of = story_blocks(fragments, labelled.labels)
    fields = read_fields(fragments, labelled, stated, language)
    title = fields.title or _first_words(fragments, labelled)
    return Article(
        id=identity.article_id(stated.url or url, title, (block.text for block in blocks if block.text)),
        format=format,
        title=title,
        blocks=blocks,
        url=stated.url or url,
        dek=fields.dek,
        kicker=fields.kicker,
        section=fields.section,
        breadcrumb=fields.breadcrumb,
        authors=fields.authors,
        publisher=fields.publisher,
        published=fields.published,
        modified=fields.modified,
        dateline=fields.dateline,
        language=language,
        related=_related(labelled),
        pieces=_pieces(fragments, labelled, block_of, fields),
        problems=tuple(problems),
    )


def _related(labelled: Labelled) -> tuple[Related, ...]:
    """The other stories, each once, in page order."""
    seen: set[str] = set()
    out: list[Related] = []
    for label in labelled.labels:
        key = sentence.comparable(label.related.title) if label.related else ""
        if label.related and key not in seen:
            seen.add(key)
            out.append(label.related)
    return tuple(out)


def _pieces(
    fragments: Sequence[Fragment], labelled: Labelled, block_of: dict[int, int], fields: Fields
) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for i, (fragment, label) in enumerate(zip(fragments, labelled.labels, strict=True)):
        text = fragment.raw or fragment.text
        if not text:
            continue
        kept = i in block_of or (label.story and label.role in _FIELD_ROLES and i in fields.used)
        pieces.append(
            Piece(text=text, role=label.role, kept=kept, block=block_of.get(i), reason=label.reason)
        )
    return tuple(pieces)


def _first_words(fragments: Sequence[Fragment], labelled: Labelled) -> str:
    """The first words of the story, where it has no headline; of a page without a story its very first.

    A byline or a date on top is no title.
    """
    rows = [(fragment, label) for fragment, label in zip(fragments, labelled.labels, strict=True) if fragment.text]
    rows = [row for row in rows if row[1].role not in (Role.BYLINE, Role.DATE)]
    if not rows:
        return "(untitled)"
    first, _ = next((row for row in rows if row[1].story), rows[0])
    words = first.text.split()
    return " ".join(words[:FALLBACK_WORDS])[:200] + ("…" if len(words) > FALLBACK_WORDS else "")
