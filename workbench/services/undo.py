"""Taking one's own last act back: every row of it returns to what its revision says stood there before."""

import json
import uuid
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from workbench import history
from workbench.domain import chain
from workbench.domain.errors import NotFound, RuleBroken
from workbench.domain.people import Person
from workbench.domain.status import Status
from workbench.models import (
    TRACKED,
    Anchor,
    Claim,
    Revision,
    RevisionPayload,
    Source,
    Tracked,
)
from workbench.queries.source_names import GIVEN, standing_for
from workbench.services.claim_status import return_claim, take_out

UNDOABLE = frozenset(
    {
        "anchor.decided",
        "appearance.added",
        "appearance.changed",
        "claim.accepted",
        "claim.added",
        "claim.dismissed",
        "claim.merged",
        "claim.moved",
        "claim.reinstated",
        "claim.split",
        "claim.withdrawn",
        "foreign_verdict.reinstated",
        "foreign_verdict.withdrawn",
    }
)
UNDONE = "undone"
_MODELS = {str(model.__tablename__): model for model in TRACKED}
# A source that an act made on the spot stays: others may have chosen it by now.
_LEFT = frozenset({Source.__tablename__})
_PART = 400  # ids asked for at once
_HIGHEST = 2**31 - 1  # of an integer column
_NOWHERE = "There is no revision {}."
# Where a row names the source that it hangs on.
_NAMING = ("source_id", "publisher_id")


@dataclass(frozen=True, slots=True)
class Undone:
    """What kind of act was taken back, the row it was about, all rows that read as before again, and which
    words of the text look otherwise for it."""

    action: str
    subject: Tracked
    rows: tuple[Tracked, ...]
    ranges: tuple[tuple[int, int], ...]


def last_act(session: Session) -> int:
    """The number by which the act just made in this session can be undone; 0 when nothing was written."""
    return history.last_act(session)


def undo_act(session: Session, seq: int, *, person: Person, sight: bool = True) -> Undone:
    """Reverse exactly the act whose first revision is `seq`. What it made is withdrawn, what it changed
    reads as before; the history keeps both.

    Raises NotFound, also for an act on what hangs on a withheld source without `sight`; NotAllowed where it
    takes a claim a step that the person may not make; RuleBroken for somebody else's act, one of another
    kind, or when anything that it touched was changed since.
    """
    entries = _read_act(session, seq)
    if not entries:
        raise RuleBroken("This can't be undone by a button.")
    first = entries[0][0]
    if not sight and _hangs_on_withheld(session, _load_rows(session, [one for one, _ in entries]).values()):
        raise NotFound(_NOWHERE.format(seq))
    if first.actor != person.actor:
        raise RuleBroken("Only the person who did this can undo it.")
    if first.action not in UNDOABLE:
        raise RuleBroken("This can't be undone by a button.")
    with history.change(session, by=person.actor, action="act.undone", reason=first.reason) as change:
        rows = _load_rows(session, [revision for revision, _ in entries])
        for revision, payload in entries:
            row = rows[revision.entity_id]
            if row.version != revision.version:
                raise RuleBroken("This was changed since, so it can't be undone by a button any more.")
            _reverse(change, row, payload, person)
        change.subject = rows[first.entity_id]
    return Undone(first.action, rows[first.entity_id], tuple(rows.values()), tuple(_list_ranges(entries)))


def _hangs_on_withheld(session: Session, rows: Collection[Tracked]) -> bool:
    named = {getattr(row, name, None) for row in rows for name in _NAMING}
    ids = {*named, *(row.id for row in rows if isinstance(row, Source))} - {None}
    query = select(col(GIVEN.id)).join(Source, col(Source.id) == standing_for(GIVEN))
    query = query.where(col(GIVEN.id).in_(ids), col(Source.withheld).is_(True))
    return bool(ids) and session.exec(query.limit(1)).first() is not None


def _read_act(session: Session, seq: int) -> list[tuple[Revision, dict[str, Any]]]:
    """The revisions of one act with their payloads; sources that it made are left out."""
    first = session.get(Revision, seq) if 0 < seq <= _HIGHEST else None
    if first is None:
        raise NotFound(_NOWHERE.format(seq))
    query = (
        select(Revision, RevisionPayload)
        .join(RevisionPayload, col(RevisionPayload.seq) == col(Revision.seq))
        .where(col(Revision.seq) >= seq, col(Revision.at) == first.at, col(Revision.actor) == first.actor)
        .order_by(col(Revision.seq))
    )
    entries = []
    for revision, payload in session.exec(query):
        if payload.body is None:
            raise RuleBroken("A part of this is redacted, so it can't be undone.")
        if revision.entity not in _LEFT:
            entries.append((revision, json.loads(payload.body)))
    return entries


def _list_ranges(entries: Sequence[tuple[Revision, dict[str, Any]]]) -> Iterator[tuple[int, int]]:
    """Where slices lay before or after the act, of appearances that it made, moved or changed."""
    for _, payload in entries:
        for side in (payload.get("before") or {}, payload.get("after") or {}):
            yield from ((start, end) for start, end in side.get("slices", ()))


def _load_rows(session: Session, revisions: Sequence[Revision]) -> dict[uuid.UUID, Tracked]:
    """The rows as they are now, behind the lock."""
    rows: dict[uuid.UUID, Tracked] = {}
    for entity in sorted({revision.entity for revision in revisions}):
        model = _MODELS[entity]
        ids = [revision.entity_id for revision in revisions if revision.entity == entity]
        for start in range(0, len(ids), _PART):
            query = select(model).where(col(model.id).in_(ids[start : start + _PART]))
            found = session.exec(query.execution_options(populate_existing=True))
            rows |= {row.id: row for row in found}
    return rows


def _reverse(change: history.Change, row: Tracked, payload: dict[str, Any], person: Person) -> None:
    before = payload.get("before")
    if before is None:
        _withdraw(change, row)
    elif before:
        for name, value in before.items():
            if isinstance(row, Claim) and name == "status":
                return_claim(row, Status(value), person)
            else:
                setattr(row, name, _decode(row, name, value))
    else:
        change.touch(row)  # the act only raised its version


def _withdraw(change: history.Change, row: Tracked) -> None:
    if isinstance(row, Claim):
        take_out(row, UNDONE)
    elif not isinstance(row, Anchor):  # which counts no more once its appearance is withdrawn
        row.withdrawn_at = change.at


def _decode(row: Tracked, name: str, value: Any) -> Any:
    """A payload's value as the column holds it."""
    if value is None:
        return None
    kind = type(row).__table__.c[name].type  # type: ignore[attr-defined]
    if isinstance(kind, sa.Enum):
        return kind.python_type(value)
    if isinstance(kind, sa.Uuid):
        return uuid.UUID(value)
    if isinstance(getattr(kind, "impl", kind), sa.DateTime):
        return chain.parse_time(value)
    return date.fromisoformat(value) if isinstance(kind, sa.Date) else value
