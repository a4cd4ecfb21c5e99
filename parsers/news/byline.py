"""Bylines: "By Jane Doe and John Roe, Washington", "Von Anna Martel", "by · NY Times", "Jane Doe, Reuters".

A byline may name nobody: then what stands in it is the publisher, and there are no authors.
"""

import re
from functools import lru_cache

from msgspec import Struct

from parsers import date_labels, dates
from parsers.news import dense_byline, name, people, seams, sentence
from parsers.news.phrases import Search, alternatives, openings

_KINDS = alternatives("""
    written|story|text|reported|reporting|words|report|news|analysis|opinion|posted|published|created|submitted|column
    commentary|perspective|contributed|recipe
    escrito|escrita|redactado|publicado|publicada|publié|rédigé|écrit|geschrieben|verfasst|veröffentlicht|scritto
    pubblicato|skrevet|skriven|publicerad|publisert|geschreven|gepubliceerd|geplaatst|napisane|opublikowane|texte
    kolumne|kommentar|analyse|gastbeitrag|essay|reportage|interview|chronique|columna|análisis|commento|krönika
""")
_SIGNS = alternatives("""
    by|von|par|por|di|da|door|av|af|przez|od|autor|autorin|autores|autora|author|auteur|autore|tekst|text|автор|автори
    авторы|текст|teksti|texte|texto|testo|kirjoittaja|yazan|yazar|بقلم|كتب|كتبت|文|作者|記者|기자
""")
# Under these a picture's photographer stands, not the story's author.
_PICTURE_AGENCY = re.compile(
    r"(?i)/\s*(?:getty|shutterstock|alamy|imago|istock|adobe ?stock|unsplash|zuma|nurphoto|wireimage|filmmagic|epa\b)"
)
# What others gave to a story: "Text: Jane Roe Foto: Karl Berg", "Reporting by Jane Roe; Editing by John Doe".
_OTHERS = re.compile(
    r"(?i)[,;|/·(]?\s*\b(?:(?:fotos?|photos?|photography|bild(?:er)?|videos?|illustrations?|grafik|foto's|kuvat?|zdjęcia"
    r"|фото|edited|editing|additional reporting)\s*(?::|by\b)).*$"
)
# What stands for the author's picture beside the byline.
_PORTRAIT = re.compile(
    r"(?i)(?:headshot|avatar|profile (?:picture|photo|image)|author (?:photo|image|avatar)|profilbild|autorenbild"
    r"|photo de profil|foto de perfil|foto di profilo|profielfoto) (?:of|for|von|de|di|van|av) (?:columnist )?"
)
_BY = re.compile(rf"(?:(?:{_KINDS})\s+)?(?:author of the article|{_SIGNS})\b\s*[:：·|•-]?\s*", re.IGNORECASE)
# Nearly all lines begin with another word, and that is told ten times as fast.
_FIRST = re.compile(r"\w+")
_FIRST_WORDS = frozenset(f"{_KINDS}|{_SIGNS}".split("|"))
# "ByJane Doe", as dumps print it where a style sheet sets the two apart.
_GLUED = re.compile(r"(?:By|Von|Par|Por)(?=[A-ZÀ-Þ][a-zß-ÿ])")
_GLUED_FRONTS = ("By", "Vo", "Pa", "Po")
_AND_LAST = re.compile(r"(?:\b(?:and|und|et|y|e|og|och|en)|[,&])\s*$", re.IGNORECASE)
# Where the names of a line end and its time begins: "Jane Roe | Published 15 hours ago", "Jane Roe 4 May 2025".
_TIME_TAIL = re.compile(r"\s*(?:[|·•/–—,]\s*)*(?:published\b|posted\b|updated\b|\d).*$", re.IGNORECASE)
_MINUTES = re.compile(
    r"(?i)[|·•,-]?\s*\d+\s*(?:min(?:ute)?s?\.?|minuten|minutes de lecture)\s*(?:read|lesezeit)?\b"
)

