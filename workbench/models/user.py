"""People of the desk. Passwords live apart, untracked, so that no hash of one ever stands in the history."""

import uuid
from datetime import datetime

from sqlmodel import Field, SQLModel

from workbench.domain.roles import Role
from workbench.models.tracked import Tracked, choice


class User(Tracked, table=True):
    """A person with an account. `login` is what they type, folded to lower case."""

    __tablename__ = "user_account"

    login: str = Field(unique=True)
    name: str
    role: Role = Field(sa_type=choice(Role))
    active: bool = True
    password_changed_at: datetime | None = None


class Credential(SQLModel, table=True):
    """The argon2 hash of a person's password."""

    user_id: uuid.UUID = Field(primary_key=True)
    password_hash: str
