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
        groups.setdefault((code, key, text, colour, label.definition if label else ""), []).append(rating)
    labels = Counter(group[0][3].casefold() for group in groups.values())
    return [
        Part(
            name=group[0][3] if labels[group[0][3].casefold()] == 1 else _tell_apart(group, scales),
            colour=group[0][4],
            ratings=tuple(group),
        )
        for group in groups.values()
    ]


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