# Characters; lines of names have some hundred. Few words may still be a script's 20,000 signs without a space, and
# looking for an address of mail at each of them took seconds.
_LONGEST = 500
# Words; a byline may tell in a sentence who its author is.
_MOST_WORDS = 45


class Byline(Struct, frozen=True):
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    date: str | None = None
    """ISO 8601, where the line also gives a date."""


def read(text: str, *, language: str | None = None) -> Byline | None:
    """What a line that is a byline says; None when it is not one. A bare name is not enough (see `bare`)."""
    if dense := dense_byline.names(text):
        found = dates.find(text, language=language)
        return Byline(authors=dense, date=found[2] if found else None)
    opening = _opening(text)
    if opening is None or len(text) > _LONGEST or sentence.words(text) > _MOST_WORDS or is_picture(text):
        return None
    rest = seams.opened(text[opening.end() :])
    if ":" in rest or " by " in rest:
        rest = _OTHERS.sub("", rest)
    marked = bool(re.search(r"[:：·|•]", opening[0]))
    found = dates.find(rest, language=language)
    date = found[2] if found else None
    if found:
        rest = rest[: found[0]]
        if label := date_labels.trailing_label(rest):
            rest = rest[:-label]
    rest = _MINUTES.sub("", people.ASIDE.sub("", people.CONTACT.sub("", rest))).strip(" ,·|•–—-")
    authors = people.named(rest, marked=True)
    if authors:
        return Byline(authors=authors, date=date)
    if rest and _is_publication(rest) and (marked or opening[0][0].islower() or name.is_desk(rest) or date):
        return Byline(publisher=rest, date=date)
    return (
        Byline(date=date)
        if not rest and (date or opening.end() >= len(text) > 1) and not text.endswith(".")
        else None
    )


@lru_cache(maxsize=sentence.REMEMBERED)
def bare(text: str) -> Byline | None:
    """What a line says that is nothing but names, perhaps with an agency or a job behind them; None otherwise.

    Only the neighbourhood of a title can tell that it is a byline: "Antony Blinken" is as well a caption.
    """
    if not _may_be_names(text):
        return None
    authors = _leading_people(people.CONTACT.sub("", text[opening(text) :]).strip(" ,·|•/–—-"))
    found = dates.find(text)
    return Byline(authors=authors, date=found[2] if found else None) if authors else None


@lru_cache(maxsize=sentence.REMEMBERED)
def signs(text: str) -> Byline | None:
    """What a line of bare names says that is surely a byline: with a known given name, a job or a time; else None.

    Pages are full of short lines in capitals ("Key Points", "Share Save") that have the shape of names.
    """
    if not _may_be_names(text):
        return None
    line = people.CONTACT.sub("", text).strip(" ,·|•/–—-")
    if "told to" in line:
        line = people.TOLD_TO.sub("", line)
    plain = _TIME_TAIL.sub("", line)
    authors = people.named(plain, marked=False)
    if not authors and plain != line and not name.has_common_word(plain):
        authors = name.people(plain)
    found = dates.find(text) if authors else None
    return Byline(authors=authors, date=found[2] if found else None) if authors else None


def is_picture(text: str) -> bool:
    """Whether it says who took a picture ("By Jane Roe/Getty Images")."""
    return "/" in text and _PICTURE_AGENCY.search(text) is not None


def pictured(text: str) -> tuple[str, ...]:
    """Whom the text of an author's portrait names ("Headshot of Jane Roe"); () for any other line."""
    found = _PORTRAIT.match(text)
    return name.people(text[found.end() :].split(" By ")[0].strip()) if found else ()


def opening(text: str) -> int:
    """Where the names begin in a line that opens with a byline's word ("By", "Text:"); 0 where it does not."""
    found = _opening(text)
    return found.end() if found else 0


def _may_be_names(text: str) -> bool:
    """Whether a line may be nothing but names: two to fourteen words that are neither a sentence nor all capitals."""
    if len(text) > _LONGEST or len(text.split(None, 1)) < 2 or sentence.words(text) > 14:
        return False
    return not sentence.ends_sentence(text) and not text.isupper()


