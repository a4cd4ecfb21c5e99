"""The text of the configuration file, and where in it something stands.

Each room of the house reads its own tables of one file; without this they would each word the same mistakes in
another way, and none would know the line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from library.errors import ConfigError
from library.files import shown


class ConfigFile(Struct, frozen=True):
    """A file that is valid TOML; what it says is not checked yet."""

    file: Path
    text: str
    tables: dict[str, Any]
    """By name, as TOML has them."""

    def table(self, name: str) -> dict[str, Any]:
        """What stands below [name]; {} when nothing does. Raises ConfigError when the name is no table's."""
        table = self.tables.get(name, {})
        if not isinstance(table, dict):
            raise ConfigError(f"{shown(self.file)}: {name} is a table. Write [{name}] on a line of its own.")
        return table

    def wrong(self, table: str, key: str, sentence: str) -> ConfigError:
        """What to raise about the value of a key. The sentence goes on from the key: "is a number."."""
        return ConfigError(f"{self._place(key)}: {table}.{key} {sentence}")

    def unknown(self, written: str, key: str, known: Sequence[str], what: str = "key") -> ConfigError:
        """What to raise about a name that nothing has. `written` is how it is quoted, `known` what there is."""
        return ConfigError(
            f"{self._place(key)}: unknown {what} {shown(written)}. The nearest that exists is {nearest(key, known)}."
        )

    def not_among(self, table: str, key: str, value: object, known: Sequence[str]) -> ConfigError:
        """What to raise about a value that is none of those there are."""
        choice = f"{', '.join(known)}; the nearest to {shown(str(value))} is {nearest(str(value), known)}"
        return self.wrong(table, key, f"is one of {choice}.")

    def _place(self, key: str) -> str:
        """"config.toml, line 3": where the key is given a value or opens its table."""
        lines = enumerate(self.text.split("\n"), 1)
        line = next((number for number, content in lines if _names(content, key)), None)
        return f"{shown(self.file)}, line {line}" if line else shown(self.file)


def read(file: Path, *, must_exist: bool = False) -> ConfigFile | None:
    """The file; None when there is none, unless it `must_exist`.

    Raises ConfigError, which names the file and the remedy, when it cannot be read or is no TOML.
    """
    try:
        text = file.read_bytes().decode("utf-8")
    except FileNotFoundError as error:
        if must_exist:
            raise ConfigError(f"{shown(file)} does not exist. Check the path after --config.") from error
        return None
    except OSError as error:
        raise ConfigError(f"{shown(file)} cannot be read ({error.strerror}). Check its permissions.") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{shown(file)} is not UTF-8 text. Save it again as UTF-8.") from error
    import tomllib  # only when there is a file to read

    try:
        return ConfigFile(file, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{shown(file)} is not valid TOML: {error}. Text values stand in double quotes.") from error


def nearest(name: str, known: Sequence[str]) -> str:
    """The known name that is spelled most like this one."""
    from difflib import get_close_matches  # only for a message

    return get_close_matches(name, known, n=1, cutoff=0.0)[0]


def _names(line: str, key: str) -> bool:
    """The line gives the key a value or opens its table."""
    return re.match(rf"""\s*(\[+\s*)?(\w+\.)?["']?{re.escape(key)}["']?\s*[\].=]""", line) is not None
