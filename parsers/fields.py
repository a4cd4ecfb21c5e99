"""The fields of an article, weighed from what the page states about itself and what it shows.

Nothing is guessed: a field that neither says stays empty. What is shown wins where a reader can see it (the title,
the dek); what is stated wins where machines are more exact (dates, addresses, the names of authors).
"""

from collections.abc import Sequence

from msgspec import Struct

from parsers import shown_dates
from parsers.article import Author, Dateline, Role
from parsers.authors import authors_of
from parsers.fragment import Fragment, Stated
from parsers.headline import headline_of
from parsers.labelling import Labelled
from parsers.news import breadcrumb, byline, dateline, header_line, kicker, people, sentence
from parsers.publisher import publisher_of
from parsers.times import in_shown_zone

# Between two bylines of one story stand a job, a date, a picture.
BYLINES_REACH = 5


class Fields(Struct, frozen=True):
    title: str | None
    dek: str | None
    kicker: str | None
    section: str | None
    breadcrumb: tuple[str, ...]
    authors: tuple[Author, ...]
    publisher: str | None
    published: str | None
    modified: str | None
    dateline: Dateline | None
    used: frozenset[int]
    """The fragments whose words a reader sees in a field."""


class _Shown(Struct):
    """What the visible header says, gathered fragment by fragment."""

    authors: list[str] = []
    """From lines that call themselves bylines."""
    names: list[str] = []
    """From lines that are nothing but names."""
    publisher: str | None = None
    published: str | None = None
    modified: str | None = None
    kicker: str | None = None
    section: str | None = None
    used: set[int] = set()


def read_fields(
    fragments: Sequence[Fragment], labelled: Labelled, stated: Stated, language: str | None
) -> Fields:
    """Every field that the labelled page gives."""
    shown = _read_header(fragments, labelled, language)
    title, kicker = headline_of(fragments, labelled, stated)
    if labelled.title is not None and fragments[labelled.title].ordinal is None:
        shown.used.add(labelled.title)  # the number of a breadcrumb's last entry is in no field
    filed = _dateline(fragments, labelled, language)
    crumbs = _breadcrumb(fragments, labelled, title) or stated.breadcrumb
    authors = authors_of(fragments, labelled, stated, shown.authors or shown.names)
    changed = shown.modified or shown_dates.change_near_headline(fragments, labelled, language)
    return Fields(
        title=title,
        dek=_dek(fragments, labelled, shown),
        kicker=shown.kicker or kicker,
        section=shown.section or stated.section or _last_crumb(crumbs),
        breadcrumb=crumbs,
        authors=authors,
        publisher=publisher_of(fragments, labelled, stated, shown.publisher, authors),
        published=in_shown_zone(stated.published, shown.published)
        or shown_dates.labelled_as_published(fragments, labelled, language)
        or shown.published
        or shown_dates.near_headline(fragments, labelled, language)
        or (filed.date if filed else shown_dates.behind_story(fragments, labelled, language))
        or shown_dates.of_the_day(changed),
        modified=in_shown_zone(stated.modified, shown.modified) or changed,
        dateline=filed,
        used=frozenset(shown.used),
    )


def _read_header(fragments: Sequence[Fragment], labelled: Labelled, language: str | None) -> _Shown:
    """What the header says: below the headline first, for above it may stand the date of the day."""
    shown = _Shown()
    at = labelled.title or 0
    last = None  # the fragment that named an author
    headline = "" if labelled.title is None else sentence.comparable(fragments[at].text)
    for i in (*range(at, len(fragments)), *range(at)):
        fragment, label = fragments[i], labelled.labels[i]
        if not label.story:
            continue
        if label.role is Role.BYLINE:
            marked = not shown.authors and byline.opening(fragment.text)
            if last is None or marked or (_goes_on(labelled, last, i) and not _is_subject(fragment.text, headline)):
                _read_byline(fragment.text, i, shown, language)
                last = i if shown.authors or shown.names else None
        elif label.role is Role.DATE:
            _read_date(fragment.text, i, shown, language)
        elif label.role in (Role.KICKER, Role.SECTION):
            _read_kicker(fragment.text, label.role, i, shown)
    return shown


