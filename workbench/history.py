"""`change()`: the only way to write tracked rows. It bumps versions and writes one revision per changed row
in the same transaction; a flush of a tracked row outside it raises (database.py), and the database agrees
(db/guards)."""

import secrets
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import event, func, insert, inspect, select, text, update
from sqlalchemy.orm import configure_mappers
from sqlalchemy.orm.attributes import flag_dirty
from sqlalchemy.orm.exc import StaleDataError
from sqlmodel import Session

from workbench import database
from workbench.domain import chain
from workbench.domain.errors import NotFound, RuleBroken, StaleEdit
from workbench.models import TRACKED, IdempotencyKey, Revision, RevisionPayload, Tracked

COMMAND_LINE = "command line"
REDACTED = "history.redacted"
_LOCK = 7_240_811  # any fixed number: PostgreSQL's advisory lock that puts all changes in one row


@dataclass(slots=True)
class Change:
    """One act of one person: everything written while it is open becomes revisions with its action.

    `subject` is the row the act is about; its revision comes first.
    """

    by: str
    action: str
    reason: str
    at: datetime
    subject: Tracked | None = None
    payloads: dict[uuid.UUID, tuple[Tracked, dict[str, Any]]] = field(default_factory=dict)
    touched: dict[uuid.UUID, tuple[Tracked, dict[str, Any]]] = field(default_factory=dict)
    numbers: dict[type[Tracked], int] = field(default_factory=dict)
    first_seq: int = 0

    def touch(self, row: Tracked, **note: Any) -> None:
        """Raise a row's version though none of its own columns may change: what hangs on it does.

        `note` stands in the payload beside before and after.
        """
        self.touched[row.id] = (row, note)
        flag_dirty(row)  # or a flush with nothing else to write would pass it by


@contextmanager
def change(session: Session, *, by: str, action: str, reason: str = "") -> Iterator[Change]:
    """Open the one door. Commits at the end of the block; an exception undoes all of it.

    `by` is a user's id or a name like "command line"; `action` is past tense and dotted, "claim.edited".
    Raises StaleEdit when a row was changed by somebody else since it was loaded.
    """
    if session.info.get("change") is not None:
        raise RuntimeError("history.change() is open already; one act is one change.")
    database.begin_write(session)
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    current = Change(by=by, action=action, reason=reason.strip(), at=datetime.now(UTC))
    session.info["change"] = current
    try:
        with session.no_autoflush:
            yield current
        session.flush()
        _write_revisions(session, current)
        session.commit()
        session.info["last_act"] = current.first_seq
    except StaleDataError as error:
        session.rollback()
        raise StaleEdit from error
    except BaseException:  # a Ctrl+C too: no lock may outlive the act
        session.rollback()
        raise
    finally:
        session.info["change"] = None


def last_act(session: Session) -> int:
    """The first revision of the last change made in this session, by which it can be undone; 0 for none."""
    return int(session.info.get("last_act", 0))


def check_version(row: Tracked, seen: int, fields: Sequence[str] = ()) -> None:
    """Refuse an edit made from another version than the row's, also from one's own second tab.

    Raises StaleEdit with what the edited `fields` read now.
    """
    if row.version != seen:
        now = {name: str(chain.encode_value(getattr(row, name)) or "") for name in fields}
        raise StaleEdit(current=row.version, now=now)


def next_number(session: Session, model: type[Tracked]) -> int:
    """The next free `number` of a table, inside an open change, which nobody else can have meanwhile."""
    current = open_change(session)
    if model not in current.numbers:
        column = model.__table__.c.number  # type: ignore[attr-defined]
        current.numbers[model] = session.execute(select(func.coalesce(func.max(column), 0))).scalar_one()
    current.numbers[model] += 1
    return current.numbers[model]


def redact(session: Session, seq: int, *, by: str, reason: str) -> None:
    """Blank the values of one revision for good; header and hash stay, and a revision says who and why.

    Raises RuleBroken without a reason or when it is blank already, NotFound for an unknown seq.
    """
    if not reason.strip():
        raise RuleBroken("Say why: a redaction cannot be undone.", field="reason")
    with change(session, by=by, action=REDACTED, reason=reason) as current:
        revision = session.get(Revision, seq)
        payload = session.get(RevisionPayload, seq)
        if revision is None or payload is None:
            raise NotFound(f"There is no revision {seq}.")
        if payload.body is None:
            raise RuleBroken(f"Revision {seq} is redacted already.")
        row = session.get(_model(revision.entity), revision.entity_id)
        if row is None:
            raise NotFound(f"The row that revision {seq} speaks of is missing.")
        if revision.action == REDACTED:
            raise RuleBroken("A redaction's own revision holds no values to blank.")
        current.touch(row, redacts=seq)
        session.flush()
        _write_revisions(session, current)
        session.execute(
            update(RevisionPayload)
            .where(RevisionPayload.__table__.c.seq == seq)  # type: ignore[attr-defined]
            .values(salt=None, body=None, redacted_by=current.first_seq)
        )
        session.expire(payload)


def open_change(session: Session) -> Change:
    """The act that is open in this session. Raises RuntimeError outside one."""
    current = session.info.get("change")
    if not isinstance(current, Change):
        raise RuntimeError("This needs an open history.change().")
    return current


def _model(entity: str) -> type[Tracked]:
    return next(model for model in TRACKED if model.__tablename__ == entity)


