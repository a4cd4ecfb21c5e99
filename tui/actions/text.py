"""In the text itself: looking for words, and from heading to heading and link to link."""

from tui.actions.action import Action, Situation, needs_article


def needs_body(situation: Situation) -> str | None:
    if not situation.article:
        return "No article is open."
    return None if situation.pane == "body" else "This looks in the article: go to it first."


def needs_search(situation: Situation) -> str | None:
    return None if situation.searching else "Nothing is being looked for in the text."


def needs_links(situation: Situation) -> str | None:
    if not situation.article:
        return "No article is open."
    return None if situation.links else "This article has no links."


def needs_link(situation: Situation) -> str | None:
    return None if situation.link else "No link has been gone to."


def needs_headings(situation: Situation) -> str | None:
    if not situation.article:
        return "No article is open."
    return None if situation.headings else "This article has no headings."


def needs_figures(situation: Situation) -> str | None:
    if not situation.article:
        return "No article is open."
    return None if situation.figures else "This article has no pictures."


TEXT: tuple[Action, ...] = (
    Action("find", ("/", "ctrl+f"), "Find in the text", "Find words in the article; small letters find capitals too.",
           {"body": 8}, "find", needs_body, special=True),
    Action("next_match", ("n",), "Next match", "The next place of the words that were looked for.", {"body": 0},
           "next match", needs_search, special=True, counted=True),
    Action("previous_match", ("N",), "Previous match", "The previous place of the words that were looked for.",
           {"body": 0}, "previous", needs_search, special=True, counted=True),
    Action("next_heading", ("] ]", "] h"), "Next heading", "The next heading of the article.", why_not=needs_headings,
           counted=True),
    Action("previous_heading", ("[ [", "[ h"), "Previous heading", "The previous heading of the article.",
           why_not=needs_headings, counted=True),
    Action("next_link", ("] l",), "Next link", "The next link of the text; Enter opens it.", why_not=needs_links,
           counted=True),
    Action("previous_link", ("[ l",), "Previous link", "The previous link of the text.", why_not=needs_links,
           counted=True),
    Action("open_link", ("enter",), "Open link", "Open the link that was gone to in the browser.", {"body": 0},
           "open link", needs_link, special=True),
    Action("hints", ("f",), "Follow a link", "Letters over the links in sight: typing them opens one. After a number: "
           "that link of the article.", why_not=needs_links, counted=True),
    Action("copy_link", (";",), "Copy a link", "Letters over the links in sight: typing them copies an address.",
           why_not=needs_links, counted=True),
    Action("links", ("g l",), "All links", "Every link of the article with its address, numbered.",
           why_not=needs_links),
    Action("pictures", ("P",), "Pictures", "The pictures of the article, one after the other, as large as the screen "
           "allows, with captions, credits and what they show.", why_not=needs_figures),
    Action("changes", ("D",), "What changed", "What the article said before its page was changed, word by word.",
           why_not=needs_article),
)
