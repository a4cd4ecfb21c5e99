"""The middle of long menus: a third of all pieces of a page, which nobody need look at more closely.

A row of short entries with nothing but short entries around it is no part of any story, whatever its words are. What
stands at its edges is kept: there a headline, a byline or a date may stand, and the edge tells where the menu begins.
"""

from collections.abc import Sequence

from parsers.fragment import Fragment, Shape
from parsers.labelling.look import LINKED

# An entry has fewer words. (Headlines have more, and where one has not, it stands near a paragraph.)
ENTRY_WORDS, LINK_WORDS = 6, 8
# So many entries at each edge are looked at: in a dump a headline may be among them, a tree says what it is.
DUMP_EDGE, TREE_EDGE = 8, 3
DENSE_ENTRY = 10  # characters
_FURNITURE = frozenset({"nav", "footer"})


def outside(fragments: Sequence[Fragment]) -> list[int]:
    """The indices of the fragments that are not in the middle of a menu, in order."""
    in_tree = any(fragment.path for fragment in fragments)
    edge = TREE_EDGE if in_tree else DUMP_EDGE
    entry = [_is_link(one) if in_tree else _is_short(one.text, ENTRY_WORDS) for one in fragments]
    out: list[int] = []
    begun = 0  # where the entries around i begin
    for i, is_entry in enumerate([*entry, False]):
        if is_entry:
            continue
        if i - begun > 2 * edge:
            out += range(begun, begun + (edge if begun else 0))
            out += range(i - (edge if i < len(entry) else 0), i)
        else:
            out += range(begun, i)
        if i < len(entry):
            out.append(i)
        begun = i + 1
    return out


def _is_short(text: str, words: int) -> bool:
    """Whether a text has fewer words; in scripts without spaces, whether it is no longer than a menu's entry."""
    spaces = text.count(" ")
    return spaces < words - 1 and (spaces > 0 or len(text) <= DENSE_ENTRY or text.isascii())


def _is_link(fragment: Fragment) -> bool:
    """Whether a piece of a tree is an entry of a menu: a few words that are a link, or stand in a part for such."""
    if fragment.shape is Shape.IMAGE or fragment.level in (1, 2) or not _is_short(fragment.text, LINK_WORDS):
        return False
    return not _FURNITURE.isdisjoint(fragment.path) or fragment.link_density > LINKED
