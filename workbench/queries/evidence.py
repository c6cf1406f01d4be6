"""Reads of a claim's evidence, verdicts and reviews."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel import Session, col

from workbench.domain.captures import FileRole
from workbench.domain.distances import Distance, measure_distance
from workbench.domain.errors import NotFound
from workbench.domain.evidence import format_grade
from workbench.models import Claim, Evidence, Review, Snapshot, Source, User, Verdict


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A piece of evidence with its source, its file if there is one, and the images its place was matched
    with."""

    evidence: Evidence
    source: Source
    snapshot: Snapshot | None
    references: tuple[Snapshot, ...] = ()

    @property
    def grade(self) -> str:
        return format_grade(self.source.reliability, self.evidence.credibility)

    @property
    def distance(self) -> Distance | None:
        """From the named point to the place, where both are given."""
        evidence = self.evidence
        if not evidence.latitude or not evidence.point_latitude:
            return None
        place = (evidence.latitude, evidence.longitude)
        point = (evidence.point_latitude, evidence.point_longitude)
        return measure_distance(place, point, evidence.precision_m)


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """A verdict with its author's name and every review of it, newest first, with reviewers' names."""

    verdict: Verdict
    author: str
    reviews: tuple[tuple[Review, str], ...]


def get_evidence(session: Session, evidence_id: uuid.UUID, claim: Claim, *, sight: bool) -> EvidenceRow:
    """One piece of evidence of this claim. Raises NotFound, also when its source is withheld from one."""
    for row in list_evidence(session, [claim.id], sight=sight, withdrawn=True):
        if row.evidence.id == evidence_id:
            return row
    raise NotFound("There is no such evidence on this claim.")


def list_evidence(
    session: Session, claim_ids: Sequence[uuid.UUID], *, sight: bool, withdrawn: bool = False
) -> list[EvidenceRow]:
    """The evidence of these claims, oldest first; what comes from withheld sources only with sight."""
    query = (
        select(Evidence, Source, Snapshot)
        .join(Source, col(Source.id) == col(Evidence.source_id))
        .outerjoin(Snapshot, col(Snapshot.id) == col(Evidence.snapshot_id))
        .where(col(Evidence.claim_id).in_(claim_ids))
        .order_by(col(Evidence.added_at), col(Evidence.id))
    )
    if not sight:
        query = query.where(col(Source.withheld).is_(False))
    if not withdrawn:
        query = query.where(col(Evidence.withdrawn_at).is_(None))
    found = session.execute(query).all()
    references = _list_references(session, [row[0].id for row in found])
    return [
        EvidenceRow(evidence, source, snapshot, tuple(references.get(evidence.id, ())))
        for evidence, source, snapshot in found
    ]


def _list_references(session: Session, evidence_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, list[Snapshot]]:
    query = select(Snapshot).where(
        col(Snapshot.evidence_id).in_(evidence_ids), col(Snapshot.role) == FileRole.REFERENCE
    )
    images: dict[uuid.UUID, list[Snapshot]] = {}
    for image in session.execute(query.order_by(col(Snapshot.captured_at), col(Snapshot.id))).scalars():
        images.setdefault(image.evidence_id, []).append(image)
    return images


def list_verdicts(session: Session, claim_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, list[VerdictRow]]:
    """Every verdict given on each of these claims, newest first."""
    reviews: dict[uuid.UUID, tuple[tuple[Review, str], ...]] = {}
    reviewed = (
        select(Review, col(User.name))
        .join(User, col(User.id) == col(Review.reviewer_id))
        .where(col(Review.claim_id).in_(claim_ids))
        .order_by(col(Review.reviewed_at).desc())
    )
    for review, name in session.execute(reviewed):
        reviews[review.verdict_id] = (*reviews.get(review.verdict_id, ()), (review, name))
    given = (
        select(Verdict, col(User.name))
        .join(User, col(User.id) == col(Verdict.author_id))
        .where(col(Verdict.claim_id).in_(claim_ids))
        .order_by(col(Verdict.given_at).desc())
    )
    found: dict[uuid.UUID, list[VerdictRow]] = {}
    for verdict, name in session.execute(given):
        row = VerdictRow(verdict, name, reviews.get(verdict.id, ()))
        found.setdefault(verdict.claim_id, []).append(row)
    return found
