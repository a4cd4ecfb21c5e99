"""Kickers and sections: "Analysis | Europe", "OPINION", "World / Asia". Short labels above or below a headline.

A kicker says what kind of piece it is, a section where in the paper it stands.
"""

import re

from parsers.news import sentence
from parsers.news.phrases import word_set

# The kinds of pieces that papers name, in the languages that most news is written in.
_GENRES = word_set("""
    analysis opinion opinions op-ed editorial editorials column commentary comment exclusive explainer
    explained feature features interview review live live-updates breaking investigation profile
    perspective obituary essay letter letters podcast video q&a dispatch report special special-report
    fact-check news-analysis reportage viewpoint blog briefing preview recap long-read longread
    sponsored watch listen analyse kommentar meinung leitartikel kolumne gastbeitrag exklusiv
    hintergrund porträt reportage eilmeldung opinion tribune éditorial édito chronique décryptage
    enquête exclusif entretien reportage portrait vidéo análisis opinión editorial columna exclusiva
    entrevista reportaje análise opinião coluna exclusivo analisi opinione editoriale commento
    intervista esclusiva opinie analyse interview achtergrond analys ledare krönika debatt intervju
    kommentti analyysi opinia analiza komentarz wywiad felieton мнение анализ интервью аналитика колонка
    аналітика інтервю думка analiz yorum röportaj 社説 分析 解説 사설
""")
_DIGIT = re.compile(r"\d")
_SEPARATOR = re.compile(r"\s*(?:[|•·»›>]|\s/\s|\s[–—-]\s)\s*")


def read(text: str) -> tuple[str | None, str | None] | None:
    """(kicker, section) of a short label line; None when the line is no such label.

    Either may be None, not both. A line of one unknown word is not a label: only its place could tell.
    """
    if not _SEPARATOR.search(text) and not is_genre(text):  # as with nearly all lines of a page
        return None
    if sentence.words(text) > 8 or sentence.ends_sentence(text) or _DIGIT.search(text):
        return None
    parts = [part for part in _SEPARATOR.split(text) if part]
    if not parts or len(parts) > 3 or any(sentence.words(part) > 4 for part in parts):
        return None
    kicker = next((part for part in parts if is_genre(part)), None)
    section = next((part for part in parts if part != kicker), None)
    if len(parts) == 1:
        return (kicker, None) if kicker else None
    return (kicker, section) if kicker or all(part[0].isupper() for part in parts) else None


def is_genre(text: str) -> bool:
    """Whether the words name a kind of piece ("Analysis", "Special report")."""
    return text.strip(" :").casefold().replace(" ", "-") in _GENRES


def might_be_section(text: str) -> bool:
    """Whether a line has the shape of a section's name: one to three capitalised words and nothing else."""
    words = text.split()
    return (
        1 <= len(words) <= 3
        and len(text) <= 32
        and text[0].isupper()
        and not re.search(r"[.!?,:;\d\"“”]", text)
    )
