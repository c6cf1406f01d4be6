"""Short permanent references ("A-12", "C-142", "S-7", "R-3") used in URLs, exports and speech."""

import re2

from workbench.domain.errors import NotFound

_REFERENCE = re2.compile(r"([A-Z])-([1-9][0-9]{0,8})")


def format_reference(letter: str, number: int) -> str:
    """`("C", 142)` becomes "C-142"."""
    return f"{letter}-{number}"


def parse_reference(letter: str, text: str) -> int:
    """The number in a reference of this letter; upper or lower case. Raises NotFound for anything else."""
    match = _REFERENCE.fullmatch(text.strip().upper())
    if match is None or match.group(1) != letter:
        raise NotFound(f"“{text[:40]}” is not a reference like {letter}-12.")
    return int(match.group(2))
