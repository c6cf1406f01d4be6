"""The desk, its people, and the scales it has used."""

from itertools import count
from typing import Any

from sqlmodel import Session

from tests.factories.rows import NOON, save_row
from workbench.domain.ratings import DEFAULT_SCALE
from workbench.domain.roles import Role
from workbench.models import (
    Desk,
    UsedScale,
    User,
)

_logins = count(1)


def make_user(session: Session, role: Role = Role.CHECKER, **values: Any) -> User:
    """A person without a password (a Credential is untracked; login tests make their own)."""
    login = values.pop("login", None) or f"{role.value}{next(_logins)}"
    return save_row(session, User(login=login, role=role, **{"name": login.title(), **values}))


def make_desk(session: Session, **values: Any) -> Desk:
    return save_row(session, Desk(**{"name": "Test desk", "default_scale": DEFAULT_SCALE, **values}))


def make_used_scale(session: Session, **values: Any) -> UsedScale:
    defaults: dict[str, Any] = {
        "code": "house",
        "scale_version": 1,
        "name": "House scale",
        "body": {"label": []},
        "first_used_at": NOON,
    }
    return save_row(session, UsedScale(**{**defaults, **values}))
