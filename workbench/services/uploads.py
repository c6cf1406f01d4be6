"""Files as people hand them in: kept by their bytes, with a row that says whose they are."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import re2
from sqlmodel import Session

from workbench.domain.captures import CustodyAct, FileRole
from workbench.domain.errors import RuleBroken
from workbench.domain.names import clean_file_name
from workbench.files import FileStore
from workbench.models import Snapshot
from workbench.services.custody import note_act

UPLOADED = "uploaded by hand"
UNKNOWN_TYPE = "application/octet-stream"
_MEDIA_TYPE = re2.compile(r"[a-z0-9][a-z0-9.+-]{0,60}/[a-z0-9][a-z0-9.+-]{0,100}")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as a person handed it over. `name` is only ever shown, never opened."""

    name: str
    media_type: str
    data: bytes


def put_uploads(files: FileStore, uploads: Sequence[Upload], field: str = "file") -> list[tuple[Upload, str]]:
    """Store the bytes, before the rows that name them: each with its SHA-256. Raises RuleBroken at `field`
    for an empty file."""
    if not all(upload.data for upload in uploads):
        raise RuleBroken("The file is empty.", field=field)
    return [(upload, files.put(upload.data)) for upload in uploads]


def add_snapshot(
    session: Session,
    upload: Upload,
    sha256: str,
    at: datetime,
    *,
    role: FileRole = FileRole.FILE,
    evidence_id: uuid.UUID | None = None,
) -> Snapshot:
    """Inside a change: the row of a stored file, and the first link of its chain of custody."""
    snapshot = Snapshot(
        sha256=sha256,
        size=len(upload.data),
        media_type=upload.media_type if _MEDIA_TYPE.fullmatch(upload.media_type) else UNKNOWN_TYPE,
        original_name=clean_file_name(upload.name),
        method=UPLOADED,
        captured_at=at,
        role=role,
        evidence_id=evidence_id,
    )
    session.add(snapshot)
    note_act(session, snapshot, CustodyAct.COLLECTED, at, UPLOADED)
    return snapshot
