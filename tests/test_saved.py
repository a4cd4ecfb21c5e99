"""Saved lists: what narrows a list, kept under a name beside the sources."""

import json

from library import Library
from library.records import Selection
from library.saved import Saved
from tests.conftest import Command
from tests.stories import reading


def test_a_list_is_saved_replaced_and_forgotten(library: Library) -> None:
    """By its name without control signs; what had the name before is told, so that it can come back."""
    first = Saved("Nato", Selection(matching="nato"))
    other = Saved(" N\x07ato ", Selection(query="org:nato", unread=True))
    assert library.save(first) is None
    assert library.save(other) == first
    assert library.saved() == (Saved("Nato", other.selection),)
    library.forget("Nato")
    library.forget("Nato")

    assert library.saved() == ()


def test_a_list_that_cannot_be_read_is_left_out(library: Library) -> None:
    """As one that a newer newsreader wrote."""
    library.save(Saved("Old", Selection()))
    with library._database.write() as connection:
        connection.execute("insert into saved values ('New', '{\"unread\": \"often\"}')")

    assert [saved.name for saved in library.saved()] == ["Old"]


async def test_a_narrowed_list_is_saved_by_key_and_goes_on_being_narrowed(library: Library) -> None:
    """Its row shows it, words narrow it further, the next start comes back to it, and every step is undone."""
    async with reading(library) as story:
        await story.press("/", *"blinken", "enter")
        await story.until(lambda: story.rows >= 2)
        found = story.rows
        await story.press("B", *["backspace"] * 7, *"Mine", "enter")
        await story.until(lambda: library.saved() == (Saved("Mine", Selection(matching="blinken")),))
        await story.until(lambda: "Mine" in [row.label for row in story.reader.source_list.rows])
        await story.press("h")
        story.reader.source_list.select(Selection(matching="blinken"))
        story.reader.source_list.announce()
        await story.until(lambda: story.reader.selection == Selection(matching="blinken"))
        await story.until(lambda: story.rows == found)
        story.reader.run_line("filter nato")
        await story.until(lambda: story.rows == 1)
        await story.press("q")
    async with reading(library) as story:
        assert story.reader.selection == Selection(matching="blinken")
        await story.until(lambda: story.rows == found)
        assert "Mine" in story.text
        await story.press("h", "C", *["backspace"] * 4, *"Ours", "enter")
        await story.until(lambda: [saved.name for saved in library.saved()] == ["Ours"])
        await story.until(lambda: story.reader.source_list.current.label == "Ours")
        await story.press("delete")
        await story.until(lambda: library.saved() == ())
        await story.press("2", "u")
        await story.until(lambda: [saved.name for saved in library.saved()] == ["Mine"])


async def test_a_list_that_is_there_anyway_is_not_saved(library: Library) -> None:
    """All articles have a row; a second one would be a riddle."""
    async with reading(library) as story:
        story.reader.run_line("save Everything")
        await story.until(lambda: "This list has a row of its own already." in story.toasts)
        assert library.saved() == ()


def test_the_command_line_says_what_is_muted(newsreader: Command, library: Library) -> None:
    """On standard error, and lists it when asked."""
    folder = str(library.folder)
    library.mute("lavrov")
    hidden = library.count(Selection(muted=True))
    listed = newsreader("list", "--library", folder, "--json")
    muted = newsreader("list", "--library", folder, "--muted", "--json")

    assert 0 < hidden < 3
    assert f"What is muted ({hidden}) is left out" in listed.stderr.decode()
    assert len(listed.stdout.splitlines()) == 3 - hidden
    assert len([json.loads(line) for line in muted.stdout.splitlines()]) == hidden
    assert muted.stderr == b""
