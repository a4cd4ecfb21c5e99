"""Lists of words and phrases, written so that a person can read and extend them: one group to a line."""

import re


def alternatives(lines: str) -> str:
    """The non-empty lines as one alternation, without surrounding group; each line may itself hold alternatives."""
    return "|".join(line.strip() for line in lines.strip().splitlines() if line.strip())


def whole(lines: str) -> re.Pattern[str]:
    """Matches a text that is one of the phrases from end to end, whatever its case."""
    return re.compile(f"(?:{alternatives(lines)})$", re.IGNORECASE)


def within(lines: str) -> re.Pattern[str]:
    """Finds any of the phrases anywhere in a text, whatever its case."""
    return re.compile(alternatives(lines), re.IGNORECASE)


def word_set(lines: str) -> frozenset[str]:
    """The words of a text, as a set: a lexicon that a person can read."""
    return frozenset(lines.split())
