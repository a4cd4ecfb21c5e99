"""What kind of input a page is, by its bytes; what a server declared is only a hint.

Files have wrong suffixes and servers wrong headers: a PDF served as text/html would otherwise be typeset as
news, and a web page saved as .txt be shown with its tags.
"""

import codecs
import re
from typing import Literal

from parsers.decode import wide_codec

Kind = Literal["empty", "binary", "html", "text"]

_HEAD = 65_536  # where a page shows what it is; some begin with 50 KB of styles before their first paragraph
_SAMPLE = 16_384
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# First bytes that no text begins with, from the WHATWG MIME Sniffing standard and the formats' own
# specifications. Zip covers DOCX and EPUB, OLE covers old Office files.
_MAGIC = (
    b"%PDF-", b"%!PS", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a",
    b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b\x08", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"\x7fELF", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"\xfd7zXZ\x00", b"\x28\xb5\x2f\xfd",
    b"SQLite format 3\x00", b"OggS\x00", b"\x1a\x45\xdf\xa3", b"\x00asm", b"\xca\xfe\xba\xbe",
    b"\xcf\xfa\xed\xfe", b"II*\x00", b"MM\x00*", b"wOFF", b"wOF2", b"fLaC\x00",
)  # fmt: skip
_MAGIC_AT = re.compile(
    rb"RIFF.{4}(?:WEBP|WAVE|AVI )|.{4}ftyp[\w ]{4}|BZh[1-9]1AY&SY|ID3[\x02-\x04]\x00", re.DOTALL
)
# "Binary data bytes" of WHATWG MIME Sniffing, section 3: what text has no use for.
_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\x0c\r\x1b")

_START = re.compile(
    # Possessive and atomic: a thousand comments must not be tried in every combination.
    rb"(?:\s|(?><!--.*?-->)|<\?xml[^>]*>)*+<(?:!doctype\s+html|html|head|body)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(
    rb"</?(?:p|div|span|a|br|img|h[1-6]|ul|ol|li|table|tr|td|article|section|main|header|footer|nav|figure|aside"
    rb"|blockquote|script|style|link|meta|title|strong|em|b|i)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ENOUGH_TAGS = 3  # a text may speak of <b> once or twice


def sniff(body: bytes, content_type: str | None = None) -> Kind:
    """What the bytes are: "empty" (nothing but white space), "binary" (no text at all), "html" or "text".

    `content_type` is the header as received or None: it makes a fragment with a single tag HTML, and keeps a
    text/plain page about HTML from being rendered.
    """
    if not body.strip() or body in _MARKS:
        return "empty"
    if _is_binary(body):
        return "binary"
    head = body[:_HEAD].replace(b"\x00", b"")
    for mark in _MARKS:
        head = head.removeprefix(mark)
    if _START.match(head):
        return "html"
    declared = (content_type or "").partition(";")[0].strip().lower()
    if declared == "text/plain":
        return "text"
    enough = 1 if declared in ("text/html", "application/xhtml+xml") else _ENOUGH_TAGS
    for seen, _ in enumerate(_TAG.finditer(head), start=1):
        if seen >= enough:
            return "html"
    return "text"


def _is_binary(body: bytes) -> bool:
    if body.startswith(_MAGIC) or _MAGIC_AT.match(body):
        return True
    if body.startswith(_MARKS) or wide_codec(body):
        return False
    sample = body[:_SAMPLE]
    zeros = sample.count(0)
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    # A stray zero or bell stands in many a text; compressed data has one zero in 256 bytes, programs more.
    return zeros >= max(4, len(sample) // 500) or controls * 10 > len(sample)
