"""Picture credits, alone or at the end of a caption: "Credit...Jane Doe/Reuters", "[Photo by …]", "(AP Photo/…)"."""

import re

from parsers.news import sentence

_AGENCY = (
    r"reuters|getty images?|getty|afp|agence france-presse|associated press|ap photo|ap|epa(?:-efe)?|efe|dpa|"
    r"shutterstock|imago(?: images)?|picture alliance|picture-alliance|alamy|istock(?:photo)?|adobe stock|bloomberg|"
    r"unsplash|wikimedia(?: commons)?|flickr|nasa|zuma|xinhua|tass|anadolu|nurphoto|keystone|ansa|pa media|pa wire|"
    r"scanpix|ritzau|ntb|tt|lehtikuva|belga|anp|pap|lusa|apa|ukrinform|public domain|creative commons|cc by(?:-\w+)*|"
    r"handout|pool|file photo|archive|courtesy"
)
_LABEL = (
    r"(?:(?:top|lead|main|cover|header|featured?)\s+)?(?:photo(?:graph)?|image|picture|illustration|graphic|video|file)?\s*"
    r"(?:credits?|courtesy(?: of)?)|(?:photo(?:graph)?|image|picture|illustration|graphic|foto|fotos|bild|bilder|photo par|"
    r"crédits?(?: photo)?|crédito|créditos|imagen|imagem|immagine|zdjęcie|fot|фото|fotografía|kuva|foto de|beeld|photos?)"
    r"(?:\s*(?:by|credit|par|por|di|von|de))?"
)
_ALONE = re.compile(rf"(?i)^(?:{_LABEL})\s*(?:[:：…|]|\.{{2,}}|\s-\s)\s*(?P<credit>\S.*)$")
_BY = re.compile(r"(?i)^(?:photo(?:graph|s)?|image|picture|illustration|graphic|foto|bild|video)s?\s+(?:by|courtesy(?: of)?|via|von|par|por)\s+(?P<credit>\S.*)$")
_SIGN = re.compile(r"^(?:©|\(c\)|copyright\b)\s*(?P<credit>\S.*)$", re.IGNORECASE)
_SLASHED = re.compile(rf"(?i)^(?=.*\b(?:{_AGENCY})\b)[^.!?]{{2,90}}$")
_LOUD = re.compile(r"^(?:[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3})\s*/\s*(?:[\w.’' -]{2,40})(?:\s*/\s*[\w.’' -]{2,40})*$")

_BRACKETED = re.compile(
    rf"(?i)\s*[\[(](?P<credit>[^\[\]()]*(?:\b(?:photo|image|picture|foto|bild|credit|courtesy)\b|©|\b(?:{_AGENCY})\b)[^\[\]()]*)[\])]\s*\.?$"
)
_LABELLED_END = re.compile(
    r"(?i)(?<=[.!?”\"’)])\s*(?:\|\s*)?(?:(?:photo|image|picture|foto|bild|photograph|illustration)\s*(?:credit|by|courtesy of)?"
    r"\s*[:：]|(?:photo|image|picture|photograph|foto)\s+(?:by|courtesy of)\s|credit\s*(?:[:：]|\.{2,})|©)\s*(?P<credit>[^.!?]{2,90})\.?$"
)
_AGENCY_END = re.compile(
    rf"(?<=[.!?”\"’)])\s*(?:\|\s*)?(?P<credit>(?:[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){{0,3}}\s*(?:/|[–—-]|via|for)\s*)?"
    rf"(?:(?i:{_AGENCY}))(?:\s*(?:/|[–—-]|via)\s*[\w.’' -]{{2,40}})*)\.?$"
)


def alone(text: str) -> str | None:
    """The credit that a line consists of, without its label; None when the line is something else."""
    if sentence.words(text) > 16:
        return None
    for shape in (_ALONE, _BY, _SIGN):
        found = shape.match(text)
        if found:
            return found["credit"].strip(" .|")
    if _LOUD.match(text) and _SLASHED.match(text):
        return text
    if sentence.words(text) <= 10 and _SLASHED.match(text) and re.search(r"[/|©]|\bvia\b", text):
        return text
    return None


def split(text: str) -> tuple[str, str] | None:
    """A caption and its credit, where a line holds both ("… in Brussels. [Photo by J. Doe]"); None otherwise."""
    for shape in (_BRACKETED, _LABELLED_END, _AGENCY_END):
        found = shape.search(text)
        if found and found.start() > 0:
            return text[: found.start()].rstrip(), found["credit"].strip()
    return None


def opens(text: str) -> tuple[str, str] | None:
    """(credit label, rest) of a line that opens with a credit's label and goes on ("Top photo credit: …")."""
    found = re.match(rf"(?i)^(?P<label>{_LABEL})\s*[:：]\s*(?P<rest>\S.*)$", text)
    return (found["label"], found["rest"]) if found else None
