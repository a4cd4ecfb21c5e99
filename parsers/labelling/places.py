"""What a place in an HTML tree is for, by the names its makers gave it.

Class names and tags are the only labels that a page's own authors wrote. They are evidence of a place's purpose,
in the vocabulary that content systems share; no site's private names are known here.
"""

from collections import Counter
from collections.abc import Sequence
from enum import Enum

from parsers.fragment import Fragment
from parsers.news.phrases import word_set


class Place(Enum):
    __hash__ = object.__hash__  # Enum's own is written in Python, and every line's place is looked for in many sets

    UNKNOWN = "unknown"
    STORY = "story"
    HEADER = "header"
    NAVIGATION = "navigation"
    RELATED = "related"
    COMMENTS = "comments"
    SOCIAL = "social"
    NEWSLETTER = "newsletter"
    ADVERT = "advert"
    PAYWALL = "paywall"
    LEGAL = "legal"
    BREADCRUMB = "breadcrumb"
    CAPTION = "caption"
    CREDIT = "credit"
    BYLINE = "byline"
    BIO = "bio"
    DATE = "date"
    DEK = "dek"
    KICKER = "kicker"
    TAGS = "tags"
    POST = "post"


# Names anywhere above the fragment, from the surest to the vaguest.
_WORDS: tuple[tuple[Place, frozenset[str]], ...] = (
    (Place.POST, word_set("""twittertweet twittervideo twitterembed instagrammedia instagramembed tiktokembed
        blueskyembed mastodonembed fbpost fbvideo redditembed threadsembed textpostmedia""")),
    (Place.COMMENTS, word_set("comments commentlist disqus respond replies livefyre commento comentarios kommentare")),
    (Place.BREADCRUMB, word_set("breadcrumb breadcrumbs crumbs crumb")),
    (Place.NEWSLETTER, word_set("newsletter newsletters subscribe subscription signup mailchimp")),
    (Place.ADVERT, word_set("""ad ads advert advertisement advertising adslot dfp sponsor sponsored outbrain taboola
        banner""")),
    (Place.PAYWALL, word_set("paywall regwall piano premium")),
    (Place.SOCIAL, word_set("share sharing social sharebar addthis sharethis followus toolbar")),
    (Place.RELATED, word_set("""related recommended recommendation recommendations recirc recirculation teaser teasers
        trending popular mostread mostpopular more morestories readmore seealso promo promos card cards carousel
        sidebar rail widget aside upnext onward headlines latest playlist similar""")),
    (Place.NAVIGATION, word_set("""nav navigation navbar menu menus submenu masthead pagination pager topbar skip
        offcanvas megamenu hamburger""")),
    (Place.LEGAL, word_set("footer cookie cookies consent gdpr copyright disclaimer legal colophon")),
    (Place.TAGS, word_set("tags tag topics keywords taglist")),
    (Place.BIO, word_set("bio biography aboutauthor authorbio authorbox")),
)
# Names of the innermost element: what the fragment itself is.
_OWN: tuple[tuple[Place, frozenset[str]], ...] = (
    (Place.NAVIGATION, word_set("visuallyhidden sronly screenreader screenreadertext srtext")),
    (Place.CREDIT, word_set("credit credits copyright photographer photocredit imagecredit attribution")),
    (Place.CAPTION, word_set("caption figcaption legend bildunterschrift")),
    (Place.BYLINE, word_set("byline author authors writer contributor")),
    (Place.DATE, word_set("date time timestamp published pubdate dateline datetime datum")),
    (Place.DEK, word_set("""dek deck standfirst subtitle subheadline subhead subheading chapo sapo lead summary intro
        teaser description excerpt ingress entradilla""")),
    (Place.KICKER, word_set("kicker eyebrow overline rubric section category label supertitle")),
)
# Each word with the rank of its place: one look for each name instead of one comparison for each place.
_PLACES = tuple(place for place, _ in _WORDS)
_RANK = {word: rank for rank, (_, words) in reversed([*enumerate(_WORDS)]) for word in words}
_OWN_PLACES = tuple(place for place, _ in _OWN)
_OWN_RANK = {word: rank for rank, (_, words) in reversed([*enumerate(_OWN)]) for word in words}
_ALL_WORDS, _OWN_WORDS = frozenset(_RANK), frozenset(_OWN_RANK)
_COMMENTS = _WORDS[1][1]
_STORY = word_set("""
    articlebody story storybody body content entry post richtext paragraph paragraphs text copy article
    main prose
""")


