"""Why a list is empty, and the key that helps: a pane without a word looks like a program that does not work.

Pure: what the list shows in, lines of text out.
"""

from collections.abc import Callable, Sequence

from library.records import Selection, Source
from library.tags import LATER


def empty_notice(key: Callable[[str], str], shown: Selection, only: str, matching: str, sources: Sequence[Source], *,
                 is_busy: bool) -> Sequence[str]:
    """The lines to show. `key` tells the key of an action; `only` is "all", "unread" or "starred" articles of what is
    shown, `matching` the words they are narrowed to, `is_busy` whether sources may just be read."""
    if is_busy and only == "all" and not shown.starred:
        return ("Reading …",)
    if matching:
        return (f"Nothing here has “{matching}”.", f"{key('back')} shows the whole list.")
    if only == "unread" or shown.unread:
        return ("Everything here is read.", f"{key('show_all')} shows all articles.")
    if shown.starred:
        return ("Nothing is starred here.", f"{key('star')} stars an article.")
    if only == "starred":
        return ("Nothing is starred here.", f"{key('show_all')} shows all articles.")
    if shown.muted:
        return ("Nothing that is here is muted.", f"{key('mutes')} shows what would be.")
    if shown.tag:
        if shown.tag == LATER:
            return ("Nothing is kept for later.", f"{key('later')} on an article puts it here.")
        return (f"No article is tagged #{shown.tag}.", f"{key('tag')} on an article tags it.")
    if shown.query or shown.matching:
        return ("Nothing matches this list now.", "What is read later may.")
    for source in sources:
        if source.id == shown.source and source.failure:
            return ("This source could not be read.", source.failure, f"{key('refresh')} tries again.")
    if sources:
        return ("No articles here yet.", f"{key('refresh')} reads the source again.")
    return ("No articles yet.", f"{key('add')} adds a file or a folder.")
