"""Many numbers written short: 21, 22, 23, 40 is "21-23.40". Claims of one article often stand in a row."""

from collections.abc import Iterable


def write_ranges(numbers: Iterable[int]) -> str:
    """The numbers in rising order, each once, in characters that need no escaping in an address."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ".".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


def read_ranges(written: str, most: int) -> list[int]:
    """The numbers again. Raises ValueError for more than `most` of them, and for what write_ranges() never
    writes."""
    numbers: list[int] = []
    for part in written.split("."):
        first, _, last = part.partition("-")
        start, end = int(first), int(last or first)
        if not 0 < start <= end or len(numbers) + end - start >= most:
            raise ValueError(f"These are no numbers, or more than {most}.")
        numbers.extend(range(start, end + 1))
    return numbers
