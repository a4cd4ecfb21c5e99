"""What leaves the screen: the browser, the clipboard, files, and the reader's own library."""

import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from textual import work
from textual.worker import get_current_worker

from library import Library
from library.config import EXPORT_FOLDER, export_folder
from library.errors import LibraryError
from tui.commandline import completed_paths
from tui.messages import Exported, Exporting, Kept, Told
from tui.screens.marking import PORTION
from tui.screens.teaching import Teacher

TOLD_EVERY = 20
"""Articles after which an export says how far it is: they take a tenth of a second."""


class Taking(Teacher):
    """Actions whose result is outside of this screen; each says what became of it."""

    _kept_in: Library | None = None
    """The reader's own library, once something has been kept."""

    def action_open_url(self) -> None:
        opened = self.view.opened
        if opened is not None and opened.annotated.article.url:
            self.browse(opened.annotated.article.url)

    @work(thread=True, group="browser")
    def browse(self, url: str) -> None:
        """Open a web address in the reader's browser."""
        from tui.clipboard import open_in_browser

        reason = open_in_browser(url, self.options.environment, sys.platform)
        self.post_message(Told(reason or "Opened in the browser.", alarming=reason is not None))

    def action_copy_url(self) -> None:
        opened = self.view.opened
        if opened is None:
            return
        article = opened.annotated.article
        self.copy(article.url or article.title)
        self.say("The address is on the clipboard." if article.url
                 else "This page names no address; its title is on the clipboard.")

    def copy(self, text: str) -> None:
        """Onto the clipboard, by the terminal and by the desktop's own tool."""
        self.app.copy_to_clipboard(text)
        self._copy_with_tool(text)

    @work(thread=True, exclusive=True, group="clipboard")
    def _copy_with_tool(self, text: str) -> None:
        from tui.clipboard import copy_with_tool

        copy_with_tool(text, self.options.environment)

    def action_export(self) -> None:
        opened = self.view.opened
        if opened is not None:
            self._with_folder(partial(self._export, [opened.annotated.article.id]))

    def action_export_list(self) -> None:
        self._with_folder(partial(self._export_rows, list(self.article_list.pages.rows)))

    def on_exporting(self, message: Exporting) -> None:
        words = f"exporting {message.done:,}/{message.total:,}"
        self.work_on("export", words, partial(self.workers.cancel_group, self, "export"))

    def on_exported(self, message: Exported) -> None:
        self.done_with("export")
        for failure in message.failures[:3]:
            self.say(failure, alarming=True)
        if len(message.paths) == 1:
            self.copy(message.paths[0])
            self.say(message.paths[0], title="Exported; the path is on the clipboard")
        elif message.paths:
            folder = str(Path(message.paths[0]).parent)
            self.copy(folder)
            self.say(folder, title=f"{len(message.paths):,} articles exported; the folder is on the clipboard")

    def action_keep(self) -> None:
        opened = self.view.opened
        if opened is not None:
            article = opened.annotated.article
            self.write(partial(self._keep, article.id, article.title))

    def on_kept(self, message: Kept) -> None:
        self.say(message.title, title="Kept in your library, under Kept pages")

    def _keep(self, article_id: str, title: str) -> Kept:
        if self._kept_in is None:
            if self.home is None:
                raise LibraryError("There is no library to keep the page in.")
            self._kept_in = self.home()
        self.library.keep(article_id, self._kept_in)
        return Kept(title)

    def _with_folder(self, export: Callable[[Path], object]) -> None:
        """Export to the folder that is configured or was chosen; the first time, ask for one."""
        configured = self.options.config.export_folder is not None
        if configured or self.library.setting(EXPORT_FOLDER):
            export(export_folder(self.options.config, self.library))
            return
        from tui.screens.ask import Ask

        dialog = Ask(
            "Export", "Articles are written as Markdown files into this folder:",
            "Enter takes it, now and from now on",
            str(export_folder(self.options.config, self.library)), self._choose_folder,
            partial(completed_paths, folders_only=True),
        )

        def go_on(chosen: str | None) -> None:
            if chosen:
                export(Path(chosen).expanduser().absolute())

        self.app.push_screen(dialog, go_on)

    def _choose_folder(self, text: str) -> str | None:
        """In a thread: make sure that the folder can be written to, and remember it."""
        try:
            folder = Path(text).expanduser().absolute()
            folder.mkdir(parents=True, exist_ok=True)
            self.library.set_setting(EXPORT_FOLDER, str(folder))
        except OSError as error:
            return f"{text} cannot be used ({error.strerror}). Choose another folder."
        except (LibraryError, RuntimeError) as error:  # RuntimeError: a ~name that nobody has
            return str(error)
        return None

    @work(thread=True, group="export")
    def _export(self, article_ids: Sequence[str], folder: Path) -> None:
        # Slugify's tables are for when something is written, not for the start.
        from library.export.files import files_by_id, write_article
        from library.export.markdown import markdown

        paths: list[str] = []
        failures: list[str] = []
        today = self.options.now().astimezone().date()
        known: dict[str, Path] | None = None
        worker = get_current_worker()
        for number, article_id in enumerate(article_ids):
            if worker.is_cancelled:
                break
            if number % TOLD_EVERY == 0 and len(article_ids) > TOLD_EVERY:
                self.post_message(Exporting(number, len(article_ids)))
            try:
                opened = self.library.opened(article_id)
                if opened is None:
                    continue
                text = markdown(opened.annotated, exported_on=today, preset=self.options.config.preset,
                                tags=opened.tags)
                if known is None and folder.is_dir():
                    known = files_by_id(folder)
                paths.append(str(write_article(text, folder, opened.annotated.article, known=known)))
            except LibraryError as error:
                failures.append(str(error))
        self.post_message(Exported(paths, list(dict.fromkeys(failures))))

    @work(thread=True, group="export")
    def _export_rows(self, rows: Sequence[int], folder: Path) -> None:
        article_ids: list[str] = []
        try:
            for start in range(0, len(rows), PORTION):
                headlines = self.library.headlines(rows[start:start + PORTION])
                article_ids += [headline.article_id for headline in headlines]
        except LibraryError as error:
            self.post_message(Told(str(error), alarming=True))
            return
        self.app.call_from_thread(self._export, article_ids, folder)
