"""Typesetting: lines that fit, lose no word, and mark the names they are said to mark."""

import re
from collections import Counter
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from parsers.article import (
    AnnotatedArticle,
    Article,
    Author,
    Block,
    Entity,
    EntityType,
    Figure,
    Heading,
    ListItem,
    Mention,
    Paragraph,
    Piece,
    Preformatted,
    Problem,
    Quote,
    Role,
    Table,
)
from parsers.clean import clean_text
from tests.strategies import annotated_articles, articles, clean_lines, hostile_text
from tui import wrap as wrapping
from tui.dates import ago, later_date, long_date, short_date
from tui.inline import STYLES, Line
from tui.pieces import piece_of_block, typeset_pieces
from tui.typeset import LETTERS, NARROWEST, first_mentions, minutes, typeset
from tui.wrap import cells, cut, fitting, wrap

WIDTHS = st.integers(NARROWEST, 120)
CLEAN = hostile_text().map(clean_text)
CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def annotated(*blocks: Block, mentions: tuple[Mention, ...] = (), title: str = "A title",
              pieces: tuple[Piece, ...] = ()) -> AnnotatedArticle:
    entities = tuple(Entity(mention.entity, mention.text, mention.type) for mention in mentions)
    return AnnotatedArticle(Article("0" * 32, "text", title, blocks, pieces=pieces), entities, mentions)


def story(lines: tuple[Line, ...]) -> list[str]:
    """The lines below the rule."""
    rule = next(place for place, line in enumerate(lines) if line.runs and line.runs[0].style == "rule")
    return [line.text for line in lines[rule + 2:]]


def squeezed(text: str) -> str:
    """The text without white space: what wrapping may not change."""
    return re.sub(r"\s+", "", text)


@given(CLEAN, st.integers(2, 60))
def test_wrapped_lines_fit_and_hold_everything_but_white_space(text: str, width: int) -> None:
    """No line is wider than asked for; between two lines only white space is left out."""
    lines = wrap(text, width)

    assert all(cells(text[start:end]) <= width for start, end in lines)
    assert squeezed("".join(text[start:end] for start, end in lines)) == squeezed(text)
    assert all(before[1] <= after[0] for before, after in pairwise(lines))


@given(st.text(st.sampled_from("ab -—/’é.2 "), max_size=60), st.integers(2, 20))
def test_the_fast_way_to_wrap_is_the_general_one(text: str, width: int) -> None:
    """Text of one-cell characters takes a short cut that leads to the same lines."""
    assert wrapping._wrap_narrow(text, width) == wrapping._wrap_any(text, width)


def test_narrow_characters_take_one_cell() -> None:
    """The short cut is for characters that the terminal's own table gives one cell."""
    for code in range(0x20, 0x3000):
        if wrapping._NARROW.fullmatch(chr(code)):
            assert cell_len(chr(code)) == 1


def test_a_line_breaks_at_words_hyphens_and_between_chinese_characters() -> None:
    """Compound words, dashes and scripts without spaces may be parted; numbers and dates may not."""
    def lines(text: str, width: int) -> list[str]:
        return [text[start:end] for start, end in wrap(text, width)]

    assert lines("the President-elect said", 14) == ["the President-", "elect said"]
    assert lines("on 2024-04-02 it was", 8) == ["on", "2024-04-", "02 it", "was"]
    assert lines("on 2024-04-02 it was", 11) == ["on", "2024-04-02", "it was"]
    assert lines("新闻联播，再见", 8) == ["新闻联", "播，再见"]


def test_a_width_without_room_for_one_wide_character_is_refused() -> None:
    """Two cells are the least that any text can be wrapped to."""
    with pytest.raises(ValueError, match="wide character"):
        wrap("text", 1)


@given(CLEAN, st.integers(0, 30))
def test_a_cut_text_fits_and_is_a_beginning(text: str, width: int) -> None:
    """A cut text is never wider than asked for, and says by an ellipsis that it was cut."""
    short = cut(text, width)

    assert cells(short) <= width
    assert short == text or not short or (short.endswith("…") and text.startswith(short[:-1]))
    assert text.startswith(fitting(text, width))


