"""People of the desk. Passwords live apart, untracked, so that no hash of one ever stands in the history."""

import uuid
from datetime import datetime

from sqlalchemy import text
from sqlmodel import Field, SQLModel

from workbench.domain.roles import Role
from workbench.models.tracked import Tracked, choice


class User(Tracked, table=True):
    """A person with an account. `login` is what they type, folded to lower case. `second_factor`: a code is
    asked for beside the password; its secret lies apart (models/login.py)."""

    __tablename__ = "user_account"

    login: str = Field(unique=True)
    name: str
    role: Role = Field(sa_type=choice(Role))
    active: bool = True
    password_changed_at: datetime | None = None
    second_factor: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})


class Credential(SQLModel, table=True):
    """The argon2 hash of a person's password."""

    user_id: uuid.UUID = Field(primary_key=True)
    password_hash: str
