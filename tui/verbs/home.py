"""Where this user's library, configuration and exports are, and the way into the library.

One place decides it, so that a verb, the screen and `doctor` never look at different folders.
"""

import tomllib
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import platformdirs

from tui.verbs.streams import Streams, UsageError

if TYPE_CHECKING:
    from library import Library

NAME = "newsreader"
PRESETS = ("obsidian", "plain")


class Home(NamedTuple):
    """What the options, the environment, the configuration file and the platform say together."""

    library: Path
    """The library's folder; may not exist yet."""
    config: Path
    """The configuration file; may not exist."""
    export_folder: Path | None
    """The folder that the configuration names for exports; None: it names none."""
    preset: str
    """The Markdown preset: "obsidian" or "plain"."""


def home(arguments: Namespace, streams: Streams) -> Home:
    """Option before environment before configuration file before the platform's folder.

    Raises UsageError when the configuration cannot be read, or names what does not exist.
    """
    named = arguments.config
    config = Path(named).expanduser() if named else platformdirs.user_config_path(NAME, False) / "config.toml"
    table = _configuration(config, must_exist=bool(named))
    library = arguments.library or streams.environment.get("NEWSREADER_LIBRARY")
    return Home(
        library=Path(library).expanduser() if library else platformdirs.user_data_path(NAME, False),
        config=config,
        export_folder=Path(table["folder"]).expanduser() if "folder" in table else None,
        preset=table.get("preset", PRESETS[0]),
    )


def documents() -> Path:
    """Where exports go when nobody said otherwise: a folder newsreader in the user's documents."""
    return platformdirs.user_documents_path() / NAME


@contextmanager
def library_of(arguments: Namespace, streams: Streams) -> Iterator["Library"]:
    """The user's library, closed afterwards. Raises StoreError, UsageError."""
    from library import Library

    library = Library.open(home(arguments, streams).library, now=now)
    try:
        yield library
    finally:
        library.close()


def now() -> datetime:
    """The clock that verbs hand to the library and to the parsers."""
    return datetime.now(UTC)


def _configuration(path: Path, *, must_exist: bool) -> dict[str, str]:
    """The [export] table: folder and preset. An empty one when there is no file and none was named."""
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        if must_exist:
            raise UsageError(f"There is no configuration {path}. Create it, or leave --config out.") from None
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"The configuration {path} cannot be read. Correct or remove it: {error}") from error
    export = content.get("export", {})
    keys = {f"export.{key}" for key in export} if isinstance(export, dict) else {"export"}
    unknown = sorted((content.keys() - {"export"}) | (keys - {"export.folder", "export.preset"}))
    if unknown:
        raise UsageError(f"The configuration {path}: {unknown[0]} is unknown; it may hold a table [export] "
                         "with folder and preset.")
    if not isinstance(export.get("folder", ""), str) or export.get("preset", PRESETS[0]) not in PRESETS:
        raise UsageError(f"The configuration {path}: folder is a path in quotes, preset one of {PRESETS}.")
    return dict(export)
