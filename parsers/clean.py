"""The one place where foreign text becomes text that may reach a terminal, a file or a database.

Textual and rich pass ESC, OSC and C1 codes of a page through to the terminal (measured, textual 8.2.8, rich
15.0.0), so a headline could write to a reader's clipboard. Every string of the data model goes through
`clean_line` or `clean_text`; everything downstream relies on it and never checks again.
"""

import re
import unicodedata

# A terminal's control sequences with their bodies: OSC/DCS/SOS/PM/APC up to their terminator (or the end of
# the line, so that an unterminated one cannot swallow a page), CSI with parameters, two-character escapes.
# ECMA-48 section 5.4 and 8.3. Their one-character forms (C1) lose only the introducer, further down: as code
# points of a page they are UTF-8 that was once read as Latin-1 ("Å\x9bwiat", "â\x80\x9d"), and what follows is words.
_SEQUENCE = re.compile(
    "\x1b[\\]PX^_][^\x07\x1b\x9c\n\r\x0b\x0c\x85\u2028\u2029]*(?:\x07|\x1b\\\\|\x9c|)"
    "|\x1b\\[[0-?]*[ -/]*[@-~]?"
    "|\x1b[ -/]*[0-~]?"
)
# Line ends of every platform, and the separators of Unicode.
_NEWLINE = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# C0 but tab and newline, DEL, C1, lone surrogates; bidi embeddings, overrides and isolates (Trojan Source);
# zero-width space, word joiner and invisible operators, byte order mark, soft hyphen, interlinear
# annotation, the tags block and noncharacters. ZWJ, ZWNJ and the LRM/RLM marks stay: scripts and emoji need them.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
# More marks on one character than any orthography stacks (Vietnamese needs 2, pointed Hebrew 4, a Tibetan mantra
# 7): the rest is noise that draws over neighbouring lines.
MOST_MARKS = 8
# All marks are outside \w and ASCII, so a pile is inside such a run. (The first by itself: ten times as fast.)
_PILE = re.compile(r"[^\x00-\x7f\w\s][^\x00-\x7f\w\s]{8,}")
_PLAIN = re.compile("[\n\x20-\x7e]*")
# What has to go, but for piles: without either a text only needs to be composed, and most texts are.
_SUSPECT = re.compile(_INVISIBLE.pattern.removesuffix("]") + "\r\x0b\x0c\x85\u2028\u2029]")


def scrub(text: str) -> str:
    """The text without control sequences, control and invisible characters; newlines and tabs stay, NFC."""
    if _PLAIN.fullmatch(text):
        return text
    if not _SUSPECT.search(text) and not _PILE.search(text) and unicodedata.is_normalized("NFC", text):
        return text
    text = _SEQUENCE.sub("", text)
    text = _NEWLINE.sub("\n", text)
    text = _INVISIBLE.sub("", text)
    text = unicodedata.normalize("NFC", text)
    if _PILE.search(text):
        # Thinned apart and composed again: a mark that goes may let its neighbours compose.
        text = unicodedata.normalize("NFC", _PILE.sub(_thinned, unicodedata.normalize("NFD", text)))
    return text


def _thinned(run: re.Match[str]) -> str:
    """The run without the marks beyond what one character can carry; joiners do not begin another character."""
    kept: list[str] = []
    marks = 0
    for char in run[0]:
        kind = unicodedata.category(char)
        if kind in ("Mn", "Me"):
            marks += 1
        elif kind not in ("Mc", "Cf"):
            marks = 0
        if kind not in ("Mn", "Me") or marks <= MOST_MARKS:
            kept.append(char)
    return "".join(kept)


def clean_line(text: str) -> str:
    """One line: scrubbed, every run of white space one space, none at the ends. Idempotent."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())  # nothing to scrub, and the space is its only white space
    return " ".join(scrub(text).split())  # what is left of white space is all that Python splits at


def clean_part(text: str) -> str:
    """One line, of a piece of a text that was scrubbed as a whole."""
    return " ".join(text.split())


def clean_text(text: str) -> str:
    """Text that may hold newlines (preformatted, wire copy): scrubbed, tabs as spaces, no blank ends. Idempotent."""
    lines = [line.expandtabs(8).replace("\xa0", " ").rstrip() for line in scrub(text).split("\n")]
    while lines and not lines[0]:
        lines.pop(0)
    while lines and not lines[-1]:
        lines.pop()
    return "\n".join(lines)
