"""The benchmark's lock pins what its group asks for and agrees with the product's."""

import re

from tests.packaging.locks import CHECKOUT, read_lock
from tests.packaging.test_locks import PROJECT, find_stale

LOCK = "requirements-bench.lock"


def test_lock_has_what_the_group_asks_for() -> None:
    asked = PROJECT["dependency-groups"]["bench"] + PROJECT["project"]["dependencies"]
    assert find_stale(asked, read_lock(LOCK)) == [], "run: make lock"


def test_lock_agrees_with_the_others() -> None:
    ours = read_lock(LOCK)
    for name in ("requirements.lock", "requirements-dev.lock"):
        others = read_lock(name)
        shared = ours.keys() & others.keys()
        assert {package: ours[package] for package in shared} == {
            package: others[package] for package in shared
        }


def test_lock_is_versions_and_hashes_only() -> None:
    allowed = re.compile(r"[a-z0-9.-]+==[^/\\]+ \\|    --hash=sha256:[0-9a-f]{64}( \\)?")
    lines = (CHECKOUT / LOCK).read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not allowed.fullmatch(line)] == []
