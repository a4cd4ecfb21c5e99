"""The id of an article: the same each time the same story is read again.

The address decides where there is one, because a story is edited in place; a paste has none, and then its words do.
"""

from collections.abc import Iterable
from hashlib import sha256

from parsers import urls
from parsers.news import sentence

# Paragraphs of a paste that make up its identity: enough to tell two stories apart, few enough that a correction
# further down keeps the id.
OPENING = 3


def article_id(url: str | None, title: str, texts: Iterable[str]) -> str:
    """32 hex digits from the canonical address, else from the title and the first paragraphs' letters and digits."""
    if url:
        source = "url " + urls.canonical(url)
    else:
        opening = [sentence.comparable(text) for _, text in zip(range(OPENING), texts, strict=False)]
        source = "text " + "\n".join([sentence.comparable(title), *opening])
    return sha256(source.encode("utf-8", "surrogatepass")).hexdigest()[:32]
