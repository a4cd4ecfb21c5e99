"""The file library.db: made for its owner alone, brought up to date, never overwritten, shared without harm."""

import os
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from library import schema
from library.database import FILE_NAME, Database
from library.errors import StoreError
from tests.conftest import ROOT

TODAY = len(schema.STEPS)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with closing(Database(tmp_path / "library")) as database:
        yield database


def remember(database: Database, key: str, value: str = "x") -> None:
    with database.write() as connection:
        connection.execute("insert into settings (key, value) values (?, ?)", (key, value))


def remembered(database: Database) -> list[str]:
    with database.read() as connection:
        return [key for (key,) in connection.execute("select key from settings order by key")]


def test_a_new_library_is_its_owners_alone(tmp_path: Path) -> None:
    """The folder is made with 0700, and every file in it with 0600, whatever the umask."""
    before = os.umask(0)
    try:
        database = Database(tmp_path / "a" / "library")
        remember(database, "k")
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "a" / "library").iterdir()}
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "a" / "library").stat().st_mode) == 0o700
    assert modes == {FILE_NAME: 0o600, f"{FILE_NAME}-wal": 0o600, f"{FILE_NAME}-shm": 0o600}
    database.close()


def test_the_connection_is_set_up_for_safety(database: Database) -> None:
    """Write-ahead log, foreign keys, no trust in the schema, sync at checkpoints."""
    with database.read() as connection:
        settings = {name: connection.execute(f"pragma {name}").fetchone()[0]
                    for name in ("journal_mode", "foreign_keys", "trusted_schema", "synchronous", "user_version")}

    assert settings == {"journal_mode": "wal", "foreign_keys": 1, "trusted_schema": 0, "synchronous": 1,
                        "user_version": TODAY}
    database.close()


def test_a_write_that_fails_changes_nothing(database: Database) -> None:
    """All of a block's changes or none."""
    def half() -> None:
        with database.write() as connection:
            connection.execute("insert into settings values ('half', 'x')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert remembered(database) == []
    database.close()


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    """Its bytes stay, and the message names it and what to do."""
    file = tmp_path / FILE_NAME
    file.write_bytes(b"my diary, which happens to be called library.db\n" * 100)
    before = file.read_bytes()

    with pytest.raises(StoreError, match=r"library\.db is not a newsreader library.*--library"):
        Database(tmp_path)
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    """Not every SQLite file is ours."""
    other = sqlite3.connect(tmp_path / FILE_NAME)
    other.execute("create table bookmarks (url text)")
    other.close()
    before = (tmp_path / FILE_NAME).read_bytes()

    with pytest.raises(StoreError, match="another program"):
        Database(tmp_path)
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_a_newer_database_asks_for_an_update(tmp_path: Path, database: Database) -> None:
    """An old newsreader never touches what a new one wrote."""
    with database.write() as connection:
        connection.execute(f"pragma user_version = {TODAY + 1}")
    database.close()

    with pytest.raises(StoreError, match=r"newer newsreader.*Update newsreader"):
        Database(tmp_path / "library")


def test_an_empty_file_becomes_a_library(tmp_path: Path) -> None:
    """An interrupted first start leaves an empty file, and the next one goes on."""
    (tmp_path / FILE_NAME).touch()

    database = Database(tmp_path)

    assert remembered(database) == []
    database.close()


@pytest.mark.parametrize("broken", ["folder is a file", "database is a folder"])
def test_a_place_that_cannot_hold_a_library_is_named(tmp_path: Path, broken: str) -> None:
    """The message names the path and another way."""
    if broken == "folder is a file":
        (tmp_path / "library").touch()
    else:
        (tmp_path / "library" / FILE_NAME).mkdir(parents=True)

    with pytest.raises(StoreError, match=rf"{tmp_path}.*--library"):
        Database(tmp_path / "library")


def test_steps_bring_an_old_database_up_to_date(
    tmp_path: Path, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A later step is applied to a database of today, and everything in it stays."""
    remember(database, "mine")
    database.close()
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, ("alter table settings add column note text",)))

    database = Database(tmp_path / "library")

    with database.read() as connection:
        assert connection.execute("select key, note from settings").fetchall() == [("mine", None)]
        assert connection.execute("pragma user_version").fetchone() == (TODAY + 1,)
    database.close()


def test_a_step_that_fails_leaves_the_old_database(
    tmp_path: Path, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each step is one transaction: half a step is never seen."""
    remember(database, "mine")
    database.close()
    with monkeypatch.context() as patch:
        patch.setattr(schema, "STEPS", (*schema.STEPS, ("create table extra (a)", "create table extra (a)")))
        with pytest.raises(StoreError, match="could not be used"):
            Database(tmp_path / "library")

    database = Database(tmp_path / "library")

    assert remembered(database) == ["mine"]
    with database.read() as connection:
        assert connection.execute("select count(*) from sqlite_master where name = 'extra'").fetchone() == (0,)
    database.close()


def test_every_thread_may_use_it(database: Database) -> None:
    """Threads write at once, each through a connection of its own, and those of ended threads are closed."""
    threads = [threading.Thread(target=remember, args=(database, f"key {number}")) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(remembered(database)) == 20
    threading.Thread(target=remembered, args=(database,)).start()
    database.close()


def test_a_closed_library_says_so(database: Database) -> None:
    """Also to a thread that used it before, and closing it twice is no error."""
    remember(database, "k")
    database.close()
    database.close()

    with pytest.raises(StoreError, match="is closed"):
        remembered(database)


WRITER = """
import sys
from pathlib import Path
from library.database import Database
name = sys.argv[2]
sys.stdin.readline()  # until both are ready
database = Database(Path(sys.argv[1]))
for number in range(100):
    with database.write() as connection:
        seen = connection.execute("select count(*) from settings").fetchone()[0]
        connection.execute("insert into settings values (?, ?)", (f"{name} {number}", str(seen)))
database.close()
"""


def test_two_newsreaders_at_once_lose_nothing(tmp_path: Path) -> None:
    """Two processes make the same library and write to it at once: every write is there, each saw those before."""
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path / "library"), name], stdin=subprocess.PIPE,
                         stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}, text=True)
        for name in ("one", "two")
    ]
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    errors = [writer.communicate(timeout=60)[1] for writer in writers]

    assert [writer.returncode for writer in writers] == [0, 0], errors
    database = Database(tmp_path / "library")
    with database.read() as connection:
        counts = [int(seen) for (seen,) in connection.execute("select value from settings")]
        assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
    assert sorted(counts) == list(range(200))
    database.close()


