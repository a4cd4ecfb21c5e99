"""Builds parsers/entities/data/words.txt: the English words that are written in lower case.

  python -m tests.benchmarks.make_words ../shared/ner/voa_unlabelled.txt.gz

A word counts when news writes it small twice or more, and at least 3 times in 10 where it does not begin a
sentence; data/words_by_hand.txt adds words that this news lacks ("+") and takes out names that it writes small
("-"). Without this command the list could not be made again.
"""

import gzip
import re
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
TARGET = HERE.parents[1] / "parsers" / "entities" / "data" / "words.txt"
HEADER = (
    "# English words that are written in lower case, so that a capital at the head of a sentence or in a headline does"
    " not make them names: counted in Voice of America news of 2005-10 (public domain) and added to by hand. CC0."
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W_]+)*")
_FEWEST = 2
_SMALL_SHARE = 0.3


def counted(news: Path) -> set[str]:
    """The words that the news, one sentence a line, writes in lower case."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    with gzip.open(news, "rt", encoding="utf-8") as lines:
        for line in lines:
            for n, word in enumerate(_WORD.findall(line)):
                if word.islower():
                    small[word] += 1
                elif n:
                    capital[word.lower()] += 1
    return {
        word
        for word, times in small.items()
        if times >= _FEWEST
        and times >= _SMALL_SHARE * (times + capital[word])
        and len(word) > 1
        and word[-2:] not in ("'s", "’s")
    }


def by_hand() -> tuple[set[str], set[str]]:
    """The words to add and the words to take out."""
    added: set[str] = set()
    removed: set[str] = set()
    for line in (HERE / "data" / "words_by_hand.txt").read_text("utf-8").splitlines():
        sign, words = line[:1], line[1:].split()
        if sign == "+":
            added.update(words)
        elif sign == "-":
            removed.update(words)
    return added, removed


def main() -> None:
    added, removed = by_hand()
    words = sorted((counted(Path(sys.argv[1])) | added) - removed)
    TARGET.write_text("\n".join([HEADER, *words]) + "\n", "utf-8")
    sys.stdout.write(f"{len(words)} words\n")


if __name__ == "__main__":
    main()
