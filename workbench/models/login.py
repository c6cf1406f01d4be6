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


class SecondFactor(SQLModel, table=True):
    """A person's one-time codes (TOTP). `secret` is Base32; it has to be readable to check a code, so it lies
    here and never in the history. `last_step` is the newest time step that was used: no code works twice.
    It is asked for once `confirmed_at` says that the person has shown a first code."""

    __tablename__ = "second_factor"

    user_id: uuid.UUID = Field(primary_key=True)
    secret: str
    last_step: int = 0
    made_at: datetime
    confirmed_at: datetime | None = None


class RecoveryCode(SQLModel, table=True):
    """One code for a lost device, by its SHA-256 (it is random, so a slow hash adds nothing). Used once."""

    __tablename__ = "recovery_code"

    code_sha256: str = Field(primary_key=True)
    user_id: uuid.UUID = Field(index=True)
    used_at: datetime | None = None


class FeedToken(SQLModel, table=True):
    """What stands in the address of a person's Atom feed, by its SHA-256: readers of feeds send no cookie."""

    __tablename__ = "feed_token"

    user_id: uuid.UUID = Field(primary_key=True)
    token_sha256: str = Field(unique=True)
    made_at: datetime
