"""The configuration file: optional, TOML, read and never written.

    [export]
    folder = "~/notes/news"     # where `e` and `newsreader export` write
    preset = "obsidian"         # or "plain": no front matter

A misspelt key that is silently ignored is a setting that seems not to work; so every unknown name is an error
that says where it stands and what was probably meant.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from library.errors import ConfigError
from library.export.preset import Preset
from library.files import shown
from library.paths import documents_folder

if TYPE_CHECKING:
    from library import Library

EXPORT_FOLDER = "export.folder"
"""The name of the setting that remembers the export folder chosen in the application."""

_KEYS = {"export": ("folder", "preset")}


class Config(Struct, frozen=True):
    """What the configuration file says; what it does not say is at its default."""

    export_folder: Path | None = None
    """Absolute; None: the file names none."""
    preset: Preset = Preset.OBSIDIAN


def load(file: Path, *, must_exist: bool = False) -> Config:
    """The configuration in this file; the defaults when there is no such file, unless it `must_exist`.

    Raises ConfigError, which names the file, the key and the remedy.
    """
    try:
        text = file.read_bytes().decode("utf-8")
    except FileNotFoundError as error:
        if must_exist:
            raise ConfigError(f"{shown(file)} does not exist. Check the path after --config.") from error
        return Config()
    except OSError as error:
        raise ConfigError(f"{shown(file)} cannot be read ({error.strerror}). Check its permissions.") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{shown(file)} is not UTF-8 text. Save it again as UTF-8.") from error
    import tomllib  # only when there is a file to read

    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{shown(file)} is not valid TOML: {error}. Text values stand in double quotes.") from error
    return _config(tables, text, file)


def export_folder(config: Config, library: Library) -> Path:
    """Where exported articles go: the configured folder, else the one last chosen, else newsreader in Documents."""
    if config.export_folder is not None:
        return config.export_folder
    chosen = library.setting(EXPORT_FOLDER)
    return Path(chosen) if chosen else documents_folder() / "newsreader"


def _config(tables: dict[str, Any], text: str, file: Path) -> Config:
    for name, table in tables.items():
        if name not in _KEYS:
            written = f"[{name}]" if isinstance(table, dict) else name
            raise ConfigError(_unknown(written, name, tuple(_KEYS), text, file))
        if not isinstance(table, dict):
            raise ConfigError(f"{shown(file)}: {name} is a table. Write [{name}] on a line of its own.")
        for key in table:
            if key not in _KEYS[name]:
                raise ConfigError(_unknown(f"{name}.{key}", key, _KEYS[name], text, file))
    export = tables.get("export", {})
    return Config(_folder(export, file), _preset(export, file))


def _folder(export: dict[str, Any], file: Path) -> Path | None:
    folder = export.get("folder")
    if folder is None:
        return None
    if not isinstance(folder, str) or not folder.strip() or "\0" in folder:
        raise ConfigError(f'{shown(file)}: export.folder is the path of a folder, such as "~/notes/news".')
    try:
        path = Path(folder).expanduser()
    except RuntimeError as error:
        raise ConfigError(f"{shown(file)}: export.folder: no home directory for {folder}. Give a full path.") from error
    return file.absolute().parent / path  # relative to the file, wherever the program was started


def _preset(export: dict[str, Any], file: Path) -> Preset:
    preset = export.get("preset", Preset.OBSIDIAN)
    if preset not in tuple(Preset):
        names = " or ".join(f'"{name}"' for name in Preset)
        raise ConfigError(f"{shown(file)}: export.preset is {names}.")
    return Preset(preset)


def _unknown(shown_key: str, key: str, valid: tuple[str, ...], text: str, file: Path) -> str:
    from difflib import get_close_matches  # only for the message

    line = next((number for number, content in enumerate(text.split("\n"), 1) if _names(content, key)), None)
    where = f"{shown(file)}, line {line}" if line else shown(file)
    near = get_close_matches(key, valid, n=1, cutoff=0.0)[0]
    return f"{where}: unknown key {shown(shown_key)}. The nearest that exists is {near}."


def _names(line: str, key: str) -> bool:
    """The line gives the key a value or opens its table."""
    return re.match(rf"""\s*(\[+\s*)?(\w+\.)?["']?{re.escape(key)}["']?\s*[\].=]""", line) is not None
