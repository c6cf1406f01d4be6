"""`Fetcher.fetch`: one address, its redirects followed by hand, each step checked and recorded."""

from collections.abc import Sequence

from workbench.domain.errors import FetchFailed, FetchRefused
from workbench.domain.fetched import Answer
from workbench.fetching.rules import FetchRules


class Fetcher:
    """Goes out for the whole installation; safe to share between threads."""

    def __init__(self, rules: FetchRules) -> None:
        self.rules = rules

    def fetch(self, url: str, *, headers: Sequence[tuple[str, str]] = (), robots: bool = False) -> Answer:
        """What `url` answers. `headers` are sent along; `robots` asks the site's robots.txt first.

        Raises FetchRefused when our rules or the site's forbid it, FetchFailed when no whole answer came;
        both say what, where and what to do. An error status (404) is an answer.
        """
        if self.rules.offline:
            raise FetchRefused("This desk does not go out to the network (WORKBENCH_OFFLINE).", url)
        raise FetchFailed(f"Not brought in yet: {url}, {headers}, {robots}", url)
