"""How much of the story comes out of the project's own pages of trouble: a floor for each page, and one for all.

tests/pages/html holds a page for each kind of trouble that real pages make (why it is there stands in its .json),
and its dump as plain text. A floor is what the parser reaches today: a change that costs a page part of its story
fails here; one that wins some may raise the floor.
"""

import json
import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean
from typing import Any

import pytest

from parsers import Article, Page, parse
from parsers.article import Figure

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(path.stem for path in (PAGES / "html").glob("*.html"))
SEEN = datetime(2026, 1, 1, tzinfo=UTC)
KINDS = {"html": "text/html; charset=utf-8", "txt": "text/plain; charset=utf-8"}
# The mean F1 of the story's words over all pages, as measured; a page more or a better parser moves them.
LEAST = {"html": 0.99, "txt": 0.88}


def read(name: str, ending: str) -> tuple[Article, dict[str, Any]]:
    """The article of a page, and what a careful editor makes of it."""
    file = PAGES / "html" / f"{name}.{ending}"
    url = "https://quay.example/news/page" if ending == "html" else None
    want: dict[str, Any] = json.loads(file.with_suffix(".json").read_text("utf-8"))
    return parse(Page(file.read_bytes(), SEEN, url, KINDS[ending])).articles[0], want


def score(article: Article, body: list[str]) -> float:
    """F1 of the four-word sequences of dek and body against the true ones."""
    blocks = [block.text for block in article.blocks if not isinstance(block, Figure)]
    came, true = grams([article.dek or "", *blocks]), grams(body)
    return 2 * (came & true).total() / (came.total() + true.total())


def grams(texts: list[str]) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", "\n".join(texts))
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ending", KINDS)
def test_page_keeps_its_floor(name: str, ending: str) -> None:
    """No page of trouble loses more of its story, or lets in more beside it, than it does today."""
    article, want = read(name, ending)
    reached = score(article, want["body"])

    assert reached >= want["floor"][ending], [block.text for block in article.blocks]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_set_aside_is_lost(name: str) -> None:
    """What is no part of the story is still there to be looked at."""
    article, want = read(name, "html")
    everything = [piece.text for piece in article.pieces]

    assert article.title == want["title"]
    assert all(any(text in piece for piece in everything) for text in want["set_aside"])


@pytest.mark.parametrize("ending", KINDS)
def test_mean_over_all_pages(ending: str) -> None:
    """The pages of trouble together keep their quality."""
    reached = [score(article, want["body"]) for article, want in (read(name, ending) for name in NAMES)]

    assert mean(reached) >= LEAST[ending]
