"""Which of the claims that a splitter finds in a new version are new: their words, or what stands on them."""

from collections.abc import Iterable, Sequence

from workbench.domain.comparing import Comparison
from workbench.domain.reanchor import Finder, Slices
from workbench.domain.wording import Range

MOSTLY = 0.5  # of a proposal's characters: with more of them on another claim's words it is that claim


class NewWords:
    """Tells new words of a version from those that the version before has, page furniture not counted:
    nobody has looked at that for claims. `placed`: slices of claims carried over, found or asked about."""

    def __init__(self, comparison: Comparison, furniture: Sequence[Range], placed: Iterable[Slices]) -> None:
        self._back = Finder(comparison.turned())
        self._furniture = furniture
        self._placed = [list(slices) for slices in placed]

    def are_new(self, slices: Slices) -> bool:
        """Whether a claim on these words of the new version is worth proposing."""
        if any(_count_shared(slices, other) > MOSTLY * _size(slices) for other in self._placed):
            return False
        before = self._back.find(slices)
        if not before.exact:
            return True
        return _count_shared(before.slices, self._furniture) > 0


def _count_shared(one: Slices, other: Slices) -> int:
    return sum(max(0, min(end, stop) - max(start, begin)) for start, end in one for begin, stop in other)


def _size(slices: Slices) -> int:
    return sum(end - start for start, end in slices)
