"""How far two people agree who judged the same claims without seeing each other's verdict."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbench.domain.ratings import Rollup, Scale

FAR_TOO_FEW = 10  # pairs: below, one more pair can turn the figure around
FEW = 30


class Closeness(StrEnum):
    """How close two verdicts are. NEAR: other labels that count as the same class; UNRATED: on a scale
    without ratings there is nothing to compare but words."""

    SAME = "same rating"
    NEAR = "same class"
    APART = "apart"
    UNRATED = "no rating"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A rating as it is compared. `place` counts along the truth axis, None off it; `rated` is False on a
    scale whose only label is no rating."""

    scale: str
    scale_version: int
    rating: str
    text: str
    rollup: str
    place: int | None
    rated: bool = True


Pair = tuple[Judgement, Judgement]


@dataclass(frozen=True, slots=True)
class Agreement:
    """What `pairs` come to: in how many both are the `same`, and Cohen's kappa (0: as chance would have it,
    1: always) with the ends of its 95% interval. `kappa` is None where it can't be told: nothing was
    compared, or everybody chose one and the same. `weighted` counts a step apart as less than two, over
    the `weighed` pairs that are on the truth axis."""

    pairs: int
    same: int
    kappa: float | None = None
    low: float | None = None
    high: float | None = None
    weighted: float | None = None
    weighed: int = 0


class Footing(StrEnum):
    """How much can be built on a figure from so many pairs."""

    NONE = "none"
    FAR_TOO_FEW = "far too few"
    FEW = "few"
    ENOUGH = "enough"


def read_judgement(scale: Scale, rating: str) -> Judgement:
    """A label of a scale as it is compared. Raises RuleBroken when the scale has none such."""
    label = scale.label(rating)
    axis = sorted((one for one in scale.labels if one.number is not None), key=lambda one: one.order)
    return Judgement(
        scale=scale.code,
        scale_version=scale.version,
        rating=label.key,
        text=label.text,
        rollup=str(label.rollup) or Rollup.OTHER.value,
        place=axis.index(label) if label in axis else None,
        rated=len(scale.labels) > 1,
    )


def compare(first: Judgement, second: Judgement) -> Closeness:
    """How close two verdicts are. Labels of different scales are never the same rating."""
    if not (first.rated and second.rated):
        return Closeness.UNRATED
    if _name(first) == _name(second):
        return Closeness.SAME
    # What is off the truth axis is no class: "unverifiable" and "satire" have nothing in common.
    near = first.rollup == second.rollup != Rollup.OTHER.value
    return Closeness.NEAR if near else Closeness.APART


def measure_by_class(pairs: Sequence[Pair]) -> Agreement:
    """Agreement by what labels of all scales are counted together as. A label off the truth axis is a class
    of its own, as in `compare`."""
    rated = _list_rated(pairs)
    return _measure([(_class(first), _class(second)) for first, second in rated])


def measure_by_label(pairs: Sequence[Pair]) -> Agreement:
    """Agreement by the exact label, of pairs on one version of one scale. Labels off the truth axis count for
    kappa and stay out of the weighted one: nobody can say how far they are from the others."""
    rated = _list_rated(pairs)
    found = _measure([(first.rating, second.rating) for first, second in rated])
    placed = [
        (first.place, second.place)
        for first, second in rated
        if first.place is not None and second.place is not None
    ]
    weighted = _weigh([first for first, _ in placed], [second for _, second in placed])
    return Agreement(
        found.pairs, found.same, found.kappa, found.low, found.high, weighted=weighted, weighed=len(placed)
    )


def count_cells(pairs: Sequence[Pair]) -> Mapping[tuple[str, str], int]:
    """How often each label of the first person met each of the second, by their keys."""
    cells: dict[tuple[str, str], int] = {}
    for first, second in _list_rated(pairs):
        cells[first.rating, second.rating] = cells.get((first.rating, second.rating), 0) + 1
    return cells


def judge_footing(pairs: int) -> Footing:
    """How much can be built on a figure from so many pairs."""
    if pairs == 0:
        return Footing.NONE
    if pairs < FAR_TOO_FEW:
        return Footing.FAR_TOO_FEW
    return Footing.FEW if pairs < FEW else Footing.ENOUGH


def _name(one: Judgement) -> tuple[str, int, str]:
    return one.scale, one.scale_version, one.rating


def _class(one: Judgement) -> str:
    return one.rollup if one.rollup != Rollup.OTHER.value else " ".join(str(part) for part in _name(one))


def _list_rated(pairs: Sequence[Pair]) -> list[Pair]:
    return [pair for pair in pairs if compare(*pair) is not Closeness.UNRATED]


def _measure(pairs: Sequence[tuple[str, str]]) -> Agreement:
    same = sum(first == second for first, second in pairs)
    if len({one for pair in pairs for one in pair}) < 2:
        return Agreement(len(pairs), same)
    from pycm import ConfusionMatrix  # noqa: PLC0415 - it takes a second to load, and one page needs it

    matrix = ConfusionMatrix([first for first, _ in pairs], [second for _, second in pairs])
    if same in {0, len(pairs)}:
        # The formula's standard error is 0 there, however few the pairs are: its interval would be a lie.
        return Agreement(len(pairs), same, _read(matrix.Kappa))
    low, high = matrix.Kappa_CI
    return Agreement(len(pairs), same, _read(matrix.Kappa), _read(low, lowest=-1.0), _read(high, highest=1.0))


def _weigh(firsts: Sequence[int], seconds: Sequence[int]) -> float | None:
    """Kappa with linear weights: how many labels lie between is how far apart two verdicts are."""
    places = sorted({*firsts, *seconds})
    if len(places) < 2:
        return None
    from pycm import ConfusionMatrix  # noqa: PLC0415 - as above

    matrix = ConfusionMatrix(list(firsts), list(seconds))
    return _read(
        matrix.weighted_kappa({one: {other: abs(one - other) for other in places} for one in places})
    )


def _read(value: float | str, lowest: float = -1.0, highest: float = 1.0) -> float | None:
    """pycm says "None" in words where a figure can't be told; an interval may reach past kappa's ends."""
    return None if isinstance(value, str) else min(max(float(value), lowest), highest)
