"""Addresses of one page, folded so that two spellings of one address meet.

Only what hardly any site tells pages apart by is folded: http and https, the case of scheme and host, the
port that goes without saying, a dot behind the host, who logs in, how signs are escaped, a slash at the end,
what follows "#", and what is put behind an address to count clicks. The path keeps its case, the query its
other values, and "www." stays: where an outlet has both, the page's canonical link says which it wants.
"""

from urllib.parse import parse_qsl, quote, unquote_to_bytes, urlencode, urlsplit, urlunsplit

# What mailings, social networks and statistics put behind an address.
_COUNTER_NAMES = """fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid igshid igsh
    li_fat_id mc_cid mc_eid mkt_tok _hsenc _hsmi _ga _gl ns_campaign ns_mchannel ns_source ns_linkname
    at_medium at_campaign at_custom1 at_custom2 at_custom3 at_custom4 cmpid ito ocid smid smtyp sharetype"""
_COUNTERS = frozenset(_COUNTER_NAMES.split())
_COUNTERS_BEGIN = ("utm_", "mtm_", "pk_", "itm_", "vero_", "oly_")
_PORTS = frozenset({None, 80, 443})
_PATH_SAFE = "-._~!$&'()*+,;=:@"


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
