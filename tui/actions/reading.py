"""Reading on, and looking closer.

What happens with the article itself, wherever the keyboard is; nothing here changes the library.
"""

from tui.actions.action import Action, needs_article, needs_articles

READING: tuple[Action, ...] = (
    Action("read_on", ("space",), "Read on", "A page down in the body; at its end the next unread article.",
           {"articles": 1, "body": 1}, "read on", needs_article),
    Action("page_back", ("b",), "Page back", "A page up in the body.", why_not=needs_article, counted=True),
    Action("body_down", ("J", "alt+down"), "Scroll body down", "Scroll the body, whichever pane has the keyboard.",
           why_not=needs_article, counted=True),
    Action("body_up", ("alt+up", "K"), "Scroll body up",
           "Scroll the body up (K keeps the page instead where pages were only opened).",
           why_not=needs_article, counted=True),
    Action("next_unread", ("n",), "Next unread", "The next unread article of the list.", {"articles": 4},
           "next unread", needs_articles, counted=True),
    Action("previous_unread", ("p",), "Previous unread", "The previous unread article of the list.",
           why_not=needs_articles, counted=True),
    Action("open", ("enter",), "Open", "Go on to the articles of a source, or into the article.", {"sources": 2},
           "open"),
    Action("back", ("escape", "backspace"), "Back", "Close what is open on top, else the pane on the left."),
    Action("set_aside", ("X",), "What was set aside",
           "The page as it came: what the article leaves out, dimmed, and what each piece was taken for.",
           {"body": 4}, "set aside", needs_article),
    Action("zen", ("z", "f11"), "Only the text", "Hide everything but the body.", why_not=needs_article),
    Action("narrower", ("<",), "Narrower text", "Shorter lines.", counted=True),
    Action("wider", (">",), "Wider text", "Longer lines.", counted=True),
    Action("justify", ("w j",), "Straight edges", "Both edges of the text straight, or the right one ragged."),
    Action("hyphenate", ("w h",), "Hyphens", "Words may be broken at the end of a line, or stay whole."),
)
