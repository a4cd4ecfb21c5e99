"""Picture credits, alone or at the end of a caption: "Credit...Jane Doe/Reuters", "[Photo by …]", "(AP Photo/…)"."""

import re
from functools import lru_cache

from parsers.news import sentence
from parsers.news.phrases import alternatives

_AGENCY = alternatives(r"""
    reuters|getty images?|getty|afp|agence france-presse|associated press|ap photo|ap|epa(?:-efe)?|efe|dpa
    shutterstock|imago(?: images)?|picture[ -]alliance|alamy|istock(?:photo)?|adobe stock|bloomberg|unsplash
    wikimedia(?: commons)?|flickr|nasa|zuma|xinhua|tass|anadolu|nurphoto|keystone|ansa|pa media|pa wire|scanpix
    pa images|newscom|sipa(?: usa)?
    ritzau|ntb|tt|lehtikuva|belga|anp|pap|lusa|apa|ukrinform|public domain|creative commons|cc by(?:-\w+)*
    handout|pool|file photo|archive|courtesy
""")
_PICTURE = r"(?:photo(?:graph|s)?|image|picture|illustration|graphic|fotos?|bild|bilder|фото|صورة)"
_LABEL = alternatives(rf"""
    (?:(?:top|lead|main|cover|header|featured?)\s+)?{_PICTURE}?\s*(?:credits?|courtesy(?: of)?)
    (?:(?:top|lead|main|cover|header|featured?)\s+)?{_PICTURE}(?:\s*(?:by|credit|par|por|di|von|de))?
    photo par|foto de
    crédits?(?: photo)?|créditos?|imagen|imagem|immagine|zdjęcie|fot|фото|fotografía|kuva|beeld
""")
_CREDIT = r"(?P<credit>\S.*)$"
_ALONE = re.compile(rf"(?:{_LABEL})\s*(?:[:：…|]|\.{{2,}}|\s-\s)\s*{_CREDIT}", re.IGNORECASE)
_BY = re.compile(rf"{_PICTURE}s?\s+(?:by|courtesy(?: of)?|via|von|par|por)\s+{_CREDIT}", re.IGNORECASE)
_SIGN = re.compile(rf"(?:©|\(c\)|copyright\b)\s*{_CREDIT}", re.IGNORECASE)
_SLASHED = re.compile(rf"(?=.*\b(?:{_AGENCY})\b)[^.!?]{{2,90}}$", re.IGNORECASE)
_OPENS = re.compile(rf"(?P<label>{_LABEL})\s*[:：]\s*(?P<rest>\S.*)$", re.IGNORECASE)
# Without one of these a line is no labelled credit, and no person with an agency: most lines need no closer look.
_SEPARATED = re.compile(r"[:：…|]|\.\.|\s-\s")
_JOINED = re.compile(r"[/|©]|\bvia\b")
_FIRST_LETTERS = frozenset("pigfbфص©(c")  # of pictures and copyright signs
_NAME = r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}"
_LOUD = re.compile(rf"{_NAME}\s*/\s*[\w.’' -]{{2,40}}(?:\s*/\s*[\w.’' -]{{2,40}})*$")

_BRACKETED = re.compile(
    rf"\s*[\[(](?P<credit>[^\[\]()]*(?:\b(?:{_PICTURE}|credit|courtesy|{_AGENCY})\b|©)[^\[\]()]*)[\])]\s*\.?$",
    re.IGNORECASE,
)
_BEHIND_SENTENCE = r"(?<=[.!?”\"’)])\s*(?:\|\s*)?"
_LABELLED_END = re.compile(
    rf"{_BEHIND_SENTENCE}(?:{_PICTURE}\s*(?:credit|by|courtesy of)?\s*[:：]|{_PICTURE}\s+(?:by|courtesy of)\s"
    r"|credit\s*(?:[:：]|\.{2,})|©)\s*(?P<credit>(?:[^.!?]|(?<=\b\w)\.){2,90})\.?$",
    re.IGNORECASE,
)
# "… at the gate. (Jane Roe / Meridian Agency)"
_SLASH_END = re.compile(rf"(?<=[.!?”\"’])\s*[\[(](?P<credit>{_NAME}\s*/\s*[^()\[\]]{{2,50}})[\])]$")
_JAPANESE_END = re.compile(r"\s*[（(](?P<credit>[^()（）]{1,24}(?:撮影|提供|写真|摄|攝))[)）]。?$")
_AGENCY_END = re.compile(
    rf"{_BEHIND_SENTENCE}(?P<credit>(?:{_NAME}\s*(?:/|[–—-]|via|for)\s*)?"
    rf"(?:(?i:{_AGENCY}))(?:\s*(?:/|[–—-]|via)\s*[\w.’' -]{{2,40}})*)\.?$"
)
_ENDS = (_BRACKETED, _LABELLED_END, _SLASH_END, _JAPANESE_END, _AGENCY_END)
_PLAIN_ENDS = (_LABELLED_END, _AGENCY_END)  # those that may stand without brackets


@lru_cache(maxsize=sentence.REMEMBERED)
def alone(text: str) -> str | None:
    """The credit that a line consists of, without its label; None when the line is something else."""
    if sentence.words(text) > 16:
        return None
    separated = _SEPARATED.search(text)
    if not separated and text[:1].lower() not in _FIRST_LETTERS and not _JOINED.search(text):
        return None
    for shape in (_ALONE, _BY, _SIGN) if separated else (_BY, _SIGN):
        found = shape.match(text)
        if found:
            return found["credit"].strip(" .|")
    if not _JOINED.search(text):
        return None
    if _LOUD.match(text) and _SLASHED.match(text):
        return text
    if sentence.words(text) <= 10 and _SLASHED.match(text):
        return text
    return None


@lru_cache(maxsize=sentence.REMEMBERED)
def split(text: str) -> tuple[str, str] | None:
    """A caption and its credit, where a line holds both ("… in Brussels. [Photo by J. Doe]"); None otherwise."""
    bracketed = text.rstrip(" .。\n\t").endswith((")", "]", "）"))
    for shape in _ENDS if bracketed else _PLAIN_ENDS:
        found = shape.search(text)
        if found and found.start() > 0:
            return text[: found.start()].rstrip(), found["credit"].strip()
    return None


@lru_cache(maxsize=sentence.REMEMBERED)
def opens(text: str) -> tuple[str, str] | None:
    """(credit label, rest) of a line that opens with a credit's label and goes on ("Top photo credit: …")."""
    found = _OPENS.match(text) if ":" in text or "：" in text else None
    return (found["label"], found["rest"]) if found else None
