"""Where the places of an article are: a map of the world, or of the part of it that they lie in."""

from collections.abc import Sequence
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from parsers.article import Entity
from tui.render import Bit, bits_strip
from tui.screens.dialog import Dialog
from tui.themes import Palette
from tui.world_map import Point, near_view, world_map, world_view


class World(Dialog[None]):
    """Marks the places it was given that the gazetteer knows without doubt, and says how many it does not."""

    DEFAULT_CSS = """
    World > Vertical { width: 96%; height: 96%; padding: 0 1; }
    World Chart { width: 1fr; height: 1fr; }
    """
    KEYS = (("w", "near, or the world"), ("Esc", "back"))
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,W,backspace", "leave", "Close"), ("w,space,enter", "zoom", "Near or world"),
    ]

    def __init__(self, title: str, entities: Sequence[Entity], palette: Palette, *, ascii_only: bool = False) -> None:
        """`entities` with the counts to show; those that are no places are left out."""
        super().__init__()
        self._title = title
        self._places = [entity for entity in entities if entity.type in ("GPE", "LOC")]
        self.chart = Chart(palette, ascii_only=ascii_only)

    def compose(self) -> ComposeResult:
        frame = Vertical(self.chart, classes="dialog")
        frame.border_title = Content(self._title)
        frame.border_subtitle = "Looking them up …"
        yield frame
        yield self.key_line()

    def on_mount(self) -> None:
        self._find()

    @work(thread=True)
    def _find(self) -> None:
        # Its lists of towns are read when the first map is opened.
        from parsers.entities.places import located

        found = located(self._places)
        points: dict[str, Point] = {}
        for entity in self._places:
            place = found.get(entity.id)
            if place is not None:
                before = points[place.name].count if place.name in points else 0
                points[place.name] = Point(place.name, place.latitude, place.longitude, before + entity.count)
        unknown = [entity.name for entity in self._places if entity.id not in found]
        self.app.call_from_thread(self._show, list(points.values()), unknown)

    def _show(self, points: list[Point], unknown: list[str]) -> None:
        self.chart.points = points
        self.chart.refresh()
        told = [f"{len(points)} {'place' if len(points) == 1 else 'places'}"]
        if unknown:
            told.append("not on the map: " + ", ".join(unknown[:3]) + (" …" if len(unknown) > 3 else ""))
        self.query_one(Vertical).border_subtitle = Content(" · ".join(told))

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_zoom(self) -> None:
        self.chart.near = not self.chart.near
        self.chart.refresh()


class Chart(Widget):
    """The map itself: as large as it is given room."""

    def __init__(self, palette: Palette, *, ascii_only: bool) -> None:
        super().__init__()
        self.palette = palette
        self._ascii_only = ascii_only
        self._drawn: tuple[tuple[object, ...], list[list[Bit]]] | None = None
        self.points: list[Point] = []
        self.near = False

    def render_line(self, y: int) -> Strip:
        rows = self._rows(self.size)
        return bits_strip(rows[y] if y < len(rows) else [], self.size.width, self.palette, ground="text")

    def _rows(self, size: Size) -> list[list[Bit]]:
        """Drawn once for each size, set of points and view."""
        key = (size, tuple(self.points), self.near)
        if self._drawn is None or self._drawn[0] != key:
            width, height = size
            view = near_view(self.points, width, height) if self.near else world_view(width, height)
            self._drawn = key, world_map(self.points, view, width, height, ascii_only=self._ascii_only)
        return self._drawn[1]
