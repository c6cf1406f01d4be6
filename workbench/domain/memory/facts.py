"""What a statement pins down: numbers with their units, dates, places, whether it denies; and the words
between them. Read by splitting/findings/plain.py, compared by differences.py."""

from dataclasses import dataclass

# Units of one sort, and what one of each is in the first of them.
_SORTS: tuple[dict[str, float], ...] = (
    {"km": 1, "m": 0.001, "cm": 0.00001, "mm": 0.000001, "mile": 1.609344, "foot": 0.0003048},
    {"kg": 1, "tonne": 1000, "ton": 907.18474},
    {"hectare": 1, "km²": 100, "m²": 0.0001, "acre": 0.40468564, "square mile": 258.9988},
    {"m³": 1, "litre": 0.001, "barrel": 0.158987},
    {"km/h": 1, "mph": 1.609344},
    {"GW": 1, "MW": 0.001},
    {"minute": 1, "second": 1 / 60, "hour": 60, "day": 1440, "week": 10080},
    {"month": 1, "year": 12, "decade": 120},
)
_FACTORS = {unit: (sort, factor) for sort, units in enumerate(_SORTS) for unit, factor in units.items()}
# Two ways to round one number ("18.6 miles" is "30 km") still say the same.
_ROUNDING, _LOOSE_ROUNDING = 0.01, 0.1


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written and what it is worth. `unit` is a measure or money, "" for a count, whose
    `counted` holds the stems that follow it; `loose` for "around" and its like."""

    words: str
    value: float
    unit: str = ""
    counted: frozenset[str] = frozenset()
    loose: bool = False

    @property
    def sort(self) -> object:
        """What it can be set against: a sort of measure, a currency, or "" for counts."""
        return _FACTORS[self.unit][0] if self.unit in _FACTORS else self.unit

    def is_worth(self, other: "Quantity") -> bool:
        """Whether both say the same, in whatever unit of their sort."""
        if self.sort != other.sort:
            return False
        mine, theirs = self._measure(), other._measure()
        most = max(abs(mine), abs(theirs))
        if self.unit == other.unit and not (self.loose or other.loose):
            return mine == theirs
        rounding = _LOOSE_ROUNDING if self.loose or other.loose else _ROUNDING
        return abs(mine - theirs) <= rounding * most

    def measures_like(self, other: "Quantity") -> bool:
        """Whether both measure or count one thing, as far as their words tell."""
        if self.sort != other.sort:
            return False
        return bool(self.unit or not self.counted or not other.counted or self.counted & other.counted)

    def _measure(self) -> float:
        return self.value * (_FACTORS[self.unit][1] if self.unit in _FACTORS else 1)


@dataclass(frozen=True, slots=True)
class Day:
    """A date as written, and as ISO 8601 ("2024-08-19", "2024-08", "2024") where it is known."""

    words: str
    resolved: str | None = None

    @property
    def value(self) -> str:
        return self.resolved or " ".join(self.words.casefold().split())

    def fits(self, other: "Day") -> bool:
        """Whether one can be the other, put less exactly: "August" and "19 August", "Monday" and a day."""
        if (self.resolved is None) is not (other.resolved is None):
            return True
        return self.value.startswith(other.value) or other.value.startswith(self.value)


@dataclass(frozen=True, slots=True)
class Facts:
    """A statement taken apart. `frame`: the stems of its other words; `names`: those in capitals."""

    frame: frozenset[str]
    names: frozenset[str] = frozenset()
    quantities: tuple[Quantity, ...] = ()
    days: tuple[Day, ...] = ()
    places: tuple[str, ...] = ()
    negated: bool = False
