"""Kept files as rows: each belongs to the visit that brought it, and its chain of custody begins."""

import uuid
from collections.abc import Iterable

from sqlmodel import Session

from workbench.domain.captures import CustodyAct
from workbench.models import Capture, Snapshot
from workbench.services.custody import note_act
from workbench.services.visits import TOOL, Piece


def add_snapshots(
    session: Session, capture: Capture, pieces: Iterable[Piece], evidence_id: uuid.UUID | None = None
) -> None:
    """Inside the change that adds the visit: the files it brought, which are stored already."""
    for piece in pieces:
        snapshot = Snapshot(
            sha256=piece.sha256,
            size=piece.size,
            media_type=piece.media_type,
            original_name=piece.name,
            url=capture.final_url or capture.url,
            method=piece.method,
            captured_at=capture.captured_at,
            role=piece.role,
            capture_id=capture.id,
            evidence_id=evidence_id,
        )
        session.add(snapshot)
        note_act(session, snapshot, CustodyAct.COLLECTED, capture.captured_at, f"{piece.method}, {TOOL}")
