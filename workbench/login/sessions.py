"""Server-side login sessions: the browser holds a random token, the database its SHA-256 and the times.

Deleting the row ends the login whoever holds a copy of the cookie. A session also ends by itself when its
person is deactivated or gets a new password, because it is older than that change.
"""

import hashlib
import secrets
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine, bindparam, delete, or_, select, update
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, col

from workbench import database
from workbench.login.accounts import SignedIn, describe_user
from workbench.models import LoginSession, User

IDLE_LIMIT = timedelta(days=7)
ABSOLUTE_LIMIT = timedelta(days=30)
SEEN_EVERY = timedelta(minutes=5)  # reading pages must not write to the database each time
TOKEN_BYTES = 32


def start_session(engine: Engine, user_id: uuid.UUID, since: datetime) -> str:
    """A new session's token, for the cookie alone; sessions that ran out are swept away on the way.

    `since` is from before the password was looked at: one that is changed meanwhile lets nobody in.
    """
    token, now = secrets.token_urlsafe(TOKEN_BYTES), datetime.now(UTC)
    with database.scratch(engine) as session:
        seen, started = col(LoginSession.seen_at), col(LoginSession.started_at)
        session.execute(
            delete(LoginSession).where(or_(seen < now - IDLE_LIMIT, started < now - ABSOLUTE_LIMIT))
        )
        session.add(LoginSession(token_sha256=_digest(token), user_id=user_id, started_at=since, seen_at=now))
    return token


def find_person(session: Session, token: str) -> SignedIn | None:
    """Whose session this is, or None when there is none, it ran out, or its person may not come in."""
    now = datetime.now(UTC)
    row = session.execute(_WHOSE, {"token": _digest(token)}).first()
    if row is None:
        return None
    login, user = row
    if _ran_out(login, now) or not user.active:
        return None
    if user.password_changed_at is not None and login.started_at < user.password_changed_at:
        return None
    if now - login.seen_at > SEEN_EVERY:
        _touch_session(session, login, now)
    return describe_user(user)


def end_session(engine: Engine, token: str) -> None:
    """Log out: a copied cookie is dead from here on."""
    with database.scratch(engine) as session:
        session.execute(delete(LoginSession).where(col(LoginSession.token_sha256) == _digest(token)))


@dataclass(frozen=True, slots=True)
class Login:
    """One place where a person is logged in. `here`: the one that asks."""

    started_at: datetime
    seen_at: datetime
    here: bool


def list_logins(session: Session, user_id: uuid.UUID, token: str) -> list[Login]:
    """Where a person is logged in, the place used last first; `token` is that of the one who asks."""
    query = select(LoginSession).where(col(LoginSession.user_id) == user_id)
    rows = session.execute(query.order_by(col(LoginSession.seen_at).desc())).scalars()
    here, now = _digest(token), datetime.now(UTC)
    live = (row for row in rows if not _ran_out(row, now))
    return [Login(row.started_at, row.seen_at, row.token_sha256 == here) for row in live]


def end_other_sessions(engine: Engine, user_id: uuid.UUID, token: str) -> int:
    """Log a person out everywhere but where this token is; answers from how many places."""
    others = (col(LoginSession.user_id) == user_id, col(LoginSession.token_sha256) != _digest(token))
    with database.scratch(engine) as session:
        ended = session.execute(delete(LoginSession).where(*others))
    return int(ended.rowcount)  # type: ignore[attr-defined]


def end_sessions(session: Session, user_id: uuid.UUID) -> None:
    """Log a person out everywhere, in the caller's writing transaction."""
    session.execute(delete(LoginSession).where(col(LoginSession.user_id) == user_id))


# Asked with every request, and put together once: that costs as much as to run it.
_WHOSE = (
    select(LoginSession, User)
    .join(User, col(User.id) == col(LoginSession.user_id))
    .where(col(LoginSession.token_sha256) == bindparam("token"))
)


def _ran_out(login: LoginSession, now: datetime) -> bool:
    return now - login.seen_at > IDLE_LIMIT or now - login.started_at > ABSOLUTE_LIMIT


def _touch_session(session: Session, login: LoginSession, now: datetime) -> None:
    # The reading transaction ends first: with a rollback journal it would block this process's own write.
    session.commit()
    bind = session.get_bind()
    fresh = update(LoginSession).where(col(LoginSession.token_sha256) == login.token_sha256)
    try:
        with database.scratch(bind.engine) as writing:
            writing.execute(fresh.values(seen_at=now))
    except OperationalError:
        # A full disk or a locked database must not keep anybody from reading.
        return


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
