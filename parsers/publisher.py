"""Who published it, for pages that state it and for pastes that only let it be read."""

import re
from collections.abc import Sequence

from parsers import urls
from parsers.article import Author, Role
from parsers.fragment import Fragment, Stated
from parsers.labelling import Labelled
from parsers.news import copyright


def publisher_of(
    fragments: Sequence[Fragment], labelled: Labelled, stated: Stated, named: str | None, authors: tuple[Author, ...]
) -> str | None:
    """What the page states, then what its byline says (`named`), what an author's address spells, who claims the page.

    None when none of them names one.
    """
    return (
        next(iter(stated.publishers), None)
        or named
        or _spelled_by_host(fragments, authors)
        or _claimed(fragments, labelled)
    )


def _claimed(fragments: Sequence[Fragment], labelled: Labelled) -> str | None:
    """Who claims the page in its last lines; None when nobody does."""
    for fragment, label in zip(reversed(fragments), reversed(labelled.labels), strict=True):
        if label.story:
            return None
        if label.role in (Role.LEGAL, Role.CREDIT) and (holder := copyright.holder(fragment.text)):
            return holder
    return None


def _spelled_by_host(fragments: Sequence[Fragment], authors: tuple[Author, ...]) -> str | None:
    """A name in the page's text that spells the host of an author's address; None when there is none."""
    hosts = {urls.host_of(author.url) for author in authors if author.url}
    for host in filter(None, hosts):
        label = max(host.removeprefix("www.").split("."), key=len)
        letters = re.sub(r"\W", "", label)
        if len(letters) < 4:
            continue
        spelled = re.compile(r"(?i)(?<!\w)" + r"[\W_]{0,2}".join(map(re.escape, letters)) + r"(?!\w)")
        for fragment in fragments:
            for match in spelled.finditer(fragment.text):
                around = fragment.text[max(0, match.start() - 12) : match.end() + 2]
                if (
                    "://" not in around
                    and "www." not in around
                    and "/" not in match[0]
                    and match[0][0].isupper()
                ):
                    return match[0]
    return None
