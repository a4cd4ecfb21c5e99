"""The bytes of an article's pictures: from the files beside a saved page, or from inside the page itself.

Never from the network: a page that was saved without its pictures keeps their addresses, and opening those is the
browser's business. And never from anywhere but the page's own folder: what a page calls its picture is foreign text,
and could as well name a private file.
"""

from __future__ import annotations

import binascii
import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from library.errors import PictureError
from library.files import FileError, read_page, shown

if TYPE_CHECKING:  # see articles.py
    from library.database import Database

LARGEST = 32 * 1024 * 1024
"""Bytes. Press photos have up to 20 MB; more is no picture for a page."""


def picture(database: Database, article_id: str, file: str, now: datetime) -> bytes:
    """The picture that a figure of the article calls `file` (article.Figure.file).

    Raises PictureError when it is not there, StoreError.
    """
    if file.startswith("data:"):
        return _written_in(database, article_id, file, now)
    page = _page(database, article_id)
    if page is None:
        raise PictureError(f"{called(file)} was not kept with its page: open the saved page itself.")
    return _beside(page, file, called(file))


def called(file: str) -> str:
    """What a picture is called in a sentence, at its beginning; clean."""
    return "The picture in this page" if file.startswith("data:") else f"The picture {shown(unquote(file))}"


def _page(database: Database, article_id: str) -> Path | None:
    """The file that tells the article; None when it is no file of the reader's."""
    with database.read() as connection:
        row = connection.execute(
            """
            select documents.path, sources.path from statuses
            join holdings on holdings.article = key join documents on documents.id = document
            join sources on sources.id = documents.source
            where statuses.article = ? and sources.path != x'' order by documents.id limit 1
            """,
            (article_id,),
        ).fetchone()
    return Path(os.fsdecode(row[0])) if row else None


def _beside(page: Path, file: str, name: str) -> bytes:
    """A file in the page's folder or below it, wherever links lead."""
    try:
        folder = os.path.realpath(page.parent)
        path = os.path.realpath(os.path.join(folder, unquote(file)))
        inside = os.path.commonpath([folder, path]) == folder
    except (OSError, ValueError) as error:  # a null byte, another drive
        raise PictureError(f"{name} has no name that a file can have.") from error
    if not inside:
        raise PictureError(f"{name} lies outside the folder of its page, where nothing is read from.")
    try:
        if os.path.getsize(path) > LARGEST:
            raise PictureError(f"{name} is larger than {LARGEST // 1024 // 1024} MB: open it elsewhere.")
        return read_page(Path(path))[0]
    except OSError as error:
        raise PictureError(
            f"{name} is not beside its page any more: save the page again with its pictures."
        ) from error
    except FileError as error:
        raise PictureError(f"{name} {error}") from error


def _written_in(database: Database, article_id: str, file: str, now: datetime) -> bytes:
    from library.refresh import page_of  # loads the parsers
    from parsers.formats.html.pictures import written_in

    page = page_of(database, article_id, now)
    address = written_in(page.body, file) if page is not None else None
    if address is None:
        raise PictureError("The page that holds this picture is not there as it was read: refresh its source.")
    try:
        return binascii.a2b_base64(address.partition(b",")[2])
    except binascii.Error as error:
        raise PictureError(f"{called(file)} is cut off: save the page again.") from error
