"""What a figure says in words, for who does not see the picture."""

from parsers.article import Figure


def shows(figure: Figure) -> str:
    """What the page says the picture shows (its alt text), when its caption does not say so already; else ""."""
    alt, caption = figure.alt or "", figure.text
    if alt.casefold().rstrip(".") in caption.casefold():
        return ""
    return f"It shows: {alt}" if caption else alt
