"""Reads of where the pages behind evidence stand: the last visit, what it is compared with, what is due."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, func, select
from sqlmodel import Session, col

from workbench.domain.captures import CaptureOutcome, FileRole, Seen
from workbench.domain.status import Status
from workbench.models import Capture, Claim, Evidence, Job, Snapshot, Source
from workbench.queries.captures import KEEPS, select_visits
from workbench.queries.jobs import ACTIVE


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the page behind a piece of evidence stands: the last visit, the last one that kept files, and the
    visit that is asked for or under way. `moved`: there are visits to an address that it had before."""

    last: Capture | None = None
    kept: Capture | None = None
    job: Job | None = None
    moved: bool = False


def find_kept(session: Session, evidence: Evidence) -> Capture | None:
    """The last visit to the address it has now of which files were kept: another page is no earlier one."""
    here = select_visits(evidence.id).where(col(Capture.url) == evidence.url)
    found: Capture | None = session.execute(here.where(col(Capture.outcome).in_(KEEPS))).scalars().first()
    return found


def find_last(session: Session, evidence_id: uuid.UUID) -> Capture | None:
    """The last visit, wherever to."""
    found: Capture | None = session.execute(select_visits(evidence_id).limit(1)).scalars().first()
    return found


def read_seen(session: Session, capture: Capture) -> Seen:
    """What the next visit is compared with."""
    query = select(col(Snapshot.sha256)).where(
        col(Snapshot.capture_id) == capture.id, col(Snapshot.role) == FileRole.FILE
    )
    return Seen(capture.words_sha256, session.execute(query).scalars().first() or "")


def find_waiting_job(session: Session, evidence_id: uuid.UUID) -> Job | None:
    """The visit that is asked for and has not ended."""
    query = select(Job).where(col(Job.subject_id) == evidence_id, col(Job.state).in_(ACTIVE))
    found: Job | None = session.execute(query).scalars().first()
    return found


def load_standings(session: Session, evidence_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, Standing]:
    """Where each of these pieces of evidence stands; nothing for one that was never to be visited."""
    last: dict[uuid.UUID, Capture] = {}
    kept: dict[uuid.UUID, Capture] = {}
    moved: set[uuid.UUID] = set()
    visits = (
        select(Capture, col(Evidence.url))
        .join(Evidence, col(Evidence.id) == col(Capture.evidence_id))
        .where(col(Capture.evidence_id).in_(evidence_ids))
        .order_by(col(Capture.captured_at), col(Capture.id))
    )
    for capture, url in session.execute(visits):
        if capture.url != url:
            moved.add(capture.evidence_id)
            continue
        last[capture.evidence_id] = capture
        if capture.outcome in KEEPS:
            kept[capture.evidence_id] = capture
    waiting = select(Job).where(col(Job.subject_id).in_(evidence_ids), col(Job.state).in_(ACTIVE))
    jobs = {job.subject_id: job for job in session.execute(waiting).scalars()}
    return {
        key: Standing(last.get(key), kept.get(key), jobs.get(key), key in moved)
        for key in evidence_ids
        if key in last | jobs or key in moved
    }


def list_due(session: Session, before: datetime, most: int) -> list[tuple[uuid.UUID, str]]:
    """Evidence whose page was visited last before this time, with its address, the longest ago first. What
    was never to be visited is not due, nor is what somebody is to visit already, nor anything of a withheld
    source: that somebody comes back to its page for years may betray it."""
    last = (
        select(col(Capture.evidence_id).label("evidence_id"), func.max(Capture.captured_at).label("at"))
        .group_by(col(Capture.evidence_id))
        .having(func.sum(case((col(Capture.outcome) == CaptureOutcome.REFUSED, 0), else_=1)) > 0)
        .subquery()
    )
    waiting = select(col(Job.subject_id)).where(col(Job.state).in_(ACTIVE))
    query = (
        select(col(Evidence.id), col(Evidence.url))
        .join(last, last.c.evidence_id == col(Evidence.id))
        .join(Claim, col(Claim.id) == col(Evidence.claim_id))
        .join(Source, col(Source.id) == col(Evidence.source_id))
        .where(col(Source.withheld).is_(False))
        .where(last.c.at < before, col(Evidence.withdrawn_at).is_(None), col(Evidence.url) != "")
        .where(col(Claim.status) != Status.WITHDRAWN, col(Evidence.id).not_in(waiting))
        .order_by(last.c.at)
        .limit(most)
    )
    return [(evidence_id, url) for evidence_id, url in session.execute(query)]
