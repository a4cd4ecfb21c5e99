"""JSON as sites really write it into their pages.

A tenth of the pages' JSON-LD breaks the grammar: control characters in strings, trailing commas, HTML escapes,
several values in a row. A strict reader would lose the author and date of all of them.
"""

import json
import re
from html import unescape

LONGEST = 2_000_000  # characters of one script: ten times the longest of the benchmark's
_OPENING = re.compile(r"\A(?:(?://\s*)?<!\[CDATA\[|<!--)")
_CLOSING = re.compile(r"(?:(?://\s*)?\]\]>|-->)\s*;?\Z")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_DOUBLED_COMMA = re.compile(r",(\s*,)+")
_WRONG_ESCAPE = re.compile(r"\\(?=[^\"\\/bfnrtu])")
_BETWEEN = re.compile(r"[\s;,]*")
_FIELDS = ("@type", "headline", "name", "description", "datePublished", "dateModified", "articleSection", "articleBody")
_FIELD = re.compile(rf'"({"|".join(_FIELDS)})"\s*:\s*"((?:[^"\\\n]|\\.)*+)"')

_decoder = json.JSONDecoder(strict=False)  # control characters in strings are let through


def values(text: str) -> list[object]:
    """All values in a script, mended where they can be. A hopeless script gives one object of its plain string
    fields, or nothing. Never raises."""
    text = _unwrapped(text[:LONGEST].strip()).strip().removesuffix(";")
    if not text:
        return []
    for mended in (text, _mended(text), _mended(unescape(text))):
        found = _all(mended)
        if found is not None:
            return found
    fields: dict[str, object] = {}
    for key, value in _FIELD.findall(text):
        fields.setdefault(key, _unquoted(value))
    return [fields] if fields else []


def _unwrapped(text: str) -> str:
    """Without the signs that kept a script from old browsers and from XML."""
    if text.startswith(("<", "/")):
        text = _OPENING.sub("", text)
    if text.removesuffix(";").rstrip().endswith(("]]>", "-->")):
        text = _CLOSING.sub("", text)
    return text


def _all(text: str) -> list[object] | None:
    """The values that stand one after another; None when one of them is broken."""
    out: list[object] = []
    at = 0
    try:
        while at < len(text):
            value, at = _decoder.raw_decode(text, at)
            out.append(value)
            between = _BETWEEN.match(text, at)
            at = between.end() if between else at
    except (ValueError, RecursionError):
        return None
    return out


def _mended(text: str) -> str:
    text = _DOUBLED_COMMA.sub(",", _TRAILING_COMMA.sub(r"\1", text))
    return _WRONG_ESCAPE.sub("", text)


def _unquoted(value: str) -> str:
    try:
        return str(json.loads(f'"{value}"', strict=False))
    except ValueError:
        return value
