"""Reading sources again: which of their pages are new or changed, and what the parsers make of those.

Everything slow of the library happens here: walking folders, reading files, parsing. A page whose file has
the same time and size as before is not opened, one with the same bytes is not parsed. One file that cannot be
read says so and leaves the others alone.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

from library import documents, engines, examples, page_bytes, site_rules, sources
from library.documents import Document, Reading
from library.files import FileError, Stamp, pages_in, read_page, shown, stamp_of
from library.records import Refreshed, Source, SourceKind
from parsers import parse
from parsers.article import Page

if TYPE_CHECKING:  # see articles.py
    from library.database import Database

Progress = Callable[[int, int, str], None]
"""Called with (pages done, pages in all, what is read now)."""


def refresh(
    database: Database,
    source_ids: Sequence[int] | None,
    *,
    now: Callable[[], datetime],
    keep_bytes: bool,
    progress: Progress | None,
) -> Iterator[Refreshed]:
    """Reads the sources (None: all) again, one after the other, and says what each gave.

    `keep_bytes` also stores the pages' bytes. An exception of `progress` ends the refresh; what was read
    until then stays. Raises SourceError for an id that is not there, StoreError.
    """
    if source_ids is None:
        chosen = list(sources.listed(database))
    else:
        chosen = [sources.one(database, source_id) for source_id in source_ids]
    for source in chosen:
        yield _refresh_source(_Visit(database, source, now(), keep_bytes), progress or _silent)


def _silent(done: int, total: int, what: str) -> None:
    """Nobody wants to know."""


def reread(database: Database, article_id: str, *, now: datetime, keep_bytes: bool) -> str | None:
    """Reads the page that tells this article again, by today's rules; why it could not be read, None when it could.

    Nothing happens when no page of a source tells it. Raises StoreError.
    """
    with database.read() as connection:
        row = connection.execute(_TELLER, (article_id,)).fetchone()
    if row is None:
        return None
    source_id, path = row[0], row[1]
    _, _, failure = _refresh_document(_Visit(database, sources.one(database, source_id), now, keep_bytes), path)
    return failure


def page_of(database: Database, article_id: str, now: datetime) -> Page | None:
    """The page that tells this article, as it is now; None when it is not there any more. Raises StoreError."""
    with database.read() as connection:
        row = connection.execute(_TELLER, (article_id,)).fetchone()
    if row is None:
        return None
    source_id, path = row[0], row[1]
    try:
        body, _ = _bytes(_Visit(database, sources.one(database, source_id), now, keep_bytes=False), path)
    except FileError:
        return None
    return Page(body=body, seen_at=now)


_TELLER = """
    select documents.source, documents.path from statuses
    join holdings on holdings.article = key join documents on documents.id = document
    where statuses.article = ? and parsed_by is not null order by documents.id limit 1
"""


class _Visit:
    """One refresh of one source: what every step of it needs to know."""

    def __init__(self, database: Database, source: Source, arrived_at: datetime, keep_bytes: bool) -> None:
        self.database = database
        self.source = source
        self.arrived_at = arrived_at
        self.keep_bytes = keep_bytes
        with database.read() as connection:
            row = connection.execute("select path from sources where id = ?", (source.id,)).fetchone()
            self.known = documents.known(connection, source.id)
        self.rules = site_rules.of_pages(database)
        self.path: bytes = row[0] if row else b""
        """Of the file or folder; empty when the pages are not the reader's files."""


def _refresh_source(visit: _Visit, progress: Progress) -> Refreshed:
    new, changed, failures = 0, 0, []
    paths, failure = _pages(visit)
    gone = [visit.known[path].id for path in visit.known.keys() - set(paths)]
    with visit.database.write() as connection:
        documents.forget(connection, gone)
        if paths:  # else the whole folder may only be away for a while
            documents.give_up_telling(connection, gone)
    for index, path in enumerate(paths):
        progress(index, len(paths), _name(visit, path))
        added, edited, problem = _refresh_document(visit, path)
        new, changed = new + added, changed + edited
        if problem:
            failures.append(problem)
    progress(len(paths), len(paths), visit.source.title)
    if failures and len(failures) == len(paths):
        failure = failures[0]
        if len(paths) > 1:
            failure = f"None of the {len(paths)} files in {visit.source.location} could be read as a page."
    source = sources.note_refreshed(visit.database, visit.source, visit.arrived_at, failure)
    if failure and not failures:
        failures.append(failure)
    return Refreshed(source, new, changed, tuple(failures))


