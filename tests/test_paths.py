"""Completion of paths: what is there, in a folder's order, and never what a line cannot hold."""

import os
from pathlib import Path

import pytest
from textual.widgets import Input

from library import Library
from tests.stories import reading
from tui.actions import Situation
from tui.commandline import completions
from tui.keymaps import keymap
from tui.paths import NEW, NOTHING, path_completions
from tui.screens.ask import Ask
from tui.screens.prompt import Prompt


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder with pages, folders, hidden files and names that no line can hold."""
    for name in ("Pages", "pages of old", ".hidden"):
        (tmp_path / name).mkdir()
    (tmp_path / "Pages" / "Über uns.html").write_text("x")
    for name in ("page.txt", "letter.eml", ".secret", "page\x1b[31m.txt"):
        (tmp_path / name).write_text("x")
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def ways(typed: str, **how: bool) -> list[str]:
    return [path for path, told in path_completions(typed, **how) if told not in (NOTHING, NEW)]


def test_files_and_folders_that_begin_so_are_named(folder: Path) -> None:
    """Folders first and with a slash; capitals matter only where they were typed; hidden names only after a dot."""
    assert ways(f"{folder}/p") == [f"{folder}/Pages/", f"{folder}/pages of old/", f"{folder}/page.txt"]
    assert ways(f"{folder}/P") == [f"{folder}/Pages/"]
    assert ways(f"{folder}/.") == [f"{folder}/.hidden/", f"{folder}/.secret"]
    assert ways(f"{folder}/p", folders_only=True) == [f"{folder}/Pages/", f"{folder}/pages of old/"]
    assert ways(f"{folder}/Pages/ü") == [f"{folder}/Pages/Über uns.html"]


def test_the_home_folder_and_the_current_one_are_known(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was typed stays as it was typed."""
    monkeypatch.chdir(folder)

    assert ways("~/le") == ["~/letter.eml"]
    assert ways("le") == ["letter.eml"]


@pytest.mark.parametrize("typed", ["/nowhere/at all", "nothing", "~nobody/x", "a\0b", "x" * 5000])
def test_what_leads_nowhere_is_told(typed: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In words, whatever was typed; a folder to write to may be new."""
    monkeypatch.chdir(folder)

    assert path_completions(typed) == [(typed, NOTHING)]
    assert path_completions(typed, folders_only=True) == [(typed, NEW)]


def test_a_folder_that_may_not_be_read_is_passed_over(folder: Path) -> None:
    """It is named itself, but what is in it is not known."""
    (folder / "Pages").chmod(0)
    try:
        found = path_completions(f"{folder}/Pages/")
    finally:
        (folder / "Pages").chmod(0o700)

    assert os.geteuid() == 0 or found == [(f"{folder}/Pages/", NOTHING)]


def test_commands_that_take_a_path_complete_it(folder: Path) -> None:
    """:add files and folders, :export folders."""
    added = completions(f"add {folder}/P", Situation(), keymap())
    exported = completions(f"export {folder}/l", Situation(), keymap())

    assert [(way.text, way.help) for way in added] == [(f"add {folder}/Pages/", "folder")]
    assert [(way.text, way.help) for way in exported] == [(f"export {folder}/l", NEW)]


async def test_tab_goes_into_the_only_folder_there_is(library: Library, folder: Path) -> None:
    """In the dialog and on the command line alike; the next Tab goes on from there."""
    async with reading(library) as story:
        await story.press("a")
        await story.showing(Ask)
        field = story.app.screen.query_one(Input)
        field.value = "~/P"
        await story.pilot.pause()
        await story.press("tab")
        assert field.value == "~/Pages/"
        await story.press("tab")
        assert field.value == "~/Pages/Über uns.html"
        field.value = "~/nothing"
        await story.pilot.pause()
        assert NOTHING in story.text
        await story.press("escape", ":")
        await story.showing(Prompt)
        field = story.app.screen.query_one(Input)
        field.value = "add ~/p"
        await story.pilot.pause()
        assert "add ~/Pages/" in story.text
        await story.press("tab", "tab")
        assert field.value == "add ~/pages of old/"