# Tags that say what a place is for, as names do. (A page may stand in an <aside> whole.)
_PURPOSES = frozenset({"nav", "aside", "footer"})
# A name that holds a larger share of the page's prose is a wrapper of the story (or of the whole page).
MOST_PROSE = 0.4
# A shorter piece of prose may be a caption or a label.
LEAST_OPENING = 12


def wrappers(
    fragments: Sequence[Fragment], prose: Sequence[int], fullest: tuple[int, tuple[str, ...]] | None
) -> frozenset[str]:
    """The names that hold so much of a page's prose (`prose`: its words, by fragment) that they tell nothing.

    A page whose whole story stands in "premium-content with-sidebar more" is made so; the same names around a
    box are what they say.
    """
    words: Counter[str] = Counter()
    for fragment, n in zip(fragments, prose, strict=True):
        if n:
            for name in fragment.names:
                words[name] += n
            for tag in _PURPOSES.intersection(fragment.path):
                words[f"<{tag}>"] += n
    total = sum(prose)
    wide = frozenset(name for name, n in words.items() if n > MOST_PROSE * total)
    wide |= _around_story(fragments, prose, fullest)
    return wide if _opens_in_comments(fragments, prose) else wide - _COMMENTS


def _opens_in_comments(fragments: Sequence[Fragment], prose: Sequence[int]) -> bool:
    """Whether the first prose below the page's heading stands in a place named for comments: then all of it does."""
    heads = [i for i, fragment in enumerate(fragments) if fragment.level == 1]
    for i in range(heads[0] if heads else 0, len(fragments)):
        if prose[i] >= LEAST_OPENING and fragments[i].link_density < 0.3:
            return bool(_COMMENTS & fragments[i].names)
    return True


def fullest(fragments: Sequence[Fragment], prose: Sequence[int]) -> tuple[int, tuple[str, ...]] | None:
    """The container and path that hold most of a page's prose, comments apart; None without a tree or prose."""
    sizes: Counter[tuple[int, tuple[str, ...]]] = Counter()
    for fragment, n in zip(fragments, prose, strict=True):
        if n and fragment.path and fragment.link_density < 0.3 and not _COMMENTS & fragment.names:
            sizes[fragment.container, fragment.path] += n
    return sizes.most_common(1)[0][0] if sizes else None


def _around_story(
    fragments: Sequence[Fragment], prose: Sequence[int], fullest: tuple[int, tuple[str, ...]] | None
) -> frozenset[str]:
    """The names that all prose of the fullest container shares, comments apart: they hold the story."""
    if fullest is None:
        return frozenset()
    members = [
        fragment.names - fragment.own_names
        for fragment, n in zip(fragments, prose, strict=True)
        if n and (fragment.container, fragment.path) == fullest
    ]
    return frozenset.intersection(*members)


def place_of(fragment: Fragment, wrapping: frozenset[str] = frozenset(), *, prose: bool = False) -> Place:
    """What the fragment's place is for; UNKNOWN for text dumps and where no name tells.

    Prose in a place named for a paywall is the part of the story that subscribers read (three words in four that
    stand so on the corpora's pages).
    """
    if not fragment.path:
        return Place.UNKNOWN
    names, own, tags = fragment.names, fragment.own_names, fragment.path
    if telling := (_OWN_WORDS & own) - wrapping:
        return _OWN_PLACES[min(_OWN_RANK[word] for word in telling)]
    if telling := (_ALL_WORDS & names) - wrapping:
        place = _PLACES[min(_RANK[word] for word in telling)]
        if not (prose and place is Place.PAYWALL):
            return place
    if "nav" in tags and "<nav>" not in wrapping:
        return Place.NAVIGATION
    if "footer" in tags and "article" not in tags and "<footer>" not in wrapping:
        return Place.LEGAL
    if "aside" in tags and "<aside>" not in wrapping:
        return Place.RELATED
    if "figcaption" in tags:
        return Place.CAPTION
    return Place.STORY if not _STORY.isdisjoint(names) or "article" in tags else Place.UNKNOWN


FURNITURE = frozenset(
    {
        Place.NAVIGATION,
        Place.RELATED,
        Place.COMMENTS,
        Place.SOCIAL,
        Place.NEWSLETTER,
        Place.ADVERT,
        Place.LEGAL,
        Place.BREADCRUMB,
        Place.TAGS,
        Place.BIO,
        Place.POST,
    }
)
"""Places whose prose is seldom the story's. A paywall's place is not among them: it often holds the story itself."""
