"""Bylines that no label marks as such, in the lines around the headline.

A name that stands on a page three times looks like furniture, "Jane Roe • Harbourpost" like a section, and what the
story model sets aside has lost its role. Where the header names nobody, its lines are read once more: what stands
beside a name (a date, a job, a handle) tells that it signs the story.
"""

from collections.abc import Sequence

from parsers import date_labels, dates
from parsers.article import Role
from parsers.fragment import Fragment
from parsers.labelling import Labelled
from parsers.news import byline, header_line, name, people, sentence
from parsers.news.phrases import word_set

# How many pieces before the headline (four times as many behind it) a byline may stand that is not in the header.
REACH = 7
# How many pieces behind the headline its header reaches, and before it.
HEADER, ABOVE = 30, 7
# Characters of a line that names authors, and of one beside it that tells when; words of a job.
LONGEST_LINE, LONGEST_BESIDE = 300, 80
JOB_WORDS = 6
# Words of a line of names that no gazetteer knows.
NAME_WORDS = 5
SHORT = 3
_PICTURES = word_set("photo photos foto fotos image images picture bild bilder video illustration grafik")
_NO_BYLINES = frozenset({
    Role.CAPTION, Role.CREDIT, Role.IMAGE, Role.RELATED_LINK, Role.COMMENT, Role.BREADCRUMB, Role.TITLE, Role.LEGAL,
    Role.AUTHOR_BIO, Role.QUOTE, Role.LIST_ITEM, Role.DEK,
})


def find(fragments: Sequence[Fragment], labelled: Labelled) -> list[str]:
    """The authors that a byline a little further from the headline names, when none stands in the header.

    A page that shows no headline is searched around the story's first piece; last come the lines behind the story.
    """
    first = next((i for i, label in enumerate(labelled.labels) if label.story), 0)
    at = first if labelled.title is None else labelled.title
    last = max((i for i, label in enumerate(labelled.labels) if label.story), default=at)
    if found := _unlabelled(fragments, labelled, at):
        return found
    near = (*range(max(0, at - REACH), at + 4 * REACH), *range(last, last + REACH))
    for i in filter(range(len(fragments)).__contains__, near):
        if labelled.labels[i].role is Role.BYLINE and (said := byline.read(fragments[i].text)) and said.authors:
            return list(said.authors)
    return []


def _unlabelled(fragments: Sequence[Fragment], labelled: Labelled, at: int) -> list[str]:
    """The authors in the lines around the headline, whatever these were labelled: names that stand on a page three
    times look like furniture, and those with a paper behind them like sections.

    Such a line has a byline's word, or it tells a job, or a date, a time or a job stands beside it.
    """
    paragraphs = [i for i in range(at + 1, len(fragments)) if labelled.labels[i].role is Role.PARAGRAPH]
    paragraphs = [i for i in paragraphs if labelled.labels[i].story][:2]  # the first may be a dek
    below = range(at + 1, min(len(fragments), at + HEADER, *(i + 1 for i in paragraphs[1:])))
    headline = sentence.comparable(fragments[at].text)
    for i in (*below, *range(at - 1, max(-1, at - ABOVE), -1)):
        text, role = fragments[i].text, labelled.labels[i].role
        if role in _NO_BYLINES or len(text) > LONGEST_LINE or (i and _credits_others(fragments[i - 1].text)):
            continue
        if i > at and (said := byline.read(text)) and said.authors:
            return list(said.authors)
        if pictured := byline.pictured(text):
            return list(pictured)
        names = _names_in(text, known=i < at)
        if not names or sentence.comparable(names[0]) in headline:  # whom the headline names the story is about
            continue
        sure = i > at and (people.is_job(text) or date_labels.says_published(text))
        if sure or any(_tells_when(fragments[j].text) for j in _beside(fragments, i, at)):
            return list(dict.fromkeys([*names, *_names_below(fragments, i)]))
    return []


def _names_in(text: str, *, known: bool) -> tuple[str, ...]:
    """The people in a line of nothing but names and what they are; `known`: only bearers of known given names."""
    if _is_picture(text):
        return ()
    said = byline.signs(text)
    if said is None and not known and sentence.words(text) <= NAME_WORDS and not _is_unlike_names(text):
        said = byline.bare(text)
    return said.authors if said and not people.is_job(said.authors[0]) else ()


def _credits_others(text: str) -> bool:
    """Whether a line hands what follows to somebody who is no author ("Fact checked by")."""
    return text[-3:].lower() == " by" and not byline.is_open(text)


def _is_unlike_names(text: str) -> bool:
    """Whether a line holds a common word, or the initials of a company ("NBC NewsWire")."""
    return name.has_common_word(text) or any(len(word) > 2 and word.isupper() for word in text.split())


def _is_picture(text: str) -> bool:
    """Whether the first word of a line says that a picture's maker follows ("Photo Jane Roe")."""
    return text.split(" ", 1)[0].lower() in _PICTURES


def _names_below(fragments: Sequence[Fragment], at: int) -> list[str]:
    """The other authors in the lines right below the first one's; jobs may stand between."""
    found: list[str] = []
    for fragment in fragments[at + 1 : at + REACH]:
        names = _names_in(fragment.text, known=True)
        if _credits_others(fragment.text):
            break
        if not names and not (people.is_job(fragment.text) and sentence.words(fragment.text) <= JOB_WORDS):
            break
        found += names
    return found


def _beside(fragments: Sequence[Fragment], i: int, at: int) -> list[int]:
    """The lines that may tell what a line at i is: right below it, and below the headline those around it."""
    below = i + 1
    if i < at:
        return [below] if below < at else []
    if below < len(fragments) and sentence.words(fragments[below].text) <= SHORT:  # a button, a job of two words
        return [j for j in (i - 1, below, below + 1) if j != at and j < len(fragments)]
    return [j for j in (i - 1, below) if j != at and j < len(fragments)]


def _tells_when(text: str) -> bool:
    """Whether a short line tells when a story came out, who its author is or where to reach him."""
    if not 0 < len(text) <= LONGEST_BESIDE:
        return False
    if text[0] == "@" or dates.find(text) is not None or date_labels.says_published(text):
        return True
    if sentence.words(text) <= SHORT and date_labels.says_updated(text):
        return True
    return header_line.tells_span(text) or (people.is_job(text) and sentence.words(text) <= JOB_WORDS)
