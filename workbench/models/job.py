"""Work that takes time: the outbox from which the queue is fed, and the page that shows progress."""

import uuid
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import text
from sqlmodel import Field, SQLModel

from workbench.models.tracked import choice, new_id, plain_json


class JobState(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Job(SQLModel, table=True):
    """Inserted in the transaction of the data it is about and handed to the queue after its commit.

    `done` of `total` is progress in the job's own units; `lease_until` says how long a worker may be silent
    before another may take the job over. `subject_id` is the row it works on, `actor` who asked for it.
    `worker` holds the lease; `cancel` asks it to stop at the next safe point; `attempts` counts how
    often a worker took it; `result` is what came of it, counted, item by item; `not_before` is for
    what is due later.
    """

    id: uuid.UUID = Field(default_factory=new_id, primary_key=True)
    kind: str
    args: dict[str, Any] = Field(sa_type=plain_json())
    state: JobState = Field(default=JobState.QUEUED, sa_type=choice(JobState), index=True)
    done: int = 0
    total: int = 0
    message: str = ""
    subject_id: uuid.UUID = Field(index=True)
    actor: str
    created_at: datetime
    lease_until: datetime | None = None
    finished_at: datetime | None = None
    worker: str = Field(default="", sa_column_kwargs={"server_default": ""})
    cancel: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})
    attempts: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    result: dict[str, Any] = Field(
        default_factory=dict,
        sa_type=plain_json(),
        sa_column_kwargs={"server_default": "{}", "nullable": False},
    )
    not_before: datetime | None = None
