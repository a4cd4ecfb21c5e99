"""`newsreader export PATH|ID|- …`: articles as Markdown or JSON, in files or (--to -) on standard output."""

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from pathlib import Path

from library.errors import ExportError
from library.export.preset import Preset
from library.files import shown
from parsers.article import AnnotatedArticle
from tui.verbs.articles import named_articles
from tui.verbs.home import export_folder, home, now
from tui.verbs.inputs import Failures, refuse_addresses
from tui.verbs.streams import ExitCode, Streams, write

_EXTENSIONS = {"markdown": "md", "json": "json"}


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("names", metavar="PATH|ID", nargs="+",
                        help="a file, a folder, an article's ID, or - for standard input")
    parser.add_argument("--to", metavar="DIR", help="the folder to write to; - is standard output")
    parser.add_argument("--format", choices=tuple(_EXTENSIONS), default="markdown")
    parser.add_argument("--preset", choices=[preset.value for preset in Preset],
                        help="for whom the Markdown is: obsidian (with front matter) or plain (without)")


def run(arguments: Namespace, streams: Streams) -> ExitCode:
    """The path of each file on stdout, or the articles themselves; what failed on stderr."""
    refuse_addresses(arguments.names)
    folders = home(arguments, streams)
    preset = Preset(arguments.preset or folders.config.preset)
    failures = Failures(streams)
    articles = named_articles(arguments.names, arguments, streams, failures)
    if arguments.to == "-":
        for annotated in articles:
            write(streams, _text(annotated, arguments.format, preset).rstrip("\n"))
    else:
        folder = Path(arguments.to).expanduser().absolute() if arguments.to else export_folder(folders)
        _write_files(articles, folder, arguments.format, preset, streams, failures)
    return ExitCode.PARTLY if failures.any else ExitCode.DONE


def _write_files(articles: Iterable[AnnotatedArticle], folder: Path, form: str, preset: Preset,
                 streams: Streams, failures: Failures) -> None:
    from library.export.files import files_by_id, write_article

    extension = _EXTENSIONS[form]
    known: dict[str, Path] | None = None
    for annotated in articles:
        try:
            if known is None:
                known = files_by_id(folder, extension) if os.path.isdir(folder) else {}
            text = _text(annotated, form, preset)
            path = write_article(text, folder, annotated.article, extension=extension, known=known)
        except ExportError as error:
            failures.add(str(error))
        else:
            # In a pipe the path is data, exact to the byte; on a terminal it is foreign text like any other.
            write(streams, shown(path) if streams.out.isatty() else str(path))


def _text(annotated: AnnotatedArticle, form: str, preset: Preset) -> str:
    """The content of the article's file, a newline at its end."""
    if form == "json":
        from library.export.json import article_json

        return article_json(annotated).decode() + "\n"
    from library.export.markdown import markdown

    return markdown(annotated, exported_on=now().astimezone().date(), preset=preset)
