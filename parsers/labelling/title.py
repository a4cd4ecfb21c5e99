"""Which fragment is the headline.

On a page that states its title (HTML) the visible headline is the fragment that agrees with it best. A dump states
nothing: there many small signs are weighed (headline.py).
"""

import re
from collections.abc import Sequence

from parsers.fragment import STRONG_VOICES, Shape, Stated
from parsers.labelling import headline
from parsers.labelling.look import Look
from parsers.labelling.places import FURNITURE
from parsers.news import breadcrumb, byline, credit, kicker, sentence

# A line that opens with the time is an entry of a live blog, or a date.
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d\b")
# How far before the first paragraph of the story a headline may stand, and how far behind the start of the run (a
# caption or a standfirst may come first). Dumps put bylines, sharing buttons and captions between.
BEFORE, BEHIND = 40, 10
# A headline further into the run than this many words of prose heads something else: a box, the next story.
DEEPEST = 110
# A line that is no heading must share so much with a stated title: a third of their words.
LEAST_AGREEMENT = 0.25
# So many fragments below a breadcrumb's heading stands the visible one: a date, a section, a bar of buttons between.
BELOW_CRUMB = 20
_CRUMBS = frozenset({"breadcrumb", "breadcrumbs"})
# A line of headline length with air around it reaches this; a menu entry does not.
LEAST_SCORE = 0.9
# Prose that comes before a candidate tells against it: a headline comes first, before captions and standfirsts.
PROSE_PER_POINT = 25


def find_title(looks: Sequence[Look], start: int, stated: Stated) -> int | None:
    """The index of the headline for a story whose run begins at `start`; None when nothing looks like one."""
    if not stated.titles and not any(look.fragment.path for look in looks):
        return headline.find(looks, start)
    best, best_score = None, LEAST_SCORE
    vocabulary = _vocabulary(looks, start)
    stated_keys = [sentence.comparable(title) for title in stated.titles]
    passed = 0
    for i in range(max(0, start - BEFORE), min(len(looks), start + BEHIND)):
        passed += looks[i].words if i >= start and looks[i].prose else 0
        if passed > DEEPEST and not stated_keys:
            break
        score = _score(looks, i, start, vocabulary, stated_keys) - passed / PROSE_PER_POINT
        if score > best_score and not (best == i - 1 and _is_dek_below(looks, best, best_score, score)):
            best, best_score = i, score
    if best is not None and stated_keys and _is_doubtful(looks[best], stated_keys):
        best = None
    if best is None and stated_keys:
        best = next((i for i, look in enumerate(looks) if look.key and look.key in stated_keys), None)
    return best


def _is_doubtful(look: Look, stated_keys: list[str]) -> bool:
    """Whether a line that is no heading has next to nothing of what the page calls itself."""
    return look.fragment.level == 0 and _agreement(look.key, stated_keys) < LEAST_AGREEMENT


def find_anchor(looks: Sequence[Look], stated: Stated) -> int | None:
    """The index of the heading that the page states as its title, below which its story stands; None without one.

    Only a heading of the highest level that is there and agrees to the word counts, and only outside furniture.
    """
    stated_keys = [sentence.comparable(title) for title in stated.titles]
    headings = [i for i, look in enumerate(looks) if look.fragment.shape is Shape.HEADING and look.fragment.level <= 2]
    said = {*stated_keys, *(looks[i].key for i in headings)}
    agreed = [
        i for i in headings if _agrees(looks[i], stated_keys) and not _names_site(looks[i].key, stated_keys, said)
    ]
    best = min(agreed, key=lambda i: (looks[i].fragment.level, i), default=None)
    return best if best is None else _below_crumb(looks, best, stated)


def _names_site(key: str, stated_keys: list[str], said: set[str]) -> bool:
    """Whether a heading is what hangs on a stated title whose rest the page calls itself too: the site's own name.

    Of a heading that is itself a stated title, the rest must be one too; else the rest is the site's name.
    """
    said = set(stated_keys) if key in stated_keys else said
    return any(
        (title.endswith(" " + key) and title[: -len(key) - 1] in said)
        or (title.startswith(key + " ") and title[len(key) + 1 :] in said)
        for title in stated_keys
        if key != title
    )


