"""Reads of what claims stand on: how much of their evidence is independent."""

import uuid
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from workbench.domain.independence import Piece, Weight, find_origins, weigh
from workbench.models import Evidence, Source
from workbench.queries.source_names import GIVEN, standing_for


def weigh_claims(session: Session, claim_ids: Any, *, sight: bool) -> dict[uuid.UUID, Weight]:
    """What each of these claims stands on; one without evidence is missing. `claim_ids`: ids, or a query of
    them. Without sight, evidence of withheld sources does not count."""
    pieces, hidden = _load_pieces(session, claim_ids, sight=sight)
    origins = find_origins(pieces)
    standing: dict[uuid.UUID, list[Piece]] = {}
    for piece in pieces:
        if piece.id not in hidden:
            standing.setdefault(piece.claim, []).append(piece)
    return {claim: weigh(found, origins) for claim, found in standing.items()}


def count_by_claim(
    session: Session, claim_ids: Sequence[uuid.UUID], *, sight: bool
) -> dict[uuid.UUID, tuple[int, int]]:
    """How many pieces of evidence each of these claims has, context too, and of how many origins."""
    pieces, hidden = _load_pieces(session, claim_ids, sight=sight)
    origins = find_origins(pieces)
    found: dict[uuid.UUID, list[uuid.UUID]] = {}
    for piece in pieces:
        if piece.id not in hidden:
            found.setdefault(piece.claim, []).append(origins[piece.id])
    return {claim: (len(began), len(set(began))) for claim, began in found.items()}


def read_origins(session: Session, claim_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, uuid.UUID]:
    """By the id of each piece of evidence of these claims, the source with which it began. Everything counts
    here, seen or not: two pieces that repeat a hidden one are one origin still."""
    return find_origins(_load_pieces(session, claim_ids, sight=True)[0])


def _load_pieces(session: Session, claim_ids: Any, *, sight: bool) -> tuple[list[Piece], set[uuid.UUID]]:
    """Every piece of these claims, and the ids of those that do not stand or may not be seen."""
    query = (
        select(
            col(Evidence.id),
            col(Evidence.claim_id),
            col(Source.id),
            col(Evidence.stance),
            col(Evidence.credibility),
            col(Source.reliability),
            col(Evidence.origin_id),
            col(Evidence.withdrawn_at),
            col(Source.withheld),
        )
        .join(GIVEN, col(GIVEN.id) == col(Evidence.source_id))
        .join(Source, col(Source.id) == standing_for(GIVEN))
        .where(col(Evidence.claim_id).in_(claim_ids))
    )
    pieces, hidden = [], set()
    for *columns, withdrawn_at, withheld in session.execute(query):
        piece = Piece(*columns)
        pieces.append(piece)
        if withdrawn_at is not None or (withheld and not sight):
            hidden.add(piece.id)
    return pieces, hidden
