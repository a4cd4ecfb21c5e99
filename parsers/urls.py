"""Addresses: which may be followed, which two are the same page, and where one is glued to a name.

Without it a `javascript:` link or a control character in an href would reach the terminal or the browser, and
the same story with two newsletters' tracking tags would be two stories.
"""

import re
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urljoin, urlsplit, urlunsplit

_SCHEMES = ("http", "https", "mailto")
_LONGEST = 4_096  # an order above what servers accept in practice; longer ones are data in disguise
# What browsers strip from an href before they read it: WHATWG URL standard, section 4.4.
_EDGES = "".join(chr(code) for code in range(0x21))
_TAB_OR_NEWLINE = re.compile("[\t\n\r]")
# Kept as they are: what is already an address. Everything else (controls, spaces, quotes, bidi marks, letters
# beyond ASCII) is percent-encoded, so an address never carries a code that acts on a terminal.
_SAFE = "!#$%&'()*+,/:;=?@[]~-._"
_STRAY_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")

# Parameters that name the reader, the newsletter or the campaign, never the page: after the lists that
# ClearURLs, Firefox (query stripping) and AdGuard (tracking parameters) keep.
_TRACKING = frozenset(
    {
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid",
        "twclid", "ttclid", "igshid", "igsh", "li_fat_id", "mc_cid", "mc_eid", "mkt_tok", "oly_anon_id",
        "oly_enc_id", "vero_id", "wickedid", "_openstat", "rb_clickid", "s_cid", "cmpid", "ncid",
        "sr_share", "smid", "smtyp", "ocid", "cvid", "at_medium", "at_campaign", "at_link_id",
        "at_link_type", "at_link_origin", "at_format", "at_ptr_name", "at_bbc_team", "ns_source",
        "ns_mchannel", "ns_campaign", "ns_linkname", "xtor", "spm", "_hsenc", "_hsmi", "__hstc",
        "__hssc", "__hsfp", "hsctatracking", "guccounter", "guce_referrer", "guce_referrer_sig",
        "ref_src", "ref_url", "wt_mc", "wt_zmc", "sc_campaign", "sc_channel", "sc_content", "sc_medium",
        "sc_outcome", "sc_geo", "sc_country",
    }
)  # fmt: skip
_TRACKING_PREFIXES = ("utm_", "pk_", "piwik_", "mtm_", "matomo_", "hsa_", "ga_", "__twitter_impression")
_GLUED = re.compile(r"https?://[^\s<>\"'|\\^`{}«»“”]+", re.IGNORECASE)
_SENTENCE_SIGNS = ".,;:!?)]…"
_SCHEME = re.compile("https?://", re.IGNORECASE)
_FORBIDDEN_IN_HOST = re.compile(r"[\s\x00-\x20%<>\\^|\"`{}]")
# Most links of most pages: already what would come out, and reading them in full costs ten times as much.
_STEPS = r"[\w/.~+,;:@=&?!$'()*-]*(?:%[0-9A-Fa-f]{2}[\w/.~+,;:@=&?!$'()*-]*)*"
_PLAIN = re.compile(rf"https?://[a-z0-9.-]+[a-z0-9](?:/{_STEPS})?", re.ASCII)
_ROOTED = re.compile(rf"/(?!/){_STEPS}", re.ASCII)  # and no "/." in it, which may lead elsewhere
_NO_HOST = re.compile(r"[a-z]+:/*", re.IGNORECASE)


def absolutise(base: str | None, href: str | None) -> str | None:
    """The absolute address an href means on the page at `base`; None when it must not be followed.

    Only http, https (with a host) and mailto come out, pure ASCII, controls and spaces percent-encoded. A
    bare fragment ("#top") is None: it leads nowhere else.
    """
    if href and (usual := _usual(base, href)):
        return usual
    written, href = href, _TAB_OR_NEWLINE.sub("", (href or "").strip(_EDGES))
    if not href or href.startswith("#") or len(href) > _LONGEST or _NO_HOST.fullmatch(href):
        return None
    if href != written and (usual := _usual(base, href)):
        return usual
    try:
        parts = urlsplit(urljoin(base or "", href))
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in _SCHEMES or len(parts.path) > _LONGEST:
        return None
    if parts.scheme == "mailto":
        return _encoded(parts.geturl()) if "@" in parts.path else None
    netloc = _ascii_netloc(parts, host)
    return _encoded(urlunsplit(parts._replace(netloc=netloc))) if netloc else None


