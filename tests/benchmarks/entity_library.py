"""How a library of 100,000 articles answers questions about who is in it, and what an article more costs.

    python -m tests.benchmarks.entity_library [--articles 100000] [--folder DIR]

Builds a library of made-up articles, printed as it grows, and then prints: the card of the entity that most articles
name (goal: 100 ms), the list of its articles (30 ms), the entities of one article more (20 ms), and the size on disk.
Names follow Zipf's law as those of news do: the most frequent place is in every third article, the most frequent person
in one of twenty; one person in twelve appears by surname alone, and surnames, acronyms
and now and then whole names are shared, so that the matching has its usual work. The rows
of the library are written straight, everybody being who the world says; the last articles go in as a refresh puts them
in, matching and all. Parsing is not measured here (see speed.py).
"""

import argparse
import random
import shutil
import statistics
import sys
import tempfile
import time
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

import msgspec

from library import Library, codec, documents, sources
from library.documents import Reading
from library.entities import index, rows
from library.entities.evidence import word_numbers
from library.entities.keys import acronym_key, name_key
from library.records import Selection, SourceKind
from parsers.article import AnnotatedArticle, Article, Entity, EntityType, Mention, Paragraph

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
_SYLLABLES = [consonant + vowel for consonant in "bdfghjklmnprstvz" for vowel in "aeio"]
_ROLES = ("minister", "striker", "chief executive", "senator", "judge", "singer", "professor", "mayor")
_PER_ARTICLE = (8, 30)
"""Entities of an article: the example pages have 16 to 27."""
_MORE = 300
"""Articles that are added to the full library."""


class World:
    """Who and what there is to write about."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        given = [self._word(2) for _ in range(900)]
        surnames = [self._word(3) for _ in range(9000)]
        self.people = [(self.random.choice(given), self.random.choice(surnames)) for _ in range(60_000)]
        bodies = [f"{self._word(3)} {kind}" for kind in ("Institute", "Group", "Trust", "Works") for _ in range(5000)]
        self.bodies = [(name, name[0] + name.split()[1][0] + self.random.choice("ABCX")) for name in bodies]
        self.places = [self._word(self.random.choice((2, 3, 4))) for _ in range(12_000)]
        self.outlets = [f"The {self._word(2)} Times" for _ in range(60)]

    def _word(self, syllables: int) -> str:
        return "".join(self.random.choice(_SYLLABLES) for _ in range(syllables)).capitalize()

    def zipf(self, many: Sequence[Any], flat: int) -> Any:
        """One of them: the n-th with a chance in proportion to 1 / (n + flat), as Mandelbrot mended Zipf's law."""
        reach = (len(many) + flat) / flat
        return many[min(int(flat * reach ** self.random.random() - flat), len(many) - 1)]

    def article(self, number: int) -> AnnotatedArticle:
        """One article, and what the recogniser would have made of it."""
        texts: list[str] = []
        entities: dict[str, Entity] = {}
        mentions: list[Mention] = []
        for n in range(self.random.randint(*_PER_ARTICLE)):
            entity, forms = self._entity()
            if entity.id in entities:
                continue
            entities[entity.id] = entity
            text, found = _paragraph(n, entity, forms, len(texts))
            texts.append(text)
            mentions += found
        published = (NOW - timedelta(minutes=self.random.randint(0, 3 * 365 * 1440))).isoformat()
        article = Article(
            id=sha256(str(number).encode()).hexdigest()[:32], format="made up", title=f"Story number {number}",
            blocks=tuple(Paragraph(text) for text in texts), publisher=self.zipf(self.outlets, 5), published=published)
        return AnnotatedArticle(article, tuple(entities.values()), tuple(mentions))

    def _entity(self) -> tuple[Entity, tuple[str, ...]]:
        kind: EntityType = self.random.choices(("PERSON", "ORG", "GPE"), (45, 30, 25))[0]
        if kind == "PERSON":
            given, surname = self.zipf(self.people, 20)
            full = f"{given} {surname}"
            if self.random.random() < 1 / 12:
                return Entity(f"person:{surname}", surname, kind, count=2), (surname, surname)
            roles = (_ROLES[hash_of(full) % len(_ROLES)],) if self.random.random() < 0.3 else ()
            if self.random.random() < 0.002:  # a namesake, or an error of the recogniser
                roles = (self.random.choice(_ROLES),)
            return Entity(f"person:{full}", full, kind, roles=roles, count=3), (full, surname, surname)
        if kind == "ORG":
            name, letters = self.zipf(self.bodies, 20)
            if self.random.random() < 0.03:
                return Entity(f"org:{letters}", letters, kind, count=1), (letters,)
            forms = (name, letters) if self.random.random() < 0.2 else (name,)
            return Entity(f"org:{name}", name, kind, count=len(forms)), forms
        name = self.zipf(self.places, 1)
        return Entity(f"gpe:{name}", name, kind, count=1), (name,)


def hash_of(text: str) -> int:
    return int.from_bytes(sha256(text.encode()).digest()[:4])


