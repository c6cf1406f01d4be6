"""One append-only row of history, and beside it the values it speaks of."""

import uuid

from sqlalchemy import Column, ForeignKey, Index, UniqueConstraint
from sqlmodel import Field, SQLModel


class Revision(SQLModel, table=True):
    """The header of one change of one row. Never updated, never deleted.

    `hash` is SHA-256 over the canonical header (RFC 8785), which holds `parent_hash` (of the entity's
    previous revision, empty for the first) and `payload_digest`. `seq` has no gaps. `actor` is a user's id
    or a name like "command line". `at` is UTC text in microseconds, exactly as it was hashed.
    """

    __table_args__ = (UniqueConstraint("entity_id", "version"),)

    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    entity: str
    entity_id: uuid.UUID
    version: int
    actor: str = Field(index=True)
    at: str
    action: str
    reason: str
    parent_hash: str
    hash: str = Field(unique=True)
    payload_digest: str


class RevisionPayload(SQLModel, table=True):
    """Values before and after, as canonical JSON, with the salt that makes the digest a commitment.

    digest = SHA-256(salt || body). A redaction sets salt and body to NULL and `redacted_by` to the seq of
    the redaction's own revision; nothing else here ever changes.
    """

    __tablename__ = "revision_payload"

    seq: int = Field(
        sa_column=Column(ForeignKey("revision.seq", deferrable=True, initially="DEFERRED"), primary_key=True)
    )
    salt: bytes | None
    body: str | None
    redacted_by: int | None = Field(
        default=None, sa_column=Column(ForeignKey("revision.seq", deferrable=True, initially="DEFERRED"))
    )


# SQLite looks for rows that waited for a new revision; without this it reads all payloads for each one.
_REDACTED = RevisionPayload.__table__.c.redacted_by  # type: ignore[attr-defined]
Index(None, _REDACTED, sqlite_where=_REDACTED.is_not(None), postgresql_where=_REDACTED.is_not(None))
