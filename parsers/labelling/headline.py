"""Which line of a text dump is the headline.

A dump states nothing about itself, and a dozen lines around the story have a headline's shape: menu entries, other
stories, captions, standfirsts. No single sign tells them apart (the old rules found two in three), but many small
ones do: the words that a line shares with the story, a byline or a date right below it, its length, what stands
beside it. Each sign that a line shows is a name here, and has a weight that was fitted on pages whose headline is
known (tests/benchmarks/train_headline.py); the line with the highest sum is the headline.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import resources

import msgspec

from parsers import dates
from parsers.article import Role
from parsers.labelling.look import Look
from parsers.news import breadcrumb, byline, credit, sentence

# How far before the story's run its headline may stand, and how far behind its start (a disclosure or a standfirst
# may come first): of 1,740 headlines that stand in a dump, 98 in 100 stand there.
BEFORE, BEHIND = 90, 14
# Letters: "Bogs" and "bog" stay two words, "minister" and "ministers" become one.
STEM = 5
# A headline has so many words: names of places and sections are shorter, standfirsts longer.
FEWEST, MOST = 2, 45
# A sentence of so many words with a stop is no headline where another such stands right below.
SENTENCE = 12
# A line that shares no word with the story must stand this near to it.
NEAR = 14
# Lines with a lower sum are no headlines.
LEAST = 0.0
# Two lines whose sums differ by less may both be the headline.
CLOSE = 1.5
STANDFIRST = "a standfirst's place"
# So far below and above a line its byline and date are looked for.
BELOW, ABOVE = 4, 3
# So many lines each way are counted that may be headlines too.
LISTED = 3
# On a page where a smaller share of short lines has a blank line above, headlines have none either: browsers copy so.
AIRY = 0.2
FEW = 5  # lines tell nothing about a page
_QUOTES = frozenset("\"“„«»‘")
_CLOSING = "\"'”’»“)"
_DASHES = ("—", " – ", " - ")
_ROLES = frozenset({None, Role.PROMO, Role.SECTION})
_ENDS = {".": "stop", "?": "question", "!": "exclaim", ":": "colon", ",": "comma", ";": "comma", "…": "dots"}


class _Page:
    """What is asked of several lines of one page, found out once."""

    def __init__(self, looks: Sequence[Look], start: int) -> None:
        self.looks, self.start = looks, start
        prose = [look for look in looks[start : start + 40] if look.prose][:8]
        # Text browsers print paragraphs with a margin and headlines without or in the middle.
        self.margin = min((look.fragment.indent for look in prose), default=0)
        self.vocabulary = frozenset(stem for look in prose for stem in _subject(look.key))
        self.times = Counter(look.key for look in looks)
        self.ends: dict[str, list[int]] = {}
        """The fragments that end in some two words, by these."""
        for i, look in enumerate(looks):
            if look.words > 2 and look.words <= MOST:
                self.ends.setdefault(_end(look.key), []).append(i)
        short = [look for look in looks[1:] if not look.prose]
        self.airy = len(short) < FEW or sum(look.fragment.gap > 0 for look in short) >= AIRY * len(short)
        self._dated: dict[int, bool] = {}
        self._named: dict[int, bool] = {}

    def dated(self, i: int) -> bool:
        """Whether the fragment at i is a short line with a full date in it."""
        if i not in self._dated:
            look = self.looks[i]
            self._dated[i] = look.role is Role.DATE or (look.words <= 20 and dates.find(look.fragment.text) is not None)
        return self._dated[i]

    def named(self, i: int) -> bool:
        """Whether the fragment at i is a byline, or a line of names that surely is one."""
        if i not in self._named:
            look = self.looks[i]
            signs = look.words <= 14 and look.role is None and byline.signs(look.fragment.text) is not None
            self._named[i] = look.role is Role.BYLINE or signs
        return self._named[i]


def find(looks: Sequence[Look], start: int) -> int | None:
    """The index of the headline of the story whose run begins at `start`; None when no line looks like one."""
    weight = weights()
    found = evidence(looks, start)
    totals = {i: sum(weight.get(sign, 0.0) for sign in signs) for i, signs in found.items()}
    best = max(totals, key=lambda i: totals[i], default=None)
    if best is None or totals[best] <= LEAST:
        return 0 if start == 1 and 0 in totals else None  # a note: a line, and all below is its text
    if STANDFIRST in found[best] and totals.get(best - 1, -CLOSE) > totals[best] - CLOSE:
        return best - 1  # of two lines that are nearly as good the standfirst is the second
    return best


@cache
def weights() -> dict[str, float]:
    """What each sign is worth; read once from the package."""
    packed = resources.files("parsers.labelling").joinpath("data/headline.json").read_bytes()
    return msgspec.json.decode(packed, type=dict[str, float])


def evidence(looks: Sequence[Look], start: int) -> dict[int, list[str]]:
    """The signs that each line which may be the headline shows, by its index."""
    page = _Page(looks, start)
    out: dict[int, list[str]] = {}
    passed = earlier = 0
    for i in range(max(0, start - BEFORE), min(len(looks), start + BEHIND)):
        look = looks[i]
        said = _subject(look.key) if _may_be(looks, i) else []
        shared = sum(stem in page.vocabulary for stem in said)
        if shared or (_may_be(looks, i) and abs(start - i) <= NEAR):
            good = shared >= 1 and not look.prose and look.role is None and 4 <= look.words <= 30
            signs = [f"like a headline, {min(3, earlier)} before" if good else "not like a headline"]
            signs += _of_subject(shared, len(said), start - i, passed)
            signs += _of_line(look)
            signs += _of_place(page, i)
            out[i] = signs
            earlier += good
        passed += look.words if look.prose else 0
    return out


def _subject(key: str) -> list[str]:
    """The stems of the words that carry a line's subject: their first letters, which inflection leaves alone."""
    return [word[:STEM] for word in sentence.content(key.replace("-", " "))]


