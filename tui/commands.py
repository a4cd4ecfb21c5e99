"""The command palette's entries: the registry once more, searchable by name."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tui.actions import ACTIONS, Action, Situation
from tui.keymaps import Pressed, shown

if TYPE_CHECKING:
    from tui.screens.reader import Reader

_NOT_HERE = frozenset({"palette", "down", "up", "left", "right"})
"""Actions that make no sense once the palette is open."""


NAME_CELLS = 30
"""Cells of a name, so that the keys stand in a column; no action has a longer one (a test says so)."""


def offered(actions: Sequence[Action], situation: Situation) -> list[Action]:
    """The actions in the order of who opens the palette to look around: what the footer shows here, what else can be
    done now, and the rest."""
    def rank(action: Action) -> tuple[bool, int]:
        return action.why_not(situation) is not None, action.footer.get(situation.pane, 99)
    return sorted(actions, key=rank)


class ActionProvider(Provider):
    """Every action of the reader; one that cannot be taken says why in its place."""

    async def discover(self) -> Hits:
        for action in offered(self._actions(), self._reader().situation):
            title = self._title(action)
            yield DiscoveryHit(Content(title), self._runner(action), title, self._told(action))

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for action in self._actions():
            score = matcher.match(self._title(action))
            if score > 0:
                yield Hit(score, matcher.highlight(self._title(action)), self._runner(action), self._title(action),
                          self._told(action))

    def _actions(self) -> list[Action]:
        return [action for action in ACTIONS if action.id not in _NOT_HERE]

    def _runner(self, action: Action) -> partial[None]:
        return partial(self._reader().take, Pressed((action,)))

    def _told(self, action: Action) -> str:
        reason = action.why_not(self._reader().situation)
        return reason or action.help

    def _title(self, action: Action) -> str:
        keys = " ".join(shown(key) for key in self._reader().keys.of(action))
        return f"{action.name:{NAME_CELLS}} {keys}".rstrip()

    def _reader(self) -> "Reader":
        from tui.screens.reader import Reader

        screen = self.screen
        assert isinstance(screen, Reader)  # noqa: S101 - the palette is this screen's own (see Reader.COMMANDS)
        return screen
