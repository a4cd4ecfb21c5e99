"""An annotated article as lines of a given width: what stands where, and in which voice.

The screen and `newsreader read` share it, so it knows no colour and no widget: a line carries its text and
runs that name a style. Without it each output would wrap, indent and count on its own, and the mention that
a reader jumps to would not be the one that is marked.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import tzinfo
from typing import assert_never

from parsers.article import (
    AnnotatedArticle,
    Article,
    Block,
    Figure,
    Heading,
    ListItem,
    Mention,
    Paragraph,
    Preformatted,
    Quote,
    Table,
)
from tui.columns import RAGGED, Manner, column
from tui.dates import later_date, long_date
from tui.inline import Inline, Line, Named, Run, line_of, plain, weave
from tui.pictures.fit import Box
from tui.tables import lay_out
from tui.wrap import cells, fitting

__all__ = ["LETTERS", "NARROWEST", "Line", "Run", "first_mentions", "minutes", "typeset"]

NARROWEST = 16
"""Cells below which nothing is typeset: a bar, a list marker and a word need about as many."""

# Adults read 238 words of English prose a minute, silently (Brysbaert 2019, a meta-analysis of 190 studies).
WORDS_PER_MINUTE = 238

LETTERS: Mapping[str, str] = {
    "PERSON": "ᴾ", "ORG": "ᴼ", "GPE": "ᴸ", "LOC": "ᴸ", "FAC": "ᴸ", "NORP": "ᴳ", "EVENT": "ᴱ", "DATE": "ᴰ",
    "MONEY": "ᴹ",
}
"""What a name is, told without colour: person, organisation, location, group of people, event, date,
money."""

BAR = "▐ "
"""Before a figure: it stands beside the story."""
QUOTE_BAR = "│ "
BULLETS = ("• ", "– ", "· ")
NO_PICTURES: Mapping[int, Box] = {}


def typeset(annotated: AnnotatedArticle, width: int, *, letters: Mapping[str, str] | None = None,
            zone: tzinfo | None = None, manner: Manner = RAGGED, blocks: int | None = None,
            pictures: Mapping[int, Box] = NO_PICTURES) -> tuple[Line, ...]:
    """The article in lines of at most `width` cells (NARROWEST at least): title, dek, meta line, rule, story.

    `blocks`: only the first so many blocks of the story; None: all of it. `pictures` is the room that the pictures of
    figures take above their captions, by block: whoever shows them draws them there.

    Only running text is set in that manner: headlines, captions and tables are too short for it.

    `letters` (such as LETTERS) puts a type's letter after each name, for screens that cannot show colour;
    None: no letters. `zone` is where dates are told; None: the reader's own.
    """
    width = max(width, NARROWEST)
    named: defaultdict[tuple[str, int | None], list[tuple[int, Mention]]] = defaultdict(list)
    for index, mention in enumerate(annotated.mentions):
        named[mention.field, mention.block].append((index, mention))
    lines = _head(annotated.article, width, named, letters or {}, zone)
    before: Block | None = None
    for number, block in enumerate(annotated.article.blocks[:blocks]):
        own = block_lines(block, number, width, named.get(("body", number), ()), letters or {}, manner)
        if own:
            lines += [Line()] * _air(before, block)
            if number in pictures:
                lines += _picture(number, pictures[number].rows)
            lines += own
            before = block
    return tuple(lines)


def minutes(words: int) -> int:
    """Whole minutes that so many words take to read, at least 1."""
    return max(1, round(words / WORDS_PER_MINUTE))


def first_mentions(annotated: AnnotatedArticle) -> frozenset[int]:
    """The indices of the mentions where the story first names each entity.

    A title or dek counts only for what the story itself never names: people are met in the text.
    """
    first: dict[str, int] = {}
    for index, mention in enumerate(annotated.mentions):
        if mention.field == "body":
            first.setdefault(mention.entity, index)
    for index, mention in enumerate(annotated.mentions):
        first.setdefault(mention.entity, index)
    return frozenset(first.values())


def _head(article: Article, width: int, named: Mapping[tuple[str, int | None], Named],
          letters: Mapping[str, str], zone: tzinfo | None) -> list[Line]:
    """Everything above the story."""
    lines: list[Line] = []
    above = [part for part in (article.kicker, article.section) if part]
    if above:
        lines += column(plain(" · ".join(dict.fromkeys(above)), "kicker"), width)
    title = weave(article.title, "title", named=named.get(("title", None), ()), letters=letters)
    lines += column(title, width)
    if article.dek:
        dek = weave(article.dek, "dek", named=named.get(("dek", None), ()), letters=letters)
        lines += [Line(), *column(dek, width)]
    lines.append(Line())
    for text in _filled(_meta(article, zone), width):
        lines += column(plain(text, "meta"), width)
    for problem in article.problems:
        lines += column(plain(problem.detail, "problem"), width, prefix="! ", hang="  ", style="problem")
    rule = "─" * width
    lines.append(Line(rule, (Run(0, len(rule), "rule"),)))
    if article.blocks:
        lines.append(Line())
    return lines


def _meta(article: Article, zone: tzinfo | None) -> list[str]:
    """Who, when, how long: what the page says, and that it gives no date when it gives none."""
    parts = [article.publisher] if article.publisher else []
    if article.authors:
        parts.append(", ".join(author.name for author in article.authors))
    parts.append(long_date(article.published, zone) if article.published else "no date given")
    updated = later_date(article.modified, article.published, zone) if article.modified else ""
    if updated:
        parts.append(f"updated {updated}")
    words = article.words
    if words:
        parts.append(f"{words:,} word{'' if words == 1 else 's'} · {minutes(words)} min")  # one thought, on one line
    return parts


def _filled(parts: Sequence[str], width: int) -> list[str]:
    """The parts in lines, parted by a dot; a line ends between two parts where it can."""
    lines = [parts[0]]
    for part in parts[1:]:
        longer = f"{lines[-1]} · {part}"
        if cells(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(part)
    return lines


def _air(before: Block | None, block: Block) -> int:
    """Blank lines between two blocks: one, two above a heading, none inside a list."""
    if before is None:
        return 0
    if isinstance(block, ListItem) and isinstance(before, ListItem):
        return 0
    return 2 if isinstance(block, Heading) else 1


def block_lines(block: Block, number: int, width: int, named: Named,
                letters: Mapping[str, str], manner: Manner = RAGGED) -> list[Line]:
    """One block in lines; none for a block that says nothing."""
    match block:
        case Paragraph():
            inline = weave(block.text, "text", marks=block.marks, named=named, letters=letters)
            return column(inline, width, block=number, manner=manner)
        case Heading():
            inline = weave(block.text, "heading", marks=block.marks, named=named, letters=letters)
            return column(inline, width, block=number)
        case Quote():
            inline = weave(block.text, "quote", marks=block.marks, named=named, letters=letters)
            return column(inline, width, prefix=QUOTE_BAR * min(max(block.depth, 1), 4), block=number,
                          manner=manner)
        case ListItem():
            inline = weave(block.text, "text", marks=block.marks, named=named, letters=letters)
            return _list_item(block, inline, number, width, manner)
        case Preformatted():
            inline = weave(block.text, "preformatted", marks=block.marks, named=named)
            return _preformatted(inline, number, width)
        case Figure():
            parts = _figure(block, named, letters)
            return [line for part in parts for line in column(part, width, prefix=BAR, block=number)]
        case Table():
            return lay_out(block, width, number, named, letters)
        case _:
            assert_never(block)


def _list_item(block: ListItem, inline: Inline, number: int, width: int, manner: Manner) -> list[Line]:
    depth = min(max(block.depth, 0), 3)
    bullet = BULLETS[depth % len(BULLETS)] if block.ordinal is None else f"{block.ordinal}. "
    prefix = "  " * depth + bullet
    if cells(prefix) > width // 2:
        prefix = bullet[:width // 2]
    return column(inline, width, prefix=prefix, hang=" " * cells(prefix), style="marker", block=number,
                  manner=manner)


def _figure(block: Figure, named: Named, letters: Mapping[str, str]) -> list[Inline]:
    """Caption, then credit; what the picture shows (alt) when there is no caption."""
    parts = []
    if block.text:
        parts.append(weave(block.text, "caption", named=named, letters=letters))
    elif block.alt:
        parts.append(plain(block.alt, "caption"))
    if block.credit:
        parts.append(plain(block.credit, "credit"))
    return parts or [plain("Picture without a caption", "credit")]


def _picture(number: int, rows: int) -> list[Line]:
    """Room for a picture beside the bar that its caption has."""
    return [Line(BAR, (Run(0, len(BAR), "bar"),), number, picture=row) for row in range(rows)]


def _preformatted(inline: Inline, number: int, width: int) -> list[Line]:
    """Its own lines, spaces kept; one that is too long goes on below, indented by an arrow."""
    lines, start = [], 0
    for piece in inline.text.split("\n"):
        end, lead = start + len(piece), ""
        while True:
            stop = start + len(fitting(inline.text[start:end], width - cells(lead)))
            lines.append(line_of(inline, start, stop, lead, "marker", number))
            if stop >= end:
                break
            start, lead = stop, "↳ "
        start = end + 1
    return lines


def spoken(lines: Sequence[Line]) -> str:
    """The lines as plain text, one newline after each."""
    return "".join(line.text.rstrip() + "\n" for line in lines)
