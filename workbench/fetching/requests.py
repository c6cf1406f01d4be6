"""What a request says of itself: who asks, what is taken, and the cookies given on the way."""

from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version

from workbench.fetching.decoding import ACCEPTED
from workbench.fetching.targets import Target

AGENT = "claim-workbench"  # the name that a robots.txt may address
_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
# What a caller may add: nothing that carries a secret, or that says where the request goes.
ALLOWED = frozenset({"accept", "accept-language", "if-modified-since", "if-none-match", "referer"})
_NOT_IN_A_COMMENT = str.maketrans("()\\", "   ")


def make_user_agent(contact: str) -> str:
    """Who visits, for the log of the site visited: the product, and whom to write to."""
    said = contact.encode("ascii", "ignore").decode().translate(_NOT_IN_A_COMMENT)
    words = " ".join("".join(char if char.isprintable() else " " for char in said).split())[:200]
    return f"{AGENT}/{_find_version()} ({'; '.join(filter(None, ('fact-checking', words)))})"


def make_headers(
    target: Target, agent: str, added: Sequence[tuple[str, str]], cookies: str
) -> list[tuple[str, str]]:
    """The headers of one request, in the order they are sent."""
    own = {name.lower() for name, _value in added}
    usual = [("Accept", _ACCEPT)] if "accept" not in own else []
    return [
        ("Host", target.url.netloc.decode("ascii")),
        ("User-Agent", agent),
        *usual,
        *added,
        ("Accept-Encoding", ACCEPTED),
        *([("Cookie", cookies)] if cookies else []),
        ("Connection", "close"),
    ]


def check_added(headers: Sequence[tuple[str, str]]) -> None:
    """Raise ValueError for a header that a caller may not add, or one that can't be sent."""
    for name, value in headers:
        if name.lower() not in ALLOWED or not value.isascii() or not value.isprintable():
            raise ValueError(f"The header {name!r} can't be added to a request.")


def _find_version() -> str:
    try:
        return version(AGENT)
    except PackageNotFoundError:  # run from a folder, never installed
        return "0"
