"""From styles by name to strips: what names look like, and that foreign text stays text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual import strip as textual_strip
from textual.theme import BUILTIN_THEMES

from parsers.article import AnnotatedArticle, Article, Entity, Mention, Paragraph, Piece, Role
from tests.strategies import annotated_articles, hostile_text
from tui import underlines
from tui.inks import INKS, Inks
from tui.inline import STYLES
from tui.legend import GROUP_OF, legend
from tui.render import bits_strip, line_strip, name_styles, safe
from tui.themes import own_themes, palette
from tui.typeset import LETTERS, typeset
from tui.wrap import cells

OWN = {theme.name: theme for theme in own_themes()}
DARK_THEME = OWN["dark"]
OURS = palette(DARK_THEME, colour=True)
CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2) of #rrggbb."""
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[place:place + 2], 16) / 255) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colour: str, ground: str) -> float:
    light, dark = sorted((luminance(colour), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@given(annotated_articles(), st.integers(20, 90), st.booleans())
def test_a_strip_is_as_wide_as_its_pane_and_holds_no_control_character(
    article: AnnotatedArticle, width: int, colour: bool
) -> None:
    """Whatever the article holds, each line fills its pane exactly and is only text."""
    inks = palette(DARK_THEME, colour=colour)
    names = name_styles(article, inks)
    for line in typeset(article, width - 4, letters=LETTERS):
        drawn = line_strip(line, width, 2, inks, names, 0)

        assert sum(cells(segment.text) for segment in drawn) == width == drawn.cell_length
        assert not CONTROLS.search("".join(segment.text for segment in drawn))


@given(st.lists(hostile_text(), max_size=4), st.integers(1, 60))
def test_a_row_is_as_wide_as_its_pane_whatever_it_says(texts: list[str], width: int) -> None:
    """Paths and messages of the system never were cleaned: here they are."""
    drawn = bits_strip([(text, "row") for text in texts], width, OURS)

    assert sum(cells(segment.text) for segment in drawn) == width
    assert not CONTROLS.search("".join(segment.text for segment in drawn))


@given(hostile_text())
def test_safe_text_keeps_its_length(text: str) -> None:
    """Each control character is replaced by one sign, so that offsets hold."""
    assert len(safe(text)) == len(text)
    assert not CONTROLS.search(safe(text))


def test_markup_in_an_article_is_shown_as_it_stands() -> None:
    """A page cannot colour itself, hide itself, or put an action on the screen."""
    article = AnnotatedArticle(Article("0" * 32, "text", "[bold]x[/] [@click=app.quit]y[/]"))
    drawn = line_strip(typeset(article, 60)[0], 60, 0, OURS)

    assert "".join(segment.text for segment in drawn).rstrip() == "[bold]x[/] [@click=app.quit]y[/]"


def test_only_printable_web_addresses_become_links() -> None:
    """A link's address is written into an escape sequence of its own: it must not end it."""
    line = typeset(AnnotatedArticle(Article("0" * 32, "text", "A title")), 60)[0]
    good, bad = (
        line._replace(runs=(line.runs[0]._replace(href=href),)) for href in ("https://x.org/", "https://x\x1b\\")
    )

    assert line_strip(good, 60, 0, OURS)._segments[0].style.link == "https://x.org/"  # type: ignore[union-attr]
    assert line_strip(bad, 60, 0, OURS)._segments[0].style.link is None  # type: ignore[union-attr]


def test_first_later_and_unsure_mentions_differ() -> None:
    """A name is strongest where it is first told, lighter after, and fainter where nobody is sure."""
    mentions = tuple(
        Mention("body", block, 0, 3, "Ann", "PERSON", "person:ann", score, "test")
        for block, score in ((0, 0.9), (1, 0.9), (2, 0.2))
    )
    article = AnnotatedArticle(Article("0" * 32, "text", "T", (Paragraph("Ann"),) * 3), (), mentions)
    styles = name_styles(article, OURS)

    assert styles == (OURS.first["person"], OURS.later["person"], OURS.unsure["person"])
    assert len(set(styles)) == 3
    assert name_styles(article, OURS, shown=False) == (None, None, None)


@pytest.mark.parametrize(("name", "inks"), INKS.items(), ids=INKS)
def test_every_ink_can_be_read_on_its_ground(name: str, inks: Inks) -> None:
    """Text and names have a contrast of at least 4.5 : 1 on the paper, the chrome's words on the room; or 7 : 1."""
    least = 7 if name == "contrast" else 4.5
    for colour in (inks.text, inks.strong, inks.muted, inks.alert, *inks.hues.values()):
        assert contrast(colour, inks.paper) >= least
    for colour in (inks.text, inks.muted, inks.accent, inks.alert, *inks.hues.values()):
        assert contrast(colour, inks.room) >= least


@pytest.mark.parametrize("colour", [True, False])
@pytest.mark.parametrize("theme", [*OWN.values(), *BUILTIN_THEMES.values()], ids=lambda theme: theme.name)
def test_every_theme_knows_every_style_and_tells_the_types_apart(theme, colour: bool) -> None:  # type: ignore[no-untyped-def]
    """No theme lacks a style, and in each the four groups of names look different."""
    inks = palette(theme, colour=colour)

    assert set(STYLES) | set(OURS.styles) <= set(inks.styles)
    assert len(set(map(str, inks.first.values()))) == 4
    assert len(set(map(str, inks.later.values()))) == 4
    assert inks.letters == (not colour)


def test_without_colour_no_style_has_one() -> None:
    """NO_COLOR means none, not greys."""
    inks = palette(DARK_THEME, colour=False)

    for style in (*inks.styles.values(), *inks.first.values(), *inks.later.values(), *inks.unsure.values()):
        assert style.color is None
        assert style.bgcolor is None


def test_every_type_of_entity_has_a_group_a_letter_and_a_word() -> None:
    """A type that the recogniser learns must not crash the screen."""
    assert set(GROUP_OF) == set(LETTERS)
    assert set(GROUP_OF.values()) == set(OURS.first)


@pytest.mark.parametrize(("environment", "able"), [
    ({"TERM": "xterm-kitty"}, True), ({"TERM": "foot"}, True),
    ({"TERM": "xterm-256color", "VTE_VERSION": "7200"}, True),
    ({"TERM": "xterm-256color", "VTE_VERSION": "4800"}, False), ({"TERM": "xterm-256color"}, False),
    ({"TERM": "tmux-256color", "TMUX": "x"}, False), ({"TERM": "tmux-256color", "KITTY_WINDOW_ID": "1"}, True),
    ({"TERM": "linux", "VTE_VERSION": "odd"}, False), ({}, False),
])
def test_styled_underlines_go_only_to_terminals_that_draw_them(environment: dict[str, str], able: bool) -> None:
    """An unknown terminal gets the plain underline."""
    assert underlines.draws_styled(environment) is able


def test_installed_underlines_are_what_textual_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The table that is changed is the one Textual writes with: a new version of it would be noticed here."""
    monkeypatch.setattr(textual_strip, "SGR_STYLES", list(textual_strip.SGR_STYLES))
    console = Console(color_system="truecolor")

    def written(group: str) -> str:
        fresh = OURS.first[group] + Style()  # type: ignore[index]
        return textual_strip.Strip([Segment("x", fresh.copy())]).render(console)

    underlines.install({"TERM": "xterm-kitty"})
    found = [written(group).split("m")[0].removeprefix("\x1b[").split(";")[0]
             for group in ("person", "organisation", "place", "other")]

    assert found == ["21", "4", "4:4", "4:5"]


@given(annotated_articles(), st.integers(0, 100))
def test_the_legend_fits_and_counts(article: AnnotatedArticle, width: int) -> None:
    """It is never wider than its room; with room enough it also counts what was set aside."""
    bits = legend(article, width)

    assert sum(cells(text) for text, _ in bits) <= width
    if article.article.set_aside:
        assert f": {len(article.article.set_aside)} " in legend(article, 1000)[-1][0]


def test_the_legend_shrinks_to_what_fits() -> None:
    """Whole words where there is room, then short ones; what was set aside goes before words become letters."""
    entities = (Entity("a", "a", "ORG"), Entity("b", "b", "ORG"), Entity("c", "c", "PERSON"))
    article = AnnotatedArticle(Article("0" * 32, "text", "T"), entities)

    assert legend(article, 80) == [("1 person", "person"), ("  ", None), ("2 organisations", "organisation")]
    assert legend(article, 20) == [("1 person", "person"), ("  ", None), ("2 orgs", "organisation")]
    assert legend(article, 8) == [("1 p", "person"), ("  ", None), ("2 o", "organisation")]
    assert legend(article, 3) == []

    aside = AnnotatedArticle(Article("0" * 32, "text", "T", pieces=(Piece("x", Role.PROMO, kept=False),)), entities)
    assert legend(aside, 33)[-1] == ("  aside: 1 (X)", None)
    assert legend(aside, 29) == legend(article, 20)
