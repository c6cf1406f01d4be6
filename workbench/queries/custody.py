"""Reads of files' chains of custody: what was done with each, when and by whom."""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select
from sqlmodel import Session, col

from workbench.domain.captures import CustodyAct
from workbench.models import Custody, Evidence, Snapshot
from workbench.queries.captures import read_actors


@dataclass(frozen=True, slots=True)
class CustodyRow:
    """One link in the chain of a file. `times` tells that it was done with every file of the desk at once, so
    often up to then; 0 for what was done with this file."""

    act: CustodyAct
    at: datetime
    who: str
    note: str
    times: int = 0


def load_custody(session: Session, snapshots: Sequence[Snapshot]) -> dict[uuid.UUID, list[CustodyRow]]:
    """The chain of custody of each file, oldest first: what was done with it, and since it came with all."""
    ids = [snapshot.id for snapshot in snapshots]
    query = (
        select(Custody)
        .where(or_(col(Custody.snapshot_id).in_(ids), col(Custody.snapshot_id).is_(None)))
        .order_by(col(Custody.at), col(Custody.id))
    )
    rows = list(session.execute(query).scalars()) if ids else []
    who = read_actors(session, [row.id for row in rows])
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
