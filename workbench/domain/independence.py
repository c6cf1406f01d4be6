"""When evidence counts as one: what only repeats another piece, or comes from one source, is one origin.

And what "1 – Confirmed by other sources" asks for: a second origin that says the same.
"""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench.domain.evidence import UNJUDGED, Stance

CONFIRMED = 1


@dataclass(frozen=True, slots=True)
class Piece:
    """What counts of a piece of evidence. `repeats` is the piece of the same claim that it only repeats."""

    id: uuid.UUID
    claim: uuid.UUID
    source: uuid.UUID
    stance: Stance
    credibility: int = 6
    reliability: str = UNJUDGED
    repeats: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class Weight:
    """What a claim stands on, for or against: pieces of evidence, independent origins, the best reliability
    among them (A to F), and whether one is called confirmed that nothing else confirms."""

    links: int = 0
    origins: int = 0
    reliability: str = UNJUDGED
    unconfirmed: bool = False


NOTHING = Weight()


def find_origins(pieces: Iterable[Piece]) -> dict[uuid.UUID, uuid.UUID]:
    """By its id, the source with which each piece began: that of the piece at the end of its chain. Pieces
    of one claim that share it count as one."""
    known = {piece.id: piece for piece in pieces}
    return {piece.id: _find_first(piece, known).source for piece in known.values()}


def makes_circle(piece: uuid.UUID, repeats: uuid.UUID, chains: Mapping[uuid.UUID, uuid.UUID | None]) -> bool:
    """Whether letting `piece` repeat that other one would lead back to itself. `chains`: which piece each
    one repeats now."""
    step: uuid.UUID | None = repeats
    seen: set[uuid.UUID] = set()
    while step is not None and step not in seen:
        if step == piece:
            return True
        seen.add(step)
        step = chains.get(step)
    return False


def weigh(pieces: Sequence[Piece], origins: Mapping[uuid.UUID, uuid.UUID]) -> Weight:
    """The weight of one claim's standing pieces. Context speaks neither for nor against."""
    counted = [piece for piece in pieces if piece.stance is not Stance.CONTEXT]
    return Weight(
        links=len(counted),
        origins=len({origins[piece.id] for piece in counted}),
        reliability=min((piece.reliability for piece in counted), default=UNJUDGED),
        unconfirmed=any(piece.id in find_unconfirmed(counted, origins) for piece in counted),
    )


def find_unconfirmed(pieces: Sequence[Piece], origins: Mapping[uuid.UUID, uuid.UUID]) -> frozenset[uuid.UUID]:
    """The pieces graded as confirmed though none of another origin says the same of the claim."""
    saying: dict[Stance, set[uuid.UUID]] = {stance: set() for stance in Stance}
    for piece in pieces:
        saying[piece.stance].add(origins[piece.id])
    return frozenset(
        piece.id for piece in pieces if piece.credibility == CONFIRMED and len(saying[piece.stance]) < 2
    )


def _find_first(piece: Piece, known: Mapping[uuid.UUID, Piece]) -> Piece:
    seen = {piece.id}
    while piece.repeats is not None and piece.repeats in known and piece.repeats not in seen:
        piece = known[piece.repeats]
        seen.add(piece.id)
    return piece
