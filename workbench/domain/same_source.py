"""Which sources may be one under two names. A person decides; nothing is merged by itself."""

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from workbench.domain.names import fold_name
from workbench.domain.web_addresses import fold_page

NEAR = 90  # of 100: a letter or two, or the order of the words
SHORTEST = 3  # letters of an abbreviation


@dataclass(frozen=True, slots=True)
class Known:
    """What of a source tells it from others."""

    number: int
    name: str
    aliases: tuple[str, ...] = ()
    url: str = ""
    wikidata_id: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Likeness:
    """Another source that may be the same, and why, the surest reason first."""

    other: Known
    reason: str


def find_likely(one: Known, others: Iterable[Known], most: int = 5) -> list[Likeness]:
    """The others that may be this source, the likeliest first."""
    found = []
    for other in others:
        if other.number != one.number:
            rank = next((rank for rank, (_, holds) in enumerate(_REASONS) if holds(one, other)), None)
            if rank is not None:
                found.append((rank, other.number, Likeness(other, _REASONS[rank][0])))
    return [likeness for _, _, likeness in sorted(found, key=lambda entry: entry[:2])[:most]]


def _same_item(one: Known, other: Known) -> bool:
    return bool(one.wikidata_id) and one.wikidata_id == other.wikidata_id


def _same_name(one: Known, other: Known) -> bool:
    return not _keys(one).isdisjoint(_keys(other))


def _same_address(one: Known, other: Known) -> bool:
    return fold_page(one.url) == fold_page(other.url) != ""


def _abbreviated(one: Known, other: Known) -> bool:
    return any(_shortens(a, b) or _shortens(b, a) for a in one.names for b in other.names)


def _near_name(one: Known, other: Known) -> bool:
    return any(fuzz.token_sort_ratio(a, b) >= NEAR for a in _keys(one) for b in _keys(other))


def _keys(one: Known) -> set[str]:
    return {fold_name(name) for name in one.names}


def _shortens(short: str, long: str) -> bool:
    """Whether the short name is the capitals of the long one: "WHO", "World Health Organization"."""
    letters = "".join(char for char in short if char.isalnum())
    capitals = "".join(word[0] for word in long.split() if word[0].isupper())
    return len(letters) >= SHORTEST and letters.isupper() and letters == capitals


_REASONS = (
    ("the same Wikidata id", _same_item),
    ("the same name", _same_name),
    ("the same address", _same_address),
    ("one name abbreviates the other", _abbreviated),
    ("nearly the same name", _near_name),
)
