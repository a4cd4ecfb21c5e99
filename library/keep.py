"""Keeping a page that was only opened: its article and its bytes move into the reader's own library."""

from __future__ import annotations

import hashlib
import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from library import articles, documents, page_bytes, sources, tags
from library.documents import Reading
from library.errors import LibraryError
from library.files import FileError, read_page
from library.records import SourceKind

if TYPE_CHECKING:  # see articles.py
    from library.database import Database


def keep(database: Database, article_id: str, home: Database, now: datetime) -> None:
    """Copies one article, with what the reader did with it and its page's bytes, into home's kept pages.

    Keeping it twice changes nothing. Raises LibraryError when `database` does not have it, StoreError.
    """
    found = articles.opened(database, article_id)
    if found is None:
        raise LibraryError(f"The article {article_id} is not open any more: open its page again to keep it.")
    digest, body, parsed_by = _page(database, article_id)
    with home.write() as connection:
        source = sources.ensure(connection, SourceKind.KEPT, sources.KEPT_TITLE, b"", now)
        if body is not None:
            page_bytes.put(connection, digest, body)
        reading = Reading(None, digest, parsed_by, (found.annotated,))
        documents.record(connection, source, digest, reading, now, is_whole=False)  # a page may hold several
        connection.execute(
            "update statuses set read = max(read, ?), starred = max(starred, ?), position = ? "
            "where article = ?",
            (int(found.read), int(found.starred), found.position, article_id),
        )
        tags.add(connection, article_id, found.tags)


def _page(database: Database, article_id: str) -> tuple[bytes, bytes | None, str | None]:
    """(digest of the page that holds it, the page's bytes or None when they are gone, which parsers read it)."""
    with database.read() as connection:
        row = connection.execute(
            """
            select sha256, documents.path, parsed_by from statuses
            join holdings on holdings.article = key join documents on documents.id = document
            where statuses.article = ? and sha256 is not null order by documents.id limit 1
            """,
            (article_id,),
        ).fetchone()
        body = page_bytes.get(connection, row[0]) if row else None
    if row is None:  # its file could not be read the last time: the article is all there is
        return hashlib.sha256(article_id.encode()).digest(), None, None
    digest, path, parsed_by = row
    return digest, body if body is not None else _unchanged(path, digest), parsed_by


def _unchanged(path: bytes, digest: bytes) -> bytes | None:
    """The file's bytes, when they are still the ones that the article was read from."""
    try:
        body, _ = read_page(Path(os.fsdecode(path)))
    except FileError:
        return None
    return body if hashlib.sha256(body).digest() == digest else None
