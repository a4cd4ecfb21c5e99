"""Pictures of the open article: decoded in a worker when the article is on the screen, put above their captions.

The article never waits for them, and what cannot be drawn leaves its caption, its credit and what it shows, as text.
"""

from collections.abc import Iterable
from functools import partial

from textual import on, work
from textual.worker import get_current_worker

from library.errors import LibraryError
from library.records import Opened
from parsers.article import Figure
from tui.messages import PicturesRead
from tui.pictures.ability import Ability, Way, ability
from tui.pictures.drawn import Drawn
from tui.pictures.fit import Box
from tui.screens.finding import Finding
from tui.typeset import LETTERS, typeset
from tui.widgets.article_view import ArticleView

MOST = 24
"""Pictures of one article that stand in its text: a gallery of hundreds is for the viewer."""


class Illustrating(Finding):
    """Knows how pictures are drawn here, and who has them."""

    _numbers: tuple[int, ...] = ()
    """What the terminal calls the pictures that it holds for us."""

    @property
    def ability(self) -> Ability:
        """How pictures are drawn on this terminal."""
        return ability(self.preferences.word("pictures"), self.options.environment,
                       colours=self.app.console.color_system, ascii_only=self.ascii_filter.enabled)

    def action_pictures(self) -> None:
        self._enlarge(self.view.next_figure)

    @on(ArticleView.Enlarged)
    def _picture_clicked(self, message: ArticleView.Enlarged) -> None:
        self._enlarge(message.figure)

    def draw_pictures_again(self) -> None:
        why = self.ability.why
        if why and self.preferences.word("pictures") != "off":
            self.say(why)
        self.view.drop_pictures()

    @on(ArticleView.Bare)
    def _bare(self) -> None:
        self.call_after_refresh(self._illustrate)

    def _illustrate(self) -> None:
        """Have the pictures of what is shown decoded and drawn."""
        opened, way = self.view.opened, self.ability.way
        room = Box(self.view.picture_room, round(self.preferences.number("picture_rows")))
        if opened is not None and way != "off" and room.rows:
            # What is laid over cells would not scroll with the text.
            self.read_pictures(opened, self.view.column, room, way if way == "kitty" else "blocks")

    @work(thread=True, exclusive=True, group="pictures")
    def read_pictures(self, opened: Opened, column: int, room: Box, way: Way) -> None:
        worker = get_current_worker()
        article = opened.annotated.article
        found: dict[int, Drawn] = {}
        for number, block in enumerate(article.blocks):
            if len(found) == MOST or worker.is_cancelled:
                break
            if isinstance(block, Figure) and block.file:
                drawn = self._draw(article.id, block.file, room, way)
                if drawn is not None:
                    found[number] = drawn
        if worker.is_cancelled or not found:
            return
        letters = LETTERS if self.palette.letters and self.view.marks_names else None
        lines = typeset(opened.annotated, column, letters=letters, manner=self.view.manner(article),
                        pictures={number: drawn.box for number, drawn in found.items()})
        self.post_message(PicturesRead(article.id, found, lines, column))

    def _draw(self, article_id: str, file: str, room: Box, way: Way) -> Drawn | None:
        """In a thread: one picture; None when there is none to be drawn. The viewer says why."""
        from tui.pictures.drawing import draw, most_pixels  # Pillow is for pictures, not for the start
        from tui.pictures.raster import decode

        try:
            return draw(decode(self.library.picture(article_id, file), most_pixels(way, room)), way, room)
        except LibraryError:
            return None

    def on_pictures_read(self, message: PicturesRead) -> None:
        opened = self.view.opened
        if opened is None or opened.annotated.article.id != message.article_id:
            return
        self.forget_pictures()
        self.tell_terminal(drawn.sent for drawn in message.pictures.values())
        self._numbers = tuple(drawn.number for drawn in message.pictures.values() if drawn.number)
        self.view.take_pictures(message.pictures, message.lines, message.column)
        self.update_chrome()

    def on_unmount(self) -> None:
        self.forget_pictures()

    def forget_pictures(self) -> None:
        """Have the terminal free the pictures it holds for us."""
        if self._numbers:
            from tui.pictures.kitty import forget

            self.tell_terminal(map(forget, self._numbers))
            self._numbers = ()

    def tell_terminal(self, codes: Iterable[str]) -> None:
        """Escape codes that Textual does not know, made by us: they move no cursor and draw nothing by themselves."""
        driver = self.app._driver
        code = "".join(codes)
        if driver is not None and code:
            driver.write(code)

    def _enlarge(self, place: int) -> None:
        opened = self.view.opened
        if opened is None or not self.view.figures:
            return
        from tui.screens.viewer import Viewer

        article = opened.annotated.article
        figures = [block for block in article.blocks if isinstance(block, Figure)]
        self.app.push_screen(
            Viewer(figures, place, partial(self.library.picture, article.id), self.ability, self.palette),
            self._open_picture,
        )

    def _open_picture(self, address: str | None) -> None:
        if address is not None:
            self.browse(address)
