"""Whether two articles tell the same text: copies of an agency's story, a syndicated column, a page saved twice.

Pure, and rather precise than greedy: a copy that is missed costs a second glance, a wrong one hides news. Texts are
compared by their shingles, runs of five words (Broder, "On the resemblance and containment of documents", 1997), so
that neither a new headline nor a cut end hides a copy, while stories that only share a subject have none in common.
"""

import re
import zlib

from msgspec import Struct

from parsers.article import Article, Heading, ListItem, Paragraph, Quote

RUN = 5
"""Words of a shingle: two authors rarely write the same five in a row by chance."""
MOST_WORDS = 4000
"""Words that are looked at: two texts that agree so far agree."""
LEADS = 4
"""Shingles by which a text is found: the smallest, so that texts which share most of theirs share one of these (with
half in common in 15 of 16 cases: the chance that all four of the smallest of both together are in one of them only)."""
LONG = 100
"""Shingles from which a text speaks for itself. Shorter ones can be all notice ("Subscribe to read on …"), the same on
every page of a site, so they also need the same title."""
SHORTEST = 12
"""Shingles below which nothing is said."""
TITLE_WORDS = 4
"""Words a title needs to tell a story: "Morning briefing" is the title of many."""
HELD, HELD_WITH_TITLE = 0.8, 0.5
"""The share of the shorter text's shingles that the longer one has to hold; without and with the same title."""
OF_THE_LONGER = 0.3
"""The share of the longer text's shingles that has to be the shorter's: a quoted statement is no copy of the report."""

_WORDS = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\\W\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
"""Words; where a script has no spaces between them, its signs."""


class Likeness(Struct, frozen=True):
    """What of an article is compared."""

    shingles: frozenset[int]
    title: int | None
    """The title's words as a number; None: too few to tell a story."""

    @property
    def leads(self) -> list[int]:
        """Numbers by which copies find each other: every copy shares one of them, and few other articles do."""
        return [*sorted(self.shingles)[:LEADS], *([] if self.title is None else [self.title])]


def likeness(article: Article) -> Likeness:
    """What of the article is compared: its title, and the words of its story, whatever their signs and capitals."""
    told = " ".join(block.text for block in article.blocks if isinstance(block, Paragraph | Heading | ListItem | Quote))
    words = _WORDS.findall(told.casefold())[:MOST_WORDS]
    title = _WORDS.findall(article.title.casefold())
    shingles = frozenset(_number(words[at:at + RUN]) for at in range(len(words) - RUN + 1))
    return Likeness(shingles, _number(title) if len(title) >= TITLE_WORDS else None)


def is_copy(one: Likeness, other: Likeness) -> bool:
    """Whether they tell the same text; the order does not matter."""
    shorter, longer = sorted((len(one.shingles), len(other.shingles)))
    if shorter < SHORTEST:
        return False
    shared = len(one.shingles & other.shingles)
    if one.title is not None and one.title == other.title:
        return shared >= HELD_WITH_TITLE * shorter
    return shorter >= LONG and shared >= HELD * shorter and shared >= OF_THE_LONGER * longer


def _number(words: list[str]) -> int:
    return zlib.crc32(" ".join(words).encode("utf-8", "surrogatepass"))
