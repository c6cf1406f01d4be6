"""The chain of custody: what was done with a file, written inside the change that does it."""

from datetime import datetime

from sqlmodel import Session

from workbench import history
from workbench.domain.captures import CustodyAct
from workbench.models import Custody, Snapshot, Source
from workbench.queries.custody import list_files_of_source


def note_act(session: Session, snapshot: Snapshot, act: CustodyAct, at: datetime, note: str = "") -> None:
    """One more link for this file. Inside a change only; who is in its history."""
    session.add(Custody(snapshot_id=snapshot.id, act=act, at=at, note=note))


def note_all(session: Session, act: CustodyAct, at: datetime, note: str) -> Custody:
    """One link for every file that is there now: a backup, a look through the whole store."""
    row = Custody(act=act, at=at, note=note)
    session.add(row)
    return row


def note_withheld(session: Session, source: Source, at: datetime) -> None:
    """Inside the change that withholds a source, or ends that: every file of its evidence says so."""
    note = f"Withheld: {source.withheld_reason}" if source.withheld else "No longer withheld."
    for snapshot in list_files_of_source(session, source.id):
        note_act(session, snapshot, CustodyAct.WITHHELD, at, note)


def note_export(session: Session, snapshot: Snapshot, *, to: str, by: str) -> None:
    """A file is handed out of the desk, to the person who asked for it."""
    with history.change(session, by=by, action="file.exported") as change:
        row = Custody(
            snapshot_id=snapshot.id, act=CustodyAct.EXPORTED, at=change.at, note=f"Downloaded by {to}"
        )
        session.add(row)
        change.subject = row
