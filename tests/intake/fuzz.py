"""Any bytes are read, or refused in words: nothing else may come out of a reader."""

from collections.abc import Callable
from typing import Any

from workbench.domain.errors import BadInput


def read_or_refuse(read: Callable[..., Any], *args: Any) -> Any:
    """What the reader found, or the words in which it refused."""
    try:
        found = read(*args)
    except BadInput as refused:
        words = str(refused)
        assert words.strip()
        words.encode()  # they will be shown
        return words
    assert found
    return found
