"""What a person's name looks like in a byline, and what only looks like one.

Bylines are full of agencies, desks and "Staff": counting those as authors is the commonest mistake of extractors.
"""

import re

from parsers.news.phrases import within, word_set

# Particles that stand in lower case inside names.
_PARTICLES = word_set("""
    de del della der den di da das do dos du e el al bin ibn la le les van von vom zu zum y af av ter
    ten te dal ’t 't abu ben ap mac san st.
""")
# Words that no name holds, however they are set: "Jane Roe For Dailypost.Com".
_NO_NAME_WORDS = word_set("""
    for in at from by with the our of über für aus zur zum pour par dans für voor i sur para por desde per
""")
# What signs articles without being a person: agencies, desks, offices.
_DESK = within(r"""
    \b(?:staff|desk|newsroom|editors?|editorial|team|agenc(?:y|ies)|agentur|agence|agencia|agenzia|press|presse)\b
    \b(?:news|reporters?|correspondents?|writers?|contributors?|bureau|services?|wires?|media|online|web|admin)\b
    \b(?:redaktion|redaction|rédaction|redacción|redacao|redação|redazione|redactie|redaktionen|redaksjonen)\b
    \b(?:toimitus|redakcja|редакция|редакція|guest|syndicated|associated)\b
    \b(?:reuters|afp|dpa|ansa|efe|apa|tass|xinhua|bloomberg)\b
    \b(?:times|post|herald|tribune|journal|gazette|guardian|daily|weekly|magazine|today|insight|review|observer)\b
    \b(?:radio|tv|company|inc|ltd|gmbh|group|network|university|institute|foundation|ministry|department)\b
    \b(?:and|und|et|with)\b
    \b\w*(?:korrespondent|redakteur|redaktør|reporter|journalist|autor|volontär)(?:in|en)?\b
    \b(?:journaliste|rédact(?:eur|rice)|correspondante?|periodista|redactora?|corresponsal|giornalista|inviat[oa])\b
    \b(?:jornalista|repórter|verslaggever|redacteur|toimittaja|dziennikar(?:z|ka)|columnist|contributor|producer)\b
    \b(?:nachrichten|noticias|notícias|notizie|nieuws|nyheter|nyheder|новости|новини|haberler|actualités?|reports?)\b
    \b(?:editor|reporter|correspondent|writer)\b|\.(?:com?|net|org|uk|de|at|ch|fr|es|it|nl)\b
""")
_TITLE = re.compile(
    r"^(?:Dr|Prof|Mr|Mrs|Ms|Sir|Dame|Rev|Fr|Sen|Rep|Gov|Gen|Col|Capt|Lt)\.?\s+", re.IGNORECASE
)
_LISTING = re.compile(
    r"\s*(?:[,;&|·•/、，]|\b(?:and|und|et|y|e|og|och|en|i|и|та|ve|ja)\b)\s+|\s*[;、，]\s*", re.IGNORECASE
)
_TOKEN = re.compile(r"[^\W\d_][^\W\d_’'.‐-]*(?:[’'.‐-][^\W\d_]*)*\.?")
_CASELESS = re.compile(
    "[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)


def is_person(text: str, *, marked: bool = False) -> bool:
    """Whether it has the shape of one person's full name: two to five capitalised words, particles allowed.

    In scripts without case any short text has that shape: there it needs `marked`, a byline's own word before it.
    """
    text = _TITLE.sub("", text.strip())
    if _CASELESS.search(text):
        return (
            marked
            and 2 <= len(text) <= 24
            and len(text.split()) <= 4
            and not re.search(r"[\d.,:;!?。、！？]", text)
        )
    tokens = text.split()
    if not 2 <= len(tokens) <= 5 or _DESK.search(text) or len(tokens[0]) < 2:
        return False
    if any(token.casefold() in _NO_NAME_WORDS and token.casefold() not in _PARTICLES for token in tokens):
        return False
    capitals = 0
    for token in tokens:
        if not _TOKEN.fullmatch(token):
            return False
        if token[0].isupper():
            capitals += 1
        elif token.casefold() not in _PARTICLES:
            return False
    return capitals >= 2


def has_known_given(text: str) -> bool:
    """Whether the first word of a name is a given name that the gazetteer knows."""
    from parsers.entities.gazetteer import gazetteer

    first = _TITLE.sub("", text.strip()).split(" ", 1)[0]
    return first in gazetteer().given or first.title() in gazetteer().given


def has_common_word(text: str) -> bool:
    """Whether one of its words is one that English writes in lower case ("View All")."""
    from parsers.entities.gazetteer import gazetteer

    return any(word.lower() in gazetteer().words for word in text.split())


def is_word(text: str) -> bool:
    """Whether it has the shape of one word of a name."""
    return _TOKEN.fullmatch(text) is not None


def is_place(text: str) -> bool:
    """Whether the gazetteer knows it as a place or an organisation: what often follows a name in a byline."""
    from parsers.entities.gazetteer import gazetteer

    known = gazetteer().names.get(text)
    return known is not None and known[0] in ("GPE", "LOC", "FAC", "ORG")


def holds_given(text: str) -> bool:
    """Whether any of its words is a known given name; much cheaper than to look for the names."""
    from parsers.entities.gazetteer import gazetteer

    given = gazetteer().given
    return any(word in given or word.title() in given for word in text.replace(",", " ").split())


def is_desk(text: str) -> bool:
    """Whether it names an agency, an office or a publication rather than a person."""
    return _DESK.search(text) is not None


def people(text: str, *, marked: bool = False) -> tuple[str, ...]:
    """The names in a list such as "Jane Doe, John Roe and A. N. Other"; () when any part is not a name."""
    parts = listed(text)
    return tuple(parts) if parts and all(is_person(part, marked=marked) for part in parts) else ()


def listed(text: str) -> list[str]:
    """The parts of a list of names, cut at commas, "and" and their like."""
    return [part for one in _LISTING.split(text) if (part := one.strip(" .·|"))]
