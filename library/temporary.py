"""A library that lives as long as one session: the pages that were opened without being asked to stay.

It is a real library in a folder of its own, so everything the screen can do with kept articles works on
these.
"""

import atexit
import hashlib
import shutil
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from library import documents, page_bytes, sources
from library.database import Database
from library.documents import Reading
from library.errors import StoreError
from library.records import SourceKind


def make(paths: Sequence[Path], stdin: bytes | None, now: datetime) -> tuple[Database, Path]:
    """A library in a new folder with the paths (and the page from standard input) as sources, none read yet.

    Raises SourceError when there is nothing to read at one of the paths, StoreError.
    """
    try:
        folder = Path(tempfile.mkdtemp(prefix="newsreader-"))
    except OSError as error:
        raise StoreError(
            f"No temporary folder can be made ({error.strerror}): free some space, or point TMPDIR elsewhere."
        ) from error
    atexit.register(delete, folder)  # a session that ends in an error must not leave pages behind
    database = None
    try:
        database = Database(folder)
        for path in paths:
            sources.add(database, path, now)
        if stdin is not None:
            _add_input(database, stdin, now)
    except BaseException:
        if database is not None:
            database.close()
        delete(folder)
        raise
    return database, folder


def delete(folder: Path) -> None:
    """Deletes a temporary library's folder; deleting it twice is no error."""
    shutil.rmtree(folder, ignore_errors=True)


def _add_input(database: Database, body: bytes, now: datetime) -> None:
    """Standard input can be read only once, so its bytes are stored like a kept page's."""
    digest = hashlib.sha256(body).digest()
    with database.write() as connection:
        source = sources.ensure(connection, SourceKind.FILE, sources.INPUT_TITLE, b"", now)
        page_bytes.put(connection, digest, body)
        documents.record(connection, source, digest, Reading(None, digest, None), now)
