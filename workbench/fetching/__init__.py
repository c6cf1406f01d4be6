"""The only package that opens outgoing connections. See docs/running.md, "Going out"."""

from workbench.domain.errors import FetchError, FetchFailed, FetchRefused
from workbench.domain.fetched import Answer, Exchange
from workbench.fetching.fetcher import Fetcher
from workbench.fetching.rules import FetchRules

__all__ = ["Answer", "Exchange", "FetchError", "FetchFailed", "FetchRefused", "FetchRules", "Fetcher"]
