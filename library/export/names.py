"""Notes about people, bodies and places beside exported articles, linked both ways as Obsidian links notes.

An article's file ends with links to the notes, each note lists the articles that name it, so the graph of a vault
shows who is named where. A note is the reader's to write in: only the part between our two marks is ever changed, and
a note without them is left alone.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from library.errors import ExportError
from library.export.files import write_whole
from library.export.inline import escape
from library.files import shown
from parsers.article import AnnotatedArticle, Article

FOLDER = "Names"
"""The folder of the notes, inside that of the articles."""
_KINDS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place"}
_UNSAFE = re.compile(r'[\\/:*?"<>|#^\[\]%\x00-\x1f]+')
"""What a file name or a wikilink cannot hold (help.obsidian.md, "Internal links"; Microsoft, "Naming Files")."""
_LONGEST, _MOST_BYTES = 120, 230
"""Characters of a note's name, and bytes in UTF-8: file systems take 255 for a whole name, some are for its kind."""
_BEGIN, _END = "%% newsreader: articles %%", "%% newsreader: end %%"
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


class Note(Struct, frozen=True):
    """The note that stands for one entity."""

    name: str
    """Of its file, without ".md": what a wikilink holds."""
    title: str
    """The entity's name."""
    kind: str
    aliases: tuple[str, ...]


def notes_of(annotated: AnnotatedArticle, names: Mapping[str, str | None]) -> list[Note]:
    """A note for each person, body and place of the article, by first mention.

    `names` are the names the library knows them by, by Entity.id: None for those that the reader ignores; an entity
    that is not in it goes by the article's own name.
    """
    notes: dict[str, Note] = {}
    for entity in annotated.entities:
        title = names.get(entity.id, entity.name)
        kind = _KINDS.get(entity.type)
        if title is None or kind is None:
            continue
        name = note_name(title)
        other = notes.get(name.casefold())
        if other is not None and other.kind != kind:
            name = f"{name} ({kind})"
        if name and name.casefold() not in notes:
            aliases = tuple(form for form in (entity.name, *entity.aliases) if form != title)
            notes[name.casefold()] = Note(name, title, kind, aliases)
    return list(notes.values())


def note_name(title: str) -> str:
    """A name as that of a file that every system takes and that a wikilink can hold; "" when nothing of it can."""
    name = " ".join(_UNSAFE.sub(" ", title).split())[:_LONGEST]
    name = name.encode("utf-8", "ignore")[:_MOST_BYTES].decode("utf-8", "ignore").strip(" .")
    return f"{name} (name)" if _RESERVED.fullmatch(name) else name


def names_section(notes: Sequence[Note]) -> str:
    """The end of an article's file: a link to each note; "" when it names nobody."""
    if not notes:
        return ""
    return "\n".join(["", "## Names", "", *(f"- [[{note.name}]] ({note.kind})" for note in notes), ""])


def write_note(folder: Path, note: Note, article: Article, article_file: Path) -> Path | None:
    """Adds the article to the note in `folder`/Names, which is made when missing; the note's path.

    None when a note of that name is there that is not ours: it may be linked to, but never changed. Raises ExportError.
    """
    path = folder / FOLDER / f"{note.name}.md"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text("utf-8") if path.exists() else _new(note)
    except (OSError, UnicodeDecodeError) as error:
        raise ExportError(f"The note {shown(path)} cannot be read: move it, or export without notes.") from error
    before, begin, rest = text.partition(_BEGIN)
    listed, end, after = rest.partition(_END)
    if not begin or not end:
        return None
    link = f"[[{article_file.stem}]]"
    lines = [line for line in listed.split("\n") if line.startswith("- ") and link not in line]
    day = f", {article.published[:10]}" if article.published else ""
    lines = sorted([*lines, f"- {link} {escape(article.title)}{day}"], reverse=True)  # their files begin with the day
    changed = "\n".join([before + begin, *lines, end]) + after
    if changed != text:
        write_whole(path, changed.encode("utf-8", "replace"))
    return path


def _new(note: Note) -> str:
    import json

    aliases = json.dumps(list(note.aliases), ensure_ascii=False)
    head = ["---", f"aliases: {aliases}", f"tags: [news/{note.kind}]", "---", "", f"# {escape(note.title)}", ""]
    return "\n".join([*head, _BEGIN, _END, ""])
