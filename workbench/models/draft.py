"""What somebody has typed and not saved yet, and the views of a list that they keep."""

import uuid
from datetime import datetime
from typing import Any

from sqlmodel import Field, SQLModel

from workbench.models.tracked import new_id, plain_json


class Draft(SQLModel, table=True):
    """One person's unsaved words in one form. `form` is the path that the form is sent to.

    `seen` is the version of the row the form was made from, 0 for a new row.
    """

    user_id: uuid.UUID = Field(primary_key=True)
    form: str = Field(primary_key=True)
    values: dict[str, Any] = Field(sa_type=plain_json())
    seen: int = 0
    saved_at: datetime


class SavedView(SQLModel, table=True):
    """A list narrowed in a way that a person wants again: `query` is the part of the URL behind the "?"."""

    __tablename__ = "saved_view"

    id: uuid.UUID = Field(default_factory=new_id, primary_key=True)
    user_id: uuid.UUID = Field(index=True)
    name: str
    query: str
    saved_at: datetime
