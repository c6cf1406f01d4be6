"""Reads of a claim's evidence, verdicts and reviews."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from sqlalchemy import Row, bindparam, select
from sqlmodel import Session, col

from workbench.domain.captures import FileRole
from workbench.domain.circularity import Circle
from workbench.domain.distances import Distance, measure_distance
from workbench.domain.errors import NotFound
from workbench.domain.evidence import format_grade
from workbench.domain.independence import Piece, find_unconfirmed
from workbench.domain.maps import MapDrawing, draw_map
from workbench.models import Claim, Evidence, Review, Snapshot, Source, User, Verdict
from workbench.queries.circularity import FileReader
from workbench.queries.evidence_weight import Weighed, load_piece, weigh_loaded
from workbench.queries.seals import list_sealed
from workbench.queries.source_names import GIVEN, standing_for


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A piece of evidence with its source, its file if there is one, and the images its place was matched
    with in `references`. `origin` is the piece with which it began: pieces of one claim that share it count
    as one. `repeats` is the piece that this one only repeats, and `same_page` an earlier one that is the same
    page or file, each where one may see it; `unconfirmed` says that it is graded as confirmed, and nothing
    else confirms it; `circle` why it cannot support its claim, which it does."""

    evidence: Evidence
    source: Source
    snapshot: Snapshot | None
    origin: uuid.UUID
    references: tuple[Snapshot, ...] = ()
    repeats: "EvidenceRow | None" = None
    same_page: "EvidenceRow | None" = None
    unconfirmed: bool = False
    circle: Circle | None = None

    @property
    def grade(self) -> str:
        return format_grade(self.source.reliability, self.evidence.credibility)

    @property
    def distance(self) -> Distance | None:
        """From the named point to the place, where both are given."""
        return measure_distance(self._place, self._point, self.evidence.precision_m) if self._point else None

    @property
    def map(self) -> MapDrawing:
        """The place and the point; only for evidence with a position."""
        return draw_map(self._place, self._point, self.evidence.precision_m)

    @property
    def _place(self) -> tuple[str, str]:
        return self.evidence.latitude, self.evidence.longitude

    @property
    def _point(self) -> tuple[str, str] | None:
        evidence = self.evidence
        given = evidence.latitude and evidence.point_latitude
        return (evidence.point_latitude, evidence.point_longitude) if given else None


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """A verdict with its author's name and every review of it, newest first, with reviewers' names."""

    verdict: Verdict
    author: str
    reviews: tuple[tuple[Review, str], ...]

    def list_grades(self, rows: Sequence[EvidenceRow]) -> list[tuple[EvidenceRow, str]]:
        """What it was given on, as it was graded then, of the evidence that the reader may see."""
        by_id = {str(row.evidence.id): row for row in rows}
        return [
            (by_id[entry["evidence"]], entry["grade"])
            for entry in self.verdict.grades
            if entry["evidence"] in by_id
        ]


@dataclass(frozen=True, slots=True)
class NamedPiece:
    """A piece of evidence with its source and its file: as much as it takes to name it, not weighed."""

    evidence: Evidence
    source: Source
    snapshot: Snapshot | None


AnyPiece = TypeVar("AnyPiece", EvidenceRow, NamedPiece)


def list_pieces(session: Session, claim: Claim, *, sight: bool) -> list[NamedPiece]:
    """The evidence of a claim that one may see, with what was withdrawn, the oldest first; not weighed."""
    rows = session.execute(_EVIDENCE, {"claims": [claim.id]}).all()
    return [
        NamedPiece(row.Evidence, row.Source, row.Snapshot)
        for row in rows
        if _is_wanted(row, sight=sight, withdrawn=True)
    ]


def get_piece(session: Session, evidence_id: uuid.UUID, claim: Claim, *, sight: bool) -> NamedPiece:
    """One piece of evidence of this claim. Raises NotFound, also when its source is withheld from one."""
    return find_piece(list_pieces(session, claim, sight=sight), evidence_id)


def find_piece(rows: Sequence[AnyPiece], evidence_id: uuid.UUID) -> AnyPiece:
    """The row of this piece. Raises NotFound."""
    for row in rows:
        if row.evidence.id == evidence_id:
            return row
    raise NotFound("There is no such evidence on this claim.")


def list_references(session: Session, evidence: Evidence) -> Sequence[Snapshot]:
    """The images that its place was matched with."""
    return _load_references(session, [evidence.id]).get(evidence.id, ())


