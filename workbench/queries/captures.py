"""Reads of captures: what was seen at an address when, the files kept of it, and what was done with them."""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, case, func, or_, select
from sqlmodel import Session, col

from workbench.domain.captures import CaptureOutcome, CustodyAct, FileRole, Seen
from workbench.domain.errors import NotFound
from workbench.domain.status import Status
from workbench.models import Capture, Claim, Custody, Evidence, Job, JobState, Revision, Snapshot, User

KEEPS = (CaptureOutcome.CAPTURED, CaptureOutcome.CHANGED)  # visits after which there are new files
# The order in which files are shown: what is looked at first comes first.
_ROLES = (
    FileRole.SCREENSHOT,
    FileRole.TEXT,
    FileRole.FILE,
    FileRole.PDF,
    FileRole.WARC,
    FileRole.REFERENCE,
)


@dataclass(frozen=True, slots=True)
class CaptureRow:
    """A visit, who asked for it, and the files that were kept."""

    capture: Capture
    who: str
    files: tuple[Snapshot, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the page behind a piece of evidence stands: the last visit, the last one that kept files, and the
    visit that is asked for or under way. `moved`: there are visits to an address that it had before."""

    last: Capture | None = None
    kept: Capture | None = None
    job: Job | None = None
    moved: bool = False


@dataclass(frozen=True, slots=True)
class CustodyRow:
    """One link in the chain of a file. `times` tells that it was done with every file of the desk at once, so
    often up to then; 0 for what was done with this file."""

    act: CustodyAct
    at: datetime
    who: str
    note: str
    times: int = 0


def find_kept(session: Session, evidence: Evidence) -> Capture | None:
    """The last visit to the address it has now of which files were kept: another page is no earlier one."""
    here = _visits(evidence.id).where(col(Capture.url) == evidence.url)
    found: Capture | None = session.execute(here.where(col(Capture.outcome).in_(KEEPS))).scalars().first()
    return found


def find_last(session: Session, evidence_id: uuid.UUID) -> Capture | None:
    """The last visit, wherever to."""
    found: Capture | None = session.execute(_visits(evidence_id).limit(1)).scalars().first()
    return found


def read_seen(session: Session, capture: Capture) -> Seen:
    """What the next visit is compared with."""
    query = select(col(Snapshot.sha256)).where(
        col(Snapshot.capture_id) == capture.id, col(Snapshot.role) == FileRole.FILE
    )
    return Seen(capture.words_sha256, session.execute(query).scalars().first() or "")


def find_compared(session: Session, capture: Capture) -> Snapshot | None:
    """The kept file that the next visit is compared with: the words, or without words the page itself."""
    role = FileRole.TEXT if capture.words_sha256 else FileRole.FILE
    query = select(Snapshot).where(col(Snapshot.capture_id) == capture.id, col(Snapshot.role) == role)
    found: Snapshot | None = session.execute(query).scalars().first()
    return found


def find_waiting_job(session: Session, evidence_id: uuid.UUID) -> Job | None:
    """The visit that is asked for and has not ended."""
    query = select(Job).where(
        col(Job.subject_id) == evidence_id, col(Job.state).in_((JobState.QUEUED, JobState.RUNNING))
    )
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
    waiting = select(Job).where(
        col(Job.subject_id).in_(evidence_ids), col(Job.state).in_((JobState.QUEUED, JobState.RUNNING))
    )
    jobs = {job.subject_id: job for job in session.execute(waiting).scalars()}
    return {
        key: Standing(last.get(key), kept.get(key), jobs.get(key), key in moved)
        for key in evidence_ids
        if key in last | jobs or key in moved
    }


def load_archives(session: Session, evidence_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, Snapshot]:
    """The web archive of the last visit that kept the page of its address, of each of these pieces."""
    query = (
        select(Snapshot)
        .join(Capture, col(Capture.id) == col(Snapshot.capture_id))
        .join(Evidence, col(Evidence.id) == col(Capture.evidence_id))
        .where(col(Capture.evidence_id).in_(evidence_ids), col(Capture.outcome).in_(KEEPS))
        .where(col(Capture.url) == col(Evidence.url))
        .where(col(Snapshot.role) == FileRole.WARC)
        .order_by(col(Snapshot.captured_at), col(Snapshot.id))
    )
    return {row.evidence_id: row for row in session.execute(query).scalars() if row.evidence_id}


def list_captures(session: Session, evidence_id: uuid.UUID, most: int = 200) -> list[CaptureRow]:
    """Every visit, newest first, at most `most`."""
    captures = list(session.execute(_visits(evidence_id).limit(most)).scalars())
    files: dict[uuid.UUID | None, list[Snapshot]] = {}
    query = select(Snapshot).where(col(Snapshot.capture_id).in_([row.id for row in captures]))
    for snapshot in session.execute(query).scalars():
        files.setdefault(snapshot.capture_id, []).append(snapshot)
    who = _read_actors(session, [row.id for row in captures])
    return [
        CaptureRow(row, who.get(row.id, ""), tuple(sorted(files.get(row.id, ()), key=_place)))
        for row in captures
    ]


def get_capture(session: Session, evidence_id: uuid.UUID, capture_id: uuid.UUID) -> CaptureRow:
    """One visit to this evidence's address. Raises NotFound."""
    capture = session.get(Capture, capture_id)
    if capture is None or capture.evidence_id != evidence_id:
        raise NotFound("There is no such capture of this evidence.")
    query = select(Snapshot).where(col(Snapshot.capture_id) == capture.id)
    files = sorted(session.execute(query).scalars(), key=_place)
    return CaptureRow(capture, _read_actors(session, [capture.id]).get(capture.id, ""), tuple(files))


def find_words_before(session: Session, capture: Capture) -> Snapshot | None:
    """The readable words of the same address kept before this visit, the last ones."""
    earlier = _visits(_evidence_of(capture)).where(
        col(Capture.outcome).in_(KEEPS),
        col(Capture.captured_at) < capture.captured_at,
        col(Capture.url) == capture.url,
    )
    found = session.execute(earlier.limit(1)).scalars().first()
    return find_compared(session, found) if found is not None and found.words_sha256 else None


def list_given(session: Session, evidence: Evidence) -> list[Snapshot]:
    """The files that people handed in with this evidence, oldest first."""
    own = or_(col(Snapshot.id) == evidence.snapshot_id, col(Snapshot.evidence_id) == evidence.id)
    query = select(Snapshot).where(own, col(Snapshot.capture_id).is_(None))
    return list(session.execute(query.order_by(col(Snapshot.captured_at), col(Snapshot.id))).scalars())


def get_file(session: Session, evidence: Evidence, snapshot_id: uuid.UUID) -> Snapshot:
    """A file of this evidence. Raises NotFound."""
    snapshot = session.get(Snapshot, snapshot_id)
    if snapshot is None or (snapshot.evidence_id != evidence.id and snapshot.id != evidence.snapshot_id):
        raise NotFound("There is no such file with this evidence.")
    return snapshot


def load_custody(session: Session, snapshots: Sequence[Snapshot]) -> dict[uuid.UUID, list[CustodyRow]]:
    """The chain of custody of each file, oldest first: what was done with it, and since it came with all."""
    ids = [snapshot.id for snapshot in snapshots]
    query = (
        select(Custody)
        .where(or_(col(Custody.snapshot_id).in_(ids), col(Custody.snapshot_id).is_(None)))
        .order_by(col(Custody.at), col(Custody.id))
    )
    rows = list(session.execute(query).scalars()) if ids else []
    who = _read_actors(session, [row.id for row in rows])
    return {snapshot.id: list(_chain(snapshot, rows, who)) for snapshot in snapshots}


def _chain(snapshot: Snapshot, rows: Sequence[Custody], who: dict[uuid.UUID, str]) -> Iterator[CustodyRow]:
    """What was done with every file stands once an act, as the last time: a backup a night is no news."""
    every = [row for row in rows if row.snapshot_id is None and row.at >= snapshot.captured_at]
    last = {row.act: row for row in every}
    for row in rows:
        if row.snapshot_id == snapshot.id:
            yield CustodyRow(row.act, row.at, who.get(row.id, ""), row.note)
        elif row.snapshot_id is None and last.get(row.act) is row:
            times = sum(other.act is row.act for other in every)
            yield CustodyRow(row.act, row.at, who.get(row.id, ""), row.note, times)


def list_files_of_source(session: Session, source_id: uuid.UUID) -> list[Snapshot]:
    """Every file of every piece of evidence from this source."""
    of_source = col(Evidence.source_id) == source_id
    own = select(col(Evidence.snapshot_id)).where(of_source, col(Evidence.snapshot_id).is_not(None))
    captured = select(col(Evidence.id)).where(of_source)
    query = select(Snapshot).where(or_(col(Snapshot.id).in_(own), col(Snapshot.evidence_id).in_(captured)))
    return list(session.execute(query).scalars())


def _visits(evidence_id: uuid.UUID) -> Select[Capture]:
    return (
        select(Capture)
        .where(col(Capture.evidence_id) == evidence_id)
        .order_by(col(Capture.captured_at).desc(), col(Capture.id).desc())
    )


def _evidence_of(capture: Capture) -> uuid.UUID:
    if capture.evidence_id is None:
        raise NotFound("This visit belongs to no evidence.")
    return capture.evidence_id


def _place(snapshot: Snapshot) -> int:
    return _ROLES.index(snapshot.role)


def _read_actors(session: Session, ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, str]:
    """Who made each of these rows, which are made once."""
    query = select(Revision).where(col(Revision.entity_id).in_(ids), col(Revision.version) == 1)
    actors = {row.entity_id: row.actor for row in session.execute(query).scalars()}
    names = {str(user.id): user.name for user in session.execute(select(User)).scalars()}
    return {key: names.get(actor, actor) for key, actor in actors.items()}


def list_due(session: Session, before: datetime, most: int) -> list[tuple[uuid.UUID, str]]:
    """Evidence whose page was visited last before this time, with its address, the longest ago first. What
    was never to be visited is not due, nor is what somebody is to visit already."""
    last = (
        select(col(Capture.evidence_id).label("evidence_id"), func.max(Capture.captured_at).label("at"))
        .group_by(col(Capture.evidence_id))
        .having(func.sum(case((col(Capture.outcome) == CaptureOutcome.REFUSED, 0), else_=1)) > 0)
        .subquery()
    )
    waiting = select(col(Job.subject_id)).where(col(Job.state).in_((JobState.QUEUED, JobState.RUNNING)))
    query = (
        select(col(Evidence.id), col(Evidence.url))
        .join(last, last.c.evidence_id == col(Evidence.id))
        .join(Claim, col(Claim.id) == col(Evidence.claim_id))
        .where(last.c.at < before, col(Evidence.withdrawn_at).is_(None), col(Evidence.url) != "")
        .where(col(Claim.status) != Status.WITHDRAWN, col(Evidence.id).not_in(waiting))
        .order_by(last.c.at)
        .limit(most)
    )
    return [(evidence_id, url) for evidence_id, url in session.execute(query)]
