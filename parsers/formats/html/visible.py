"""What of a page a reader would see, told from its tree alone.

Style sheets are not read, so only what the page itself says counts: the hidden attribute, inline styles, elements
that never show. Without it the texts of closed dialogs and of videos' fallbacks would stand among the story.
"""

import re

from parsers.dom import Element

# Content that browsers show only when they cannot show the thing itself, and what is never shown.
_NEVER_SHOWN = frozenset(
    {
        "audio", "base", "canvas", "datalist", "embed", "frameset", "head", "iframe", "link", "map", "meta",
        "noembed", "noframes", "object", "param", "source", "title", "track", "video",
    }
)  # fmt: skip
_HIDING = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_THE_PAGE = frozenset({"body", "main", "article"})  # hidden only until a script shows them
_SIGN = 3  # characters: an arrow, a bullet, a separator


def is_shown(element: Element, page_weight: int) -> bool:
    """Whether a reader sees the element, as far as it says so itself.

    `page_weight` is the text of the whole page in characters: what holds most of it is the page, and hidden only
    until a script has run.
    """
    if element.tag in _NEVER_SHOWN:
        return False
    attributes = element.attributes
    if not attributes:
        return element.tag != "dialog"
    if _is_hidden(element):
        return element.tag in _THE_PAGE or element.weight * 2 > page_weight
    if attributes.get("aria-hidden") == "true" and 0 < element.weight <= _SIGN:
        return any(character.isalnum() for character in element.text())
    return True


def _is_hidden(element: Element) -> bool:
    attributes = element.attributes
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    style = attributes.get("style")
    if style and _HIDING.search(style):
        return True
    return element.tag == "dialog" and "open" not in attributes
