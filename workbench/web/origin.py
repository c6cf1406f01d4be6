"""Where a request came from, and where it may be sent on to: never to another host."""

from urllib.parse import quote, urlsplit

from flask import request

LONGEST = 2_000


def own_path(target: str | None) -> str:
    """`target` if it is a path on this desk, else an empty text.

    Browsers read "//host", "/\\host" and "/<tab>/host" as another host, so only plain paths pass.
    """
    if not target or len(target) > LONGEST or not target.startswith("/") or target.startswith("//"):
        return ""
    if "\\" in target or " " in target or not target.isascii() or not target.isprintable():
        return ""
    try:
        parts = urlsplit(target)
    except ValueError:
        return ""
    return "" if parts.scheme or parts.netloc else target


def here() -> str:
    """The path and query of this very request, to send a form there again; empty for an odd one like
    "//host", which as a form's address would lead away."""
    query = request.query_string.decode("ascii", "replace")
    return own_path(quote(request.path) + (f"?{query}" if query else ""))


def is_own_origin() -> bool | None:
    """Whether the browser says that our own page sent this; None when it says nothing (curl, old ones)."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = request.headers.get("Origin")
    return None if origin is None else _host(origin) == request.host


def page_before() -> str:
    """The path of our own page that this was asked from, or an empty text."""
    referrer = request.referrer or ""
    if not referrer or _host(referrer) != request.host:
        return ""
    return own_path(urlsplit(referrer)._replace(scheme="", netloc="", fragment="").geturl())


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc
    except ValueError:
        return ""
