"""Bytes to text: which encoding a page is in, and what of it could not be read.

What the page says counts first (byte order mark, header, meta, XML declaration: the order of the WHATWG HTML
standard, section 13.2.3.2), but it is checked, because servers lie: a page that is flawless UTF-8 is UTF-8
whatever an old default in a header calls it. Without the check every such page is full of "â€™".
"""

import codecs
import re
import warnings

from parsers.article import Problem
from parsers.charsets import SINGLE_BYTE, codec_for

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEAD = 16_384  # a meta belongs into the first 1,024 bytes, but browsers heed a late one too
_SAMPLE = 65_536  # enough for the detector to be sure; more only costs time
# One broken character in this many is damage (a page cut in the middle, a pasted stray byte); more, and the
# encoding itself is wrong.
_DAMAGE = 20
# Where chardet 7.7 begins to be right: of 236 news texts of 60 to 3,000 characters in the legacy encodings of
# nine languages it was wrong on 2 of the 4 below this and on 1 of the 232 above.
_SURE = 0.1
_COMMENT = re.compile(rb"<!--.*?(?:-->|$)", re.DOTALL)
_META = re.compile(rb"<meta[\s/]((?:[^>\"']|\"[^\"]*\"|'[^']*')*+)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(rb"([^\s/>=\"']+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))")
_XML = re.compile(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w:.+-]+)", re.IGNORECASE)
_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w:.+-]+)", re.IGNORECASE)
# windows-1252 as the web reads it: its five empty places are the control characters of the same number, so
# that no byte is ever undecodable (WHATWG Encoding, index windows-1252).
_WINDOWS_1252 = "".join(
    chr(code) if code in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes((code,)).decode("cp1252")
    for code in range(256)
)


def decode(body: bytes, content_type: str | None = None) -> tuple[str, list[Problem]]:
    """The page as text, and what a reader should know about how it was read. Never raises.

    `content_type` is the header as received, None when there was none. A problem of kind "undecodable" tells
    of bytes that were replaced by U+FFFD, or of an encoding that nobody knows.
    """
    for mark, codec in _BOMS:
        if body.startswith(mark):
            return _told(*_forced(body[len(mark) :], codec), codec)
    if wide := wide_codec(body):
        return _told(*_forced(body, wide), wide)
    if body.isascii() and b"\x1b$" not in body and b"~{" not in body:
        return body.decode("ascii"), []
    labels = _declared(body, content_type)
    declared = [known for label in labels if (known := codec_for(label))]
    text, wrong, codec = _best(body, declared)
    text, problems = _told(text, wrong, codec)
    if labels and not declared:
        detail = f"The page names an encoding that nobody knows, “{labels[0][:40]}”; it was read as {codec}."
        problems.append(Problem(kind="undecodable", detail=detail))
    return text, problems


def wide_codec(body: bytes) -> str | None:
    """UTF-16's codec for text without a byte order mark, told by where the zero bytes stand; else None."""
    head = body[:4_096]
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if half < 2 or max(even, odd) * 10 < half * 4 or min(even, odd) * 20 > half:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _declared(body: bytes, content_type: str | None) -> list[str]:
    """The labels that header, meta and XML declaration give, in that order."""
    labels = []
    if match := _HEADER.search(content_type or ""):
        labels.append(match[1])
    head = _COMMENT.sub(b"", body[:_HEAD])
    found = [label for meta in _META.finditer(head) if (label := _label_of(meta[1]))]
    if xml := _XML.match(head):
        found.append(xml[1].decode("ascii", "replace"))
    # Read as ASCII just now, so it cannot be UTF-16, whatever it says (WHATWG HTML, prescan).
    return labels + ["utf-8" if (codec_for(label) or "").startswith("utf-16") else label for label in found]


def _label_of(attributes: bytes) -> str | None:
    """The encoding that one meta element declares; None when it is about something else."""
    values: dict[bytes, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(attributes):
        values.setdefault(name.lower(), (double or single or bare).decode("latin-1"))
    if b"charset" in values:
        return values[b"charset"]
    if values.get(b"http-equiv", "").lower() == "content-type":
        match = _HEADER.search(values.get(b"content", ""))
        return match[1] if match else None
    return None


def _best(body: bytes, declared: list[str]) -> tuple[str, int, str]:
    """Text, replaced characters and codec: the first candidate that reads the page without harm."""
    tries: list[tuple[str, int, str]] = []
    utf8 = _forced(body, "utf-8")
    for codec in declared:
        # Letters in UTF-8's own pattern do not come about by chance: a header's old default is overruled.
        if codec in SINGLE_BYTE and utf8[1] == 0:
            continue
        text, wrong = utf8 if codec == "utf-8" else _forced(body, codec)
        if wrong == 0 or _is_mere_damage(text, wrong):
            return text, wrong, codec
        tries.append((text, wrong, codec))
    if b"\x1b$B" in body and (japanese := _forced(body, "iso2022_jp_ext"))[1] == 0:
        return *japanese, "iso-2022-jp"
    if utf8[1] == 0 or _is_mere_damage(*utf8):
        return *utf8, "utf-8"
    if detected := _detected(body):
        text, wrong = _forced(body, detected)
        if wrong == 0 or _is_mere_damage(text, wrong):
            return text, wrong, detected
    # A declaration that fits not one letter beyond ASCII is no evidence, and windows-1252 loses no byte.
    fitting = [one for one in tries if _letters(one[0]) > one[1]]
    return min(fitting, key=lambda one: one[1]) if fitting else (*_forced(body, "cp1252"), "cp1252")


def _is_mere_damage(text: str, wrong: int) -> bool:
    letters = _letters(text)
    return letters - wrong >= wrong * _DAMAGE or (wrong == 1 and letters > 1)


def _letters(text: str) -> int:
    """Characters beyond ASCII, the replaced ones included."""
    return len(text) - len(text.encode("ascii", "ignore"))


def _detected(body: bytes) -> str | None:
    """What the detector thinks of the first 64 KB from the first byte beyond ASCII on; None when unsure."""
    from chardet import detect  # slow to import, and one page in a hundred needs it

    first = re.search(rb"[\x80-\xff\x1b~]", body)
    start = max(0, first.start() - 256) if first else 0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        guess = detect(body[start : start + _SAMPLE])
    label = guess.get("encoding")
    if not label or (guess.get("confidence") or 0.0) < _SURE:
        return None
    try:
        codec = codec_for(label) or codecs.lookup(label).name
    except LookupError:
        return None
    # The encodings of old Macintosh and DOS never were the web's: what looks like them is short western text.
    return None if codec.startswith(("mac", "cp4", "cp7", "cp8")) and codec != "cp874" else codec


def _forced(body: bytes, codec: str) -> tuple[str, int]:
    """The body read in this encoding come what may, and how many characters had to be replaced."""
    if codec == "cp1252":
        return codecs.charmap_decode(body, "replace", _WINDOWS_1252)[0], 0
    try:
        return body.decode(codec), 0
    except UnicodeError:
        text = body.decode(codec, "replace")
    return text, text.count("\ufffd")


def _told(text: str, wrong: int, codec: str) -> tuple[str, list[Problem]]:
    if not wrong:
        return text, []
    things = "One character is" if wrong == 1 else f"{wrong:,} characters are"
    detail = f"{things} not {codec} and shown as �; if it matters, fetch or save the page again as UTF-8."
    return text, [Problem(kind="undecodable", detail=detail)]
