"""Lists that are saved under a name, with what narrows them, as rows beside the sources."""

from functools import partial

from library.saved import Saved, cleaned
from tui.history import Change
from tui.screens.muting import Muting


class Saving(Muting):
    """Actions on saved lists; what they show is asked anew each time."""

    def action_save_list(self) -> None:
        from tui.screens.prompt import Prompt

        def done(line: str | None) -> None:
            if line is not None and line.strip():
                self.command_save(line)

        self.app.push_screen(Prompt("Save this list as: ", "a name; it stands beside the sources", self.matching), done)

    def command_save(self, words: str) -> None:
        name, shown = cleaned(words), self.shown_selection
        if any(row.selection == shown and row.kind != "saved" for row in self.source_list.rows):
            self.say("This list has a row of its own already.")
            return
        known = {saved.name: saved for saved in self.source_list.counted.saved}
        if name:
            self._do_save(f"“{name}” saved", known.get(name), Saved(name, shown))

    def action_remove_source(self) -> None:
        """A saved list goes at once, and can be brought back."""
        saved = self._chosen_saved
        if saved is None:
            super().action_remove_source()
        else:
            self.source_list.move(-1)
            self._do_save(f"“{saved.name}” is not saved any more", saved, None)

    def action_rename(self) -> None:
        from tui.screens.prompt import Prompt

        saved = self._chosen_saved
        if saved is None:
            super().action_rename()
            return

        def done(line: str | None) -> None:
            if line is not None:
                self.command_rename(line)

        self.app.push_screen(Prompt("Call it: ", "another name for this list", saved.name), done)

    def command_rename(self, words: str) -> None:
        saved, name = self._chosen_saved, cleaned(words)
        if saved is None:
            super().command_rename(words)
        elif name in [other.name for other in self.source_list.counted.saved]:
            self.say(f"There is a list called {name} already.")
        elif name:
            self._do_save(f"“{saved.name}” renamed to “{name}”", saved, Saved(name, saved.selection))

    def _put_saved(self, before: Saved | None, after: Saved | None) -> None:
        """The second one in the place of the first; None: none."""
        def change() -> None:
            if before is not None:
                self.library.forget(before.name)
            if after is not None:
                self.library.save(after)

        self.write(change)

    def _do_save(self, words: str, before: Saved | None, after: Saved | None) -> None:
        self.do(Change(words, partial(self._put_saved, before, after), partial(self._put_saved, after, before)))

    @property
    def _chosen_saved(self) -> Saved | None:
        row = self.source_list.current
        if self.pane != "sources" or row.kind != "saved":
            return None
        return next((saved for saved in self.source_list.counted.saved if saved.name == row.label), None)