def _usual(base: str | None, href: str) -> str | None:
    """What nearly every href means: an address in full, or one from the site's root; None for any other."""
    if len(href) > _LONGEST:
        return None
    if _PLAIN.fullmatch(href):
        return href
    if base and href.startswith("/") and "/." not in href and (origin := _origin(base)):
        if _ROOTED.fullmatch(href):
            return origin + href
        if href.startswith("//") and _PLAIN.fullmatch("http:" + href):
            return origin.partition("/")[0] + href
    return None


def below_page(href: str) -> str | None:
    """The relative address of a file in the page's own folder or below it, as a browser writes that saves a page
    with its pictures: "page_files/a.jpg". Pure ASCII, percent-encoded; None for every other address.
    """
    href = _TAB_OR_NEWLINE.sub("", href.strip(_EDGES)).removeprefix("./")
    path = re.split("[?#]", href, maxsplit=1)[0]
    steps = unquote(path).replace("\\", "/").split("/")
    if len(path) > _LONGEST or ":" in steps[0] or any(step in ("", ".", "..") for step in steps):
        return None
    return _encoded(path)


def canonical(url: str) -> str:
    """The address without fragment and tracking parameters, host in lower case: equal for equal pages.

    An address that cannot be read is given back as it is.
    """
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return url
    if parts.scheme not in ("http", "https") or not host:
        return url
    query = parts.query
    if query and any(_is_tracking(name) for name, _ in parse_qsl(query, keep_blank_values=True)):
        pairs = parse_qsl(query, keep_blank_values=True)
        query = urlencode([(name, value) for name, value in pairs if not _is_tracking(name)])
    return urlunsplit((parts.scheme, parts.netloc.lower(), parts.path or "/", query, ""))


def host_of(url: str | None) -> str | None:
    """The host in lower case without "www."; None when the address has none."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") or None if host else None


def split_glued(text: str) -> tuple[str, str, str] | None:
    """What stands before an address, the address, and what stands behind it; None when the text has none.

    "Jane Doehttps://site.org/author/jane/" → ("Jane Doe", "https://site.org/author/jane/", ""). Full stops
    and brackets at its end belong to the sentence around it.
    """
    match = _GLUED.search(text)
    if match is None or len(url := match.group()) > _LONGEST:
        return None
    # "https://a.org/xhttps://b.org": the first ends where the second begins.
    if (second := _SCHEME.search(url, 8)) and "?" not in url[: second.start()]:
        url = url[: second.start()]
    # A closing bracket stays when it closes one of the address's own.
    while url[-1] in _SENTENCE_SIGNS and not (url[-1] == ")" and url.count("(") >= url.count(")")):
        url = url[:-1]
    absolute = absolutise(None, url)
    if absolute is None:
        return None
    return text[: match.start()], absolute, text[match.start() + len(url) :]


@lru_cache(maxsize=16)
def _origin(base: str) -> str | None:
    """Scheme and host of a page's address, for the links that begin at its root."""
    home = absolutise(None, base)
    return "/".join(home.split("/")[:3]) if home and home.startswith("http") else None


def _ascii_netloc(parts: SplitResult, host: str | None) -> str | None:
    """Host and port in ASCII (IDNA for other letters), user and password dropped; None for no usable host."""
    if not host or _FORBIDDEN_IN_HOST.search(host):
        return None
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            return None
    if ":" in host:
        host = f"[{host}]"
    try:
        port = parts.port
    except ValueError:
        return None
    return host if port is None else f"{host}:{port}"


def _encoded(url: str) -> str:
    return _STRAY_PERCENT.sub("%25", quote(url, safe=_SAFE, errors="replace"))


def _is_tracking(name: str) -> bool:
    name = name.lower()
    return name in _TRACKING or name.startswith(_TRACKING_PREFIXES)
