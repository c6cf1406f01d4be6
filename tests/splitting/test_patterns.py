"""Every pattern of the package stays small enough for RE2, which else crawls and writes to standard error."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest

import workbench.splitting

PACKAGE = "workbench.splitting."
LARGEST = 20_000  # instructions; ten times as many ran out of memory on one line of an article


def list_patterns(value: Any) -> Iterator[Any]:
    if hasattr(value, "programsize"):
        yield value
    elif isinstance(value, tuple | list | set | frozenset):
        for part in value:
            yield from list_patterns(part)
    elif isinstance(value, dict):
        for part in value.values():
            yield from list_patterns(part)


@pytest.mark.parametrize(
    "name", sorted(found.name for found in pkgutil.walk_packages(workbench.splitting.__path__, PACKAGE))
)
def test_patterns_are_small(name):
    module = importlib.import_module(name)
    for pattern in list_patterns(list(vars(module).values())):
        assert pattern.programsize < LARGEST, pattern.pattern
