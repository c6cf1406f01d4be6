"""Ratings side by side in one picture or table, whatever scales and versions they were given on."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

# What a verdict keeps of its rating: scale, its version, key, label, colour token.
Rating: TypeAlias = tuple[str, int, str, str, str]


class _Label(Protocol):
    @property
    def key(self) -> str: ...
    @property
    def definition(self) -> str: ...
    @property
    def order(self) -> int: ...


class _Scale(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def labels(self) -> Sequence[_Label]: ...


Scales: TypeAlias = Mapping[tuple[str, int], _Scale]


@dataclass(frozen=True, slots=True)
class Part:
    """The ratings that a reader takes for one: versions of a scale that say the same of a label are not told
    apart. `name` is the label, with its scale and versions where another part has the same label."""

    name: str
    colour: str
    ratings: tuple[Rating, ...]


def list_parts(ratings: Iterable[Rating], scales: Scales) -> list[Part]:
    """What these ratings are, scale by scale and each in its own order. A rating whose scale is not among
    `scales` stands by itself."""
    groups: dict[tuple[str, ...], list[Rating]] = {}
    for rating in sorted(set(ratings), key=lambda one: _place(one, scales)):
        code, _, key, text, colour = rating
        label = _find_label(rating, scales)
        groups.setdefault((text, code, key, colour, label.definition if label else ""), []).append(rating)
    shared = find_shared(groups)
    return [
        Part(
            name=_tell_apart(group, scales) if reading[0].casefold() in shared else reading[0],
            colour=group[0][4],
            ratings=tuple(group),
        )
        for reading, group in groups.items()
    ]


def find_shared(readings: Iterable[tuple[str, ...]]) -> frozenset[str]:
    """The labels, without regard to capitals, that several of these readings have: what a label says, which
    stands first, with all that tells one such label from another."""
    labels = Counter(reading[0].casefold() for reading in set(readings))
    return frozenset(label for label, count in labels.items() if count > 1)


def _tell_apart(group: Sequence[Rating], scales: Scales) -> str:
    code, first, _, text, _ = group[0]
    scale = scales.get((code, first))
    versions = ", ".join(str(version) for _, version, *_ in group)
    noun = "version" if len(group) == 1 else "versions"
    return f"{text} ({scale.name if scale else code}, {noun} {versions})"


def _find_label(rating: Rating, scales: Scales) -> _Label | None:
    scale = scales.get(rating[:2])
    return next((label for label in scale.labels if label.key == rating[2]), None) if scale else None


def _place(rating: Rating, scales: Scales) -> tuple[str, int, int, str]:
    label = _find_label(rating, scales)
    return rating[0], rating[1], label.order if label else 0, rating[2]
