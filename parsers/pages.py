"""One way through the rooms: a page's bytes are sniffed, decoded, read into fragments, labelled and assembled."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from parsers import urls
from parsers.article import Article, Page, Parsed, Problem
from parsers.assemble import assemble
from parsers.clean import clean_line
from parsers.formats import text
from parsers.fragment import Fragment, Shape, Stated
from parsers.labelling import Labelled, label, taught
from parsers.news import sentence
from parsers.site_rules import SiteRule, site_of

# A stated body of fewer words is a summary.
LEAST_RESCUE = 60
# Pages are read up to here, four times the longest of 1,260 real pages (1.8 MB). A longer one is a dump.
LONGEST_PAGE = 8 * 1024 * 1024


class _Read(Struct, frozen=True):
    """A page as its format's reader gave it."""

    kind: str
    fragments: Sequence[Fragment]
    stated: Stated
    url: str | None
    problems: list[Problem]


def parse(page: Page, rules: Sequence[SiteRule] = ()) -> Parsed:
    """The articles of a page, whatever its bytes are. Never raises; what is wrong is in the problems.

    Of the rules those of the page's own site are obeyed.
    """
    read = _read(page)
    if isinstance(read, Parsed):
        return read
    return Parsed(read.kind, (_article(read, rules),), tuple(read.problems))


def propose(page: Page, piece: int, text: str, *, keep: bool) -> SiteRule | None:
    """The rule that would keep or drop a piece of this page, by its index in Article.pieces and its text.

    None: the page has no such piece.
    """
    read = _read(page)
    if isinstance(read, Parsed):
        return None
    fragments, labelled, spoken = _labelled(read)
    told = [(i, fragment.raw or fragment.text) for i, fragment in enumerate(fragments)]
    told = [(i, said) for i, said in told if said]
    if not 0 <= piece < len(told) or told[piece][1] != text:
        return None
    site = site_of(_assembled(read, fragments, labelled, spoken))
    return taught.propose(fragments, labelled.labels, told[piece][0], keep, site)


def _read(page: Page) -> "_Read | Parsed":
    """The page as fragments; what there is to say of it when it holds none."""
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
        fragments, stated = text.read(decoded, url)
    if not any(fragment.text for fragment in fragments):
        return Parsed(
            kind, (), (*problems, Problem("empty", "The page holds no words: there is nothing to read."))
        )
    return _Read(kind, fragments, stated, url, problems)


def _article(read: _Read, rules: Sequence[SiteRule]) -> Article:
    fragments, labelled, spoken = _labelled(read)
    article = _assembled(read, fragments, labelled, spoken)
    own = [rule for rule in rules if rule.site == site_of(article)] if rules else []
    shown = iter(article.pieces)
    kept = [next(shown).kept if fragment.raw or fragment.text else None for fragment in fragments] if own else []
    labels = taught.obey(fragments, labelled.labels, kept, own, spoken)
    if labels is None:
        return article
    headline = labelled.title
    if headline is not None and labels[headline] is not labelled.labels[headline]:
        headline = None
    labelled = Labelled(tuple(labels), headline, any(one.story for one in labels))
    if labelled.found:
        read.problems[:] = [problem for problem in read.problems if problem.kind != "no_article"]
    # What a reader teaches changes the article's words, never which article it is.
    return replace(_assembled(read, fragments, labelled, spoken), id=article.id)


def _assembled(
    read: _Read, fragments: Sequence[Fragment], labelled: Labelled, spoken: str | None
) -> Article:
    return assemble(
        read.kind, fragments, labelled, read.stated, url=read.url, language=spoken, problems=read.problems
    )


def _labelled(read: _Read) -> tuple[Sequence[Fragment], Labelled, str | None]:
    """The fragments (those of a stated body with them where the page shows none), their roles and their language."""
    fragments, stated, problems = read.fragments, read.stated, read.problems
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
            Problem("no_article", "No story was found on this page: all of it is set aside.")
        )
    return fragments, labelled, spoken


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