def _paragraph(n: int, entity: Entity, forms: Sequence[str], block: int) -> tuple[str, list[Mention]]:
    text, found = "", []
    field: Literal["body"] = "body"
    for form in forms:
        text += ("and then " if text else "On the day in question ")
        start = len(text)
        text += form + " was said to have agreed to what had been proposed before, "
        found.append(Mention(field, block, start, start + len(form), form, entity.type, entity.id, 0.9, "made up"))
    return text.rstrip(", ") + ".", found


def build(library: Library, world: World, articles: int) -> None:
    """Writes the rows of so many articles, the matching left out: everybody is who the world says it is."""
    bulk = Bulk()
    with library._database.read() as connection:
        mine = connection
    mine.execute("pragma foreign_keys = off")  # the entities are written last, when all is counted
    with library._database.write() as connection:
        source = sources.ensure(connection, SourceKind.KEPT, "Made up", b"", NOW)
        connection.execute(
            "insert into documents (source, path, sha256, parsed_by) values (?, x'00', x'00', 'made up')", (source,))
        for number in range(articles):
            bulk.add(connection, number + 1, world.article(number))
            if (number + 1) % 20_000 == 0:
                say(f"{number + 1:7} articles")
        connection.execute("insert into listings select ?, key, publisher, sort_at from articles", (source,))
        connection.execute("insert into holdings select 1, key, key from articles")
        bulk.write_counts(connection)


class Bulk:
    """What follows from all articles, counted on the way."""

    def __init__(self) -> None:
        self.entities: dict[str, int] = {}
        self.keys: dict[str, int] = {}
        self.tokens: dict[int, tuple[int, float]] = {}
        self.short: set[tuple[int, int]] = set()
        self.facts: Counter[tuple[int, str, str]] = Counter()
        self.entity_keys: Counter[tuple[int, int]] = Counter()
        self.totals: Counter[tuple[int, str]] = Counter()
        self.first: dict[int, int] = {}
        self.publishers: dict[str, int] = {}

    def add(self, connection: Any, key: int, annotated: AnnotatedArticle) -> None:
        article = annotated.article
        moment = documents.sort_time(article.published, NOW)
        publisher = self.publishers.setdefault(article.publisher or "", len(self.publishers) + 1)
        connection.execute("insert into statuses (key, article, arrived_at) values (?, ?, ?)",
                           (key, article.id, NOW.isoformat()))
        connection.execute(
            "insert into articles (key, title, publisher, published, sort_at, words, entities, annotated_by) "
            "values (?, ?, ?, ?, ?, 400, 20, ?)",
            (key, article.title, article.publisher, article.published, moment, index.version()))
        connection.execute("insert into bodies values (?, ?)", (key, codec.encode(annotated)))
        numbers = word_numbers(annotated)
        forms: dict[str, Counter[str]] = defaultdict(Counter)
        places: dict[str, list[int]] = defaultdict(list)
        for mention in annotated.mentions:
            forms[mention.entity][mention.text] += 1
            places[mention.entity].append(numbers[mention.field, mention.block, mention.start])
        made = [self._row(key, n, entity, forms[entity.id], places[entity.id], moment, publisher)
                for n, entity in enumerate(annotated.entities)]
        connection.executemany("insert into appearances values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", made)

    def _row(self, article: int, place: int, entity: Entity, forms: Counter[str], words: list[int], moment: int,
             publisher: int) -> tuple[Any, ...]:
        found = name_key(entity.type, entity.name)
        assert found is not None
        key = self._key(found.key)
        self.tokens.setdefault(key, (self._key(found.token), found.weight))
        self.short.update((self._key(short), key) for short in found.short)
        if not found.is_weak:
            self.short.update((self._key(short), key) for form in forms if (short := acronym_key(form)))
        identity = self.entities.setdefault(entity.id, len(self.entities) + 1)
        said = rows.Said(entity.type, entity.name, (key,), dict(forms), entity.roles)
        self.entity_keys[key, identity] += 1
        self.facts.update({(identity, "called", entity.name): 1, (identity, "type", entity.type): 1})
        self.facts.update({(identity, "name", form): number for form, number in forms.items()})
        self.facts.update({(identity, "role", role): 1 for role in entity.roles})
        self.totals.update({(identity, "articles"): 1, (identity, "mentions"): forms.total()})
        self.first[identity] = min(self.first.get(identity, moment), moment)
        return (article, place, identity, key, forms.total(), moment, publisher, array("I", words).tobytes(),
                int(found.is_weak), msgspec.json.encode(said).decode())

    def _key(self, text: str) -> int:
        return self.keys.setdefault(text, len(self.keys) + 1)

    def write_counts(self, connection: Any) -> None:
        names = {identity: value for (identity, kind, value) in self.facts if kind == "called"}
        types = {identity: value for (identity, kind, value) in self.facts if kind == "type"}
        connection.executemany("insert into name_keys values (?, ?, ?, ?)", [
            (key, text, *self.tokens.get(key, (key, 1.0))) for text, key in self.keys.items()])
        connection.executemany("insert into short_names values (?, ?)", sorted(self.short))
        connection.executemany(
            "insert into entities (id, stands_for, type, name, articles, mentions, all_articles, first_at) "
            "values (?, ?, ?, ?, ?, ?, ?, ?)",
            [(one, one, types[one], names[one], self.totals[one, "articles"], self.totals[one, "mentions"],
              self.totals[one, "articles"], self.first[one]) for one in self.entities.values()])
        connection.executemany("insert into facts values (?, ?, ?, ?)", [
            (*fact, number) for fact, number in sorted(self.facts.items())])
        connection.executemany("insert into entity_keys values (?, ?, ?)", [
            (*pair, number) for pair, number in sorted(self.entity_keys.items())])
        words = {(word, identity) for (identity, kind, value) in self.facts if kind == "name"
                 for word in rows.words_of(value)}
        connection.executemany("insert into name_words values (?, ?)", sorted(words))
        connection.executemany("insert into publishers values (?, ?)", [
            (number, name) for name, number in self.publishers.items()])


