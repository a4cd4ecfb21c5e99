"""Boxes of other stories: a heading with items that each announce a story in a sentence.

    Our Coverage of the Storm
      • Power Cuts: Two million homes were without electricity …

Their items are prose, so only their form, their place and their agreement with the headline tell them from a
story's own list.
"""

from collections.abc import Sequence

from parsers.article import Related, Role
from parsers.labelling.label import Label
from parsers.labelling.look import Look
from parsers.news import related, sentence


def coverage(looks: Sequence[Look], start: int, end: int, headline: str | None) -> dict[int, Label]:
    """Labels for the fragments in [start, end) that stand in boxes of other stories, by index."""
    out: dict[int, Label] = {}
    i = start
    while i < end:
        items = _items(looks, i + 1, end)
        if items and _is_box(looks, i, items, headline):
            out.update(_box(looks, i, items))
            i = items[-1]
        i += 1
    return out


def _items(looks: Sequence[Look], start: int, end: int) -> list[int]:
    items: list[int] = []
    for i in range(start, end):
        if not looks[i].fragment.bullet:
            break
        items.append(i)
    return items


def _is_box(looks: Sequence[Look], head: int, items: list[int], headline: str | None) -> bool:
    look = looks[head]
    if look.prose or look.fragment.bullet or look.words > 12 or sentence.ends_sentence(look.fragment.text):
        return False
    if related.heads_box(look.fragment.text):
        return True
    topics = [related.topic(looks[i].fragment.text) for i in items]
    if len(items) < 2 or not all(topics):
        return False
    key = sentence.comparable(headline or "")
    if key and any(key.startswith(sentence.comparable(topic or "")) for topic in topics):
        return True
    if all(_is_titled(topic or "") for topic in topics):
        return True
    return not any(look.prose and look.role is None for look in looks[items[-1] + 1 :])


def _is_titled(topic: str) -> bool:
    """Whether a topic is set like a headline ("Waiting for the Van"): a story's own list says "Housing:"."""
    words = topic.split()
    return len(words) >= 2 and all(word[0].isupper() or len(word) <= 4 for word in words) and words[-1][0].isupper()


def _box(looks: Sequence[Look], head: int, items: list[int]) -> dict[int, Label]:
    group = looks[head].fragment.text.strip(" :")
    out = {head: Label(Role.RELATED_LINK, "heads a box of other stories")}
    for i in items:
        text = looks[i].fragment.text
        title = related.topic(text) or text
        out[i] = Label(Role.RELATED_LINK, related=Related(title=title, url=looks[i].link, group=group))
    return out
