"""Stories of names: who is this, where else, and what the reader says about them."""

from textual.widgets import Input, OptionList

from library import Library
from library.entities.records import AlertKind
from library.records import Selection
from parsers.article import Entity
from tests.stories import Story, reading
from tui.screens.ask import Ask
from tui.screens.entity_card import EntityCard
from tui.screens.names import Names
from tui.screens.world import World


async def to_name(story: Story, name: str) -> None:
    """Step to the first mention of a name in the open article."""
    await story.press("l")
    for _ in range(200):
        await story.pilot.press("]", "e")
        mention = story.reader.view.current_mention
        if mention is not None and mention.text == name:
            await story.settle()
            return
    raise AssertionError(f"{name} is not marked in this article")


async def test_enter_on_a_name_opens_its_card_and_esc_brings_everything_back(library: Library) -> None:
    """The card says who it is and quotes every article; the article under it has not moved."""
    async with reading(library) as story:
        await to_name(story, "Antony J. Blinken")
        before, top = story.title, story.reader.view.scroll_offset.y
        await story.press("enter")
        await story.showing(EntityCard)
        await story.settle()

        assert "Antony J. Blinken" in story.text
        assert "3 articles" in story.text
        assert "Secretary of State" in story.text

        await story.press("escape")
        assert story.app.screen is story.reader
        assert (story.title, story.reader.view.scroll_offset.y) == (before, top)


async def test_where_else_lists_the_articles_and_esc_goes_back(library: Library) -> None:
    """`*` narrows the list to articles that name it; Esc brings back the list that was there."""
    async with reading(library) as story:
        await to_name(story, "Antony J. Blinken")
        title = story.title
        await story.press("*")
        await story.until(lambda: bool(story.reader.selection.entities))
        await story.settle()

        assert story.rows == 3
        assert "Antony J. Blinken" in story.text.split("\n")[0]
        assert story.reader.pane == "articles"

        await story.press("escape")
        await story.settle()
        assert story.reader.selection == Selection()
        assert story.title == title


async def test_without_a_name_the_keys_say_what_to_do(library: Library) -> None:
    """A key that cannot do anything tells the way."""
    async with reading(library) as story:
        await story.press("l", "*")

        assert story.toasts[-1] == "Go to a name first: ]e finds the next one."


async def test_the_names_of_the_article_and_of_the_library_are_listed(library: Library) -> None:
    """Tab turns to the whole library, a few letters find a name, Enter opens its card."""
    async with reading(library) as story:
        await story.press("i")
        await story.showing(Names)
        await story.settle()
        here = story.app.screen.query_one(OptionList).option_count
        await story.press("tab")
        assert story.app.screen.query_one(OptionList).option_count > here
        await story.press("/")
        story.app.screen.query_one(Input).value = "lavr"
        await story.pilot.pause()
        await story.settle()
        assert "Sergei Lavrov" in story.text
        await story.press("enter", "enter")
        await story.showing(EntityCard)


async def test_a_renamed_entity_is_called_so_and_undo_takes_it_back(library: Library) -> None:
    """The reader's word stands above what the pages say."""
    async with reading(library) as story:
        await to_name(story, "Antony J. Blinken")
        await story.press("enter")
        await story.showing(EntityCard)
        await story.settle()
        await story.press("R")
        await story.pilot.pause()
        story.app.screen.query_one(Input).value = "Tony Blinken"
        await story.press("enter")
        await story.until(lambda: library.entities.search("tony blinken") != [])
        await story.settle()
        assert [row.name for row in library.entities.search("tony blinken")] == ["Tony Blinken"]

        await story.press("escape", "u")
        await story.until(lambda: [row.name for row in library.entities.search("blinken")] == ["Antony J. Blinken"])


async def test_an_ignored_name_leaves_the_lists(library: Library) -> None:
    """`i` on a card; it is still counted, and `i` again takes it back in."""
    async with reading(library) as story:
        await to_name(story, "NATO")
        await story.press("enter")
        await story.showing(EntityCard)
        await story.settle()
        await story.press("i")
        await story.until(lambda: "NATO" not in [row.name for row in library.entities.top(("ORG",))])
        await story.settle()
        await story.press("i")
        await story.until(lambda: "NATO" in [row.name for row in library.entities.top(("ORG",))])


