"""What leaves the screen: the browser, the clipboard, files, the reader's own library.

Each says what became of it, because nobody sees it happen.
"""

from tui.actions.action import Action, Situation, needs_article, needs_articles


def needs_temporary(situation: Situation) -> str | None:
    if not situation.temporary:
        return "Every page here is kept already."
    if not situation.home:
        return "There is no library to keep it in."
    return needs_article(situation)


def needs_url(situation: Situation) -> str | None:
    if not situation.article:
        return "No article is open."
    return None if situation.url else "This page names no address."


PAGES: tuple[Action, ...] = (
    Action("keep", ("K",), "Keep page", "Keep this page in the library (it was only opened).",
           {"articles": 3, "body": 3}, "keep", needs_temporary, special=True),
    Action("open_url", ("o",), "Open in the browser", "Open the page's address in the browser.", why_not=needs_url),
    Action("copy_url", ("y",), "Copy address", "Copy the page's address, or its title when it names none.",
           why_not=needs_article),
    Action("export", ("e", "ctrl+e"), "Export", "Write the article as a Markdown file.", {"articles": 7, "body": 7},
           "export", needs_article),
    Action("export_list", ("E",), "Export list", "Write every article of the list as a Markdown file.",
           why_not=needs_articles),
    Action("pipe", ("|",), "Pipe to a command", "Give the article to a command, as Markdown, and show what it writes.",
           why_not=needs_article),
)
