"""Prove the history: hashes recomputed, links followed, every row held against what its revisions say.

Streams the revisions row by row of the desk (entity and version), so that a million of them fit in little
memory. What it cannot see is a history cut off at its end together with its rows; `head()` printed in a
report shows that.
"""

import heapq
import json
import uuid
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Row, Table, func, select
from sqlmodel import Session

from workbench.domain import chain
from workbench.history import REDACTED, encode_column
from workbench.models import TRACKED, Revision, RevisionPayload, Tracked

_REVISION: Table = Revision.__table__  # type: ignore[attr-defined]
_PAYLOAD: Table = RevisionPayload.__table__  # type: ignore[attr-defined]
_MODELS: dict[str, type[Tracked]] = {str(model.__tablename__): model for model in TRACKED}
_BATCH = 1000  # revisions read at a time
_ROWS = 200  # rows fetched with one statement
_TEXTS = 20  # rows held at a time: an article's text may have a megabyte


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong. `seq` is the revision's number, None when a row itself is wrong; `entity` is
    its table, "revision" when no row can be named."""

    seq: int | None
    entity: str
    entity_id: str
    message: str


@dataclass(slots=True)
class _Folded:
    """What the revisions of one row say, up to the one read last."""

    entity: str
    entity_id: uuid.UUID
    seq: int = 0
    version: int = 0
    hash: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    blanked: dict[int, int | None] = field(default_factory=dict)
    redactions: dict[int, int] = field(default_factory=dict)

    def finding(self, seq: int | None, message: str) -> Finding:
        return Finding(seq, self.entity, str(self.entity_id), message)


def head(session: Session) -> tuple[int, str]:
    """The newest revision's number and hash; (0, "") before the first."""
    newest = select(_REVISION.c.seq, _REVISION.c.hash).order_by(_REVISION.c.seq.desc()).limit(1)
    row = session.execute(newest).first()
    return (row.seq, row.hash) if row else (0, "")


def check_history(session: Session, most: int = 100) -> list[Finding]:
    """What is wrong with the history, the first bad revision first, at most `most` findings; [] when whole.

    Reads one snapshot in a transaction of its own: a desk at work must not look like a damaged one.
    """
    session.commit()
    if session.get_bind().dialect.name == "postgresql":
        session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
    found = heapq.nsmallest(most, _find_all(session), key=_first_bad)
    session.commit()
    return found


def _first_bad(finding: Finding) -> tuple[bool, int, str, str]:
    return (finding.seq is None, finding.seq or 0, finding.entity, finding.entity_id)


def _find_all(session: Session) -> Iterator[Finding]:
    yield from _find_gaps(session)
    yield from _find_strays(session)
    try:
        yield from _follow_revisions(session)
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        yield Finding(None, "revision", "", f"The rest of the history cannot be read: {error}")


def _find_gaps(session: Session) -> Iterator[Finding]:
    before = func.lag(_REVISION.c.seq, 1, 0).over(order_by=_REVISION.c.seq).label("before")
    numbers = select(_REVISION.c.seq, before).subquery()
    gaps = select(numbers).where(numbers.c.seq != numbers.c.before + 1).order_by(numbers.c.seq)
    for seq, previous in session.execute(gaps, execution_options={"yield_per": _BATCH}):
        first, last = previous + 1, seq - 1
        missing = f"Revision {first} is" if first == last else f"Revisions {first} to {last} are"
        yield Finding(first, "revision", "", f"{missing} missing.")


def _find_strays(session: Session) -> Iterator[Finding]:
    """Rows without any revision, and payloads without their revision."""
    for entity, model in _MODELS.items():
        table: Table = model.__table__  # type: ignore[attr-defined]
        own = (_REVISION.c.entity_id == table.c.id) & (_REVISION.c.entity == entity)
        for (row_id,) in session.execute(select(table.c.id).where(_without(own))):
            yield Finding(None, entity, str(row_id), "This row has no revision at all.")
    lonely = select(_PAYLOAD.c.seq).where(_without(_REVISION.c.seq == _PAYLOAD.c.seq))
    for (seq,) in session.execute(lonely):
        yield Finding(seq, "revision", "", f"There are values for revision {seq}, which is not there.")


def _without(own: ColumnElement[bool]) -> ColumnElement[bool]:
    return ~select(1).select_from(_REVISION).where(own).exists()


def _follow_revisions(session: Session) -> Iterator[Finding]:
    values = [_PAYLOAD.c.seq.label("paid"), _PAYLOAD.c.salt, _PAYLOAD.c.body, _PAYLOAD.c.redacted_by]
    query = (
        select(*_REVISION.c, *values)
        .outerjoin_from(_REVISION, _PAYLOAD, _REVISION.c.seq == _PAYLOAD.c.seq)
        .order_by(_REVISION.c.entity_id, _REVISION.c.version)
    )
    ended: list[_Folded] = []
    with closing(session.execute(query, execution_options={"yield_per": _BATCH})) as stream:
        for _, revisions in groupby(stream, key=lambda revision: revision.entity_id):
            folded = yield from _fold_revisions(revisions)
            ended.append(folded)
            if len(ended) == _BATCH:
                yield from _hold_against_rows(session, ended)
                ended.clear()
    yield from _hold_against_rows(session, ended)


