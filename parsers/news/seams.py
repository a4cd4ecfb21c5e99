"""The seams that copying leaves in the lines of a header: "By Jane DoePublished:", "20236 December 2023", "at1:39".

Content systems set names, labels and dates apart by style sheets alone. A dump that joins text prints them as one
word, and neither the name nor the date could be read.
"""

import re

_LABEL = (
    "Published|Posted|Updated|Veröffentlicht|Aktualisiert|Publié|Publicado|Publicada|Actualizado|Pubblicato|Aggiornato"
    "|Gepubliceerd|Publisert|Publicerad|Opublikowano|Lesedauer|Lesezeit"
)
_MONTH = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_SEAM = re.compile(
    rf"(?<=[a-zß-ÿ])(?=(?:{_LABEL})\b)|(?<=[A-Z][A-Z]T)(?=(?:{_LABEL})\b)|(?<=[AP]M)(?=(?:{_LABEL})\b)"
    rf"|(?<=[^\W\d_])(?=(?:{_MONTH})[a-z]{{0,6}}\.? \d{{1,2}},? \d{{4}})"
    r"|(?<=(?:19|20)\d\d)(?=\d{1,2}(?:\.? [^\W\d_]{3,}\.? \d{4}|:\d\d))|(?<=\bat)(?=\d)"
)


# "Publiziert6. November 2025"
_LABELLED = re.compile(rf"\b(?:{_LABEL}|Publiziert|Stand|Datum|am|le|on)(?=\d{{1,2}}[. ])")


def opened(text: str) -> str:
    """The line with a space at each seam."""
    return _LABELLED.sub(r"\g<0> ", _SEAM.sub(" ", text))