@given(annotated_articles(), WIDTHS, st.booleans())
def test_no_line_is_wider_than_the_column(article: AnnotatedArticle, width: int, letters: bool) -> None:
    """Whatever the article holds, its lines fit, and their runs cover them without gap or overlap."""
    for line in typeset(article, width, letters=LETTERS if letters else None):
        assert cells(line.text) <= width
        place = 0
        for run in line.runs:
            assert run.start == place
            assert run.end > run.start
            assert run.style in STYLES
            place = run.end
        assert place == len(line.text)


@given(annotated_articles(), WIDTHS)
def test_no_word_of_the_story_is_lost(article: AnnotatedArticle, width: int) -> None:
    """Every block's text stands in its lines, in order, whatever bars and markers stand around it."""
    lines = typeset(article, width)
    for number, block in enumerate(article.article.blocks):
        if isinstance(block, Table):
            continue
        kept = ("text", "heading", "quote", "caption", "preformatted")
        shown = "".join(
            line.text[run.start:run.end] for line in lines if line.block == number
            for run in line.runs if run.style in kept
        )
        if block.text:
            assert squeezed(shown) == squeezed(block.text)


@given(articles(), WIDTHS)
def test_every_cell_of_a_table_is_shown(article: Article, width: int) -> None:
    """Columns shrink and cells wrap, but each character of a table is on the screen."""
    for number, block in enumerate(article.blocks):
        if isinstance(block, Table):
            text = "".join(
                line.text for line in typeset(AnnotatedArticle(article), width) if line.block == number
            )
            assert not Counter(squeezed(block.text)) - Counter(squeezed(text))  # records repeat the head


@given(annotated_articles(), WIDTHS, st.booleans())
def test_the_runs_of_a_mention_cut_out_its_words(article: AnnotatedArticle, width: int, letters: bool) -> None:
    """What is marked as a mention is the mention, over line ends and in spite of letters."""
    shown: dict[int, str] = {}
    for line in typeset(article, width, letters=LETTERS if letters else None):
        for run in line.runs:
            if run.mention is not None and "letter" not in run.marks:
                shown[run.mention] = shown.get(run.mention, "") + line.text[run.start:run.end]
    for index, mention in enumerate(article.mentions):
        block = None if mention.block is None else article.article.blocks[mention.block]
        if not isinstance(block, Table):
            assert squeezed(shown[index]) == squeezed(mention.text)


@given(annotated_articles(), WIDTHS)
def test_no_control_character_reaches_a_line(article: AnnotatedArticle, width: int) -> None:
    """Typesetting adds nothing that a terminal would obey."""
    for line in (*typeset(article, width, letters=LETTERS), *typeset_pieces(article.article, width)):
        assert not CONTROLS.search(line.text)


@given(articles(), st.integers(16, 120))
def test_the_page_as_it_came_holds_every_piece_with_its_role(article: Article, width: int) -> None:
    """Each piece is there with its words and its role, behind the bar that says whether it was kept."""
    lines = typeset_pieces(article, width)

    assert all(cells(line.text) <= width for line in lines)
    for number, piece in enumerate(article.pieces):
        own = [line for line in lines if line.block == number]
        shown = "".join(
            line.text[run.start:run.end] for line in own for run in line.runs if run.style in ("kept", "aside")
        )
        assert squeezed(shown) == squeezed(piece.text)
        assert piece.role.replace("_", " ")[:12] in " ".join(line.text for line in own)


def test_a_set_aside_piece_stands_behind_another_bar_and_says_why() -> None:
    """Kept and set aside are told apart without colour."""
    pieces = (Piece("Kept words", Role.PARAGRAPH, True, 0), Piece("Buy now", Role.PROMO, False, reason="a call"))
    texts = [line.text for line in typeset_pieces(annotated(pieces=pieces).article, 60)]

    assert texts == ["   paragraph  │ Kept words", "", "       promo  ┊ Buy now", " " * 14 + "┊ (a call)"]


def test_a_block_is_found_on_the_page_as_it_came() -> None:
    """The piece that became a block, and the first kept piece for what stands above the story."""
    pieces = (Piece("Menu", Role.NAVIGATION, False), Piece("Title", Role.TITLE, True),
              Piece("One", Role.PARAGRAPH, True, 0), Piece("Two", Role.PARAGRAPH, True, 1))
    article = annotated(pieces=pieces).article

    assert piece_of_block(article, None) == 1
    assert piece_of_block(article, 1) == 3


