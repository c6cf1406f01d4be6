"""Claims of short texts, parsed once for all tests that ask for the same words."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from workbench.splitting import Claim, split

Read = Callable[[str], tuple[Claim, ...]]


@cache
def read_claims(text: str) -> tuple[Claim, ...]:
    return split(text).claims


@pytest.fixture(scope="session")
def claims() -> Read:
    """Give the claims of a text."""
    return read_claims


@pytest.fixture(scope="session")
def claim() -> Callable[[str], Claim]:
    """Give the one claim of a text."""

    def read_one(text: str) -> Claim:
        found = read_claims(text)
        assert len(found) == 1, [claim.statement for claim in found]
        return found[0]

    return read_one
