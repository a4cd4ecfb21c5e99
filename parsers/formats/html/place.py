"""Where on a page a piece of it stood: the tags and the names of the elements around it.

A thousand elements stand on a page, and a hundred of their places hold a text: what a place is called is worked out
when a text stands there.
"""

from msgspec import Struct

_LONGEST_PATH = 64  # tags; no real page is deeper than 135, and what matters stands at the ends
_NONE: frozenset[str] = frozenset()


class Place(Struct, eq=False, gc=False):  # knows only what is around it: nothing for the collector to find
    """One for all elements of one tag and the same names in one place."""

    around: "Place | None"
    """None for the body."""
    tag: str
    own: frozenset[str]
    """The words of the element's own names."""
    begins: bool
    """A block: what it is called does not hang on what stands around it in a sentence."""
    unnamed: bool
    """It holds nearly the whole page: its names say nothing about a piece of it."""
    told: bool = False
    path: tuple[str, ...] = ()
    """Tags from below the body down to the element; of an absurdly deep one the last 64."""
    names: frozenset[str] = _NONE
    """The words of its names and of all elements around it, up to the one that holds nearly the whole page."""
    own_names: frozenset[str] = _NONE
    """The words of its names and those of the elements between it and its block, the block included."""

    def tell(self) -> "Place":
        """Itself, with path, names and own_names."""
        waiting: list[Place] = []
        place: Place | None = self
        while place is not None and not place.told:
            waiting.append(place)
            place = place.around
        while waiting:
            waiting.pop()._tell()
        return self

    def _tell(self) -> None:
        around, own = self.around, self.own
        self.own_names = own
        if around is not None:
            self.path = (*around.path[1 - _LONGEST_PATH :], self.tag)
            self.names = around.names if self.unnamed or own <= around.names else around.names | own
            if not self.begins and around.own_names:
                self.own_names = around.own_names | own
        self.told = True
