"""Who is logged in, and who tried. Untracked: written through `database.scratch()`."""

import uuid
from datetime import datetime

from sqlmodel import Field, SQLModel

from workbench.models.tracked import new_id


class LoginSession(SQLModel, table=True):
    """A server-side session: the cookie carries a token, this row its SHA-256. Deleted at logout."""

    __tablename__ = "login_session"

    token_sha256: str = Field(primary_key=True)
    user_id: uuid.UUID = Field(index=True)
    started_at: datetime
    seen_at: datetime


class LoginAttempt(SQLModel, table=True):
    """One failed login, counted per account name whether or not the account exists."""

    __tablename__ = "login_attempt"

    id: uuid.UUID = Field(default_factory=new_id, primary_key=True)
    login: str = Field(index=True)
    at: datetime
