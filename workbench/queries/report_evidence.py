"""What claims stand on, as a report tells it: evidence, other desks' verdicts, and who was asked."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlmodel import Session, col

from workbench.domain import records
from workbench.domain.references import format_reference
from workbench.models import Evidence, Snapshot, Source
from workbench.queries.captures import load_archives
from workbench.queries.circularity import FileReader
from workbench.queries.evidence import EvidenceRow, list_evidence
from workbench.queries.foreign_verdicts import ForeignVerdictRow, list_foreign_verdicts
from workbench.queries.replies import ReplyRow, list_replies
from workbench.queries.source_names import GIVEN, standing_for


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a report tells of the grounds of its claims, by the claims' ids; `withheld` counts pieces that it
    does not show. `archives` are by the evidence's id."""

    evidence: dict[uuid.UUID, list[EvidenceRow]]
    withheld: dict[uuid.UUID, int]
    archives: dict[uuid.UUID, Snapshot]
    others: dict[uuid.UUID, list[ForeignVerdictRow]]
    replies: dict[uuid.UUID, list[ReplyRow]]


def load_grounds(session: Session, claim_ids: Sequence[uuid.UUID], read: FileReader | None = None) -> Grounds:
    """The grounds of these claims; what comes from withheld sources is only counted."""
    rows = list_evidence(session, claim_ids, sight=False, read=read)
    evidence: dict[uuid.UUID, list[EvidenceRow]] = {}
    for row in rows:
        evidence.setdefault(row.evidence.claim_id, []).append(row)
    replies: dict[uuid.UUID, list[ReplyRow]] = {}
    for asked in list_replies(session, claim_ids, sight=False):
        replies.setdefault(asked.reply.claim_id, []).append(asked)
    return Grounds(
        evidence=evidence,
        withheld=_count_withheld(session, claim_ids),
        archives=load_archives(session, [row.evidence.id for row in rows]) if rows else {},
        others=list_foreign_verdicts(session, claim_ids, sight=False),
        replies=replies,
    )


def make_evidence(
    grounds: Grounds, claim_id: uuid.UUID, *, graded: dict[str, str], said_on: date | None
) -> tuple[records.EvidenceRecord, ...]:
    """A claim's evidence. `graded` are the grades on which its verdict was given, by the evidence's id."""
    rows = grounds.evidence.get(claim_id)
    if not rows:
        return ()
    origins = list(dict.fromkeys(row.origin for row in rows))
    return tuple(
        _make_piece(
            row,
            grounds.archives.get(row.evidence.id),
            origin=origins.index(row.origin) + 1,
            then=graded.get(str(row.evidence.id), ""),
            said_on=said_on,
        )
        for row in rows
    )


def make_others(grounds: Grounds, claim_id: uuid.UUID) -> tuple[records.OtherVerdictRecord, ...]:
    """What other fact-checkers said of a claim."""
    return tuple(
        records.OtherVerdictRecord(
            publisher=row.publisher.name,
            publisher_reference=format_reference("S", row.publisher.number),
            url=row.verdict.url,
            rating=row.verdict.rating,
            rating_value=row.verdict.rating_value,
            best=row.verdict.best,
            worst=row.verdict.worst,
            reviewed_on=row.verdict.reviewed_on,
        )
        for row in grounds.others.get(claim_id, ())
    )


def make_replies(grounds: Grounds, claim_id: uuid.UUID) -> tuple[records.ReplyRecord, ...]:
    """Who was asked about a claim."""
    return tuple(
        records.ReplyRecord(
            asked=row.source.name if row.source else row.reply.asked,
            source=format_reference("S", row.source.number) if row.source else None,
            asked_on=row.reply.asked_on,
            question=row.reply.question,
            answer=row.reply.answer,
            answered_on=row.reply.answered_on,
        )
        for row in grounds.replies.get(claim_id, ())
    )


def _count_withheld(session: Session, claim_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, int]:
    query = (
        select(col(Evidence.claim_id), func.count())
        .join(GIVEN, col(GIVEN.id) == col(Evidence.source_id))
        .join(Source, col(Source.id) == standing_for(GIVEN))
        .where(col(Evidence.claim_id).in_(claim_ids), col(Evidence.withdrawn_at).is_(None))
        .where(col(Source.withheld).is_(True))
        .group_by(col(Evidence.claim_id))
    )
    return {row[0]: row[1] for row in session.execute(query)}


def _make_piece(
    row: EvidenceRow,
    archive: Snapshot | None,
    *,
    origin: int,
    then: str,
    said_on: date | None,
) -> records.EvidenceRecord:
    evidence, snapshot = row.evidence, row.snapshot
    late = (evidence.published_on - said_on).days if evidence.published_on and said_on else 0
    return records.EvidenceRecord(
        source=row.source.name,
        source_reference=format_reference("S", row.source.number),
        kind=evidence.kind.value,
        stance=evidence.stance.value,
        grade=row.grade,
        url=evidence.url,
        excerpt=evidence.excerpt,
        locator=evidence.locator,
        published_on=evidence.published_on,
        accessed_at=evidence.accessed_at,
        note=evidence.note,
        latitude=evidence.latitude,
        longitude=evidence.longitude,
        precision_m=evidence.precision_m,
        method=evidence.method,
        file_name=snapshot.original_name if snapshot else "",
        file_sha256=snapshot.sha256 if snapshot else "",
        point_name=evidence.point_name,
        point_latitude=evidence.point_latitude,
        point_longitude=evidence.point_longitude,
        kept_at=archive.captured_at if archive else None,
        kept_sha256=archive.sha256 if archive else "",
        grade_then=then,
        origin=origin,
        # What a piece shares with one that is not shown may tell of that one.
        origin_note=evidence.origin_note if row.repeats else "",
        days_after=late if late > 0 else None,
        unconfirmed=row.unconfirmed,
        conflicts=row.source.conflicts,
        circular=row.circle is not None,
    )
