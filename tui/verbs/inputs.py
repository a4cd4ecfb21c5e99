"""From the words of a command line to pages: files, folders, standard input. What cannot be read is named.

`parse`, `read` and `export` share it, so that a folder means the same files everywhere and a missing path is
the same sentence. It opens no library.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from library import engines
from library.errors import SourceError
from library.files import LARGEST, FileError, existing, pages_in, read_page, shown
from parsers import parse
from parsers.article import AnnotatedArticle, Page
from tui.verbs.home import now
from tui.verbs.streams import Streams, UsageError, say

STDIN = "standard input"


class Given(NamedTuple):
    """A page that the command line names."""

    name: str
    """How messages call it: its path, or STDIN."""
    page: Page


class Failures:
    """Names each failure on stderr, and remembers that there was one."""

    def __init__(self, streams: Streams) -> None:
        self._streams = streams
        self.any = False

    def add(self, sentence: str) -> None:
        """A sentence that names the thing and the remedy."""
        self.any = True
        say(self._streams, sentence)


def refuse_addresses(arguments: Sequence[str]) -> None:
    """Raises UsageError when one of them is an address on the network."""
    for argument in arguments:
        if argument.lower().startswith(("http:/", "https:/", "ftp:/", "feed:/")):
            raise UsageError(f"{argument}: fetching from the network is not part of this version; save the "
                             "page and open the file.")


def given_pages(arguments: Sequence[str], streams: Streams, failures: Failures, *, url: str | None = None,
                content_type: str | None = None) -> Iterator[Given]:
    """The page of each file, of every file in each folder, and of standard input ("-"), one at a time."""
    for argument in arguments:
        if argument == "-":
            yield from _from_stdin(streams, failures, url, content_type)
            continue
        try:
            path = existing(Path(argument))
            files = pages_in(path) if path.is_dir() else [path]
        except SourceError as error:
            failures.add(str(error))
            continue
        except OSError as error:
            failures.add(f"{shown(argument)} cannot be listed ({error.strerror}). Change its permissions.")
            continue
        if not files:
            failures.add(f"{shown(argument)} holds no files. Name a folder with saved pages.")
        for file in files:
            try:
                body, _ = read_page(file)
            except FileError as error:
                failures.add(f"{shown(file)} {error}")
            else:
                yield Given(shown(file), Page(body, now(), url, content_type))


def _from_stdin(
    streams: Streams, failures: Failures, url: str | None, content_type: str | None
) -> Iterator[Given]:
    body = streams.stdin.read(LARGEST + 1)
    if len(body) > LARGEST:
        failures.add(f"{STDIN} holds more than {LARGEST >> 20} MB. Split it, or send only the article.")
    else:
        yield Given(STDIN, Page(body, now(), url, content_type))


def articles(given: Given, failures: Failures) -> Iterator[AnnotatedArticle]:
    """The articles of a page, annotated. A page without one, or one that was cut, is a failure."""
    parsed = parse(given.page)
    for problem in parsed.problems:
        if not parsed.articles or problem.kind == "cut":
            failures.add(f"{given.name}: {problem.detail}")
    for article in parsed.articles:
        yield engines.annotated(article)