def test_the_head_says_title_dek_and_that_no_date_is_given() -> None:
    """An absent date is said, not invented."""
    article = Article("0" * 32, "text", "Title", (Paragraph("Some words here."),), dek="Dek", publisher="Herald",
                      authors=(Author("Ann Lee"), Author("Bo Ek")), kicker="Analysis", section="Europe")
    texts = [line.text for line in typeset(AnnotatedArticle(article), 70)]

    assert texts[:6] == ["Analysis · Europe", "Title", "", "Dek", "",
                         "Herald · Ann Lee, Bo Ek · no date given · 3 words · 1 min"]
    assert texts[6] == "─" * 70


def test_what_is_wrong_with_a_page_stands_under_its_meta_line() -> None:
    """Problems are told as sentences, with a sign that needs no colour."""
    article = Article("0" * 32, "text", "Title", problems=(Problem("cut", "The page ends in mid-sentence."),))

    assert "! The page ends in mid-sentence." in [line.text for line in typeset(AnnotatedArticle(article), 70)]


def test_blocks_are_set_in_their_own_ways() -> None:
    """Quotes and figures keep a bar, lists hang, headings have air above, preformatted lines go on."""
    blocks = (
        Figure("The caption.", credit="Ann Lee/Agency"), Paragraph("One."), Heading("Head"), Quote("Said so."),
        ListItem("a list item that is long"), ListItem("second", ordinal=2),
        Preformatted("x = 1\n    indented and too long"),
    )
    lines = story(typeset(annotated(*blocks), 20))

    assert lines == [
        "▐ The caption.", "▐ Ann Lee/Agency", "", "One.", "", "", "Head", "", "│ Said so.", "",
        "• a list item that", "  is long", "2. second", "", "x = 1", "    indented and too", "↳  long",
    ]


def test_a_table_aligns_its_columns_and_sets_its_head_apart() -> None:
    """Numbers stand at the right of their column; a cell that is too wide wraps inside it."""
    table = Table((("Country", "Gold"), ("Ruritania", "12"), ("A very long country name", "3")))
    lines = story(typeset(annotated(table), 24))

    assert lines == [
        "Country" + " " * 13 + "Gold", "──────────────────  ────", "Ruritania" + " " * 13 + "12",
        "A very long" + " " * 12 + "3", "country name" + " " * 12,
    ]


def test_a_table_with_too_many_columns_becomes_records() -> None:
    """Where no column would be readable, each row is a little list, each cell behind its column's name."""
    table = Table((("a", "b", "c", "d", "a long name"), ("first cell", "second cell", "", "4", "fifth cell")))

    assert story(typeset(annotated(table), 16)) == [
        "a: first cell", "  b: second cell", "  c: –", "  d: 4", "  a long name:", "  fifth cell",
    ]


def test_letters_stand_after_names_and_count_in_no_offset() -> None:
    """ᴾ ᴼ ᴸ follow their names; the lines still know their place in the text without them."""
    text = "Ann Lee met NATO in Paris."
    named: tuple[tuple[str, EntityType], ...] = (("Ann Lee", "PERSON"), ("NATO", "ORG"), ("Paris", "GPE"))
    mentions = tuple(
        Mention("body", 0, text.index(word), text.index(word) + len(word), word, kind, word, 0.9, "test")
        for word, kind in named
    )
    lines = typeset(annotated(Paragraph(text), mentions=mentions), NARROWEST, letters=LETTERS)[-2:]

    assert [line.text for line in lines] == ["Ann Leeᴾ met", "NATOᴼ in Parisᴸ."]
    assert [line.offset for line in lines] == [0, text.index("NATO")]


def test_a_name_is_first_where_the_story_first_tells_it() -> None:
    """The title's mention is first only when the story itself never names it again."""
    def mention(field: Literal["title", "body"], block: int | None, entity: str) -> Mention:
        return Mention(field, block, 0, 3, "Ann", "PERSON", entity, 0.9, "test")

    article = annotated(Paragraph("Ann"), Paragraph("Ann"), title="Ann", mentions=(
        mention("title", None, "a"), mention("title", None, "b"), mention("body", 0, "a"), mention("body", 1, "a"),
    ))

    assert first_mentions(article) == {1, 2}


