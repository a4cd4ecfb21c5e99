"""Which appearances of a name are one referent: a pure function of what the articles say.

It knows no storage and no order of arrival: the same appearances give the same groups, whichever article came
first. An equal full name makes one referent unless something contradicts it; a weak name (a surname, an acronym)
makes one only in like company. Without this one place, matching would depend on the day a page was read.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct

from library.entities.traits import SETS, Traits, contradicted, contradiction, is_hard

ALIKE = 2.0
"""Company that speaks for one referent where the name alone does not: two people whom both articles name, or one and
a city and a well-known body besides."""
SOON = 1.5
"""The same for articles of one time (`_ONE_TIME`), which are likely to tell one story. Both by judgement."""
_ONE_TIME = 45 * 86_400
"""Seconds between articles that may tell one story."""
SOME = 1.0
"""Company that chooses between namesakes, one of whom it must be."""
_MARGIN = 1.0
"""How much better the best candidate of a weak name must be than the next."""
_DOMINANT = 3
"""How many times as many articles the usual bearer of a name has as the next, to be meant where nothing tells."""


class Appearance(Struct, frozen=True):
    """One entity of one article, as far as its referent is concerned."""

    article: str
    """The article's id: equal runs need an order that no arrival decides."""
    place: int
    traits: Traits
    company: Mapping[int, float]
    """The other names of the article: token → weight (see keys.NameKey)."""
    at: int = 0
    """Seconds since 1970: published, or else arrived."""
    row: int = 0
    """The article's row key, for whoever asked."""

    @property
    def order(self) -> tuple[str, int]:
        return self.article, self.place


class Group(Struct, frozen=True):
    """Appearances taken for one referent."""

    members: tuple[Appearance, ...]
    why: str | None = None
    """What keeps them apart from the other groups, as a sentence; None when there is no other group."""


def shared(one: Mapping[int, float], other: Mapping[int, float]) -> tuple[float, list[int]]:
    """How much company two articles have in common, and which tokens, the telling ones first."""
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    common = [token for token in small if token in large]
    return sum(small[token] for token in common), sorted(common, key=lambda token: (-small[token], token))


def in_like_company(one: Appearance, other: Appearance) -> float:
    """How much speaks for one referent of a weak name; 0 when it is not enough or something contradicts."""
    small, large = one.company, other.company
    if len(small) > len(large):
        small, large = large, small
    weight, telling = 0.0, False
    for token in small:
        if token in large:
            weight += small[token]
            telling = telling or small[token] >= 1.0
    wanted = SOON if abs(one.at - other.at) <= _ONE_TIME else ALIKE
    if weight < wanted or not telling or contradiction(one.traits, other.traits):
        return 0.0
    return weight


def settle(appearances: Sequence[Appearance]) -> list[Group]:
    """The referents of one full name, the largest group first."""
    ordered = sorted(appearances, key=lambda one: one.order)
    facets = _facets(ordered)
    against = [(a, b) for a in facets for b in facets if _code(a) < _code(b) and contradiction(a, b)]
    if not against:
        return [Group(tuple(ordered))]
    core = sorted({facet for pair in against for facet in pair}, key=_code)
    groups = [list(group) for group in _cores(core, facets)]
    rest = [one for one in ordered if one.traits not in set(core)]
    rest = _attach(rest, groups)
    groups = _with_rest(rest, groups)
    groups.sort(key=lambda group: (-len(group), min(one.order for one in group)))
    return [Group(tuple(sorted(group, key=lambda one: one.order)), _apart(group, groups)) for group in groups]


def _facets(appearances: Iterable[Appearance]) -> dict[Traits, list[Appearance]]:
    facets: dict[Traits, list[Appearance]] = {}
    for one in appearances:
        facets.setdefault(one.traits, []).append(one)
    return facets


def _code(traits: Traits) -> list[list[str]]:
    """Something to sort traits by."""
    return [sorted(getattr(traits, name)) for name in SETS]


