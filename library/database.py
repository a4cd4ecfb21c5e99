"""The file library.db: opening it, one connection per thread, short transactions, errors as sentences.

Everything that SQLite can do to a reader stops here. Without this module two newsreaders at once would meet
"database is locked", a full disk would end the screen, and a file that is no database could be overwritten.
It is the only module that imports sqlite3, so commands that touch no library never load it.
"""

import os
import sqlite3
import stat
import threading
import time
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from library import schema
from library.errors import StoreError

FILE_NAME = "library.db"
_MAGIC = b"SQLite format 3\x00"  # https://www.sqlite.org/fileformat.html, section 1.3
_BUSY_SECONDS = 10.0
"""How long one newsreader waits for another's write. Each lasts milliseconds: beyond this the disk is stuck."""


class Database:
    """The library's database. All methods may be called from any thread; each has its own connection."""

    def __init__(self, folder: Path) -> None:
        """Opens `folder`/library.db, made if missing (folder 0700, file 0600), brought to today's schema.

        Raises StoreError when it cannot be opened, is not ours, or was written by a newer newsreader; the
        file is then as it was.
        """
        self.file = folder / FILE_NAME
        self._local = threading.local()
        self._guard = threading.Lock()
        self._links: list[_Link] = []
        self._closed = False
        _prepare(folder, self.file)
        try:
            self._migrate()
        except BaseException:
            self.close()
            raise

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """One consistent view of the library, however many statements are asked. Raises StoreError."""
        with self._transaction("begin") as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """All of the block's changes or, when anything raises, none. Raises StoreError.

        BEGIN IMMEDIATE takes the writer's place at once: a transaction that began by reading could be refused
        when it comes to write, whatever the time it is willing to wait (sqlite.org/lang_transaction.html).
        """
        with self._transaction("begin immediate") as connection:
            yield connection

    def close(self) -> None:
        """Closes every thread's connection, after the statement it is in. Closing twice is no error."""
        with self._guard:
            self._closed = True
            links, self._links = self._links, []
        for link in links:
            link.close()

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        try:
            link = self._link()
            with link.lock:
                if self._closed:
                    raise StoreError(f"The library {self.file} is closed.")
                link.connection.execute(begin)
                try:
                    yield link.connection
                    link.connection.commit()
                except BaseException:
                    link.connection.rollback()
                    raise
        except (sqlite3.ProgrammingError, sqlite3.InterfaceError):
            raise  # a mistake of ours, not of the disk
        except sqlite3.Error as error:
            raise StoreError(_sentence(self.file, error)) from error

    def _link(self) -> "_Link":
        """This thread's connection; those of threads that have ended are closed on the way."""
        link: _Link | None = getattr(self._local, "link", None)
        if link is not None:
            return link
        with self._guard:
            if self._closed:
                raise StoreError(f"The library {self.file} is closed.")
            for old in [old for old in self._links if old.idle]:
                self._links.remove(old)
                old.close()
            link = _Link(self.file)
            self._links.append(link)
        self._local.link = link
        return link

    def _migrate(self) -> None:
        """Brings the file to today's schema, each step all or nothing, one newsreader at a time."""
        with self.read() as connection:
            version = self._version(connection)
        if version == 0:
            self._use_wal()
        while version < len(schema.STEPS):
            with self.write() as connection:
                version = self._version(connection)  # another newsreader may have been faster
                if version == len(schema.STEPS):
                    return
                for statement in schema.STEPS[version]:
                    connection.execute(statement)
                version += 1
                connection.execute(f"pragma application_id = {schema.APPLICATION_ID}")
                connection.execute(f"pragma user_version = {version}")

    def _version(self, connection: sqlite3.Connection) -> int:
        version: int = connection.execute("pragma user_version").fetchone()[0]
        program: int = connection.execute("pragma application_id").fetchone()[0]
        is_empty = connection.execute("select count(*) from sqlite_master").fetchone()[0] == 0
        if program != schema.APPLICATION_ID and not (is_empty and version == 0):
            raise StoreError(
                f"{self.file} is a database of another program; it was left as it is. "
                "Name another folder with --library."
            )
        if version > len(schema.STEPS):
            raise StoreError(
                f"{self.file} was written by a newer newsreader "
                f"(its form is {version}, ours {len(schema.STEPS)}); it was left as it is. "
                "Update newsreader, or name another folder with --library."
            )
        return version

    def _use_wal(self) -> None:
        """Write-ahead logging lets readers read while one writes; the file remembers it.

        Two newsreaders that make the same library at once meet here, and SQLite does not wait for the switch
        (it answers "locked" at once), so we do.
        """
        link = self._link()
        deadline = time.monotonic() + _BUSY_SECONDS
        while True:
            try:
                link.connection.execute("pragma journal_mode = wal")
                return
            except sqlite3.OperationalError as error:
                is_busy = _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
                if not is_busy or time.monotonic() > deadline:
                    raise StoreError(_sentence(self.file, error)) from error
                time.sleep(0.01)


