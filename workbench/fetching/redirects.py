"""What a redirect carries: where it leads, and the cookies that some sites want back on the way."""

import httpx

from workbench.domain.errors import FetchRefused
from workbench.domain.fetched import Exchange
from workbench.fetching.targets import Target, read_target

STATUSES = frozenset({301, 302, 303, 307, 308})


def find_redirect(found: Exchange) -> str:
    """Where the answer sends on to, as it says it; empty when it does not."""
    return join_header(found, "location") if found.status in STATUSES else ""


def read_redirect(target: Target, location: str, ports: frozenset[int]) -> Target:
    """Where `location` leads from `target`: looked at as strictly as an address that somebody typed."""
    try:
        # As browsers do: what is no ASCII came as UTF-8, and a space is only a space.
        written = location.encode("latin-1").decode("utf-8", "replace").strip().replace(" ", "%20")
        return read_target(str(target.url.join(written)), ports)
    except (httpx.InvalidURL, ValueError):
        raise FetchRefused(
            f"“{target.host}” sends on to “{location[:200]}”, which is no web address that can be read."
        ) from None
    except FetchRefused as error:
        raise FetchRefused(f"“{target.host}” sends on elsewhere, and that is not followed. {error}") from None


class CookieJar:
    """Cookies live as long as one fetch: some sites set one and send back to the same address."""

    def __init__(self) -> None:
        self._jar = httpx.Cookies()

    def find(self, target: Target) -> str:
        """The Cookie header for a request to `target`, empty for none."""
        request = httpx.Request("GET", target.url)
        self._jar.set_cookie_header(request)
        cookies: str = request.headers.get("cookie", "")
        return cookies if cookies.isascii() and cookies.isprintable() else ""

    def keep(self, found: Exchange, target: Target) -> None:
        """Take what the answer from `target` sets."""
        set_by = [
            (b"set-cookie", value.encode("latin-1"))
            for name, value in found.headers
            if name.lower() == "set-cookie"
        ]
        request = httpx.Request("GET", target.url)
        self._jar.extract_cookies(httpx.Response(found.status, headers=set_by, request=request))


def join_header(found: Exchange, name: str) -> str:
    """The value of a header by its lower-case name, several joined with commas; empty when absent."""
    return ", ".join(value for key, value in found.headers if key.lower() == name)
