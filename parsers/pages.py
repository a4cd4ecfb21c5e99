"""One way through the rooms: a page's bytes are sniffed, decoded, read into fragments, labelled and assembled."""

from collections.abc import Sequence

from parsers import urls
from parsers.article import Article, Page, Parsed, Problem
from parsers.assemble import assemble
from parsers.clean import clean_line
from parsers.formats import text
from parsers.fragment import Fragment, Shape, Stated
from parsers.labelling import label
from parsers.news import sentence

# A stated body of fewer words is a summary.
LEAST_RESCUE = 60
# Pages are read up to here, four times the longest of 1,260 real pages (1.8 MB). A longer one is a dump.
LONGEST_PAGE = 8 * 1024 * 1024


def parse(page: Page) -> Parsed:
    """The articles of a page, whatever its bytes are. Never raises; what is wrong is in the problems."""
    from parsers.decode import decode
    from parsers.sniff import sniff

    kind = sniff(page.body, page.content_type)
    if kind == "empty":
        return Parsed("empty", (), (Problem("empty", "The page is empty: there is nothing to read."),))
    if kind == "binary":
        detail = "This is no text: it looks like a picture, a program or an archive. Save the page as HTML or text."
        return Parsed("binary", (), (Problem("not_text", detail),))
    problems: list[Problem] = []
    body, url = page.body, urls.absolutise(None, page.url)  # an address may carry escape codes too
    if len(body) > LONGEST_PAGE:
        body = body[:LONGEST_PAGE]
        problems.append(
            Problem(
                "cut",
                f"Only the first {LONGEST_PAGE >> 20} MB of this page were read; split the file to read the rest.",
            )
        )
    decoded, found = decode(body, page.content_type)
    problems += found
    if kind == "html":
        from parsers.formats import html

        fragments, stated, found = html.read(decoded, url)
        problems += found
    else:
        fragments, stated = text.read(decoded)
    if not any(fragment.text for fragment in fragments):
        return Parsed(
            kind, (), (*problems, Problem("empty", "The page holds no words: there is nothing to read."))
        )
    return Parsed(kind, (_article(kind, fragments, stated, url, problems),), tuple(problems))


def _article(
    kind: str, fragments: Sequence[Fragment], stated: Stated, url: str | None, problems: list[Problem]
) -> Article:
    spoken = _language(fragments, stated)
    labelled = label(fragments, stated, spoken)
    if not labelled.found and stated.article_body and sentence.words(stated.article_body) >= LEAST_RESCUE:
        fragments = [*fragments, *_stated_body(stated.article_body)]
        labelled = label(fragments, stated, spoken)
        problems.append(
            Problem("script_only", "A script draws this page; its story was read from the page's metadata.")
        )
    if not labelled.found:
        problems.append(
            Problem("no_article", "No story was found on this page; what is there is shown as it came (X).")
        )
    return assemble(kind, fragments, labelled, stated, url=url, language=spoken, problems=problems)


def _stated_body(body: str) -> list[Fragment]:
    """The paragraphs of a story that stands only in the page's metadata."""
    names = frozenset({"articlebody"})
    lines = [line for line in map(clean_line, body.split("\n")) if line]
    return [
        Fragment(text=line, shape=Shape.PARAGRAPH, path=("article", "p"), names=names, start=i, end=i + 1)
        for i, line in enumerate(lines, start=10**6)
    ]


def _language(fragments: Sequence[Fragment], stated: Stated) -> str | None:
    """What the words show, or the page's own tag where that names the same language more exactly or they show none.

    Templates in English carry pages in Swahili and Spanish: of 347 stories in 14 languages the words were never wrong.
    """
    from parsers import language as languages

    shown = languages.detect(_sample(fragments))
    if stated.language and shown in (None, _base(stated.language)):
        return stated.language
    return shown


def _base(tag: str) -> str:
    """The language that `detect` would call this tag: Norwegian Bokmål and Nynorsk are its Norwegian."""
    base = tag.split("-")[0].lower()
    return {"nn": "nb", "no": "nb"}.get(base, base)


def _sample(fragments: Sequence[Fragment]) -> str:
    """The longest pieces of the page: prose, which tells its language; menus often speak another."""
    longest = sorted(fragments, key=lambda fragment: len(fragment.text), reverse=True)[:12]
    return " ".join(fragment.text[:500] for fragment in longest)
