"""Work that takes time: the outbox from which the queue is fed, and the page that shows progress."""

import uuid
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlmodel import Field, SQLModel

from workbench.models.tracked import choice, new_id, plain_json


class JobState(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Job(SQLModel, table=True):
    """Inserted in the transaction of the data it is about and handed to the queue after its commit.

    `done` of `total` is progress in the job's own units; `lease_until` says how long a worker may be silent
    before another may take the job over. `subject_id` is the row it works on, `actor` who asked for it.
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

    def is_free(self, now: datetime) -> bool:
        """Whether no worker holds the job: it waits, or its worker has been silent for too long."""
        lost = self.state is JobState.RUNNING and self.lease_until is not None and self.lease_until < now
        return self.state is JobState.QUEUED or lost
