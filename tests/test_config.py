"""The configuration file and the places of things: what counts over what, and messages that help."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from library import Library
from library.config import EXPORT_FOLDER, Config, export_folder, load
from library.errors import ConfigError
from library.export.preset import Preset
from library.paths import config_file, data_folder, documents_folder


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_no_file_means_the_defaults(file: Path) -> None:
    """Nobody has to write one; but one that was named has to be there."""
    assert load(file) == Config(export_folder=None, preset=Preset.OBSIDIAN)
    with pytest.raises(ConfigError, match=r"config\.toml does not exist.*--config"):
        load(file, must_exist=True)


def test_what_it_says_counts(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder may begin with ~, and is relative to the file otherwise."""
    monkeypatch.setenv("HOME", "/home/reader")
    file.write_text('[export]\nfolder = "~/notes"\npreset = "plain"\n')
    home = load(file)
    file.write_text('[export]\nfolder = "notes"\n')

    assert home == Config(Path("/home/reader/notes"), Preset.PLAIN)
    assert load(file) == Config(file.parent / "notes", Preset.OBSIDIAN)


@pytest.mark.parametrize(("text", "says"), [
    ('[export]\nfoldr = "x"', r"config\.toml, line 2: unknown key export\.foldr\. The nearest that exists is folder"),
    ('[export]\npresets = "plain"', r"line 2: unknown key export\.presets\. The nearest that exists is preset"),
    ('# note\n\n[exports]\nfolder = "x"', r"line 3: unknown key \[exports\]\. The nearest that exists is export"),
    ('folder = "x"', r"line 1: unknown key folder\. The nearest that exists is export"),
    ('export.foldr = "x"', r"line 1: unknown key export\.foldr"),
    ('export = "x"', r"export is a table\. Write \[export\]"),
    ("[export]\nfolder = 3", r"export\.folder is the path of a folder"),
    ('[export]\nfolder = " "', r"export\.folder is the path of a folder"),
    ('[export]\npreset = "hugo"', r'export\.preset is "obsidian" or "plain"'),
    ("[export]\npreset = []", r'export\.preset is "obsidian" or "plain"'),
    ("[export]\nfolder = notes", r"is not valid TOML.*line 2"),
    ("[export\n", "is not valid TOML"),
])
def test_a_mistake_is_told_with_its_remedy(file: Path, text: str, says: str) -> None:
    """Each message names the file, where it is wrong, and what would be right."""
    file.write_text(text)

    with pytest.raises(ConfigError, match=says):
        load(file)


def test_a_file_that_cannot_be_read_is_named(file: Path) -> None:
    """A folder in its place, or text in another encoding."""
    file.write_bytes('[export]\nfolder = "café"'.encode("latin-1"))
    with pytest.raises(ConfigError, match="not UTF-8"):
        load(file)
    file.unlink()
    file.mkdir()
    with pytest.raises(ConfigError, match="cannot be read"):
        load(file)


def test_the_file_counts_over_the_choice_and_the_choice_over_the_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The export folder: configured, else last chosen in the application, else newsreader in the documents."""
    monkeypatch.setattr("library.config.documents_folder", lambda: Path("/documents"))
    with closing(Library.open(tmp_path, now=lambda: datetime(2026, 11, 22, tzinfo=UTC))) as library:
        default = export_folder(Config(), library)
        library.set_setting(EXPORT_FOLDER, "/chosen")
        chosen = export_folder(Config(), library)
        configured = export_folder(Config(export_folder=Path("/configured")), library)

    assert (default, chosen, configured) == (Path("/documents/newsreader"), Path("/chosen"), Path("/configured"))


def test_the_library_is_where_it_was_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """--library counts over NEWSREADER_LIBRARY, which counts over the platform's folder; always absolute."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    environ = {"NEWSREADER_LIBRARY": "~/news"}

    assert data_folder(Path("here"), environ) == tmp_path / "here"
    assert data_folder(None, environ) == tmp_path / "home" / "news"
    assert data_folder(None, {"NEWSREADER_LIBRARY": ""}) == data_folder(None, {})
    assert data_folder(None, {}).name == "newsreader"
    assert data_folder(None, {}).is_absolute()


def test_the_configuration_is_where_it_was_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """--config, else config.toml in the platform's folder."""
    monkeypatch.chdir(tmp_path)

    assert config_file(Path("my.toml"), {}) == tmp_path / "my.toml"
    assert config_file(None, {}).parts[-2:] == ("newsreader", "config.toml")
    assert documents_folder().is_absolute()
