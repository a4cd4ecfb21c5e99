"""What the story model is shown of a page: columns of small whole numbers, one entry for each fragment.

Whether a piece belongs to the story is told by its size and its place among its neighbours more than by any word
in it, so nearly every column is a count, a share in percent or a distance. Columns are computed whole, one after
the other (a row-wise walk measured three times slower), and the model picks those it was trained on by name.
"""

import operator
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import accumulate

from parsers.article import Role
from parsers.fragment import Shape, Stated
from parsers.labelling import story
from parsers.labelling.look import Look
from parsers.labelling.places import Place
from parsers.labelling.survey import REACH, Page
from parsers.news import sentence

Columns = dict[str, list[int]]

APPEALS = frozenset({Role.PROMO, Role.NEWSLETTER, Role.PAYWALL, Role.ADVERT, Role.SOCIAL, Role.LEGAL, Role.COMMENT})
"""Roles that a fragment's own words give away, and that are seldom alone in their box."""
ROLES: tuple[str, ...] = ("", *(role.value for role in Role))
PLACES: tuple[str, ...] = tuple(place.value for place in Place)
SHAPES: tuple[str, ...] = tuple(shape.value for shape in Shape)
"""The numbers that stand for roles, places and shapes; the model's file names those it was trained with."""
ROLE_NUMBERS = {role: ROLES.index(role.value if role else "") for role in (None, *Role)}
_PLACE = {place: i for i, place in enumerate(Place)}
_SHAPE = {shape: i for i, shape in enumerate(Shape)}
_TAGS = ("article", "a")
# Whose columns the model asks of a fragment's neighbours, and how far off, on HTML and on text. (With the
# others 115 and 85 columns were computed, now 90 and 58; those left out carried less than 1.5 % together of what the
# trees gained, and the scores of unseen sites stayed about as they were.)
_HTML_NEIGHBOURS = (
    ("words", -1), ("words", 1), ("role", -2), ("role", -1), ("role", 2), ("shape", -1), ("shape", 1), ("links", -2),
    ("links", -1), ("links", 2),
)  # fmt: skip
_TEXT_NEIGHBOURS = (("words", -2), ("words", 1), ("role", -1), ("role", 1))
_OPENING = frozenset("\"'“„«»–—-‘")
MOST_WORDS, FAR = 150, 99
"""Larger counts and distances than these tell nothing more."""


def first_sight(page: Page, title: int | None, stated: Stated, names: Mapping[str, Mapping[str, int]]) -> Columns:
    """What each fragment and its surroundings look like, whatever the rules made of the page.

    `names` holds how much a class name in itself speaks for the story, by "own" and "around".
    """
    out = _own(page)
    out |= _marked_up(page) if page.is_html else _printed(page, out["words"])
    _neighbours(out, _HTML_NEIGHBOURS if page.is_html else _TEXT_NEIGHBOURS)
    _masses(out, page)
    _subject(out, page, title)
    if page.is_html:
        _headlines(out, page, title)
        _stated_body(out, page, sentence.comparable((stated.article_body or "")[:100_000]))
        _tree(out, page)
        out |= named(page, names)
    return out


def _own(page: Page) -> Columns:
    looks, fragments = page.looks, page.fragments
    words = [min(MOST_WORDS, look.words) for look in looks]
    asked = list(zip(fragments, page.asked, strict=True))
    return {
        "words": words,
        "prose": [int(look.prose) for look in looks],
        "role": [ROLE_NUMBERS[look.role] for look in looks],
        "shape": [_SHAPE[fragment.shape] for fragment in fragments],
        "ends": [_ending(fragment.text) if ask else 0 for fragment, ask in asked],
        "begins": [_beginning(fragment.text) if ask else 0 for fragment, ask in asked],
        "characters": [min(999, len(fragment.text)) for fragment in fragments],
        "capitals": [_capitals(fragment.text) if ask else 0 for fragment, ask in asked],
    }


