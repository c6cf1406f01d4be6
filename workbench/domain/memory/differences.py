"""Whether two statements say the same, or the same with another fact, or only speak of the same matter."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from workbench.domain.memory.facts import Day, Facts, Quantity
from workbench.domain.memory.words import find_stem, split_words

Fact = TypeVar("Fact")

# How much of their words two statements share (Dice) to speak of one event, and to be the same outright.
_ALIKE, _EQUAL = 0.6, 0.8
_OPPOSITES = """rise fall; rises falls; rose fell; risen fallen; increase decrease; grow shrink; grew shrank;
gain lose; gained lost; win lose; won lost; advance retreat; open close; opened closed; arrive leave; arrived
left; import export; support oppose; accept reject; accepted rejected; allow ban; allowed banned; start end;
started ended; more fewer; more less; most fewest; higher lower; highest lowest; largest smallest; above
below;
before after; inside outside; north south; northern southern; east west; eastern western; alive dead; legal
illegal; true false; first last; entered left; captured liberated; confirm deny; confirmed denied; survived
died"""


class Nearness(StrEnum):
    """What an earlier claim is to the one being written."""

    SAME = "same"
    CONFLICTING = "conflicting"
    RELATED = "related"


class Differs(StrEnum):
    """In what two statements differ."""

    NUMBER = "number"
    UNIT = "unit"
    DATE = "date"
    PLACE = "place"
    NEGATION = "negation"
    OPPOSITE = "opposite"


@dataclass(frozen=True, slots=True)
class Difference:
    """One fact as each side has it: ("30 km", "20 km"). For a negation the side that denies has "not"."""

    differs: Differs
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two statements stand to each other; `differences` only where they conflict."""

    nearness: Nearness
    differences: tuple[Difference, ...] = ()


RELATED = Comparison(Nearness.RELATED)


def compare(here: Facts, there: Facts) -> Comparison:
    """Set two statements side by side."""
    opposites = _find_opposites(here.frame, there.frame)
    mine = here.frame - {one for one, _ in opposites}
    theirs = there.frame - {other for _, other in opposites}
    shared = 2 * (len(mine & theirs) + len(opposites))
    alike = shared / (len(mine) + len(theirs) + 2 * len(opposites) or 1)
    if alike < _ALIKE or (here.names - there.frame and there.names - here.frame):
        return RELATED
    found = (
        *(Difference(Differs.OPPOSITE, one, other) for one, other in _in_words(opposites)),
        *_compare_quantities(here.quantities, there.quantities),
        *_compare_days(here.days, there.days),
        *_compare_places(here.places, there.places),
    )
    denied = _compare_negation(here, there)
    if found and denied:
        return RELATED  # "25 km" and "not 30 km" go together
    if found or denied:
        return Comparison(Nearness.CONFLICTING, (*found, *denied))
    counted = bool(here.quantities) == bool(there.quantities)
    within = mine <= theirs or theirs <= mine
    return Comparison(Nearness.SAME) if counted and (within or alike >= _EQUAL) else RELATED


def _compare_quantities(here: Sequence[Quantity], there: Sequence[Quantity]) -> list[Difference]:
    mine, theirs = _leave_matched(here, there, Quantity.is_worth)
    found = []
    for one in mine:
        other = next((other for other in theirs if one.measures_like(other)), None)
        differs = Differs.NUMBER
        if other is None:
            other = next((other for other in theirs if _other_unit(one, other)), None)
            differs = Differs.UNIT
        if other is not None:
            theirs.remove(other)
            unit = differs if one.unit == other.unit or one.value != other.value else Differs.UNIT
            found.append(Difference(unit, one.words, other.words))
    return found


def _other_unit(one: Quantity, other: Quantity) -> bool:
    """The same figure of another thing: "30 km" and "30 hours", "5 dollars" and "5 euros"."""
    return bool(one.value == other.value and one.unit and other.unit)


def _compare_days(here: Sequence[Day], there: Sequence[Day]) -> list[Difference]:
    mine, theirs = _leave_matched(here, there, Day.fits)
    return [
        Difference(Differs.DATE, one.words, other.words) for one, other in zip(mine, theirs, strict=False)
    ]


def _compare_places(here: Sequence[str], there: Sequence[str]) -> list[Difference]:
    mine, theirs = _leave_matched(here, there, _is_within)
    return [Difference(Differs.PLACE, one, other) for one, other in zip(mine, theirs, strict=False)]


def _compare_negation(here: Facts, there: Facts) -> list[Difference]:
    if here.negated is there.negated:
        return []
    return [Difference(Differs.NEGATION, "not" if here.negated else "", "not" if there.negated else "")]


def _is_within(one: str, other: str) -> bool:
    """Whether one name is the other, put longer: "Kursk" and "Kursk region"."""
    mine, theirs = set(split_words(one)), set(split_words(other))
    return mine <= theirs or theirs <= mine


def _leave_matched(
    here: Sequence[Fact], there: Sequence[Fact], matches: Callable[[Fact, Fact], bool]
) -> tuple[list[Fact], list[Fact]]:
    """The facts of each side that the other has not."""
    mine = [one for one in here if not any(matches(one, other) for other in there)]
    theirs = [other for other in there if not any(matches(one, other) for one in here)]
    return mine, theirs


def _read_opposites() -> dict[tuple[str, str], tuple[str, str]]:
    pairs = [(one, other) for one, other in (pair.split() for pair in _OPPOSITES.split(";"))]
    both = [*pairs, *((other, one) for one, other in pairs)]
    return {(find_stem(one), find_stem(other)): (one, other) for one, other in both}


_PAIRS = _read_opposites()
OPPOSITE_WORDS = frozenset(word for pair in _PAIRS.values() for word in pair)


def _find_opposites(here: frozenset[str], there: frozenset[str]) -> set[tuple[str, str]]:
    """Stems of one side whose opposite stands on the other, where neither side has both."""
    return {(one, other) for one, other in _PAIRS if one in here - there and other in there - here}


def _in_words(opposites: set[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted(_PAIRS[pair] for pair in opposites)
