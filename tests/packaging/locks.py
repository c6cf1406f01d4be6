"""Reads a lock file: each name with the versions it pins (several when they differ by Python version)."""

from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CHECKOUT = Path(__file__).parents[2]


def read_lock(name: str) -> dict[str, set[str]]:
    pins: dict[str, set[str]] = {}
    for line in (CHECKOUT / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith((" ", "#")):
            requirement = Requirement(line.rstrip("\\"))
            [pin] = requirement.specifier
            assert pin.operator == "=="
            pins.setdefault(canonicalize_name(requirement.name), set()).add(pin.version)
    return pins
