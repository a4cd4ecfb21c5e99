"""A parser simple enough to foresee, so that tests of the library say nothing about the real one.

A page is text. Each line "# Title" begins an article, whose id follows from the title alone; "by Name" names the
publisher, "on 2024-04-02" the date, any other line is a paragraph, and its words in capitals are organisations.
"""

import hashlib
from collections.abc import Iterator, Sequence

import pytest

from parsers.article import AnnotatedArticle, Article, Entity, Page, Paragraph, Parsed, Problem
from parsers.site_rules import SiteRule


def id_of(title: str) -> str:
    return hashlib.sha256(title.encode()).hexdigest()[:32]


def parse(page: Page, rules: Sequence[SiteRule] = ()) -> Parsed:
    if b"\0" in page.body:
        return Parsed("binary", (), (Problem("not_text", "This is not text. Save the page as text."),))
    return Parsed("fake", tuple(_articles(page.body.decode())))


def _articles(text: str) -> Iterator[Article]:
    for part in text.split("# ")[1:]:
        title, *lines = part.strip().split("\n")
        facts = {line.split(" ")[0]: line.split(" ", 1)[1] for line in lines if line.startswith(("by ", "on "))}
        story = tuple(Paragraph(line) for line in lines if line and not line.startswith(("by ", "on ")))
        yield Article(id=id_of(title), format="fake", title=title, blocks=story, publisher=facts.get("by"),
                      published=facts.get("on"))


def annotate(article: Article) -> AnnotatedArticle:
    words = [word for block in article.blocks for word in block.text.split() if word.isupper()]
    return AnnotatedArticle(article, tuple(
        Entity(f"org:{word.lower()}", word, "ORG", count=words.count(word)) for word in dict.fromkeys(words)))


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Puts the fake in the real parser's place; the first line of every page that was parsed, in order."""
    seen: list[str] = []

    def recording(page: Page, rules: Sequence[SiteRule] = ()) -> Parsed:
        seen.append(page.body.decode(errors="replace").split("\n")[0])
        return parse(page)

    monkeypatch.setattr("library.refresh.parse", recording)
    monkeypatch.setattr("library.engines.annotated", annotate)
    monkeypatch.setattr("library.refresh.parsers_version", lambda: "fake 1")
    return seen
