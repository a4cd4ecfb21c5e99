"""Where the story stands: the run of fragments worth most, and where it ends.

A page is mostly furniture with one dense run of prose in it. Each fragment is worth its words when it is prose and
costs something when it is not; the story is the run with the highest sum (the "best run", the strongest simple rule
on text dumps: F1 .84 to .91 measured). What follows a story is prose too, on many pages: cards of other stories, an
author's bio, comments. So certain events cost as much as a paragraph is worth, and the story ends before them.
"""

from collections.abc import Collection, Sequence
from itertools import accumulate

from parsers.article import Role
from parsers.fragment import Shape
from parsers.labelling.look import Look
from parsers.labelling.places import FURNITURE
from parsers.news import byline, credit, quantity, sentence, urls_in_text

# Words that one fragment can be worth: past this, length says nothing more about belonging to the story.
MOST_WORDS = 80
# What a fragment costs that is not prose, in words of prose, and one whose words or place say it is furniture.
PLAIN_COST, FURNITURE_COST, HEADING_COST = 7, 14, 2
# A call to action that stands between all paragraphs tells nothing about any of them.
REPEATED_COST = 3
# What a few words are worth that stand as a paragraph among the story's paragraphs: winners, results, verses.
KIN_WORTH = 3
# The share of the page's best run that a run below the stated headline must be worth.
LEAST_BELOW = 0.25
# A bio below a story is no longer.
BIO_WORDS = 90
# Behind an author's name these words open a paragraph about them.
_TELLING = frozenset({
    "is", "was", "are", "covers", "writes", "has", "joined", "reports", "works", "lives", "ist", "war", "arbeitet",
    "schreibt", "berichtet", "est", "écrit", "es", "escribe", "è", "é", "er", "är", "skriver", "jest", "on",
})  # fmt: skip
# What an event costs that ends stories.
BOX, BIO, COMMENTS, CARD = 40, 120, 600, 90
# How long a box in another column may be behind which the story goes on, and how many lines of the story's column may
# stand before that; how many paragraphs tell a story's column, how many words one has with which it goes on, and the
# column that text browsers give to everything.
LONGEST_BOX, MOST_HEADINGS = 25, 2
LEAST_IN_COLUMN, LEAST_RESUMED, COMMON_COLUMN = 3, 12, 3
# So much prose below a headline is a section of the story: teasers are a sentence or two. (An estimate.)
SECTION_WORDS = 70
# What a header's short lines are. Calls, buttons and adverts stand anywhere and tell no header.
_HEADER_ROLES = frozenset({None, Role.KICKER, Role.SECTION, Role.BYLINE, Role.DATE, Role.CREDIT})
# The story's own label again: a kicker with its section comes back where the next story's cards begin, any other
# short line of the header often enough.
REPEATED_KICKER, REPEATED_LABEL = 500, 150


def find_run(looks: Sequence[Look], worths: Sequence[float], anchor: int | None = None) -> tuple[int, int]:
    """[start, end) of the run of fragments worth most; (0, 0) when nothing is worth anything.

    `worths` are those of the looks. `anchor` is where the page's own headline stands, where that is certain: the story
    then is the best run below it, unless next to nothing of the page's prose stands there.
    """
    start, end, value = _best_run(looks, worths, 0)
    if anchor is None or start >= anchor:
        return start, end
    below, behind, less = _best_run(looks, worths, anchor)
    return (below, behind) if less > LEAST_BELOW * value else (start, end)


def _best_run(looks: Sequence[Look], worths: Sequence[float], begin: int) -> tuple[int, int, float]:
    best, best_span, total, start = 0.0, (0, 0), 0.0, begin
    for i in range(begin, len(looks)):
        total -= PLAIN_COST * looks[i].passed_over
        if total <= 0:
            total, start = 0.0, i
        total += worths[i]
        if total > best:
            best, best_span = total, (start, i + 1)
    return *best_span, best


def find_end(looks: Sequence[Look], worths: Sequence[float], title: int, first: int) -> int:
    """The index behind the story's last fragment, for a story whose first paragraph stands at `first`.

    The furthest point at which the sum from `first` is highest, with the cost of the events between.
    """
    labels = _header_labels(looks[max(0, title - 3) : first])
    others = next_headlines(looks, title)
    best, end, total = 0.0, first, 0.0
    hopes = [*accumulate(max(0.0, value) for value in reversed(worths[first:]))][::-1]
    for i in range(first, len(looks)):
        if i in others or total + hopes[i - first] <= best:
            break  # what is left of the page is worth too little to matter
        if i > first:
            total -= PLAIN_COST * looks[i].passed_over
        total += worths[i] - _event_cost(looks, i, labels)
        if total > best:
            best, end = total, i + 1
    return end


