"""Writing an exported article to a file: which name it gets, and that the file is there whole or not at all.

A reader exports the same article again after an update, two articles of one day have the same title, a disk fills
up half-way. Nothing of that may leave half a file, a second copy of the same article, or take the place of a file
that is not ours.
"""

import errno
import os
import re
import secrets
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

from library.errors import ExportError
from library.export.slug import slug
from library.files import shown
from parsers.article import Article

_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_ID = re.compile(
    rb'\A---\n(?:(?!---\n)[^\n]*\n){0,30}?id: "?([0-9a-f]{32})"?\n'  # in front matter
    rb'|\A\{"schema":1,"id":"([0-9a-f]{32})"'                          # in our JSON
)
_HEAD = 16_384
"""Bytes of a file that are searched for an id: front matter with a long dek and many names before it."""


def write_article(
    text: str, folder: Path, article: Article, *, extension: str = "md", known: dict[str, Path] | None = None
) -> Path:
    """Writes `text`, the article in whatever form, into the folder (made when missing); the path of the file.

    The name is the date it was published and the slug of its title, or the slug alone. A file that says it is this
    article (its id stands in the front matter, or in the JSON) is replaced where it is, whatever its name. When the
    name is taken by anything else, the first 6 digits of the id are added to ours, and all 32 when even that is
    taken. A file without an id (the plain preset, a note of the reader's) is left alone unless it holds the same
    text already, or its name ends in our 6 digits.

    `known` is what `files_by_id` gave for the folder; who writes many articles reads it once, and it is kept up to
    date here. Raises ExportError, which names the path and the remedy; no half file is left.
    """
    _make(folder)
    if known is None:
        known = files_by_id(folder, extension)
    path = _own_file(folder, article, extension, known) or _free_name(text, folder, article, extension)
    write_whole(path, text.encode("utf-8", "replace"))
    known[article.id] = path
    return path


def write_named(text: str, folder: Path, name: str) -> Path:
    """Writes a document that is about a name, such as a dossier; the path of the file.

    Never over anything: where the name is taken, by a note of the reader's or by what the dossier said last week, a
    number is added, unless that file holds the same text. Raises ExportError, which names the path and the remedy.
    """
    _make(folder)
    path = folder / f"{slug(name)}.md"
    numbers = count(2)
    while os.path.lexists(path) and not _holds(path, text):
        path = folder / f"{slug(name)}-{next(numbers)}.md"
    write_whole(path, text.encode("utf-8", "replace"))
    return path


def files_by_id(folder: Path, extension: str = "md") -> dict[str, Path]:
    """The exported articles of the folder (not of those below it), by article id. Raises ExportError."""
    try:
        return {article: path for path in sorted(_files(folder, extension)) if (article := _id_of(path))}
    except OSError as error:
        raise ExportError(_sentence(folder, error)) from error


def _make(folder: Path) -> None:
    """The folder, if it is not there. Raises ExportError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(_sentence(folder, error)) from error


def file_name(article: Article, extension: str = "md") -> str:
    """The name an article's file gets when nothing is in its way."""
    day = _DATE.match(article.published or "")
    return f"{day.group()}-{slug(article.title)}.{extension}" if day else f"{slug(article.title)}.{extension}"


def _own_file(folder: Path, article: Article, extension: str, known: dict[str, Path]) -> Path | None:
    """The file that says it is this article: the one with its usual name, or else any."""
    for path in (folder / file_name(article, extension), known.get(article.id)):
        if path is not None and _is_file(path) and _id_of(path) == article.id:
            return path
    return None


def _free_name(text: str, folder: Path, article: Article, extension: str) -> Path:
    """A name that no other article's and no reader's file has."""
    wished = folder / file_name(article, extension)
    if not os.path.lexists(wished) or _holds(wished, text):
        return wished
    marked = wished.with_name(f"{wished.stem}-{article.id[:6]}.{extension}")
    if not os.path.lexists(marked) or (_is_file(marked) and _id_of(marked) is None):
        return marked
    last = wished.with_name(f"{wished.stem}-{article.id}.{extension}")
    if os.path.lexists(last) and not _is_file(last):
        raise ExportError(f"{shown(last)} is in the way and is no file: move it, or choose another folder.")
    return last


def write_whole(path: Path, content: bytes) -> None:
    """The file whole or not at all: a temporary one beside it, brought to the disk, takes its place at once.

    Raises ExportError.
    """
    temporary = path.with_name(f".newsreader-{secrets.token_hex(8)}.tmp")
    try:
        # O_EXCL and O_NOFOLLOW: never through a link that someone laid in a shared folder.
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        handle = os.open(temporary, flags, 0o666)  # as any document: the reader's umask decides who may read it
        try:
            rest = memoryview(content)
            while rest:
                rest = rest[os.write(handle, rest) :]
            os.fsync(handle)
        finally:
            os.close(handle)
        os.replace(temporary, path)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise ExportError(_sentence(path, error)) from error


def _files(folder: Path, extension: str) -> Iterator[Path]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(f".{extension}") and entry.is_file(follow_symlinks=False):
                yield Path(entry.path)


def _id_of(path: Path) -> str | None:
    """The id of the article that a file says it is; None for any other file."""
    try:
        with path.open("rb") as file:
            found = _ID.match(file.read(_HEAD).replace(b"\r\n", b"\n"))
    except OSError:  # not ours to read, so not ours to replace
        return None
    return (found.group(1) or found.group(2)).decode("ascii") if found else None


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _holds(path: Path, text: str) -> bool:
    try:
        return _is_file(path) and path.read_bytes() == text.encode("utf-8", "replace")
    except OSError:
        return False


def _sentence(path: Path, error: OSError) -> str:
    """Why the article was not written and what to try, for a person."""
    name = shown(path)
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return f"{name} was not written: the disk is full. Free some space, or choose another folder."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"{name} was not written: you may not write there. Choose another folder, or change its permissions."
    if isinstance(error, FileExistsError | NotADirectoryError):
        return f"{name} was not written: part of the path is a file, not a folder. Choose another folder."
    return f"{name} was not written ({error.strerror}). Choose another folder."
