"""Where a text breaks into lines of so many terminal cells.

A terminal counts cells, not characters: 新 takes two, a combining accent none. Breaking by `len` would push
Chinese headlines out of their pane and leave ragged holes after emoji. The measure is rich's, because that is
what Textual lays strips out with; it is imported on first use, so that plain English costs nothing.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from unicodedata import bidirectional, east_asian_width

# A line may also end inside a word: after a hyphen or slash between letters ("President-elect", but not
# "2024-04-02" or "-5"), and after a dash that joins words.
_SOFT_BREAK = re.compile(r"(?<=[^\W\d_]{2})[-/](?=[^\W\d_]{2})|(?<=\w)[—–](?=[^\W\d_])")
# Latin, Greek and Cyrillic letters and the signs of European typography: one cell each, and no white space but the
# space. A test holds this against rich's tables.
_NARROW = re.compile(r"[ -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*")
_LETTERS = re.compile(r"[^\W\d_]+")
# Signs that never begin a line in Chinese and Japanese (JIS X 4051, "gyoto kinsoku"), and those that never
# end one.
_NOT_FIRST = frozenset(
    "、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】°′″℃％‰…‥〜～)]},.:;!?%»"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
)
_NOT_LAST = frozenset("‘“（〔［｛〈《「『【￥＄￡([{«")
# Korean is wide as well, but its words are parted by spaces and stay whole in news.
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")
# Thai and Lao write no spaces between words. Without a dictionary the one sure thing is that a vowel that is written
# before its consonant begins a syllable; where it does, a line may end.
_LEADING_VOWEL = re.compile("(?<=[\u0e00-\u0eff])[\u0e40-\u0e44\u0ec0-\u0ec4]")

Hyphens = Callable[[str], Sequence[int]]
"""Where a word may be broken with a hyphen: offsets into it, ascending."""
LEAST_HYPHENATED = 6
"""Letters of a word that is worth breaking; TeX breaks from five on, with two before and three behind the hyphen."""


def cells(text: str) -> int:
    """How many terminal cells the text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def cut(text: str, width: int) -> str:
    """The text in at most `width` cells, its end replaced by an ellipsis when it does not fit."""
    if cells(text) <= width:
        return text
    if width <= 0:
        return ""
    return fitting(text, width - 1).rstrip() + "…"


def fitting(text: str, width: int) -> str:
    """The longest beginning of the text that takes at most `width` cells and splits no character."""
    if text.isascii():
        return text[: max(0, width)]
    used, end = 0, 0
    for _, stop, size in graphemes(text):
        if used + size > width:
            break
        used, end = used + size, stop
    return text[:end]


def wrap(text: str, width: int, hyphens: Hyphens | None = None) -> list[tuple[int, int]]:
    """The lines of a paragraph as half-open ranges of the text: none wider than `width` cells, which must
    be at least 2. Only white space lies between one range and the next. An empty text has no lines.

    Greedy: each line takes as many words as fit. A word that fits no line is broken between characters. `hyphens`
    breaks words of alphabetic scripts as well; such a line has room for the hyphen (see `ends_in_word`).
    """
    if width < 2:
        raise ValueError("a line needs room for one wide character")
    return _wrap_narrow(text, width, hyphens) if _NARROW.fullmatch(text) else _wrap_any(text, width)


def ends_in_word(text: str, end: int) -> bool:
    """Whether a line that ends there ends between two letters of a word."""
    return 0 < end < len(text) and text[end - 1].isalpha() and text[end].isalpha()


def is_right_to_left(text: str) -> bool:
    """Whether most of its letters belong to a script that is written from right to left (Arabic, Hebrew …).

    The first letter decides in UAX #9 (P2, P3); a headline that begins with a Latin name is still Hebrew.
    """
    if text.isascii() or _NARROW.fullmatch(text):
        return False
    kinds = [bidirectional(sign) for sign in text]
    return kinds.count("R") + kinds.count("AL") > kinds.count("L")


def _hyphenated(text: str, start: int, limit: int, hyphens: Hyphens) -> int | None:
    """Where the word that starts at `start` is broken so that it and its hyphen end before `limit`; None: nowhere."""
    found = _LETTERS.match(text, start)
    if found is None or len(found[0]) < LEAST_HYPHENATED:
        return None
    fitting_ones = [place for place in hyphens(found[0]) if start + place + 1 <= limit]
    return start + fitting_ones[-1] if fitting_ones else None


def _wrap_narrow(text: str, width: int, hyphens: Hyphens | None = None) -> list[tuple[int, int]]:
    """`wrap` for text whose characters take one cell each: most news, and five times as fast."""
    lines: list[tuple[int, int]] = []
    start, size = 0, len(text)
    while True:
        while start < size and text[start] == " ":
            start += 1
        if start >= size:
            return lines
        limit = start + width
        if size <= limit:
            lines.append((start, len(text.rstrip(" "))))
            return lines
        space = text.rfind(" ", start, limit + 1)
        stop = max(space, start)
        for match in _SOFT_BREAK.finditer(text, stop, min(size, limit + 2)):
            if match.end() <= limit:
                stop = match.end()
        if hyphens is not None and stop < limit:
            word = stop + 1 if text[stop] == " " else stop
            stop = _hyphenated(text, word, limit, hyphens) or stop
        if stop == start:
            stop = limit
        end = stop
        while text[end - 1] == " ":
            end -= 1
        lines.append((start, end))
        start = stop


def _wrap_any(text: str, width: int) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    start = end = used = 0
    begun = False
    for unit_start, unit_end in _units(text):
        size = cells(text[unit_start:unit_end])
        gap = cells(text[end:unit_start])
        if begun and used + gap + size <= width:
            end, used = unit_end, used + gap + size
            continue
        if begun:
            lines.append((start, end))
        start, end, used, begun = unit_start, unit_end, size, True
        while used > width:
            stop = start + len(fitting(text[start:end], width))
            lines.append((start, stop))
            start, used = stop, cells(text[stop:end])
    if begun and end > start:
        lines.append((start, end))
    return lines


def _units(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of text that stay together, as ranges."""
    for word in re.finditer(r"\S+", text):
        start, stop = word.span()
        if text[start:stop].isalpha() and text[start:stop].isascii():
            yield start, stop
            continue
        for place in _breaks(text, start, stop):
            yield start, place
            start = place
        yield start, stop


def _breaks(text: str, start: int, stop: int) -> list[int]:
    """Where a word may be broken: after its hyphens and dashes, and around its wide characters."""
    word = text[start:stop]
    places = {match.end() for match in _SOFT_BREAK.finditer(text, start, stop)}
    places.update(match.start() for match in _LEADING_VOWEL.finditer(text, start + 1, stop))
    if not word.isascii() and any(east_asian_width(sign) in "WF" for sign in word):
        signs = [(start + a, start + b) for a, b, _ in graphemes(word)]
        for (before, _), (after, _) in pairwise(signs):
            if _may_part(text[before], text[after]):
                places.add(after)
    return sorted(places)


def _may_part(before: str, after: str) -> bool:
    if _HANGUL.match(before) and _HANGUL.match(after):
        return False
    wide = east_asian_width(before) in "WF" or east_asian_width(after) in "WF"
    return wide and before not in _NOT_LAST and after not in _NOT_FIRST


def graphemes(text: str) -> list[tuple[int, int, int]]:
    """(start, end, cells) of each character as a reader sees it."""
    from rich.cells import split_graphemes

    return split_graphemes(text)[0]
