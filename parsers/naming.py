"""The words that a page's makers named an element with, in classes, ids and their kin.

They are the only labels that the authors of a page wrote themselves ("byline", "related-posts"). Cut into words
they can be compared with a vocabulary; uncut, "mostRead", "most-read" and "most_read" would be three names.
"""

import operator
import re
from collections.abc import Mapping
from functools import lru_cache

_NONE: frozenset[str] = frozenset()
ATTRIBUTES = frozenset({
    "class", "id", "role", "itemprop", "name", "data-testid", "data-test-id", "data-test", "data-qa", "data-cy",
    "data-component", "data-component-name", "data-module", "data-type", "data-name", "data-block", "data-label",
    "aria-label",
})  # fmt: skip
"""The attributes that name an element."""
_WORD = re.compile(r"[A-Z]?[a-z]{2,}|[A-Z]{2,}(?![a-z])|[^\W\d_A-Za-z]{2,}")
_PLAIN_WORD = re.compile("[a-z]{2,}")  # what that finds in small letters
# "has-sidebar", "no-comments", "with-newsletter" tell what stands elsewhere, or what does not.
_ABOUT_OTHERS = re.compile(r"(?:has|have|no|not|non|with|without|hide|show|hides|shows|includes?)[-_]", re.IGNORECASE)
# What WordPress's post_class() writes on an article: its tags and categories are not its place on the page.
_POST_CLASS = frozenset({"hentry", "type-post", "type-page", "status-publish"})
_TAXONOMY = ("tag-", "category-", "cat-", "author-", "topic-", "section-", "series-", "format-")
_LABEL_WORDS = 3  # an aria-label longer than this is a headline, not the name of a place
_LONGEST = 400  # characters of one attribute; behind them come utility classes


def words(tag: str, attributes: Mapping[str, str | None], naming: tuple[str, ...]) -> frozenset[str]:
    """Lower-case words of an element's names; two words that stand together also count as one ("most", "read",
    "mostread"). `naming` says which of its attributes name it."""
    found = _words_of(tag) if "-" in tag else _NONE
    for name in naming:
        value = attributes[name]
        if value and (name != "aria-label" or _is_short_label(value, tag)):
            more = _words_of(value[:_LONGEST])
            found = found | more if found else more
    return found


def _is_short_label(label: str, tag: str) -> bool:
    return len(label) < 40 and len(label.split()) <= _LABEL_WORDS and tag not in ("a", "button")


@lru_cache(maxsize=8192)
def _words_of(value: str) -> frozenset[str]:
    tokens = value.split()
    if len(tokens) == 1:
        return _words_of_token(value.strip())
    if not _POST_CLASS.isdisjoint(tokens):
        tokens = [token for token in tokens if not token.startswith(_TAXONOMY)]
    return _NONE.union(*map(_words_of_token, tokens))


@lru_cache(maxsize=16_384)
def _words_of_token(token: str) -> frozenset[str]:
    plain = token.isascii() and token.islower()
    if plain and token.isalpha():
        return frozenset((token,)) if len(token) > 1 else _NONE
    if _ABOUT_OTHERS.match(token):
        return _NONE
    parts = _PLAIN_WORD.findall(token) if plain else [part.lower() for part in _WORD.findall(token)]
    return frozenset([*parts, *map(operator.add, parts, parts[1:])] if len(parts) > 1 else parts)
