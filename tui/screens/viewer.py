"""The pictures of an article, one at a time, as large as the screen allows, with all that is told about them.

Where none can be drawn it still says what each shows, who took it and where it is: for many a picture that is all a
terminal can do, and no picture is ever fetched to do more.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from library.errors import LibraryError
from library.pictures import called
from parsers.article import Figure
from tui.pictures import kitty
from tui.pictures.ability import Ability
from tui.pictures.drawn import Drawn
from tui.pictures.fit import Box
from tui.pictures.words import shows
from tui.render import safe
from tui.screens.dialog import Dialog
from tui.themes import Palette
from tui.widgets.canvas import Canvas

ELSEWHERE = "o opens it in the browser."


class Viewer(Dialog[str | None]):
    """Dismissed with the address of a picture to open in the browser; None: none."""

    DEFAULT_CSS = """
    Viewer > Vertical { width: 96%; height: 96%; padding: 0 1; }
    Viewer Canvas { width: 1fr; height: 1fr; }
    Viewer Static { width: 1fr; height: auto; max-height: 40%; padding: 1 1 0 1; }
    """
    KEYS = (("n", "next"), ("p", "previous"), ("o", "in the browser"), ("Esc", "back"))
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,P,f2,backspace", "leave", "Close"), ("n,j,l,right,down,space", "step(1)", "Next"),
        ("p,k,h,left,up", "step(-1)", "Previous"), ("o", "open", "Open in the browser"),
    ]

    @dataclass
    class Drew(Message):
        """A picture, or why there is none."""

        place: int
        drawn: Drawn | None
        words: str

    def __init__(self, figures: Sequence[Figure], place: int, read: Callable[[str], bytes], ability: Ability,
                 palette: Palette) -> None:
        """`read` gives the bytes of the picture that a figure keeps in `file`; it may raise LibraryError."""
        super().__init__()
        self._figures = figures
        self._place = place
        self._read = read
        self._ability = ability
        self.canvas = Canvas(palette)

    def compose(self) -> ComposeResult:
        frame = Vertical(self.canvas, Static(markup=False), classes="dialog")
        frame.border_title = "Pictures"
        yield frame
        yield self.key_line()

    def on_mount(self) -> None:
        self._show()

    @on(Canvas.Sized)
    def _sized(self) -> None:
        self._draw()

    def on_unmount(self) -> None:
        self._put(None)

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_step(self, steps: int) -> None:
        place = min(max(0, self._place + steps), len(self._figures) - 1)
        if place != self._place:
            self._place = place
            self._show()

    def action_open(self) -> None:
        address = self._figure.src
        if address is None:
            self.notify("The page gives no address of this picture on the web.")
        else:
            self.dismiss(address)

    @property
    def _figure(self) -> Figure:
        return self._figures[self._place]

    def _show(self) -> None:
        """Another picture: its words at once, itself when it is decoded."""
        self.query_one(Vertical).border_subtitle = f"{self._place + 1} of {len(self._figures)}"
        self.query_one(Static).update(told(self._figure))
        self._put(None)
        self._draw()

    def _draw(self) -> None:
        """Draw it for the room that there is now."""
        room = Box(*self.canvas.size)
        if self._ability.why:
            self.canvas.say(self._ability.why)
        elif not self._figure.file:
            self.canvas.say(absent(self._figure))
        elif room.columns > 0 and room.rows > 0:
            self._decode(self._place, self._figure.file, room)

    @work(thread=True, exclusive=True)
    def _decode(self, place: int, file: str, room: Box) -> None:
        from tui.pictures.cell_size import cell_size
        from tui.pictures.drawing import draw, most_pixels  # Pillow is for pictures, not for the start
        from tui.pictures.raster import decode

        worker, way = get_current_worker(), self._ability.way
        drawn: Drawn | None = None
        try:
            drawn = draw(decode(self._read(file), most_pixels(way, room), called(file)), way, room, cell_size())
            words = ""
        except LibraryError as error:
            words = str(error)
        if not worker.is_cancelled:
            self.post_message(self.Drew(place, drawn, words))

    def on_viewer_drew(self, message: Drew) -> None:
        if message.place != self._place:
            return
        if message.drawn is None:
            self.canvas.say(f"{message.words} {ELSEWHERE}" if self._figure.src else message.words)
        else:
            self._put(message.drawn)

    def _put(self, drawn: Drawn | None) -> None:
        """Show this picture instead of the last one, which the terminal need not hold any longer."""
        before, driver = self.canvas.drawn, self.app._driver
        if driver is not None and drawn is not None and drawn.sent:
            driver.write(drawn.sent)
        self.canvas.show(drawn)
        if driver is not None and before is not None and before.number:
            driver.write(kitty.forget(before.number))


def told(figure: Figure) -> Content:
    """All that a figure says: caption, credit, what the picture shows, where it is on the web."""
    lines: list[Content] = []
    if figure.text:
        lines.append(Content(safe(figure.text)))
    if figure.credit:
        lines.append(Content.styled(safe(figure.credit), "italic $told"))
    if shows(figure):
        lines.append(Content.styled(safe(shows(figure)), "$told"))
    if figure.src:
        lines.append(Content.styled(safe(figure.src), "$told"))
    return Content("\n").join(lines) if lines else Content.styled("The page says nothing about this picture.",
                                                                  "$told")


def absent(figure: Figure) -> str:
    """Why there is nothing to draw, and what helps."""
    if figure.src:
        return f"This picture was not saved with its page, and nothing is fetched here. {ELSEWHERE}"
    return "The page tells of this picture but does not say where it is."
