"""Is it prose? The shape of sentences, without knowing their language.

Shape comes before words: a labeller that knows English first words fails the rest of the world (measured: a naive
model dropped Swedish, Polish and Japanese stories whole), while every script ends its sentences and writes prose
longer than menus.
"""

import re
from functools import lru_cache

_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af\u0e00-\u0e7f]")
# A paragraph may be signed behind its stop: 【author】, as Japanese papers do.
_SIGNED = r"(?:【[^】]{1,20}】|（[^）]{1,20}）)?"
_END = re.compile(r"[.!?…。！？؟۔।:;：；][\"'”’»›」』)\]\s\d*†]*" + _SIGNED + "$")
_STOP = re.compile(r"[.!?…。！？؟۔।][\"'”’»›」』)\]\s*†]*" + _SIGNED + "$")
_WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
# An estimate, not a measurement: one to two characters of Chinese or Japanese carry a word of English.
CHARACTERS_PER_WORD = 1.7

# The stages of the labeller ask the same things of the same lines; a page has at most some thousands of them.
REMEMBERED = 4096


@lru_cache(maxsize=REMEMBERED)
def words(text: str) -> int:
    """The number of words; in scripts without spaces an estimate from the characters."""
    dense = len(_CJK.findall(text)) if not text.isascii() else 0
    if dense > len(text) / 3:
        return max(1, round(dense / CHARACTERS_PER_WORD))
    return len(text.split())


def ends_sentence(text: str) -> bool:
    """Whether it ends as a sentence does, closing quotes and brackets allowed behind the stop."""
    return _STOP.search(text[-30:]) is not None


@lru_cache(maxsize=REMEMBERED)
def is_prose(text: str, *, least: int = 8) -> bool:
    """Whether it reads as one or more sentences of at least `least` words in all.

    A long piece counts without a final stop (a page cut short, a list that a colon opens); a short one must end
    as a sentence does.
    """
    n = words(text)
    if n >= 30:
        return _lower_share(text) > 0.4 or not text.isascii()
    return n >= least and _END.search(text[-30:]) is not None and _lower_share(text) > 0.3


def _lower_share(text: str) -> float:
    """Share of the words that start in lower case, or in a script that has no case."""
    found = _WORD.findall(text)
    if not found:
        return 0.0
    return sum(1 for word in found if not word[0].isupper() and not word[0].isdigit()) / len(found)


def is_quoted(text: str) -> bool:
    """Whether the whole text stands in one pair of quotation marks."""
    return len(text) > 2 and text[0] in "\"“„«»'‘「" and text[-1] in "\"”“»«'’」"


@lru_cache(maxsize=REMEMBERED)
def comparable(text: str) -> str:
    """The text for comparing two forms of one headline: letters and digits only, lower case, quotes levelled."""
    return " ".join(_WORD.findall(text.casefold().replace("’", "'")))


def content(key: str) -> list[str]:
    """The words of a comparable text that carry its subject: four letters or more, pairs of signs in dense scripts."""
    if key.isascii():
        return [word for word in key.split() if len(word) >= 4]
    out: list[str] = []
    for word in key.split():
        if _CJK.match(word):
            out += [word[i : i + 2] for i in range(len(word) - 1)]
        elif len(word) >= 4:
            out.append(word)
    return out
