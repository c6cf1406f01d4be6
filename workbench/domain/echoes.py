"""What a circle draws along: evidence that only repeats the checked article again, or is one page or one file
with it, is the checked article again as well.

One source does not tie them: a paper that once copied the article may have found out something of its own.
"""

import uuid
from collections.abc import Iterable, Iterator, Mapping

from workbench.domain.circularity import Circle
from workbench.domain.independence import Piece


def find_tied(pieces: Iterable[Piece]) -> frozenset[uuid.UUID]:
    """What others repeat, or are one page or file with: a circle there concerns them, too."""
    tied: set[uuid.UUID] = set()
    bearers: dict[tuple[uuid.UUID, str], uuid.UUID] = {}
    for piece in pieces:
        if piece.repeats is not None:
            tied.add(piece.repeats)
        for mark in piece.marks:
            first = bearers.setdefault((piece.claim, mark), piece.id)
            if first != piece.id:
                tied |= {first, piece.id}
    return frozenset(tied)


def spread_circles(
    pieces: Mapping[uuid.UUID, Piece], begun: Mapping[uuid.UUID, Circle]
) -> dict[uuid.UUID, Circle]:
    """`begun`, and whatever of these pieces meets one of them: by the chain that it repeats, over any number
    of steps, or by a page or file that is the article as a whole. Where a page only quotes the article,
    other words of it may still stand."""
    found = dict(begun)
    waiting = list(begun)
    repeating, bearing = _index(pieces.values())
    while waiting:
        piece = pieces[waiting.pop()]
        for key, circle in _list_met(piece, found[piece.id], repeating, bearing):
            known = found.get(key)
            if known is None or (circle.whole and not known.whole):
                found[key] = circle
                waiting.append(key)
    return found


_Repeating = dict[uuid.UUID, list[uuid.UUID]]
_Bearing = dict[tuple[uuid.UUID, str], list[uuid.UUID]]


def _index(pieces: Iterable[Piece]) -> tuple[_Repeating, _Bearing]:
    repeating: _Repeating = {}
    bearing: _Bearing = {}
    for piece in pieces:
        if piece.repeats is not None:
            repeating.setdefault(piece.repeats, []).append(piece.id)
        for mark in piece.marks:
            bearing.setdefault((piece.claim, mark), []).append(piece.id)
    return repeating, bearing


def _list_met(
    piece: Piece, circle: Circle, repeating: _Repeating, bearing: _Bearing
) -> Iterator[tuple[uuid.UUID, Circle]]:
    for key in repeating.get(piece.id, ()):
        yield key, Circle(_ONLY_REPEATS, "origin", whole=circle.whole)
    if circle.whole:
        for mark in piece.marks:
            for key in bearing[piece.claim, mark]:
                yield key, Circle(_SAME_AS, "url")


_ONLY_REPEATS = (
    "What this repeats is the checked article, or says no more than it does: it cannot support the claim. It "
    "can stand as context."
)
_SAME_AS = (
    "This is one page or one file with evidence that is the checked article again: it cannot support the "
    "claim. It can stand as context."
)