def _opening(text: str) -> re.Match[str] | None:
    first = _FIRST.match(text)
    if first and first[0].lower() in _FIRST_WORDS:
        return _BY.match(text)
    return _GLUED.match(text) if text[:2] in _GLUED_FRONTS else None


def is_open(text: str) -> bool:
    """Whether a byline breaks off: its word stands alone ("By"), or a name must follow ("By Jane Roe and")."""
    return opening(text) == len(text) or (opening(text) > 0 and _AND_LAST.search(text) is not None)


def _leading_people(rest: str) -> tuple[str, ...]:
    """The names at the start, known or not, up to whatever else the line says."""
    whole = name.people(rest)
    if whole:
        return whole
    for at in reversed([match.start() for match in people.TAIL.finditer(rest)]):
        authors = name.people(rest[:at].strip(" ,·|"))
        if authors:
            return authors
    return ()


def _is_publication(rest: str) -> bool:
    return sentence.words(rest) <= 6 and rest[:1].isupper() and not sentence.ends_sentence(rest)


_BIO = Search((True, r"""
    \b(?:is|was|are) (?:an?|the|currently|also|our) (?:\w+[\s-]){0,6}?(?:reporter|journalist|correspondent|editor)\b
    \b(?:is|was|are) (?:an?|the|currently|also|our) (?:\w+[\s-]){0,6}?(?:writer|columnist|author|professor|fellow)\b
    \b(?:is|was|are) (?:an?|the|currently|also|our) (?:\w+[\s-]){0,6}?(?:intern|analyst|researcher|contributor)\b
    \b(?:is|was|are) (?:an?|the|currently|also|our) (?:\w+[\s-]){0,6}?(?:lecturer|historian|freelancer|student)\b
    \b(?:is|was|are) (?:an?|the|currently|also|our) (?:\w+[\s-]){0,6}?(?:blogger|photographer|critic|producer)\b
    \b(?:covers|writes about|has (?:covered|written|reported)|joined (?:the )?\w+ in \d{4}|reports on)\b
    \b(?:can be reached|previously (?:worked|wrote|covered)|holds an? (?:\w+ )?(?:degree|phd|ma|ba|master))\b
    ^as an? \w+.{0,80}\b(?:student|journalist|reporter|writer|editor|researcher|analyst)\b.{0,200}\b(?:I|my)\b
    \b(?:I currently|my (?:passion|writing|work|expertise|career|contributions))\b
    \b(?:ist|war) (?:\w+ ){0,3}(?:redakteur|journalist|korrespondent|autor)(?:in)?\b
    \best (?:\w+ ){0,3}(?:journaliste|rédact(?:eur|rice)|correspondante?)\b
    \bes (?:\w+ ){0,3}(?:periodista|redactora?|corresponsal)\b
"""))
BIO_WORDS = 160
"""99 in 100 of the bios read from 1,260 pages have at most 85 words, the longest 158."""


@lru_cache(maxsize=sentence.REMEMBERED)
def is_bio(text: str) -> bool:
    """Whether prose tells who an author is, rather than the news. Meant for prose behind a name or a story."""
    return sentence.words(text) <= BIO_WORDS and _BIO.first(text[:400], openings(text[:400])) is not None


_SUBJECT = re.compile(r"(?:[^\W\d_][\w.’'-]*\s+){1,4}(?:is|was|covers|writes|has|joined|reports|ist|est|es)\b")
_SIGNATURE = re.compile(r"【([^】]{2,20})】\s*$")


def introduces(text: str) -> bool:
    """Whether a paragraph opens with a person's name and tells that the person writes ("Jane Roe is a reporter …")."""
    opening = _SUBJECT.match(text)
    if opening is None or not is_bio(text):
        return False
    return name.is_person(opening[0].rsplit(None, 1)[0].rstrip(","))


def signed(text: str) -> str | None:
    """The author whose name closes the last paragraph in brackets, as Japanese papers sign; None otherwise."""
    found = _SIGNATURE.search(text)
    return found[1] if found and name.is_person(found[1], marked=True) else None
