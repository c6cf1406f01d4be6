"""How much time and how many bytes one fetch has left, over all its hops."""

import time

from workbench.domain.errors import FetchTooLarge, FetchTooLong
from workbench.fetching.rules import MEGABYTE


class Meter:
    """Counts down from the start of a fetch; every wait and every read on the line asks here."""

    def __init__(self, seconds: float, size: int) -> None:
        self._seconds = seconds
        self._end = time.monotonic() + seconds
        self._size = size
        self._received = 0

    def seconds_left(self, host: str) -> float:
        """Seconds that the next step may take, always above 0. Raises FetchTooLong when the time is up."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise FetchTooLong(
                f"“{host}” did not send its whole answer within {self._seconds:g} seconds. "
                "Try again later, or save the page in your browser and bring in the file."
            )
        return left

    def count(self, size: int, host: str) -> None:
        """Take `size` bytes that came in. Raises FetchTooLarge beyond the limit."""
        self._received += size
        if self._received > self._size:
            raise too_large(host, self._size)


def too_large(host: str, size: int) -> FetchTooLarge:
    """The failure of an answer of more than `size` bytes."""
    return FetchTooLarge(
        f"The answer of “{host}” is larger than {size / MEGABYTE:g} MB, more than can be taken in. "
        "Bring in only the part that matters, as a file."
    )
