"""A site on loopback and a fetcher that may go there."""

from collections.abc import Iterator

import pytest

from tests.local_site import LocalSite
from workbench.fetching import Fetcher


@pytest.fixture
def site() -> Iterator[LocalSite]:
    with LocalSite() as site:
        yield site


@pytest.fixture
def fetcher(site: LocalSite) -> Fetcher:
    return Fetcher(site.rules())
