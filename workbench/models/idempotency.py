"""Saves that were answered: a repeated one is answered the same and changes nothing."""

import uuid
from datetime import datetime

from sqlmodel import Field, SQLModel


class IdempotencyKey(SQLModel, table=True):
    """Written in the transaction of the change it names; `seq` is that change's first revision.

    `digest` stands for what the form held (web/once.py): the same key with other content is another save.
    """

    __tablename__ = "idempotency_key"

    key: str = Field(primary_key=True)
    user_id: uuid.UUID
    digest: str
    seq: int
    at: datetime
