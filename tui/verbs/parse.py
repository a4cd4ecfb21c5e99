"""`newsreader parse PATH|- …`: the articles of pages on stdout. It touches no library and no network."""

from argparse import ArgumentParser, Namespace

from parsers.article import AnnotatedArticle
from tui.typeset import spoken, typeset
from tui.verbs.home import home
from tui.verbs.inputs import Failures, articles, given_pages, refuse_addresses
from tui.verbs.streams import ExitCode, Streams, UsageError, counted, write

WIDTH = 72
"""Cells. Lines of 45 to 75 characters read well (Bringhurst, Elements of Typographic Style, 2.1.2)."""


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("paths", metavar="PATH", nargs="+", help="a file or folder; - is standard input")
    parser.add_argument("--json", action="store_true", help="one JSON object per line, one line per article")
    parser.add_argument("--url", metavar="U", help="the address that the page came from")
    parser.add_argument("--type", metavar="MIME", help="its media type, such as text/html; charset=utf-8")


def run(arguments: Namespace, streams: Streams) -> ExitCode:
    """Every article on stdout, every page that gave none on stderr."""
    refuse_addresses(arguments.paths)
    if arguments.url and len(arguments.paths) > 1:
        raise UsageError("--url is the address of one page. Give one PATH with it.")
    home(arguments, streams)  # the configuration names the engine that finds names
    failures = Failures(streams)
    pages = given_pages(arguments.paths, streams, failures, url=arguments.url, content_type=arguments.type)
    is_first = True
    for given in pages:
        for annotated in articles(given, failures):
            if arguments.json:
                from library.export.json import article_json

                write(streams, article_json(annotated).decode())
            else:
                write(streams, ("" if is_first else "\n\n") + _as_text(annotated))
            is_first = False
    return ExitCode.PARTLY if failures.any else ExitCode.DONE


def _as_text(annotated: AnnotatedArticle) -> str:
    """The article set in a column, and how much of the page is not in it."""
    count = len(annotated.article.set_aside)
    lines = spoken(typeset(annotated, WIDTH))
    return f"{lines}\n({counted(count, 'piece')} of the page set aside; --json shows them)" if count else lines
