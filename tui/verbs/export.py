"""`newsreader export PATH|ID|- …`: articles as Markdown or JSON, in files or (--to -) on standard output."""

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from library.errors import ExportError
from library.export.preset import Preset
from library.files import shown
from parsers.article import AnnotatedArticle
from tui.verbs.articles import named_articles
from tui.verbs.home import Home, export_folder, home, now, opened
from tui.verbs.inputs import Failures, refuse_addresses
from tui.verbs.streams import ExitCode, Streams, UsageError, write

if TYPE_CHECKING:
    from library.export.names import Note

_EXTENSIONS = {"markdown": "md", "json": "json"}


# Articles with the reader's tags.
_Articles = Iterable[tuple[AnnotatedArticle, tuple[str, ...]]]
# For an article the notes that its file links to.
_Notes = Callable[[AnnotatedArticle], "list[Note]"]


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("names", metavar="PATH|ID", nargs="+",
                        help="a file, a folder, an article's ID, or - for standard input")
    parser.add_argument("--to", metavar="DIR", help="the folder to write to; - is standard output")
    parser.add_argument("--format", choices=tuple(_EXTENSIONS), default="markdown")
    parser.add_argument("--preset", choices=[preset.value for preset in Preset],
                        help="for whom the Markdown is: obsidian (with front matter) or plain (without)")
    parser.add_argument("--entity-notes", action="store_true",
                        help="with Markdown files: a note for each person, organisation and place, linked both ways")


def run(arguments: Namespace, streams: Streams) -> ExitCode:
    """The path of each file on stdout, or the articles themselves; what failed on stderr."""
    refuse_addresses(arguments.names)
    folders = home(arguments, streams)
    preset = Preset(arguments.preset or folders.config.preset)
    failures = Failures(streams)
    articles = named_articles(arguments.names, arguments, streams, failures)
    notes = _notes(arguments, folders) if arguments.entity_notes else None
    if arguments.to == "-":
        for annotated, tags in articles:
            write(streams, _text(annotated, arguments.format, preset, tags).rstrip("\n"))
    else:
        folder = Path(arguments.to).expanduser().absolute() if arguments.to else export_folder(folders)
        _write_files(articles, folder, arguments.format, preset, streams, failures, notes)
    return ExitCode.PARTLY if failures.any else ExitCode.DONE


def _write_files(articles: _Articles, folder: Path, form: str, preset: Preset,
                 streams: Streams, failures: Failures, notes: _Notes | None) -> None:
    from library.export.files import files_by_id, write_article

    extension = _EXTENSIONS[form]
    known: dict[str, Path] | None = None
    for annotated, tags in articles:
        try:
            if known is None:
                known = files_by_id(folder, extension) if os.path.isdir(folder) else {}
            text = _text(annotated, form, preset, tags)
            named = notes(annotated) if notes else []
            if named:
                from library.export.names import names_section

                text += names_section(named)
            path = write_article(text, folder, annotated.article, extension=extension, known=known)
            _write_notes(named, folder, annotated, path)
        except ExportError as error:
            failures.add(str(error))
        else:
            # In a pipe the path is data, exact to the byte; on a terminal it is foreign text like any other.
            write(streams, shown(path) if streams.out.isatty() else str(path))


def _write_notes(named: "Sequence[Note]", folder: Path, annotated: AnnotatedArticle, path: Path) -> None:
    """The notes that the article's file links to. Raises ExportError."""
    for note in named:
        from library.export.names import write_note

        write_note(folder, note, annotated.article, path)


def _notes(arguments: Namespace, folders: Home) -> _Notes:
    """Who is named in an article, by the names the library knows them by, where there is a library and it knows them.

    Raises UsageError when there would be no files to link.
    """
    if arguments.to == "-" or arguments.format != "markdown":
        raise UsageError("--entity-notes goes with Markdown files: leave out --format json and --to -.")
    from library.export.names import notes_of

    def of(annotated: AnnotatedArticle) -> "list[Note]":
        names: dict[str, str | None] = {}
        if os.path.exists(folders.library / "library.db"):
            with opened(folders.library) as library:
                found = library.entities.of_article(annotated.article.id)
            names = {key: None if row.ignored else row.name for key, row in found.items()}
        return notes_of(annotated, names)

    return of


def _text(annotated: AnnotatedArticle, form: str, preset: Preset, tags: Sequence[str]) -> str:
    """The content of the article's file, a newline at its end."""
    if form == "json":
        from library.export.json import article_json

        return article_json(annotated, tags=tags).decode() + "\n"
    from library.export.markdown import markdown

    return markdown(annotated, exported_on=now().astimezone().date(), preset=preset, tags=tags)
