"""Articles by path or by ID: what `read` and `export` accept. The library is opened only for an ID."""

import os
from argparse import Namespace
from collections.abc import Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

from parsers.article import AnnotatedArticle
from tui.verbs.home import library_of
from tui.verbs.inputs import Failures, articles, given_pages
from tui.verbs.streams import Streams

if TYPE_CHECKING:
    from library import Library
    from library.records import Opened

# Fewer digits are more likely a misspelt file name ("a", "bad") than an ID.
_SHORTEST_ID = 4
_DIGITS = frozenset("0123456789abcdef")
# IDs that a message about an ambiguous beginning shows.
_SHOWN = 5


def named_articles(
    names: list[str], arguments: Namespace, streams: Streams, failures: Failures
) -> Iterator[tuple[AnnotatedArticle, tuple[str, ...]]]:
    """The articles of paths, of standard input ("-") and of IDs or beginnings of IDs, in the order named.

    With each come the tags that the reader gave to it, none where it is of no library. A path wins over an ID of the
    same letters. Raises StoreError when there is an ID but the library cannot be opened.
    """
    library: Library | None = None
    with ExitStack() as stack:
        for name in names:
            if name == "-" or os.path.exists(name) or not _may_be_id(name):
                for given in given_pages([name], streams, failures):
                    for annotated in articles(given, failures):
                        yield annotated, ()
                continue
            if library is None:
                library = stack.enter_context(library_of(arguments, streams))
            opened = _of_library(name, library, failures)
            if opened is not None:
                yield opened.annotated, opened.tags


def _may_be_id(name: str) -> bool:
    return _SHORTEST_ID <= len(name) <= 32 and set(name.lower()) <= _DIGITS


def _of_library(name: str, library: "Library", failures: Failures) -> "Opened | None":
    """The one article whose ID begins so; None, with a failure named, when there is none or more than one."""
    found = library.find(name.lower())
    if len(found) == 1:
        opened = library.opened(found[0])
        if opened is not None:
            return opened
    if len(found) > 1:
        shown = ", ".join(found[:_SHOWN]) + (" …" if len(found) > _SHOWN else "")
        failures.add(f"{name} begins the IDs of {len(found)} articles. Give more digits of {shown}.")
    else:
        failures.add(f"{name} is no file, and no article has an ID that begins so. `newsreader list` "
                     "shows them.")
    return None
