"""The lock files pin what pyproject.toml asks for, by hash, and know no machine and no address."""

import re
import tomllib
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.packaging.locks import CHECKOUT, read_lock

LOCKS = ("requirements-setup.lock", "requirements.lock", "requirements-dev.lock")
PROJECT: dict[str, Any] = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS: dict[str, list[str]] = PROJECT["project"]["optional-dependencies"]


def find_stale(asked: list[str], pins: dict[str, set[str]]) -> list[str]:
    requirements = [Requirement(line) for line in asked]
    return [
        str(requirement)
        for requirement in requirements
        if not any(
            requirement.specifier.contains(pin) for pin in pins.get(canonicalize_name(requirement.name), ())
        )
    ]


def test_product_lock_has_what_the_project_asks_for() -> None:
    asked = PROJECT["project"]["dependencies"] + EXTRAS["postgres"] + EXTRAS["gunicorn"]
    assert find_stale(asked, read_lock("requirements.lock")) == [], "run: make lock"


def test_tools_lock_has_what_the_tests_ask_for() -> None:
    asked = PROJECT["dependency-groups"]["dev"] + [line for extra in EXTRAS.values() for line in extra]
    assert find_stale(asked, read_lock("requirements-dev.lock")) == [], "run: make lock"


def test_setup_lock_has_the_build_backend() -> None:
    assert find_stale(PROJECT["build-system"]["requires"], read_lock("requirements-setup.lock")) == []


@pytest.mark.parametrize("smaller", ["requirements.lock", "requirements-setup.lock"])
def test_locks_agree_on_versions(smaller: str) -> None:
    tools = read_lock("requirements-dev.lock")
    shared = {name: pins for name, pins in read_lock(smaller).items() if name in tools}
    assert shared == {name: tools[name] for name in shared}


def test_tools_lock_has_all_of_the_product() -> None:
    assert read_lock("requirements.lock").keys() <= read_lock("requirements-dev.lock").keys()


@pytest.mark.parametrize("name", LOCKS)
def test_lock_is_versions_and_hashes_only(name: str) -> None:
    allowed = re.compile(r"[a-z0-9.-]+==[^/\\]+ \\|    --hash=sha256:[0-9a-f]{64}( \\)?")
    lines = (CHECKOUT / name).read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not allowed.fullmatch(line)] == []
