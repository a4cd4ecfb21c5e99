"""Addresses that copying glued to a name: "Jane Doehttps://example.org/author/jane/"."""

from functools import lru_cache

from parsers import urls
from parsers.news import name, sentence


@lru_cache(maxsize=sentence.REMEMBERED)
def name_and_address(text: str) -> tuple[str, str] | None:
    """(name, URL) of a line that is a person's name with a page address behind it; None otherwise."""
    found = urls.split_glued(text) if "://" in text else None
    if found is None:
        return None
    before, url, after = found
    before = before.strip(" :-–—|,(")
    return (before, url) if not after.strip(" )") and name.is_person(before) else None
