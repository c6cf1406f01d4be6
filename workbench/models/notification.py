"""What a person is told inside the desk. Untracked: it repeats what the history says."""

import uuid
from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from workbench.models.tracked import new_id


class Notification(SQLModel, table=True):
    """One thing that happened, for one person. `kind` is what ("assigned"), `words` the line they read,
    `path` where it leads, `subject_id` the row it is about, `actor` who did it."""

    id: uuid.UUID = Field(default_factory=new_id, primary_key=True)
    user_id: uuid.UUID
    kind: str
    words: str
    path: str
    subject_id: uuid.UUID = Field(index=True)
    actor: str
    at: datetime
    read_at: datetime | None = None


_TOLD = Notification.__table__  # type: ignore[attr-defined]
Index(None, _TOLD.c.user_id, _TOLD.c.at)
