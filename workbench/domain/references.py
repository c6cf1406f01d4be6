"""Short permanent references ("A-12", "C-142", "S-7", "R-3") used in URLs, exports and speech."""

import re2

from workbench.domain.errors import NotFound

_REFERENCE = re2.compile(r"([A-Z])-([1-9][0-9]{0,8})")


def format_reference(letter: str, number: int) -> str:
    """`("C", 142)` becomes "C-142"."""
    return f"{letter}-{number}"


def find_number(letter: str, text: str) -> int | None:
    """The number in a reference of this letter, upper or lower case; None when the text is none."""
    match = _REFERENCE.fullmatch(text.strip().upper())
    return int(match.group(2)) if match is not None and match.group(1) == letter else None


def parse_reference(letter: str, text: str) -> int:
    """The number in a reference of this letter. Raises NotFound for anything else."""
    number = find_number(letter, text)
    if number is None:
        raise NotFound(f"“{text[:40]}” is not a reference like {letter}-12.")
    return number
