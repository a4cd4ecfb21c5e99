"""Lines of a header that say several things in one breath: who wrote it, when it came out, how long it takes.

    Do 25.04.24 | 14:07 Uhr | Von Eva Lind          By Jane DoePublished: Dec 22, 2023 10:55 AM EST
    27. Januar 2026 • Gregor Lind • 3 Minuten       Jane Doe For Dailypost.Com, Updated 3 h ago

Copying glues what style sheets set apart, and every content system has its own order. So a line is not matched as a
whole: dates and times are cut out of it, what is left falls into pieces, and each piece is a name, a job or nothing.
"""

import re
from functools import lru_cache

from msgspec import Struct

from parsers import date_labels, dates
from parsers.news import byline, dense_byline, name, people, seams, sentence
from parsers.news.phrases import word_set

# The longest header lines name three or four people with their jobs and both dates.
MOST_WORDS = 34
# A line with a date may say so many words more, or it is a caption, a teaser or a sentence with a date in it.
MOST_OTHER_WORDS = 4
_CLOCK = re.compile(
    r"\b\d{1,2}[:.h]\d\d(?::\d\d)?(?: ?[ap]\.?m\b\.?)?(?: ?(?:[Uu]hr\b|hrs\b|h\b|[A-Z]{2,4}\b))?"
    r"|\b\d{1,2} ?[ap]\.?m\b\.?(?: [A-Z]{2,4}\b)?|\b\d{1,2} Uhr\b"
)
# What says how long ago it was, or how long it takes: neither a date nor a name.
_SPAN = re.compile(
    r"(?:\b(?:vor|il y a|hace|há|for)\s+)?\b\d+\s*(?:-\s*)?(?:min(?:ute)?[nso]?s?|minut[ioy]?|hours?|hrs?|days?|weeks?"
    r"|months?|years?|stunden?|tag(?:en)?|wochen?|heures?|jours?|horas?|d[ií]as?|ore|giorni|mesi|mes[ei]s?|uur|dagen"
    r"|timer|timmar)\b\.?(?:\s*(?:ago|read|lesezeit|lesedauer|de lecture|de lectura|di lettura|siden|sedan|geleden|fa"
    r"|atrás))?",
    re.IGNORECASE,
)
# Days that a clock beside them needs, which parsers have not: they tell no date, but they stand where one does.
_NEAR_DAYS = word_set("""
    yesterday today gestern heute hier aujourd ayer hoy ieri oggi ontem hoje gisteren vandaag igår idag går dag
    eilen tänään wczoraj dzisiaj dziś dün bugün вчера сегодня вчора сьогодні أمس اليوم 昨日 今日 昨天 今天 어제 오늘
""")
_PIECES = re.compile(r"\s*[|·•–—/\n]\s*|\s+-\s+")
_INSIDE = re.compile(r"(?:^|.*\s)(?:by|von|par|por|door)\s+(?=[^\W\d_a-zß-ÿ])")
# What is left of "Le 3 mai 2024" behind a name, where the date was cut out.
_BEFORE_DATE = re.compile(r"\s+(?:Le|On|Am|El|Il|Em|På|Den|Op)$")
_WORD = re.compile(r"[^\W\d_]+")


class HeaderLine(Struct, frozen=True):
    authors: tuple[str, ...] = ()
    published: str | None = None
    """ISO 8601; the date that is not said to be that of a change."""
    modified: str | None = None
    marked: bool = False
    """The names follow a byline's own word ("by")."""


@lru_cache(maxsize=sentence.REMEMBERED)
def read(text: str, language: str | None = None) -> HeaderLine | None:
    """What a line of the header says; None for a line that says other things than who and when."""
    if not 2 <= len(text) <= 300 or sentence.words(text) > MOST_WORDS or byline.is_picture(text):
        return None
    line = seams.opened(text)
    published, modified, rest = _cut_dates(line, language)
    stamped = published is not None or modified is not None
    if stamped:
        rest = _WORD.sub(lambda word: "|" if date_labels.is_label(word[0]) else word[0], rest)
    rest = _SPAN.sub(" | ", _CLOCK.sub(" | ", rest)) if any(map(str.isdigit, rest)) else rest
    dense = dense_byline.names(line)
    authors, marked = list(dense), bool(dense)
    other = 0
    for piece in filter(None, (piece.strip(" ,;:.") for piece in _PIECES.split(rest))):
        opened = byline.opening(piece) or (_inside(piece) if stamped else 0)
        piece = _BEFORE_DATE.sub("", piece) if stamped else piece
        names: tuple[str, ...] = ()
        if not dense and (opened or not authors or stamped):
            names = people.named(piece[opened:], marked=bool(opened))
        if stamped and not names and not dense:
            names = _pen_name(piece[opened:]) if opened else _unknown(piece) if not authors else ()
        marked = marked or bool(opened and names)
        authors += [name for name in names if name not in authors]
        other += 0 if names else sum(1 for word in _WORD.findall(piece) if not date_labels.is_wrapping(word))
    if not (stamped or marked) or other > MOST_OTHER_WORDS + 4 * marked:
        return None
    return HeaderLine(tuple(authors), published, modified, marked)


def tells_span(text: str) -> bool:
    """Whether it tells how long ago something was, or how long it takes ("2 hours ago", "vor 3 Stunden", "gestern")."""
    if any(map(str.isdigit, text)):
        return _SPAN.search(text) is not None or _CLOCK.search(text) is not None
    return any(word.lower() in _NEAR_DAYS for word in _WORD.findall(text))


def _cut_dates(line: str, language: str | None) -> tuple[str | None, str | None, str]:
    """The date of publication, that of the last change, and the line without them."""
    published: str | None = None
    modified: str | None = None
    rest, at = "", 0
    while found := dates.find(line[at:], language=language):
        start, end, stamp = found
        before = line[at : at + start]
        if date_labels.says_updated(before[-40:]):
            modified = modified or stamp
        else:
            published = published or stamp
        rest += before + " | "
        at += end
    return published, modified, rest + line[at:]


def _pen_name(text: str) -> tuple[str, ...]:
    """The one word that signs a dated line ("by Amanda · 20 May 2025"): a first name, a pen name. No agency's."""
    words = text.split()
    if not words or (len(words) > 1 and words[1][0].isupper()):
        return ()
    word = words[0].strip(",")
    plain = (name.is_word(word) or word.isalnum()) and 3 <= len(word) <= 24 and word[0].isupper()
    return (word,) if plain and not word.isupper() and not name.is_desk(word) else ()


def _unknown(piece: str) -> tuple[str, ...]:
    """The one name that opens a piece of a dated line and has a name's shape, though nobody knows it."""
    if all(map(date_labels.is_wrapping, piece.split())):  # "Uhr Lesedauer"
        return ()
    found = byline.bare(piece)
    sure = found is not None and not name.has_common_word(found.authors[0]) and not people.is_job(found.authors[0])
    return found.authors[:1] if found and sure and not name.is_place(found.authors[0]) else ()


def _inside(piece: str) -> int:
    """Where the names begin in "EST by Jane Roe"; 0 where no byline's word stands inside."""
    found = _INSIDE.match(piece)
    return found.end() if found else 0
