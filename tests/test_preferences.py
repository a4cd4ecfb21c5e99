"""What a reader prefers: the configuration's tables for the screen, what is remembered, and mistakes with remedies."""

from pathlib import Path

import pytest

from library.config import load
from library.config_file import read
from library.errors import ConfigError
from tests.conftest import Command
from tui.actions import BY_ID
from tui.keynames import wrong_key
from tui.preferences import Preferences, preferences
from tui.settings import BY_NAME, SETTINGS, checked, typed
from tui.verbs.sample import sample


def of(text: str, tmp_path: Path, memory: dict[str, str] | None = None) -> Preferences:
    """The preferences of a file with this text."""
    file = tmp_path / "config.toml"
    file.write_text(text, encoding="utf-8")
    load(file)  # the library's own tables do not mind the screen's
    return preferences(read(file), (memory or {}).get)


def test_without_a_file_everything_is_at_its_default() -> None:
    """Nobody has to write one."""
    assert preferences(None) == Preferences()
    assert Preferences().number("width") == 72


def test_the_file_counts_over_what_is_remembered_and_that_over_the_default(tmp_path: Path) -> None:
    """A setting that stands in the file is fixed; one that makes no sense any more is forgotten."""
    remembered = {"screen.width": "60", "screen.rows": "one", "screen.sort": "backwards", "macros": "{"}
    found = of('[screen]\nwidth = 66\nmouse = false\n', tmp_path, remembered)

    assert [found.values[name] for name in ("width", "rows", "sort", "mouse")] == [66, "one", "newest", False]
    assert found.fixed == {"width", "mouse"}


def test_keys_and_macros_are_read(tmp_path: Path) -> None:
    """One key or a list of them; a macro is keys in a row, and the file's counts over a recorded one."""
    found = of('[keys]\npreset = "newsboat"\nstar = ["x", "g x"]\nquit = "Z"\nundo = []\n[macros]\na = "] e X"\n',
               tmp_path, {"macros": '{"a": ["j"], "b": ["k"]}'})
    keys = found.keymap()

    assert keys.of(BY_ID["star"]) == ("x", "g x")
    assert keys.of(BY_ID["undo"]) == ()
    assert found.macros == {"a": ("]", "e", "X"), "b": ("k",)}


@pytest.mark.parametrize(("text", "says"), [
    ("[keys]\nstarr = \"x\"", r"config\.toml, line 2: unknown action keys\.starr\. The nearest that exists is star\."),
    ("[keys]\n\nstar = \"C-d\"", r'line 3: keys\.star has no key "C-d"\. The nearest that exists is "ctrl\+d"'),
    ("[keys]\nstar = \"<Esc>\"", r'The nearest that exists is "escape"'),
    ("[keys]\nstar = \"pagdown\"", r'The nearest that exists is "pagedown"'),
    ("[keys]\nstar = \"ctrl+m\"", r'keys\.star cannot be "ctrl\+m": a terminal sends enter for it'),
    ("[keys]\nstar = \"\"", r"keys\.star is no key"),
    ("[keys]\nstar = 3", r"keys\.star is a key or a list of keys"),
    ("[keys]\nstar = \"x\"\nundo = \"x y\"", r'line 3: keys\.undo has "x y", which star has as well or begins with'),
    ("[keys]\npreset = \"newsbeuter\"", r"line 2: keys\.preset is one of vim, newsboat, arrows; .* is newsboat\."),
    ("[keys]\npreset = 3", r"keys\.preset is one of vim"),
    ("[screen]\nwdth = 3", r"line 2: unknown key screen\.wdth\. The nearest that exists is width"),
    ("[screen]\nwidth = 3", r"line 2: screen\.width is between 40 and 120\."),
    ("[screen]\nwidth = true", r"screen\.width is a whole number\."),
    ("[screen]\nread_after = nan", r"screen\.read_after is between 0 and 3600\."),
    ("[screen]\nmouse = 1", r"screen\.mouse is true or false\."),
    ("[screen]\nrows = \"two\"", r'screen\.rows is "full" or "one"\.'),
    ("[macros]\nab = \"j\"", r"line 2: macros\.ab is called by one letter"),
    ("[macros]\na = [\"j\"]", r"macros\.a is the keys to press"),
    ("[macros]\na = \"j pgdn\"", r'The nearest that exists is "pagedown"'),
    ("keys = 3", r"keys is a table\. Write \[keys\]"),
])
def test_a_mistake_is_told_with_its_line_and_its_remedy(text: str, says: str, tmp_path: Path) -> None:
    """Whoever misspells is told what exists."""
    with pytest.raises(ConfigError, match=says):
        of(text, tmp_path)


@pytest.mark.parametrize("key", ["j", "é", "]", "+", "space", "f12", "ctrl+d", "alt+down", "ctrl+shift+f5", "shift+tab",
                                 "g g", "] e", "alt+x", "ctrl+@"])
def test_keys_that_exist(key: str) -> None:
    """Signs, names, and both with what is held down."""
    assert wrong_key(key) is None


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_may_have_its_default_and_says_what_it_does(setting) -> None:  # type: ignore[no-untyped-def]
    """And comes back the same from what the library remembers of it."""
    assert checked(setting, setting.default) == setting.default
    assert typed(setting, str(setting.default)) == setting.default
    assert setting.help.endswith(".")


def test_what_is_typed_is_checked() -> None:
    """Words for a switch, numbers for a number."""
    assert typed(BY_NAME["mouse"], "off") is False
    with pytest.raises(ValueError, match="is a number"):
        typed(BY_NAME["width"], "wide")
    with pytest.raises(ValueError, match="between"):
        typed(BY_NAME["width"], "7")


def test_the_sample_is_a_configuration_and_uncommented_it_says_the_defaults(tmp_path: Path) -> None:
    """So it tells the truth about every setting."""
    text = sample()
    settings = [line.removeprefix("# ") for line in text.split("[screen]")[1].splitlines() if " = " in line]

    assert of(text, tmp_path) == Preferences()
    assert of("[screen]\n" + "\n".join(settings), tmp_path).values == Preferences().values
    assert len(settings) == len(SETTINGS)


def test_the_sample_is_written_once_and_never_over_a_file(newsreader: Command, tmp_path: Path) -> None:
    """`newsreader doctor --write-config`; a mistake in the file is what doctor tells first."""
    file = tmp_path / "new" / "config.toml"
    first = newsreader("doctor", "--write-config", "--config", file)
    file_text = file.read_text("utf-8") if file.exists() else ""
    again = newsreader("doctor", "--write-config", "--config", file)

    assert (first.returncode, first.stdout.decode().strip(), file_text) == (0, str(file), sample())
    assert again.returncode == 1
    assert b"left as it is" in again.stderr
    file.write_text("[screen]\nwidth = 3\n")
    wrong = newsreader("doctor", "--config", file)
    assert wrong.returncode == 2
    assert b"line 2: screen.width is between 40 and 120" in wrong.stderr
