"""The configuration file: optional, TOML, read and never written.

    [export]
    folder = "~/notes/news"     # where `e` and `newsreader export` write
    preset = "obsidian"         # or "plain": no front matter
    [entities]
    engine = "spacy:en_core_web_sm"  # who finds names; left out: the built-in recogniser

A misspelt key that is silently ignored is a setting that seems not to work; so every unknown name is an error
that says where it stands and what was probably meant.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from library.config_file import ConfigFile, read
from library.export.preset import Preset
from library.paths import documents_folder

if TYPE_CHECKING:
    from library import Library

EXPORT_FOLDER = "export.folder"
"""The name of the setting that remembers the export folder chosen in the application."""

TABLES: Mapping[str, Sequence[str] | None] = {
    "export": ("folder", "preset"), "entities": ("engine",), "keys": None, "screen": None, "macros": None,
}
"""The tables there are and their keys; None: the screen's own, which it checks itself."""


class Config(Struct, frozen=True):
    """What the configuration file says; what it does not say is at its default."""

    export_folder: Path | None = None
    """Absolute; None: the file names none."""
    preset: Preset = Preset.OBSIDIAN
    engine: str = ""
    """Who finds names, as library/engines names them; "": the built-in recogniser."""


def load(file: Path, *, must_exist: bool = False) -> Config:
    """The configuration in this file; the defaults when there is no such file, unless it `must_exist`.

    Raises ConfigError, which names the file, the key and the remedy.
    """
    written = read(file, must_exist=must_exist)
    return Config() if written is None else _config(written)


def export_folder(config: Config, library: Library) -> Path:
    """Where exported articles go: the configured folder, else the one last chosen, else newsreader in Documents."""
    if config.export_folder is not None:
        return config.export_folder
    chosen = library.setting(EXPORT_FOLDER)
    return Path(chosen) if chosen else documents_folder() / "newsreader"


def _config(written: ConfigFile) -> Config:
    for name, table in written.tables.items():
        if name not in TABLES:
            raise written.unknown(f"[{name}]" if isinstance(table, dict) else name, name, tuple(TABLES))
        known = TABLES[name]
        for key in written.table(name):
            if known is not None and key not in known:
                raise written.unknown(f"{name}.{key}", key, known)
    return Config(_folder(written), _preset(written), _engine(written))


def _engine(written: ConfigFile) -> str:
    setting = written.table("entities").get("engine", "")
    if not isinstance(setting, str):
        raise written.wrong("entities", "engine", 'is the name of an engine, such as "spacy:en_core_web_sm".')
    return setting


def _folder(written: ConfigFile) -> Path | None:
    folder = written.table("export").get("folder")
    if folder is None:
        return None
    if not isinstance(folder, str) or not folder.strip() or "\0" in folder:
        raise written.wrong("export", "folder", 'is the path of a folder, such as "~/notes/news".')
    try:
        path = Path(folder).expanduser()
    except RuntimeError as error:
        raise written.wrong("export", "folder", f"names no home directory ({folder}). Give a full path.") from error
    return written.file.absolute().parent / path  # relative to the file, wherever the program was started


def _preset(written: ConfigFile) -> Preset:
    preset = written.table("export").get("preset", Preset.OBSIDIAN)
    if preset not in tuple(Preset):
        raise written.wrong("export", "preset", "is " + " or ".join(f'"{name}"' for name in Preset) + ".")
    return Preset(preset)
