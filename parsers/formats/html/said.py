"""What one source of metadata says about a page, before the sources are weighed against each other."""

import re
from html import unescape

from msgspec import Struct, field

from parsers import markup
from parsers.article import Author
from parsers.clean import clean_line, clean_text
from parsers.news import name as names
from parsers.news import people as bylines

# "By", in the languages whose sites write it into the metadata.
_BY = re.compile(
    r"^(?:(?:written |posted |story |text )?by|von|par|por|di|da|av|af|door|autor(?:in|es)?|aut(?:ore|eur|hor))\b[ :]+",
    re.IGNORECASE,
)
# Addresses, login names, descriptions of pictures, names left out.
_NO_NAME = re.compile(r"(?i:https?:|www\.|@|^[\W\d_]*$|^\(|^none$|^null$|^undefined$)|^[a-z][a-z\d._-]{4,}$")
# An agency's sign for its editor ("Jane Doe (jdo)"), and what follows a name: a place, an agency, a degree, a post.
_SIGN = re.compile(r"\s*\([\w./-]{1,12}\)$")
_BEHIND_NAME = re.compile(r"\s*[,;|·/]\s*|\s+[-–—]\s+")
_LONGEST_NAME = 80
_LONGEST_LINE = 1_000  # characters of a title, a dek or a section; anything longer is no such thing
_TAG = re.compile(r"<(?:/?[a-zA-Z]|!--)")


class Said(Struct):
    """The claims of one source, each list from the strongest to the weakest, as clean text."""

    titles: list[str] = field(default_factory=list)
    deks: list[str] = field(default_factory=list)
    authors: list[Author] = field(default_factory=list)
    publishers: list[str] = field(default_factory=list)
    published: list[str] = field(default_factory=list)
    """As written: ISO 8601 or anything else."""
    modified: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    breadcrumb: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)
    """As written, perhaps relative."""
    images: list[str] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    is_article: bool | None = None


def line(value: str) -> str:
    """A metadata string as one clean line: references resolved (also twice escaped ones), tags stripped; "" when too
    long to be a line."""
    text = value[: 4 * _LONGEST_LINE]
    if "&" in text:
        text = unescape(unescape(text))
    if _TAG.search(text):
        text = markup.strip_tags(text)
    text = clean_line(text)
    return text if len(text) <= _LONGEST_LINE else ""


def prose(value: str) -> str:
    """A metadata string of several paragraphs as clean text with newlines."""
    text = markup.strip_tags(value) if _TAG.search(value) else unescape(value)
    return clean_text(re.sub(r"\n{3,}", "\n\n", text))


def people(value: str, url: str | None = None, bio: str | None = None) -> list[Author]:
    """The authors that a string names: one, or each of "Jane Doe, John Roe and A. N. Other". [] for addresses.

    Where names are followed by something else ("Jane Doe and John Roe, Nairobi") only the names count.
    """
    text = _SIGN.sub("", _BY.sub("", line(value)).strip(" ,;|·-–—:"))
    if ";" in text:
        return [author for part in text.split(";") for author in people(part)]
    if "told to" in text:
        text = bylines.TOLD_TO.sub("", text)
    text = bylines.DEGREES.sub("", text)
    if not text or _NO_NAME.search(text):
        return []
    if bylines.is_job(text):
        return [Author(one) for one in bylines.named(text, marked=True)] or _unless_job(text, url, bio)
    listed = names.people(text)
    if not listed:
        first = _BEHIND_NAME.split(text)[0]
        listed = names.people(first) if first != text else ()
    if len(listed) > 1:
        return [Author(one) for one in listed]
    text = listed[0] if listed else text
    return [Author(text, url, bio)] if len(text) <= _LONGEST_NAME else []


def _unless_job(text: str, url: str | None, bio: str | None) -> list[Author]:
    """A name that holds a job's word among others; a job alone ("Marketing Director") is nobody."""
    return [Author(text, url, bio)] if names.has_known_given(text) and len(text) <= _LONGEST_NAME else []
