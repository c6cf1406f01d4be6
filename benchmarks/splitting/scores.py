"""The formulas: each small, on plain values, and the same for us and for the peers."""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass


@dataclass
class Counts:
    """How many were given, how many are gold and how many of them met, summed over a set."""

    given: int = 0
    gold: int = 0
    met: int = 0

    def add(self, given: int, gold: int, met: int) -> None:
        self.given, self.gold, self.met = self.given + given, self.gold + gold, self.met + met

    @property
    def precision(self) -> float:
        return self.met / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        return self.met / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return harmonic(self.precision, self.recall)


def harmonic(one: float, other: float) -> float:
    """2ab / (a + b)."""
    return 2 * one * other / (one + other) if one + other else 0.0


def jaccard(one: AbstractSet[Hashable], other: AbstractSet[Hashable]) -> float:
    """Size of what is shared / size of both together; nothing and nothing are not alike."""
    union = len(one | other)
    return len(one & other) / union if union else 0.0


def match_pairs(
    given: int, gold: int, likeness: Callable[[int, int], float], least: float = 1
) -> list[tuple[int, int]]:
    """Give a largest one-to-one matching of pairs at least so alike, by index (augmenting paths)."""
    links = [_rank([likeness(left, right) for right in range(gold)], least) for left in range(given)]
    owner: dict[int, int] = {}

    def place(left: int, seen: set[int]) -> bool:
        for right in links[left]:
            if right in seen:
                continue
            seen.add(right)
            if right not in owner or place(owner[right], seen):
                owner[right] = left
                return True
        return False

    for left in range(given):
        place(left, set())
    return sorted((left, right) for right, left in owner.items())


def _rank(likenesses: Sequence[float], least: float) -> list[int]:
    near = [index for index, value in enumerate(likenesses) if value >= least]
    return sorted(near, key=lambda index: -likenesses[index])


def token_f1(one: Sequence[str], other: Sequence[str]) -> float:
    """F1 of the words two texts share, each counted as often as it stands in both."""
    shared = sum((Counter(one) & Counter(other)).values())
    return 2 * shared / (len(one) + len(other)) if shared else 0.0


def best_match_f1(given: Sequence[Sequence[str]], gold: Sequence[Sequence[str]]) -> float:
    """Harmonic mean of the given texts' mean best token-F1 with gold, and of gold's with them."""
    if not given or not gold:
        return 0.0
    precision = sum(max(token_f1(one, other) for other in gold) for one in given) / len(given)
    recall = sum(max(token_f1(one, other) for one in given) for other in gold) / len(gold)
    return harmonic(precision, recall)


def average_precision(scores: Sequence[float], wanted: Sequence[bool]) -> float:
    """Mean, over the wanted ones, of the precision at their rank; equal scores keep the order given."""
    ranked = sorted(range(len(scores)), key=lambda index: -scores[index])
    hits, total = 0, 0.0
    for rank, index in enumerate(ranked, 1):
        if wanted[index]:
            hits += 1
            total += hits / rank
    return total / hits if hits else 0.0


def label_f1(given: Sequence[str], gold: Sequence[str]) -> dict[str, tuple[float, int]]:
    """F1 and gold count of each label that stands in either of two equally long lists."""
    found = {}
    for label in sorted({*given, *gold}):
        met = sum(one == other == label for one, other in zip(given, gold, strict=True))
        counts = Counts(list(given).count(label), list(gold).count(label), met)
        found[label] = (counts.f1, counts.gold)
    return found


def weighted_f1(given: Sequence[str], gold: Sequence[str]) -> float:
    """Mean F1 of the labels, each weighted by how often it is gold."""
    found = label_f1(given, gold).values()
    support = sum(count for _, count in found)
    return sum(f1 * count for f1, count in found) / support if support else 0.0


def macro_f1(given: Sequence[str], gold: Sequence[str]) -> float:
    """Mean F1 of the labels that are gold at all, each weighted alike."""
    found = [f1 for f1, count in label_f1(given, gold).values() if count]
    return mean(found)


def mean(values: Collection[float]) -> float:
    return sum(values) / len(values) if values else 0.0
