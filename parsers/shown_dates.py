"""When a story came out, as the visible page tells it, in a line that is labelled as its date or in another.

Dumps put the day into all sorts of lines: below the headline, above it, behind the story. Captions, prose and the
cards of other stories carry dates as well, and those are not the story's.
"""

import re
from collections.abc import Sequence

from parsers import date_labels, dates
from parsers.article import Role
from parsers.fragment import Fragment
from parsers.labelling import Labelled
from parsers.news import header_line, sentence

# How many pieces behind the headline, before it, and behind the story's last piece its date may stand.
HEADER_REACH, ABOVE_REACH, BEHIND_REACH = 14, 10, 5
LONGEST_DATED = 140
_OF_OTHERS = frozenset({Role.RELATED_LINK, Role.OTHER_STORY, Role.COMMENT, Role.IMAGE, Role.TITLE})
_NO_DATES = _OF_OTHERS | {Role.CAPTION, Role.CREDIT, Role.LEGAL, Role.DEK}
# "Date: 18 December 2023 Source: …": a label at the very beginning, and how far behind it its date stands.
_LABEL = re.compile(r"[^\w\n]{0,3}([^\W\d_]+(?: [^\W\d_]+){0,2})\s*[:：]\s*")
BEHIND_LABEL = 60


def read(text: str, language: str | None) -> tuple[str | None, str | None]:
    """When a story came out and when it was last changed, as a line tells it in ISO 8601; None for what it does not."""
    whole = dates.read(text, language=language)  # it reads a time in front of the date too
    line = header_line.read(text, language)
    if line is None:
        return whole, None
    if whole and line.published and whole[:10] == line.published[:10]:
        return whole, line.modified
    if whole and line.modified and whole[:10] == line.modified[:10]:
        return line.published, whole
    return line.published, line.modified


def labelled_as_published(fragments: Sequence[Fragment], labelled: Labelled, language: str | None) -> str | None:
    """The date of a line between the header and the story's end that says "Published"; None when none does.

    Such a line is worth more than any date without a word, wherever dumps put it.
    """
    last = max((i for i, label in enumerate(labelled.labels) if label.story), default=-1)
    for i in range(max(0, (labelled.title or 0) - ABOVE_REACH), min(len(fragments), last + 1 + BEHIND_REACH)):
        if labelled.labels[i].role in (Role.DATE, Role.BYLINE) and date_labels.says_published(fragments[i].text):
            published, _ = read(fragments[i].text, language)
            if published:
                return published
    return None


def near_headline(fragments: Sequence[Fragment], labelled: Labelled, language: str | None) -> str | None:
    """The date in a line of the header that says other things too; None when none does.

    Lines around the headline count, captions, prose and other stories do not: a date is stated or absent.
    """
    if labelled.title is None:
        return None
    first = next((i for i, label in enumerate(labelled.labels) if label.story and label.role is Role.PARAGRAPH), 0)
    order = [
        *range(labelled.title + 1, min(len(fragments), max(labelled.title + HEADER_REACH, first + 2))),
        *range(labelled.title - 1, max(-1, labelled.title - ABOVE_REACH), -1),
    ]
    for i in order:
        text, role = fragments[i].text, labelled.labels[i].role
        if i > labelled.title and (said := _after_label(text, language)):
            return said
        if role in _NO_DATES or len(text) > LONGEST_DATED or i == first or sentence.is_prose(text) or "(@" in text:
            continue  # "(@": the signature of an embedded post
        found = dates.find(text, language=language)
        if found and not date_labels.says_updated(text[: found[0]]):
            return found[2]
    return None


def change_near_headline(fragments: Sequence[Fragment], labelled: Labelled, language: str | None) -> str | None:
    """The date of the last change in a line below the headline, whatever that was labelled; None when none tells it."""
    if labelled.title is None:
        return None
    for i in range(labelled.title + 1, min(len(fragments), labelled.title + HEADER_REACH)):
        text = fragments[i].text
        if labelled.labels[i].role in _OF_OTHERS or len(text) > LONGEST_DATED:
            continue
        found = dates.find(text, language=language)
        if found and date_labels.says_updated(text[: found[0]]):
            return found[2]
    return None


def behind_story(fragments: Sequence[Fragment], labelled: Labelled, language: str | None) -> str | None:
    """The date that stands by itself right below the story, as blogs set it; None when none does."""
    last = max((i for i, label in enumerate(labelled.labels) if label.story), default=len(fragments))
    for i in range(last + 1, min(len(fragments), last + 1 + BEHIND_REACH)):
        if labelled.labels[i].role is Role.DATE and not date_labels.says_updated(fragments[i].text):
            return dates.read(fragments[i].text, language=language)
    return None


def of_the_day(updated: str | None) -> str | None:
    """The shown date of a change with its time of day: reports of the day show nothing else.

    Of 13 such pages whose day of publication is known 11 came out that day. Of the pages that show a day without a
    time, guides kept up to date over years, only half did: those have no date of publication.
    """
    return updated if updated and ":" in updated else None


def _after_label(text: str, language: str | None) -> str | None:
    """The date of a line, however long, that opens with the words for its publication and a colon; None for others."""
    label = _LABEL.match(text)
    if label is None or date_labels.says_updated(label[1]) or not any(map(date_labels.is_label, label[1].split())):
        return None
    found = dates.find(text[label.end() : label.end() + BEHIND_LABEL], language=language)
    if found is None:
        return None
    wrapping = text[label.end() : label.end() + found[0]]
    return found[2] if all(map(date_labels.is_wrapping, date_labels.WORDS.findall(wrapping))) else None