def _fold_revisions(revisions: Iterable[Row[Any]]) -> Generator[Finding, None, _Folded]:
    """Check one row's revisions, in order of version, and answer what they say about it."""
    folded: _Folded | None = None
    for revision in revisions:
        if folded is None:
            folded = _Folded(revision.entity, revision.entity_id)
            if revision.entity not in _MODELS:
                yield folded.finding(revision.seq, f"There is no table “{revision.entity}”.")
        yield from _check_header(folded, revision)
        yield from _check_payload(folded, revision)
        folded.seq, folded.version, folded.hash = revision.seq, revision.version, revision.hash
    if folded is None:
        raise LookupError("no revision in its own group")
    yield from _check_redactions(folded)
    return folded


def _check_header(folded: _Folded, revision: Row[Any]) -> Iterator[Finding]:
    seq = revision.seq
    header = chain.Header(
        seq=seq,
        entity=revision.entity,
        entity_id=str(revision.entity_id),
        version=revision.version,
        actor=revision.actor,
        at=revision.at,
        action=revision.action,
        reason=revision.reason,
        parent_hash=revision.parent_hash,
        payload_digest=revision.payload_digest,
    )
    if chain.hash_header(header) != revision.hash:
        yield folded.finding(seq, f"Revision {seq} was altered: its hash is not the one of what it says.")
    if revision.entity != folded.entity:
        yield folded.finding(seq, f"Revision {seq} says {revision.entity}, those before it {folded.entity}.")
    if revision.version != folded.version + 1:
        gap = f"versions {folded.version + 1} to {revision.version - 1}"
        yield folded.finding(seq, f"Before revision {seq}, {gap} of this row have no revision.")
    elif revision.parent_hash != folded.hash:
        before = f"revision {folded.seq}" if folded.seq else "nothing"
        yield folded.finding(seq, f"Revision {seq} does not follow from {before}, the one before it.")
    elif seq <= folded.seq:
        yield folded.finding(seq, f"Revision {seq} comes before revision {folded.seq}, an earlier version.")


def _check_payload(folded: _Folded, revision: Row[Any]) -> Iterator[Finding]:
    seq = revision.seq
    if revision.paid is None:
        folded.values.clear()
        yield folded.finding(seq, f"The values of revision {seq} are missing.")
        return
    if revision.body is None and revision.salt is None:
        # Which fields it changed is unknown now, so nothing is known until it is set again.
        folded.values.clear()
        folded.blanked[seq] = revision.redacted_by
        return
    if revision.body is None or revision.salt is None or revision.redacted_by is not None:
        yield folded.finding(seq, f"The values of revision {seq} are only half removed.")
        return
    if chain.digest_payload(revision.salt, revision.body) != revision.payload_digest:
        folded.values.clear()
        yield folded.finding(seq, f"The values of revision {seq} were altered: they do not fit its digest.")
        return
    try:
        payload = json.loads(revision.body)
        before, after = dict(payload["before"] or {}), dict(payload["after"])
        if revision.action == REDACTED:
            folded.redactions[seq] = int(payload["redacts"])
    except (ValueError, TypeError, LookupError) as error:
        folded.values.clear()
        yield folded.finding(seq, f"The values of revision {seq} cannot be read: {error!r}.")
        return
    for name, value in before.items():
        if name in folded.values and folded.values[name] != value:
            yield folded.finding(seq, f"Before revision {seq}, “{name}” was changed without a revision.")
    folded.values.update(after)


def _check_redactions(folded: _Folded) -> Iterator[Finding]:
    for seq, by in folded.blanked.items():
        if by is None or folded.redactions.get(by) != seq:
            yield folded.finding(seq, f"The values of revision {seq} were removed without a redaction.")
    for by, seq in folded.redactions.items():
        if seq not in folded.blanked:
            yield folded.finding(by, f"Revision {by} redacts revision {seq}, which has values all the same.")


def _hold_against_rows(session: Session, ended: list[_Folded]) -> Iterator[Finding]:
    by_entity: dict[str, list[_Folded]] = {}
    for folded in ended:
        by_entity.setdefault(folded.entity, []).append(folded)
    for entity, entries in by_entity.items():
        if entity in _MODELS:
            for start in range(0, len(entries), _ROWS):
                yield from _compare_rows(session, _MODELS[entity], entries[start : start + _ROWS])


def _compare_rows(session: Session, model: type[Tracked], entries: list[_Folded]) -> Iterator[Finding]:
    table: Table = model.__table__  # type: ignore[attr-defined]
    wanted = {folded.entity_id: folded for folded in entries}
    query = select(table).where(table.c.id.in_(wanted))
    for row in session.execute(query, execution_options={"yield_per": _TEXTS}):
        folded = wanted.pop(row.id)
        if row.version != folded.version:
            text = f"The row is at version {row.version}, its history ends at version {folded.version}."
            yield folded.finding(None, text)
            continue
        stored = row._mapping
        for name, value in folded.values.items():
            if name in stored and encode_column(model, name, stored[name]) != value:
                yield folded.finding(None, f"“{name}” of the row is not what its last revision left there.")
    for folded in wanted.values():
        yield folded.finding(folded.seq, f"Revision {folded.seq} speaks of a row that does not exist.")