def list_evidence(
    session: Session,
    claim_ids: Sequence[uuid.UUID],
    *,
    sight: bool,
    withdrawn: bool = False,
    read: FileReader | None = None,
) -> list[EvidenceRow]:
    """The evidence of these claims, oldest first; what comes from withheld sources only with sight. Without
    `read` the words of captured pages are not looked at for what is the checked article again."""
    found = session.execute(_EVIDENCE, {"claims": claim_ids}).all()
    if not found:
        return []
    # What may not be seen weighs, too.
    weighed = weigh_loaded(session, [load_piece(*row) for row in found], sight=sight, read=read)
    seen = [row for row in found if _is_wanted(row, sight=sight, withdrawn=withdrawn)]
    references = _load_references(session, [row.Evidence.id for row in seen])
    rows = [
        EvidenceRow(
            row.Evidence,
            row.Source,
            row.Snapshot,
            weighed.origins[row.Evidence.id],
            tuple(references.get(row.Evidence.id, ())),
            circle=weighed.circles.get(row.Evidence.id),
        )
        for row in seen
    ]
    return _tie(rows, weighed)


def _is_wanted(row: Row[Any], *, sight: bool, withdrawn: bool) -> bool:
    return (sight or not row.Source.withheld) and (withdrawn or row.Evidence.withdrawn_at is None)


# Queries are put together once: that costs as much as to run them.
_CLAIMS: Any = bindparam("claims", expanding=True)
_EVIDENCE = (
    select(Evidence, Source, Snapshot)
    .join(GIVEN, col(GIVEN.id) == col(Evidence.source_id))
    .join(Source, col(Source.id) == standing_for(GIVEN))
    .outerjoin(Snapshot, col(Snapshot.id) == col(Evidence.snapshot_id))
    .where(col(Evidence.claim_id).in_(_CLAIMS))
    .order_by(col(Evidence.added_at), col(Evidence.id))
)


def _load_references(session: Session, evidence_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, list[Snapshot]]:
    images: dict[uuid.UUID, list[Snapshot]] = {}
    for image in session.execute(_REFERENCES, {"evidence": evidence_ids}).scalars():
        images.setdefault(image.evidence_id, []).append(image)
    return images


_REFERENCES = (
    select(Snapshot)
    .where(
        col(Snapshot.evidence_id).in_(bindparam("evidence", expanding=True)),
        col(Snapshot.role) == FileRole.REFERENCE,
    )
    .order_by(col(Snapshot.captured_at), col(Snapshot.id))
)


def count_origins(rows: Sequence[EvidenceRow]) -> int:
    """How many independent origins these pieces of one claim have; the checked article again is none."""
    return len({row.origin for row in rows if row.circle is None})


def _tie(rows: Sequence[EvidenceRow], weighed: Weighed) -> list[EvidenceRow]:
    """The rows, each with the ones that it counts as one with, and with what its grade still lacks."""
    by_id = {row.evidence.id: row for row in rows}
    lacking = {
        one for pieces in weighed.group().values() for one in find_unconfirmed(pieces, weighed.origins)
    }
    twins = _find_twins([weighed.pieces[key] for key in by_id])
    return [
        replace(
            row,
            repeats=by_id.get(row.evidence.origin_id) if row.evidence.origin_id else None,
            same_page=by_id.get(twins[key]) if key in twins else None,
            unconfirmed=key in lacking,
        )
        for key, row in by_id.items()
    ]


def _find_twins(pieces: Sequence[Piece]) -> dict[uuid.UUID, uuid.UUID]:
    """By its id, the first piece of the same claim that is the same page or file, for each but that one."""
    bearers: dict[tuple[uuid.UUID, str], uuid.UUID] = {}
    twins = {}
    for piece in pieces:
        first = next(
            (bearers[piece.claim, mark] for mark in piece.marks if (piece.claim, mark) in bearers), None
        )
        if first is not None:
            twins[piece.id] = first
        for mark in piece.marks:
            bearers.setdefault((piece.claim, mark), piece.id)
    return twins


def get_verdict(session: Session, claim: Claim) -> Verdict | None:
    """The verdict in force, None without one."""
    return session.get(Verdict, claim.verdict_id) if claim.verdict_id is not None else None


def list_verdicts(session: Session, claim_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, list[VerdictRow]]:
    """Every verdict given on each of these claims, newest first, but for those that are sealed."""
    reviews: dict[uuid.UUID, tuple[tuple[Review, str], ...]] = {}
    found: dict[uuid.UUID, list[VerdictRow]] = {}
    given = session.execute(_GIVEN_ON, {"claims": claim_ids}).all()
    if given:
        for review, name in session.execute(_REVIEWS, {"claims": claim_ids}):
            reviews[review.verdict_id] = (*reviews.get(review.verdict_id, ()), (review, name))
    for verdict, name in given:
        row = VerdictRow(verdict, name, reviews.get(verdict.id, ()))
        found.setdefault(verdict.claim_id, []).append(row)
    return found


_REVIEWS = (
    select(Review, col(User.name))
    .join(User, col(User.id) == col(Review.reviewer_id))
    .where(col(Review.claim_id).in_(_CLAIMS))
    .order_by(col(Review.reviewed_at).desc())
)
_GIVEN_ON = (
    select(Verdict, col(User.name))
    .join(User, col(User.id) == col(Verdict.author_id))
    .where(col(Verdict.claim_id).in_(_CLAIMS), col(Verdict.id).not_in(list_sealed()))
    .order_by(col(Verdict.given_at).desc())
)