@given(clean_lines(), st.integers(-14, 14))
def test_dates_are_told_or_left_as_they_stand(text: str, hours: int) -> None:
    """What is no date comes back unchanged; no text makes the telling of dates fail."""
    zone = timezone(timedelta(hours=hours))
    today = date(2024, 4, 2)

    assert long_date("2024-04-02", zone) == "2 Apr 2024"
    assert short_date("2024-04-02", today, zone) == "today"
    assert isinstance(long_date(text, zone) + short_date(text, today, zone), str)


def test_dates_are_short_and_local() -> None:
    """A moment is told in the reader's zone, a date alone as it stands."""
    paris = timezone(timedelta(hours=2))

    assert long_date("2024-04-02T06:15:00Z", paris) == "2 Apr 2024, 08:15"
    assert short_date("2024-04-02T06:15:00Z", date(2024, 4, 2), paris) == "08:15"
    assert short_date("2024-04-02T23:15:00Z", date(2024, 5, 2), paris) == "3 Apr"
    assert short_date("2023-04-02", date(2024, 5, 2), UTC) == "2 Apr ’23"
    assert short_date("last spring", date(2024, 5, 2), UTC) == "last spring"


def test_reading_takes_at_least_a_minute() -> None:
    """238 words are a minute; nothing takes none."""
    assert [minutes(0), minutes(238), minutes(1190)] == [1, 1, 5]


@pytest.mark.parametrize(("stated", "told", "briefly"), [
    ("2024-04-10T11:48:00Z", "12 min ago", "12m"), ("2024-04-10T09:00:00Z", "3 h ago", "3h"),
    ("2024-04-09T20:00:00+00:00", "16 h ago", "16h"), ("2024-04-09", "yesterday", "1d"),
    ("2024-04-10", "today", "today"), ("2024-04-08T06:00:00Z", "Mon", "Mon"), ("2024-04-03", "3 Apr", "3 Apr"),
    ("2023-04-03", "3 Apr ’23", "2023"), ("2024-04-11", "11 Apr", "11 Apr"),
    ("2024-04-10T11:48:00", "12 min ago", "12m"), ("last spring", "last spring", "last spring"),
])
def test_what_is_recent_is_told_by_how_long_ago(stated: str, told: str, briefly: str) -> None:
    """Minutes and hours only where the page states a time; what lies ahead is told as it is."""
    moment = datetime(2024, 4, 10, 12, tzinfo=UTC)

    assert (ago(stated, moment, UTC), ago(stated, moment, UTC, brief=True)) == (told, briefly)


@pytest.mark.parametrize(("changed", "published", "told"), [
    ("2026-07-19T18:45:00+00:00", "2026-07-19T14:04:00+00:00", "18:45"),
    ("2026-07-20T01:00:00+00:00", "2026-07-19T14:04:00+00:00", "20 Jul 2026, 01:00"),
    ("2026-07-19T14:04:00+00:00", "2026-07-19T14:45:00+00:00", ""),
    ("2026-07-19T14:04:00+00:00", "2026-07-19T16:04:00+02:00", ""),
    ("2026-07-19", "2026-07-19", ""), ("2026-07-21", "2026-07-19", "21 Jul 2026"),
    ("2026-07-21", None, "21 Jul 2026"), ("last week", None, "last week"),
])
def test_an_update_is_told_only_when_it_came_later(changed: str, published: str | None, told: str) -> None:
    """Pages date changes before their publication, and to the minute of it; neither says anything to a reader."""
    assert later_date(changed, published, UTC) == told


def test_the_reason_of_a_whole_menu_is_given_once() -> None:
    """Entries of one menu share why they were set aside: it stands with the first of them, and where it changes."""
    menu = [Piece(text=f"Entry {number}", role=Role.NAVIGATION, kept=False, reason="stands in a menu")
            for number in range(3)]
    other = Piece(text="Shop", role=Role.NAVIGATION, kept=False, reason="stands on the page 5 times")
    article = annotated(pieces=(*menu, other)).article
    texts = [line.text for line in typeset_pieces(article, 60)]
    assert sum("stands in a menu" in text for text in texts) == 1
    assert any("stands on the page 5 times" in text for text in texts)
