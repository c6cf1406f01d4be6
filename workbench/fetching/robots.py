"""What sites ask of robots, read once an hour for each site."""

import threading
import time
from collections.abc import Callable

from protego import Protego

from workbench.domain.errors import FetchFailed, FetchRefused
from workbench.domain.fetched import Answer
from workbench.fetching.requests import AGENT
from workbench.fetching.targets import Target

KEPT_SECONDS = 3_600.0
MOST_SITES = 2_000


class Robots:
    """The robots.txt of the sites visited lately. `fetch` brings one in."""

    def __init__(self, fetch: Callable[[str], Answer]) -> None:
        self._fetch = fetch
        self._kept: dict[str, tuple[float, Protego]] = {}
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
        if known is not None and known[0] > time.monotonic():
            return known[1]
        rules = self._read(target)
        with self._lock:
            if len(self._kept) >= MOST_SITES:
                self._kept.clear()
            self._kept[target.origin] = (time.monotonic() + KEPT_SECONDS, rules)
        return rules

    def _read(self, target: Target) -> Protego:
        """After RFC 9309: none there (4xx) allows all, a server in trouble (5xx) nothing for now."""
        answer = self._fetch(f"{target.origin}/robots.txt")
        if answer.status >= 500:
            raise FetchFailed(
                f"“{target.host}” could not say what it asks of robots (robots.txt: {answer.status}), so it "
                "is left alone for now. Try again later."
            )
        found = answer.body.decode("utf-8", "replace") if answer.status == 200 else ""
        return Protego.parse(found)
