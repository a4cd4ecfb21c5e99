"""README promises only what is there: its keys are the registry's, its pictures exist, its commands are the gate's."""

import re

from tests.conftest import ROOT
from tui.actions import ACTIONS
from tui.keymaps import key_table, shown

README = (ROOT / "README.md").read_text("utf8")


def test_the_table_of_all_keys_is_the_registrys() -> None:
    """Written by `python -c "from tui.keymaps import key_table; print(key_table())"`."""
    assert key_table() in README


def test_the_ten_keys_to_begin_with_exist() -> None:
    """Each key that the first table names does something."""
    table = README.split("## Ten keys to begin with")[1].split("##")[0]
    keys = re.findall(r"^\| (`.*`) \|", table, re.MULTILINE)
    known = {shown(key) for action in ACTIONS for key in action.keys}

    assert len(keys) == 10
    for row in keys:
        for key in re.findall(r"`([^`]+)`", row):
            assert key in known, key


def test_pictures_exist() -> None:
    """No broken picture on the first page a stranger sees."""
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README)

    assert pictures
    for picture in pictures:
        assert (ROOT / picture).stat().st_size > 1000


def test_the_two_commands_stand_alone() -> None:
    """One line each, for a machine with Python and a clone: the reader, and the tests."""
    lines = [line.strip() for line in README.splitlines() if line.startswith("    python3 -m venv")]

    assert len(lines) == 2
    assert lines[0].endswith("&& .venv/bin/newsreader")
    assert lines[1].endswith("&& .venv/bin/python -m pytest")
