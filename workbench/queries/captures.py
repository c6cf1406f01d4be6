"""Reads of captures: what was seen at an address when, and the files kept of it."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, or_, select
from sqlmodel import Session, col

from workbench.domain.captures import CaptureOutcome, FileRole
from workbench.domain.errors import NotFound
from workbench.models import Article, Capture, Evidence, Revision, Snapshot, User

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


def list_captures(session: Session, evidence_id: uuid.UUID, most: int = 200) -> list[CaptureRow]:
    """Every visit, newest first, at most `most`."""
    return _complete(session, list(session.execute(select_visits(evidence_id).limit(most)).scalars()))


def get_capture(session: Session, evidence_id: uuid.UUID, capture_id: uuid.UUID) -> CaptureRow:
    """One visit to this evidence's address. Raises NotFound."""
    capture = session.get(Capture, capture_id)
    if capture is None or capture.evidence_id != evidence_id:
        raise NotFound("There is no such capture of this evidence.")
    return _complete(session, [capture])[0]


def get_article_visit(session: Session, article: Article, capture_id: uuid.UUID) -> CaptureRow:
    """One visit to this article's address. Raises NotFound."""
    capture = session.get(Capture, capture_id)
    if capture is None or capture.article_id != article.id:
        raise NotFound("There is no such visit to this article's address.")
    return _complete(session, [capture])[0]


def get_article_file(session: Session, article: Article, snapshot_id: uuid.UUID) -> Snapshot:
    """A file that a visit to this article's address brought. Raises NotFound."""
    snapshot = session.get(Snapshot, snapshot_id)
    capture = session.get(Capture, snapshot.capture_id) if snapshot and snapshot.capture_id else None
    if snapshot is None or capture is None or capture.article_id != article.id:
        raise NotFound("There is no such file with this article.")
    return snapshot


def find_compared(session: Session, capture: Capture) -> Snapshot | None:
    """The kept file that the next visit is compared with: the words, or without words the page itself."""
    role = FileRole.TEXT if capture.words_sha256 else FileRole.FILE
    query = select(Snapshot).where(col(Snapshot.capture_id) == capture.id, col(Snapshot.role) == role)
    found: Snapshot | None = session.execute(query).scalars().first()
    return found


def find_words_before(session: Session, capture: Capture) -> Snapshot | None:
    """The readable words of the same address kept before this visit, the last ones."""
    earlier = select_visits(_evidence_of(capture)).where(
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


def select_visits(evidence_id: uuid.UUID) -> Select[Capture]:
    """The visits to this evidence's address, newest first."""
    return (
        select(Capture)
        .where(col(Capture.evidence_id) == evidence_id)
        .order_by(col(Capture.captured_at).desc(), col(Capture.id).desc())
    )


def _evidence_of(capture: Capture) -> uuid.UUID:
    if capture.evidence_id is None:
        raise NotFound("This visit belongs to no evidence.")
    return capture.evidence_id


def _complete(session: Session, captures: Sequence[Capture]) -> list[CaptureRow]:
    """The visits with who asked for them, and their files in the order in which they are shown."""
    ids = [capture.id for capture in captures]
    files: dict[uuid.UUID | None, list[Snapshot]] = {}
    for snapshot in session.execute(select(Snapshot).where(col(Snapshot.capture_id).in_(ids))).scalars():
        files.setdefault(snapshot.capture_id, []).append(snapshot)
    who = read_actors(session, ids)
    return [
        CaptureRow(row, who.get(row.id, ""), tuple(sorted(files.get(row.id, ()), key=_place)))
        for row in captures
    ]


def _place(snapshot: Snapshot) -> int:
    return _ROLES.index(snapshot.role)


def read_actors(session: Session, ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, str]:
    """Who made each of these rows, which are made once."""
    query = select(Revision).where(col(Revision.entity_id).in_(ids), col(Revision.version) == 1)
    actors = {row.entity_id: row.actor for row in session.execute(query).scalars()}
    names = {str(user.id): user.name for user in session.execute(select(User)).scalars()}
    return {key: names.get(actor, actor) for key, actor in actors.items()}
