"""The words around a date: "Published", "Zuletzt aktualisiert am", a weekday.

They say what the date is the date of. Without them the day of a correction becomes the day of publication, and a
line that says more than a date is taken for one.
"""

import re

from parsers.date_words import PUBLISHED, PUBLISHED_ON, SMALL_WORDS, UPDATED, WEEKDAYS

WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def says_updated(text: str) -> bool:
    """True when a date's line says that it is the date of a change ("Updated", "Mis à jour le")."""
    return any(word.lower() in UPDATED for word in WORDS.findall(text))


def says_published(text: str) -> bool:
    """True when a date's line says in so many words that it is the day of publication."""
    return any(word.lower() in PUBLISHED_ON for word in WORDS.findall(text))


def is_label(word: str) -> bool:
    """Whether a word says what the date beside it is the date of ("Published", "aktualisiert")."""
    return word.lower() in PUBLISHED or word.lower() in UPDATED


def is_wrapping(word: str) -> bool:
    """Whether a word only wraps a date: a weekday, "published", "on"."""
    word = word.replace("İ", "i").lower()
    return word in WEEKDAYS or word in PUBLISHED or word in UPDATED or word in SMALL_WORDS


def trailing_label(text: str) -> int:
    """How many characters at the end of a text label the date that follows ("… Updated on "); 0 where none do."""
    at = len(text)
    for word in reversed(list(WORDS.finditer(text))):
        if word[0].lower() not in SMALL_WORDS and not is_label(word[0]):
            break
        at = word.start()
    return len(text) - at


def between(line: str, start: int, end: int) -> int | None:
    """Where, between two dates, "updated" or "published" begins; None when neither stands there."""
    for word in WORDS.finditer(line, start, end):
        if word.group().lower() in UPDATED or word.group().lower() in PUBLISHED:
            return word.start()
    return None
