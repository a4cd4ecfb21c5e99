"""Reading pages from the reader's own files: which files a folder holds, and the bytes of one.

A folder may hold links that lead in circles, pipes that never end, and files larger than memory. Nothing here
waits on such a thing or follows it twice; what cannot be read is said in a sentence.
"""

import os
import stat
from collections.abc import Set
from pathlib import Path

from msgspec import Struct

from library.errors import SourceError
from parsers.clean import scrub

LARGEST = 64 * 1024 * 1024
"""Bytes. A news page has a few megabytes at most; this much is a mistake, and costs memory many times over."""


class Stamp(Struct, frozen=True):
    """What the file system says about a file: the same stamp twice is taken for the same contents."""

    mtime_ns: int
    size: int


class FileError(Exception):
    """One file cannot be read as a page; `str()` of it is a sentence that does not name the file."""


def shown(path: str | bytes | Path) -> str:
    """A path as text for a person: the path itself, without what must not reach a terminal or a database.

    File names are foreign text too: they may hold escape sequences, newlines, or bytes that are no UTF-8.
    """
    text = os.fsdecode(path).encode("utf-8", "replace").decode("utf-8")
    return scrub(text).replace("\n", " ").replace("\t", " ")


def existing(path: Path) -> Path:
    """The path made absolute, when a file or folder that can be read is there.

    Raises SourceError, which names the path and says what to try.
    """
    text = shown(path)
    if text.startswith(("http:/", "https:/")):
        raise SourceError(f"{text} is a web address. Save the page to a file and open that.")
    try:
        path = Path(os.path.abspath(path.expanduser()))
        mode = path.stat().st_mode
    except FileNotFoundError as error:
        raise SourceError(f"{text} does not exist. Check the spelling, or give the full path.") from error
    except (OSError, ValueError, RuntimeError) as error:  # a loop of links, a null byte, no home
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceError(f"{text} cannot be opened ({reason}). Check its permissions.") from error
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise SourceError(f"{text} is neither a file nor a folder. Save what it gives to a file, open that.")
    if not os.access(path, os.R_OK | (os.X_OK if stat.S_ISDIR(mode) else 0)):
        raise SourceError(f"{text} may not be read by you. Change its permissions, or copy it.")
    return path


def pages_in(folder: Path) -> list[Path]:
    """Every regular file below the folder, sorted by path; hidden files and folders are left out, and so are the
    folders that a browser saves beside a page for its pictures and scripts ("Story_files" beside "Story.html").

    Links to folders are followed, each folder once, so a circle of links ends. A folder inside that may not
    be entered is left out; when `folder` itself may not, OSError.
    """
    found: list[Path] = []
    entered: set[tuple[int, int]] = set()
    waiting = [os.fspath(folder)]
    while waiting:
        here = waiting.pop()
        try:
            info = os.stat(here)
            entries = list(os.scandir(here))
        except OSError:
            if here == os.fspath(folder):
                raise
            continue
        if (info.st_dev, info.st_ino) in entered:
            continue
        entered.add((info.st_dev, info.st_ino))
        names = {entry.name for entry in entries}
        for entry in entries:
            if entry.name.startswith(".") or _belongs_to_page(entry.name, names):
                continue
            if entry.is_dir():
                waiting.append(entry.path)
            elif entry.is_file():
                found.append(Path(entry.path))
    return sorted(found)


def _belongs_to_page(name: str, names: Set[str]) -> bool:
    """Whether a folder holds what a page shows; its name is then the page's with another ending."""
    page = name.removesuffix("_files")
    return page != name and not names.isdisjoint((f"{page}.html", f"{page}.htm", f"{page}.xhtml"))


def stamp_of(path: Path) -> Stamp:
    """Raises FileError."""
    try:
        info = path.stat()
    except OSError as error:
        raise FileError(_refusal(error)) from error
    return Stamp(info.st_mtime_ns, info.st_size)


def read_page(path: Path) -> tuple[bytes, Stamp]:
    """The file's bytes, and its stamp from before they were read (so that a later change shows).

    Raises FileError when it is no regular file, larger than LARGEST, or unreadable.
    """
    try:
        # A pipe without a writer would make open() wait for ever; with O_NONBLOCK it answers at once.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with open(handle, "rb") as file:
            info = os.fstat(file.fileno())
            if not stat.S_ISREG(info.st_mode):
                raise FileError("is not a file (a pipe or a device): copy what it gives into a file.")
            if info.st_size > LARGEST:
                raise FileError(_too_large(info.st_size))
            body = file.read(LARGEST + 1)
    except OSError as error:
        raise FileError(_refusal(error)) from error
    if len(body) > LARGEST:  # it grew while it was read
        raise FileError(_too_large(len(body)))
    return body, Stamp(info.st_mtime_ns, info.st_size)


def _too_large(size: int) -> str:
    return (
        f"is too large ({size // (1024 * 1024)} MB; at most {LARGEST // (1024 * 1024)} MB): "
        "split it, or save only the article."
    )


def _refusal(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "may not be read by you: change its permissions, or copy it."
    if isinstance(error, FileNotFoundError):
        return "is not there any more."
    return f"cannot be read ({error.strerror}): check the disk, then refresh."
