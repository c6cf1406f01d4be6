"""Words for what a reader could not put into the text: "2 pictures", "pages 3, 5-7"."""

from collections.abc import Sequence


def count_things(count: int, one: str, many: str = "") -> str:
    """ "1 picture", "2 pictures"; nothing for none."""
    return f"{count:,} {one if count == 1 else many or one + 's'}" if count else ""


def list_numbers(numbers: Sequence[int], what: str) -> str:
    """Ascending numbers with runs drawn together: "page 3", "pages 3, 5-7"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    words = ", ".join("-".join(map(str, run)) for run in runs)
    return f"{what} {words}" if len(numbers) == 1 else f"{what}s {words}"