def _goes_on(labelled: Labelled, last: int, i: int) -> bool:
    """Whether a second byline still tells of this story: right below the first, nothing of the story between.

    Further down stand those of boxes and of photographers.
    """
    between = labelled.labels[last + 1 : i]
    return 0 < i - last <= BYLINES_REACH and not any(one.story and one.role is Role.PARAGRAPH for one in between)


def _is_subject(text: str, headline: str) -> bool:
    """Whether a line without a byline's word names somebody of the headline: a picture's text, not an author."""
    said = None if byline.opening(text) else byline.bare(text)
    return said is not None and any(sentence.comparable(one) in headline for one in said.authors)


def _read_byline(text: str, i: int, shown: _Shown, language: str | None) -> None:
    line = header_line.read(text, language)
    marked = byline.read(text, language=language)
    if line and line.authors:
        shown.used.add(i)
        _add(line.authors, shown.authors if line.marked else shown.names)
        shown.published, shown.modified = shown.published or line.published, shown.modified or line.modified
        return
    said = marked or byline.signs(text) or byline.bare(text)
    if said is None and (named := people.named(text, marked=True)):  # it goes on where a byline broke off
        said = marked = byline.Byline(named)
    if said is None:
        return
    shown.used.add(i)
    first = not shown.names or byline.opening(text)  # a line that goes on joins the names that it goes on from
    _add(said.authors, shown.authors if marked and first else shown.names)
    shown.publisher = shown.publisher or said.publisher
    if line is None:
        shown.published = shown.published or said.date
    else:
        shown.published, shown.modified = shown.published or line.published, shown.modified or line.modified


def _add(people: Sequence[str], listed: list[str]) -> None:
    listed += [one for one in people if not any(breadcrumb.same(one, other) for other in listed)]


def _read_date(text: str, i: int, shown: _Shown, language: str | None) -> None:
    published, modified = shown_dates.read(text, language)
    if published is None and modified is None:
        return
    shown.used.add(i)
    shown.published, shown.modified = shown.published or published, shown.modified or modified


def _read_kicker(text: str, role: Role, i: int, shown: _Shown) -> None:
    said = kicker.read(text) or ((text, None) if role is Role.KICKER else (None, text))
    if (shown.kicker and said[0]) or (shown.section and said[1]):
        return
    told = sentence.comparable(" ".join(filter(None, said)))
    if len(told) == len(sentence.comparable(text)):  # a line that says more than its fields is seen nowhere else
        shown.used.add(i)
    shown.kicker, shown.section = shown.kicker or said[0], shown.section or said[1]


def _dek(fragments: Sequence[Fragment], labelled: Labelled, shown: _Shown) -> str | None:
    for i, label in enumerate(labelled.labels):
        if label.role is Role.DEK and label.story:
            shown.used.add(i)
            return fragments[i].text
    return None


def _breadcrumb(fragments: Sequence[Fragment], labelled: Labelled, title: str | None) -> tuple[str, ...]:
    listed: list[str] = []
    for fragment, label in zip(fragments, labelled.labels, strict=True):
        if label.role is not Role.BREADCRUMB:
            continue
        found = breadcrumb.read(fragment.text, title)
        if found:
            return found
        if not (title and breadcrumb.same(fragment.text, title)) and sentence.words(fragment.text) <= 5:
            listed.append(fragment.text)
    return tuple(listed)


def _last_crumb(crumbs: tuple[str, ...]) -> str | None:
    """The innermost section; a breadcrumb of the home page alone names none."""
    return crumbs[-1] if len(crumbs) > 1 else None


def _dateline(fragments: Sequence[Fragment], labelled: Labelled, language: str | None) -> Dateline | None:
    for fragment, label in zip(fragments, labelled.labels, strict=True):
        if label.role is Role.PARAGRAPH and label.story:
            return dateline.read(fragment.text, language=language)
    return None
