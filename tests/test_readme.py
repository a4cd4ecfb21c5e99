"""README promises only what is there: its keys are the registry's, its pictures exist, its commands are the gate's."""

import re
from argparse import ArgumentParser
from importlib import import_module

from library.config import TABLES
from tests.conftest import ROOT
from tui.actions import ACTIONS
from tui.keymaps import key_table, shown
from tui.settings import SETTINGS
from tui.verbs import VERBS
from tui.verbs.sample import sample

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


def test_every_setting_is_in_the_sample_configuration() -> None:
    """README's and the one that `doctor --write-config` writes name each table and each key of it."""
    for text in (README.split("## Where things are")[1].split("## Queries")[0], sample()):
        for table, keys in TABLES.items():
            assert f"[{table}]" in text
            for key in keys or ():
                assert re.search(rf"^\W*{key} = ", text, re.MULTILINE), key
        for setting in SETTINGS:
            assert re.search(rf"^\W*{setting.name} = ", text, re.MULTILINE), setting.name


def test_every_verb_is_told() -> None:
    """With the options that are its own."""
    told = README.split("## Command line")[1].split("## Where things are")[0]
    for verb in VERBS:
        assert re.search(rf"\b{verb}\b", told), verb
        parser = ArgumentParser()
        import_module(f"tui.verbs.{verb}").add_arguments(parser)
        for option in re.findall(r"--[a-z-]+", parser.format_usage()):
            assert option in told, f"{verb} {option}"


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
