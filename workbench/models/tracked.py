"""What every tracked table shares: an id, a version, and the deferred tie of both to a revision."""

import secrets
import threading
import time
import uuid
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import JSON, Column, Enum, ForeignKey, ForeignKeyConstraint
from sqlalchemy.orm import declared_attr
from sqlalchemy.types import TypeEngine
from sqlmodel import Field, SQLModel

METADATA = SQLModel.metadata
METADATA.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


_ticking = threading.Lock()
_last_tick = 0


def new_id() -> uuid.UUID:
    """A time-ordered UUID (version 7, RFC 9562 section 5.7), so that new rows lie together in the index.

    Ids of one process rise one by one, also within a millisecond: the twelve bits after it count parts of it
    (section 6.2, method 3). What is put in together comes back in that order.
    """
    global _last_tick
    milliseconds, rest = divmod(time.time_ns(), 1_000_000)
    with _ticking:
        _last_tick = tick = max(milliseconds << 12 | rest * 4096 // 1_000_000, _last_tick + 1)
    value = (tick >> 12) << 80 | 0x7 << 76 | (tick & 0xFFF) << 64 | 0x2 << 62 | secrets.randbits(62)
    return uuid.UUID(int=value)


def choice(kind: type[StrEnum]) -> TypeEngine[Any]:
    """A text type that holds the values of `kind` and, by a CHECK, nothing else."""
    return Enum(
        kind,
        native_enum=False,
        create_constraint=True,
        validate_strings=True,
        values_callable=lambda members: [member.value for member in members],
        name=kind.__name__.lower(),
        length=32,
    )


def plain_json() -> TypeEngine[Any]:
    """A JSON type. Assign a new value to change it: a change in place is not seen."""
    return JSON(none_as_null=True)


def no_items() -> list[Any]:
    """An empty list, for a column's default. The built-in `list` would do the same, but for every row that is
    made pydantic asks a default's function for its signature, which it takes fourteen times as long to find
    of a built-in."""
    return []


def link(target: str, *, nullable: bool = False, later: bool = False) -> Any:
    """A foreign key to `target` ("claim.id"), checked at commit so that one change may write in any order.

    `later` marks the one key of a circle of tables that has to be added after both tables exist.
    """
    key = ForeignKey(target, deferrable=True, initially="DEFERRED", use_alter=later)
    return Field(default=None, sa_column=Column(key, nullable=nullable, index=True))


class Tracked(SQLModel):
    """A row whose every change is a revision. Only `history.change()` may write it.

    `digest_fields` go into the history as SHA-256 and length instead of the value: long immutable text
    stays out of the payloads and is still proved by them.
    """

    digest_fields: ClassVar[frozenset[str]] = frozenset()

    id: uuid.UUID = Field(default_factory=new_id, primary_key=True)
    version: int = Field(default=1, nullable=False)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:
        # history.change() sets the version; the mapper adds "AND version = :old" to each UPDATE.
        table = cls.__table__  # type: ignore[attr-defined]
        return {"version_id_col": table.c.version, "version_id_generator": False}

    @declared_attr.directive
    def __table_args__(cls) -> tuple[Any, ...]:
        tie = ForeignKeyConstraint(
            ["id", "version"],
            ["revision.entity_id", "revision.version"],
            deferrable=True,
            initially="DEFERRED",
        )
        return (tie,)
