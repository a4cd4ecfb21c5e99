"""What of a page a reader would see, told from its tree alone.

Style sheets are not read, so only what the page itself says counts: the hidden attribute, inline styles, elements
that never show. Without it the texts of closed dialogs and of videos' fallbacks would stand among the story.
"""

import re

from parsers.dom import Element
from parsers.formats.html.tags import NEVER_SHOWN

# An element of any other tag than those seldom shown, without any of these attributes, shows always.
MAY_HIDE = frozenset({"hidden", "style", "aria-hidden"})
# "clip: rect(0 0 0 0)" is how pages say something to screen readers alone ("opens in a new tab").
_HIDING = re.compile(
    r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01])",
    re.IGNORECASE,
)
_THE_PAGE = frozenset({"body", "main", "article"})  # hidden only until a script shows them
_PARAGRAPH = 80  # characters: a sentence or two
_CONTROLS = frozenset({"form", "input", "button", "select", "textarea", "nav", "iframe"})
_OVERLAYS = frozenset(
    {
        "modal", "popup", "overlay", "dialog", "cookie", "cookies", "consent", "gdpr", "newsletter", "subscribe",
        "login", "signup", "register", "paywall", "regwall", "banner", "notification", "toast", "tooltip",
        "share", "menu", "alert", "comments", "comment", "error", "message", "lightbox", "drawer", "promo", "ad",
        "ads",
    }
)  # fmt: skip
_SIGN = 3  # characters: an arrow, a bullet, a separator


def is_shown(element: Element, page_weight: int) -> bool:
    """Whether a reader sees the element, as far as it says so itself.

    A hidden element of nothing but paragraphs counts as seen: a part of the story that a script would open (for
    subscribers, "read more"). `page_weight` is the text of the whole page in characters: what holds most of it is
    the page, and hidden only until a script has run.
    """
    tag, attributes = element.tag, element.attributes
    if tag in NEVER_SHOWN:
        return False
    if _is_hidden(element):
        return tag in _THE_PAGE or element.weight * 2 > page_weight or _holds_prose(element)
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


def _holds_prose(element: Element) -> bool:
    """Whether a hidden element is a part of the story that a script would open: nothing but paragraphs, no form."""
    if element.weight < _PARAGRAPH or not _OVERLAYS.isdisjoint(element.names):
        return False
    prose = 0
    for one in element.elements():
        if one.tag in _CONTROLS:
            return False
        prose += one.weight if one.tag == "p" and one.weight >= _PARAGRAPH else 0
    return prose * 3 > element.weight * 2
