"""Order among the sources: folders they are kept in, and what sources and folders are called.

Each of these changes can be taken back, so none of them asks first.
"""

from collections.abc import Mapping
from functools import partial

from msgspec.structs import replace

from library import folders
from library.records import Source
from tui.commandline import Completion
from tui.history import Change
from tui.screens.sourcing import Sourcing
from tui.source_tree import Branch


class Shelving(Sourcing):
    """Actions on the row of the sources that has the cursor; elsewhere, on the source of the article."""

    def action_toggle_fold(self) -> None:
        self.source_list.fold(folded=not self.source_list.current.folded)

    def action_move(self) -> None:
        """Ask for a folder, with those there are to choose from."""
        from tui.screens.prompt import Prompt

        folder, source = self._chosen_folder, self._chosen_source
        now = folders.parent(folder) if folder else source.folder if source else ""
        what = folder or (source.title if source else "")

        def done(line: str | None) -> None:
            if line is not None:
                self.command_move(line)

        self.app.push_screen(Prompt(f"{what} into folder: ", "World/Europe; empty: into none", now,
                                    complete=partial(folder_completions, self.known_folders, now)), done)

    def command_move(self, words: str) -> None:
        into, folder, source = folders.cleaned(words), self._chosen_folder, self._chosen_source
        told = into or "the top"
        if folder:
            if folders.is_inside(into, folder):
                self.say(f"{folder} cannot be put into itself.")
                return
            name = folder.rpartition("/")[2]
            self._rename_folder(folder, f"{into}/{name}" if into else name, f"{name} moved to {told}")
        elif source is not None and source.folder != into:
            self._do_move(f"“{source.title}” moved to {told}", {source.id: source.folder}, {source.id: into})

    def action_rename(self) -> None:
        from tui.screens.prompt import Prompt

        folder, source = self._chosen_folder, self._chosen_source
        now = folder.rpartition("/")[2] if folder else source.title if source else ""

        def done(line: str | None) -> None:
            if line is not None and line.strip():
                self.command_rename(line)

        self.app.push_screen(Prompt("Call it: ", "another name for this folder or source", now), done)

    def command_rename(self, words: str) -> None:
        name, folder, source = " ".join(words.split()), self._chosen_folder, self._chosen_source
        if folder:
            around = folders.parent(folder)
            self._rename_folder(folder, folders.cleaned(f"{around}/{name}"), f"{folder} renamed to {name}")
        elif source is not None and name != source.title:
            self.do(Change(f"“{source.title}” renamed to “{name}”", partial(self._entitle, source.id, name),
                           partial(self._entitle, source.id, source.title)))

    def action_remove_source(self) -> None:
        """A folder goes at once, its contents stay; a source goes with its articles, and that is asked first."""
        folder = self._chosen_folder
        if folder:
            self._rename_folder(folder, folders.parent(folder), f"{folder} taken apart; its sources stay")
        else:
            super().action_remove_source()

    @property
    def known_folders(self) -> list[str]:
        """Every folder there is, by name."""
        return folders.known(self.sources)

    @property
    def _chosen_folder(self) -> str:
        """The folder under the cursor of the sources; "": something else is, or another pane has the keyboard."""
        return (self.source_list.current.folder or "") if self.pane == "sources" else ""

    @property
    def _chosen_source(self) -> Source | None:
        chosen = self.source_list.current.source
        headline = self.article_list.current
        if self.pane != "sources" and headline is not None:
            chosen = headline.source_id
        return next((source for source in self.sources if source.id == chosen), None)

    def _rename_folder(self, old: str, new: str, words: str) -> None:
        after = folders.replaced(self.sources, old, new)
        before = {source.id: source.folder for source in self.sources if source.id in after}
        if new == folders.parent(old) or new in self.known_folders:  # two mix: which was whose, only sources know
            self._do_move(words, before, after)
        else:
            self._do_move(words, before, after, old, new)

    def _do_move(self, words: str, before: Mapping[int, str], after: Mapping[int, str], old: str = "",
                 new: str = "") -> None:
        """Sources go into other folders; a folder of the name `old` is then called `new`."""
        if before != after:
            self.do(Change(words, partial(self._put, after, old, new), partial(self._put, before, new, old)))

    def _put(self, places: Mapping[int, str], old: str, new: str) -> None:
        """On the screen at once, in the library as soon as it can."""
        selection = self.source_list.current.selection
        if old and selection is not None and folders.is_inside(selection.folder, old):
            selection = replace(selection, folder=new + selection.folder[len(old):])
        if old:
            self.source_list.turned = frozenset(_renamed(branch, old, new) for branch in self.source_list.turned)
        moved = places.get(selection.source) if selection is not None and selection.source is not None else None
        if moved:  # it does not vanish in a folded one
            self.source_list.turned = frozenset(branch for branch in self.source_list.turned
                                                if isinstance(branch, int) or not folders.is_inside(moved, branch))
        self._show_sources([replace(source, folder=places.get(source.id, source.folder)) for source in self.sources])
        if selection is not None:
            self.source_list.select(selection)
        self.write(lambda: self._write_places(places))
        self.source_list.announce()

    def _write_places(self, places: Mapping[int, str]) -> None:
        self.library.move(places)

    def _entitle(self, identity: int, title: str) -> None:
        self._show_sources([replace(source, title=title) if source.id == identity else source
                            for source in self.sources])
        self.write(lambda: self._write_title(identity, title))

    def _write_title(self, identity: int, title: str) -> None:
        self.library.rename(identity, title)

    def _show_sources(self, sources: list[Source]) -> None:
        self.sources = tuple(sources)
        self.source_list.show(replace(self.source_list.counted, sources=self.sources))
        self.update_chrome()


def folder_completions(known: list[str], now: str, typed: str) -> list[Completion]:
    """Folders that hold what was typed; all of them while that is still what is there now."""
    asked = "" if typed == now else typed.strip().casefold()
    return [Completion(folder) for folder in known if asked in folder.casefold()]


def _renamed(branch: Branch, old: str, new: str) -> Branch:
    if isinstance(branch, str) and folders.is_inside(branch, old):
        return new + branch[len(old):]
    return branch
