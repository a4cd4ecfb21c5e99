"""What the options, the environment and the configuration say together, and the way into the user's library.

One place decides it, so that a verb, the screen and `doctor` never look at different folders.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from library import config, engines
from library.paths import config_file, data_folder, documents_folder
from tui.verbs.streams import Streams

if TYPE_CHECKING:
    from argparse import Namespace

    from library import Library


class Home(NamedTuple):
    """Where this user's things are. None of it need exist."""

    library: Path
    """The library's folder."""
    config_file: Path
    config: config.Config


def home(arguments: "Namespace", streams: Streams) -> Home:
    """Option before environment before the platform's folder. Raises ConfigError, EngineError."""
    file = config_file(_path(arguments.config), streams.environment)
    configured = config.load(file, must_exist=arguments.config is not None)
    engines.use(configured.engine)
    return Home(data_folder(_path(arguments.library), streams.environment), file, configured)


@contextmanager
def library_of(arguments: "Namespace", streams: Streams) -> Iterator["Library"]:
    """The user's library, made when there is none, closed afterwards. Raises StoreError, ConfigError."""
    with opened(home(arguments, streams).library) as library:
        yield library


@contextmanager
def opened(folder: Path) -> Iterator["Library"]:
    """The library in this folder, closed afterwards. Raises StoreError."""
    from library import Library

    library = Library.open(folder, now=now)
    try:
        yield library
    finally:
        library.close()


def export_folder(folders: Home) -> Path:
    """Where exports go. The library, which remembers a choice made in the reader, is asked but never made.

    Raises StoreError when there is one that cannot be opened.
    """
    if folders.config.export_folder is not None:
        return folders.config.export_folder
    if not os.path.exists(folders.library / "library.db"):
        return documents_folder() / "newsreader"
    with opened(folders.library) as library:
        return config.export_folder(folders.config, library)


def now() -> datetime:
    """The clock that verbs hand to the library and to the parsers."""
    return datetime.now(UTC)


def _path(option: str | None) -> Path | None:
    return None if option is None else Path(option)
