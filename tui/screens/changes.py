"""What an article said before: only the passages that changed, word by word, one earlier text after the other."""

from collections.abc import Sequence
from datetime import tzinfo
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.strip import Strip

from library.records import Revision
from parsers.article import Article
from tui.columns import column
from tui.dates import long_date
from tui.inline import Inline, Line, Run, plain
from tui.render import line_strip
from tui.screens.dialog import Dialog
from tui.themes import Palette
from tui.widgets.key_line import KeyLine
from tui.widgets.pane import Pane
from tui.word_diff import Passage, passages

FRAME = 4
"""Lines of the page that its border and the air inside it take."""
_BRACKETS = {"deleted": ("[-", "-]"), "inserted": ("{+", "+}"), "same": ("", "")}
"""As wdiff writes them: what went and what came is told apart without colour and by speech."""


def typeset_changes(found: Sequence[Passage], width: int, *, brackets: bool) -> list[Line]:
    """The passages in lines of at most `width` cells; `brackets` put signs around what changed."""
    lines: list[Line] = []
    for passage in found:
        if passage.after:
            unchanged = f"⋯ {passage.after} unchanged ⋯" if passage.after > 1 else "⋯"
            lines += [*column(plain(unchanged, "marker"), width), Line()]
        text, runs, before = "", [], ""
        for kind, words in passage.words:
            opening, closing = _BRACKETS[kind] if brackets else ("", "")
            is_instead = before == "deleted" and kind == "inserted" and not brackets
            if is_instead and text[-1].isalnum() and words[0].isalnum():
                runs.append(Run(len(text), len(text) + 1, "text"))  # the word that went and the one that came are two
                text += " "
            before = kind
            start, text = len(text), f"{text}{opening}{words}{closing}"
            runs.append(Run(start, len(text), "text" if kind == "same" else kind))
        lines += [*column(Inline(text, tuple(runs)), width), Line()]
    return lines


class _Page(Pane):
    is_parted = False
    EDGE = "edge_of_paper"
    lines: Sequence[Line] = ()

    def line(self, y: int, width: int) -> Strip:
        line = self.lines[y] if 0 <= y < len(self.lines) else Line()
        return line_strip(line, width, 0, self.palette)

    def turn_to(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.set_height(len(lines))
        self.jump(0)


class Changes(Dialog[None]):
    """The latest change first."""

    DEFAULT_CSS = """
    Changes _Page { width: 84; max-width: 96%; max-height: 88%; padding: 1 3; }
    """
    KEYS = (("j k", "scroll"), ("Esc", "close"))
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,D,backspace", "leave", "Close"), ("j,down", "scroll(1)", "Down"), ("k,up", "scroll(-1)", "Up"),
        ("space,pagedown", "scroll(15)", "Page down"), ("b,pageup", "scroll(-15)", "Page up"),
        ("h,left,left_square_bracket", "turn(1)", "Earlier"), ("l,right,right_square_bracket", "turn(-1)", "Later"),
    ]

    def __init__(self, article: Article, revisions: Sequence[Revision], palette: Palette,
                 zone: tzinfo | None = None) -> None:
        super().__init__()
        self._revisions, self._palette, self._zone = revisions, palette, zone
        self._texts = [article, *(revision.annotated.article for revision in revisions)]
        self._at = 0

    def compose(self) -> ComposeResult:
        page = _Page(classes="dialog")
        page.palette = self._palette
        yield page
        turning = (("h", "an earlier change"), ("l", "a later one")) if len(self._revisions) > 1 else ()
        yield KeyLine(self.palette, (*turning, *self.KEYS))

    def on_mount(self) -> None:
        self.query_one(_Page).focus()

    def on_resize(self) -> None:
        self._show()

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_scroll(self, lines: int) -> None:
        page = self.query_one(_Page)
        page.jump(page.scroll_offset.y + lines)

    def action_turn(self, steps: int) -> None:
        self._at = min(max(0, self._at + steps), len(self._revisions) - 1)
        self._show()

    def _show(self) -> None:
        page = self.query_one(_Page)
        found = passages(self._texts[self._at + 1], self._texts[self._at])
        width = max(16, min(84, self.size.width * 96 // 100) - 9)
        lines = typeset_changes(found, width, brackets=self._palette.letters)
        page.styles.height = len(lines) + FRAME
        page.turn_to(lines)
        when = long_date(self._revisions[self._at].replaced_at.isoformat(), self._zone)
        page.border_title = Content(f"What changed · seen {when}")
        page.border_subtitle = Content(f"{self._at + 1}/{len(self._revisions)}" if len(self._revisions) > 1 else "")