async def test_the_marks_of_names_go_through_kinds_and_off(library: Library) -> None:
    """All, people, organisations, places, none, all."""
    async with reading(library) as story:
        told = []
        for _ in range(5):
            await story.press("I")
            told.append(story.toasts[-1])

        assert told == ["People are marked.", "Organisations are marked.", "Places are marked.", "No names are marked.",
                        "All names are marked."]


async def test_a_map_shows_the_places_of_the_article(library: Library) -> None:
    """W opens it, Esc closes it."""
    async with reading(library) as story:
        await story.press("W")
        await story.showing(World)
        await story.settle()
        assert "Brussels" in story.text
        await story.press("escape")
        assert story.app.screen is story.reader


async def test_names_and_titles_are_never_markup(library: Library) -> None:
    """What looks like markup stands on card, lists, map and toasts letter by letter, and breaks none of them."""
    hostile = "Red [/b] [@click=app.quit]press[/] [$x"
    library.entities.rename(library.entities.search("Antony J. Blinken")[0].id, hostile)
    async with reading(library, (160, 40)) as story:
        await to_name(story, "Antony J. Blinken")
        await story.press("enter")
        await story.showing(EntityCard)
        await story.settle()
        assert hostile in story.text
        await story.press("w", "enter")
        await story.until(lambda: any(hostile in told for told in story.toasts))

        await story.press("escape", "i")
        await story.showing(Names)
        await story.settle()
        assert "Red [/b] [@click=app.quit]press" in story.text

        await story.press("escape")
        story.app.push_screen(World(hostile, [Entity("1", "Nowhere [/i]", "GPE", count=1)], story.reader.palette))
        await story.showing(World)
        await story.until(lambda: "not on the map: Nowhere [/i]" in story.text)
        assert hostile in story.text


async def test_a_toast_is_clean(library: Library) -> None:
    """A sentence may quote what a command or a foreign engine said: no sequence goes through, no markup counts."""
    async with reading(library) as story:
        story.reader.say("It ended: \x1b[2J[/b] x", title="\x1b]0;t\x07[/i]", alarming=True)
        await story.until(lambda: "[2J[/b] x" in story.text)
        assert "\x1b" not in story.text


async def test_a_map_shows_the_places_of_all_articles_of_the_list(library: Library) -> None:
    """gW: each place once an article that names it."""
    async with reading(library) as story:
        await story.press("g", "W")
        await story.showing(World)
        await story.settle()
        await story.until(lambda: "Brussels 3" in story.text)


async def test_a_name_is_watched_as_its_reader_wants_and_let_go_again(library: Library) -> None:
    """`w` on a card asks what to tell of, and ends it the next time."""
    async with reading(library) as story:
        await to_name(story, "NATO")
        await story.press("enter")
        await story.showing(EntityCard)
        await story.settle()
        await story.press("w", "j", "enter")
        await story.until(lambda: [watch.kind for watch in library.entities.watches()] == [AlertKind.COMEBACK])
        await story.settle()
        await story.press("w")
        await story.until(lambda: library.entities.watches() == [])


async def test_two_names_are_watched_together(library: Library) -> None:
    """The first article that names both is told; a name that nobody has is refused in words."""
    async with reading(library) as story:
        await to_name(story, "NATO")
        await story.press("enter")
        await story.showing(EntityCard)
        await story.settle()
        await story.press("w", "k", "enter")
        await story.showing(Ask)
        story.app.screen.query_one(Input).value = "Nobody Atall"
        await story.press("enter")
        await story.until(lambda: "Nobody in the library is called Nobody Atall." in story.text)
        story.app.screen.query_one(Input).value = "Antony J. Blinken"
        await story.press("enter")
        await story.until(lambda: [watch.kind for watch in library.entities.watches()] == [AlertKind.TOGETHER])
        await story.settle()

        assert {row.name for row in library.entities.watches()[0].entities} == {"NATO", "Antony J. Blinken"}


async def test_u_on_a_card_takes_back_and_says_what(library: Library) -> None:
    """The card shows the name as it was; with nothing left to take back it says so."""
    async with reading(library) as story:
        await to_name(story, "NATO")
        await story.press("enter")
        await story.showing(EntityCard)
        await story.settle()
        await story.press("i")
        await story.until(lambda: "organisation · ignored" in story.text)
        await story.press("u")
        await story.until(lambda: any(told.startswith("Taken back") for told in story.toasts))
        await story.until(lambda: "organisation · ignored" not in story.text)
        await story.press("u")
        await story.until(lambda: "Nothing to undo." in story.toasts)