def _marked_up(page: Page) -> Columns:
    """What only markup tells of a fragment."""
    return {
        "place": [_PLACE[look.place] for look in page.looks],
        "links": [round(100 * fragment.link_density) for fragment in page.fragments],
        "kin": [int(look.kin) for look in page.looks],
        "level": [fragment.level for fragment in page.fragments],
    }


def _printed(page: Page, words: Sequence[int]) -> Columns:
    """What only lines tell of a fragment."""
    gaps = [min(4, fragment.gap) for fragment in page.fragments]
    return {
        "bullet": [int(fragment.bullet) for fragment in page.fragments],
        "gap": gaps,
        "gap_behind": [*gaps[1:], 5],
        "letters_per_word": [len(f.text) // max(1, n) for f, n in zip(page.fragments, words, strict=True)],
    }


def _ending(text: str) -> int:
    """How a text ends: 4 a sentence, 3 a colon, 2 a comma, 1 a quotation mark, 0 anything else."""
    last = text[-1:]
    if sentence.ends_sentence(text):
        return 4
    return 3 if last in ":：" else 2 if last in ",;" else 1 if last in "\"”»)" else 0


def _beginning(text: str) -> int:
    """How a text begins: 4 a quotation mark or dash, 3 a capital, 2 a small letter, 1 a digit, 0 anything else."""
    first = text[:1]
    return 3 if first.isupper() else 2 if first.islower() else 1 if first.isdigit() else 4 if first in _OPENING else 0


def _capitals(text: str) -> int:
    """The share of the words that begin with a capital, in percent, of the first 300 characters."""
    words = text[:300].split()
    return 100 * sum(word[0].isupper() for word in words) // len(words) if words else 0


def _neighbours(out: Columns, wanted: Iterable[tuple[str, int]]) -> None:
    for name, by in wanted:
        column = out[name]
        if by < 0:
            out[f"{name}_before_{-by}"] = [*([-1] * -by), *column][: len(column)]
        else:
            out[f"{name}_behind_{by}"] = [*column[by:], *([-1] * by)][: len(column)]


def _masses(out: Columns, page: Page) -> None:
    """How much prose, how many links and plain lines stand around, and where on the page the fragment is."""
    looks, n, everything = page.looks, len(page.looks), len(page.whole)
    prose = prose_words(looks)
    for reach in (2, 5, 10):
        out[f"prose_before_{reach}"], out[f"prose_behind_{reach}"] = sums(prose, reach, 500)
    if page.is_html:
        out["links_before"], out["links_behind"] = sums([int(links > 60) for links in out["links"]], REACH)
        _, out["plain_behind"] = sums([1 - said for said in out["prose"]], REACH)
    out["percent"] = [100 * i // everything for i in range(page.start, page.start + n)]
    out["fragments"] = [min(everything, 2000)] * n
    out["page_prose"] = [sum(prose)] * n
    heads = [look.box_head or look.fragment.shape is Shape.HEADING for look in looks]
    out["heading_behind"] = distances(heads[::-1])[::-1]
    seen = Counter([look.key for look in page.whole])
    out["times"] = [min(5, seen[look.key]) if look.key else 0 for look in looks]


def prose_words(looks: Sequence[Look]) -> list[int]:
    return [look.words if look.prose and look.role is None else 0 for look in looks]


def sums(column: Sequence[int], reach: int, most: int = FAR) -> tuple[list[int], list[int]]:
    """The sums of the `reach` entries before and behind each."""
    total = [0, *accumulate(column)]
    everything = total[-1]
    before = map(operator.sub, total[:-1], [0] * reach + total)
    behind = map(operator.sub, total[reach + 1 :] + [everything] * reach, total[1:])
    return [value if value < most else most for value in before], [value if value < most else most for value in behind]


def distances(marked: Sequence[bool]) -> list[int]:
    """How far back the last marked entry before each is, at most FAR."""
    out, last = [], -FAR
    for i, mark in enumerate(marked):
        out.append(min(FAR, i - last))
        if mark:
            last = i
    return out


def _subject(out: Columns, page: Page, title: int | None) -> None:
    """How far behind the headline each fragment stands, and how much of it the fragment says again."""
    places = range(page.start, page.start + len(page.looks))
    at = -FAR if title is None else title
    out["behind_title"] = [max(-60, min(FAR, i - at)) if title is not None else -FAR for i in places]
    subject = set(sentence.content(page.whole[title].key)) if title is not None else set()
    out["like_title"] = [_overlap(subject, words) for words in page.content]


def _headlines(out: Columns, page: Page, title: int | None) -> None:
    """How many headlines of other stories have gone by."""
    places = range(page.start, page.start + len(page.looks))
    others = story.next_headlines(page.whole, title)
    passed = sum(i < page.start for i in others)
    out["headlines_since"] = [min(5, passed + n) for n in accumulate(int(i in others) for i in places)]


def _stated_body(out: Columns, page: Page, body: str) -> None:
    """Which fragments stand in the body that the page states (0 without one, 2 in it), and how much of that body is
    seen on the page."""
    asked = zip(page.looks, page.asked, strict=True)
    said = [bool(body and ask and look.key) and look.key[:80] in body for look, ask in asked]
    out["stated_body"] = [1 + one if body else 0 for one in said]
    seen = sum(n for n, one in zip(out["words"], said, strict=True) if one)
    out["stated_percent"] = [min(200, 100 * seen // (body.count(" ") + 1))] * len(said)


def _overlap(subject: set[str], words: Sequence[str]) -> int:
    """The share of the fewer of two sets of words that both have, in percent; -1 where one is empty."""
    said = set(words) if subject else set()
    return 100 * len(subject & said) // min(len(subject), len(said)) if said else -1


def _tree(out: Columns, page: Page) -> None:
    """What the tree of an HTML page says: who shares a fragment's place and container, and what those hold."""
    prose = [n if said else 0 for n, said in zip(out["words"], out["prose"], strict=True)]
    everything = sum(prose) or 1
    kinds, containers = page.kinds, page.containers
    same, same_prose = Counter(kinds), sums_of(kinds, prose)
    inside, inside_prose = Counter(containers), sums_of(containers, prose)
    inside_words = sums_of(containers, out["words"])
    linked = sums_of(containers, [a * b for a, b in zip(out["links"], out["words"], strict=True)])
    out["alike"] = [min(50, same[kind]) for kind in kinds]
    out["alike_prose"] = [100 * same_prose[kind] // everything for kind in kinds]
    out["container_size"] = [min(FAR, inside[one]) for one in containers]
    out["container_prose"] = [min(999, inside_prose[one]) for one in containers]
    out["container_share"] = [100 * inside_prose[one] // everything for one in containers]
    out["container_links"] = [linked[one] // (inside_words[one] or 1) for one in containers]
    known = [n if look.role in APPEALS else 0 for n, look in zip(out["words"], page.looks, strict=True)]
    appeals = sums_of(containers, known)
    out["container_appeals"] = [
        100 * (appeals[one] - n) // (inside_words[one] or 1) for one, n in zip(containers, known, strict=True)
    ]
    out["depth"] = page.paths.judged(len)
    out |= {f"in_{tag}": page.paths.judged(partial(_is_in, tag)) for tag in _TAGS}


def _is_in(tag: str, path: tuple[str, ...]) -> int:
    return int(tag in path)


def sums_of(groups: Sequence[int], values: Sequence[int]) -> dict[int, int]:
    """The sum of the values in each group."""
    out: dict[int, int] = dict.fromkeys(groups, 0)
    for group, value in zip(groups, values, strict=True):
        if value:
            out[group] += value
    return out


def named(page: Page, names: Mapping[str, Mapping[str, int]]) -> Columns:
    """How much the class names on and around each fragment speak for the story."""
    out: Columns = {}
    for which, found in (("own", page.own_names), ("around", page.names)):
        worth = names.get(which, {})
        values = [[worth[word] for word in worth.keys() & words] or [0] for words in found.values]
        for name, judge in (("sum", sum), ("least", min), ("most", max)):
            verdicts = [judge(one) for one in values]
            out[f"{which}_names_{name}"] = [verdicts[row] for row in found.rows]
    return out
