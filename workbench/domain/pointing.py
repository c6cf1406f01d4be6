"""Words that a reviewer points at: found in what they read, and marked there for who has to mend it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import re2

MOST_POINTS = 20


@dataclass(frozen=True, slots=True)
class Point:
    """`quote` stands word for word in the claim's `field`: its statement, or the verdict's reasoning."""

    field: str
    quote: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text; `number` says which point it is, from 1, and 0 that nobody points at it."""

    text: str
    number: int


def read_points(typed: str, texts: Mapping[str, str]) -> tuple[list[Point], list[str]]:
    """One passage a line, each found in the first of `texts` (by field) that has it, however its spaces and
    line breaks came along; and the lines that stand in none."""
    found, lost = [], []
    for line in dict.fromkeys(filter(None, (" ".join(one.split()) for one in typed.splitlines()))):
        pattern = _make_pattern(line)
        hits = ((name, pattern.search(text)) for name, text in texts.items())
        hit = next(((name, match[0]) for name, match in hits if match), None)
        if hit is None:
            lost.append(line)
        else:
            found.append(Point(*hit))
    return found, lost


def mark_points(text: str, field: str, points: Sequence[Point]) -> list[Piece]:
    """The text in pieces, with what is pointed at numbered as the points are. Words that are gone by now, or
    that a point before has taken, are not marked."""
    taken: list[tuple[int, int, int]] = []
    for number, point in enumerate(points, start=1):
        start = text.find(point.quote) if point.field == field and point.quote else -1
        end = start + len(point.quote)
        if start >= 0 and not any(start < other_end and first < end for first, other_end, _ in taken):
            taken.append((start, end, number))
    pieces, at = [], 0
    for start, end, number in sorted(taken):
        pieces += [Piece(text[at:start], 0), Piece(text[start:end], number)]
        at = end
    return [piece for piece in (*pieces, Piece(text[at:], 0)) if piece.text]


def _make_pattern(line: str) -> "re2._Regexp[str]":
    return re2.compile(r"\s+".join(re2.escape(word) for word in line.strip('“”"').split()))
