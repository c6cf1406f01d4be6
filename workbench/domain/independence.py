"""When evidence counts as one: what only repeats another piece, comes from one source, or is one page or one
file under several names, is one origin.

And what "1 – Confirmed by other sources" asks for: a second origin that says the same.
"""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench.domain.evidence import UNJUDGED, Stance
from workbench.domain.groups import Groups

CONFIRMED = 1


@dataclass(frozen=True, slots=True)
class Piece:
    """What counts of a piece of evidence. `repeats` is the piece of the same claim that it only repeats;
    `marks` are what its page and files are known by (folded addresses, hashes); `circular` says that it is
    the checked article again: it stands there, and adds no origin."""

    id: uuid.UUID
    claim: uuid.UUID
    source: uuid.UUID
    stance: Stance
    credibility: int = 6
    reliability: str = UNJUDGED
    repeats: uuid.UUID | None = None
    marks: frozenset[str] = frozenset()
    circular: bool = False


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
    """By its id, the piece with which each began: the first one, in their order, of those that count as one.
    Pieces of one claim are one where they repeat one another, where the chains that they end began with one
    source, and where they share a mark."""
    known = {piece.id: piece for piece in pieces}
    groups = Groups(known)
    bearers: dict[tuple[uuid.UUID, uuid.UUID | str], uuid.UUID] = {}
    for piece in known.values():
        first = _find_first(piece, known)
        groups.join(piece.id, first.id)
        marks: list[uuid.UUID | str] = [first.source, *piece.marks]
        for mark in marks:
            groups.join(piece.id, bearers.setdefault((piece.claim, mark), piece.id))
    return {key: groups.find(key) for key in known}


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
    """The weight of one claim's standing pieces. Context speaks neither for nor against; what is circular is
    a link and no origin."""
    counted = [piece for piece in pieces if piece.stance is not Stance.CONTEXT]
    sound = [piece for piece in counted if not piece.circular]
    return Weight(
        links=len(counted),
        origins=count_origins(sound, origins),
        reliability=min((piece.reliability for piece in sound), default=UNJUDGED),
        unconfirmed=bool(find_unconfirmed(counted, origins)),
    )


def count_origins(pieces: Iterable[Piece], origins: Mapping[uuid.UUID, uuid.UUID]) -> int:
    """How many independent origins these pieces of one claim have, circular ones left out."""
    return len({origins[piece.id] for piece in pieces if not piece.circular})


def find_unconfirmed(pieces: Sequence[Piece], origins: Mapping[uuid.UUID, uuid.UUID]) -> frozenset[uuid.UUID]:
    """The pieces graded as confirmed though none of another origin says the same of the claim."""
    saying: dict[Stance, set[uuid.UUID]] = {stance: set() for stance in Stance}
    for piece in pieces:
        if not piece.circular:
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
