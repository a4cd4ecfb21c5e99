"""An article as one line of JSON, in the form that scripts rely on.

This form is public: once shipped it changes only by addition, whatever becomes of the data model. That is why it
is spelled out here, key by key, instead of falling out of the structs.
"""

from collections.abc import Sequence
from typing import Any

import msgspec

from parsers.article import (
    AnnotatedArticle,
    Article,
    Block,
    Entity,
    Figure,
    Heading,
    ListItem,
    Mark,
    Mention,
    Paragraph,
    Preformatted,
    Quote,
    Table,
)

SCHEMA = 1


def article_json(annotated: AnnotatedArticle, *, bodies: bool = True, tags: Sequence[str] = ()) -> bytes:
    """One line, UTF-8, without its newline. Every key is always there: null or [] when the page does not say.

    Without `bodies` the story and what counts in it are left empty (body, set_aside, mentions): for lists. `tags` are
    those that the reader gave to it; without any the key is not there, as it says nothing of the page.
    """
    article = annotated.article
    return msgspec.json.encode(
        {
            "schema": SCHEMA,
            "id": article.id,
            "format": article.format,
            "url": article.url,
            "title": article.title,
            "dek": article.dek,
            "kicker": article.kicker,
            "section": article.section,
            "breadcrumb": article.breadcrumb,
            "authors": [{"name": author.name, "url": author.url, "bio": author.bio} for author in article.authors],
            "publisher": article.publisher,
            "published": article.published,
            "modified": article.modified,
            "dateline": _dateline(article),
            "language": article.language,
            "body": [_block(block) for block in article.blocks] if bodies else [],
            "related": [{"title": other.title, "url": other.url, "group": other.group} for other in article.related],
            "set_aside": [{"text": piece.text, "label": piece.role} for piece in article.set_aside] if bodies else [],
            "entities": [_entity(entity) for entity in annotated.entities],
            "mentions": [_mention(mention) for mention in annotated.mentions] if bodies else [],
            "problems": [{"kind": problem.kind, "detail": problem.detail} for problem in article.problems],
            **({"tags": list(tags)} if tags else {}),
        }
    )


def _dateline(article: Article) -> dict[str, str | None] | None:
    line = article.dateline
    return None if line is None else {"place": line.place, "date": line.date, "agency": line.agency}


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph():
            return {"kind": "paragraph", "text": block.text, "marks": _marks(block.marks)}
        case Heading():
            return {"kind": "heading", "level": block.level, "text": block.text, "marks": _marks(block.marks)}
        case Quote():
            return {"kind": "quote", "depth": block.depth, "text": block.text, "marks": _marks(block.marks)}
        case ListItem():
            place = {"depth": block.depth, "ordinal": block.ordinal}
            return {"kind": "list_item", **place, "text": block.text, "marks": _marks(block.marks)}
        case Preformatted():
            return {"kind": "preformatted", "text": block.text, "marks": _marks(block.marks)}
        case Figure():
            picture = {"credit": block.credit, "alt": block.alt, "src": block.src}
            return {"kind": "figure", "text": block.text, **picture}
        case Table():
            return {"kind": "table", "rows": block.rows}


def _marks(marks: tuple[Mark, ...]) -> list[dict[str, Any]]:
    return [{"start": mark.start, "end": mark.end, "style": mark.style, "href": mark.href} for mark in marks]


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "name": entity.name,
        "type": entity.type,
        "aliases": entity.aliases,
        "roles": entity.roles,
        "count": entity.count,
    }


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        "field": mention.field,
        "block": mention.block,
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "type": mention.type,
        "entity": mention.entity,
    }
