"""A title as part of a file name: readable, in its own script, and harmless on every system.

python-slugify joins the words. By itself it lets 600 characters through, and names that Windows reserves for
devices; its way to ASCII turns a Chinese or Russian title into guesswork. So signs go before it and limits after.
"""

import re
import unicodedata

MOST_CHARACTERS = 80
MOST_BYTES = 200
"""In UTF-8. File systems take 255 bytes for a whole name; the rest is for date, id and extension."""
FALLBACK = "untitled"

_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
"""Learn Microsoft, "Naming Files, Paths, and Namespaces": devices, with any extension."""
_APOSTROPHES = dict.fromkeys(map(ord, "'’ʼ＇‘`´"))


def slug(title: str) -> str:
    """Lower-case letters, marks and digits of every script, words joined by "-"; never empty.

    At most 80 characters and 200 bytes of UTF-8, cut between words where there are words.
    """
    from slugify import slugify  # 25 ms, and only exports need it

    kept = "".join(_kept(character) for character in unicodedata.normalize("NFKC", title).translate(_APOSTROPHES))
    # Without marks and signs there is nothing for it to decode; it joins the words and lowers their letters.
    joined = slugify(kept, entities=False, decimal=False, hexadecimal=False, allow_unicode=True, regex_pattern=r"\s+")
    name = _cut(unicodedata.normalize("NFC", joined))
    if not name:
        return FALLBACK
    return f"{name}-{FALLBACK}" if _RESERVED.fullmatch(name) else name


def _kept(character: str) -> str:
    """A letter, mark or digit as it is; what joins letters without being seen vanishes; all else parts words."""
    category = unicodedata.category(character)
    if category[0] in "LMN":
        return character
    return "" if category == "Cf" else " "


def _cut(name: str) -> str:
    """The whole words that fit; the beginning of the first when not even it does (Chinese has no spaces)."""
    while len(name) > MOST_CHARACTERS or len(name.encode()) > MOST_BYTES:
        shorter, dash, _ = name.rpartition("-")
        if not dash:
            return name.encode()[:MOST_BYTES].decode("utf-8", "ignore")[:MOST_CHARACTERS]
        name = shorter
    return name.strip("-")
