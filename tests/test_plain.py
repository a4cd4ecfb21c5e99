"""An article for fingers and ears: one paragraph a line, roles in words, nothing drawn."""

from parsers.article import (
    Article,
    Author,
    Block,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Preformatted,
    Quote,
    Table,
)
from tui.plain import paragraphs

HEAD = ["No ferry", "by Jane Doe, no date given"]


def spoken(*blocks: Block) -> list[str]:
    article = Article(id="1" * 32, format="text", title="No ferry", authors=(Author("Jane Doe"),), blocks=blocks)
    lines = list(paragraphs(article))
    assert lines[:2] == HEAD
    return lines[2:]


def test_what_the_layout_tells_is_told_in_words() -> None:
    """Headings, quotes, items and pictures are named; a paragraph needs no name."""
    assert spoken(Paragraph("Text."), Heading("Then"), Quote("Said.", 2), ListItem("one"), ListItem("two", 0, 2),
                  Figure("A boat.", credit="Ann"), Preformatted("a b\nc  d")) == [
        "Text.", "Heading: Then", "Quote: Said.", "Item: one", "2. two", "Picture: A boat. (Ann)", "a b", "c  d",
    ]


def test_a_picture_is_told_by_all_its_words() -> None:
    """What it shows follows its caption and its credit, unless the caption says so already."""
    assert spoken(Figure("A boat.", alt="A red boat"), Figure("A boat", "Ann", "A red boat"),
                  Figure("", "Ann", "A boat"), Figure("A boat off Oslo.", alt="a boat"), Figure("", alt="A boat."),
                  Figure("")) == [
        "Picture: A boat. It shows: A red boat", "Picture: A boat (Ann). It shows: A red boat",
        "Picture: (Ann). A boat", "Picture: A boat off Oslo.", "Picture: A boat.",
    ]


def test_a_cell_is_told_with_its_column() -> None:
    """A row that is read aloud makes sense without the head in sight; empty cells say nothing."""
    assert spoken(Table((("Day", "", "Leaves"), ("Monday", "x", "08:10"), ("Friday", "", "16:30")))) == [
        "Row: Day: Monday; x; Leaves: 08:10", "Row: Day: Friday; Leaves: 16:30",
    ]
    assert spoken(Table((("alone", "", "here"),))) == ["Table: alone; here"]
