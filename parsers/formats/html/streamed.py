"""Pages that were sent in pieces: each piece back to its place.

React's streaming servers send a page with gaps (<template id="B:3">) and the missing parts behind it, hidden
(<div hidden id="S:3">), with a script that moves them. No script runs here: without this the paragraphs of such a
story would be hidden, or stand in the order in which they were ready.
"""

from parsers.dom import Element, Tree

_GAPS = ("B:", "P:")  # boundaries and placeholders: the prefixes of react-dom/server's "complete" instructions
_PART = "S:"
_MOST_PARTS = 1_000  # thirty times the most that any benchmark page has


def put_in_place(tree: Tree) -> None:
    """Moves every part that was sent later into its gap. A page that was sent whole stays as it is."""
    elements = tree.elements
    parts = {one.get("id")[2:]: one for one in elements if _is_part(one)}
    gaps = {one.get("id")[2:]: one for one in elements if parts and _is_gap(one)}
    moved: set[int] = set()
    for name in list(parts.keys() & gaps.keys())[:_MOST_PARTS]:
        part, gap = parts[name], gaps[name]
        if any(one is gap for one in part.elements()):
            continue  # a part that waits for itself stays where it is
        gap.tag, gap.attributes, gap.names, gap.children = "div", {}, frozenset(), part.children
        moved.add(id(part))
    if not moved:
        return
    for element in elements:
        element.children = [child for child in element.children if id(child) not in moved]
    tree.elements = list(tree.body.elements())
    for element in reversed(tree.elements):
        element.weigh()


def _is_gap(element: Element) -> bool:
    return element.tag == "template" and element.get("id").startswith(_GAPS)


def _is_part(element: Element) -> bool:
    return element.tag == "div" and "hidden" in element.attributes and element.get("id").startswith(_PART)