def _below_crumb(looks: Sequence[Look], crumb: int, stated: Stated) -> int:
    """The visible headline where the heading of level 1 is the last crumb of a breadcrumb, written for search engines.

    It is the next heading, which the page states as a title too, with the kicker that it marks up or without.
    """
    fragment = looks[crumb].fragment
    if fragment.level != 1 or not ("nav" in fragment.path or _CRUMBS & fragment.names):
        return crumb
    if stated.voices.get(looks[crumb].key, frozenset()) >= STRONG_VOICES:
        return crumb
    titles = {sentence.comparable(title) for title in stated.titles}
    for kicker_of, headline_of in stated.headlines:
        if sentence.comparable(headline_of) in titles:
            titles.add(sentence.comparable(f"{kicker_of} {headline_of}"))
        elif sentence.comparable(f"{kicker_of} {headline_of}") in titles:
            titles.add(sentence.comparable(headline_of))
    below = range(crumb + 1, min(len(looks), crumb + 1 + BELOW_CRUMB))
    return next((i for i in below if looks[i].fragment.level == 2 and looks[i].key in titles), crumb)


def _agrees(look: Look, stated_keys: list[str]) -> bool:
    """Whether a heading is the stated title, or for a heading of level 1 a good part of it."""
    if _agreement(look.key, stated_keys) >= 0.85:
        return True
    return look.fragment.level == 1 and look.words >= 3 and any(look.key in title for title in stated_keys)


def _is_dek_below(looks: Sequence[Look], title: int, title_score: float, score: float) -> bool:
    """Whether a line below a good candidate is rather its dek: hardly better, and a good deal longer."""
    return looks[title].words >= 4 and looks[title + 1].words > 1.2 * looks[title].words and score - title_score < 1.2


def _vocabulary(looks: Sequence[Look], start: int) -> frozenset[str]:
    """The longer words of the story's first paragraphs."""
    prose = [look for look in looks[start : start + 40] if look.prose][:8]
    return frozenset(word for look in prose for word in sentence.content(look.key))


def _score(looks: Sequence[Look], i: int, start: int, vocabulary: frozenset[str], stated: list[str]) -> float:
    look = looks[i]
    text, n = look.fragment.text, look.words
    agreement = _agreement(look.key, stated)
    if (
        not 2 <= n <= 40
        or (look.role is not None and agreement < 0.8)
        or look.fragment.shape is Shape.CAPTION
    ):
        return 0.0
    exclaims = text.rstrip("\"'”’»“").endswith(("?", "!", "…")) and n <= 25
    sentence_like = (look.prose and not exclaims) or text.endswith((".", ",", ";", ":"))
    if breadcrumb.read(text, None) or _CLOCK.match(text):
        return 0.0
    if agreement < 0.8 and look.fragment.level != 1 and (sentence_like or _is_picture_text(text)):
        return 0.0
    score = 4 * agreement + {1: 2.5, 2: 1.0}.get(look.fragment.level, 0.0)
    content = sentence.content(look.key)
    score += 3 * sum(1 for word in content if word in vocabulary) / max(4, len(content))
    score += 0.4 * (look.fragment.gap > 0) + 0.4 * (i + 1 < len(looks) and looks[i + 1].fragment.gap > 0)
    score += 0.8 if 4 <= n <= 18 else -0.8 if n < 4 else 0.0
    score -= 0.04 * abs(i - start) + 1.0 * look.fragment.bullet + 1.5 * (look.place in FURNITURE)
    if n <= 3 and kicker.might_be_section(text):
        score -= 0.5
    if score > LEAST_SCORE:
        score += 1.2 * _repeated(looks, i)
    return score


def _is_picture_text(text: str) -> bool:
    """Whether it is a caption with its credit, or a name below a picture or an article: never a headline."""
    return credit.split(text) is not None or credit.opens(text) is not None or byline.bare(text) is not None


def _agreement(key: str, stated: list[str]) -> float:
    """How well the text agrees with a stated title, 0 to 1; one may have the site's name at its end or start."""
    best = 0.0
    for rank, title in enumerate(stated):
        if not title or not key:
            continue
        if key == title:
            value = 1.0
        elif title.startswith(key + " ") or title.endswith(" " + key):
            value = 0.9 if len(key) > 0.5 * len(title) else 0.3
        else:
            a, b = set(key.split()), set(title.split())
            value = 0.8 * len(a & b) / max(len(a | b), 1)
        best = max(best, value - 0.02 * rank)
    return best


def _repeated(looks: Sequence[Look], i: int) -> bool:
    """Whether the page says it a second time: a breadcrumb's end, the window title on top, a picture's caption."""
    look = looks[i]
    if look.words < 3:
        return False
    for j, other in enumerate(looks[: i + 60]):
        if j != i and len(other.key) >= len(look.key) and other.key.endswith(look.key[-60:]):
            return other.key == look.key or bool(breadcrumb.read(other.fragment.text, look.fragment.text))
    return False
