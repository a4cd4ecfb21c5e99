"""Where things lie when nobody says otherwise: the platform's own folders for data, configuration and documents.

Guessing these by hand is how programs litter home directories; platformdirs knows the rules of each system
(XDG on Linux, Library on macOS, AppData on Windows).
"""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

APPLICATION = "newsreader"
LIBRARY_VARIABLE = "NEWSREADER_LIBRARY"


def data_folder(override: Path | None, environ: Mapping[str, str]) -> Path:
    """The library's folder, absolute: `override` (--library), else NEWSREADER_LIBRARY, else the platform's.

    It need not exist. platformdirs itself looks at the process's XDG_DATA_HOME.
    """
    named = override or (Path(environ[LIBRARY_VARIABLE]) if environ.get(LIBRARY_VARIABLE) else None)
    if named is not None:
        return _absolute(named)
    from platformdirs import user_data_path  # only when nobody named a folder

    return user_data_path(APPLICATION, appauthor=False)


def config_file(override: Path | None, environ: Mapping[str, str]) -> Path:
    """The configuration file, absolute: `override` (--config), else config.toml where the platform keeps such.

    It need not exist. `environ` is not asked today; it is here so that a variable can be added without a change
    of every caller.
    """
    if override is not None:
        return _absolute(override)
    from platformdirs import user_config_path

    return user_config_path(APPLICATION, appauthor=False) / "config.toml"


def documents_folder() -> Path:
    """The user's folder of documents, as the platform calls it (~/Documents, or what XDG says)."""
    from platformdirs import user_documents_path

    return user_documents_path()


def _absolute(path: Path) -> Path:
    with suppress(RuntimeError):  # no home directory for "~": taken by its letters
        path = path.expanduser()
    return path.absolute()
