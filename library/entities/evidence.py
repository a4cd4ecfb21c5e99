"""What one article says of each person, body and place it names: all that the matching needs, and nothing of storage.

The article as the parsers annotated it comes in; out comes, for each of its entities that is followed across
articles, the names to compare, the traits, the forms with their counts, and where in the story its mentions stand.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from library.entities.keys import KINDS, PLACES, NameKey, acronym_key, folded, is_country, name_key, nations
from library.entities.traits import Traits, traits_of
from parsers.article import AnnotatedArticle, Article, Entity, EntityType, Mention, text_of
from parsers.entities.acronyms import is_acronym

FAR = 10_000
"""Words between title, dek and story, so that what stands in two of them is never near each other."""
_WITHIN = re.compile(r", ([A-Z][\w.'’]*(?: [A-Z][\w.'’]*)?)(?!,? (?:and|or|[A-Z]))(?=[,.;:)]|\s|$)")
"""What follows in a list ("Paris, Lyon and Lille") is no region."""


class Seen(Struct, frozen=True):
    """One entity of one article."""

    place: int
    """Index into AnnotatedArticle.entities."""
    type: EntityType
    name: str
    """The fullest form the article uses."""
    key: NameKey
    others: tuple[NameKey, ...]
    """Keys of its other full names: the article itself says that they are one."""
    short: tuple[str, ...]
    """Weak keys that the article uses for it: a surname, an acronym it explains."""
    forms: dict[str, int]
    """The forms it is mentioned by, counted."""
    roles: tuple[str, ...]
    count: int
    words: tuple[int, ...]
    """The number of each mention's first word: see `word_numbers`."""
    traits: Traits


def seen_in(annotated: AnnotatedArticle) -> list[Seen]:
    """The people, bodies, places, peoples and events of an article; dates and sums of money are not followed."""
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention in annotated.mentions:
        mentions[mention.entity].append(mention)
    numbers = word_numbers(annotated)
    country = _main_country(annotated)
    found = []
    for place, entity in enumerate(annotated.entities):
        own = mentions[entity.id]
        if entity.type in KINDS and (seen := _seen(annotated.article, place, entity, own, country, numbers)):
            found.append(seen)
    return _with_acronyms(found)


def _with_acronyms(found: list[Seen]) -> list[Seen]:
    """An acronym whose letters begin the words of one of the article's bodies, and of no other, is that body's."""
    full = [one for one in found if one.type == "ORG" and not one.key.is_weak]
    explained = {}
    for one in found:
        if one.type == "ORG" and one.key.is_weak and acronym_key(one.name):
            bearers = [other for other in full if is_acronym(one.name, other.name)]
            if len({other.key.key for other in bearers}) == 1:
                explained[one.place] = bearers[0].key
    return [replace(one, key=explained[one.place]) if one.place in explained else one for one in found]


def _seen(
    article: Article, place: int, entity: Entity, mentions: Sequence[Mention], country: str | None,
    numbers: dict[tuple[str, int | None, int], int],
) -> Seen | None:
    key = name_key(entity.type, entity.name, country)
    if key is None:
        return None
    forms = Counter(mention.text for mention in mentions) or Counter({entity.name: max(entity.count, 1)})
    full = [entity.name]
    others: dict[str, NameKey] = {}
    short: dict[str, None] = dict.fromkeys(key.short)
    for form in forms:
        also = name_key(entity.type, form, country)
        if also is None or also.key == key.key:
            full.append(form)
        elif also.is_weak or (acronym := acronym_key(form)):
            short[also.key if also.is_weak else acronym or ""] = None
        else:
            full.append(form)
            others[also.key] = also
            short.update(dict.fromkeys(also.short))
    if key.is_weak and others:  # one recogniser's canonical name may be an acronym
        key = others.pop(min(others))
    short.pop(key.key, None)
    within = _within(article, mentions) if entity.type in PLACES else []
    return Seen(
        place=place, type=entity.type, name=entity.name, key=key, others=tuple(others.values()), short=tuple(short),
        forms=dict(forms), roles=entity.roles, count=sum(forms.values()),
        words=tuple(sorted(numbers[m.field, m.block, m.start] for m in mentions)),
        traits=traits_of(entity.type, full, entity.roles, within),
    )


def word_numbers(annotated: AnnotatedArticle) -> dict[tuple[str, int | None, int], int]:
    """For each mention, by field, block and start: how many words of the article stand before it.

    Title, dek and story are far apart (`FAR`); blocks follow each other as they are read.
    """
    starts: dict[tuple[str, int | None], list[int]] = defaultdict(list)
    for mention in annotated.mentions:
        starts[mention.field, mention.block].append(mention.start)
    article = annotated.article
    numbers: dict[tuple[str, int | None, int], int] = {}
    base = {"title": 0, "dek": FAR, "body": 2 * FAR}
    for n, block in enumerate(article.blocks):
        _number(numbers, block.text, ("body", n), starts.get(("body", n), []), base["body"])
        base["body"] += len(block.text.split())
    for field in ("title", "dek"):
        _number(numbers, text_of(article, field, None), (field, None), starts.get((field, None), []), base[field])
    return numbers


def _number(
    numbers: dict[tuple[str, int | None, int], int], text: str, where: tuple[str, int | None], starts: list[int],
    base: int,
) -> None:
    at, words = 0, base
    for start in sorted(starts):
        words += len(text[at:start].split())
        at = start
        numbers[*where, start] = words


def _within(article: Article, mentions: Sequence[Mention]) -> list[str]:
    """The region right behind a place's name: "Birmingham, Alabama"."""
    found = []
    for mention in mentions:
        match = _WITHIN.match(text_of(article, mention.field, mention.block), mention.end)
        if mention.type == "GPE" and match is not None and _is_region(match[1]) and not is_country(mention.text):
            region = folded(match[1])
            found.append(folded(nations().get(region, region)))
    return found


def _is_region(name: str) -> bool:
    key = name_key("GPE", name)
    return key is not None and key.weight < 1.0 and key.key.startswith("l ")


def _main_country(annotated: AnnotatedArticle) -> str | None:
    """The country that an article is about as far as its names tell: the one it names, or names twice as often."""
    counts: Counter[str] = Counter()
    for entity in annotated.entities:
        if entity.type == "GPE" and is_country(entity.name):
            counts[nations().get(folded(entity.name), entity.name)] += max(entity.count, 1)
        elif entity.type == "NORP" and folded(entity.name) in nations():
            counts[nations()[folded(entity.name)]] += max(entity.count, 1)
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    return ranked[0][0]
