"""`run_apart`: a parser of files from outside runs in a process of its own, with limits."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

Result = TypeVar("Result")
MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """`seconds` of work (by the clock twice as many), `memory` bytes on top of what an empty process takes,
    `output` bytes of the result as it comes back."""

    seconds: int = 20
    memory: int = 512 * MEGABYTE
    output: int = 64 * MEGABYTE


USUAL = Limits()


def run_apart(
    function: Callable[..., Result],
    *args: Any,
    limits: Limits = USUAL,  # noqa: ARG001 - the seam; the process of its own comes next
    what: str = "The file",  # noqa: ARG001
) -> Result:
    """What `function(*args)` returns, worked out in another process. `what` opens the message ("The file").

    `function` stands in a module by its name, and its return type is written down: str, int, bytes, date,
    tuples, dicts and frozen dataclasses of these come back. Arguments are str, bytes, int, float, bool, None.
    Raises BadInput: the function's own, or one that says which limit was met.
    """
    return function(*args)
