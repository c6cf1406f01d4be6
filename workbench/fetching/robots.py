"""What sites ask of robots, read once an hour for each site."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from protego import Protego

from workbench.domain.errors import FetchFailed, FetchRefused
from workbench.domain.fetched import Answer
from workbench.fetching.requests import AGENT
from workbench.fetching.targets import Target

KEPT_SECONDS = 3_600.0
MOST_READ = 500 * 1024  # bytes of one robots.txt: what RFC 9309 asks for at least
MOST_KEPT = 1024 * 1024  # bytes of all that are kept; as rules they take up to eighty times as much
_SITE = 1024  # bytes that a site without rules counts for, or their number had no end


@dataclass(frozen=True, slots=True)
class _Kept:
    rules: Protego
    size: int
    until: float


class Robots:
    """The robots.txt of the sites visited lately. `fetch` brings one in."""

    def __init__(self, fetch: Callable[[str], Answer]) -> None:
        self._fetch = fetch
        self._kept: dict[str, _Kept] = {}  # the oldest first
        self._lock = threading.Lock()

    def check(self, target: Target) -> None:
        """Raises FetchRefused when the site asks to be left alone there, FetchFailed when it can't tell."""
        if not self._find(target).can_fetch(str(target.url), AGENT):
            raise FetchRefused(
                f"“{target.host}” asks in its robots.txt not to be visited by machines at this address. "
                "Open it in your browser, and add the page as a file."
            )

    def _find(self, target: Target) -> Protego:
        with self._lock:
            known = self._kept.get(target.origin)
        if known is not None and known.until > time.monotonic():
            return known.rules
        text = self._read(target)
        kept = _Kept(Protego.parse(text), len(text) + _SITE, time.monotonic() + KEPT_SECONDS)
        with self._lock:
            self._kept.pop(target.origin, None)
            self._kept[target.origin] = kept
            size = sum(one.size for one in self._kept.values())
            while size > MOST_KEPT:
                oldest = next(iter(self._kept))
                size -= self._kept.pop(oldest).size
        return kept.rules

    def _read(self, target: Target) -> str:
        """After RFC 9309: none there (4xx) allows all, a server in trouble (5xx) nothing for now."""
        answer = self._fetch(f"{target.origin}/robots.txt")
        if answer.status >= 500:
            raise FetchFailed(
                f"“{target.host}” could not say what it asks of robots (robots.txt: {answer.status}), so it "
                "is left alone for now. Try again later."
            )
        return _cut(answer.body).decode("utf-8", "replace") if answer.status == 200 else ""


def _cut(body: bytes) -> bytes:
    """What is read of it: whole lines, or half a rule might forbid what the site allows."""
    if len(body) <= MOST_READ:
        return body
    return body[: max(body.rfind(b"\n", 0, MOST_READ), body.rfind(b"\r", 0, MOST_READ)) + 1]
