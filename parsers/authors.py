"""Who wrote it: stated authors, visible bylines, signatures and author boxes weighed into one list of people."""

from collections.abc import Sequence

from parsers import nearby_bylines
from parsers.article import Author, Role
from parsers.fragment import Fragment, Stated
from parsers.labelling import Labelled
from parsers.news import breadcrumb, byline, name, sentence, urls_in_text


def authors_of(
    fragments: Sequence[Fragment], labelled: Labelled, stated: Stated, named: Sequence[str]
) -> tuple[Author, ...]:
    """The people who wrote the story, with page and bio where the page gives them; `named` is the visible byline.

    Whom the page states, else whom its header names, else who signs below or has a box behind the story. Agencies
    and desks are no authors.
    """
    boxed = _author_box(fragments, labelled)
    people = [author for author in stated.authors if not name.is_desk(author.name) or name.is_person(author.name)]
    if not people or _are_houses(people):
        shown = list(dict.fromkeys(named or nearby_bylines.find(fragments, labelled)))
        if not people:
            people = [Author(person) for person in shown] or ([boxed] if boxed else _signed(fragments, labelled))
        elif any(map(name.has_known_given, shown)):
            people = [Author(person) for person in shown]
    if boxed is None:
        bio = _bio_prose(fragments, labelled)
        return tuple(
            Author(person.name, person.url, person.bio or (bio if bio and bio.startswith(person.name) else None))
            for person in people
        )
    return tuple(
        Author(person.name, person.url or boxed.url, person.bio or boxed.bio)
        if breadcrumb.same(person.name, boxed.name)
        else person
        for person in people
    )


def _are_houses(people: Sequence[Author]) -> bool:
    """Whether no stated author has a person's name: content systems put the site's own or a login there."""
    return not any(name.is_person(one.name) and name.has_known_given(one.name) for one in people)


def _bio_prose(fragments: Sequence[Fragment], labelled: Labelled) -> str | None:
    """The first piece of prose that tells who an author is."""
    for fragment, label in zip(fragments, labelled.labels, strict=True):
        if label.role is Role.AUTHOR_BIO and sentence.is_prose(fragment.text):
            return fragment.text
    return None


def _signed(fragments: Sequence[Fragment], labelled: Labelled) -> list[Author]:
    """The author who signs below the last paragraph."""
    for fragment, label in zip(reversed(fragments), reversed(labelled.labels), strict=True):
        if label.story and label.role is Role.PARAGRAPH:
            author = byline.signed(fragment.text)
            return [Author(author)] if author else []
    return []


def _author_box(fragments: Sequence[Fragment], labelled: Labelled) -> Author | None:
    """The author whose box stands behind the story: name, address of the author's page, bio."""
    author: str | None = None
    url: str | None = None
    bio: list[str] = []
    for fragment, label in zip(fragments, labelled.labels, strict=True):
        if label.role is not Role.AUTHOR_BIO:
            continue
        found = urls_in_text.name_and_address(fragment.text)
        if found:
            author, url = found
        elif author is None and (said := byline.bare(fragment.text)) and not name.has_common_word(fragment.text):
            author = said.authors[0]
        elif sentence.is_prose(fragment.text):
            bio.append(fragment.text)
    return Author(author, url, " ".join(bio) or None) if author else None
