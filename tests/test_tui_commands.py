"""Stories about commands: the line after a colon, trying colours, and a configuration that changes meanwhile."""

import os
from pathlib import Path

from textual.widgets import Input

from library import Library
from library.records import Selection
from tests.stories import reading
from tui.inks import TERMINAL
from tui.screens.choose import Choose
from tui.screens.prompt import Prompt
from tui.screens.reader import Reader


async def test_a_command_is_completed_and_done(library: Library) -> None:
    """A colon, a few letters, Tab, Enter; the arrow up brings it back."""
    async with reading(library) as story:
        await story.press("colon")
        await story.showing(Prompt)
        await story.press(*"mark-al")
        assert "Mark the whole list read." in story.text
        await story.press("tab")
        assert story.app.screen.query_one(Input).value == "mark-all-read"
        await story.press("tab")
        assert story.app.screen.query_one(Input).value == "mark-al"
        await story.press("shift+tab", "enter")
        await story.until(lambda: library.count(Selection(unread=True)) == 0)
        await story.press("colon")
        await story.showing(Prompt)
        await story.press("up")
        assert story.app.screen.query_one(Input).value == "mark-all-read"
        await story.press("down", "backspace")
        await story.showing(Reader)


async def test_settings_are_changed_by_name(library: Library) -> None:
    """:set tells, changes, and refuses in words."""
    async with reading(library, size=(160, 40)) as story:
        for line in ("set width 60", "set rows one", "set width", "set width 7", "set wdth 60", "sort up",
                     "theme pink", "keys emacs", "sort title", "keys arrows", "stra"):
            story.reader.run_line(line)
            await story.settle()

        assert (story.reader.view.column, story.reader.article_list.one_line) == (60, True)
        assert "width is 60. Characters of a line of the text." in story.toasts
        assert "width is between 40 and 120." in story.toasts
        assert any(toast.startswith("There is no setting wdth.") for toast in story.toasts)
        assert any(toast.startswith("Themes are terminal, dark") for toast in story.toasts)
        assert "Keymaps are vim, newsboat, arrows." in story.toasts
        assert "F1 all keys" in story.text


async def test_things_are_added_and_exported_by_name(library: Library, tmp_path: Path) -> None:
    """:add and :export with a path; a row by its number."""
    page = tmp_path / "page.txt"
    page.write_text("A river rises\n\nThe river Ister rose by two metres on Monday, officials in Ruritania said.\n")
    async with reading(library) as story:
        story.reader.run_line(f"add {page}")
        await story.until(lambda: story.rows == 4)
        story.reader.run_line("3")
        await story.arrive(2)
        story.reader.run_line(f"export {tmp_path / 'out'}")
        await story.until(lambda: len(list((tmp_path / "out").glob("*.md"))) == 1)
        story.reader.run_line(f"add {tmp_path / 'nothing'}")
        await story.until(lambda: any("nothing" in toast for toast in story.toasts))


async def test_a_query_narrows_the_list_and_its_mistakes_are_told_in_place(library: Library) -> None:
    """person: and the like find by entities; what is wrong with a query stands where the articles would."""
    async with reading(library) as story:
        story.reader.run_line("filter person:putin org:nato")
        await story.until(lambda: story.rows == 2)
        story.reader.run_line("filter persn:blinken")
        await story.until(lambda: story.rows == 0)
        assert "person" in story.text


async def test_colours_are_tried_and_kept_or_not(library: Library) -> None:
    """The screen changes as the cursor moves; Esc brings back what was, Enter keeps and remembers."""
    async with reading(library) as story:
        await story.press("f9")
        await story.showing(Choose)
        await story.press("j", "j")
        assert story.app.theme == "light"
        await story.press("escape")
        await story.showing(Reader)
        assert story.app.theme == TERMINAL
        await story.press("f9")
        await story.showing(Choose)
        await story.press("k", "enter")
        await story.showing(Reader)
        assert story.app.theme == "okabe-ito"
    async with reading(library) as story:
        assert story.app.theme == "okabe-ito"


async def test_a_configuration_that_is_saved_counts_at_once(library: Library, tmp_path: Path) -> None:
    """Keys, colours and sizes change; a mistake is told with its line and changes nothing."""
    file = tmp_path / "config.toml"
    async with reading(library, size=(160, 40), config_file=file) as story:
        file.write_text('[keys]\nstar = "x"\n[screen]\ntheme = "dark"\nwidth = 50\n')
        story.reader.look_at_config()
        await story.until(lambda: story.reader.view.column == 50)
        assert story.app.theme == "dark"
        await story.press("x")
        await story.until(lambda: library.count(Selection(starred=True)) == 1)
        story.reader.run_line("set width 60")
        await story.until(lambda: any(toast.startswith("The configuration file fixes") for toast in story.toasts))
        file.write_text('[keys]\nstarr = "x"\n')
        os.utime(file, (1, 1))
        story.reader.look_at_config()
        await story.until(lambda: any("line 2: unknown action keys.starr" in toast for toast in story.toasts))
        assert story.app.theme == "dark"
