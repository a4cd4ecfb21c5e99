"""`newsreader read PATH|ID|-`: one article typeset on stdout, coloured on a terminal, plain in a pipe."""

import os
import shutil
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator

from parsers.article import AnnotatedArticle
from tui.plain import paragraphs
from tui.typeset import LETTERS, NARROWEST, spoken, typeset
from tui.verbs.articles import named_articles
from tui.verbs.home import home
from tui.verbs.inputs import Failures, refuse_addresses
from tui.verbs.streams import ExitCode, Streams, UsageError, write

WIDEST = 76
"""Cells of the column when the terminal has more: the measure of the reader's own screen."""


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="PATH|ID", help="a file, an article's ID, or - for standard input")
    parser.add_argument("--plain", action="store_true",
                        help="one paragraph per line, nothing drawn: for braille displays and pipes")
    parser.add_argument("--width", metavar="N", type=_width,
                        help=f"cells of the column (default: the terminal's, at most {WIDEST})")


def run(arguments: Namespace, streams: Streams) -> ExitCode:
    """The article on stdout; all of them when the page holds several."""
    refuse_addresses([arguments.name])
    if os.path.isdir(arguments.name):
        raise UsageError(f"{arguments.name} is a folder. Name one page; `newsreader parse` takes folders.")
    home(arguments, streams)  # the configuration names the engine that finds names
    failures = Failures(streams)
    is_first = True
    for annotated, _ in named_articles([arguments.name], arguments, streams, failures):
        if not is_first:
            write(streams, "")
        is_first = False
        for line in _lines(annotated, arguments, streams):
            write(streams, line)
    return ExitCode.PARTLY if failures.any else ExitCode.DONE


def _lines(annotated: AnnotatedArticle, arguments: Namespace, streams: Streams) -> Iterator[str]:
    """The article as asked for. Colours only for a person who looks: a terminal, and no NO_COLOR."""
    if arguments.plain:
        return paragraphs(annotated.article)
    width = arguments.width or min(shutil.get_terminal_size((WIDEST, 24)).columns, WIDEST)
    if not streams.out.isatty():
        return iter(spoken(typeset(annotated, width)).splitlines())
    if streams.environment.get("NO_COLOR"):
        return iter(spoken(typeset(annotated, width, letters=LETTERS)).splitlines())
    from tui.verbs.paint import painted

    return painted(typeset(annotated, width), annotated)


def _width(text: str) -> int:
    """An argparse type."""
    try:
        width = int(text)
    except ValueError:
        width = 0
    if not NARROWEST <= width <= 1000:
        raise ArgumentTypeError(f"{text!r} is no number of cells from {NARROWEST} to 1000")
    return width
