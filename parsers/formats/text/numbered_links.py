"""The numbers that text browsers print before links ("[12]Business"), taken off.

lynx and elinks count all links of a page so, unless they are told not to. To everything that reads words the number
would be a part of the first one.
"""

import re
from itertools import pairwise

from msgspec.structs import replace

from parsers.formats.text.lines import Line

_NUMBER = re.compile(r"\[(\d{1,5})\](?=[^\s.,;:!?)\]\[]|\[|$)")
# A footnote's mark stands behind a word and a space follows; a link's number is glued to what it counts. Of all that
# look like numbers of links nearly every one is one more than the one before.
LEAST_NUMBERS = 6
LEAST_RISING = 0.8
# A line of links with so many words each is a row of a menu.
ENTRY_WORDS = 4


def without(lines: list[Line]) -> list[Line]:
    """The lines without the numbers of links; those that held nothing else go, and leave a gap."""
    numbers = [int(found) for line in lines if "[" in line.text for found in _NUMBER.findall(line.text)]
    rising = sum(b == a + 1 for a, b in pairwise(numbers))
    if len(numbers) < LEAST_NUMBERS or rising < LEAST_RISING * (len(numbers) - 1):
        return lines
    kept: list[Line] = []
    gap = 0
    for line in lines:
        texts = _without(line.text) if "[" in line.text else [line.text]
        raw = " ".join(_without(line.raw)) if texts != [line.text] else line.raw
        gap += line.gap
        for text in texts:
            kept.append(replace(line, text=text, raw=raw if len(texts) == 1 else text, gap=gap))
            gap = 0
        gap += not texts
    return kept


def _without(text: str) -> list[str]:
    """A line without numbers; the entries of a menu where it is nothing but short links; nothing if none had words."""
    entries = [" ".join(entry.split()) for entry in _NUMBER.split(text)[::2]]
    said = [entry for entry in entries if entry]
    if not entries[0] and len(said) > 1 and all(len(entry.split()) <= ENTRY_WORDS for entry in said):
        return said
    parts: list[str] = []
    at = 0
    for found in _NUMBER.finditer(text):
        parts.append(text[at : found.start()])
        if parts[-1][-1:].isalnum() and text[found.end() : found.end() + 1].isalnum():
            parts.append(" ")  # two words stay two
        at = found.end()
    whole = " ".join("".join([*parts, text[at:]]).split())
    return [whole] if whole else []
