"""What a place in an HTML tree is for, by the names its makers gave it.

Class names and tags are the only labels that a page's own authors wrote. They are evidence of a place's purpose,
in the vocabulary that content systems share; no site's private names are known here.
"""

from enum import Enum

from parsers.fragment import Fragment


class Place(Enum):
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


_WORDS: tuple[tuple[Place, frozenset[str]], ...] = (
    (Place.COMMENTS, frozenset("comments commentlist disqus respond replies livefyre commento comentarios kommentare".split())),
    (Place.BREADCRUMB, frozenset("breadcrumb breadcrumbs crumbs crumb".split())),
    (Place.NEWSLETTER, frozenset("newsletter newsletters subscribe subscription signup mailchimp".split())),
    (Place.ADVERT, frozenset("ad ads advert advertisement advertising adslot dfp sponsor sponsored outbrain taboola banner".split())),
    (Place.PAYWALL, frozenset("paywall regwall piano premium".split())),
    (Place.SOCIAL, frozenset("share sharing social sharebar addthis sharethis followus toolbar".split())),
    (Place.RELATED, frozenset(
        "related recommended recommendation recommendations recirc recirculation teaser teasers trending popular mostread mostpopular "
        "more morestories readmore seealso promo promos card cards carousel sidebar rail widget aside upnext onward headlines "
        "latest playlist similar".split())),
    (Place.NAVIGATION, frozenset("nav navigation navbar menu menus submenu masthead pagination pager topbar skip offcanvas megamenu hamburger".split())),
    (Place.LEGAL, frozenset("footer cookie cookies consent gdpr copyright disclaimer legal colophon".split())),
    (Place.TAGS, frozenset("tags tag topics keywords taglist".split())),
    (Place.BIO, frozenset("bio biography aboutauthor authorbio authorbox".split())),
)
_OWN: tuple[tuple[Place, frozenset[str]], ...] = (
    (Place.CREDIT, frozenset("credit credits copyright photographer photocredit imagecredit attribution".split())),
    (Place.CAPTION, frozenset("caption figcaption legend bildunterschrift".split())),
    (Place.BYLINE, frozenset("byline author authors writer contributor".split())),
    (Place.DATE, frozenset("date time timestamp published pubdate dateline datetime datum".split())),
    (Place.DEK, frozenset("dek deck standfirst subtitle subheadline subhead subheading chapo sapo lead summary intro teaser description excerpt ingress entradilla".split())),
    (Place.KICKER, frozenset("kicker eyebrow overline rubric section category label supertitle".split())),
)
_STORY = frozenset("articlebody story storybody body content entry post richtext paragraph paragraphs text copy article main prose".split())


def place_of(fragment: Fragment) -> Place:
    """What the fragment's place is for; UNKNOWN for text dumps and where no name tells."""
    if not fragment.path:
        return Place.UNKNOWN
    tags = set(fragment.path)
    for place, words in _OWN:
        if words & fragment.own_names:
            return place
    for place, words in _WORDS:
        if words & fragment.names:
            return place
    if "nav" in tags:
        return Place.NAVIGATION
    if "footer" in tags and "article" not in tags:
        return Place.LEGAL
    if "aside" in tags:
        return Place.RELATED
    if "figcaption" in tags:
        return Place.CAPTION
    return Place.STORY if _STORY & fragment.names or "article" in tags else Place.UNKNOWN


FURNITURE = frozenset({
    Place.NAVIGATION, Place.RELATED, Place.COMMENTS, Place.SOCIAL, Place.NEWSLETTER, Place.ADVERT, Place.PAYWALL,
    Place.LEGAL, Place.BREADCRUMB, Place.TAGS, Place.BIO,
})
"""Places whose prose is seldom the story's."""