class _Link:
    """One thread's connection, with the lock that lets another thread close it between two transactions."""

    def __init__(self, file: Path) -> None:
        self.lock = threading.Lock()
        self._thread = weakref.ref(threading.current_thread())
        self.connection = sqlite3.connect(
            file, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        for pragma in (
            "foreign_keys = on",
            "trusted_schema = off",   # no function of ours may be called from a schema someone else wrote
            "synchronous = normal",   # never corrupt under WAL; a power cut may lose the last moments
            "temp_store = memory",
            # KiB. The card of the name that most of 100,000 articles hold takes 60 ms with it and 100 with half of it,
            # the list of its articles 11 and 20.
            "cache_size = -8000",
        ):
            self.connection.execute(f"pragma {pragma}")

    @property
    def idle(self) -> bool:
        """The thread it was made for has ended."""
        thread = self._thread()
        return thread is None or not thread.is_alive()

    def close(self) -> None:
        with self.lock:
            self.connection.close()


def _prepare(folder: Path, file: Path) -> None:
    """The folder, and an empty file for the database; a file that is there already must be a database."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_NONBLOCK", 0), 0o600)
        try:
            start = os.read(handle, len(_MAGIC)) if stat.S_ISREG(os.fstat(handle).st_mode) else b"not a file"
        finally:
            os.close(handle)
    except (FileExistsError, NotADirectoryError) as error:
        raise StoreError(f"{folder} is not a folder: name the folder that holds library.db, with --library.") from error
    except OSError as error:
        raise StoreError(
            f"The library {file} cannot be opened ({error.strerror}): check the folder's permissions, "
            "or name another folder with --library."
        ) from error
    if start and start != _MAGIC:
        raise StoreError(
            f"{file} is not a newsreader library (not an SQLite database); it was left as it is. "
            "Move it away, or name another folder with --library."
        )


def _code(error: sqlite3.Error) -> int:
    """SQLite's primary result code; 0 when the error did not come from SQLite itself."""
    return (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF


def _sentence(file: Path, error: sqlite3.Error) -> str:
    """What went wrong with the library and what to try, for a person. Codes: sqlite.org/rescode.html."""
    code = _code(error)
    if code == sqlite3.SQLITE_FULL:
        return f"The disk that holds {file} is full, the last change was not saved: free some space, try again."
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return f"The library {file} cannot be written: check its permissions, or name another with --library."
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return f"The library {file} is busy: another newsreader is writing to it. Try again in a moment."
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return (
            f"The library {file} is damaged ({error}). Move it away and start again; "
            "pages in your own files are not affected."
        )
    if code == sqlite3.SQLITE_IOERR:
        return f"The disk that holds {file} failed ({error}): check the disk, then try again."
    return f"The library {file} could not be used ({error})."
