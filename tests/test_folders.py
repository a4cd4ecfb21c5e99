"""Folders of sources: paths that stay clean, what is inside which, and changes that can be taken back."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library import Library, folders
from library.errors import SourceError
from library.files import shown
from library.records import Selection
from tests.conftest import Command, now
from tests.stories import reading

PAGE = "The {0} ferry sails again\n\nThe ferry to {0} sails again after a winter in the yard, it was said on Monday.\n"


@pytest.fixture
def three(tmp_path: Path) -> Library:
    """Three sources with a page each; the page of the third cannot be read."""
    library = Library.open(tmp_path / "library", now=now)
    for name in ("north", "south", "east"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.txt").write_text(PAGE.format(name) if name != "east" else "")
        library.add(tmp_path / name)
    list(library.refresh())
    return library


@given(st.text(max_size=40) | st.text(alphabet="a /", min_size=folders.LONGEST_NAME))
def test_a_folder_is_called_what_can_be_shown(path: str) -> None:
    """No control signs, no empty names; cleaning twice changes nothing."""
    cleaned = folders.cleaned(path)

    assert folders.cleaned(cleaned) == cleaned
    assert shown(cleaned) == cleaned
    assert all(name == name.strip() != "" for name in cleaned.split("/")) or cleaned == ""


def test_a_folder_lists_what_its_sources_and_inner_folders_hold(three: Library) -> None:
    """An article in two sources of it is listed once; a folder whose name only begins alike is another one."""
    north, south, east = (source.id for source in three.sources())
    three.add(Path(three.sources()[0].location) / "page.txt")
    list(three.refresh())
    again = three.sources()[-1].id
    three.move({north: "World", again: "World/Europe", south: "Worldwide", east: ""})

    assert len(three.rows(Selection(folder="World"))) == three.count(Selection(folder="World")) == 1
    assert len(three.rows(Selection(folder="World", unread=True))) == 1
    assert len(three.rows(Selection(folder="Worldwide"))) == 1
    assert three.count(Selection(folder="Nowhere")) == 0


def test_moving_tells_where_the_sources_were(three: Library) -> None:
    """So that it can be undone; sources that are not there are passed over."""
    north, south, _ = (source.id for source in three.sources())
    three.move({north: " World // Europe "})

    assert three.move({north: "", south: "A", 99: "B"}) == {north: "World/Europe", south: ""}
    assert [source.folder for source in three.sources()] == ["", "A", ""]


def test_renaming_or_taking_apart_a_folder_is_moving_its_sources(three: Library) -> None:
    """Inner folders come along; others stay where they are."""
    north, south, east = (source.id for source in three.sources())
    three.move({north: "World/Europe", south: "World", east: "Worldwide"})
    sources = three.sources()

    assert folders.known(sources) == ["World", "World/Europe", "Worldwide"]
    assert folders.replaced(sources, "World", "Planet") == {north: "Planet/Europe", south: "Planet"}
    assert folders.replaced(sources, "World", "") == {north: "Europe", south: ""}


def test_a_source_can_be_called_something_else(three: Library) -> None:
    """Its former title comes back, so that it can be undone; spaces alone are no title."""
    north = three.sources()[0].id

    assert three.rename(north, " The \a North ") == "north"
    assert three.rename(north, "  ") == "The North"
    assert three.sources()[0].title == "The North"
    with pytest.raises(SourceError):
        three.rename(99, "x")


def test_pages_that_could_not_be_read_are_counted_and_told_by_source(three: Library) -> None:
    """Those of some sources, or of all."""
    north, _, east = (source.id for source in three.sources())

    assert [source.failing for source in three.sources()] == [0, 0, 1]
    assert three.failures([north]) == ()
    assert three.failures([east]) == three.failures() != ()


def test_the_command_line_adds_into_a_folder(newsreader: Command, tmp_path: Path) -> None:
    """The JSON of sources tells where each stands; adding again moves it."""
    (tmp_path / "page.txt").write_text(PAGE.format("north"))
    for folder in ("World", "World/ Sea"):
        newsreader("add", "--library", tmp_path / "library", "--folder", folder, tmp_path / "page.txt")
    told = [json.loads(line) for line in newsreader(
        "sources", "--library", tmp_path / "library", "--json").stdout.splitlines()]

    assert [source["folder"] for source in told if source["title"] == "page.txt"] == ["World/Sea"]


async def test_sources_are_put_into_folders_by_key_and_back_by_undo(three: Library) -> None:
    """F asks with the folders there are; the list, the counts and the fold follow; every step can be taken back."""
    async with reading(three) as story:
        await story.press("h", "g", "g", "j")
        await story.press("F")
        await story.press(*"World/Sea", "enter")
        await story.until(lambda: three.sources()[0].folder == "World/Sea")
        assert [row.label for row in story.reader.source_list.rows][:5] == ["All", "World", "Sea", "north", "south"]
        assert story.reader.source_list.current.label == "north"
        await story.press("h", "k")
        assert story.reader.source_list.current.label == "World"
        await story.until(lambda: story.rows == 1)
        await story.press("space")
        assert "Sea" not in [row.label for row in story.reader.source_list.rows]
        await story.press("l", "C", *["backspace"] * 5, *"Planet", "enter")
        await story.until(lambda: three.sources()[0].folder == "Planet/Sea")
        assert story.reader.selection == Selection(folder="Planet")
        await story.press("delete")
        await story.until(lambda: three.sources()[0].folder == "Sea")
        await story.press("3", "u")
        await story.until(lambda: three.sources()[0].folder == "")
        await story.press("2", "ctrl+r")
        await story.until(lambda: three.sources()[0].folder == "Planet/Sea")


async def test_folders_by_command_from_the_article_and_remembered(three: Library) -> None:
    """:move puts the article's source away; what is folded stays so at the next start; no folder goes into itself."""
    async with reading(three) as story:
        source = story.reader.article_list.current
        assert source is not None
        story.reader.run_line("move World")
        await story.until(lambda: [one.folder for one in three.sources() if one.id == source.source_id] == ["World"])
        await story.press("h")
        story.reader.source_list.select(Selection(folder="World"))
        story.reader.source_list.announce()
        await story.until(lambda: story.reader.selection == Selection(folder="World"))
        story.reader.run_line("move World/Deep")
        await story.until(lambda: "World cannot be put into itself." in story.toasts)
        await story.press("h", "q")
    async with reading(three) as story:
        assert story.reader.selection == Selection(folder="World")
        assert story.reader.source_list.current.folded
        await story.until(lambda: story.rows == 1)
        story.reader.run_line("move /")
        story.reader.run_line("rename Ships")
        await story.until(lambda: [one.folder for one in three.sources() if one.folder] == ["Ships"])


async def test_how_a_source_fares_stands_below_the_sources(three: Library) -> None:
    """When it was read, or how much could not be; the sentences stand in its list, and in that of its folder."""
    three.move({three.sources()[2].id: "Sea"})
    async with reading(three) as story:
        await story.press("h", "g", "g", "j")
        assert "1 source fails" in story.text
        await story.until(lambda: "page.txt" in story.text)
        await story.press("j")
        assert "not readable" in story.text
        await story.press("j")
        assert "read just now" in story.text
