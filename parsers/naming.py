"""The words that a page's makers named an element with, in classes, ids and their kin.

They are the only labels that the authors of a page wrote themselves ("byline", "related-posts"). Cut into words
they can be compared with a vocabulary; uncut, "mostRead", "most-read" and "most_read" would be three names.
"""

import operator
import re
from functools import lru_cache

NONE: frozenset[str] = frozenset()
LABEL = "aria-label"
ATTRIBUTES = frozenset({
    "class", "id", "role", "itemprop", "name", "data-testid", "data-test-id", "data-test", "data-qa", "data-cy",
    "data-component", "data-component-name", "data-module", "data-type", "data-name", "data-block", "data-label",
    LABEL,
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


@lru_cache(maxsize=8192)  # a template prints the same names again and again
def words(tag: str, naming: tuple[str, ...], values: tuple[str | None, ...]) -> frozenset[str]:
    """Lower-case words of an element's names; two words that stand together also count as one ("most", "read",
    "mostread"). `naming` are those of its attributes that name it, `values` what they say."""
    found = words_of(tag) if "-" in tag else NONE
    for name, value in zip(naming, values, strict=True):
        if value and (name != LABEL or _is_short_label(value, tag)):
            found = found | words_of(value)
    return found


@lru_cache(maxsize=8192)
def words_of(value: str | None) -> frozenset[str]:
    """The words of one attribute; None and "" have none."""
    tokens = value[:_LONGEST].split() if value else []
    if len(tokens) == 1:
        return _words_of_token(tokens[0])
    if not _POST_CLASS.isdisjoint(tokens):
        tokens = [token for token in tokens if not token.startswith(_TAXONOMY)]
    return NONE.union(*map(_words_of_token, tokens))


def _is_short_label(label: str, tag: str) -> bool:
    return len(label) < 40 and len(label.split()) <= _LABEL_WORDS and tag not in ("a", "button")


@lru_cache(maxsize=16_384)
def _words_of_token(token: str) -> frozenset[str]:
    plain = token.isascii() and token.islower()
    if plain and token.isalpha():
        return frozenset((token,)) if len(token) > 1 else NONE
    if _ABOUT_OTHERS.match(token):
        return NONE
    parts = _PLAIN_WORD.findall(token) if plain else [part.lower() for part in _WORD.findall(token)]
    return frozenset([*parts, *map(operator.add, parts, parts[1:])] if len(parts) > 1 else parts)
