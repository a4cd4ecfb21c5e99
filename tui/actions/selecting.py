"""Marking a part of the text, copying it, quoting it with its source."""

from tui.actions.action import Action, Situation, needs_article
from tui.actions.text import needs_body


def needs_mark(situation: Situation) -> str | None:
    return None if situation.marked else "Nothing is marked in the text."


SELECTING: tuple[Action, ...] = (
    Action("mark", ("v",), "Mark text",
           "Mark the sentence at the top; again: its paragraph, its line. The mouse marks too.",
           why_not=needs_body),
    Action("mark_more", ("j", "down"), "Mark more", "While text is marked: a sentence (paragraph, line) more.",
           {"body": 0}, "more", needs_mark, special=True, counted=True),
    Action("mark_less", ("k", "up"), "Mark less", "While text is marked: one less, or before the beginning one more.",
           {"body": 0}, "less", needs_mark, special=True, counted=True),
    Action("swap_ends", ("o",), "Other end", "While text is marked: the other end moves.", {"body": 0}, "other end",
           needs_mark, special=True),
    Action("copy_marked", ("y",), "Copy marked text", "Copy what is marked.", {"body": 0}, "copy", needs_mark,
           special=True),
    Action("quote_marked", ("Y",), "Quote marked text", "Copy what is marked as a Markdown quote with its source.",
           {"body": 0}, "quote", needs_mark, special=True),
    Action("cite", ("Y",), "Cite", "Copy a citation of the article in Markdown: authors, title, publisher, date.",
           why_not=needs_article),
)
