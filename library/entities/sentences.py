"""The sentence around a mention: what a card and a dossier quote."""

import re

_STOP = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[\w$€£¥])|[。！？]|\n+")
_NO_STOP = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Rev|Hon|St|Mt|Jr|Sr|No|vs|v|approx|c"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Corp|Co|Ltd|Bros)|(?:^|[\s(“\"‘.])[A-Za-z])\.\s$"
)
"""Points that end no sentence: abbreviations of news English, initials, "U.S."."""
_LONGEST = 400
"""Characters: a paragraph without stops is cut around the mention."""


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence that holds text[start:end] begins and ends, blank space at its ends left out."""
    begin, close = 0, len(text)
    for stop in _STOP.finditer(text):
        if stop.end() > start and stop.start() < end:
            continue
        if _NO_STOP.search(text[max(0, stop.end() - 12) : stop.end()]):
            continue
        if stop.end() <= start:
            begin = stop.end()
        else:
            close = stop.end()
            break
    if close - begin > _LONGEST:
        begin = _word_start(text, max(begin, start - _LONGEST // 2))
        close = min(close, max(end, begin + _LONGEST))
    while begin < start and text[begin].isspace():
        begin += 1
    while close > end and text[close - 1].isspace():
        close -= 1
    return begin, close


def _word_start(text: str, at: int) -> int:
    while at > 0 and not text[at - 1].isspace():
        at -= 1
    return at
