"""A library of as many articles as asked for: what speed and size are measured on.

    python -m tests.benchmarks.many_articles FOLDER [--articles 100000] [--words 120] [--longest 50000]

The articles are invented from a small vocabulary by a seeded generator, with names marked, spread over ten
sources, forty publishers and ten years; nothing is parsed. The first one has `--longest` words, for measuring a
long read. The same arguments make the same library. Ten thousand take half a minute; a hundred thousand, whose few
names all meet, the better part of an hour.
"""

import argparse
import hashlib
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from library import Library, documents, sources
from library.documents import Reading
from library.records import SourceKind
from parsers.article import AnnotatedArticle, Article, Entity, EntityType, Mention, Paragraph

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)
TEN_YEARS = 10 * 365 * 24 * 3600
IN_ONE_WRITE = 2000
VOCABULARY = """
    the of and to in a on for with as by that was at it its from after over against said would had were but not
    minister council river budget harvest court police union port bridge winter school hospital strike vote treaty
    border village captain festival railway drought election festival factory museum parliament inquiry storm
    reported announced refused agreed closed opened rose fell warned expected delayed approved rejected promised
    new old northern southern early late public private heavy narrow quiet sudden official local national
"""
WORDS = VOCABULARY.split()
PEOPLE = ("Ann Lee", "Maria Osei", "Jonas Berg", "Li Wei", "Tomasz Nowak", "Aisha Rahman", "Pedro Alves", "Ivan Petrov")
BODIES = ("United Ports", "River Council", "World Grain Office", "Northern Rail", "Free Press Union", "City Court")
PLACES = ("Geneva", "Odesa", "Lagos", "Lima", "Osaka", "Tromso", "Perth", "Quito", "Tallinn", "Accra")
KINDS: Sequence[tuple[EntityType, Sequence[str]]] = (("PERSON", PEOPLE), ("ORG", BODIES), ("GPE", PLACES))
PAPERS = ("Herald", "Post", "Times", "Echo")
NAME_EVERY = 14
"""Words between two names, about as in news (textual.md, section 3)."""
PARAGRAPH = 60


def article(number: int, words: int, random: Random) -> AnnotatedArticle:
    """One invented article of about so many words, with its names marked."""
    names: dict[str, tuple[EntityType, str, int]] = {}
    mentions: list[Mention] = []
    blocks: list[Paragraph] = []
    for block in range(max(1, words // PARAGRAPH)):
        text = ""
        for place in range(min(PARAGRAPH, words)):
            if place % NAME_EVERY == 3:
                kind, known = random.choice(KINDS)
                name = random.choice(known)
                entity = f"{kind.lower()}:{name.lower().replace(' ', '-')}"
                start = len(text) + 1
                mentions.append(Mention("body", block, start, start + len(name), name, kind, entity, 0.9, "made"))
                names[entity] = (kind, name, names.get(entity, (kind, name, 0))[2] + 1)
                text += f" {name}"
            else:
                text += f" {random.choice(WORDS)}" if text else random.choice(WORDS).capitalize()
        blocks.append(Paragraph(f"{text}."))
    title = " ".join(random.choice(WORDS) for _ in range(random.randint(5, 12))).capitalize()
    published = NOW - timedelta(seconds=random.randrange(TEN_YEARS) if number else 0)
    story = Article(
        id=hashlib.sha256(f"made {number}".encode()).hexdigest()[:32], format="text", title=f"{title} {number}",
        blocks=tuple(blocks), publisher=f"The {random.choice(PLACES)} {random.choice(PAPERS)}",
        published=published.isoformat(), language="en", url=f"https://example.org/{number}",
    )
    entities = tuple(Entity(identity, name, kind, count=count) for identity, (kind, name, count) in names.items())
    return AnnotatedArticle(story, entities, tuple(mentions))


def articles(count: int, words: int, longest: int) -> Iterator[AnnotatedArticle]:
    """`count` articles of `words` words each, the first (and newest) of `longest`."""
    random = Random(1)  # the same library each time
    for number in range(count):
        yield article(number, words if number else longest, random)


def make(folder: Path, count: int, words: int, longest: int) -> None:
    """The library in this folder; articles that it has already stay as they are."""
    library = Library.open(folder, now=lambda: NOW)
    database = library._database
    made = articles(count, words, longest)
    with database.write() as connection:
        known = [
            sources.ensure(connection, SourceKind.FOLDER, f"Folder {number}", f"/made/{number}".encode(), NOW)
            for number in range(10)
        ]
        connection.execute("update sources set refreshed_at = ?", (NOW.isoformat(),))
        connection.execute("insert or ignore into settings (key, value) values ('examples', 'none')")
    for start in range(0, count, IN_ONE_WRITE):
        with database.write() as connection:
            for number in range(start, min(start + IN_ONE_WRITE, count)):
                story = next(made)
                reading = Reading(None, None, "made", (story,))
                documents.record(connection, known[number % 10], f"{number}".encode(), reading, NOW)
                if number % 3 == 0 and number:
                    connection.execute("update statuses set read = 1 where article = ?", (story.article.id,))
    library.close()


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--words", type=int, default=120)
    parser.add_argument("--longest", type=int, default=50_000)
    options = parser.parse_args(arguments)
    make(options.folder, options.articles, options.words, options.longest)
    sys.stdout.write(f"{options.folder}: {options.articles:,} articles\n")


if __name__ == "__main__":
    main()