def _pages(visit: _Visit) -> tuple[Sequence[bytes], str | None]:
    """The documents of the source as they are now, or why there are none."""
    source = visit.source
    if source.kind is SourceKind.EXAMPLES:
        return [name.encode() for name in examples.names()], None
    if not visit.path:
        return list(visit.known), None
    if source.kind is SourceKind.FILE:
        return [visit.path], None
    try:
        found = [os.fsencode(path) for path in pages_in(Path(os.fsdecode(visit.path)))]
    except FileNotFoundError:
        return [], f"The folder {source.location} is not there any more. What was read from it is kept."
    except OSError as error:
        return [], f"The folder {source.location} cannot be read ({error.strerror}): check its permissions."
    if not found:
        return [], f"No pages in {source.location}: save pages or text files there, or add another folder."
    return found, None


def _name(visit: _Visit, path: bytes) -> str:
    """What a document is called in a sentence: its path, or its source when it is no file of the reader's."""
    return shown(path) if visit.path or visit.source.kind is SourceKind.EXAMPLES else visit.source.title


def _refresh_document(visit: _Visit, path: bytes) -> tuple[int, int, str | None]:
    """(articles new to the source, articles that changed, why the page could not be read or None)."""
    old = visit.known.get(path)
    if old is not None and old.parsed_by == parsers_version() and _is_untouched(visit, path, old):
        return 0, 0, old.failure
    body: bytes | None = None
    try:
        body, stamp = _bytes(visit, path)
    except FileError as error:
        reading = Reading(None, None, None, failure=f"{_name(visit, path)} {error}")
    else:
        digest = hashlib.sha256(body).digest()
        if old is not None and old.sha256 == digest and old.parsed_by == parsers_version():
            with visit.database.write() as connection:
                documents.restamp(connection, old.id, stamp)
            return 0, 0, old.failure
        reading = _parse(visit, path, body, stamp, digest)
    with visit.database.write() as connection:
        if visit.keep_bytes and body is not None and reading.sha256 is not None:
            page_bytes.put(connection, reading.sha256, body)
        new, changed = documents.record(connection, visit.source.id, path, reading, visit.arrived_at)
    return new, changed, reading.failure


def _is_untouched(visit: _Visit, path: bytes, old: Document) -> bool:
    """Nothing says that the page may have changed, so its bytes need not be read."""
    if not visit.path:
        is_stored = visit.source.kind is not SourceKind.EXAMPLES  # then its path is its digest
        return is_stored and old.sha256 is not None
    try:
        return old.stamp is not None and old.stamp == stamp_of(Path(os.fsdecode(path)))
    except FileError:
        return False


def _bytes(visit: _Visit, path: bytes) -> tuple[bytes, Stamp | None]:
    """Raises FileError."""
    if visit.source.kind is SourceKind.EXAMPLES:
        return examples.read(path.decode()), None
    if visit.path:
        return read_page(Path(os.fsdecode(path)))
    with visit.database.read() as connection:
        body = page_bytes.get(connection, path)
    if body is None:
        raise FileError("is not in the library any more: remove this source.")
    return body, None


def _parse(visit: _Visit, path: bytes, body: bytes, stamp: Stamp | None, digest: bytes) -> Reading:
    parsed = parse(Page(body=body, seen_at=visit.arrived_at), visit.rules)
    problem = parsed.problems[0].detail if parsed.problems else None
    failure = None
    if not parsed.articles:
        failure = f"{_name(visit, path)}: {problem or 'no article was found in it.'}"
    return Reading(
        stamp=stamp, sha256=digest, parsed_by=parsers_version(), problem=problem, failure=failure,
        articles=tuple(engines.annotated(article) for article in parsed.articles),
    )


@cache
def parsers_version() -> str:
    """A digest of the parsers' code and data: pages read by other parsers are read again by these.

    Computed rather than declared, so that nobody has to remember it. About ten milliseconds, once.
    """
    digest = hashlib.sha256()
    for name, content in _contents(files("parsers"), ""):
        digest.update(f"{name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()[:16]


def _contents(folder: Traversable, prefix: str) -> Iterable[tuple[str, bytes]]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.name.startswith((".", "__pycache__")):
            continue
        if item.is_dir():
            yield from _contents(item, f"{prefix}{item.name}/")
        elif item.is_file():
            yield prefix + item.name, item.read_bytes()
