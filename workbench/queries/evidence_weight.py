"""Reads of what claims stand on: how much of their evidence is independent, and what of it is the checked
article again."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Row, select
from sqlmodel import Session, col

from workbench.domain.circularity import Circle
from workbench.domain.echoes import find_tied, spread_circles
from workbench.domain.evidence import Stance
from workbench.domain.independence import Piece, Weight, count_origins, find_origins, weigh
from workbench.domain.web_addresses import fold_page
from workbench.models import Evidence, Snapshot, Source
from workbench.queries.circularity import Asked, FileReader, find_circles
from workbench.queries.source_names import GIVEN, standing_for
from workbench.queries.visited_pages import NOT_VISITED, Visited, mark_file, read_visited


@dataclass(frozen=True, slots=True)
class Weighed:
    """The pieces of some claims by their ids, withdrawn and withheld ones too: with which piece each began,
    and which of those that support a claim are the checked article again. `hidden` are those that do not
    stand, or may not be seen."""

    pieces: Mapping[uuid.UUID, Piece]
    origins: Mapping[uuid.UUID, uuid.UUID]
    circles: Mapping[uuid.UUID, Circle]
    hidden: frozenset[uuid.UUID]

    def group(self) -> dict[uuid.UUID, list[Piece]]:
        """By claim, what stands and may be seen."""
        claims: dict[uuid.UUID, list[Piece]] = {}
        for piece in self.pieces.values():
            if piece.id not in self.hidden:
                claims.setdefault(piece.claim, []).append(piece)
        return claims


def weigh_claims(
    session: Session, claim_ids: Any, *, sight: bool, read: FileReader | None
) -> dict[uuid.UUID, Weight]:
    """What each of these claims stands on; one without evidence is missing. `claim_ids`: ids, or a query of
    them. Without sight, evidence of withheld sources does not count; without `read` the words of captured
    pages are not looked at."""
    found = weigh_pieces(session, claim_ids, sight=sight, read=read)
    return {claim: weigh(pieces, found.origins) for claim, pieces in found.group().items()}


def count_by_claim(
    session: Session, claim_ids: Sequence[uuid.UUID], *, sight: bool, read: FileReader | None
) -> dict[uuid.UUID, tuple[int, int]]:
    """How many pieces of evidence each of these claims has, context too, and of how many origins."""
    found = weigh_pieces(session, claim_ids, sight=sight, read=read)
    return {
        claim: (len(pieces), count_origins(pieces, found.origins)) for claim, pieces in found.group().items()
    }


def weigh_pieces(session: Session, claim_ids: Any, *, sight: bool, read: FileReader | None) -> Weighed:
    """Everything counts when it is asked what began with what, seen or not: two pieces that repeat a hidden
    one are one origin still. What was withdrawn ties nothing together but by its own chain."""
    rows = session.execute(_PIECES.where(col(Evidence.claim_id).in_(claim_ids))).all()
    return weigh_rows(session, rows, sight=sight, read=read)


_PIECES: Any = (
    select(
        Evidence,
        col(Source.id).label("source_id"),
        col(Source.reliability),
        col(Source.withheld),
        col(Snapshot.sha256),
    )
    .join(GIVEN, col(GIVEN.id) == col(Evidence.source_id))
    .join(Source, col(Source.id) == standing_for(GIVEN))
    .outerjoin(Snapshot, col(Snapshot.id) == col(Evidence.snapshot_id))
    .order_by(col(Evidence.added_at), col(Evidence.id))
)


def weigh_rows(
    session: Session, rows: Sequence[Row[Any]], *, sight: bool, read: FileReader | None
) -> Weighed:
    """The same from rows that hold every piece of some claims: `Evidence`, and of the source that it stands
    for `source_id`, `reliability` and `withheld`, of its file `sha256`."""
    visited = read_visited(session, {row.Evidence.id: row.Evidence.url for row in rows})
    pieces = {row.Evidence.id: _make_piece(row, visited.get(row.Evidence.id, NOT_VISITED)) for row in rows}
    tied = find_tied(pieces.values())
    asked = [_ask(row) for row in rows if row.Evidence.stance is Stance.SUPPORTS or row.Evidence.id in tied]
    drawn = spread_circles(pieces, find_circles(session, asked, read, visited))
    circles = {}
    for row in rows:
        key, stands = row.Evidence.id, row.Evidence.withdrawn_at is None
        if key in drawn and stands and row.Evidence.stance is Stance.SUPPORTS:
            circles[key] = drawn[key]
            pieces[key] = replace(pieces[key], circular=True)
    hidden = {
        row.Evidence.id
        for row in rows
        if row.Evidence.withdrawn_at is not None or (row.withheld and not sight)
    }
    return Weighed(pieces, find_origins(pieces.values()), circles, frozenset(hidden))


def _ask(row: Row[Any]) -> Asked:
    evidence = row.Evidence
    return Asked(
        evidence.id,
        evidence.claim_id,
        row.source_id,
        evidence.url,
        evidence.excerpt,
        evidence.published_on,
        row.sha256 or "",
    )


def _make_piece(row: Row[Any], visited: Visited) -> Piece:
    """What was withdrawn is known by nothing: it ties nothing together but by its own chain."""
    evidence = row.Evidence
    marks = {fold_page(evidence.url), mark_file(row.sha256) if row.sha256 else "", *visited.marks} - {""}
    return Piece(
        evidence.id,
        evidence.claim_id,
        row.source_id,
        evidence.stance,
        evidence.credibility,
        row.reliability,
        evidence.origin_id,
        frozenset(marks) if evidence.withdrawn_at is None else frozenset(),
    )
