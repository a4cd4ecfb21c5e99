"""Annotated articles from a line of names each, so that a test of the matching says what it is about and no more.

`told("a", "Ann Smith|PERSON|senator; NATO|ORG", "2024-04-02")` is an article with the id of "a" that names a senator
and a body, each once in a paragraph of its own. Forms beside the name follow it after slashes: "Ann Smith/Smith".
"""

import hashlib
from pathlib import Path
from typing import Literal, cast

from library import Library, documents, sources
from library.documents import Reading
from library.records import SourceKind
from parsers.article import AnnotatedArticle, Article, Entity, EntityType, Mention, Paragraph
from tests.benchmarks.score_stories import NOW


def id_of(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:32]


def told(name: str, names: str, published: str | None = "2024-04-02", publisher: str | None = None) -> AnnotatedArticle:
    """An article that names these, in their order."""
    entities, mentions, blocks = [], [], []
    field: Literal["body"] = "body"
    for n, one in enumerate(part.strip() for part in names.split(";") if part.strip()):
        forms, kind, role = (*one.split("|"), "")[:3]
        written = forms.split("/")
        identity = f"{kind.lower()}:{n}:{written[0].lower()}"
        text = ""
        for form in written:
            start = len(text) + len("Then ")
            text += f"Then {form} spoke. "
            end = start + len(form)
            mentions.append(Mention(field, n, start, end, form, cast(EntityType, kind), identity, 0.9, "told"))
        blocks.append(Paragraph(text.strip()))
        entities.append(Entity(identity, written[0], cast(EntityType, kind), tuple(written[1:]),
                               (role,) if role else (), len(written)))
    article = Article(id=id_of(name), format="text", title=f"Story {name}", blocks=tuple(blocks), publisher=publisher,
                      published=published)
    return AnnotatedArticle(article, tuple(entities), tuple(mentions))


def file(library: Library, *articles: AnnotatedArticle) -> None:
    """Puts them into the library one after the other, as a refresh does; the same id again is a new form of it."""
    for one in articles:
        digest = hashlib.sha256(one.article.id.encode()).digest()
        with library._database.write() as connection:
            source = sources.ensure(connection, SourceKind.KEPT, "Told", b"", NOW)
            documents.record(connection, source, digest, Reading(None, digest, "told", (one,)), NOW)


def opened(folder: Path) -> Library:
    return Library.open(folder, now=lambda: NOW)


def meant(library: Library, article: str) -> dict[str, int]:
    """The name of each entity of this article → the library's entity."""
    found = library.entities.of_article(id_of(article))
    return {identity.split(":", 2)[2]: row.id for identity, row in found.items()}


def partition(library: Library, articles: list[str]) -> set[frozenset[tuple[str, str]]]:
    """Which (article, parsers' entity id) are one, whatever the library's ids are."""
    groups: dict[int, set[tuple[str, str]]] = {}
    for article in articles:
        for identity, row in library.entities.of_article(id_of(article)).items():
            groups.setdefault(row.id, set()).add((article, identity))
    return {frozenset(group) for group in groups.values()}
