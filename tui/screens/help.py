"""Every key on one page, from the registry: first what the pane in use is for, then everything.

What cannot be done right now says why.
"""

from collections.abc import Mapping, Sequence

from textual.content import Content

from tui.actions import GROUPS, Action, Pane, Situation
from tui.keymaps import Keys, shown
from tui.screens.pager import Entry, Pager
from tui.wrap import wrap

KEYS = 13
"""Cells for the keys of an action."""
_PANES: Mapping[Pane, tuple[str, str]] = {
    "sources": ("Here: the sources", "Where articles come from, with what is unread in each. The list beside them "
                "follows the cursor; an exclamation mark says that a source could not be read."),
    "articles": ("Here: the list", "The article under the cursor is the one in the body. What is bold is unread; it "
                 "counts as read when it has been on the screen for a while or was scrolled through."),
    "body": ("Here: the article", "Names are marked by what they are; the line below counts them. Nothing of the page "
             "is lost: what was left out is one key away."),
}
_GOOD_TO_KNOW = (
    "A number before a key says how often: 5 and the key for down goes five rows down.",
    "After the first key of a chord, what may follow is shown when you wait a moment.",
    "The terminal itself selects text while Shift is held (Option in iTerm2, Fn in Terminal.app).",
    "Actions without a key are in the command line and in the palette.",
    "Keys and colours are set in config.toml; `newsreader doctor` says where it is.",
)


class Help(Pager):
    """Scrolls like the body; any of the closing keys closes it."""

    TITLE_WORD = "Keys"

    def __init__(self, situation: Situation, keys: Keys) -> None:
        super().__init__()
        self._situation, self._keys = situation, keys

    def entries(self, width: int) -> list[Entry]:
        return help_entries(self._situation, self._keys, width)


def help_entries(situation: Situation, keys: Keys, width: int) -> list[Entry]:
    """The registry in lines of at most `width` cells, the pane in use first."""
    title, told = _PANES[situation.pane]
    here = [action for actions in GROUPS.values() for action in actions if situation.pane in action.footer]
    here = [action for action in here if action.why_not(situation) is None]
    entries = [_heading(title), Entry([*_text(told, width), Content("")], told)]
    entries += _entries(sorted(here, key=lambda action: action.footer[situation.pane]), situation, keys, width)
    for group, actions in GROUPS.items():
        bound = [action for action in actions if keys.of(action)]
        entries += [_heading(group), *_entries(bound, situation, keys, width)]
    entries.append(_heading("Good to know"))
    entries += [Entry(_text(sentence, width), sentence) for sentence in _GOOD_TO_KNOW]
    return entries


def _heading(text: str) -> Entry:
    return Entry([Content.assemble((text, "bold $primary"))])


def _text(sentence: str, width: int) -> list[Content]:
    return [Content(sentence[start:end]) for start, end in wrap(sentence, width)]


def _entries(actions: Sequence[Action], situation: Situation, keys: Keys, width: int) -> list[Entry]:
    entries = [_entry(action, keys, situation, width) for action in actions]
    if entries:
        entries[-1] = Entry([*entries[-1].lines, Content("")], entries[-1].words)
    return entries


def _entry(action: Action, keymap: Keys, situation: Situation, width: int) -> Entry:
    keys = " ".join(shown(key) for key in keymap.of(action))
    reason = action.why_not(situation)
    told = f"{action.help} Not now: {reason[0].lower()}{reason[1:]}" if reason else action.help
    style = "$told" if reason else ""
    lines = [told[start:end] for start, end in wrap(told, max(20, width - KEYS))]
    first = Content.assemble((keys, "bold"), " " * max(1, KEYS - len(keys)), (lines[0], style))
    rest = [Content.assemble(" " * KEYS, (line, style)) for line in lines[1:]]
    return Entry([first, *rest], f"{keys} {action.name} {told}")
