"""Reads of people and their accounts."""

import uuid
from collections.abc import Iterable

from sqlalchemy import func, select
from sqlmodel import Session, col

from workbench.domain.errors import NotFound
from workbench.domain.roles import Permission, Role, may
from workbench.models import User


def list_users(session: Session) -> list[User]:
    """Everybody, active people first, by login name."""
    query = select(User).order_by(col(User.active).desc(), col(User.login))
    return list(session.execute(query).scalars())


def list_writers(session: Session) -> list[User]:
    """Active people who may work on claims, by name."""
    return list(session.execute(_WRITERS).scalars())


_WRITERS = (  # put together once: that costs as much as to run it
    select(User)
    .where(col(User.active), col(User.role).in_([role for role in Role if may(role, Permission.WRITE)]))
    .order_by(col(User.name))
)


def get_user(session: Session, user_id: uuid.UUID) -> User:
    """The person with this id. Raises NotFound."""
    user = session.get(User, user_id)
    if user is None:
        raise NotFound("There is no such person here.")
    return user


def find_user(session: Session, login: str) -> User | None:
    """The person with this (folded) login name."""
    user: User | None = session.execute(select(User).where(col(User.login) == login)).scalar_one_or_none()
    return user


def count_owners(session: Session) -> int:
    """How many active owners there are."""
    query = select(func.count()).select_from(User).where(col(User.active), col(User.role) == Role.OWNER)
    found: int = session.execute(query).scalar_one()
    return found


def find_name(session: Session, user_id: uuid.UUID) -> str:
    """The name of the person with this id."""
    return get_user(session, user_id).name


def name_actor(session: Session, actor: str) -> str:
    """Who acted, as people call them: the name of the person with this id, else what stands there
    ("command line")."""
    try:
        user = session.get(User, uuid.UUID(actor))
    except ValueError:
        return actor
    return user.name if user else actor


def name_actors(session: Session, actors: Iterable[str]) -> dict[str, str]:
    """Who acted, as the history names them, in words: a person's name, or what it says itself."""
    wanted = set(actors)
    query = select(col(User.id), col(User.name))
    names = {str(row[0]): row[1] for row in session.execute(query)} if wanted else {}
    return {actor: names.get(actor, actor) for actor in wanted}