def _cores(core: Sequence[Traits], facets: Mapping[Traits, list[Appearance]]) -> list[list[Appearance]]:
    """Traits that contradict others, joined where they agree or keep the same company; the strongest join first."""
    homes = {facet: n for n, facet in enumerate(core)}
    joins = []
    for n, one in enumerate(core):
        for other in core[n + 1 :]:
            company = max(shared(a.company, b.company)[0] for a in facets[one] for b in facets[other])
            against = contradicted(one, other)
            if not against and _agree(one, other):
                company = ALIKE
            if company >= (SOME if against == ["first"] else ALIKE) and not is_hard(one, other):
                joins.append((-company, _code(one), _code(other), one, other))
    likely = {frozenset(join[3:]) for join in joins}
    for *_, one, other in sorted(joins, key=lambda join: join[:3]):
        home, gone = homes[one], homes[other]
        mine = [facet for facet in core if homes[facet] == home]
        theirs = [facet for facet in core if homes[facet] == gone]
        if all(frozenset((a, b)) in likely or not contradiction(a, b) for a in mine for b in theirs):
            homes = {facet: home if n == gone else n for facet, n in homes.items()}
    return [
        [one for facet in core if homes[facet] == home for one in facets[facet]] for home in sorted(set(homes.values()))
    ]


def _agree(one: Traits, other: Traits) -> bool:
    return any(getattr(one, name) & getattr(other, name) for name in SETS if name != "first")


def _attach(rest: list[Appearance], groups: list[list[Appearance]]) -> list[Appearance]:
    """Puts appearances that nothing keeps apart into the group whose company they keep; those left over.

    In rounds, each measured against the groups as it found them, so that the order within a round is the same.
    """
    while rest:
        homes = [(one, _home(one, groups)) for one in rest]
        for one, home in homes:
            if home is not None:
                groups[home].append(one)
        left = [one for one, home in homes if home is None]
        if len(left) == len(rest):
            return left
        rest = left
    return rest


def _home(one: Appearance, groups: Sequence[Sequence[Appearance]]) -> int | None:
    """The one group whose company it keeps; None when there is none or more than one equally."""
    scores = [max(shared(one.company, other.company)[0] for other in group) for group in groups]
    for n, group in enumerate(groups):
        if any(is_hard(one.traits, other.traits) for other in group):
            scores[n] = 0.0
    best = max(scores)
    return scores.index(best) if best >= SOME and scores.count(best) == 1 else None


def _with_rest(rest: list[Appearance], groups: list[list[Appearance]]) -> list[list[Appearance]]:
    """The groups with what kept no one's company: the usual bearer's when there is one, else apart."""
    if not rest:
        return groups
    sizes = sorted((len(group) for group in groups), reverse=True)
    if len(sizes) == 1 or sizes[0] >= _DOMINANT * sizes[1]:
        usual = max(groups, key=len)
        usual.extend(rest)
        return groups
    return groups + _components(rest, lambda one, other: shared(one.company, other.company)[0] >= SOME)


def settle_weak(
    weak: Sequence[Appearance], candidates: Callable[[Appearance], Mapping[int, Sequence[Appearance]]]
) -> tuple[dict[tuple[str, int], tuple[int, Appearance]], list[list[Appearance]]]:
    """Whom surnames and acronyms mean: appearance → (candidate, the appearance that tells), and those left, grouped.

    `candidates` gives, for a weak one, appearances that it may stand for (under a full name), by entity.
    """
    meant: dict[tuple[str, int], tuple[int, Appearance]] = {}
    left = []
    for one in sorted(weak, key=lambda one: one.order):
        scores = []
        for entity, bearers in candidates(one).items():
            best = max(bearers, key=lambda other: (in_like_company(one, other), other.order), default=None)
            score = in_like_company(one, best) if best is not None else 0.0
            if best is not None and score:
                scores.append((score, entity, best))
        scores.sort(key=lambda found: (-found[0], found[1]))
        if scores and (len(scores) == 1 or scores[0][0] - scores[1][0] >= _MARGIN):
            meant[one.order] = scores[0][1], scores[0][2]
        else:
            left.append(one)
    return meant, _components(left, lambda one, other: in_like_company(one, other) > 0.0)


def _components(
    appearances: Sequence[Appearance], are_one: Callable[[Appearance, Appearance], bool]
) -> list[list[Appearance]]:
    """Appearances joined by a relation, and by those between them."""
    left = list(appearances)
    groups = []
    while left:
        group = [left.pop(0)]
        for member in group:  # grows while it is walked
            joined = [other for other in left if are_one(member, other)]
            group.extend(joined)
            left = [other for other in left if other not in joined]
        groups.append(group)
    return groups


def _apart(group: Sequence[Appearance], groups: Sequence[Sequence[Appearance]]) -> str:
    for other in groups:
        if other is group:
            continue
        for one in group:
            for another in other:
                said = contradiction(one.traits, another.traits)
                if said:
                    return f"Kept apart from a namesake: {said}, and no company in common."
    return "Kept apart from its namesakes: nothing tells which of them is meant."
