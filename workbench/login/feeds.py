"""The address of a person's feed: a random token, because readers of feeds send no cookie."""

import hashlib
import secrets
import uuid
from datetime import UTC, datetime

from sqlalchemy import Engine, delete, select
from sqlmodel import Session, col

from workbench import database
from workbench.domain.people import Person
from workbench.login.accounts import SignedIn, describe_user
from workbench.models import FeedToken, User

TOKEN_BYTES = 32


def make_token(engine: Engine, person: Person) -> str:
    """A new token, told once; an address given out before is dead."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    with database.scratch(engine) as session:
        forget(session, person.id)
        session.add(FeedToken(user_id=person.id, token_sha256=_digest(token), made_at=datetime.now(UTC)))
    return token


def forget_token(engine: Engine, person: Person) -> None:
    """The person has no feed any more."""
    with database.scratch(engine) as session:
        forget(session, person.id)


def forget(session: Session, user_id: uuid.UUID) -> None:
    """The same in the caller's writing transaction."""
    session.execute(delete(FeedToken).where(col(FeedToken.user_id) == user_id))


def has_token(session: Session, person: Person) -> bool:
    """Whether the person has a feed."""
    return session.get(FeedToken, person.id) is not None


def find_reader(session: Session, token: str) -> SignedIn | None:
    """Whose feed this is, or None when there is none or the account is closed."""
    query = select(User).join(FeedToken, col(FeedToken.user_id) == col(User.id))
    user = session.execute(
        query.where(col(FeedToken.token_sha256) == _digest(token), col(User.active))
    ).scalar()
    return describe_user(user) if user else None


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