@event.listens_for(Session, "before_flush")
def _bump_versions(session: Session, _context: object, _instances: object) -> None:
    current = session.info.get("change")
    if current is None:
        return
    if any(isinstance(row, Tracked) for row in session.deleted):
        raise RuntimeError("Nothing is deleted: withdraw instead.")
    changed = [row for row in session.dirty if isinstance(row, Tracked) and session.is_modified(row)]
    for row in changed:
        if row.id in current.payloads:
            raise RuntimeError(f"{type(row).__name__} {row.id} was flushed twice in one change.")
    touched = [row for row, _ in current.touched.values() if row not in session.new]
    for row in [*changed, *touched]:
        if row.id not in current.payloads:
            row.version += 1
            current.payloads[row.id] = (row, {})


@event.listens_for(Session, "after_flush")
def _record_payloads(session: Session, _context: object) -> None:
    # After the flush, because foreign keys are still empty before it; the old values are still at hand.
    current = session.info.get("change")
    if current is None:
        return
    for row in session.new:
        if isinstance(row, Tracked):
            current.payloads[row.id] = (row, {"before": None, "after": _all_values(row)})
    for row in session.dirty:
        # A row flushed before may be dirty without a change; what is recorded of it stays.
        if isinstance(row, Tracked) and current.payloads.get(row.id) == (row, {}):
            before, after = _changed_values(row)
            _, note = current.touched.get(row.id, (row, {}))
            current.payloads[row.id] = (row, {"before": before, "after": after, **note})


def _columns(row: Tracked) -> list[str]:
    return [
        attribute.key
        for attribute in inspect(type(row)).column_attrs
        if attribute.key not in {"id", "version"}
    ]


def encode_column(row: Tracked | type[Tracked], key: str, value: Any) -> Any:
    """One column's value as it stands in a payload; long immutable text by its digest."""
    if key in row.digest_fields and value is not None:
        return chain.digest_text(value)
    return chain.encode_value(value)


def _all_values(row: Tracked) -> dict[str, Any]:
    return {key: encode_column(row, key, getattr(row, key)) for key in _columns(row)}


def _changed_values(row: Tracked) -> tuple[dict[str, Any], dict[str, Any]]:
    before, after = {}, {}
    state = inspect(row)
    for key in _columns(row):
        past = state.attrs[key].history
        if past.has_changes():
            before[key] = encode_column(row, key, past.deleted[0])
            after[key] = encode_column(row, key, past.added[0])
    return before, after


def _write_revisions(session: Session, current: Change) -> None:
    if not current.payloads:
        return
    rows = sorted(current.payloads.values(), key=lambda entry: entry[0] is not current.subject)
    parents = _load_parents(session, [row for row, _ in rows if row.version > 1])
    lost = [row for row, _ in rows if row.version > 1 and row.id not in parents]
    if lost:
        raise RuntimeError(f"{type(lost[0]).__name__} {lost[0].id} was changed behind the history's back.")
    seq: int = session.execute(select(func.coalesce(func.max(Revision.seq), 0))).scalar_one()
    current.first_seq = seq + 1
    revisions, payloads = [], []
    for row, payload in rows:
        seq += 1
        salt, body = secrets.token_bytes(chain.SALT_BYTES), chain.format_body(payload)
        header = chain.Header(
            seq=seq,
            entity=str(type(row).__tablename__),
            entity_id=str(row.id),
            version=row.version,
            actor=current.by,
            at=chain.format_time(current.at),
            action=current.action,
            reason=current.reason,
            parent_hash=parents.get(row.id, ""),
            payload_digest=chain.digest_payload(salt, body),
        )
        revisions.append(_revision_values(header))
        payloads.append({"seq": seq, "salt": salt, "body": body, "redacted_by": None})
    session.execute(insert(Revision), revisions)
    session.execute(insert(RevisionPayload), payloads)
    _note_key(session, current)
    current.payloads.clear()
    current.touched.clear()


def _revision_values(header: chain.Header) -> dict[str, Any]:
    values = {name: getattr(header, name) for name in chain.Header.__slots__}
    return {**values, "entity_id": uuid.UUID(header.entity_id), "hash": chain.hash_header(header)}


def _load_parents(session: Session, rows: list[Tracked]) -> dict[uuid.UUID, str]:
    table = Revision.__table__  # type: ignore[attr-defined]
    hashes: dict[uuid.UUID, str] = {}
    for start in range(0, len(rows), 400):
        wanted = {row.id: row.version - 1 for row in rows[start : start + 400]}
        query = select(table.c.entity_id, table.c.version, table.c.hash).where(table.c.entity_id.in_(wanted))
        hashes |= {key: found for key, version, found in session.execute(query) if version == wanted[key]}
    return hashes


def _note_key(session: Session, current: Change) -> None:
    """Keep the save's idempotency key, which web put on the session, in the same transaction."""
    once = session.info.pop("once", None)
    if once is not None:
        key, user_id, digest = once
        values = {
            "key": key,
            "user_id": user_id,
            "digest": digest,
            "seq": current.first_seq,
            "at": current.at,
        }
        session.execute(insert(IdempotencyKey), [values])


def _keep_old_values() -> None:
    """Load an attribute's old value before it is set, or the history would miss what was there before."""
    configure_mappers()
    for model in TRACKED:
        for attribute in inspect(model).column_attrs:
            event.listen(getattr(model, attribute.key), "set", _ignore, active_history=True)


def _ignore(*_event: object) -> None:
    """A listener that exists for its `active_history` alone."""


_keep_old_values()
