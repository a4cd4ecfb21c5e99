"""Who, what and where an article names: mentions, and one entity for each referent of a document.

Any recogniser finds names (recogniser.py says what one is; model.py, which is trained, builds on rules.py); the steps
after it look at the whole document and are the same for all: spans are trimmed (tidy.py), repeated names found again
(propagate.py), acronyms explained (acronyms.py), referents told apart (referents.py), titles read (roles.py).
"""

from parsers.article import AnnotatedArticle, Article, Paragraph
from parsers.entities.annotation import annotate_with
from parsers.entities.model import Model
from parsers.entities.recogniser import Context, Found, Recogniser
from parsers.entities.rules import Rules

__all__ = ["Context", "Found", "Model", "Recogniser", "Rules", "annotate", "spans"]


def annotate(article: Article, recogniser: Recogniser | None = None) -> AnnotatedArticle:
    """The article with its mentions in reading order and its entities by first mention; never raises.

    None for the recogniser takes the trained model. Title, dek and all blocks are read, captions included, credits not.
    """
    return annotate_with(article, recogniser or Model())


def spans(text: str, recogniser: Recogniser | None = None) -> list[tuple[int, int, str]]:
    """The mentions of one plain text as (start, end, type), sorted and without overlaps; lines are paragraphs."""
    lines = text.split("\n")
    article = Article(id="", format="text", title="", blocks=tuple(Paragraph(line) for line in lines))
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    mentions = annotate(article, recogniser).mentions
    return [(starts[m.block] + m.start, starts[m.block] + m.end, m.type) for m in mentions if m.block is not None]
