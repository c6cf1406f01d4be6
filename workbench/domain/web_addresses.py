"""Addresses of one page, folded so that two spellings of one address meet: by how it is spelled, and further
by which page it stands for.

`fold_address` folds only what hardly any site tells pages apart by: http and https, the case of scheme and
host, the port that goes without saying, a dot behind the host, who logs in, how signs are escaped, a slash at
the end, what follows "#", and what is put behind an address to count clicks. The path keeps its case, the
query its other values, and "www." stays: where an outlet has both, the page's canonical link says which it
wants. Articles are known by it.

`fold_page` is for what must not count twice: it takes an archive's or AMP's address for the page that it
names, and m., www. and AMP spellings for the page itself. It may err towards one page, never towards two.
"""

from functools import lru_cache
from urllib.parse import parse_qsl, quote, unquote, unquote_to_bytes, urlencode, urlsplit, urlunsplit

import re2

# What mailings, social networks and statistics put behind an address.
_COUNTER_NAMES = """fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid igshid igsh
    li_fat_id mc_cid mc_eid mkt_tok _hsenc _hsmi _ga _gl ns_campaign ns_mchannel ns_source ns_linkname
    at_medium at_campaign at_custom1 at_custom2 at_custom3 at_custom4 cmpid ito ocid smid smtyp sharetype"""
_COUNTERS = frozenset(_COUNTER_NAMES.split())
_COUNTERS_BEGIN = ("utm_", "mtm_", "pk_", "itm_", "vero_", "oly_")
_PORTS = frozenset({None, 80, 443})
_PATH_SAFE = "-._~!$&'()*+,;=:@"

_MANNERS = frozenset({"www", "m", "mobile", "amp"})  # how a page is shown, in a host's name
_AMP_VALUES = frozenset({"amp=", "amp=1", "amp=true", "outputtype=amp"})
_SECOND_LEVEL = frozenset({"ac", "co", "com", "edu", "gob", "gov", "net", "or", "org"})
# Hosts that keep or hand on other sites' pages, and where in what follows the host these are named.
_INNER = r"(?:https?:/{1,2})?([^/?#%]+\.[^/?#%]+(?:[/?#].*)?)$"
_CARRIERS = (
    (r"(?:www\.)?web\.archive\.org|wayback\.archive\.org", r"/web/(?:[0-9]+[a-z_]*|\*)/" + _INNER),
    (
        r"(?:www\.)?archive\.(?:ph|today|is|li|md|fo|vn)",
        r"/(?:[0-9]{4}[0-9.-]*|newest|oldest|o/[0-9A-Za-z]+)/" + _INNER,
    ),
    (r"[^.]+\.cdn\.ampproject\.org", r"/[acv]/(?:s/)?" + _INNER),
    (r"(?:www\.)?google\.[a-z.]+", r"/amp/(?:s/)?" + _INNER),
)
# Nearly every address is of none of them, and this asks once.
_CARRIER = re2.compile("|".join(host for host, _ in _CARRIERS))
_MOST_CARRIERS = 3  # an archive of an archive, and no further


def fold_address(url: str) -> str:
    """The folded address; empty for what is no web address. It is a key to compare by, not to go to."""
    try:
        parts = urlsplit(url.strip())
        host, port = _fold_host(parts.hostname or ""), parts.port
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not host:
        return ""
    host = f"[{host}]" if ":" in host else host
    place = host if port in _PORTS else f"{host}:{port}"
    # "#!" once was how a script told pages apart.
    fragment = parts.fragment if parts.fragment.startswith("!") else ""
    return urlunsplit(("https", place, _fold_path(parts.path), _fold_query(parts.query), fragment))


@lru_cache(2_000)  # a claim's page asks for the same few again and again
def fold_page(url: str) -> str:
    """The folded address of the page that this one stands for; empty for what is no web address. A key to
    compare by, not to go to."""
    for _ in range(_MOST_CARRIERS):
        inner = _find_inner(url)
        if not inner:
            break
        url = inner
    folded = urlsplit(fold_address(url))
    if not folded.netloc:
        return ""
    path = "/".join(_drop_amp(folded.path.split("/")))
    values = [pair for pair in folded.query.split("&") if pair.lower() not in _AMP_VALUES]
    return urlunsplit(("https", _drop_manner(folded.netloc), path, "&".join(values), folded.fragment))


def _find_inner(url: str) -> str:
    """The address that an archive's or a cache's address names; empty where it is none."""
    try:
        parts = urlsplit(url.strip())
        host = _fold_host(parts.hostname or "")
    except ValueError:
        return ""
    if not _CARRIER.fullmatch(host):
        return ""
    rest = urlunsplit(("", "", parts.path, parts.query, parts.fragment))
    for carrier, place in _CARRIERS:
        if re2.fullmatch(carrier, host):
            found = re2.match(place, rest) or re2.match(place, unquote(rest))
            return f"https://{found[1]}" if found else ""
    return ""


def _drop_manner(place: str) -> str:
    labels = place.split(".")
    national = len(labels[-1]) == len("uk") and labels[-2:-1] and labels[-2] in _SECOND_LEVEL
    own = 3 if national else 2  # labels that name the site
    return ".".join([label for label in labels[:-own] if label not in _MANNERS] + labels[-own:])


def _drop_amp(parts: list[str]) -> list[str]:
    """The path without a first or last part that only asks for the AMP page."""
    while len(parts) > 1 and parts[1] == "amp":
        parts = parts[:1] + parts[2:]
    while parts[-1] == "amp":
        parts = parts[:-1]
    last = parts[-1]
    for end, kept in ((".amp.html", ".html"), (".amp", "")):
        if last.endswith(end) and last != end:
            return [*parts[:-1], last.removesuffix(end) + kept]
    return parts


def _fold_host(host: str) -> str:
    plain = host.rstrip(".").lower()
    try:
        return plain.encode("idna").decode()
    except UnicodeError:
        return plain


def _fold_path(path: str) -> str:
    # Part by part: a slash that is written as an escape parts nothing.
    return "/".join(quote(unquote_to_bytes(part), safe=_PATH_SAFE) for part in path.split("/")).rstrip("/")


def _fold_query(query: str) -> str:
    values = [
        (name, value)
        for name, value in parse_qsl(
            query, keep_blank_values=True, encoding="utf-8", errors="surrogateescape"
        )
        if name.lower() not in _COUNTERS and not name.lower().startswith(_COUNTERS_BEGIN)
    ]
    return urlencode(sorted(values, key=lambda one: one[0]), errors="surrogateescape")