def resumed(looks: Sequence[Look], first: int, end: int) -> list[int]:
    """The paragraphs of a dump's story that come behind a box, with their headings.

    Dumps that keep a page's columns set the story's paragraphs in one column and most boxes in another. So a paragraph
    in the story's column goes on with the story when what stands between stands elsewhere, but for a heading or two.
    """
    column = _column(looks, first, end)
    out: list[int] = []
    inside: list[int] = []
    away, last = 0, end
    for i in range(end, len(looks) if column is not None else end):
        look = looks[i]
        if i - last > LONGEST_BOX or len(inside) > MOST_HEADINGS or look.role is Role.COMMENT:
            break
        if look.fragment.indent != column:
            away += 1
        elif look.prose and look.role is None and look.words >= LEAST_RESUMED and (away or i - 1 in out):
            heads = [i - 1] if i - 1 in inside and looks[i - 1].role is None and not looks[i - 1].box_head else []
            out += [*heads, i]
            inside, away, last = [], 0, i
        elif look.role is not Role.ADVERT:
            inside.append(i)
    return out


def _column(looks: Sequence[Look], first: int, end: int) -> int | None:
    """The column in which nearly all of the prose between stands; None where there is none or everything has one."""
    indents = [look.fragment.indent for look in looks[first:end] if look.prose and not look.fragment.path]
    if len(indents) < LEAST_IN_COLUMN:
        return None
    column = max(set(indents), key=indents.count)
    return column if column > COMMON_COLUMN and indents.count(column) >= 0.8 * len(indents) else None


def next_headlines(looks: Sequence[Look], title: int | None) -> frozenset[int]:
    """The indices of headlines behind the title that are set as it is, in places of their own: other stories begin."""
    if title is None or looks[title].fragment.level != 1:
        return frozenset()
    own = looks[title].fragment
    return frozenset(
        i
        for i, look in enumerate(looks[title + 1 :], start=title + 1)
        if look.fragment.level == 1
        and look.fragment.path == own.path
        and look.fragment.own_names == own.own_names
        and look.fragment.container != own.container
        and look.key != looks[title].key
        and not look.copy
    )


def _header_labels(header: Sequence[Look]) -> dict[str, int]:
    """The short lines of the header, and what each costs when it stands on the page again."""
    costs: dict[str, int] = {}
    for look in header:
        if look.key and look.words <= 5 and look.role in _HEADER_ROLES:
            costs[look.key] = REPEATED_KICKER if look.role is Role.KICKER and look.words > 1 else REPEATED_LABEL
    return costs


def without_bio(looks: Sequence[Look], first: int, end: int, authors: Collection[str]) -> int:
    """The end of the story before its last paragraphs where these tell who the author is.

    `authors` are the names that the page gives, as comparable texts.
    """
    while end - 1 > first and looks[end - 1].words <= BIO_WORDS:
        last = looks[end - 1]
        if not (byline.introduces(last.fragment.text) or tells_of(last, authors)):
            break
        end -= 1
    return end


def tells_of(look: Look, authors: Collection[str]) -> bool:
    """Whether a paragraph opens with the name of one of the page's authors and goes on to tell about them."""
    behind = (look.key[len(author) + 1 :] for author in authors if look.key.startswith(f"{author} "))
    return look.prose and any(words.partition(" ")[0] in _TELLING for words in behind)