def best(do: Callable[[], object], times: int = 5) -> str:
    """The milliseconds of the first call and of the quickest."""
    measured = []
    for _ in range(times):
        start = time.perf_counter()
        do()
        measured.append(1000 * (time.perf_counter() - start))
    return f"first {measured[0]:.0f} ms, then {min(measured):.0f} ms"


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, help="keeps the library there; else it is deleted")
    arguments = parser.parse_args()
    folder = arguments.folder or Path(tempfile.mkdtemp(prefix="newsreader-benchmark-"))
    try:
        world = World(1)
        library = Library.open(folder, now=lambda: NOW)
        start = time.perf_counter()
        build(library, world, arguments.articles)
        say(f"built in {time.perf_counter() - start:.0f} s")
        library.close()
        library = Library.open(folder, now=lambda: NOW)
        report(library, folder)
        add_more(library, world, arguments.articles)
        library.close()
    finally:
        if arguments.folder is None:
            shutil.rmtree(folder, ignore_errors=True)


def add_more(library: Library, world: World, number: int) -> None:
    """Files articles as a refresh does, matching and all, each committed alone; what its entities took of that."""
    cpu, clock = [], []
    plain = index.put

    def timed(*arguments: Any) -> None:
        start, began = time.thread_time(), time.perf_counter()
        plain(*arguments)
        cpu.append(1000 * (time.thread_time() - start))
        clock.append(1000 * (time.perf_counter() - began))

    index.put = timed  # type: ignore[assignment]  # the same function with a clock around it
    try:
        for n in range(number, number + _MORE):
            digest = sha256(str(n).encode()).digest()
            with library._database.write() as connection:
                source = sources.ensure(connection, SourceKind.KEPT, "Made up", b"", NOW)
                reading = Reading(None, digest, "made up", (world.article(n),))
                documents.record(connection, source, digest, reading, NOW)
    finally:
        index.put = plain
    for what, took in (("CPU", cpu), ("on the clock", clock)):
        say(f"entities of one article more, {what}: mean {statistics.mean(took):.1f} ms, median "
            f"{statistics.median(took):.1f}, 95 % below {sorted(took)[int(_MORE * 0.95)]:.1f}, worst {max(took):.0f} "
            "(goal 20)")


def report(library: Library, folder: Path) -> None:
    entities = library.entities
    top = entities.top(limit=3)
    for row in top:
        say(f"{row.name} ({row.type}): {row.articles} articles, {row.mentions} mentions")
    most = top[0].id
    say(f"its card: {best(lambda: entities.card(most))} (goal 100)")
    say(f"list of its articles: {best(lambda: library.rows(Selection(entities=(most,))))} (goal 30)")
    say(f"with the second: {best(lambda: library.rows(Selection(entities=(most, top[1].id))))}")
    say(f"within 8 words: {best(lambda: library.rows(Selection(entities=(most, top[1].id), near=8)))}")
    say(f"first 50 mentions: {best(lambda: entities.mentions(most))}")
    say(f"search by a beginning: {best(lambda: entities.search(top[1].name[:3]))}")
    say(f"search misspelt: {best(lambda: entities.search(top[1].name.replace('a', 'e', 1) + 'x'))}")
    say(f"new this week: {best(lambda: entities.new())}; most named: {best(lambda: entities.top())}")
    size = sum(path.stat().st_size for path in folder.iterdir())
    with library._database.read() as connection:
        options = {option for (option,) in connection.execute("pragma compile_options")}
        sizes = "select name, sum(pgsize) from dbstat group by name order by 2 desc limit 12"
        pages = dict(connection.execute(sizes)) if "ENABLE_DBSTAT_VTAB" in options else {}
    shares = "".join(f"; {name} {number / 1e6:.0f}" for name, number in pages.items())
    say(f"on disk: {size / 1e6:.0f} MB{shares}")


if __name__ == "__main__":
    main()
