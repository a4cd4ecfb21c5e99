"""A part of an article's text that a reader has marked, and the steps in which a mark grows.

Nobody wants to count characters with a key: people quote sentences and paragraphs. The mouse may be exact.
"""

import re
from collections.abc import Sequence
from typing import Literal

from tui.text_map import Spot

Unit = Literal["sentence", "paragraph", "line"]
UNITS: Sequence[Unit] = ("sentence", "paragraph", "line")
"""In the order in which one key goes through them."""

Field = tuple[int, str]
"""A field of the article and its text (text_map.texts)."""
Part = tuple[Spot, Spot]
"""From a spot to another one behind it, in the same field or a later one."""

# A stop, what closes behind it, and white space; or the stop of a script that writes no spaces.
_SENTENCE = re.compile(r"[.!?…؟۔।][\"'”’»)\]]*\s+(?=[^\sa-zà-ÿ])|[。！？][」』”）]*")
_TITLE = re.compile(r"(?:^|\s)(?:Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Col|Lt|Jr|Sr|vs|No|[A-Z])\.\s+$")
"""A stop that ends an abbreviation before a name, or an initial: no sentence ends there."""


def parts(fields: Sequence[Field], unit: Unit, lines: Sequence[Part]) -> list[Part]:
    """All units of the text, in reading order. `lines`: what each line of the screen shows of it."""
    if unit == "line":
        return list(lines)
    found: list[Part] = []
    for field, text in fields:
        if not text.strip():
            continue
        ranges = [(0, len(text))] if unit == "paragraph" else sentences(text)
        found += [(Spot(field, start), Spot(field, end)) for start, end in ranges]
    return found


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a paragraph as ranges, without the white space between them."""
    found: list[tuple[int, int]] = []
    start = 0
    for match in _SENTENCE.finditer(text):
        if _TITLE.search(text[start:match.end()]):
            continue
        found.append((start, len(text[:match.end()].rstrip())))
        start = match.end()
    if text[start:].strip():
        found.append((start, len(text.rstrip())))
    return found


def passages(fields: Sequence[Field], part: Part) -> list[str]:
    """What a part says, field by field; empty ones left out."""
    first, last = part
    found: list[str] = []
    for field, text in fields:
        if first.field <= field <= last.field:
            start = first.offset if field == first.field else 0
            end = last.offset if field == last.field else len(text)
            if text[start:end].strip():
                found.append(text[start:end].strip())
    return found