def worth(look: Look) -> float:
    """What a fragment adds to a run that it is part of, in words of prose."""
    if look.copy:
        return 0.0
    if look.repeated:
        return -REPEATED_COST
    if look.place in FURNITURE:
        return -FURNITURE_COST
    if look.role is not None:
        return -FURNITURE_COST if look.role not in (Role.IMAGE, Role.CAPTION, Role.CREDIT) else -HEADING_COST
    density = look.fragment.link_density
    if look.prose and not look.fragment.path and look.fragment.text.endswith(("...", "…")):
        return -PLAIN_COST  # lists of other stories cut their teasers off so
    if look.prose and _is_teaser(look):
        return 0.0
    if look.prose and density < 0.6:
        return min(look.words, MOST_WORDS) * (1 - density)
    if look.fragment.shape is Shape.HEADING:
        return -HEADING_COST
    said = look.words >= 3 and density < 0.3 and sentence.ends_sentence(look.fragment.text)
    if said and look.fragment.shape in (Shape.PARAGRAPH, Shape.LINE) and not look.fragment.text.isupper():
        return look.words
    if look.fragment.bullet and density < 0.5 and look.words >= 3 and _is_said(look.fragment.text):
        return look.words
    if density < 0.5 and look.words <= quantity.WORDS and quantity.opens(look.fragment.text):
        return look.words
    return KIN_WORTH if look.kin else -PLAIN_COST


def _is_teaser(look: Look) -> bool:
    """Whether a line of a dump is long but stops without a stop, as lists of long headlines do."""
    text = look.fragment.text
    return look.fragment.shape is Shape.LINE and text.isascii() and text[-1].isalnum()


def _is_said(item: str) -> bool:
    """Whether an item of a list goes on or stops as speech does; one that breaks off with dots is a headline."""
    return item.endswith((";", ",", ".")) and not item.endswith("..")


def _event_cost(looks: Sequence[Look], i: int, labels: dict[str, int]) -> float:
    look = looks[i]
    if look.role is Role.COMMENT and look.words <= 6:
        return COMMENTS
    if look.box_head and look.place not in FURNITURE:
        return BOX
    if look.key in labels:
        return labels[look.key]
    if opens_bio(looks, i):
        return BIO
    if opens_card(looks, i):
        return CARD
    return 0.0


def opens_bio(looks: Sequence[Look], i: int) -> bool:
    """Whether an author's box begins here: a name, then the same name with an address or prose about its bearer."""
    look = looks[i]
    if look.prose or look.words > 8:
        return False
    found = urls_in_text.name_and_address(look.fragment.text)
    if found:
        return True
    if i + 1 == len(looks) or len(look.fragment.text.split(None, 1)) < 2:
        return False
    after = looks[i + 1].fragment.text
    told = urls_in_text.name_and_address(after) is not None or byline.is_bio(after)
    return told and byline.bare(look.fragment.text) is not None


def opens_card(looks: Sequence[Look], i: int) -> bool:
    """Whether another story's card begins here: a picture's credit or description, a headline, then a teaser.

    Between two headings of one story stands prose; before a card's headline stands a credit that opens with its
    label, or a short description of a picture, and the teaser breaks off or is followed by "keep reading".
    """
    look = looks[i]
    if look.prose and not (credit.opens(look.fragment.text) or look.role is Role.CREDIT):
        return False
    picture = look.role in (Role.CREDIT, Role.CAPTION) or credit.opens(look.fragment.text) is not None
    at = card_headline(looks, i + 1) if picture else None
    return at is not None and _prose_below(looks, at) < SECTION_WORDS


def _prose_below(looks: Sequence[Look], i: int) -> int:
    """The words of prose between a headline and the next piece that is none."""
    words = 0
    for look in looks[i + 1 :]:
        if not look.prose or words >= SECTION_WORDS:
            break
        words += look.words
    return words


def card_headline(looks: Sequence[Look], i: int) -> int | None:
    """The index of a card's headline at i or right behind; None when no headline with a teaser follows."""
    for at in range(i, min(i + 2, len(looks))):
        if is_headline_like(looks[at]) and _teaser(looks, at + 1):
            return at
    return None


def is_headline_like(look: Look) -> bool:
    """Whether a fragment has a headline's shape: four to twenty-five words, no full stop, nothing it gives away."""
    text = look.fragment.text
    if look.role is not None or look.fragment.bullet or not 4 <= look.words <= 25:
        return False
    if look.fragment.path and look.fragment.link_density < 0.5:
        return False  # HTML tells: another story's headline is a link to it
    if look.prose and not (text.endswith(("?", "!")) and look.words <= 18):
        return False
    return not text.endswith((".", ":", ";", ",")) and not credit.opens(text)


def _teaser(looks: Sequence[Look], i: int) -> bool:
    for at in range(i, min(i + 3, len(looks))):
        if looks[at].prose and looks[at].role is None:
            return True
        if looks[at].words > 6:
            return False
    return False