@pytest.mark.parametrize(("code", "says"), [
    (sqlite3.SQLITE_FULL, "is full"),
    (sqlite3.SQLITE_READONLY, "cannot be written"),
    (sqlite3.SQLITE_CANTOPEN, "cannot be written"),
    (sqlite3.SQLITE_BUSY, "another newsreader"),
    (sqlite3.SQLITE_CORRUPT, "damaged"),
    (sqlite3.SQLITE_IOERR, "check the disk"),
    (sqlite3.SQLITE_ERROR, "could not be used"),
])
def test_what_the_disk_does_becomes_a_sentence(database: Database, code: int, says: str) -> None:
    """Each error of SQLite is one of ours, names the file, and keeps its cause."""
    error = sqlite3.OperationalError("sqlite's own words")
    error.sqlite_errorcode = code

    with pytest.raises(StoreError, match=rf"library\.db.*{says}") as caught, database.read():
        raise error

    assert caught.value.__cause__ is error
    database.close()


def test_a_full_disk_loses_nothing_that_was_written(database: Database) -> None:
    """SQLite's own limit stands in for the disk: the write that does not fit is refused, the others stay."""
    remember(database, "before")
    with database.read() as connection:
        pages = connection.execute("pragma page_count").fetchone()[0]
        connection.execute(f"pragma max_page_count = {pages + 2}")

    with pytest.raises(StoreError, match="full"):
        remember(database, "large", "x" * 1_000_000)

    assert remembered(database) == ["before"]
    remember(database, "small")
    database.close()


def test_another_writer_that_never_ends_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After its patience a newsreader says who is in the way, and reading goes on meanwhile."""
    monkeypatch.setattr("library.database._BUSY_SECONDS", 0.05)
    database = Database(tmp_path)
    other = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
    other.execute("begin immediate")

    with pytest.raises(StoreError, match="busy"):
        remember(database, "k")
    assert remembered(database) == []
    other.close()
    database.close()
