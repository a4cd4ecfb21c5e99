"""Typeset lines with the terminal's own colours, for `newsreader read`.

Only the sixteen colours that the reader's terminal defines: nobody here knows whether its background is dark.
The escape sequences are rich's, written around text that is clean (parsers/clean.py).
"""

from collections.abc import Iterable, Iterator, Mapping
from io import StringIO

from rich.console import Console
from rich.text import Text

from parsers.article import AnnotatedArticle
from tui.inline import Line, Run
from tui.legend import GROUP_OF, Group

_STYLES: Mapping[str, str] = {
    "kicker": "bold dim", "title": "bold", "dek": "italic", "meta": "dim", "problem": "yellow", "rule": "dim",
    "heading": "bold", "bar": "dim", "marker": "dim", "caption": "italic", "credit": "dim italic",
    "table_head": "bold", "quote": "italic",
}
_MARKS: Mapping[str, str] = {"emphasis": "italic", "strong": "bold", "code": "reverse"}
# Hue and underline differ together, so that neither alone carries the meaning. The hues are
# those of themes.ANSI_HUES, which lives where Textual is.
_GROUPS: Mapping[Group, str] = {
    "person": "bright_blue underline2", "organisation": "yellow underline", "place": "green underline",
    "other": "magenta",
}


def painted(lines: Iterable[Line], annotated: AnnotatedArticle) -> Iterator[str]:
    """Each line with its escape sequences and without a newline; as many colours as TERM promises."""
    target = StringIO()
    console = Console(file=target, force_terminal=True, highlight=False, markup=False, emoji=False)
    for line in lines:
        text = Text(line.text)
        for run in line.runs:
            text.stylize(_style(run, annotated), run.start, run.end)
        console.print(text, soft_wrap=True, end="")
        yield target.getvalue()
        target.seek(0)
        target.truncate()


def _style(run: Run, annotated: AnnotatedArticle) -> str:
    words = [_STYLES.get(run.style, ""), *(_MARKS.get(mark, "") for mark in sorted(run.marks))]
    if run.mention is not None:
        words.append(_GROUPS[GROUP_OF[annotated.mentions[run.mention].type]])
    return " ".join(word for word in words if word)
