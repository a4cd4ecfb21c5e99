"""From an article to its mentions and entities, through any recogniser: the steps in their order."""

from collections import Counter

from msgspec import Struct
from msgspec.structs import replace

from parsers.article import AnnotatedArticle, Article, Entity, Figure, Heading, Mention
from parsers.entities.acronyms import expansions
from parsers.entities.propagate import propagate
from parsers.entities.recogniser import Context, Found, Recogniser, TextKind, serves
from parsers.entities.referents import Named, canonical_names, entity_id
from parsers.entities.roles import titled
from parsers.entities.rules import Rules
from parsers.entities.tidy import tidy


class Zone(Struct, frozen=True):
    """One text of an article that may hold names, and where it stands."""

    text: str
    field: str
    block: int | None
    kind: TextKind


def annotate_with(article: Article, recogniser: Recogniser) -> AnnotatedArticle:
    """The article with the names that the recogniser finds, settled over the document.

    In a language that it does not serve, the rules find what lists and repetition show: less rather than wrong.
    """
    zones = _zones(article)
    texts = [zone.text for zone in zones]
    context = Context(tuple(zone.kind for zone in zones), article.language)
    fit = recogniser if serves(recogniser, context) else Rules()
    found = [tidy(text, names) for text, names in zip(texts, fit.find(texts, context), strict=True)]
    found = [tidy(text, names) for text, names in zip(texts, propagate(texts, found, context), strict=True)]
    explained = expansions(texts, found, article.publisher)
    flat = [(zone, one) for zone, names in zip(zones, found, strict=True) for one in names]
    named = [Named(zone.text[one.start : one.end], one.type) for zone, one in flat]
    names = canonical_names(named, explained)
    mentions = tuple(_mention(zone, one, name) for (zone, one), name in zip(flat, names, strict=True))
    return AnnotatedArticle(article, _entities(mentions, names, zones), mentions)


# The longest stories of the press have some 30,000 words; behind three times as much nothing is marked, so that a
# file that is no article costs seconds and not minutes.
_LONGEST = 600_000


def _zones(article: Article) -> list[Zone]:
    """The texts to read, in reading order; from where the article grows beyond all measure they are empty."""
    zones, length = [], 0
    for zone in _all_zones(article):
        zones.append(zone if length + len(zone.text) <= _LONGEST else replace(zone, text=""))
        length += len(zone.text)
    return zones


def _all_zones(article: Article) -> list[Zone]:
    zones = [Zone(article.title, "title", None, "title")]
    if article.dek:
        zones.append(Zone(article.dek, "dek", None, "dek"))
    for n, block in enumerate(article.blocks):
        kind: TextKind = "body"
        if isinstance(block, Figure):
            kind = "caption"
        elif isinstance(block, Heading):
            kind = "heading"
        zones.append(Zone(block.text, "body", n, kind))
    return zones


def _mention(zone: Zone, one: Found, name: str) -> Mention:
    return Mention(
        field="title" if zone.field == "title" else "dek" if zone.field == "dek" else "body",
        block=zone.block,
        start=one.start,
        end=one.end,
        text=zone.text[one.start : one.end],
        type=one.type,
        entity=entity_id(one.type, name),
        score=one.score,
        found_by=one.found_by,
    )


def _entities(mentions: tuple[Mention, ...], names: list[str], zones: list[Zone]) -> tuple[Entity, ...]:
    """One entity for each id, by first mention, with the forms and roles that its mentions show."""
    texts = {(zone.field, zone.block): zone.text for zone in zones}
    counts = Counter(mention.entity for mention in mentions)
    first: dict[str, tuple[Mention, str]] = {}
    aliases: dict[str, dict[str, None]] = {}
    roles: dict[str, dict[str, None]] = {}
    for mention, name in zip(mentions, names, strict=True):
        first.setdefault(mention.entity, (mention, name))
        forms = aliases.setdefault(mention.entity, {})
        seen = roles.setdefault(mention.entity, {})
        forms[mention.text] = None
        if mention.type == "PERSON":
            title = titled(texts[mention.field, mention.block], mention.start, mention.end)
            if title.alias:
                forms[title.alias] = None
            if title.role:
                seen[title.role] = None
    return tuple(
        Entity(
            id=entity,
            name=name,
            type=mention.type,
            aliases=tuple(form for form in aliases[entity] if form != name),
            roles=tuple(roles[entity]),
            count=counts[entity],
        )
        for entity, (mention, name) in first.items()
    )
