"""Stories of looking around in an article: words, headings, links, and coming back to the same words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from library import Library
from tests.conftest import now
from tests.stories import Story, reading
from tui.screens.links import Links

WORDS = ("islanders", "boats", "sheep", "nets", "gulls", "ropes", "lamps", "tides", "storms", "piers", "barrels",
         "sails", "anchors", "winters", "letters")


def prose(count: int, seed: int = 0) -> str:
    """So many paragraphs, no two of them alike."""
    told = (f"Of {WORDS[n % 15]} and {WORDS[n * 7 % 15]} the harbour authority counted {n + 12} on day {n}, after a "
            f"storm had torn {WORDS[n * 4 % 15]} number {n} and the old {WORDS[n * 11 % 15]} from pier {n}."
            for n in range(seed, seed + count))
    return "".join(f"<p>{text}</p>" for text in told)


PAGE = f"""<html><head><title>No ferry</title><link rel="canonical" href="https://www.quay.example/ferry"></head><body>
<main><article><h1>No ferry to the outer islands this winter</h1>
<p>The ferry to the <a href="https://islands.example/outer">outer islands</a> will not sail this winter, the
<a href="/authority">harbour authority</a> said on Monday morning in Reykjavík.</p>{prose(8, 8)}
<h2>What the islanders say</h2>{prose(8, 16)}<h2>What comes next</h2>
<p>A replacement has been ordered from <a href="https://yard.example/orders">the yard</a> in the south, and it is
expected to arrive by the end of May, when the season begins.</p>{prose(8, 24)}</article></main></body></html>"""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    (tmp_path / "ferry.html").write_text(PAGE)
    opened = Library.open(tmp_path / "library", now=now)
    opened.add(tmp_path / "ferry.html")
    list(opened.refresh())
    yield opened
    opened.close()


def words(text: str) -> list[str]:
    """The keys of some words."""
    return ["space" if sign == " " else sign for sign in text]


def current_text(story: Story) -> str:
    """The words of the current match."""
    view = story.reader.view
    assert view.match is not None
    match = view.matches[view.match]
    assert view.opened is not None
    article = view.opened.annotated.article
    return (article.title if match.field < 0 else article.blocks[match.field].text)[match.start:match.end]


async def test_words_are_found_while_they_are_typed_and_counted(library: Library) -> None:
    """/ in the body: every place marked, the first below brought into sight, n and N go round the ends."""
    async with reading(library, size=(120, 24)) as story:
        view = story.reader.view
        await story.press("l", "/", *"reykjavik")
        await story.until(lambda: "1/1 “reykjavik”" in story.text)
        assert current_text(story) == "Reykjavík"
        await story.press(*(["backspace"] * 9), *words("season begins"), "enter")
        assert view._in_sight(view.text_map.shown(view.matches[0].field, view.matches[0].start,
                                                  view.matches[0].end)[0].line + 1)
        assert "1/1 “season begins”" in story.text
        await story.press("/", *"harbour", "enter")
        assert "n next match" in story.text
        first = view.match
        assert first is not None
        await story.press("n")
        assert view.match == (first + 1) % len(view.matches)
        await story.press("N")
        assert view.match == first
        await story.press("g", "g", "/", *"harbour", "enter", "N")

        assert story.toasts == ["Round the beginning of the text."]


async def test_n_goes_to_matches_only_while_words_are_looked_for(library: Library) -> None:
    """Esc clears the search and nothing else; then n is the next unread article again."""
    async with reading(library) as story:
        await story.press("l", "/", *"harbour", "enter")
        assert "n next match" in story.text
        await story.press("escape")
        assert "n next match" not in story.text
        assert story.reader.pane == "body"
        await story.press("n")

        assert "Nothing else is unread in this list." in story.toasts[-1]


async def test_leaving_the_prompt_comes_back_to_the_place(library: Library) -> None:
    """Who looked for something and thinks better of it has lost nothing."""
    async with reading(library, size=(120, 20)) as story:
        view = story.reader.view
        await story.press("l", "j", "j")
        line = view.scroll_offset.y
        await story.press("/", *words("season begins"))
        assert view.scroll_offset.y != line
        await story.press("escape")

        assert view.scroll_offset.y == line
        assert not view.sought


async def test_what_is_not_there_is_said(library: Library) -> None:
    """No match is an answer too."""
    async with reading(library) as story:
        await story.press("l", "/", *"submarine")

        await story.until(lambda: "no match" in story.text)


async def test_headings_come_to_the_top_one_after_the_other(library: Library) -> None:
    """]] and [[ go through the article as through its table of contents."""
    async with reading(library, size=(120, 20)) as story:
        view = story.reader.view
        tops = []
        for keys in (("]", "]"), ("]", "h"), ("[", "[")):
            await story.press("l", *keys)
            tops.append(view._line(view.scroll_offset.y).text)

    assert tops == ["What the islanders say", "What comes next", "What the islanders say"]


async def test_letters_over_links_open_the_one_that_is_typed(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """f, then the letter; Esc leaves without opening anything; a number opens that link of the article."""
    async with reading(library) as story:
        opened: list[str] = []
        monkeypatch.setattr(story.reader, "browse", opened.append)
        await story.press("l", "f")
        assert "type the letters of a link to open it" in story.text
        await story.press("s")
        await story.press("f", "escape", "3", "f")

        assert opened == ["https://www.quay.example/authority", "https://yard.example/orders"]
        assert story.reader.view.hinted is None


async def test_a_link_is_gone_to_and_opened_by_enter(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its address is told before it is opened."""
    async with reading(library) as story:
        opened: list[str] = []
        monkeypatch.setattr(story.reader, "browse", opened.append)
        await story.press("l", "]", "l", "]", "l")
        assert "https://www.quay.example/authority" in story.toasts
        await story.press("[", "l", "enter")

    assert opened == ["https://islands.example/outer"]


async def test_all_links_are_listed_with_their_addresses_and_copied(library: Library) -> None:
    """The footnotes of the page, on demand."""
    async with reading(library) as story:
        await story.press("l", "g", "l")
        await story.showing(Links)
        assert "yard.example/orders" in story.text
        await story.press("j", "y")
        await story.settle()

        assert story.app.clipboard == "https://www.quay.example/authority"


async def test_another_width_shows_the_same_words_at_the_top(library: Library) -> None:
    """The place is remembered as a place in the text: lines change with every width."""
    async with reading(library, size=(120, 20)) as story:
        view = story.reader.view
        await story.press("l", *(["pagedown"] * 2))
        anchor = view._anchor()
        await story.press("q")
    async with reading(library, size=(200, 24)) as story:
        view = story.reader.view
        top = view._lines[view.scroll_offset.y - 1]

        assert top.block == anchor[0]
        assert top.offset <= anchor[1] < top.offset + len(top.text) + 1


async def test_the_frame_tells_how_much_is_left(library: Library) -> None:
    """Share and minutes while there is more below; the end is called so."""
    async with reading(library, size=(120, 14)) as story:
        await story.press("l")
        assert "min left" in story.text
        await story.press("G")

        assert "─ end ─" in story.text


async def test_the_text_is_set_with_straight_edges_and_ragged_again(library: Library) -> None:
    """wj changes the lines at once and keeps the words; it is remembered."""
    async with reading(library) as story:
        view = story.reader.view
        ragged = [line.text for line in view._lines]
        await story.press("w", "j")
        straight = [line.text for line in view._lines]
        assert straight != ragged
        assert [line.split() for line in straight] == [line.split() for line in ragged]
        await story.press("q")
    async with reading(library) as story:
        assert story.reader.view.justifies


async def test_hyphens_need_their_extra_and_say_so(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it, the words stay whole and the way to get it is told."""
    monkeypatch.setattr("tui.hyphens.find_spec", lambda name: None)
    async with reading(library) as story:
        await story.press("w", "h")

        assert any("newsreader[hyphens]" in toast for toast in story.toasts)
        assert not story.reader.view.hyphenates


async def test_a_very_long_article_shows_its_first_lines_before_the_rest_is_set(tmp_path: Path) -> None:
    """What is in sight stays when the rest has come; End reaches the end, however early it is pressed."""
    story_text = prose(700)
    (tmp_path / "long.html").write_text(
        f"<html><head><title>Long</title></head><body><main><article><h1>A very long story of a ferry</h1>{story_text}"
        "</article></main></body></html>")
    (tmp_path / "short.html").write_text(PAGE)
    library = Library.open(tmp_path / "library", now=now)
    library.add(tmp_path / "long.html")
    library.add(tmp_path / "short.html")
    list(library.refresh())
    async with reading(library) as story:
        view = story.reader.view
        while "very long" not in story.title:
            await story.press("right_parenthesis")
        await story.settle()
        await story.until(lambda: view.is_whole)
        assert view._lines[-1].block == 699
        await story.press("l", "G")

        assert view.at_end
    library.close()
