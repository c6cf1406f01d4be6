"""What came of work on many items: counted, and told item by item in words."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

MOST_TOLD = 1_000  # items kept by name; all of them are counted


class Outcome(StrEnum):
    ADDED = "added"
    UPDATED = "updated"
    SKIPPED = "skipped"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that was worked on. `name` is what the person calls it (a file, an address), `reference`
    what it became here ("A-12"), `why` the reason in words where it was skipped or refused."""

    name: str
    outcome: Outcome
    why: str = ""
    reference: str = ""


@dataclass(slots=True)
class Counted:
    """Outcomes so far, in order. Plain data both ways, as it is kept with a job. `places` has a bit for each
    place in what arrived that was told, where they are not told in their order."""

    items: list[Item] = field(default_factory=list)
    counts: Counter[Outcome] = field(default_factory=Counter)
    places: int = 0

    def add(self, item: Item) -> None:
        """Count an item, and keep it by name while there are fewer than MOST_TOLD."""
        self.counts[item.outcome] += 1
        if len(self.items) < MOST_TOLD:
            self.items.append(item)

    def add_at(self, place: int, item: Item) -> None:
        """Count what came of the thing at this place, from 0."""
        self.add(item)
        self.places |= 1 << place

    def has(self, place: int) -> bool:
        """Whether it was told what came of the thing at this place."""
        return bool(self.places >> place & 1)

    @property
    def untold(self) -> int:
        """How many items are counted and no longer named."""
        return self.counts.total() - len(self.items)

    def to_plain(self) -> dict[str, Any]:
        """As it stands in a job's row."""
        items = [[item.name, item.outcome.value, item.why, item.reference] for item in self.items]
        places = {"places": f"{self.places:x}"} if self.places else {}
        counts = {key.value: self.counts[key] for key in Outcome if self.counts[key]}
        return {"counts": counts, "items": items, **places}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "Counted":
        """What to_plain() wrote; nothing from an empty row."""
        items = [Item(name, Outcome(outcome), why, ref) for name, outcome, why, ref in plain.get("items", [])]
        counts = Counter({Outcome(key): int(n) for key, n in plain.get("counts", {}).items()})
        return cls(items, counts, int(plain.get("places", "0"), 16))