def _may_be(looks: Sequence[Look], i: int) -> bool:
    """Whether a line may be a headline at all: of its length, no known furniture, and no entry amid a menu."""
    look = looks[i]
    if not FEWEST <= look.words <= MOST or look.role not in _ROLES or _is_paragraph(looks, i):
        return False
    return _has_air(looks, i) or i + 1 == len(looks) or looks[i + 1].fragment.gap > 0 or look.words >= 5


def _is_paragraph(looks: Sequence[Look], i: int) -> bool:
    """Whether a line is a sentence with a stop, and the story has begun: another such stands right below, or it is all
    the prose there is."""
    if not looks[i].prose or not _stops(looks[i]):
        return False
    if i + 1 < len(looks) and looks[i + 1].prose:
        return looks[i].words >= SENTENCE and _stops(looks[i + 1])
    return not any(look.prose for look in looks[i + 1 :])


def _stops(look: Look) -> bool:
    return look.fragment.text.rstrip(_CLOSING).endswith(".")


def _of_subject(shared: int, said: int, above: int, passed: int) -> Iterator[str]:
    """What ties a line to the story: shared words, and where it stands."""
    yield f"shared {_up_to(shared, 0, 1, 2, 3, 5)}"
    yield f"share {_up_to(100 * shared // max(4, said), 0, 25, 50, 75)}"
    yield f"above {_up_to(above, -9, -4, -1, 0, 1, 2, 3, 5, 8, 12, 20, 30, 45, 70)}"
    yield f"prose before {_up_to(passed, 0, 15, 40, 100, 250)}"
    if above <= 0:
        yield f"prose before, inside {_up_to(passed, 0, 12, 30, 60, 110)}"


def _of_line(look: Look) -> Iterator[str]:
    """What a line shows by itself."""
    text = look.fragment.text
    yield f"words {_up_to(look.words, 2, 3, 5, 8, 12, 18, 24, 30)}"
    yield f"role {look.role.value if look.role else 'none'}"
    yield f"ends {_ENDS.get(text.rstrip('”’»“)' + chr(34) + chr(39))[-1:], 'plain')}"
    words = [word for word in text.split() if word[0].isalpha()]
    if words:
        yield f"capitals {_up_to(100 * sum(word[0].isupper() for word in words) // len(words), 15, 35, 55, 75, 95)}"
    marks = {
        "prose": look.prose, "bullet": look.fragment.bullet, "ordinal": look.fragment.ordinal is not None,
        "heads a box": look.box_head, "repeated": look.repeated, "upper case": text.isupper(),
        "opens small": text[0].islower(), "address": "@" in text or "http" in text, "bar": "|" in text,
        "brackets": "(" in text or "[" in text, "digits": any(map(str.isdigit, text)), "clock": _opens_with_time(text),
        "breadcrumb": bool(breadcrumb.read(text, None)), "bare name": byline.bare(text) is not None,
        "credit": bool(credit.split(text) or credit.opens(text) or credit.alone(text)),
        "colon inside": ": " in text[:-1], "quotes": not _QUOTES.isdisjoint(text), "closes a bracket": text[-1] in ")]",
        "dash": any(dash in text for dash in _DASHES),
    }  # fmt: skip
    yield from (name for name, shows in marks.items() if shows)


