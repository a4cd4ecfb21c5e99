"""A reader's corrections: made into rules that serve the other pages of the site too, and obeyed.

A rule that matched one text alone would help nobody on the next page, and one that matched every <p> would empty
the article. So a piece of HTML is known by what sets its place apart from the story's, and a line of a text dump by
its words; only where a place is the story's own do the words count in HTML as well.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence

from parsers.article import Role
from parsers.fragment import Fragment, Shape
from parsers.labelling.front import outside
from parsers.labelling.label import BODY_ROLES, Label
from parsers.labelling.look import look_at
from parsers.news import sentence
from parsers.site_rules import SiteRule

# "Also read", "More on this story": a label is short, and the line it opens is no paragraph.
LABEL_WORDS, LABELLED_WORDS = 4, 40
# Innermost tags that tell a place; the further out, the more a site's templates differ.
TAGS = 3
# Names that mark a place; those of one class attribute are seldom more.
NAMES = 6
# Names that stand over this share of the story's words are the story's own, and mark nothing in it.
OWN_PLACE = 0.5
# A place that would take more of the story with it is no place for a rule: then only the words count.
MOST_DROPPED = 0.25
LONGEST_SHOWN = 80
_NUMBER = re.compile(r"\d+")
_OPENING = re.compile(r"([^:：]{2,40})[:：]\s*\S")
_BY_SHAPE = {
    Shape.HEADING: Role.HEADING, Shape.LIST_ITEM: Role.LIST_ITEM, Shape.QUOTE: Role.QUOTE,
    Shape.PREFORMATTED: Role.PREFORMATTED, Shape.TABLE: Role.TABLE, Shape.IMAGE: Role.IMAGE,
    Shape.CAPTION: Role.CAPTION,
}


def obey(
    fragments: Sequence[Fragment], labels: Sequence[Label], kept: Sequence[bool | None], rules: Sequence[SiteRule],
    language: str | None,
) -> list[Label] | None:
    """The labels with the rules' verdicts, the last rule that matches a fragment deciding; None: none changes any.

    `kept` says of each fragment whether a reader sees it without the rules; None: it holds no words.
    """
    tests = [(rule, _test(rule)) for rule in reversed(rules)]
    changed: dict[int, SiteRule] = {}
    for i, (fragment, was) in enumerate(zip(fragments, kept, strict=bool(rules))):
        rule = next((rule for rule, matches in tests if matches(fragment)), None) if was is not None else None
        if rule is not None and rule.keep != was:
            changed[i] = rule
    if not changed:
        return None
    looks = look_at(fragments, language)
    out = list(labels)
    for i, rule in changed.items():
        if rule.keep:
            out[i] = Label(_kept_role(fragments[i], labels[i]), "you keep it", labels[i].related, story=True)
        else:
            role = outside(looks[i]).role if labels[i].role in BODY_ROLES else labels[i].role
            out[i] = Label(role, "you dropped it", labels[i].related)
    return out


def propose(
    fragments: Sequence[Fragment], labels: Sequence[Label], at: int, keep: bool, site: str
) -> SiteRule:
    """The rule that keeps or drops the fragment at that index, and what is like it on other pages of the site."""
    fragment = fragments[at]
    place = _place(fragments, labels, at) if fragment.path else None
    if place is not None:
        rule = SiteRule(site, keep, "place", place, _place_shown(place))
        if not _is_too_broad(rule, fragments, labels, at):
            return rule
    opening = _opening(fragment.text)
    if opening is not None:
        return SiteRule(site, keep, "opening", _key(opening), f"{opening}:")
    return SiteRule(site, keep, "words", _key(fragment.text), _short(fragment.text))


def _test(rule: SiteRule) -> Callable[[Fragment], bool]:
    """Whether a fragment is one that the rule is about."""
    if rule.by == "words":
        return lambda fragment: _key(fragment.text) == rule.what
    if rule.by == "opening":
        return lambda fragment: (opening := _opening(fragment.text)) is not None and _key(opening) == rule.what
    tags, *names = rule.what.split(" ")
    wanted = frozenset(names)
    return lambda fragment: bool(fragment.path) and _tags(fragment) == tags and wanted <= _names(fragment)


def _names(fragment: Fragment) -> frozenset[str]:
    return fragment.names | fragment.own_names


def _key(text: str) -> str:
    """Two lines that say the same have the same key, however they are set and whatever they count."""
    return _NUMBER.sub("0", sentence.comparable(text)) or " ".join(text.split())


def _opening(text: str) -> str | None:
    """The label that a short line opens with ("Also read" of "Also read: …"); None when it has none."""
    found = _OPENING.match(text)
    if found is None or sentence.words(found[1]) > LABEL_WORDS or sentence.words(text) > LABELLED_WORDS:
        return None
    return found[1].strip() or None


def _tags(fragment: Fragment) -> str:
    return ">".join(fragment.path[-TAGS:])


def _place(fragments: Sequence[Fragment], labels: Sequence[Label], at: int) -> str | None:
    """The tags and names of a fragment's place; None when the story itself stands at such a place."""
    fragment = fragments[at]
    words: defaultdict[str, int] = defaultdict(int)
    ways: set[str] = set()
    total = 0
    for i, (other, label) in enumerate(zip(fragments, labels, strict=True)):
        if i != at and label.story and label.role in BODY_ROLES:
            size = sentence.words(other.text)
            total += size
            ways.add(_tags(other))
            for name in _names(other):
                words[name] += size
    common = {name for name, size in words.items() if size >= OWN_PLACE * total}
    names = (fragment.own_names - common) or (fragment.names - common)
    if not names and _tags(fragment) in ways:
        return None
    pairs = {first + second for first in names for second in names}  # "read" and "more" say what "readmore" says
    longest = sorted(names - pairs, key=lambda name: (-len(name), name))[:NAMES]
    return " ".join([_tags(fragment), *sorted(longest)])


def _is_too_broad(rule: SiteRule, fragments: Sequence[Fragment], labels: Sequence[Label], at: int) -> bool:
    """Whether a place would take much of the story with it, or bring in pieces of another kind."""
    matches = _test(rule)
    hit = [i for i, fragment in enumerate(fragments) if i != at and matches(fragment)]
    if rule.keep:
        return any(labels[i].role is not labels[at].role for i in hit if not labels[i].story)
    story = sum(
        sentence.words(fragment.text) for fragment, label in zip(fragments, labels, strict=True) if label.story
    )
    return sum(sentence.words(fragments[i].text) for i in hit if labels[i].story) > MOST_DROPPED * story


def _place_shown(place: str) -> str:
    tags, *names = place.split(" ")
    marked = f" marked {', '.join(names)}" if names else ""
    return f"“{tags.replace('>', ' > ')}”{marked}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_SHOWN else line[: LONGEST_SHOWN - 1].rstrip() + "…"


def _kept_role(fragment: Fragment, label: Label) -> Role:
    """What a kept piece is in the story: what it was taken for where that can be, else by its shape."""
    if label.role in BODY_ROLES or label.role in (Role.CAPTION, Role.CREDIT):
        return label.role
    return _BY_SHAPE.get(fragment.shape, Role.PARAGRAPH)