def _of_place(page: _Page, i: int) -> Iterator[str]:
    """What stands around a line, and where else its words stand."""
    looks, look = page.looks, page.looks[i]
    if i < 3:
        yield "top of the page"
    if look.fragment.level:
        yield f"heading {min(3, look.fragment.level)}"
    if page.margin and look.fragment.indent != page.margin:
        yield "in the margin" if look.fragment.indent < page.margin else "further in"
    if i:
        yield f"behind {_kind(looks[i - 1])}"
        if _is_below_headline(page, i):
            yield STANDFIRST
    if i + 1 < len(looks):
        yield f"before {_kind(looks[i + 1])}"
        air = f"air {int(_has_air(looks, i))}{int(_has_air(looks, i + 1))}"
        yield air if page.airy else f"{air} on a dense page"
        if looks[i + 1].words > max(7, 1.2 * look.words):
            yield "a longer line below"
    yield from _of_lists(looks, i)
    for name, shows in (("date", page.dated), ("name", page.named)):
        if shows(i):
            yield f"{name} here"
        yield f"{name} below {_nearest(shows, range(i + 1, min(len(looks), i + 1 + BELOW)))}"
        yield f"{name} above {_nearest(shows, range(i - 1, max(-1, i - 1 - ABOVE), -1))}"
    yield f"times {min(4, page.times[look.key])}"
    kin = page.ends.get(_end(look.key), ()) if look.words > 2 else ()
    # Breadcrumbs end in the headline, often without a space between.
    if any(j < i and _ends_in(looks[j].key, look.key) for j in kin):
        yield "ends a line above"
    if any(j > i and _ends_in(looks[j].key, look.key) for j in kin):
        yield "ends a line below"
    if any(_ends_in(look.key, looks[j].key) for j in kin):
        yield "another line with more in front"


def _of_lists(looks: Sequence[Look], i: int) -> Iterator[str]:
    """Whether a line is one of a list of headlines, as the boxes of other stories are."""
    yield f"titles above {sum(_is_titular(look) for look in looks[max(0, i - LISTED) : i])}"
    yield f"titles below {sum(_is_titular(look) for look in looks[i + 1 : i + 1 + LISTED])}"
    if any(look.box_head for look in looks[max(0, i - BELOW) : i]):
        yield "under a box's head"
    if i and looks[i - 1].fragment.bullet:
        yield "behind a bullet"
    if i + 1 < len(looks) and looks[i + 1].fragment.bullet:
        yield "before a bullet"


def _is_titular(look: Look) -> bool:
    """Whether a line is as long as headlines are, and no prose or furniture."""
    return not look.prose and look.role is None and 4 <= look.words <= 20


def _is_below_headline(page: _Page, i: int) -> bool:
    """Whether a line stands as standfirsts do: below a shorter line of headline length, above the byline or date."""
    above, look = page.looks[i - 1], page.looks[i]
    if above.role is not None or above.prose or not 3 <= above.words <= 20 or look.words < max(10, 1.2 * above.words):
        return False
    below = [j for j in (i + 1, i + 2) if j < len(page.looks)]
    return _has_air(page.looks, i - 1) and any(page.dated(j) or page.named(j) for j in below)


def _ends_in(key: str, end: str) -> bool:
    return len(key) > len(end) and key.endswith(end)


def _has_air(looks: Sequence[Look], i: int) -> bool:
    """Whether a line has air above it; the first of a page has."""
    return i == 0 or looks[i].fragment.gap > 0


def _nearest(shows: Callable[[int], bool], places: range) -> int:
    """How far the nearest place that shows it is; 0 when none does."""
    return next((n for n, i in enumerate(places, start=1) if shows(i)), 0)


def _kind(look: Look) -> str:
    """What kind of line stands beside."""
    if look.role is not None:
        return look.role.value
    return "prose" if look.prose else "long" if look.words >= 10 else "short" if look.words <= 3 else "plain"


def _end(key: str) -> str:
    return " ".join(key.rsplit(" ", 2)[-2:])


def _opens_with_time(text: str) -> bool:
    return text[:1].isdigit() and text[1:3].strip("0123456789")[:1] in (":", ".", "h") and text[3:4].isdigit()


def _up_to(n: int, *limits: int) -> str:
    """The first limit that a number does not pass, as a name for its range."""
    return next((str(limit) for limit in limits if n <= limit), "more")
